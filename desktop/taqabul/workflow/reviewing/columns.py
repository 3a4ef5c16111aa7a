"""One side of rows: move it all by one row, exchange it between two rows."""

from collections.abc import Sequence

from taqabul.domain.bitext import Link, LinkStatus
from taqabul.domain.changes import ChangeSet
from taqabul.domain.errors import InvalidEdit
from taqabul.domain.ids import BitextId, LinkId, ParagraphId
from taqabul.domain.language import Side
from taqabul.storage.links import links_below
from taqabul.workflow.draft import Draft, drafting
from taqabul.workflow.library import Library
from taqabul.workflow.reviewing.relations import neighbour

_DECIDED = (LinkStatus.CONFIRMED, LinkStatus.REJECTED)
_ALIGNED_INSIDE = 100
"""Up to so many rows have their sentences aligned anew when one side of them moves."""

Members = tuple[ParagraphId, ...]


def shift(library: Library, bitext: BitextId, side: Side, link: LinkId, *, up: bool) -> ChangeSet:
    """Move one side of a row, and of all rows below it, one row up or down.

    It ends above the next row that is confirmed or rejected, which stays: upwards the last row is left
    without that side, downwards a new row takes what the last one had. Upwards, what the first row had
    joins the row above it. The rows that changed are proposals again, but for the one that was joined.
    """
    with drafting(library, bitext, "shift up" if up else "shift down") as draft:
        rows = _down_to_decided(draft, link)
        first = rows[0]
        above = neighbour(draft, first, after=False) if up else None
        if up and above is None and first.side(side):
            raise InvalidEdit("There is no row above this one.", "Choose another row.")
        if not any(row.side(side) for row in rows):
            raise InvalidEdit(f"Nothing stands on the {side} side from here on.", "Choose the other side.")
        own = [row.side(side) for row in rows]
        draft.paragraphs([paragraph for row in rows for paragraph in row.source + row.target])
        if len(rows) > _ALIGNED_INSIDE:
            draft.pair_in_order(row.id for row in rows)
        homes = [
            (row, _other(row, side) + members) for row, members in zip(rows, _moved(own, up=up), strict=True)
        ]
        if not up and own[-1]:
            homes.append((draft.new_links(1, rows[-1])[0], own[-1]))
        _settle(draft, homes, above)
        if above is not None and own[0]:
            draft.join(above, [*above.source, *above.target, *own[0]])
    return draft.changes


def _down_to_decided(draft: Draft, link: LinkId) -> list[Link]:
    first = draft.link(link)
    below = links_below(draft.transaction, draft.bitext.id, first.rank, until=_DECIDED)
    return draft.links([link, *below])


def _moved(own: Sequence[Members], *, up: bool) -> list[Members]:
    return [*own[1:], ()] if up else [(), *own[:-1]]


def _other(row: Link, side: Side) -> Members:
    return row.target if side is Side.SOURCE else row.source


def _settle(draft: Draft, homes: Sequence[tuple[Link, Members]], above: Link | None) -> None:
    """Have each row hold what is now its own; one that holds nothing goes, to the row nearest to it."""
    staying = [row for row, members in homes if members]
    heir = above or staying[0]
    for row, members in homes:
        if members:
            heir = row
            if {*members} != {*row.source, *row.target}:
                draft.leave(row, members)
        else:
            draft.drop(row, heir=heir)


def swap(
    library: Library, bitext: BitextId, side: Side, link: LinkId, other: LinkId | None = None
) -> ChangeSet:
    """Exchange one side of two rows: of a row and the one below it, unless another is named."""
    with drafting(library, bitext, "swap") as draft:
        row = draft.link(link)
        second = draft.link(other) if other is not None else neighbour(draft, row, after=True)
        if second is None:
            raise InvalidEdit("There is no row below this one.", "Choose another row.")
        if row.side(side) == second.side(side):
            raise InvalidEdit(f"There is nothing on the {side} side to exchange.", "Choose the other side.")
        gets = (_other(row, side) + second.side(side), _other(second, side) + row.side(side))
        for mine, members, theirs in ((row, gets[0], second), (second, gets[1], row)):
            if members:
                draft.join(mine, members)
            else:
                draft.drop(mine, heir=theirs)
    return draft.changes
