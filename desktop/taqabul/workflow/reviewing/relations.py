"""Which paragraphs face each other: unlink, link, merge, split, move.

What a person puts together is confirmed by that. What is left over in a row from which something was
taken is open again: nobody said that it belongs together.
"""

from collections.abc import Sequence
from itertools import pairwise

from taqabul.domain.bitext import Link
from taqabul.domain.changes import ChangeSet
from taqabul.domain.errors import InvalidEdit
from taqabul.domain.ids import BitextId, LinkId, ParagraphId
from taqabul.domain.language import Side
from taqabul.storage.links import link_neighbours, links_holding
from taqabul.workflow.draft import Draft, drafting
from taqabul.workflow.library import Library


def unlink(library: Library, bitext: BitextId, links: Sequence[LinkId]) -> ChangeSet:
    """Part rows into one row for each of their paragraphs; sources first, order kept."""
    with drafting(library, bitext, "unlink") as draft:
        joined = [link for link in draft.links(links) if len(link.source + link.target) > 1]
        if not joined:
            raise InvalidEdit(
                "There is nothing to unlink.", "Choose a row that holds more than one paragraph."
            )
        for link in joined:
            first, *others = link.source + link.target
            draft.join(link, [first])
            for row, paragraph in zip(draft.new_links(len(others), link), others, strict=True):
                draft.join(row, [paragraph])
    return draft.changes


def link(
    library: Library, bitext: BitextId, source: Sequence[ParagraphId], target: Sequence[ParagraphId]
) -> ChangeSet:
    """Make paragraphs face each other, wherever they are now; the row stands where the first source did."""
    if not (source and target):
        raise InvalidEdit("A link needs both sides.", "Choose at least one paragraph on each side.")
    with drafting(library, bitext, "link") as draft:
        chosen = draft.sides([*source, *target])
        if sorted(chosen[0]) != sorted({*source}) or sorted(chosen[1]) != sorted({*target}):
            raise InvalidEdit(
                "These paragraphs are not the two sides of this bitext.", "Choose paragraphs of this bitext."
            )
        rows = rows_of(draft, [*chosen[0], *chosen[1]])
        home = rows[0]
        if (home.source, home.target) == chosen:
            raise InvalidEdit("These paragraphs face each other already.", "Confirm the row instead.")
        take_out(draft, home, rows[1:], {*source, *target})
        draft.join(home, [*source, *target])
    return draft.changes


def rows_of(draft: Draft, paragraphs: Sequence[ParagraphId]) -> list[Link]:
    """The rows in which paragraphs stand, in the paragraphs' order."""
    holders = links_holding(draft.transaction, paragraphs, draft.bitext.id)
    return draft.links(dict.fromkeys(holders[paragraph, draft.bitext.id] for paragraph in paragraphs))


def take_out(draft: Draft, home: Link, others: Sequence[Link], chosen: set[ParagraphId]) -> None:
    """Leave in the rows what was not chosen; what is left of ``home`` becomes a row beside it."""
    for row in others:
        rest = [paragraph for paragraph in row.source + row.target if paragraph not in chosen]
        if rest:
            draft.leave(row, rest)
        else:
            draft.drop(row, heir=home)
    rest = [paragraph for paragraph in home.source + home.target if paragraph not in chosen]
    if rest:
        comes_after = (home.source + home.target)[0] in chosen or rest[0] not in home.source
        draft.leave(draft.new_links(1, home, after=comes_after)[0], rest)


def merge_with_next(library: Library, bitext: BitextId, link: LinkId) -> ChangeSet:
    """Join a row with the one below it."""
    with drafting(library, bitext, "merge") as draft:
        row = draft.link(link)
        below = neighbour(draft, row, after=True)
        if below is None:
            raise InvalidEdit("There is no row below this one.", "Choose another row.")
        merge_rows(draft, [row, below])
    return draft.changes


def merge(library: Library, bitext: BitextId, links: Sequence[LinkId]) -> ChangeSet:
    """Join rows that follow each other into one."""
    with drafting(library, bitext, "merge") as draft:
        rows = sorted(draft.links(dict.fromkeys(links)), key=lambda row: row.rank)
        if len(rows) < 2:
            raise InvalidEdit("One row alone cannot be merged.", "Choose rows that follow each other.")
        for row, following in pairwise(rows):
            if neighbour(draft, row, after=True) != following:
                raise InvalidEdit("The rows are not neighbours.", "Choose rows that follow each other.")
        merge_rows(draft, rows)
    return draft.changes


def merge_rows(draft: Draft, rows: Sequence[Link]) -> None:
    """Make one row of several: the first, which inherits all."""
    first, *others = rows
    for row in others:
        draft.drop(row, heir=first)
    draft.join(first, [paragraph for row in rows for paragraph in row.source + row.target])


def split(library: Library, bitext: BitextId, link: LinkId, source_at: int, target_at: int) -> ChangeSet:
    """Part a row in two: so many source and target paragraphs stay, the rest go to a new row below."""
    with drafting(library, bitext, "split") as draft:
        row = draft.link(link)
        if not (0 <= source_at <= len(row.source) and 0 <= target_at <= len(row.target)):
            raise InvalidEdit(
                "The row has no such place to split it.", "Choose a place between its paragraphs."
            )
        stays = row.source[:source_at] + row.target[:target_at]
        goes = row.source[source_at:] + row.target[target_at:]
        if not (stays and goes):
            raise InvalidEdit("One of the two rows would be empty.", "Choose a place between its paragraphs.")
        below = draft.new_links(1, row)[0]
        draft.join(row, stays)
        draft.join(below, goes)
    return draft.changes


def move(library: Library, bitext: BitextId, side: Side, link: LinkId, *, up: bool) -> ChangeSet:
    """Hand the first paragraph of one side to the row above, or the last to the row below.

    Beyond the first and the last row a new row takes it. A row that loses all is gone.
    """
    with drafting(library, bitext, "move up" if up else "move down") as draft:
        row = draft.link(link)
        members = row.side(side)
        if not members:
            raise InvalidEdit(f"The row has no {side} paragraph to move.", "Choose the other side.")
        moved = members[0] if up else members[-1]
        rest = [paragraph for paragraph in row.source + row.target if paragraph != moved]
        receiver = neighbour(draft, row, after=not up)
        if receiver is None and not rest:
            raise InvalidEdit("The paragraph stands at the end already.", "Move it the other way.")
        if receiver is None:
            receiver = draft.new_links(1, row, after=not up)[0]
        if rest:
            draft.leave(row, rest)
        else:
            draft.drop(row, heir=receiver)
        draft.join(receiver, [*receiver.source, *receiver.target, moved])
    return draft.changes


def neighbour(draft: Draft, row: Link, *, after: bool) -> Link | None:
    """The row right above or below another, where there is one."""
    found = link_neighbours(draft.transaction, row.bitext, row.rank, after=after, how_many=1)
    return draft.link(found[0][0]) if found else None
