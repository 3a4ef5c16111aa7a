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
AnnotationId = NewType("AnnotationId", int)
RelationId = NewType("RelationId", int)
ClaimId = NewType("ClaimId", int)
DecisionId = NewType("DecisionId", int)
