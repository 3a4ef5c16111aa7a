"""How far the work on a bitext is: a bar in four parts and their figures."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from taqabul.domain.bitext import LinkStatus
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, say, translate
from taqabul.ui.core.theme import Colours
from taqabul.ui.queues.words import TITLES

PARTS = (LinkStatus.CONFIRMED, LinkStatus.NEEDS_REVIEW, LinkStatus.REJECTED, LinkStatus.PROPOSED)
WIDTH, HEIGHT = 150, 12
SAID = {
    LinkStatus.CONFIRMED: QT_TRANSLATE_NOOP("Progress", "{n} confirmed ({share} %)"),
    LinkStatus.NEEDS_REVIEW: QT_TRANSLATE_NOOP("Progress", "{n} for review"),
    LinkStatus.REJECTED: QT_TRANSLATE_NOOP("Progress", "{n} rejected"),
    LinkStatus.PROPOSED: QT_TRANSLATE_NOOP("Progress", "{n} proposed"),
}


def in_figures(statuses: Mapping[LinkStatus, int]) -> str:
    """How many pairs have each status, in one line; a status that none has is left out, but for confirmed."""
    total = sum(statuses.values()) or 1
    return "  ·  ".join(
        say(SAID[part]).format(n=f"{statuses[part]:,}", share=round(100 * statuses[part] / total))
        for part in PARTS
        if statuses[part] or part is LinkStatus.CONFIRMED
    )


class ProgressStrip(QWidget):
    """Confirmed is full, for review striped, rejected crossed, proposed empty: told apart without colour too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: tuple[int, ...] = (0,) * len(PARTS)
        self._colours: Colours | None = None
        self.setFixedSize(QSize(WIDTH, HEIGHT))

    @property
    def counts(self) -> dict[LinkStatus, int]:
        """The figures shown."""
        return dict(zip(PARTS, self._counts, strict=True))

    def set_colours(self, colours: Colours) -> None:
        """Take over a theme."""
        self._colours = colours
        self.update()

    def tell(self, counts: Sequence[int]) -> None:
        """Show how many pairs have each status, in the order of PARTS."""
        self._counts = tuple(counts)
        words = self.words()
        self.setToolTip(words)
        self.setAccessibleName(translate("Progress", "Progress"))
        self.setAccessibleDescription(words)
        self.update()

    def words(self) -> str:
        """The figures in words."""
        total = sum(self._counts) or 1
        return "\n".join(
            translate("Progress", "{title}: {n} ({share} %)").format(
                title=say(TITLES[part.value]), n=f"{count:,}", share=round(100 * count / total)
            )
            for part, count in zip(PARTS, self._counts, strict=True)
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the parts in proportion; none that has a row is thinner than two pixels."""
        if self._colours is None:
            return
        painter = QPainter(self)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        total = sum(self._counts) or 1
        left = frame.left()
        for count, (colour, pattern) in zip(self._counts[:-1], self._brushes(self._colours), strict=True):
            if not count:
                continue
            width = min(max(2.0, frame.width() * count / total), frame.right() - left)
            part = QRectF(left, frame.top(), width, frame.height())
            if self.isRightToLeft():
                part.moveRight(frame.left() + frame.right() - left)
            painter.fillRect(part, QBrush(colour, pattern))
            painter.fillRect(QRectF(part.right() - 1, part.top(), 1, part.height()), self._colours.line)
            left += width
        painter.setPen(QPen(self._colours.muted, 1))
        painter.drawRect(frame)
        painter.end()

    def _brushes(self, colours: Colours) -> tuple[tuple[QColor, Qt.BrushStyle], ...]:
        return (
            (colours.good, Qt.BrushStyle.SolidPattern),
            (colours.fair, Qt.BrushStyle.BDiagPattern),
            (colours.poor, Qt.BrushStyle.DiagCrossPattern),
        )
