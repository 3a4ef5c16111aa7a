"""Notes: what people write about a row."""

from dataclasses import replace

from taqabul.domain.annotation import Note
from taqabul.domain.changes import ChangeSet
from taqabul.domain.errors import InvalidEdit
from taqabul.domain.ids import BitextId, LinkId, NoteId
from taqabul.workflow.draft import drafting
from taqabul.workflow.library import Library


def add_note(library: Library, bitext: BitextId, link: LinkId, text: str) -> ChangeSet:
    """Write a note on a row."""
    with drafting(library, bitext, "add note") as draft:
        row = draft.link(link)
        number = NoteId(draft.take("note"))
        draft.put_note(Note(number, bitext, row.id, _checked(text), draft.author, draft.now))
    return draft.changes


def edit_note(library: Library, bitext: BitextId, note: NoteId, text: str) -> ChangeSet:
    """Give a note another text; it then is by whoever changed it last."""
    with drafting(library, bitext, "edit note") as draft:
        old = draft.notes([note])[0]
        if old.text != _checked(text):
            draft.put_note(replace(old, text=_checked(text), author=draft.author, at=draft.now))
    return draft.changes


def delete_note(library: Library, bitext: BitextId, note: NoteId) -> ChangeSet:
    """Take a note away."""
    with drafting(library, bitext, "delete note") as draft:
        draft.drop_note(draft.notes([note])[0])
    return draft.changes


def _checked(text: str) -> str:
    if not text.strip():
        raise InvalidEdit("A note needs some text.", "Type the note, or delete it.")
    return text.strip()
