"""What the window remembers about its user; the only module that knows QSettings."""

import re
from contextlib import suppress
from dataclasses import dataclass, field, fields
from enum import StrEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

RECENT_FILES = 10


class Theme(StrEnum):
    """Light, dark, in high contrast, or whatever the system says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass
class Settings:
    """Everything remembered between two starts, except what belongs to a library."""

    geometry: QByteArray = field(default_factory=QByteArray)
    window_state: QByteArray = field(default_factory=QByteArray)
    details_splitter: QByteArray = field(default_factory=QByteArray)
    zoom: int = 100
    theme: Theme = Theme.SYSTEM
    word_links: bool = True
    arabic_family: str = ""
    arabic_points: float = 13.5
    arabic_spacing: int = 100
    english_family: str = ""
    english_points: float = 10.5
    english_spacing: int = 100
    tashkeel: bool = True
    unseen: bool = False
    minimap: bool = True
    library_order: str = "made"
    last_folder: str = ""
    recent_files: list[str] = field(default_factory=list)
    recent_servers: list[str] = field(default_factory=list)
    author: str = ""
    author_asked: bool = False
    history: bool = False
    guidelines: bool = False
    guidelines_arabic: bool = False
    guidelines_set: str = ""
    shortcuts: str = ""
    recent_commands: list[str] = field(default_factory=list)
    find_kind: str = ""
    find_where: str = ""
    find_counts: list[str] = field(default_factory=list)
    find_endings: bool = True
    label_set: str = ""
    marks_panel: bool = True
    score_corrected: bool = True
    report_arabic: bool = False
    last_attributes: str = ""
    concordance_height: int = 0
    turned_checks: list[str] = field(default_factory=list)

    def remember_files(self, files: list[Path], *, folder: bool = True) -> None:
        """Put files that were opened at the head of the recent ones, and start from their folder next time."""
        if files and folder:
            self.last_folder = str(files[0].parent)
        for path in reversed(files):
            name = str(path)
            self.recent_files = [name, *(other for other in self.recent_files if other != name)]
        del self.recent_files[RECENT_FILES:]


def load_settings(store: QSettings) -> Settings:
    """What the store holds; defaults for what is missing or damaged."""
    settings = Settings()
    for name, default in _defaults(settings).items():
        value = _read(store, name, default)
        if value is not None:
            setattr(settings, name, value)
    return settings


def save_settings(settings: Settings, store: QSettings) -> None:
    """Write everything to the store; what an earlier version remembered there and this one does not, goes."""
    for name in set(store.allKeys()) - set(_defaults(settings)):
        store.remove(name)
    for name, value in _defaults(settings).items():
        store.setValue(name, str(value).lower() if isinstance(value, Theme | bool) else value)
    store.sync()
    with suppress(OSError):  # it names files and servers, which is nobody else's business
        Path(store.fileName()).chmod(0o600)


def default_store() -> QSettings:
    """The store of this user."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "taqabul", "taqabul")


def _defaults(settings: Settings) -> dict[str, Any]:
    return {item.name: getattr(settings, item.name) for item in fields(settings)}


def _read(store: QSettings, name: str, default: object) -> object | None:
    value = store.value(name)
    if value is None or isinstance(default, QByteArray):
        return value if isinstance(value, QByteArray) else None
    if isinstance(default, list):
        return [value] if isinstance(value, str) else [str(item) for item in value]
    return _plain(str(value), default)


def _plain(value: str, default: object) -> object | None:
    """A value as the store writes it, in the type of its default; None where it is damaged."""
    if isinstance(default, Theme):
        return Theme(value) if value in set(Theme) else None
    if isinstance(default, bool):
        return {"true": True, "false": False}.get(value)
    if isinstance(default, int):
        return int(value) if value.isdecimal() else None
    if isinstance(default, float):
        return float(value) if re.fullmatch(r"\d+(\.\d+)?", value) else None
    return value
