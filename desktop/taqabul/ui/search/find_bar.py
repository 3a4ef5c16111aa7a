"""The bar that finds words in the open bitext: hits lit up, one key to the next."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from taqabul.ui.core.actions import tooltip
from taqabul.ui.core.i18n import translate
from taqabul.ui.core.icons import icon
from taqabul.ui.search.search_form import SearchForm


class FindBar(QFrame):
    """Asks for words. ``stepped`` tells the wish for another hit, ``closed`` that nothing is sought any more."""

    asked = Signal()
    stepped = Signal(int)
    closed = Signal()
    replace_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find-bar")
        self.form = SearchForm(self)
        self.query = self.form.query
        self.result = QLabel(self)
        self.result.setAccessibleName(translate("FindBar", "Places found"))
        self.result.setTextFormat(Qt.TextFormat.PlainText)
        self.result.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._drawings: dict[QToolButton, str] = {}
        self.replacement = QLineEdit(self)
        self.replacement.setPlaceholderText(translate("FindBar", "Replace with"))
        self.replacement.setAccessibleName(translate("FindBar", "Replace with"))
        self.replacement.setToolTip(
            translate("FindBar", r"With a regular expression, \1 and \g<name> stand for its groups.")
        )
        self._preview = QPushButton(translate("FindBar", "See the &changes…"), self)
        self._preview.clicked.connect(self.replace_asked)
        self._below = QWidget(self)
        self._layout = QHBoxLayout()
        self._lay_out()
        self.paint_icons()
        self.form.asked.connect(self.asked)
        self.hide()

    def open(self, *, replacing: bool = False) -> None:
        """Show the bar with its words chosen, ready to be typed over; with what replaces them if told so."""
        self._below.setVisible(replacing)
        self.show()
        self.query.setFocus()
        self.query.selectAll()

    def tell(self, text: str, hint: str = "") -> None:
        """Say how the search went."""
        self.result.setText(text)
        self.result.setToolTip(f"{text} {hint}".strip() if hint else "")

    def paint_icons(self) -> None:
        """Draw the icons in the colours in force."""
        for button, drawing in self._drawings.items():
            button.setIcon(icon(drawing))

    def close_bar(self) -> None:
        """Hide the bar."""
        self.form.stop()
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift+Enter back, Esc closes."""
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self.close_bar()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.focusWidget() is self.replacement:
            self.replace_asked.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        layout = self._layout
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.form, 3)
        self._button(
            "previous-hit",
            translate("FindBar", "Previous place"),
            "Shift+F3",
            lambda: self.stepped.emit(-1),
        )
        self._button("next-hit", translate("FindBar", "Next place"), "F3", lambda: self.stepped.emit(1))
        layout.addWidget(self.result, 2)
        self._button("close", translate("FindBar", "Close"), "Esc", self.close_bar)
        below = QHBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.replacement, 1)
        below.addWidget(self._preview)
        below.addStretch(2)
        self._below.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(8, 5, 6, 5)
        whole.setSpacing(5)
        whole.addLayout(layout)
        whole.addWidget(self._below)

    def _button(self, drawing: str, name: str, key: str, press: Callable[[], None]) -> None:
        button = QToolButton(self)
        self._drawings[button] = drawing
        button.setIconSize(QSize(16, 16))
        button.setAutoRaise(True)
        button.setAccessibleName(name)
        button.setToolTip(tooltip(name, QKeySequence(key)))
        button.clicked.connect(press)
        self._layout.addWidget(button)
