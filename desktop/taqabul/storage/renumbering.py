"""An edit made in another file, under the numbers that its records have here.

Records that were there when the file began have the same number in both. Those made since have numbers of their own
on either side: one that comes in gets a fresh number here, which is kept.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from taqabul.domain.annotation import Annotation, Note, Relation, Span
from taqabul.domain.bitext import Link, SentenceLink
from taqabul.domain.claims import Claim
from taqabul.domain.document import Paragraph, Sentence
from taqabul.domain.edits import Edit, Record, Replacement, VerdictChange
from taqabul.storage.checkouts import Number
from taqabul.storage.claims import read_claims
from taqabul.storage.counters import Kind, take
from taqabul.storage.database import Transaction

Id = TypeVar("Id", bound=int)
_KINDS: Mapping[str, Kind] = {
    "links": "link",
    "paragraphs": "paragraph",
    "notes": "note",
    "annotations": "annotation",
    "relations": "relation",
    "claims": "claim",
    "decisions": "decision",
}


class UnknownNumber(Exception):
    """An edit speaks of a record made in the other file that has not come in."""


class Renumbering:
    """Finds the numbers here; ``fresh`` are those it gave, which hold once the edit is in."""

    def __init__(
        self, transaction: Transaction, began: Iterable[tuple[str, int]], known: Mapping[Number, int]
    ) -> None:
        self._transaction, self._began, self._known = transaction, dict(began), known
        self.fresh: dict[Number, int] = {}

    def edit(self, theirs: Edit) -> Edit:
        """The edit under our numbers. Raises UnknownNumber."""
        self._welcome(theirs)
        return Edit(
            theirs.bitext,
            theirs.verb,
            _each(theirs.links, self._link),
            _each(theirs.paragraphs, self._paragraph),
            _each(theirs.notes, self._note),
            tuple(
                VerdictChange(self._of("link", one.link), one.before, one.after) for one in theirs.verdicts
            ),
            _each(theirs.annotations, self._annotation),
            _each(theirs.relations, self._relation),
            self._claims(theirs.claims),
            _each(theirs.decisions, lambda one: replace(one, id=self._of("decision", one.id))),
        )

    def _welcome(self, theirs: Edit) -> None:
        """Have a number for whatever the edit brings in."""
        for part, kind in _KINDS.items():
            for record in getattr(theirs, part).inserted:
                self._give(kind, record.id)
        for text in theirs.paragraphs.inserted:
            for sentence in text.sentences:
                self._give("sentence", sentence.id)

    def _give(self, kind: Kind, number: int) -> None:
        key = (kind, number)
        if number >= self._began.get(kind, 1) and key not in self._known and key not in self.fresh:
            self.fresh[key] = take(self._transaction, kind)[0]

    def _of(self, kind: Kind, number: Id) -> Id:
        if number < self._began.get(kind, 1):
            return number
        ours = self._known.get((kind, number), self.fresh.get((kind, number)))
        if ours is None:
            raise UnknownNumber(f"{kind} {number}")
        return ours  # type: ignore[return-value]

    def _may_be_of(self, kind: Kind, number: Id | None) -> Id | None:
        return None if number is None else self._of(kind, number)

    def _all_of(self, kind: Kind, numbers: Iterable[Id]) -> tuple[Id, ...]:
        return tuple(self._of(kind, number) for number in numbers)

    def _link(self, one: Link) -> Link:
        return replace(
            one,
            id=self._of("link", one.id),
            source=self._all_of("paragraph", one.source),
            target=self._all_of("paragraph", one.target),
            sentences=tuple(self._sentence_link(part) for part in one.sentences),
        )

    def _sentence_link(self, one: SentenceLink) -> SentenceLink:
        source, target = (self._all_of("sentence", side) for side in (one.source, one.target))
        return replace(one, source=source, target=target)

    def _paragraph(self, one: Paragraph) -> Paragraph:
        parts = tuple(Sentence(self._of("sentence", part.id), part.start, part.end) for part in one.sentences)
        return replace(one, id=self._of("paragraph", one.id), sentences=parts)

    def _note(self, one: Note) -> Note:
        return replace(
            one,
            id=self._of("note", one.id),
            link=self._may_be_of("link", one.link),
            annotation=self._may_be_of("annotation", one.annotation),
            thread=self._may_be_of("note", one.thread),
        )

    def _annotation(self, one: Annotation) -> Annotation:
        for span in one.lost:
            self._give("paragraph", span.paragraph)  # it may be gone: then the number is nobody's here, too
        return replace(
            one,
            id=self._of("annotation", one.id),
            spans=tuple(map(self._span, one.spans)),
            lost=tuple(map(self._span, one.lost)),
            link=self._may_be_of("link", one.link),
            claim=self._may_be_of("claim", one.claim),
        )

    def _span(self, one: Span) -> Span:
        return replace(one, paragraph=self._of("paragraph", one.paragraph))

    def _relation(self, one: Relation) -> Relation:
        source, target = self._of("annotation", one.source), self._of("annotation", one.target)
        return replace(one, id=self._of("relation", one.id), source=source, target=target)

    def _claims(self, theirs: Replacement[Claim]) -> Replacement[Claim]:
        """A claim of a bitext that stayed here went along as if it were of one that mentions it."""
        ids = [one.id for one in theirs.removed if one.id < self._began.get("claim", 1)]
        homes = {one.id: one.bitext for one in read_claims(self._transaction, ids).values()}

        def ours(one: Claim) -> Claim:
            id_ = self._of("claim", one.id)
            return replace(one, id=id_, bitext=homes.get(id_, one.bitext))

        return _each(theirs, ours)


def _each(replacement: Replacement[Record], ours: Callable[[Record], Record]) -> Replacement[Record]:
    return Replacement(tuple(map(ours, replacement.removed)), tuple(map(ours, replacement.inserted)))
