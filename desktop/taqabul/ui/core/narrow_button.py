"""A button that may be narrower than its words: they go on in further lines then, and what has no room there is cut."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyleOptionToolButton, QToolButton, QWidget

from taqabul.ui.core.mixed_words import elided

NARROW = 90
EDGES = 20
MOST_LINES = 3
LETTER = 3
"""So many characters at the beginning are the value's key and the space after it, which stay with the first word."""


class NarrowButton(QToolButton):
    """For values in words, in panels of any width."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painting = False
        self.setText(text)
        self.setToolTip(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Room for all words, heavier as they are when the button is down."""
        hint, words = super().sizeHint(), self.text()
        heavier = QFontMetrics(self._heavy()).horizontalAdvance(words)
        width = hint.width() + max(0, heavier - self.fontMetrics().horizontalAdvance(words))
        return QSize(max(width, heavier + EDGES + 1), hint.height())

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the lines are in which the words stand, at a width in pixels."""
        metrics = QFontMetrics(self._heavy())
        more = len(lines_of(self.text(), metrics, width - EDGES)) - 1
        return self.sizeHint().height() + more * metrics.lineSpacing()

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
            metrics = QFontMetrics(self._heavy())  # the lines stay when the button goes down
            option.text = "\n".join(lines_of(self.text(), metrics, self.width() - EDGES))

    def _heavy(self) -> QFont:
        """The font of a button that is down, as the style sheet has it."""
        font = self.font()
        font.setWeight(QFont.Weight.DemiBold)
        return font


def lines_of(text: str, metrics: QFontMetrics, room: int) -> list[str]:
    """The words in lines of ``room`` pixels, MOST_LINES at the most; what is too long for its line is cut."""
    lines: list[str] = []
    rest = text
    while rest and len(lines) < MOST_LINES - 1 and metrics.horizontalAdvance(rest) > room:
        ends = [at for at, one in enumerate(rest) if one == " " and at > LETTER]
        fits = [at for at in ends if metrics.horizontalAdvance(rest[:at]) <= room] or ends[:1]
        if not fits:
            break
        lines.append(rest[: fits[-1]].rstrip())
        rest = rest[fits[-1] :].lstrip()
    return [elided(one, metrics, room + 1) for one in (*lines, rest)]
