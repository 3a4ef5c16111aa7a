"""Where Qt would end the process, the person is told instead."""

import pytest

from taqabul.domain.errors import AppError
from taqabul.workflow import window_system
from taqabul.workflow.window_system import check_window, display_of, needs_display


@pytest.fixture(autouse=True)
def on_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


def test_without_a_display_the_command_line_is_named() -> None:
    with pytest.raises(AppError, match="no display") as caught:
        check_window()
    assert "taqabul align" in caught.value.hint


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:size=800x600", "eglfs"])
def test_drawing_elsewhere_needs_no_display(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    monkeypatch.setattr(window_system, "missing_libraries", lambda names: [])
    check_window()


@pytest.mark.parametrize("platform", ["", "xcb", "wayland", "wayland;xcb"])
def test_the_usual_platforms_need_a_display(platform: str) -> None:
    assert needs_display({"QT_QPA_PLATFORM": platform})


def test_a_missing_library_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(window_system, "_loads", lambda name: name != "libxcb-cursor.so.0")
    with pytest.raises(AppError, match="libxcb-cursor") as caught:
        check_window()
    assert caught.value.hint.endswith("sudo apt-get install libxcb-cursor0")


def test_a_library_of_x11_is_not_asked_for_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window_system, "_loads", lambda name: "xcb" not in name)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    check_window()
    monkeypatch.setenv("QT_QPA_PLATFORM", "")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    check_window()


def test_a_display_nobody_serves_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":7654")
    with pytest.raises(AppError, match=":7654 does not answer"):
        check_window()


def test_wayland_comes_first_unless_x11_is_asked_for() -> None:
    both = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}
    assert display_of(both) == "Wayland wayland-0"
    assert display_of(both | {"QT_QPA_PLATFORM": "xcb"}) == "X11 :0"
    assert display_of({}) is None


def test_other_systems_are_left_to_qt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    check_window()


def test_the_loader_decides_what_is_missing() -> None:
    assert window_system.missing_libraries(["libc.so.6", "libnothing-like-it.so.1"]) == [
        "libnothing-like-it.so.1"
    ]


@pytest.mark.parametrize(
    ("error", "hint"),
    [
        (ModuleNotFoundError("No module named 'PySide6'", name="PySide6"), "pip install"),
        (ImportError("libEGL.so.1: cannot open shared object file"), "apt-get install libegl1"),
    ],
)
def test_an_import_that_failed_has_its_remedy(error: ImportError, hint: str) -> None:
    assert hint in window_system.remedy(error)
