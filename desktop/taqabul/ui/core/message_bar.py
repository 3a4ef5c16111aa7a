"""The bar above the texts that says what went wrong or what was found out, and what to do about it."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from taqabul.domain.errors import AppError
from taqabul.domain.language import Direction
from taqabul.text.direction import led
from taqabul.ui.core.i18n import translate
from taqabul.ui.core.icons import icon
from taqabul.ui.core.theme import Colours

Answer = tuple[str, Callable[[], None]]


class Kind(StrEnum):
    """How a message is meant."""

    NEWS = "news"
    PROBLEM = "problem"


class MessageBar(QFrame):
    """One message at a time, with a hint and perhaps something to press; it goes when it is closed."""

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
        self._kind = Kind.NEWS
        self._colours: Colours | None = None
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(12, 6, 6, 6)
        self._layout.addWidget(self.text, 1)
        self._layout.addWidget(self._close)
        self.hide()

    def show_error(self, error: AppError) -> None:
        """Say what went wrong and what to do."""
        self.show_message(f"{error.message} {error.hint}".strip(), kind=Kind.PROBLEM)
        self.failed.emit(error)

    def show_message(self, text: str, *answers: Answer, kind: Kind = Kind.NEWS) -> None:
        """Say something; each answer is a button's text and what pressing it does."""
        self._clear_buttons()
        self._kind = kind
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

    def dismiss(self) -> None:
        """Close the message."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def set_colours(self, colours: Colours) -> None:
        """Take over a theme."""
        self._colours = colours
        self._close.setIcon(icon("close"))
        self._colour()

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
