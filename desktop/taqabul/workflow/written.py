"""What people wrote on texts and links, while an edit is in the making."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from taqabul.domain.annotation import Annotation, Decision, Note, Relation
from taqabul.domain.claims import Claim
from taqabul.domain.ids import AnnotationId, ClaimId, DecisionId, LinkId, NoteId, ParagraphId, RelationId
from taqabul.storage import annotations, claims, notes, relations
from taqabul.storage.database import Transaction
from taqabul.workflow.annotating.carrying import Carrier, Rewritten
from taqabul.workflow.sheet import Sheet


class Written:
    """Notes, annotations, relations, claims and decisions on their way to another state."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self.notes = Sheet[NoteId, Note](notes.read_notes)
        self.annotations = Sheet[AnnotationId, Annotation](annotations.read_annotations)
        self.relations = Sheet[RelationId, Relation](relations.read_relations)
        self.claims = Sheet[ClaimId, Claim](claims.read_claims)
        self.decisions = Sheet[DecisionId, Decision](relations.read_decisions)

    def inherit(self, link: LinkId, heir: LinkId) -> None:
        """What is written on a link as a whole is on another from now on."""
        for note in notes.notes_on(self._transaction, [link]).get(link, ()):
            self.notes.put(replace(self.notes.read(self._transaction, [note.id])[0], link=heir))
        ids = annotations.annotation_ids_on_links(self._transaction, [link]).get(link, ())
        for annotation in self.annotations.read(self._transaction, ids):
            self.annotations.put(replace(annotation, link=heir))

    def erase(self, gone: Iterable[Annotation]) -> None:
        """Take annotations out, with the relations they are in and the notes on them."""
        leaving = list(gone)
        ids = [one.id for one in leaving]
        for annotation in leaving:
            self.annotations.drop(annotation)
        for relation in relations.relations_at(self._transaction, ids):
            self.relations.read(self._transaction, [relation.id])
            self.relations.drop(relation)
        remarks = [
            note for some in notes.notes_on_annotations(self._transaction, ids).values() for note in some
        ]
        for note in self.notes.read(self._transaction, [one.id for one in remarks]):
            self.notes.drop(note)

    def carry(self, rewritten: Mapping[ParagraphId, Rewritten], texts: Mapping[ParagraphId, str]) -> None:
        """Have annotations follow texts that change; ``texts`` are those that they may stand in now."""
        ids = annotations.annotation_ids_on(self._transaction, list(rewritten))
        carrier = Carrier(rewritten, texts)
        for annotation in self.annotations.read(self._transaction, ids):
            self.annotations.put(carrier.carried(annotation))

    def parts(self) -> dict[str, Any]:
        """What changes, by the parts of an Edit."""
        return {
            "notes": self.notes.replacement(),
            "annotations": self.annotations.replacement(),
            "relations": self.relations.replacement(),
            "claims": self.claims.replacement(),
            "decisions": self.decisions.replacement(),
        }
