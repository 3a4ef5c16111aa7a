"""Keys that a list keeps for itself, whatever verb of the window has the same."""

from collections.abc import Set as AbstractSet

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent


def keeps(event: QEvent, keys: AbstractSet[Qt.Key]) -> bool:
    """Whether it is asked if one of these keys is wanted; then it is said that it is."""
    asked = (
        event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in keys
    )
    if asked:
        event.accept()
    return asked
