"""What notes are known by in every copy of a library, those too that are older than such names."""

from collections import Counter
from collections.abc import Iterable
from datetime import UTC
from uuid import NAMESPACE_OID, uuid5

from taqabul.domain.annotation import Note
from taqabul.domain.ids import NoteId


def uids_of(notes: Iterable[Note]) -> dict[NoteId, str]:
    """The uid of each of the notes of one bitext.

    One without gets the same in every copy: made of who wrote it, when, and what it says; several of the same words
    written in one step are told apart by their order.
    """
    found: dict[NoteId, str] = {}
    before: Counter[str] = Counter()
    for one in sorted(notes, key=lambda note: note.id):
        known = "\0".join((one.author, one.at.astimezone(UTC).isoformat(), one.text))
        found[one.id] = one.uid or uuid5(NAMESPACE_OID, f"{known}\0{before[known]}").hex
        before[known] += not one.uid
    return found
