"""Draws relations between the columns: a curve from one end to the other where both are in the window, a stub where one is."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPainterPathStroker, QPen, QPolygonF

from taqabul.domain.annotation import Annotation, Relation, Span
from taqabul.domain.ids import AnnotationId, ParagraphId, RelationId
from taqabul.domain.language import Side
from taqabul.ui.annotation.geometry import gap_foot, stretch_rects
from taqabul.ui.annotation.mark_painter import MarkPainter
from taqabul.ui.annotation.store import MarkStore
from taqabul.ui.bitext.cell_layout import LaidParagraph
from taqabul.ui.bitext.gutter_painter import Edges, edges
from taqabul.ui.bitext.model import Column
from taqabul.ui.core.mixed_words import elided

if TYPE_CHECKING:
    from taqabul.ui.bitext.view import BitextView

_EDGE = 3.0
_BOW = 26.0
_STUB = 16.0
_FALL = 10.0
_THIN = 1.3
_MOST = 400
_KEPT = 4000


@dataclass(frozen=True, slots=True)
class End:
    """Where an annotation meets the column between the texts."""

    point: QPointF
    inwards: int
    """1 where the column is to the right of it, else -1."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """A paragraph in the window, ``top`` pixels from its upper edge."""

    side: Side
    laid: LaidParagraph
    top: int


class RelationPainter:
    """Draws the relations of the rows in the window."""

    def __init__(self, view: "BitextView", store: MarkStore, marks: MarkPainter) -> None:
        self._view, self._store, self._marks = view, store, marks
        self._ends: frozenset[AnnotationId] = frozenset()
        self._heights: dict[tuple[ParagraphId, int, int], tuple[LaidParagraph, float]] = {}

    def paint(self, painter: QPainter, first: int, last: int) -> None:
        """Draw those that begin or end in rows ``first`` to ``last``; those of the chosen annotation stand out."""
        relations: dict[RelationId, Relation] = {}
        placed: dict[AnnotationId, tuple[int, Annotation]] = {}
        for row in range(first, last + 1):
            here = self._store.on_row(self._view.rows.link_at(row))
            relations |= {one.id: one for one in here.relations}
            placed |= {one.id: (row, one) for one in here.everything}
        wanted = self._ends = frozenset(id_ for one in relations.values() for id_ in (one.source, one.target))
        if not relations:
            return
        between = edges(self._column(), mirrored=self._view.isRightToLeft())
        rows: dict[int, dict[ParagraphId, _Spot]] = {}
        ends: dict[AnnotationId, End] = {}
        for id_ in wanted & placed.keys():
            row, annotation = placed[id_]
            if row not in rows:
                rows[row] = self._spots(row)
            ends[id_] = self._end(row, between, rows[row], annotation)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self._column())
        for one in reversed(sorted(relations.values(), key=self._is_chosen, reverse=True)[:_MOST]):
            self._draw(painter, one, ends.get(one.source), ends.get(one.target))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def lead_to(self, annotations: AbstractSet[AnnotationId | None]) -> bool:
        """Whether a relation drawn last begins or ends at one of these."""
        return not self._ends.isdisjoint(annotations)

    def _is_chosen(self, relation: Relation) -> bool:
        return self._marks.chosen is not None and self._marks.chosen in {relation.source, relation.target}

    def _draw(self, painter: QPainter, relation: Relation, source: End | None, target: End | None) -> None:
        colours = self._view.look.colours
        chosen = self._is_chosen(relation)
        colour = colours.accent if chosen else colours.mark
        painter.setPen(
            QPen(colour, 2.2 if chosen else _THIN, Qt.PenStyle.SolidLine if chosen else Qt.PenStyle.DashLine)
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if source is not None and target is not None:
            run = target.point - source.point
            curve = _curve(run.x(), run.y(), source.inwards, target.inwards)
            painter.translate(source.point)
            if chosen:
                painter.drawPath(curve)
            else:
                painter.fillPath(_dashed(run.x(), run.y(), source.inwards, target.inwards), colour)
            painter.translate(-source.point)
            self._arrow(painter, target, colour)
            if chosen:
                self._name(painter, relation, curve.pointAtPercent(0.5) + source.point, colour)
            return
        seen = source or target
        if seen is None:
            return
        away = seen.point + QPointF(_STUB * seen.inwards, _FALL)  # not along a curve that begins here too
        painter.drawLine(seen.point, away)
        if target is not None:
            self._arrow(painter, target, colour)
        painter.setBrush(colour)
        painter.drawEllipse(away, 2.6, 2.6)

    def _arrow(self, painter: QPainter, end: End, colour: QColor) -> None:
        back = 6.0 * end.inwards
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(
            QPolygonF([end.point, end.point + QPointF(back, -3.6), end.point + QPointF(back, 3.6)])
        )
        painter.restore()

    def _name(self, painter: QPainter, relation: Relation, middle: QPointF, colour: QColor) -> None:
        """The relation's type on its curve, as much as the column has room for."""
        look = self._view.look
        metrics, column = QFontMetricsF(look.small), self._column()
        words = elided(self._marks.book.kind(relation), metrics, column.width() - 8)
        width, height = metrics.horizontalAdvance(words) + 6, metrics.height()
        place = QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)
        place.moveLeft(min(max(place.left(), column.left() + 1), column.right() - width - 1))
        painter.setFont(look.small)
        painter.setPen(QPen(colour, 1))
        painter.setBrush(look.colours.ground)
        painter.drawRoundedRect(place, 4, 4)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

    def _column(self) -> QRectF:
        header = self._view.horizontalHeader()
        left, width = header.sectionViewportPosition(Column.LINKS), header.sectionSize(Column.LINKS)
        return QRectF(left, 0, width, self._view.viewport().height())

    def _height(self, laid: LaidParagraph, span: Span) -> float:
        """How far below its paragraph's upper edge a stretch begins, found once for each layout."""
        key = (span.paragraph, span.start, span.end)
        kept = self._heights.get(key)
        if kept is not None and kept[0] is laid:
            return kept[1]
        rects = stretch_rects(laid, span.start, span.end)
        foot = None if rects else gap_foot(laid, span.start)
        y = rects[0].center().y() if rects else (foot[0].y() - foot[1] / 2 if foot is not None else 0.0)
        if len(self._heights) > _KEPT:
            self._heights.clear()
        self._heights[key] = (laid, y)
        return y

    def _spots(self, row: int) -> dict[ParagraphId, _Spot]:
        """The paragraphs of a row in the window."""
        top = self._view.cell_rect(row, Column.SOURCE).top()
        return {
            laid.paragraph.id: _Spot(side, laid, top + laid.top)
            for side in Side
            for laid in self._view.cell(row, side).paragraphs
        }

    def _end(
        self, row: int, between: Edges, spots: Mapping[ParagraphId, _Spot], annotation: Annotation
    ) -> End:
        """Where an annotation of a row in the window meets the column: at its first stretch, or at the row's foot."""
        for span in annotation.spans:
            spot = spots.get(span.paragraph)
            if spot is None:
                continue
            is_source = spot.side is Side.SOURCE
            x, inwards = (between.source, between.onward) if is_source else (between.target, -between.onward)
            return End(QPointF(x - _EDGE * inwards, spot.top + self._height(spot.laid, span)), inwards)
        bottom = self._view.cell_rect(row, Column.SOURCE).bottom()
        return End(QPointF(between.source, bottom - 8), between.onward)


def _curve(across: float, down: float, inwards: int, inwards_there: int) -> QPainterPath:
    """From the origin to a point, leaving and arriving along the column's breadth."""
    path, there = QPainterPath(QPointF(0, 0)), QPointF(across, down)
    path.cubicTo(QPointF(_BOW * inwards, 0), there + QPointF(_BOW * inwards_there, 0), there)
    return path


@lru_cache(1024)
def _dashed(across: float, down: float, inwards: int, inwards_there: int) -> QPainterPath:
    """Such a curve as dashes to be filled: to find them takes longer than to draw them."""
    stroker = QPainterPathStroker(QPen(QColor(), _THIN, Qt.PenStyle.DashLine))
    return stroker.createStroke(_curve(across, down, inwards, inwards_there))
