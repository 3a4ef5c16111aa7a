"""A label put wherever the same words stand: all places told beforehand, those chosen marked in one edit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from taqabul.domain.annotation import CONTEXT, Annotation
from taqabul.domain.changes import ChangeSet
from taqabul.domain.document import Paragraph
from taqabul.domain.errors import EditConflict, InvalidInput
from taqabul.domain.ids import AnnotationId, BitextId, LinkId, ParagraphId
from taqabul.domain.language import Side
from taqabul.domain.options import Progress, no_progress
from taqabul.domain.search import Kind, Query, Where
from taqabul.storage import shelves
from taqabul.storage.annotations import annotation_ids_on, read_annotations
from taqabul.storage.documents import read_paragraphs
from taqabul.workflow.annotating.counterparts import Counterpart, counterpart_in_row
from taqabul.workflow.annotating.marking import Given, is_same, marks_at, placed, put_mark
from taqabul.workflow.annotating.mirroring import put_counterpart
from taqabul.workflow.draft import Draft, drafting
from taqabul.workflow.library import Library
from taqabul.workflow.rows import rows
from taqabul.workflow.searching.finding import Hit, find
from taqabul.workflow.word_links import Stretch, WordLinker

_MOST: Final = 20_000


class Scope(StrEnum):
    """Where equal words are looked for: in the text they stand in, its project, the whole library."""

    DOCUMENT = "document"
    PROJECT = "project"
    LIBRARY = "library"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A place where the words stand; ``marked`` where it has the label already.

    ``text`` is the whole paragraph's as it was when found, ``number`` what people know the paragraph by.
    """

    bitext: BitextId
    link: LinkId
    side: Side
    stretch: Stretch
    number: int
    text: str
    marked: bool

    @property
    def quote(self) -> str:
        """The words as they stand there."""
        return self.text[self.stretch.start : self.stretch.end]

    @property
    def before(self) -> str:
        """What stands before them."""
        return self.text[max(0, self.stretch.start - CONTEXT) : self.stretch.start]

    @property
    def after(self) -> str:
        """What stands after them."""
        return self.text[self.stretch.end : self.stretch.end + CONTEXT]


def equal_words(
    library: Library,
    bitext: BitextId,
    stretch: Stretch,
    label_set: str,
    label: str,
    scope: Scope = Scope.DOCUMENT,
    *,
    clitics: bool = False,
    progress: Progress = no_progress,
) -> list[Occurrence]:
    """Every place where the words of a stretch stand as whole words, whatever their spelling, in row order.

    With ``clitics`` also where Arabic writes particles before them or pronouns after them. The stretch itself is
    among them. Raises InvalidInput where it holds no letter.
    """
    with library.database.read() as transaction:
        home = read_paragraphs(transaction, [stretch.paragraph]).get(stretch.paragraph)
        placements = shelves.placements(transaction)
    if home is None:
        raise InvalidInput("The text is not there any more.", "Choose the words again.")
    quote = " ".join(home.text[stretch.start : stretch.end].split())
    query = Query(quote, Kind.CLITICS if clitics else Kind.WORD, Where.TEXTS)
    inside = bitext if scope is Scope.DOCUMENT else None
    hits = [one for one in find(library, query, inside, most=_MOST, progress=progress).hits if one.bitext]
    if scope is Scope.PROJECT:
        project = placements[bitext].project if bitext in placements else None
        here = {id_ for id_, place in placements.items() if place.project == project} | {bitext}
        loose = project is None
        hits = [one for one in hits if one.bitext in here or (loose and one.bitext not in placements)]
    return _occurrences(library, hits, home if scope is Scope.DOCUMENT else None, (label_set, label))


