"""Where paragraphs begin and end: split one, merge neighbours.

A document may stand in several bitexts: each of them stays whole.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from taqabul.domain.bitext import Evidence, Link, LinkStatus
from taqabul.domain.changes import ChangeSet
from taqabul.domain.document import Paragraph, Sentence
from taqabul.domain.errors import InvalidEdit
from taqabul.domain.ids import BitextId, ParagraphId, SentenceId
from taqabul.storage.documents import paragraph_neighbours
from taqabul.storage.links import link_neighbours
from taqabul.text.offsets import move_span
from taqabul.workflow.annotating.carrying import Part
from taqabul.workflow.draft import Draft, drafting
from taqabul.workflow.library import Library
from taqabul.workflow.reviewing.texts import paragraph_of, rows_with


def split_paragraph(library: Library, bitext: BitextId, paragraph: ParagraphId, offset: int) -> ChangeSet:
    """Part a paragraph in two before the code point at ``offset``; both stay in its row."""
    with drafting(library, bitext, "split paragraph") as draft:
        old = paragraph_of(draft, paragraph)
        head, tail = old.text[:offset].rstrip(), old.text[max(offset, 0) :].lstrip()
        if not (0 < offset < len(old.text) and head and tail):
            raise InvalidEdit("One of the two paragraphs would be empty.", "Choose a place inside the text.")
        firsts, seconds = _parted_sentences(draft, old, len(head), len(old.text) - len(tail))
        imported = _parted_import(old, offset)
        second = replace(
            old,
            id=ParagraphId(draft.take("paragraph")),
            rank=draft.paragraph_rank(old),
            text=tail,
            imported=imported[1],
            sentences=seconds,
        )
        draft.put_paragraph(second)
        first = draft.paragraphs([old.id])[0]  # it may have been renumbered to make room
        draft.put_paragraph(replace(first, text=head, imported=imported[0], sentences=firsts))
        parts = (Part(old.id, 0, len(head), 0), Part(second.id, len(old.text) - len(tail), len(old.text), 0))
        draft.part(old.id, parts)
        for row in rows_with(draft, [old.id]):
            draft.refit(_with_member(row, old.id, second.id))
    return draft.changes


def _parted_sentences(
    draft: Draft, old: Paragraph, head_end: int, tail_start: int
) -> tuple[tuple[Sentence, ...], tuple[Sentence, ...]]:
    """The sentences of the two parts; one that is cut becomes two, which face what it faced."""
    firsts, seconds = [], []
    for sentence in old.sentences:
        in_head = sentence.start < head_end
        in_tail = sentence.end > tail_start
        second_id = sentence.id
        if in_head:
            firsts.append(Sentence(sentence.id, sentence.start, min(sentence.end, head_end)))
        if in_head and in_tail:
            second_id = SentenceId(draft.take("sentence"))
            draft.grow(sentence.id, (sentence.id, second_id))
        if in_tail:
            start = max(sentence.start, tail_start) - tail_start
            seconds.append(Sentence(second_id, start, sentence.end - tail_start))
    return tuple(firsts), tuple(seconds)


def _parted_import(old: Paragraph, offset: int) -> tuple[str, str]:
    """The imported text cut at the place that corresponds to ``offset`` in the corrected one."""
    moved = (
        (offset, offset) if old.imported == old.text else move_span(old.text, old.imported, offset, offset)
    )
    cut = moved[0] if moved else 0
    return old.imported[:cut].rstrip(), old.imported[cut:].lstrip()


def _with_member(row: Link, beside: ParagraphId, new: ParagraphId) -> Link:
    def grown(members: tuple[ParagraphId, ...]) -> tuple[ParagraphId, ...]:
        return tuple(other for id_ in members for other in ((id_, new) if id_ == beside else (id_,)))

    return replace(row, source=grown(row.source), target=grown(row.target))


def merge_paragraphs(library: Library, bitext: BitextId, paragraphs: Sequence[ParagraphId]) -> ChangeSet:
    """Make one paragraph of neighbours that stand in one row or in rows next to each other.

    The rows become one. In other bitexts of the document the rows concerned become one as well.
    """
    with drafting(library, bitext, "merge paragraphs") as draft:
        chosen = sorted((paragraph_of(draft, id_) for id_ in {*paragraphs}), key=lambda one: one.rank)
        _check_neighbours(draft, chosen)
        rows = rows_with(draft, [one.id for one in chosen])
        _check_adjacent(draft, [row for row in rows if row.bitext == bitext])
        for paragraph in chosen[1:]:
            draft.drop_paragraph(paragraph)
        draft.put_paragraph(_joined(chosen))
        at = 0
        for paragraph in chosen:
            draft.part(paragraph.id, (Part(chosen[0].id, 0, len(paragraph.text), at),))
            at += len(paragraph.text) + 1
        gone = {one.id for one in chosen[1:]}
        for owner in dict.fromkeys(row.bitext for row in rows):
            _join_rows(draft, [row for row in rows if row.bitext == owner], gone)
    return draft.changes


def _check_neighbours(draft: Draft, chosen: Sequence[Paragraph]) -> None:
    if len(chosen) < 2:
        raise InvalidEdit(
            "One paragraph alone cannot be merged.", "Choose two or more that follow each other."
        )
    for one, following in pairwise(chosen):
        found = paragraph_neighbours(draft.transaction, one.document, one.rank, after=True, how_many=1)
        if [id_ for id_, _ in found] != [following.id]:
            raise InvalidEdit(
                "Only paragraphs that follow each other in one text can be merged.", "Choose neighbours."
            )


def _check_adjacent(draft: Draft, rows: Sequence[Link]) -> None:
    for row, below in pairwise(sorted(rows, key=lambda one: one.rank)):
        found = link_neighbours(draft.transaction, row.bitext, row.rank, after=True, how_many=1)
        if [id_ for id_, _ in found] != [below.id]:
            raise InvalidEdit(
                "The paragraphs stand in rows that are not next to each other.", "Link them in one row first."
            )


def _joined(chosen: Sequence[Paragraph]) -> Paragraph:
    text = chosen[0].text
    sentences = list(chosen[0].sentences)
    for paragraph in chosen[1:]:
        shift = len(text) + 1
        text += " " + paragraph.text
        sentences += [Sentence(one.id, one.start + shift, one.end + shift) for one in paragraph.sentences]
    imported = " ".join(one.imported for one in chosen if one.imported)
    return replace(chosen[0], text=text, imported=imported, sentences=tuple(sentences))


def _join_rows(draft: Draft, rows: Sequence[Link], gone: set[ParagraphId]) -> None:
    """Make one row of those of one bitext; a person has seen only those of the bitext at hand."""
    first, *others = sorted(rows, key=lambda row: row.rank)
    source = _in_order(draft, [id_ for row in rows for id_ in row.source if id_ not in gone])
    target = _in_order(draft, [id_ for row in rows for id_ in row.target if id_ not in gone])
    joined = replace(first, source=source, target=target)
    if not others:
        draft.refit(joined)
        return
    for row in others:
        draft.drop(row, heir=first)
    status = LinkStatus.CONFIRMED if first.bitext == draft.bitext.id else LinkStatus.PROPOSED
    draft.put(replace(joined, status=status, confidence=None, evidence=Evidence(), reason=""))
    draft.refit(draft.links_anywhere([first.id])[0])


def _in_order(draft: Draft, ids: Sequence[ParagraphId]) -> tuple[ParagraphId, ...]:
    return tuple(one.id for one in sorted(draft.paragraphs(ids), key=lambda one: one.rank))
