"""How the library is kept at a moment, and the way back to it: titles, projects, the archive, the bin, tags.

Nothing of a text is concerned, so none of this is an edit of the journal.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import TypeVar

from taqabul.domain.errors import InvalidInput
from taqabul.domain.files import Metadata
from taqabul.domain.ids import BitextId, DocumentId, ProjectId
from taqabul.domain.shelves import Placement
from taqabul.storage import bitexts, documents, shelves
from taqabul.storage.database import Transaction
from taqabul.workflow.library import Library

Key = TypeVar("Key")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Order:
    """How bitexts, documents and projects are kept.

    ``binned`` is None for a document that is not in the bin, ``projects`` for a project that is not there.
    """

    titles: Mapping[BitextId, str]
    places: Mapping[BitextId, Placement]
    described: Mapping[DocumentId, Metadata]
    binned: Mapping[DocumentId, datetime | None]
    projects: Mapping[ProjectId, str | None]

    @property
    def is_empty(self) -> bool:
        """Whether it tells of nothing."""
        return not any(getattr(self, part.name) for part in fields(self))

    def where_other(self, now: "Order") -> "Order":
        """What of this order is another one now; bitexts and documents that came or went are left out."""
        return Order(
            _other(self.titles, now.titles),
            _other(self.places, now.places),
            _other(self.described, now.described),
            _other(self.binned, now.binned),
            _other(
                {**dict.fromkeys(now.projects), **self.projects},
                {**dict.fromkeys(self.projects), **now.projects},
            ),
        )


def order_of(library: Library) -> Order:
    """How everything is kept now."""
    with library.database.read() as transaction:
        return _order(transaction)


def put_back(library: Library, order: Order) -> Order:
    """Keep things in an order they were in before; gives the one that takes this back.

    Raises InvalidInput where something of it was taken out for good since.
    """
    with library.database.write() as transaction:
        now = _order(transaction)
        if any(one not in now.titles for one in order.titles.keys() | order.places.keys()) or any(
            one not in now.described for one in order.described.keys() | order.binned.keys()
        ):
            raise InvalidInput(
                "What this concerned is not in the library any more.", "Nothing was changed; go on from here."
            )
        _write(transaction, order, now)
        return now.where_other(_order(transaction))


def _order(transaction: Transaction) -> Order:
    records = bitexts.read_bitexts(transaction)
    papers = documents.read_documents(transaction)
    places, gone = shelves.placements(transaction), shelves.binned_documents(transaction)
    return Order(
        {one.id: one.title for one in records},
        {one.id: places.get(one.id, Placement()) for one in records},
        {one.id: one.metadata for one in papers},
        {one.id: gone.get(one.id) for one in papers},
        {one.id: one.name for one in shelves.read_projects(transaction)},
    )


def _write(transaction: Transaction, order: Order, now: Order) -> None:
    """Keep things so; what is not there any more was looked for before."""
    kept = {project: called for project, called in order.projects.items() if called is not None}
    for project, called in kept.items():
        shelves.keep_project(transaction, project, called)
    for bitext, title in order.titles.items():
        bitexts.change_bitext(transaction, bitext, title=title)
    for bitext, place in order.places.items():
        if place.project in {None, *now.projects, *kept}:
            shelves.put(transaction, bitext, place)
    for document, about in order.described.items():
        documents.describe_document(transaction, document, about)
    shelves.take_documents_out(transaction, list(order.binned))
    for document, at in order.binned.items():
        if at is not None:
            shelves.put_document_in_bin(transaction, document, at)
    for project in order.projects.keys() - kept.keys():
        shelves.delete_project(transaction, project)


def _other(then: Mapping[Key, Value], now: Mapping[Key, Value]) -> dict[Key, Value]:
    return {key: then[key] for key in then.keys() & now.keys() if then[key] != now[key]}
