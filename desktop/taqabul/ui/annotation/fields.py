"""Where attributes are filled in: by letter, by word, by date; Enter keeps a field and goes on to the next."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QVBoxLayout, QWidget

from taqabul.domain.label_rules import is_value
from taqabul.domain.labels import Attribute, AttributeKind
from taqabul.ui.annotation.label_book import in_words
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, say
from taqabul.ui.core.lines_edit import LinesEdit
from taqabul.ui.core.own_keys import keeps_where
from taqabul.ui.core.theme import Colours

ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_DIGITS: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫", "01234567890123456789.")
_WRONG: Final = {
    AttributeKind.NUMBER: QT_TRANSLATE_NOOP("Attributes", "A number, such as 12 or 3.5"),
    AttributeKind.DATE: QT_TRANSLATE_NOOP(
        "Attributes", "A date: 2024-06-30, 2024-06 or 2024; in the Hijri calendar AH 1445-12"
    ),
}


class Field(QWidget):
    """An attribute's values. ``changed`` follows what a person said, ``done`` asks for the next field."""

    changed = Signal()
    done = Signal()
    left = Signal()

    def __init__(self, attribute: Attribute, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.attribute = attribute
        self.began: tuple[str, ...] = ()
        """What was filled in before a person said something else, told by ``changed``."""
        self.setAccessibleName(in_words(attribute.name, attribute.key))
        self.setToolTip(in_words(attribute.definition))

    def values(self) -> tuple[str, ...]:
        """What is filled in; nothing where that is wrong."""
        raise NotImplementedError

    def show_values(self, values: Sequence[str]) -> None:
        """Fill in."""
        raise NotImplementedError

    def typed(self) -> str:
        """What is written and not kept yet; empty where there is nothing of the kind."""
        return ""

    def is_typed_in(self) -> bool:
        """Whether somebody is writing here."""
        proxy = self.focusProxy()
        return proxy is not None and proxy.hasFocus() and bool(self.typed())


class TextField(Field):
    """Words in either language, in the direction of what is written. Shift+Enter begins another line."""

    def __init__(self, attribute: Attribute, parent: QWidget | None = None) -> None:
        super().__init__(attribute, parent)
        self.edit = _Lines(self)
        self.edit.setAccessibleName(self.accessibleName())
        self.edit.kept.connect(self._keep)
        self.edit.done.connect(self.done)
        self.edit.left.connect(self.left)
        self._before: tuple[str, ...] = ()
        self._shown = ""
        _alone(self, self.edit)
        self.setFocusProxy(self.edit)

    def values(self) -> tuple[str, ...]:
        """The words, none where there are only spaces."""
        text = self.edit.toPlainText().strip()
        return (text,) if text else ()

    def show_values(self, values: Sequence[str]) -> None:
        """Fill in; what is being typed stays, and is what somebody says who began from what stood there then."""
        if self.edit.hasFocus() and self.values() != self._before:
            return
        self._before = tuple(values)
        if self.values() != self._before:
            self.edit.setPlainText("\n".join(values))
        self._shown = self.edit.toPlainText()

    def typed(self) -> str:
        """The words that were not kept yet."""
        return self.edit.toPlainText().strip() if self._is_new() else ""

    def _keep(self) -> None:
        if self._is_new():
            self.began, self._before = self._before, self.values()
            self._shown = self.edit.toPlainText()
            self.changed.emit()

    def _is_new(self) -> bool:
        return self.edit.toPlainText() != self._shown and self.values() != self._before


class LineField(Field):
    """A number, a date or a person, checked as it is typed; persons named before are offered."""

    def __init__(
        self, attribute: Attribute, colours: Colours, known: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(attribute, parent)
        self._before: tuple[str, ...] = ()
        self._shown = ""
        self.edit = _Line(self)
        self.edit.setAccessibleName(self.accessibleName())
        self.wrong = QLabel(self)
        self.wrong.setWordWrap(True)
        self.wrong.setStyleSheet(f"color: {colours.poor.name()}")
        self.wrong.hide()
        if known:
            completer = QCompleter(list(known), self.edit)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self.edit.setCompleter(completer)
            popup = completer.popup()
            self.edit.choosing = lambda: popup is not None and popup.isVisible()
        self.edit.editingFinished.connect(self._keep)
        self.edit.textChanged.connect(self._check)
        self.edit.done.connect(self._go_on)
        self.edit.left.connect(self.left)
        _alone(self, self.edit, self.wrong)
        self.setFocusProxy(self.edit)

    @property
    def is_wrong(self) -> bool:
        """Whether what is written is no value."""
        return bool(self._text()) and not is_value(self.attribute, self._text())

    def values(self) -> tuple[str, ...]:
        """What is written, with ASCII digits; nothing where it is no value."""
        text = self._text()
        return (text,) if text and not self.is_wrong else ()

    def show_values(self, values: Sequence[str]) -> None:
        """Fill in; what is being typed stays."""
        if self.edit.hasFocus() and self.values() != self._before:
            return
        self._before = tuple(values)
        if self.values() != self._before:
            self.edit.setText(next(iter(values), ""))
        if not self.is_wrong:
            self._shown = self.edit.text()

    def typed(self) -> str:
        """What was not kept yet, be it a value or not."""
        return self.edit.text().strip() if self._is_new() else ""

    def _is_new(self) -> bool:
        return self.edit.text() != self._shown and self._text() != "".join(self._before)

    def _text(self) -> str:
        text = " ".join(self.edit.text().split())
        return text if self.attribute.kind is AttributeKind.PERSON else text.translate(_DIGITS).upper()

    def _check(self) -> None:
        if not self.is_wrong:
            self.wrong.hide()

    def _keep(self) -> None:
        self.wrong.setVisible(self.is_wrong)
        if self.is_wrong:
            self.wrong.setText(say(_WRONG[self.attribute.kind]))
        elif self._is_new():
            self.began, self._before = self._before, self.values()
            self._shown = self.edit.text()
            self.changed.emit()

    def _go_on(self) -> None:
        self._keep()
        if not self.is_wrong:
            self.done.emit()


class _Line(QLineEdit):
    """A line that keeps Enter and Esc for its field."""

    done = Signal()
    left = Signal()

    choosing: Callable[[], bool] = staticmethod(lambda: False)
    """Whether a list of what may be meant is open, whose keys Enter and Esc then are."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Esc leaves; everything else is typing."""
        is_choosing = self.choosing()
        if event.key() in ENTER and not is_choosing:
            self.done.emit()
        elif event.key() == Qt.Key.Key_Escape and not is_choosing:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _Lines(LinesEdit):
    """A few lines of text that keep Enter and Esc for their field."""

    kept = Signal()
    done = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * 2 + 14)

    def event(self, event: QEvent) -> bool:
        """Take our own keys before the window's shortcuts do."""
        return keeps_where(event, lambda _key: True) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Esc leaves; everything else is typing."""
        if event.key() in ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.kept.emit()
            self.done.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving keeps."""
        super().focusOutEvent(event)
        self.kept.emit()


def _alone(field: QWidget, *parts: QWidget) -> None:
    layout = QVBoxLayout(field)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2)
    for part in parts:
        layout.addWidget(part)
