"""A record before and after an act of the history, by its kind."""

from dataclasses import dataclass

from taqabul.domain.annotation import Annotation, Relation
from taqabul.domain.bitext import Link
from taqabul.domain.claims import Claim
from taqabul.domain.edits import Verdict
from taqabul.domain.ids import LinkId, ParagraphId
from taqabul.domain.language import Direction, Side


@dataclass(frozen=True, slots=True)
class TextVersions:
    """A paragraph's text before and after an act; None where it was not there."""

    paragraph: ParagraphId
    side: Side
    number: int
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class DirectionVersions:
    """Which way a paragraph ran before and after an act; None as its language does."""

    paragraph: ParagraphId
    side: Side
    number: int
    before: Direction | None
    after: Direction | None


@dataclass(frozen=True, slots=True)
class LinkVersions:
    """A link before and after an act; None where it was not there."""

    before: Link | None
    after: Link | None


@dataclass(frozen=True, slots=True)
class VerdictVersions:
    """What was thought of a link before and after an act; ``now`` is the link, where it still is there."""

    link: LinkId
    now: Link | None
    before: Verdict
    after: Verdict


@dataclass(frozen=True, slots=True)
class NoteVersions:
    """A note's text before and after an act; None where it was not there."""

    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class MarkVersions:
    """An annotation before and after an act; None where it was not there."""

    before: Annotation | None
    after: Annotation | None


@dataclass(frozen=True, slots=True)
class RelationVersions:
    """A relation before and after an act; None where it was not there."""

    before: Relation | None
    after: Relation | None


@dataclass(frozen=True, slots=True)
class ClaimVersions:
    """A claim before and after an act; None where it was not there."""

    before: Claim | None
    after: Claim | None


Versions = (
    TextVersions
    | DirectionVersions
    | LinkVersions
    | VerdictVersions
    | NoteVersions
    | MarkVersions
    | RelationVersions
    | ClaimVersions
)
