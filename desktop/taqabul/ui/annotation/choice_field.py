"""A choice by letters: each value has one; arrows go from one to the next."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from taqabul.domain.label_rules import FLAGS
from taqabul.domain.labels import Attribute, AttributeKind
from taqabul.ui.annotation.fields import ENTER, Field
from taqabul.ui.annotation.keys import pressed
from taqabul.ui.annotation.label_book import in_words
from taqabul.ui.core.flow_layout import FlowBox
from taqabul.ui.core.i18n import translate
from taqabul.ui.core.narrow_button import NarrowButton
from taqabul.ui.core.own_keys import is_plain, keeps_where

_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_ASIDE = {Qt.Key.Key_Right, Qt.Key.Key_Left}
_MOVES = {Qt.Key.Key_Space, Qt.Key.Key_Escape, *_STEPS, *ENTER}


class ChoiceField(Field):
    """One of the values, or several; yes or no. A letter takes its value, or lets it go again, unless one is needed."""

    def __init__(self, attribute: Attribute, parent: QWidget | None = None) -> None:
        super().__init__(attribute, parent)
        self._several = attribute.kind is AttributeKind.CHOICES
        self._taken: list[str] = []
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        names = {one.key: in_words(one.name, one.key) for one in attribute.choices} or {
            FLAGS[0]: translate("Attributes", "Yes"),
            FLAGS[1]: translate("Attributes", "No"),
        }
        self.letters = dict(zip(letters_for(list(names.values())), names, strict=True))
        self.buttons: dict[str, NarrowButton] = {}
        for letter, key in self.letters.items():
            self.buttons[key] = self._button(key, names[key], letter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(FlowBox(self.buttons.values(), self))

    def values(self) -> tuple[str, ...]:
        """The values taken, in the order of the choices."""
        return tuple(key for key in self.buttons if key in self._taken)

    def show_values(self, values: Sequence[str]) -> None:
        """Take these."""
        self._taken = [one for one in values if one in self.buttons]
        self._show()

    def event(self, event: QEvent) -> bool:
        """Our keys are ours, whatever verb of the window has the same."""
        return keeps_where(event, self._is_ours) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters choose, arrows and Space too; Enter goes on."""
        key, keys = Qt.Key(event.key()), list(self.buttons)
        letter = pressed(event).lower()
        if key in ENTER:
            self.done.emit()
        elif key is Qt.Key.Key_Escape:
            self.left.emit()
        elif letter in self.letters:
            self._at = keys.index(self.letters[letter])
            self._turn(self.letters[letter])
            if not self._several and self._taken:
                self.done.emit()
        elif key is Qt.Key.Key_Space:
            self._turn(keys[self._at])
        elif key in _STEPS:
            mirrored = key in _ASIDE and self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            self._at = (self._at + (-_STEPS[key] if mirrored else _STEPS[key])) % len(keys)
            self._show()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at what is taken."""
        super().focusInEvent(event)
        self._at = list(self.buttons).index(self._taken[0]) if self._taken else 0
        self._show()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing is pointed at any more."""
        super().focusOutEvent(event)
        self._show()

    def _button(self, key: str, name: str, letter: str) -> NarrowButton:
        button = NarrowButton(f"{letter.upper()}  {name}", self)
        button.setObjectName("chip")
        button.setAccessibleName(name)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda _checked: self._turn(key))
        return button

    def _turn(self, key: str) -> None:
        self.began = self.values()
        if self._taken == [key] and self.attribute.required:
            self._show()
            return
        if key in self._taken:
            self._taken.remove(key)
        else:
            self._taken = [*self._taken, key] if self._several else [key]
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        for number, (key, button) in enumerate(self.buttons.items()):
            button.setChecked(key in self._taken)
            font = button.font()
            font.setUnderline(self.hasFocus() and number == self._at)
            button.setFont(font)

    def _is_ours(self, event: QKeyEvent) -> bool:
        return is_plain(event) and (event.key() in _MOVES or len(pressed(event)) == 1)


def letters_for(names: Sequence[str]) -> list[str]:
    """A letter or digit for each name, one of its own where it can be."""
    made: list[str] = []
    for number, name in enumerate(names):
        own = (one for one in name.lower() if one in _LETTERS and one not in made)
        free = (one for one in _LETTERS if one not in made)
        made.append(next(own, next(free, f"#{number}")))
    return made
