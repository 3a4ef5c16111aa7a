"""What the window needs from the system beside Qt itself: a display that answers, and libraries."""

import ctypes
import os
import sys
from collections.abc import Iterable, Mapping

from taqabul.domain.errors import AppError

# What Qt 6.11's libraries name as needed, and the Debian package that has each.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
X11_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WITHOUT_THE_WINDOW = "The command line works without it: taqabul align FILE"
INSTALL_QT = "Install Qt: pip install 'PySide6-Essentials>=6.9,<6.12'"
_SHOWN_ON_A_DISPLAY = {"", "xcb", "wayland", "wayland-egl"}


def check_window() -> None:
    """Raise AppError, in one line with a remedy, where Qt would end the whole process instead."""
    if not sys.platform.startswith("linux"):
        return
    libraries = dict(QT_LIBRARIES)
    if needs_display(os.environ):
        display = display_of(os.environ)
        if display is None:
            raise AppError("There is no display to open a window on.", WITHOUT_THE_WINDOW)
        if not display.startswith("Wayland"):
            libraries |= X11_LIBRARIES
    missing = missing_libraries(libraries)
    if missing:
        raise AppError(
            f"The window needs system libraries that are not here: {', '.join(missing)}.",
            f"On Debian or Ubuntu: {install_command(missing)}",
        )
    if libraries.keys() >= X11_LIBRARIES.keys() and not _x_server_answers():
        raise AppError(
            f"The display {os.environ['DISPLAY']} does not answer.",
            f"Is DISPLAY right, and may you use it? {WITHOUT_THE_WINDOW}",
        )


def remedy(error: ImportError) -> str:
    """What to do where Qt could not be loaded."""
    if isinstance(error, ModuleNotFoundError):
        return f"{INSTALL_QT}. {WITHOUT_THE_WINDOW}"
    packages = {**QT_LIBRARIES, **X11_LIBRARIES}
    named = [package for name, package in packages.items() if name in str(error)]
    missing = named or [packages[name] for name in missing_libraries(packages)]
    return f"On Debian or Ubuntu: sudo apt-get install {' '.join(missing)}" if missing else WITHOUT_THE_WINDOW


def needs_display(environ: Mapping[str, str]) -> bool:
    """False where Qt is told to draw elsewhere, in memory say."""
    platforms = environ.get("QT_QPA_PLATFORM", "").split(";")
    return all(platform.partition(":")[0] in _SHOWN_ON_A_DISPLAY for platform in platforms)


def display_of(environ: Mapping[str, str]) -> str | None:
    """The display a window would open on, in words; None where there is none."""
    only_x11 = environ.get("QT_QPA_PLATFORM", "").startswith("xcb")
    if environ.get("WAYLAND_DISPLAY") and not only_x11:
        return f"Wayland {environ['WAYLAND_DISPLAY']}"
    return f"X11 {environ['DISPLAY']}" if environ.get("DISPLAY") else None


def missing_libraries(names: Iterable[str]) -> list[str]:
    """Those among the shared libraries that the system's loader does not find."""
    return [name for name in names if not _loads(name)]


def install_command(missing: Iterable[str]) -> str:
    """How to install libraries on Debian and its relatives."""
    return f"sudo apt-get install {' '.join(debian_packages(missing))}"


def debian_packages(missing: Iterable[str]) -> list[str]:
    """The packages of Debian and its relatives that hold these libraries."""
    packages = {**QT_LIBRARIES, **X11_LIBRARIES}
    return [packages[name] for name in missing]


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _x_server_answers() -> bool:
    """Whether a connection opens; Qt ends the process where it does not."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed
