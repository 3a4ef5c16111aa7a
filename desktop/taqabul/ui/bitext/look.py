"""How the bitext looks: colours, fonts and the measures that follow from them."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF

from taqabul.domain.language import Language
from taqabul.text.showing import Display
from taqabul.ui.bitext.small_words import SmallWords
from taqabul.ui.core.fonts import TextFonts
from taqabul.ui.core.theme import Colours

SAMPLES = {
    Language.ARABIC: "فقدت الحكومة الاسبانية والاتحاد الأوروبي فرصة تاريخية في ان تلعب دورا حيويا",
    Language.ENGLISH: "have lost a historic opportunity to play a vital role in opening discussions",
}
PAD_X = 9
PAD_Y = 7
PARAGRAPH_GAP = 7


@dataclass(frozen=True)
class Look:
    """Colours and fonts of one theme and zoom, and what of the texts is shown."""

    colours: Colours
    fonts: TextFonts
    small: QFont
    display: Display = field(default_factory=Display)
    only_texts: bool = False

    @cached_property
    def figures(self) -> SmallWords:
        """Draws numbers and figures."""
        return SmallWords(self.small)

    @cached_property
    def number_width(self) -> int:
        """The room for a paragraph's number."""
        return QFontMetrics(self.small).horizontalAdvance("99999") + 6

    @cached_property
    def state_width(self) -> int:
        """The width of the state column; none where nothing but the texts is shown."""
        if self.only_texts:
            return 0
        return 82 + QFontMetrics(self.small).horizontalAdvance("100 %")

    @cached_property
    def links_width(self) -> int:
        """The width of the column between the texts."""
        return 72

    def text_width(self, column_width: int) -> int:
        """The width of the text inside a column."""
        return max(40, column_width - self.number_width - 2 * PAD_X)

    @cached_property
    def line_height(self) -> int:
        """The height of a line in the taller of the two fonts."""
        return max(QFontMetrics(self.fonts.of(one)).height() for one in Language)

    @cached_property
    def first_line(self) -> int:
        """The middle of a row's first line, from its upper edge."""
        return PAD_Y + self.line_height // 2

    def top(self, language: Language) -> int:
        """Where the first paragraph of a cell begins, from its upper edge."""
        return PAD_Y + self.drop(language)

    def drop(self, language: Language) -> int:
        """How much lower a text begins, so that the first lines of both sides stand level."""
        return self._drops[language]

    @cached_property
    def _drops(self) -> dict[Language, int]:
        heights = {one: QFontMetrics(self.fonts.of(one)).height() for one in Language}
        return {one: (self.line_height - height) // 2 for one, height in heights.items()}

    def least_height(self) -> int:
        """The height of a row with one line of text."""
        return 2 * PAD_Y + self.line_height

    def estimated_heights(
        self, chars: NDArray[np.integer], language: Language, column_width: int
    ) -> NDArray[np.int64]:
        """How tall cells will be, from their numbers of characters."""
        metrics = QFontMetricsF(self.fonts.of(language))
        sample = SAMPLES[language]
        advance = max(1.0, metrics.horizontalAdvance(sample) / len(sample))
        a_line = max(1.0, self.text_width(column_width) / advance)
        lines = np.maximum(1, np.ceil(chars / a_line * 1.04))
        line = metrics.height() * self.fonts.spacing(language)
        return np.ceil(lines * line).astype(np.int64) + 2 * PAD_Y + self.drop(language)


def small_font(base: QFont, zoom: int) -> QFont:
    """The font of numbers and marks."""
    font = QFont(base)
    font.setPointSizeF(max(7.0, 8.0 * zoom / 100))
    return font
