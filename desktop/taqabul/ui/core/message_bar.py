"""The bar above the texts that says what went wrong or what was found out, and what to do about it."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

from taqabul.domain.errors import AppError, InvalidEdit
from taqabul.domain.language import Direction
from taqabul.text.direction import led
from taqabul.ui.core.i18n import translate
from taqabul.ui.core.icons import icon
from taqabul.ui.core.own_keys import keeps
from taqabul.ui.core.theme import Colours

Answer = tuple[str, Callable[[], None]]
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OURS = {Qt.Key.Key_Escape, *_ENTER}


class Kind(StrEnum):
    """How a message is meant."""

    NEWS = "news"
    PROBLEM = "problem"


class MessageBar(QFrame):
    """One message at a time, with a hint and perhaps something to press; it goes when it is closed, a refusal by what is done next.

    By key: ``begin`` takes the keyboard, arrows go from button to button, Enter presses, Esc closes the message.
    """

    closed = Signal()
    failed = Signal(object)
    """The error that was told."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message-bar")
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setAccessibleName(translate("MessageBar", "Message"))
        self.answers: list[QPushButton] = []
        self._close = QToolButton(self)
        self._close.setAutoRaise(True)
        self._close.setIconSize(QSize(14, 14))
        self._close.setAccessibleName(translate("MessageBar", "Close the message"))
        self._close.setToolTip(translate("MessageBar", "Close the message"))
        self._close.clicked.connect(self.dismiss)
        self._came_from: QWidget | None = None
        self._kind = Kind.NEWS
        self._refused = False
        self._colours: Colours | None = None
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(12, 6, 6, 6)
        self._layout.addWidget(self.text, 1)
        self._layout.addWidget(self._close)
        self.hide()

    def show_error(self, error: AppError) -> None:
        """Say what went wrong and what to do."""
        self.show_message(f"{error.message} {error.hint}".strip(), kind=Kind.PROBLEM)
        self._refused = isinstance(error, InvalidEdit)
        self.failed.emit(error)

    def overcome(self) -> None:
        """Something was done since: what could not be done before it is of no interest any more."""
        if self._refused:
            self.dismiss()

    def show_message(self, text: str, *answers: Answer, kind: Kind = Kind.NEWS) -> None:
        """Say something; each answer is a button's text and what pressing it does."""
        self._give_back()
        self._clear_buttons()
        self._kind, self._refused = kind, False
        way = Direction.RTL if self.isRightToLeft() else Direction.LTR
        self.text.setText(led(text, way))  # a name at its head would turn the whole message round
        for name, press in answers:
            button = QPushButton(name, self)
            button.clicked.connect(self.dismiss)
            button.clicked.connect(press)
            self._layout.insertWidget(self._layout.count() - 1, button)
            self.answers.append(button)
        self._colour()
        self.show()

    def begin(self) -> bool:
        """Take the keyboard to what can be pressed; False where there is no message."""
        if self.isHidden():
            return False
        now = QApplication.focusWidget()
        if now is None or not self.isAncestorOf(now):
            self._came_from = now
        (self.answers[0] if self.answers else self._close).setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def event(self, event: QEvent) -> bool:
        """Our keys are ours, whatever verb of the window has the same."""
        return keeps(event, _OURS) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button that has the keyboard, or close the message."""
        at = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif event.key() in _ENTER and isinstance(at, QAbstractButton):
            at.click()
        else:
            super().keyPressEvent(event)

    def dismiss(self) -> None:
        """Close the message; the keyboard goes back to where it was."""
        if self.isVisible():
            self._give_back()
            self.hide()
            self.closed.emit()

    def set_colours(self, colours: Colours) -> None:
        """Take over a theme."""
        self._colours = colours
        self._close.setIcon(icon("close"))
        self._colour()

    def _give_back(self) -> None:
        now, before = QApplication.focusWidget(), self._came_from
        if now is not None and self.isAncestorOf(now) and before is not None and isValid(before):
            before.setFocus()
        self._came_from = None

    def _clear_buttons(self) -> None:
        for button in self.answers:
            self._layout.removeWidget(button)
            button.deleteLater()
        self.answers.clear()

    def _colour(self) -> None:
        if self._colours is None:
            return
        edge = self._colours.poor if self._kind is Kind.PROBLEM else self._colours.accent
        self.setStyleSheet(
            f"#message-bar {{ background: {self._colours.band.name()}; border: none;"
            f" border-bottom: 1px solid {self._colours.line.name()}; border-left: 4px solid {edge.name()}; }}"
        )
