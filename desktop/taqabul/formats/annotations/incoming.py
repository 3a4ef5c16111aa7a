"""What a file of annotations holds, before it is known where that stands in a bitext of the library."""

from dataclasses import dataclass
from datetime import datetime

from taqabul.domain.annotation import AnnotationStatus, Attributes
from taqabul.domain.labels import LabelSet
from taqabul.domain.language import Side


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch as a file tells it: positions in the running text of a side, a quote, what stands around it.

    ``side`` is None where the file does not say; ``start`` and ``end`` are None where it gives no positions.
    """

    side: Side | None
    start: int | None
    end: int | None
    quote: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class IncomingAnnotation:
    """An annotation of a file.

    ``key`` is what the file's relations and notes call it. Empty strings and None: the file does not say.
    ``spans`` of an annotation ``on_pair`` are paragraphs of that pair. ``claim`` is the uid of a claim.
    """

    key: str
    uid: str
    label_set: str
    label: str
    spans: tuple[Quoted, ...] = ()
    on_pair: bool = False
    lost: tuple[Quoted, ...] = ()
    attributes: Attributes = ()
    comment: str = ""
    status: AnnotationStatus = AnnotationStatus.DRAFT
    author: str = ""
    created_at: datetime | None = None
    changed_by: str = ""
    changed_at: datetime | None = None
    claim: str = ""


@dataclass(frozen=True, slots=True)
class IncomingRelation:
    """A relation of a file; its ends are keys of the file's annotations, or uids of others."""

    uid: str
    label_set: str
    kind: str
    source: str
    target: str
    attributes: Attributes = ()
    author: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class IncomingNote:
    """A note of a file, on one of: an annotation (its key), a pair (its paragraphs), a document (its side).

    ``thread`` is the uid of the note that it answers.
    """

    uid: str
    text: str
    annotation: str = ""
    pair: tuple[Quoted, ...] = ()
    document: Side | None = None
    thread: str = ""
    resolved: bool = False
    author: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class IncomingClaim:
    """A claim of a file."""

    uid: str
    arabic: str
    english: str
    status: AnnotationStatus = AnnotationStatus.DRAFT
    attributes: Attributes = ()
    author: str = ""
    created_at: datetime | None = None
    changed_by: str = ""
    changed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Incoming:
    """All that a file holds; ``remarks`` tell people what in it was passed over.

    ``sides`` are those that the file speaks of: what stands on the other is not touched by it.
    """

    annotations: tuple[IncomingAnnotation, ...] = ()
    relations: tuple[IncomingRelation, ...] = ()
    notes: tuple[IncomingNote, ...] = ()
    claims: tuple[IncomingClaim, ...] = ()
    label_sets: tuple[LabelSet, ...] = ()
    remarks: tuple[str, ...] = ()
    sides: frozenset[Side] = frozenset(Side)
