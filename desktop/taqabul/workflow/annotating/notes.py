"""Notes: what people write about a row."""

from dataclasses import replace

from taqabul.domain.annotation import Note
from taqabul.domain.changes import ChangeSet
from taqabul.domain.errors import InvalidEdit
from taqabul.domain.ids import BitextId, LinkId, NoteId, new_uid
from taqabul.workflow.draft import Draft, drafting
from taqabul.workflow.library import Library


def add_note(library: Library, bitext: BitextId, link: LinkId, text: str) -> ChangeSet:
    """Write a note on a row."""
    with drafting(library, bitext, "add note") as draft:
        row = draft.link(link)
        number = NoteId(draft.take("note"))
        note = Note(number, bitext, row.id, _checked(text), draft.author, draft.now, uid=new_uid())
        draft.written.notes.put(note)
    return draft.changes


def edit_note(library: Library, bitext: BitextId, note: NoteId, text: str) -> ChangeSet:
    """Give a note another text; it then is by whoever changed it last."""
    with drafting(library, bitext, "edit note") as draft:
        old = _note(draft, note)
        if old.text != _checked(text):
            draft.written.notes.put(replace(old, text=_checked(text), author=draft.author, at=draft.now))
    return draft.changes


def delete_note(library: Library, bitext: BitextId, note: NoteId) -> ChangeSet:
    """Take a note away."""
    with drafting(library, bitext, "delete note") as draft:
        draft.written.notes.drop(_note(draft, note))
    return draft.changes


def _note(draft: Draft, id_: NoteId) -> Note:
    note = draft.written.notes.read(draft.transaction, [id_])[0]
    if note.bitext != draft.bitext.id:
        raise InvalidEdit("The note is not part of this bitext.", "Choose a note of this bitext.")
    return note


def _checked(text: str) -> str:
    if not text.strip():
        raise InvalidEdit("A note needs some text.", "Type the note, or delete it.")
    return text.strip()
