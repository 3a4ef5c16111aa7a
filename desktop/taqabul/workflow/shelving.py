"""Keeping a library in order: projects, tags, the archive, and a bin that gives things back."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from taqabul.domain.errors import InvalidInput
from taqabul.domain.ids import BitextId, DocumentId, ProjectId
from taqabul.domain.shelves import Project
from taqabul.storage import bases, bitexts, documents, journal, shelves
from taqabul.storage.database import Transaction
from taqabul.workflow import backups
from taqabul.workflow.library import Library
from taqabul.workflow.projects import document_in
from taqabul.workflow.remembering import forget_texts_of


@dataclass(frozen=True, slots=True)
class Emptied:
    """How much went with the bin."""

    bitexts: int
    documents: int


def list_projects(library: Library) -> list[Project]:
    """All projects, by name."""
    with library.database.read() as transaction:
        return sorted(shelves.read_projects(transaction), key=lambda one: one.name.casefold())


def make_project(library: Library, name: str) -> ProjectId:
    """The project of this name; a new one where there is none yet."""
    name = _named(name)
    with library.database.write() as transaction:
        known = {one.name: one.id for one in shelves.read_projects(transaction)}
        return known[name] if name in known else shelves.add_project(transaction, name)


def rename_project(library: Library, project: ProjectId, name: str) -> None:
    """Give a project another name. Raises InvalidInput where another project has it."""
    name = _named(name)
    with library.database.write() as transaction:
        if any(one.name == name and one.id != project for one in shelves.read_projects(transaction)):
            raise InvalidInput(f"There is a project “{name}” already.", "Choose another name.")
        shelves.rename_project(transaction, project, name)


def delete_project(library: Library, project: ProjectId) -> None:
    """Take a project away; its bitexts stay, in no project."""
    with library.database.write() as transaction:
        shelves.delete_project(transaction, project)


def move_to_project(library: Library, ids: Collection[BitextId], project: ProjectId | None) -> None:
    """Put bitexts into a project, or into none."""
    with library.database.write() as transaction:
        shelves.put_in_project(transaction, ids, project)


def archive(library: Library, ids: Collection[BitextId], *, archived: bool = True) -> None:
    """Put bitexts out of the way, or take them back."""
    with library.database.write() as transaction:
        shelves.put_in_archive(transaction, ids, archived=archived)


def tag(library: Library, bitext: BitextId, tags: Iterable[str]) -> None:
    """Give a bitext just these tags; space around them and what is told twice does not count."""
    words = {" ".join(word.split()) for word in tags} - {""}
    with library.database.write() as transaction:
        shelves.set_tags(transaction, bitext, words)


def bin_bitexts(library: Library, ids: Collection[BitextId]) -> None:
    """Put bitexts into the bin; nothing of them is lost until it is emptied."""
    with library.database.write() as transaction:
        shelves.put_in_bin(transaction, ids, datetime.now(UTC))


def bin_document(library: Library, document: DocumentId) -> None:
    """Put a document into the bin. Raises InvalidInput while a bitext outside the bin is made of it."""
    with library.database.write() as transaction:
        record = document_in(transaction, document)
        gone = _binned(transaction)
        if any(one not in gone for one in bitexts.bitexts_with(transaction, [document])):
            raise InvalidInput(
                f"A bitext is made of the document “{record.title}”.", "Delete the bitext first."
            )
        shelves.take_documents_out(transaction, [document])
        shelves.put_document_in_bin(transaction, document, datetime.now(UTC))


def restore(
    library: Library, ids: Collection[BitextId] = (), documents_too: Collection[DocumentId] = ()
) -> None:
    """Take bitexts (with their documents) and documents out of the bin."""
    with library.database.write() as transaction:
        shelves.put_in_bin(transaction, ids, None)
        made_of = [
            side for one in bitexts.read_bitexts(transaction, ids) for side in (one.source, one.target)
        ]
        shelves.take_documents_out(transaction, {*documents_too, *made_of})


def empty_bin(library: Library) -> Emptied:
    """Take what is in the bin out for good, with the documents that only its bitexts were made of.

    The library is copied before, which takes as long as it is large. Raises LibraryError.
    """
    with library.database.read() as transaction:
        wanted = bool(_binned(transaction) or shelves.binned_documents(transaction))
    if wanted:
        backups.keep(library)
    with library.database.write() as transaction:
        gone = _binned(transaction)
        going = set(shelves.binned_documents(transaction))
        for record in bitexts.read_bitexts(transaction, gone):
            going |= {record.source, record.target}
        concerned = [bitexts.delete_bitext(transaction, bitext) for bitext in gone]
        if any(concerned):
            # What those that stay have of it was partly done by lines that are gone now.
            line = journal.last_act(transaction)
            bases.put(transaction, line, library.author, datetime.now(UTC))
        unused = [one for one in going if not bitexts.bitexts_with(transaction, [one])]
        for document in unused:
            forget_texts_of(transaction, document)
            documents.delete_document(transaction, document_in(transaction, document))
        shelves.take_documents_out(transaction, going)
        return Emptied(len(gone), len(unused))


def _binned(transaction: Transaction) -> set[BitextId]:
    return {id_ for id_, place in shelves.placements(transaction).items() if place.binned_at is not None}


def _named(name: str) -> str:
    words = " ".join(name.split())
    if not words:
        raise InvalidInput("A project needs a name.", "Type at least one letter.")
    return words
