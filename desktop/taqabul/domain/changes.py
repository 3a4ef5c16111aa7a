"""What an edit changed, by id, so that screens refresh just that."""

from dataclasses import dataclass

from taqabul.domain.ids import BitextId, JournalId, LinkId, NoteId, ParagraphId


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """The outcome of one write.

    ``inserted`` and ``moved`` carry each link's new rank, so that a view can place its row without
    reading the others. ``touched`` are links that stay where they are and look different (their own
    fields, their paragraphs' text, their notes).
    """

    bitext: BitextId
    verb: str
    journal: JournalId | None = None
    removed: tuple[LinkId, ...] = ()
    inserted: tuple[tuple[LinkId, int], ...] = ()
    moved: tuple[tuple[LinkId, int], ...] = ()
    touched: tuple[LinkId, ...] = ()
    paragraphs: tuple[ParagraphId, ...] = ()
    notes: tuple[NoteId, ...] = ()

    @property
    def focus(self) -> LinkId | None:
        """The link a reader should be shown, where there is one."""
        candidates = (
            [link for link, _ in self.inserted] + [link for link, _ in self.moved] + list(self.touched)
        )
        return candidates[0] if candidates else None
