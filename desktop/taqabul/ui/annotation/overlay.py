"""What annotating draws on the rows: marks, the word cursor, what is offered, relations between the columns."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPen

from taqabul.domain.ids import AnnotationId, LinkId, ParagraphId
from taqabul.domain.language import Side
from taqabul.ui.annotation.geometry import gap_foot, stretch_rects
from taqabul.ui.annotation.lanes import Mark, lane_count
from taqabul.ui.annotation.mark_painter import MarkPainter, chip_height
from taqabul.ui.annotation.mode import Annotating
from taqabul.ui.annotation.pens import PITCH
from taqabul.ui.annotation.relation_painter import RelationPainter
from taqabul.ui.annotation.store import MarkStore
from taqabul.ui.annotation.word_cursor import Span
from taqabul.ui.bitext.cell_layout import LaidParagraph
from taqabul.ui.bitext.overlay import Overlay
from taqabul.ui.bitext.view import BitextView

_CURSOR_ALPHA, _HELD_ALPHA = 60, 34


class AnnotationOverlay(Overlay):
    """Draws on one view. ``offered`` are stretches that somebody may accept, by paragraph."""

    def __init__(self, view: BitextView, store: MarkStore, mode: Annotating) -> None:
        self._view, self._store, self._mode = view, store, mode
        self.marks = MarkPainter()
        self.relations = RelationPainter(view, store, self.marks)
        self.offered: Mapping[ParagraphId, Sequence[Span]] = {}
        self.shown = True
        self._gives_way = self._left_out = False

    def choose(self, annotation: AnnotationId | None) -> None:
        """Have another mark stand out, or none."""
        if annotation == self.marks.chosen:
            return
        ids = {self.marks.chosen, annotation} - {None}
        self.marks.chosen = annotation
        for row, _ in self._view.places.visible() if ids else ():
            if any(one.id in ids for one in self._store.on_row(self._view.rows.link_at(row)).everything):
                self._view.paint_rows(row, row)
        if self.relations.lead_to(ids):
            self._view.paint_links()

    def leading(self, link: LinkId, paragraph: ParagraphId) -> int:
        """Room for the lanes below the first."""
        lanes = lane_count(self._store.marks(link, paragraph)) if self.shown else 0
        return (lanes - 1) * PITCH + 2 if lanes > 1 else 0

    def below(self, link: LinkId) -> int:
        """Room for chips."""
        return chip_height(self._view.look.small) if self.shown and self._store.on_row(link).chips else 0

    def is_as_painted(self, link: LinkId, paragraphs: Iterable[LaidParagraph]) -> bool:
        """Whether the marks of a row look as they were drawn last."""
        chips = tuple(one.annotation for one in self.marks.chips.get(link, ()))
        return chips == self._store.on_row(link).chips and all(
            self.marks.shows(one, self._store.marks(link, one.paragraph.id)) for one in paragraphs
        )

    def read_together(self, links: Sequence[LinkId]) -> None:
        """Read the marks of rows that are about to be looked at."""
        if self.shown:
            self._store.read_together(links)

    def give_way(self) -> None:
        """Have texts that were not looked at lately painted before their marks are found; their lines stand right already."""
        self._gives_way = self.shown

    def prepare(self, link: LinkId, laid: LaidParagraph) -> None:
        """Find the places of its marks."""
        if self.shown:
            self.marks.prepare(laid, self._store.marks(link, laid.paragraph.id), self._view.look.colours)

    def under(self, painter: QPainter, at: QPointF, link: LinkId, laid: LaidParagraph) -> None:
        """Tints, and the ground of what is chosen."""
        colours = self._view.look.colours
        self.marks.under(painter, at, laid, self._marks_now(link, laid), colours)
        for paragraph, span in self._mode.held if self._mode.is_on else ():
            if paragraph == laid.paragraph.id:
                self._fill(painter, at, laid, span, colours.accent, _HELD_ALPHA)
        if self._has_cursor(laid) and self._mode.cursor is not None:
            self._fill(painter, at, laid, self._mode.cursor.span, colours.accent, _CURSOR_ALPHA)

    def over(self, painter: QPainter, at: QPointF, link: LinkId, laid: LaidParagraph) -> None:
        """Lines, carets, and the frames of what is chosen and offered."""
        colours = self._view.look.colours
        self.marks.over(painter, at, laid, self._marks_now(link, laid), colours)
        here = laid.paragraph.id
        offered = self.offered.get(here, ())
        frames = [(span, QPen(colours.good, 1.8, Qt.PenStyle.DashLine)) for span in offered]
        if self._mode.is_on:
            held = [span for paragraph, span in self._mode.held if paragraph == here]
            frames += [(span, QPen(colours.accent, 1.2, Qt.PenStyle.DotLine)) for span in held]
        if self._has_cursor(laid) and self._mode.cursor is not None:
            frames.append((self._mode.cursor.span, QPen(colours.accent, 1.8)))
        if frames:
            painter.save()
            for span, pen in frames:
                self._frame(painter, at, laid, span, pen)
            painter.restore()

    def on_row(self, painter: QPainter, rect: QRectF, link: LinkId) -> None:
        """Chips."""
        if self.shown:
            chips = self._store.on_row(link).chips
            if not chips:
                self.marks.chips.pop(link, None)
            else:
                look = self._view.look
                painter.save()
                self.marks.chips[link] = self.marks.paint_chips(
                    painter, rect, chips, look.small, look.colours
                )
                painter.restore()

    def on_rows(self, painter: QPainter, first: int, last: int) -> None:
        """Relations; the last to be drawn."""
        left_out, self._gives_way, self._left_out = self._left_out, False, False
        if left_out:
            self._catch_up(iter(range(first, last + 1)))
        elif self.shown:
            painter.save()
            self.relations.paint(painter, first, last)
            painter.restore()

    def _catch_up(self, rows: Iterator[int]) -> None:
        """Find the marks that were left out, a row at a turn of the event loop, then paint them."""

        def step() -> None:
            row = next((one for one in rows if one < self._view.rows.count), None)
            if row is None:
                self._view.viewport().update()
                return
            for side in Side:
                for laid in self._view.cell(row, side).paragraphs:
                    self.prepare(self._view.rows.link_at(row), laid)
            self._catch_up(rows)

        QTimer.singleShot(0, self._view, step)

    def _marks_now(self, link: LinkId, laid: LaidParagraph) -> Sequence[Mark]:
        """What is to be drawn of a paragraph's marks this time."""
        marks = self._store.marks(link, laid.paragraph.id) if self.shown else ()
        if self._gives_way and marks and not self.marks.knows(laid):
            self._left_out = True
            return ()
        return marks

    def _has_cursor(self, laid: LaidParagraph) -> bool:
        return self._mode.is_on and self._mode.at == laid.paragraph.id

    def _fill(
        self, painter: QPainter, at: QPointF, laid: LaidParagraph, span: Span, colour: QColor, alpha: int
    ) -> None:
        ground = QColor(colour)
        ground.setAlpha(alpha)
        for rect in stretch_rects(laid, *span):
            painter.fillRect(rect.translated(at), ground)

    def _frame(self, painter: QPainter, at: QPointF, laid: LaidParagraph, span: Span, pen: QPen) -> None:
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if span[0] == span[1]:
            found = gap_foot(laid, span[0])
            if found is not None:
                foot, height = found
                pen.setWidthF(2.4)
                painter.setPen(pen)
                painter.drawLine(at + foot, at + foot - QPointF(0, height))
                painter.drawLine(at + foot + QPointF(-4, 0), at + foot + QPointF(4, 0))
            return
        for rect in stretch_rects(laid, *span):
            painter.drawRoundedRect(rect.translated(at).adjusted(-1, 0, 1, 0), 2, 2)
