"""Keys that a widget keeps for itself, whatever verb of the window has the same."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent


def keeps(event: QEvent, keys: AbstractSet[Qt.Key]) -> bool:
    """Whether it is asked if one of these keys is wanted; then it is said that it is."""
    return keeps_where(event, lambda pressed: pressed.key() in keys)


def keeps_where(event: QEvent, is_ours: Callable[[QKeyEvent], bool]) -> bool:
    """Whether it is asked if a key is wanted that is ours; then it is said that it is."""
    asked = event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_ours(event)
    if asked:
        event.accept()
    return asked


def is_plain(event: QKeyEvent) -> bool:
    """Whether no other key is held with it."""
    return not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def writes(event: QKeyEvent) -> bool:
    """Whether it writes a letter, a digit or a sign; Shift may be held."""
    held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
    return not held and bool(event.text()) and event.text().isprintable()
