"""Says what the marks under the pointer are."""

from html import escape

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from taqabul.domain.annotation import Annotation
from taqabul.text.direction import isolated
from taqabul.ui.annotation.geometry import gap_foot, stretch_rects
from taqabul.ui.annotation.overlay import AnnotationOverlay
from taqabul.ui.annotation.quotes import in_place
from taqabul.ui.annotation.status_buttons import STATUSES
from taqabul.ui.annotation.store import MarkStore
from taqabul.ui.bitext.cell_layout import LaidParagraph
from taqabul.ui.bitext.model import column_of
from taqabul.ui.bitext.view import BitextView
from taqabul.ui.core.i18n import say

_NEAR = 6.0


class Hover(QObject):
    """Follows the pointer over a view's texts."""

    def __init__(self, view: BitextView, store: MarkStore, overlay: AnnotationOverlay) -> None:
        super().__init__(view)
        self._view, self._store, self._overlay = view, store, overlay
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Name the marks where the pointer rests on any."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._overlay.shown:
            found = self.marks_at(event.pos())
            if found:
                QToolTip.showText(event.globalPos(), self.words(found), self._view.viewport())
                return True
        return super().eventFilter(watched, event)

    def marks_at(self, point: QPoint) -> list[Annotation]:
        """The marks drawn at a point of the viewport, the shortest first; chips and carets too."""
        row = self._view.places.row_at(point.y())
        chips = self._overlay.marks.chips.get(self._view.rows.link_at(row), ()) if row >= 0 else ()
        chip = next((one for one in chips if one.rect.contains(point)), None)
        if chip is not None:
            return [chip.annotation]
        place = self._view.mouse.place_at(point)
        if place is None or place.paragraph is None:
            return []
        cell = self._view.cell(place.position, place.side)
        laid = cell.paragraphs[place.part]
        rect = QRectF(self._view.cell_rect(place.position, column_of(place.side)))
        inside = QPointF(point) - self._view.layouts.text_rect(laid, rect, rtl=cell.rtl).topLeft()
        marks = self._store.marks(place.row.link.id, laid.paragraph.id)
        found = [mark for mark in marks if any(_covers(laid, one, inside) for one in mark.stretches)]
        return [mark.annotation for mark in sorted(found, key=lambda mark: mark.end - mark.start)]

    def words(self, marks: list[Annotation]) -> str:
        """What they are, as HTML."""
        book = self._overlay.marks.book
        lines = []
        for one in marks:
            values = [f"{escape(name)}: {escape(told)}" for name, told in book.said(one)]
            said = [escape(one.comment)] if one.comment else []
            lost = [f"⚠ {escape(in_place(span))}" for span in one.lost]
            who = f"{escape(isolated(one.author))} · {say(STATUSES[one.status])}"
            lines.append("<br>".join([f"<b>{escape(book.name(one))}</b>", *values, *said, *lost, who]))
        return "<hr>".join(lines)


def _covers(laid: LaidParagraph, stretch: tuple[int, int], point: QPointF) -> bool:
    start, end = stretch
    if start == end:
        foot = gap_foot(laid, start)
        return (
            foot is not None
            and abs(foot[0].x() - point.x()) <= _NEAR
            and foot[0].y() - foot[1] <= point.y() <= foot[0].y() + _NEAR
        )
    return any(rect.adjusted(0, 0, 0, _NEAR).contains(point) for rect in stretch_rects(laid, start, end))
