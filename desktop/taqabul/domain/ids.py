"""Names for the numbers by which the database knows things."""

from typing import NewType

FileId = NewType("FileId", int)
DocumentId = NewType("DocumentId", int)
ParagraphId = NewType("ParagraphId", int)
SentenceId = NewType("SentenceId", int)
BitextId = NewType("BitextId", int)
LinkId = NewType("LinkId", int)
NoteId = NewType("NoteId", int)
JournalId = NewType("JournalId", int)
ProjectId = NewType("ProjectId", int)
