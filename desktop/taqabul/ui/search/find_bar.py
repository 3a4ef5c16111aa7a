"""The bar that finds words in the open bitext: folded by default, hits lit up, one key to the next."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)

from taqabul.domain.language import Side
from taqabul.ui.core.actions import tooltip
from taqabul.ui.core.i18n import translate
from taqabul.ui.core.icons import icon

PAUSE_MS = 150


class FindBar(QFrame):
    """Asks for words. ``asked`` follows a pause in typing, ``stepped`` the wish for another hit."""

    asked = Signal()
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find-bar")
        self.query = QLineEdit(self)
        self.query.setPlaceholderText(translate("FindBar", "Find in texts and notes"))
        self.query.setAccessibleName(translate("FindBar", "Words to find"))
        self.query.setClearButtonEnabled(True)
        self.query.setMinimumWidth(260)
        self.where = QComboBox(self)
        self.where.setAccessibleName(translate("FindBar", "Where to find"))
        self.where.addItem(translate("FindBar", "Everywhere"), None)
        self.where.addItem(translate("FindBar", "Source"), Side.SOURCE)
        self.where.addItem(translate("FindBar", "Target"), Side.TARGET)
        self.folded = QCheckBox(translate("FindBar", "Any &spelling"), self)
        self.folded.setChecked(True)
        self.folded.setToolTip(
            translate(
                "FindBar",
                "Letters stand for their kin: with or without vowel signs, any hamza, ى and ي, ة and ه, "
                "both sets of digits, capitals or not",
            )
        )
        self.result = QLabel(self)
        self.result.setAccessibleName(translate("FindBar", "Places found"))
        self._drawings: dict[QToolButton, str] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.asked)
        self._lay_out()
        self.paint_icons()
        self.query.textChanged.connect(self._pause.start)
        self.where.currentIndexChanged.connect(self.asked)
        self.folded.toggled.connect(self.asked)
        self.hide()

    def open(self) -> None:
        """Show the bar with its words chosen, ready to be typed over."""
        self.show()
        self.query.setFocus()
        self.query.selectAll()

    def paint_icons(self) -> None:
        """Draw the icons in the colours in force."""
        for button, drawing in self._drawings.items():
            button.setIcon(icon(drawing))

    def close_bar(self) -> None:
        """Hide the bar."""
        self._pause.stop()
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift+Enter back, Esc closes."""
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self.close_bar()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 5, 6, 5)
        layout.setSpacing(6)
        layout.addWidget(self.query)
        buttons: tuple[tuple[str, str, str, Callable[[], None]], ...] = (
            (
                "previous-hit",
                translate("FindBar", "Previous place"),
                "Shift+F3",
                lambda: self.stepped.emit(-1),
            ),
            ("next-hit", translate("FindBar", "Next place"), "F3", lambda: self.stepped.emit(1)),
            ("close", translate("FindBar", "Close"), "Esc", self.close_bar),
        )
        made = [self._button(*one) for one in buttons]
        layout.addWidget(made[0])
        layout.addWidget(made[1])
        layout.addWidget(self.where)
        layout.addWidget(self.folded)
        layout.addWidget(self.result)
        layout.addStretch(1)
        layout.addWidget(made[2])

    def _button(self, drawing: str, name: str, key: str, press: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        self._drawings[button] = drawing
        button.setIconSize(QSize(16, 16))
        button.setAutoRaise(True)
        button.setAccessibleName(name)
        button.setToolTip(tooltip(name, QKeySequence(key)))
        button.clicked.connect(press)
        return button
