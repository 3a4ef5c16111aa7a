"""Where user data, resources and sample documents are, in a checkout or installed."""

from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def user_data() -> Path:
    """The folder for the default library; made when first asked for, readable by its owner only."""
    folder = Path(platformdirs.user_data_dir("taqabul", appauthor=False))
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def default_library() -> Path:
    """The library file used when nobody names another."""
    return user_data() / "library.db"


def logs() -> Path:
    """The folder for log files; made when first asked for."""
    folder = Path(platformdirs.user_log_dir("taqabul", appauthor=False))
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def resources() -> Path:
    """Icons, styles and translations."""
    return _data("resources")


def seeds() -> Path:
    """The sample documents."""
    return _data("seeds")


def _data(name: str) -> Path:
    installed = _PACKAGE / "_data" / name
    return installed if installed.is_dir() else _CHECKOUT / name