def _occurrences(
    library: Library, hits: Sequence[Hit], home: Paragraph | None, label: tuple[str, str]
) -> list[Occurrence]:
    with library.database.read() as transaction:
        ids = list({one.paragraph for one in hits if one.paragraph is not None})
        texts = read_paragraphs(transaction, ids)
        known = read_annotations(transaction, annotation_ids_on(transaction, ids))
    marked: dict[tuple[BitextId, ParagraphId], list[tuple[int, int]]] = {}
    for one in known.values():
        if (one.label_set, one.label) == label:
            for span in one.spans:
                marked.setdefault((one.bitext, span.paragraph), []).append((span.start, span.end))
    found = []
    for hit in hits:
        if hit.bitext is None or hit.link is None or hit.side is None or hit.paragraph is None:
            continue
        text = texts[hit.paragraph]
        if home is None or text.document == home.document:
            there = any(
                start < hit.end and end > hit.start for start, end in marked.get((hit.bitext, text.id), ())
            )
            stretch = Stretch(text.id, hit.start, hit.end)
            found.append(Occurrence(hit.bitext, hit.link, hit.side, stretch, text.number, text.text, there))
    return found


def facing(
    library: Library, occurrences: Sequence[Occurrence], progress: Progress = no_progress
) -> dict[Stretch, tuple[Stretch, ...]]:
    """What faces each of some places by the engine's word links; a place of which only the sentence is known is left out.

    Loads the encoder, so not in the window.
    """
    linkers: dict[BitextId, WordLinker] = {}
    found: dict[Stretch, tuple[Stretch, ...]] = {}
    for done, one in enumerate(occurrences):
        progress(done, len(occurrences))
        linker = linkers.setdefault(one.bitext, WordLinker(library, one.bitext))
        for row in rows(library, one.bitext, [one.link]):
            proposed: Counterpart | None = counterpart_in_row(linker, row, [one.stretch])
            if proposed is not None and proposed.by_words:
                found[one.stretch] = proposed.stretches
    return found


def propagate(
    library: Library,
    bitext: BitextId,
    chosen: Sequence[Occurrence],
    given: Given,
    counterparts: Mapping[Stretch, Sequence[Stretch]] | None = None,
    kind: str | None = None,
) -> ChangeSet:
    """Put a label on all chosen places, and on their ``counterparts`` tied by the relation ``kind``.

    One edit, however many bitexts the places are in; its history is kept in ``bitext``, where the words were taken
    from and all is taken back at once. Places that the same person has marked so are passed over. Raises EditConflict
    where a text reads differently by now: nothing is marked then.
    """
    by_bitext: dict[BitextId, list[Occurrence]] = {}
    for one in chosen:
        by_bitext.setdefault(one.bitext, []).append(one)
    with drafting(library, bitext, "propagate") as draft:
        for other, some in by_bitext.items():
            with draft.visiting(other):
                _put(draft, some, given, counterparts or {}, kind)
    return draft.changes


def _put(
    draft: Draft,
    chosen: Sequence[Occurrence],
    given: Given,
    counterparts: Mapping[Stretch, Sequence[Stretch]],
    kind: str | None,
) -> None:
    texts = {one.id: one.text for one in draft.paragraphs({one.stretch.paragraph for one in chosen})}
    if any(texts[one.stretch.paragraph] != one.text for one in chosen):
        raise EditConflict("A text was changed meanwhile.", "Look for the words again; nothing was marked.")
    made: dict[AnnotationId, Annotation] = {}
    for one in chosen:
        spans = placed(draft, [one.stretch])
        known = [*marks_at(draft, spans), *made.values()]
        if any(is_same(mark, spans, given) and mark.author == draft.author for mark in known):
            continue
        mark = put_mark(draft, spans, given)
        made[mark.id] = mark
        other = counterparts.get(one.stretch)
        if other:
            beside = placed(draft, other)
            if not any(is_same(two, beside, given) for two in (*marks_at(draft, beside), *made.values())):
                facing_mark = put_counterpart(draft, mark, beside, kind)
                made[facing_mark.id] = facing_mark
