"""Notes: what people write about a row, a mark or a text, and what others answer."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from taqabul.domain.annotation import Note
from taqabul.domain.changes import ChangeSet
from taqabul.domain.errors import EditConflict, InvalidEdit
from taqabul.domain.ids import AnnotationId, BitextId, DocumentId, LinkId, NoteId, new_uid
from taqabul.storage.notes import notes_of, read_notes, replies_to
from taqabul.storage.texts import note_places
from taqabul.workflow.annotating.marking import marks_of
from taqabul.workflow.draft import Draft, drafting
from taqabul.workflow.library import Library
from taqabul.workflow.projects import bitext_in


@dataclass(frozen=True, slots=True)
class Thread:
    """A note with what others answered, the oldest first; ``link`` is the row to jump to.

    A note on a text as a whole is at its first row.
    """

    first: Note
    replies: tuple[Note, ...]
    link: LinkId

    @property
    def resolved(self) -> bool:
        """Whether somebody said that it is settled."""
        return self.first.resolved


def threads(library: Library, bitext: BitextId) -> list[Thread]:
    """The threads of a bitext in the order of its rows, those on one row by age."""
    with library.database.read() as transaction:
        bitext_in(transaction, bitext)
        written = notes_of(transaction, bitext)
        places = note_places(transaction, [one.id for one in written if one.thread is None])
    replies: dict[NoteId, list[Note]] = {}
    for one in written:
        if one.thread is not None:
            replies.setdefault(one.thread, []).append(one)
    firsts = sorted((places[one.id][2], one.id, one) for one in written if one.id in places)
    return [Thread(one, tuple(replies.get(id_, ())), places[id_][1]) for _, id_, one in firsts]


def note_now(library: Library, note: NoteId) -> Note | None:
    """A note as it is now; None where it is gone."""
    with library.database.read() as transaction:
        return read_notes(transaction, [note]).get(note)


def add_note(library: Library, bitext: BitextId, link: LinkId, text: str) -> ChangeSet:
    """Write a note on a row."""
    with drafting(library, bitext, "add note") as draft:
        _put(draft, Note(_number(draft), bitext, draft.link(link).id, text, draft.author, draft.now))
    return draft.changes


def add_note_on_mark(library: Library, bitext: BitextId, annotation: AnnotationId, text: str) -> ChangeSet:
    """Write a note on a mark."""
    with drafting(library, bitext, "add note") as draft:
        on = marks_of(draft, [annotation])[0].id
        _put(draft, Note(_number(draft), bitext, None, text, draft.author, draft.now, annotation=on))
    return draft.changes


def add_note_on_document(library: Library, bitext: BitextId, document: DocumentId, text: str) -> ChangeSet:
    """Write a note on one of the two texts of a bitext."""
    with drafting(library, bitext, "add note") as draft:
        if document not in (draft.bitext.source, draft.bitext.target):
            raise InvalidEdit("The text is not part of this bitext.", "Choose one of its two texts.")
        _put(draft, Note(_number(draft), bitext, None, text, draft.author, draft.now, document=document))
    return draft.changes


def reply(library: Library, bitext: BitextId, note: NoteId, text: str) -> ChangeSet:
    """Answer a note; what answers an answer stands in the same thread. A settled thread is open again."""
    with drafting(library, bitext, "reply") as draft:
        first = _first(draft, note)
        answer = replace(first, id=_number(draft), text=text, author=draft.author, at=draft.now)
        _put(draft, replace(answer, thread=first.id, resolved=False))
        if first.resolved:
            draft.written.notes.put(replace(first, resolved=False))
    return draft.changes


def resolve(library: Library, bitext: BitextId, note: NoteId, *, resolved: bool = True) -> ChangeSet:
    """Say that the thread of a note is settled, or open it again."""
    with drafting(library, bitext, "resolve note" if resolved else "reopen note") as draft:
        draft.written.notes.put(replace(_first(draft, note), resolved=resolved))
    return draft.changes


def edit_note(
    library: Library, bitext: BitextId, note: NoteId, text: str, *, before: str | None = None
) -> ChangeSet:
    """Give a note another text; it then is by whoever changed it last.

    ``before`` is the text the person began from: with it, EditConflict is raised where the note reads differently by now.
    """
    with drafting(library, bitext, "edit note") as draft:
        old = _note(draft, note)
        if before not in (None, old.text):
            raise EditConflict("The note was changed meanwhile.", "Look at it as it is now.", (old.author,))
        if old.text != _checked(text):
            draft.written.notes.put(replace(old, text=_checked(text), author=draft.author, at=draft.now))
    return draft.changes


def delete_note(library: Library, bitext: BitextId, note: NoteId) -> ChangeSet:
    """Take a note away, and what answers it."""
    with drafting(library, bitext, "delete note") as draft:
        answers = replies_to(draft.transaction, [_note(draft, note).id])
        for one in _notes(draft, [note, *answers]):
            draft.written.notes.drop(one)
    return draft.changes


def _put(draft: Draft, note: Note) -> None:
    draft.written.notes.put(replace(note, text=_checked(note.text), uid=new_uid()))


def _number(draft: Draft) -> NoteId:
    return NoteId(draft.take("note"))


def _first(draft: Draft, id_: NoteId) -> Note:
    """The first note of a note's thread."""
    note = _note(draft, id_)
    return note if note.thread is None else _note(draft, note.thread)


def _note(draft: Draft, id_: NoteId) -> Note:
    return _notes(draft, [id_])[0]


def _notes(draft: Draft, ids: Iterable[NoteId]) -> list[Note]:
    notes = draft.written.notes.read(draft.transaction, ids)
    if any(note.bitext != draft.bitext.id for note in notes):
        raise InvalidEdit("The note is not part of this bitext.", "Choose a note of this bitext.")
    return notes


def _checked(text: str) -> str:
    if not text.strip():
        raise InvalidEdit("A note needs some text.", "Type the note, or delete it.")
    return text.strip()
