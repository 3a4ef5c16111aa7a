"""A record before and after an act of the history, by its kind."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from taqabul.domain.annotation import Annotation, Relation
from taqabul.domain.bitext import Link
from taqabul.domain.claims import Claim
from taqabul.domain.edits import Verdict
from taqabul.domain.ids import LinkId, ParagraphId
from taqabul.domain.language import Direction, Side

Known = TypeVar("Known")


@dataclass(frozen=True, slots=True)
class _Both(Generic[Known]):
    """Something before and after an act; None where it was not there."""

    before: Known | None
    after: Known | None


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


class LinkVersions(_Both[Link]):
    """A link."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class VerdictVersions:
    """What was thought of a link before and after an act; ``now`` is the link, where it still is there."""

    link: LinkId
    now: Link | None
    before: Verdict
    after: Verdict


class NoteVersions(_Both[str]):
    """A note's text."""

    __slots__ = ()


class MarkVersions(_Both[Annotation]):
    """An annotation."""

    __slots__ = ()


class RelationVersions(_Both[Relation]):
    """A relation."""

    __slots__ = ()


class ClaimVersions(_Both[Claim]):
    """A claim."""

    __slots__ = ()


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
