"""What others draw on the texts of a bitext, and the room it takes."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from taqabul.domain.ids import LinkId, ParagraphId
from taqabul.ui.bitext.cell_layout import LaidParagraph


class Overlay:
    """Nothing, unless somebody puts something in its place."""

    def leading(self, _link: LinkId, _paragraph: ParagraphId) -> int:
        """Pixels wanted below each line of a paragraph."""
        return 0

    def below(self, _link: LinkId) -> int:
        """Pixels wanted below the texts of a row."""
        return 0

    def is_as_painted(self, _link: LinkId, _paragraphs: Iterable[LaidParagraph]) -> bool:
        """Whether what is drawn on a row looks as it was drawn last."""
        return True

    def read_together(self, links: Sequence[LinkId]) -> None:
        """Find out what there is to draw on rows that are about to be looked at, all at once."""

    def give_way(self) -> None:
        """The next time rows are painted, leave what is not prepared to the time after, which follows at once."""

    def prepare(self, link: LinkId, laid: LaidParagraph) -> None:
        """Find out what drawing on a paragraph will need: it may soon be in the window."""

    def under(self, painter: QPainter, at: QPointF, link: LinkId, laid: LaidParagraph) -> None:
        """Draw what lies under the text of a paragraph, whose layout is drawn ``at`` a point."""

    def over(self, painter: QPainter, at: QPointF, link: LinkId, laid: LaidParagraph) -> None:
        """Draw what lies over it."""

    def on_row(self, painter: QPainter, rect: QRectF, link: LinkId) -> None:
        """Draw what belongs to a whole row."""

    def on_rows(self, painter: QPainter, first: int, last: int) -> None:
        """Draw what passes over rows ``first`` to ``last``, those in the window, once they are painted."""
