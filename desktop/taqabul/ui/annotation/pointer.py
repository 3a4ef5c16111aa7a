"""Choosing stretches with the mouse: whole words as the pointer is drawn over them, letters with Alt, more with Ctrl."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent

from taqabul.ui.annotation import word_cursor
from taqabul.ui.annotation.geometry import character_at
from taqabul.ui.bitext.model import column_of
from taqabul.ui.bitext.selection import Place
from taqabul.ui.bitext.view import BitextView

if TYPE_CHECKING:
    from taqabul.ui.annotation.mode import Annotating


class Pointer:
    """Follows the mouse while the mode is on."""

    def __init__(self, view: BitextView, mode: "Annotating") -> None:
        self._view, self._mode = view, mode
        self._pressed: int | None = None

    def follow(self, event: QMouseEvent) -> bool:
        """Take a click or a drag over the texts; False for one that is not ours."""
        kind, point = event.type(), event.position().toPoint()
        if kind is QEvent.Type.MouseButtonPress and event.button() is Qt.MouseButton.LeftButton:
            found = self._character(point)
            if found is None:
                return False
            place, position = found
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._mode.cursor is not None:
                self._mode.held = self._mode.chosen()
            self._pressed = position
            text = place.paragraph.text if place.paragraph is not None else ""
            self._mode.put(word_cursor.at_word(text, position), place=place)
            self._view.setFocus()
            return True
        if kind is QEvent.Type.MouseMove and self._pressed is not None:
            self._drag(point, letters=bool(event.modifiers() & Qt.KeyboardModifier.AltModifier))
            return True
        if kind is QEvent.Type.MouseButtonRelease and self._pressed is not None:
            self._pressed = None
            return True
        return kind is QEvent.Type.MouseButtonDblClick

    def _drag(self, point: QPoint, *, letters: bool) -> None:
        found, here = self._character(point), self._mode.here()
        if found is None or here is None or found[0].paragraph != here[0].paragraph or self._pressed is None:
            return
        start, end = sorted((self._pressed, found[1]))
        cursor = word_cursor.over(here[1].paragraph.text, start, end, letters=letters)
        if cursor is not None and cursor != self._mode.cursor:
            self._mode.draw(cursor)

    def _character(self, point: QPoint) -> tuple[Place, int] | None:
        """The paragraph and the position in its text nearest to a point of the window."""
        place = self._view.mouse.place_at(point)
        if place is None or place.paragraph is None:
            return None
        cell = self._view.cell(place.position, place.side)
        laid = cell.paragraphs[place.part]
        rect = QRectF(self._view.cell_rect(place.position, column_of(place.side)))
        corner = self._view.layouts.text_rect(laid, rect, rtl=cell.rtl).topLeft()
        return place, character_at(laid, QPointF(point) - corner)
