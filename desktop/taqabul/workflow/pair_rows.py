"""The rows that writers of pairs are given, read from the library a page at a time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Final, NamedTuple

from taqabul.domain.bitext import EVIDENCE_PARTS
from taqabul.domain.ids import LinkId
from taqabul.domain.options import Wording
from taqabul.formats.rows import ExportRow, Segment
from taqabul.storage.database import Transaction
from taqabul.storage.pairs import (
    Head,
    Member,
    Part,
    Stretch,
    read_heads,
    read_members,
    read_parts,
    read_remarks,
)
from taqabul.workflow.corrections import Credits

PAGE: Final = 1_000
"""Links read at once."""


class LinkRows(NamedTuple):
    """The pairs of a link: itself, or its sentence links. ``is_made`` tells that a person made it."""

    rows: list[ExportRow]
    is_made: bool


Sides = tuple[list[Member], list[Member]]

# Of each there are hundreds of thousands, and the constructor of a named tuple takes twice as long as a tuple's.
_segment: Final = partial(tuple.__new__, Segment)
_export_row: Final = partial(tuple.__new__, ExportRow)


class Page(NamedTuple):
    """Some of the links, and what the library holds of each."""

    links: Sequence[LinkId]
    blocks: Sequence[int]
    heads: Mapping[LinkId, Head]
    members: Mapping[LinkId, Sides]
    remarks: Mapping[LinkId, list[str]]


def read_pages(
    transaction: Transaction, links: Sequence[LinkId], blocks: Sequence[int], *, with_evidence: bool
) -> Iterator[Page]:
    """What the library holds of the links, in their order, a page at a time."""
    for start in range(0, len(links), PAGE):
        page = links[start : start + PAGE]
        yield Page(
            page,
            blocks[start : start + PAGE],
            read_heads(transaction, page, with_evidence=with_evidence),
            read_members(transaction, page),
            read_remarks(transaction, page),
        )


def paragraph_pairs(pages: Iterable[Page], wording: Wording, credits_: Credits) -> Iterator[ExportRow]:
    """The pair of paragraphs of each link; ``credits_`` tells who corrected paragraphs, where that is to be known."""
    for page in pages:
        heads, members, remarks = page.heads, page.members, page.remarks
        for link, block in zip(page.links, page.blocks, strict=True):
            notes = tuple(remarks[link]) if link in remarks else ()
            yield _paragraph_pair(link, heads[link], members[link], notes, block, wording, credits_)


def sentence_pairs(
    transaction: Transaction, pages: Iterable[Page], wording: Wording, credits_: Credits
) -> Iterator[LinkRows]:
    """The pairs of each link, one a sentence link; a link without any is the pair of its paragraphs."""
    for page in pages:
        parts = read_parts(transaction, page.links)
        for link, block in zip(page.links, page.blocks, strict=True):
            head, notes = page.heads[link], tuple(page.remarks.get(link, ()))
            sides, within = page.members[link], parts.get(link)
            if within and not (wording is Wording.ORIGINAL and _is_corrected(sides)):
                rows = list(_sentence_pairs(link, head, sides, within, notes, block))
            else:
                rows = [_paragraph_pair(link, head, sides, notes, block, wording, credits_)]
            yield LinkRows(rows, head.confidence is None)


def _is_corrected(sides: Sides) -> bool:
    return any(member.imported is not None for side in sides for member in side)


def _paragraph_pair(
    link: LinkId,
    head: Head,
    sides: Sides,
    notes: tuple[str, ...],
    block: int,
    wording: Wording,
    credits_: Credits,
) -> ExportRow:
    source, target = _segments(sides[0], wording, credits_), _segments(sides[1], wording, credits_)
    return _row(str(link), head, head.confidence, head.evidence, source, target, "\n", notes, block)


def _segments(side: list[Member], wording: Wording, credits_: Credits) -> tuple[Segment, ...]:
    if len(side) == 1:  # as most are
        return (_paragraph(side[0], wording, credits_),)
    return tuple([_paragraph(one, wording, credits_) for one in side])


def _paragraph(member: Member, wording: Wording, credits_: Credits) -> Segment:
    key, rank, number, text, imported = member
    if imported is None:
        return _segment((str(number), text, (rank, 0), None, "", None))
    if wording is Wording.ORIGINAL:
        return Segment(str(number), imported, (rank, 0))
    return Segment(str(number), text, (rank, 0), imported, *credits_.get(key, ("", None)))


def _sentence_pairs(
    link: LinkId, head: Head, sides: Sides, parts: list[Part], notes: tuple[str, ...], block: int
) -> Iterator[ExportRow]:
    source, target = (
        _sentences(side, [one for part in parts for one in (part.target if at else part.source)])
        for at, side in enumerate(sides)
    )
    for number, part in enumerate(parts, start=1):
        yield _row(
            f"{link}.{number}",
            head,
            part.confidence,
            part.evidence,
            tuple(source[one] for one in part.source),
            tuple(target[one] for one in part.target),
            " ",
            notes,
            block,
        )


def _sentences(side: list[Member], stretches: list[Stretch]) -> dict[Stretch, Segment]:
    """The sentences of a link's paragraphs by where they stand, numbered within their paragraph."""
    by_paragraph: dict[int, list[Stretch]] = {}
    for one in sorted(stretches):
        by_paragraph.setdefault(one.paragraph, []).append(one)
    return {
        one: Segment(f"{member.number}.{place}", member.text[one.start : one.end], (member.rank, one.start))
        for member in side
        for place, one in enumerate(by_paragraph.get(member.paragraph, ()), start=1)
    }


def _row(
    id_: str,
    head: Head,
    confidence: float | None,
    evidence: tuple[float | None, ...],
    source: tuple[Segment, ...],
    target: tuple[Segment, ...],
    between: str,
    notes: tuple[str, ...],
    block: int,
) -> ExportRow:
    return _export_row(
        (
            id_,
            between.join([one.text for one in source]),
            between.join([one.text for one in target]),
            tuple([one.number for one in source]),
            tuple([one.number for one in target]),
            head.status,
            confidence,
            head.changed_by,
            head.changed_at,
            _named(evidence) if evidence else {},
            notes,
            head.reason,
            source,
            target,
            block,
        )
    )


def _named(evidence: tuple[float | None, ...]) -> dict[str, float]:
    return {name: part for name, part in zip(EVIDENCE_PARTS, evidence, strict=True) if part is not None}
