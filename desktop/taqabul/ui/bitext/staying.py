"""Keeps a reader's place while rows come, go and change their heights around it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from taqabul.domain.ids import LinkId

if TYPE_CHECKING:
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


def _held(view: "BitextView") -> list[tuple[LinkId, int]]:
    """The rows in the window with their upper edges, the one in hand first."""
    visible = view.places.visible()
    current = view.currentIndex().row()
    visible.sort(key=lambda one: one[0] != current)
    return [(view.rows.link_at(row), y) for row, y in visible]
