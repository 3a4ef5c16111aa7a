"""What an edit changed, by id, so that screens refresh just that."""

from dataclasses import dataclass

from taqabul.domain.ids import (
    AnnotationId,
    BitextId,
    ClaimId,
    JournalId,
    LinkId,
    NoteId,
    ParagraphId,
    RelationId,
)


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """A paragraph, by its number, that was to change and was left alone, and who had changed it; "" where that is not known."""

    number: int
    by: str


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """The outcome of one write.

    ``inserted`` and ``moved`` carry each link's new rank, so that a view can place its row without
    reading the others. ``touched`` are links that stay where they are and look different (their own
    fields, their paragraphs' text, their notes, what is marked in them); ``marked`` are those of them that differ in
    nothing but what is marked in them. ``annotations``, ``relations`` and ``claims`` are those that came, went or
    changed, in any bitext. ``spared`` are links that were to change and were left alone: somebody else changed them meanwhile;
    ``left`` are the paragraphs, where texts were to change.
    """

    bitext: BitextId
    verb: str
    journal: JournalId | None = None
    removed: tuple[LinkId, ...] = ()
    inserted: tuple[tuple[LinkId, int], ...] = ()
    moved: tuple[tuple[LinkId, int], ...] = ()
    touched: tuple[LinkId, ...] = ()
    marked: tuple[LinkId, ...] = ()
    paragraphs: tuple[ParagraphId, ...] = ()
    notes: tuple[NoteId, ...] = ()
    annotations: tuple[AnnotationId, ...] = ()
    relations: tuple[RelationId, ...] = ()
    claims: tuple[ClaimId, ...] = ()
    spared: tuple[LinkId, ...] = ()
    left: tuple[LeftAlone, ...] = ()

    @property
    def focus(self) -> LinkId | None:
        """The link a reader should be shown, where there is one."""
        candidates = (
            [link for link, _ in self.inserted] + [link for link, _ in self.moved] + list(self.touched)
        )
        return candidates[0] if candidates else None
