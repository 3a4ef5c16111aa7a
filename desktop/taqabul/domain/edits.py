"""Edits: what is taken out and what is put in. Every edit is its own inverse, turned around."""

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from taqabul.domain.annotation import Annotation, Decision, Note, Relation
from taqabul.domain.bitext import Link, LinkStatus
from taqabul.domain.claims import Claim
from taqabul.domain.document import Paragraph
from taqabul.domain.ids import BitextId, LinkId

Record = TypeVar("Record", Link, Paragraph, Note, Annotation, Relation, Claim, Decision)
"""What edits take out and put in."""


@dataclass(frozen=True, slots=True)
class Replacement(Generic[Record]):
    """Records as the database holds them now, and the ones to stand in their place.

    A record in both tuples (by id) changes; one only in ``removed`` goes; one only in ``inserted`` comes.
    """

    removed: tuple[Record, ...] = ()
    inserted: tuple[Record, ...] = ()

    @property
    def inverse(self) -> "Replacement[Record]":
        """The replacement that takes this one back."""
        return Replacement(self.inserted, self.removed)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is thought of a link, by whom, since when; why, where it shall be looked at again."""

    status: LinkStatus
    changed_by: str
    changed_at: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class VerdictChange:
    """A link gets another verdict and stays as it is otherwise.

    Apart from Replacement because people confirm by the hundred thousand.
    """

    link: LinkId
    before: Verdict
    after: Verdict


@dataclass(frozen=True, slots=True)
class Edit:
    """One act of one person on one bitext, small (a status) or large (a whole re-alignment).

    A link is among ``links`` or ``verdicts``, never both. ``verb`` is the word for people ("merge", "confirm"). Links of other bitexts that share an edited
    document may be among ``links``, and their annotations among ``annotations``.
    """

    bitext: BitextId
    verb: str
    links: Replacement[Link] = Replacement()
    paragraphs: Replacement[Paragraph] = Replacement()
    notes: Replacement[Note] = Replacement()
    verdicts: tuple[VerdictChange, ...] = ()
    annotations: Replacement[Annotation] = Replacement()
    relations: Replacement[Relation] = Replacement()
    claims: Replacement[Claim] = Replacement()
    decisions: Replacement[Decision] = Replacement()

    @property
    def is_empty(self) -> bool:
        """True where it changes nothing."""
        parts = (
            self.links,
            self.paragraphs,
            self.notes,
            self.annotations,
            self.relations,
            self.claims,
            self.decisions,
        )
        return not (self.verdicts or any(part.removed or part.inserted for part in parts))

    @property
    def inverse(self) -> "Edit":
        """The edit that takes this one back."""
        return Edit(
            self.bitext,
            self.verb,
            self.links.inverse,
            self.paragraphs.inverse,
            self.notes.inverse,
            tuple(VerdictChange(change.link, change.after, change.before) for change in self.verdicts),
            self.annotations.inverse,
            self.relations.inverse,
            self.claims.inverse,
            self.decisions.inverse,
        )
