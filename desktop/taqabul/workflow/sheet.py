"""Records of one kind while an edit is in the making."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from taqabul.domain.edits import Record, Replacement
from taqabul.domain.errors import EditConflict
from taqabul.domain.ids import (
    AnnotationId,
    ClaimId,
    DecisionId,
    LinkId,
    NoteId,
    ParagraphId,
    RelationId,
)
from taqabul.storage.database import Transaction

Id = TypeVar("Id", LinkId, ParagraphId, NoteId, AnnotationId, RelationId, ClaimId, DecisionId)


@dataclass
class Sheet(Generic[Id, Record]):
    """Records of one kind: as they are in the library, and as they shall be (None: gone)."""

    load: Callable[[Transaction, Iterable[Id]], Mapping[Id, Record]]
    before: dict[Id, Record] = field(default_factory=dict)
    after: dict[Id, Record | None] = field(default_factory=dict)

    def read(self, transaction: Transaction, ids: Iterable[Id]) -> list[Record]:
        """The records as they shall be. Raises EditConflict where one is not there any more."""
        wanted = list(ids)
        self.before |= self.load(transaction, [id_ for id_ in wanted if id_ not in self.after])
        found = [self.after.get(id_, self.before.get(id_)) for id_ in wanted]
        present = [record for record in found if record is not None]
        if len(present) < len(wanted):
            raise EditConflict(
                "What you chose is not there any more: it was changed meanwhile.",
                "Look at the rows as they are now, then try again; nothing was changed.",
            )
        return present

    def put(self, record: Record) -> None:
        """Have a record as given."""
        key: Any = record.id
        self.after[key] = record

    def drop(self, record: Record) -> None:
        """Take a record out."""
        key: Any = record.id
        self.after[key] = None

    def replacement(self) -> Replacement[Record]:
        """What really changes."""
        changed = [id_ for id_, record in self.after.items() if record != self.before.get(id_)]
        removed = (self.before[id_] for id_ in changed if id_ in self.before)
        inserted = (record for id_ in changed if (record := self.after[id_]) is not None)
        return Replacement(tuple(removed), tuple(inserted))
