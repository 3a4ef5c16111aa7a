"""Names for the numbers by which the database knows things, and for what is the same in all its copies."""

from typing import NewType
from uuid import uuid4

FileId = NewType("FileId", int)
DocumentId = NewType("DocumentId", int)
ParagraphId = NewType("ParagraphId", int)
SentenceId = NewType("SentenceId", int)
BitextId = NewType("BitextId", int)
LinkId = NewType("LinkId", int)
NoteId = NewType("NoteId", int)
JournalId = NewType("JournalId", int)
ProjectId = NewType("ProjectId", int)
AnnotationId = NewType("AnnotationId", int)
RelationId = NewType("RelationId", int)
ClaimId = NewType("ClaimId", int)
DecisionId = NewType("DecisionId", int)


def new_uid() -> str:
    """A name for something new that nothing else has, in any library."""
    return uuid4().hex
