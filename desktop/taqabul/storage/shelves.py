"""Projects, the archive, the bin and tags: from rows to records and back."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, func, insert, select, update

from taqabul.domain.ids import BitextId, DocumentId, ProjectId
from taqabul.domain.shelves import Placement, Project
from taqabul.storage.counters import take
from taqabul.storage.database import Transaction
from taqabul.storage.dialects import insert_or_update
from taqabul.storage.tables import binned_document, journal, placement, project, tag


def read_projects(transaction: Transaction) -> list[Project]:
    """All projects, in the order in which they were made."""
    query = select(project.c.id, project.c.name).order_by(project.c.id)
    return [Project(ProjectId(id_), name) for id_, name in transaction.connection.execute(query)]


def add_project(transaction: Transaction, name: str) -> ProjectId:
    """Begin a project; its name must be new."""
    id_ = ProjectId(take(transaction, "project")[0])
    transaction.connection.execute(insert(project), {"id": id_, "name": name})
    return id_


def rename_project(transaction: Transaction, id_: ProjectId, name: str) -> None:
    """Give a project another name, which must be new."""
    transaction.connection.execute(update(project).where(project.c.id == id_).values(name=name))


def keep_project(transaction: Transaction, id_: ProjectId, name: str) -> None:
    """Give a project its name; one that was taken away is there again, under its number."""
    insert_or_update(transaction, project, [{"id": id_, "name": name}], ["name"])


def delete_project(transaction: Transaction, id_: ProjectId) -> None:
    """Take a project away; its bitexts stay, in no project."""
    transaction.connection.execute(delete(project).where(project.c.id == id_))


def placements(transaction: Transaction) -> dict[BitextId, Placement]:
    """Where bitexts are kept; those that nobody placed are missing."""
    tags: defaultdict[int, list[str]] = defaultdict(list)
    for id_, word in transaction.connection.execute(
        select(tag.c.bitext_id, tag.c.tag).order_by(tag.c.bitext_id, tag.c.tag)
    ):
        tags[id_].append(word)
    of = placement.c
    rows = transaction.connection.execute(select(of.bitext_id, of.project_id, of.archived, of.binned_at))
    placed = {id_: (shelf, archived, at) for id_, shelf, archived, at in rows}
    return {
        BitextId(id_): Placement(*placed.get(id_, (None, False, None)), tuple(tags.get(id_, ())))
        for id_ in {*placed, *tags}
    }


def put(transaction: Transaction, id_: BitextId, place: Placement) -> None:
    """Put a bitext where it shall be in every way."""
    _place(transaction, [id_], project_id=place.project, archived=place.archived, binned_at=place.binned_at)
    set_tags(transaction, id_, place.tags)


def put_in_project(transaction: Transaction, ids: Collection[BitextId], to: ProjectId | None) -> None:
    """Move bitexts into a project, or out of theirs."""
    _place(transaction, ids, project_id=to)


def put_in_archive(transaction: Transaction, ids: Collection[BitextId], *, archived: bool) -> None:
    """Put bitexts into the archive, or take them out."""
    _place(transaction, ids, archived=archived)


def put_in_bin(transaction: Transaction, ids: Collection[BitextId], at: datetime | None) -> None:
    """Put bitexts into the bin, or take them out (``at`` None)."""
    _place(transaction, ids, binned_at=at)


def set_tags(transaction: Transaction, id_: BitextId, tags: Collection[str]) -> None:
    """Give a bitext just these tags."""
    transaction.connection.execute(delete(tag).where(tag.c.bitext_id == id_))
    if tags:
        transaction.connection.execute(insert(tag), [{"bitext_id": id_, "tag": word} for word in tags])


def binned_documents(transaction: Transaction) -> dict[DocumentId, datetime]:
    """The documents in the bin, and since when they are there."""
    rows = transaction.connection.execute(select(binned_document.c.document_id, binned_document.c.at))
    return {DocumentId(id_): at for id_, at in rows}


def put_document_in_bin(transaction: Transaction, id_: DocumentId, at: datetime) -> None:
    """Put a document into the bin."""
    transaction.connection.execute(insert(binned_document), {"document_id": id_, "at": at})


def take_documents_out(transaction: Transaction, ids: Collection[DocumentId]) -> None:
    """Take documents out of the bin."""
    transaction.connection.execute(delete(binned_document).where(binned_document.c.document_id.in_(ids)))


def last_changes(transaction: Transaction, of: Collection[BitextId]) -> dict[BitextId, datetime]:
    """When something was last done to each of the bitexts; those to which nothing was done are missing."""
    query = select(journal.c.bitext_id, func.max(journal.c.at)).where(journal.c.bitext_id.in_(of))
    query = query.group_by(journal.c.bitext_id)
    return {BitextId(id_): at for id_, at in transaction.connection.execute(query)}


def _place(transaction: Transaction, ids: Collection[BitextId], **values: object) -> None:
    rows = [{"bitext_id": id_, "archived": False} | values for id_ in ids]
    insert_or_update(transaction, placement, rows, list(values))
