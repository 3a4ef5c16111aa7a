"""What people write on texts: labelled spans, relations between them, notes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from taqabul.domain.ids import (
    AnnotationId,
    BitextId,
    ClaimId,
    DecisionId,
    DocumentId,
    LinkId,
    NoteId,
    ParagraphId,
    RelationId,
)

Attributes = tuple[tuple[str, tuple[str, ...]], ...]
"""Values by attribute, in the order of their keys; an attribute without values is left out."""

CONTEXT = 32
"""How many code points before and after a span are remembered, to find it again."""


def attributes_from(values: Mapping[str, Iterable[str]]) -> Attributes:
    """Attributes out of values by key."""
    kept = ((key, tuple(values[key])) for key in sorted(values))
    return tuple((key, some) for key, some in kept if some)


class AnnotationStatus(StrEnum):
    """How far an annotation, or a claim, has come."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a paragraph's text: code points ``start`` (included) to ``end`` (excluded).

    An empty stretch is a place between two words, where something is missing. ``quote`` is what stands
    there, ``prefix`` and ``suffix`` what stands around it (at most CONTEXT code points each).
    """

    paragraph: ParagraphId
    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""

    @property
    def is_gap(self) -> bool:
        """True for a place between two words."""
        return self.start == self.end


CORRECTION: Final = "correction"
"""The attribute of error labels that proposes what the translation should read."""
NOTHING: Final = "∅"
"""What it says where the marked words should go."""


def span_of(paragraph: ParagraphId, text: str, start: int, end: int) -> Span:
    """The stretch of a paragraph's text, with its quote and what stands around it."""
    return Span(
        paragraph,
        start,
        end,
        text[start:end],
        text[max(0, start - CONTEXT) : start],
        text[end : end + CONTEXT],
    )


@dataclass(frozen=True, slots=True)
class Annotation:
    """A label on one or several stretches of a bitext's texts, on either side or both, or on a whole pair.

    Of ``spans`` and ``link`` one is given: ``link`` is the pair that the label is on as a whole. ``lost`` are the
    stretches that could not be placed any more when the text was corrected, as they were: with any, the
    annotation is an orphan. ``uid`` is the same in every copy of the library. ``claim`` is the claim that
    this is a mention of.
    """

    id: AnnotationId
    uid: str
    bitext: BitextId
    label_set: str
    label: str
    author: str
    created_at: datetime
    changed_by: str
    changed_at: datetime
    spans: tuple[Span, ...] = ()
    link: LinkId | None = None
    lost: tuple[Span, ...] = ()
    attributes: Attributes = ()
    comment: str = ""
    status: AnnotationStatus = AnnotationStatus.DRAFT
    claim: ClaimId | None = None

    @property
    def is_orphan(self) -> bool:
        """True where a stretch of it has lost its place."""
        return bool(self.lost)

    def values(self, key: str) -> tuple[str, ...]:
        """The values of one attribute, none where it has none."""
        return dict(self.attributes).get(key, ())

    def value(self, key: str) -> str:
        """The first value of one attribute, empty where it has none."""
        return next(iter(self.values(key)), "")


def correction_of(annotation: Annotation) -> str | None:
    """What the marked words should read: "" where they should go, None where nothing is proposed."""
    proposed = annotation.value(CORRECTION).strip()
    if not proposed:
        return None
    return "" if proposed == NOTHING else " ".join(proposed.split())


@dataclass(frozen=True, slots=True)
class Relation:
    """A directed tie of a type between two annotations, of one bitext or of two."""

    id: RelationId
    uid: str
    bitext: BitextId
    label_set: str
    kind: str
    source: AnnotationId
    target: AnnotationId
    author: str
    at: datetime
    attributes: Attributes = ()


class Ruling(StrEnum):
    """What was made of annotations that differ."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    EDITED = "edited"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody made of the annotations of two people at one place.

    ``left`` and ``right`` are the uids of what they had, ``kept`` of what stands since.
    """

    id: DecisionId
    uid: str
    bitext: BitextId
    left: tuple[str, ...]
    right: tuple[str, ...]
    ruling: Ruling
    kept: tuple[str, ...]
    by: str
    at: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on a pair, an annotation or one of the documents of a bitext: one of the three is given.

    ``thread`` is the remark that this one answers, the first of its thread, and stands on the same thing;
    ``resolved`` is said of the first for all. ``uid`` is the same in every copy of the library, empty where
    the note is older than that (``workflow/annotating/note_uids`` then says what it is known by).
    """

    id: NoteId
    bitext: BitextId
    link: LinkId | None
    text: str
    author: str
    at: datetime
    annotation: AnnotationId | None = None
    document: DocumentId | None = None
    thread: NoteId | None = None
    resolved: bool = False
    uid: str = ""
