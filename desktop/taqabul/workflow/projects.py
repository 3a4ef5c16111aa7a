"""What a library holds: documents, and the bitexts made of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from taqabul.domain.bitext import Bitext
from taqabul.domain.document import Document
from taqabul.domain.errors import InvalidInput
from taqabul.domain.ids import BitextId, DocumentId
from taqabul.domain.language import Language
from taqabul.domain.shelves import Placement
from taqabul.storage import assignments, bitexts, checkouts, documents, shelves
from taqabul.storage.database import Transaction
from taqabul.workflow.library import Library
from taqabul.workflow.remembering import forget_texts_of


@dataclass(frozen=True, slots=True)
class BitextHead:
    """What a bitext is: known without counting anything."""

    id: BitextId
    title: str
    source: DocumentId
    target: DocumentId
    source_language: Language
    target_language: Language


@dataclass(frozen=True, slots=True)
class BitextSummary(BitextHead):
    """A bitext at a glance."""

    source_paragraphs: int
    target_paragraphs: int
    links: int
    confirmed: int
    created_at: datetime
    engine: str
    changed_at: datetime
    place: Placement
    project: str
    away: tuple[str, ...] = ()
    """Who has checked it out."""
    assigned: tuple[str, ...] = ()
    """Who is still to work on it."""

    @property
    def in_bin(self) -> bool:
        """Whether somebody deleted it, and nobody has emptied the bin since."""
        return self.place.binned_at is not None

    @property
    def share(self) -> float:
        """Which part of its links is confirmed, 0 to 1."""
        return self.confirmed / self.links if self.links else 0.0


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """A document at a glance; ``used`` counts the bitexts outside the bin that are made of it."""

    document: Document
    paragraphs: int
    used: int
    binned_at: datetime | None


def list_bitexts(library: Library) -> list[BitextSummary]:
    """All bitexts but those in the bin, in the order in which they were made."""
    return [one for one in all_bitexts(library) if not one.in_bin]


def all_bitexts(library: Library) -> list[BitextSummary]:
    """All bitexts, those in the bin too, in the order in which they were made."""
    with library.database.read() as transaction:
        return _summaries(transaction, bitexts.read_bitexts(transaction))


def bitext_head(library: Library, bitext: BitextId) -> BitextHead:
    """What a bitext is. Raises InvalidInput where there is no such."""
    with library.database.read() as transaction:
        record = bitext_in(transaction, bitext)
        about = {one.id: one for one in documents.read_documents(transaction, {record.source, record.target})}
    languages = (about[record.source].language, about[record.target].language)
    return BitextHead(record.id, record.title, record.source, record.target, *languages)


def bitext_summary(library: Library, bitext: BitextId) -> BitextSummary:
    """One bitext at a glance. Raises InvalidInput where there is no such."""
    with library.database.read() as transaction:
        return _summaries(transaction, [bitext_in(transaction, bitext)])[0]


def list_documents(library: Library) -> list[Document]:
    """All documents, in the order in which they came."""
    with library.database.read() as transaction:
        return documents.read_documents(transaction)


def all_documents(library: Library) -> list[DocumentSummary]:
    """All documents with words at a glance, those in the bin too, in the order in which they came.

    The empty text that faces texts kept alone is no document to anybody.
    """
    with library.database.read() as transaction:
        records = documents.read_documents(transaction)
        counts = documents.paragraph_counts(transaction, [one.id for one in records])
        binned = shelves.binned_documents(transaction)
        places = shelves.placements(transaction)
        used: dict[DocumentId, int] = {}
        for one in bitexts.read_bitexts(transaction):
            if places.get(one.id, Placement()).binned_at is None:
                for side in (one.source, one.target):
                    used[side] = used.get(side, 0) + 1
        return [
            DocumentSummary(one, counts[one.id], used.get(one.id, 0), binned.get(one.id))
            for one in records
            if counts.get(one.id)
        ]


def rename_bitext(library: Library, bitext: BitextId, title: str) -> None:
    """Give a bitext another title."""
    with library.database.write() as transaction:
        bitext_in(transaction, bitext)
        bitexts.change_bitext(transaction, bitext, title=titled(title))


def rename_document(library: Library, document: DocumentId, title: str) -> None:
    """Give a document another title; the file it came from keeps its name."""
    with library.database.write() as transaction:
        about = document_in(transaction, document).metadata
        documents.describe_document(transaction, document, replace(about, title=titled(title)))


def delete_document(library: Library, document: DocumentId) -> None:
    """Take a document out for good, past the bin. Raises InvalidInput while a bitext is made of it."""
    with library.database.write() as transaction:
        record = document_in(transaction, document)
        if bitexts.bitexts_with(transaction, [document]):
            raise InvalidInput(
                f"A bitext is made of the document “{record.title}”.", "Delete the bitext first."
            )
        forget_texts_of(transaction, document)
        documents.delete_document(transaction, record)


def bitext_in(transaction: Transaction, bitext: BitextId) -> Bitext:
    """A bitext's record. Raises InvalidInput where there is no such."""
    found = bitexts.read_bitexts(transaction, [bitext])
    if not found:
        raise InvalidInput(
            f"There is no bitext {bitext} in this library.", "Choose one from its list (taqabul list)."
        )
    return found[0]


def document_in(transaction: Transaction, document: DocumentId) -> Document:
    """A document's record. Raises InvalidInput where there is no such."""
    found = documents.read_documents(transaction, [document])
    if not found:
        raise InvalidInput(f"There is no document {document} in this library.", "Choose one from the list.")
    return found[0]


def titled(title: str) -> str:
    """A title without space around it. Raises InvalidInput where nothing is left."""
    if not title.strip():
        raise InvalidInput("A title needs at least one letter.", "Type a title.")
    return title.strip()


def _summaries(transaction: Transaction, records: Sequence[Bitext]) -> list[BitextSummary]:
    sides = {side for one in records for side in (one.source, one.target)}
    about = {one.id: one for one in documents.read_documents(transaction, sides)}
    paragraphs = documents.paragraph_counts(transaction, sides)
    links = bitexts.link_counts(transaction, [one.id for one in records])
    engines = bitexts.engines(transaction)
    changes = shelves.last_changes(transaction, [one.id for one in records])
    places = shelves.placements(transaction)
    names = {project.id: project.name for project in shelves.read_projects(transaction)}
    taken: dict[BitextId, dict[str, None]] = {}
    for checkout in checkouts.read_checkouts(transaction):
        if checkout.ended_at is None and not checkout.numbers:
            for id_ in checkout.bitexts:
                taken.setdefault(id_, {})[checkout.author] = None
    given: dict[BitextId, dict[str, None]] = {}
    for work in assignments.read_assignments(transaction):
        if work.done_at is None:
            given.setdefault(work.bitext, {})[work.person] = None
    return [
        BitextSummary(
            one.id,
            one.title,
            one.source,
            one.target,
            about[one.source].language,
            about[one.target].language,
            paragraphs.get(one.source, 0),
            paragraphs.get(one.target, 0),
            *links.get(one.id, (0, 0)),
            one.created_at,
            engines[one.id],
            changes.get(one.id, one.created_at),
            place,
            names.get(place.project, "") if place.project is not None else "",
            tuple(taken.get(one.id, ())),
            tuple(given.get(one.id, ())),
        )
        for one in records
        for place in [places.get(one.id, Placement())]
    ]
