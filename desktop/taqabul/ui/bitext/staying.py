"""Keeps a reader's place while rows come, go and change their heights around it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from taqabul.domain.ids import LinkId

if TYPE_CHECKING:
    from taqabul.ui.bitext.row_table_view import RowTableView
    from taqabul.ui.bitext.view import BitextView


@contextmanager
def staying(view: "BitextView") -> Iterator[None]:
    """Whatever is done meanwhile, the row in hand stays at its height in the window.

    Where it is out of sight, or goes, the first row in the window that still is there stays instead.
    """
    held = _held(view)
    yield
    for link, y in held:
        position = view.rows.row_of(link)
        if position >= 0:
            view.places.row, view.places.offset = position, 0
            view.places.scroll(-y)
            view.settle()
            return


@contextmanager
def kept_in_sight(view: "RowTableView") -> Iterator[None]:
    """Whatever bar or panel takes room meanwhile, the row in hand stays in sight where it was, by the least motion."""
    seen = _sees_row_in_hand(view)
    yield
    if not seen:
        return
    first, last = _reach_in_hand(view)
    beyond = min(first, 0) or max(last - view.places.height, 0)
    if beyond and last - first <= view.places.height:
        view.places.scroll(beyond)
        view.settle()


def _sees_row_in_hand(view: "RowTableView") -> bool:
    row, places = view.currentIndex().row(), view.places
    if not 0 <= row < len(places.heights) or not -places.height < places.y_of(row) < places.height:
        return False  # nothing is measured, or read, for a row that is elsewhere
    first, last = _reach_in_hand(view)
    return first >= 0 and last <= places.height


def _reach_in_hand(view: "RowTableView") -> tuple[int, int]:
    """From where to where in the window the current row reaches, or what of it matters."""
    index = view.currentIndex()
    y, (top, bottom) = view.places.y_of(index.row()), view.part_shown(index)
    return y + top, y + (view.places.exact(index.row()) if bottom is None else bottom)


def _held(view: "BitextView") -> list[tuple[LinkId, int]]:
    """The rows in the window with their upper edges, the one in hand first."""
    visible = view.places.visible()
    current = view.currentIndex().row()
    visible.sort(key=lambda one: one[0] != current)
    return [(view.rows.link_at(row), y) for row, y in visible]
