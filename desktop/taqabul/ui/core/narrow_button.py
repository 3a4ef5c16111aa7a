"""A button that may be narrower than its words: they are cut then, and told in full when it is pointed at."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyleOptionToolButton, QToolButton, QWidget

from taqabul.ui.core.mixed_words import elided

NARROW = 90
EDGES = 20


class NarrowButton(QToolButton):
    """For values in words, in panels of any width."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painting = False
        self.setText(text)
        self.setToolTip(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for all words, heavier as they are when the button is down."""
        hint, words = super().sizeHint(), self.text()
        heavier = QFontMetrics(self._heavy()).horizontalAdvance(words)
        return QSize(
            hint.width() + max(0, heavier - self.fontMetrics().horizontalAdvance(words)), hint.height()
        )

    def minimumSizeHint(self) -> QSize:
        """Room for a word or two."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), NARROW), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """With as many of the words as there is room for."""
        self._painting = True
        super().paintEvent(event)
        self._painting = False

    def initStyleOption(self, option: QStyleOptionToolButton) -> None:
        """The words as they are painted; what asks for the button's size needs them all."""
        super().initStyleOption(option)
        if self._painting:
            font = self._heavy() if self.isChecked() else self.font()
            option.text = elided(self.text(), QFontMetrics(font), self.width() - EDGES)

    def _heavy(self) -> QFont:
        """The font of a button that is down, as the style sheet has it."""
        font = self.font()
        font.setWeight(QFont.Weight.DemiBold)
        return font
