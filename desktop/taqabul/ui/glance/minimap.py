"""The minimap: status, confidence and notes of all rows beside the scroll bar, the visible ones framed."""

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from taqabul.ui.bitext.row_words import NOTES, status_name
from taqabul.ui.bitext.view import BitextView
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, translate
from taqabul.ui.core.theme import Colours
from taqabul.ui.glance.bands import STATUS_ORDER, Bands, bands_of, lane

MARGIN, LANE, GAP, NOTE = 3, 9, 2, 4
WIDTH = 2 * MARGIN + 2 * LANE + 2 * GAP + NOTE
NOTE_HEIGHT = 3
EDGE = 2
LOW = QT_TRANSLATE_NOOP("Minimap", "%n of low confidence")
ALONE = QT_TRANSLATE_NOOP("Minimap", "%n with an empty side")


class Minimap(QWidget):
    """A strip beside a bitext's rows. A click or a drag scrolls them; the cursor stays where it is.

    Under a filter it is of the rows shown, as the scroll bar is, and says so.
    """

    def __init__(self, view: BitextView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._bands: Bands | None = None
        self._image = QImage()
        self._grip: float | None = None
        self.setFixedWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(translate("Minimap", "Minimap of all pairs"))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        model = view.rows
        for signal in (
            model.dataChanged,
            model.rowsInserted,
            model.rowsRemoved,
            model.rowsMoved,
            model.modelReset,
            model.table_read,
        ):
            signal.connect(self.count_again)
        view.laid_out.connect(self.update)
        view.place_changed.connect(self.update)

    @property
    def bands(self) -> Bands:
        """What is behind each line of pixels, counted when it is asked for."""
        lines = max(1, round(self.height() * self.devicePixelRatioF()))
        if self._bands is None or len(self._bands.starts) not in {0, lines}:
            self._bands = bands_of(self._view.rows.table, lines)
            self._image = QImage()
        return self._bands

    def count_again(self) -> None:
        """Something about the rows changed."""
        self._bands = None
        self.setAccessibleDescription(self._of_the_filter() if self._hidden else "")
        self.update()

    def set_look(self) -> None:
        """Take over the view's colours."""
        self._image = QImage()
        self.update()

    def sizeHint(self) -> QSize:
        """Narrow, as tall as there is room."""
        return QSize(WIDTH, 200)

    def visible_rows(self) -> tuple[float, float]:
        """The first and the last row in the window, with the share of them that is above its edges."""
        places = self._view.places
        heights = places.heights
        if not len(heights):
            return 0.0, 0.0
        below = heights.row_at(places.value + places.height)
        left = places.value + places.height - heights.top(below)
        return (
            places.row + places.offset / max(1, heights.height(places.row)),
            below + min(1.0, left / max(1, heights.height(below))),
        )

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """The strip, the frame around what is in the window, and the cursor's row."""
        colours, bands = self._view.look.colours, self.bands
        if self._image.isNull():
            self._image = drawn(bands, colours)
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours.band)
        painter.drawImage(QRectF(self.rect()), self._image)
        rows = len(self._view.rows.table)
        if not rows:
            return
        first, last = (self.height() * row / rows for row in self.visible_rows())
        frame = QRectF(0.5, first, self.width() - 1, max(4.0, last - first))
        frame.moveTop(min(frame.top(), self.height() - frame.height()))
        ground = QColor(colours.accent)
        ground.setAlpha(36)
        painter.setBrush(ground)
        painter.setPen(QPen(colours.accent, 1))
        painter.drawRect(frame.adjusted(0, 0.5, 0, -0.5))
        at = self._view.currentIndex().row()
        if at >= 0:
            y = self.height() * (at + 0.5) / rows
            painter.setPen(QPen(colours.text, 1))
            painter.drawLine(QPointF(0, y), QPointF(MARGIN, y))
            painter.drawLine(QPointF(self.width() - MARGIN, y), QPointF(self.width(), y))
        if self._hidden:  # an edge of another colour: this is not all there is
            for x in (0, self.width() - EDGE):
                painter.fillRect(x, 0, EDGE, self.height(), colours.text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the frame, or bring it here."""
        rows = len(self._view.rows.table)
        if event.button() is not Qt.MouseButton.LeftButton or not rows:
            return
        first, last = (self.height() * row / rows for row in self.visible_rows())
        y = event.position().y()
        self._grip = y - (first + last) / 2 if first <= y <= last else 0.0
        if not self._grip:
            self._scroll(y)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the frame."""
        if self._grip is not None:
            self._scroll(event.position().y() - self._grip)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        """Let the frame go."""
        self._grip = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the rows."""
        self._view.wheelEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tooltips tell what is behind a line."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.words_at(event.pos().y()), self)
            return True
        return super().event(event)

    def words_at(self, y: int) -> str:
        """The rows behind a line of the strip, in words."""
        bands = self.bands
        if not len(bands.starts):
            return ""
        at = min(max(0, y * len(bands.starts) // max(1, self.height())), len(bands.starts) - 1)
        first, last = int(bands.starts[at]) + 1, int(bands.ends[at])
        said = [self._of_the_filter()] if self._hidden else []
        title = translate("Minimap", "Row {n}").format(n=first)
        if last > first:
            title = translate("Minimap", "Rows {first} to {last}").format(first=first, last=last)
        lines = [
            f"{status_name(status)}: {count}"
            for status, count in zip(STATUS_ORDER, bands.status[at].tolist(), strict=True)
            if count
        ]
        low, _, alone, _ = bands.sureness[at].tolist()
        for words, count in ((LOW, low), (ALONE, alone), (NOTES, int(bands.noted[at]))):
            if count:
                lines.append(plural(words, count))
        return "\n".join((*said, title, *lines))

    @property
    def _hidden(self) -> int:
        """How many rows the filter hides, here as beside the scroll bar."""
        return len(self._view.rows.everything) - self._view.rows.count

    def _of_the_filter(self) -> str:
        words = translate("Minimap", "Only the {shown} rows that the filter shows, of {total}")
        model = self._view.rows
        return words.format(shown=model.count, total=len(model.everything))

    def _scroll(self, y: float) -> None:
        """Put the row at a height of the strip into the middle of the window."""
        heights = self._view.places.heights
        if not len(heights):
            return
        place = min(max(0.0, y / max(1, self.height())), 1.0) * len(heights)
        row = min(int(place), len(heights) - 1)
        value = heights.top(row) + (place - row) * heights.height(row)
        self._view.verticalScrollBar().setValue(round(value - self._view.places.height / 2))


def drawn(bands: Bands, colours: Colours) -> QImage:
    """The strip without frame and cursor, a line of pixels a band."""
    quiet = _mixed(colours.good, colours.band, 0.3)
    statuses = (colours.poor, colours.fair, colours.line, colours.good)
    sureness = (colours.poor, colours.fair, colours.muted, quiet)
    count = max(1, len(bands.starts))
    pixels = np.full((count, WIDTH), colours.band.rgb(), np.uint32)
    if len(bands.starts):
        left = MARGIN
        for counts, hues in ((bands.status, statuses), (bands.sureness, sureness)):
            table = np.array([hue.rgb() for hue in hues], np.uint32)
            pixels[:, left : left + LANE] = table[lane(counts, LANE)]
            left += LANE + GAP
        noted = np.convolve(bands.noted > 0, np.ones(NOTE_HEIGHT), "same") > 0
        pixels[noted, left : left + NOTE] = colours.accent.rgb()
    return QImage(pixels.data, WIDTH, count, 4 * WIDTH, QImage.Format.Format_RGB32).copy()


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    parts = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*(round(share * a + (1 - share) * b) for a, b in parts))
