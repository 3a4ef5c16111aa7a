"""Files, documents and their paragraphs: from rows to records and back."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict

from sqlalchemy import bindparam, delete, func, insert, select, update

from taqabul.domain.document import Document, Paragraph, Sentence
from taqabul.domain.edits import Replacement
from taqabul.domain.files import BitextFile, BlockKind, Metadata, TextFile
from taqabul.domain.ids import DocumentId, FileId, ParagraphId, SentenceId
from taqabul.domain.language import Direction, Language
from taqabul.storage.batches import IDS, batches, insert_all
from taqabul.storage.database import Transaction
from taqabul.storage.tables import document, paragraph, sentence, text_file

_PARAGRAPHS = select(
    paragraph.c.id,
    paragraph.c.document_id,
    paragraph.c.rank,
    paragraph.c.number,
    paragraph.c.text,
    paragraph.c.imported,
    paragraph.c.direction,
    paragraph.c.kind,
).where(paragraph.c.id.in_(IDS))
_DOCUMENTS = select(
    document.c.id,
    document.c.file_id,
    document.c.language,
    document.c.title,
    document.c.imported_at,
    document.c.author,
    document.c.translator,
    document.c.date,
    document.c.source,
).order_by(document.c.id)
_SENTENCES = (
    select(sentence.c.paragraph_id, sentence.c.id, sentence.c.start, sentence.c.end)
    .where(sentence.c.paragraph_id.in_(IDS))
    .order_by(sentence.c.start)
)
_REWRITE = update(paragraph).where(paragraph.c.id == bindparam("key"))
_FORGET_SENTENCES = delete(sentence).where(sentence.c.paragraph_id == bindparam("key"))


def add_file(transaction: Transaction, file: FileId, text: TextFile | BitextFile) -> None:
    """Keep a file's text."""
    row = {
        "id": file,
        "name": text.name,
        "sha256": text.sha256,
        "encoding": text.encoding,
        "text": text.text,
        "findings": "\n".join(text.findings),
    }
    transaction.connection.execute(insert(text_file), row)


def read_file(transaction: Transaction, file: FileId) -> TextFile | None:
    """A file as it was imported, None where there is no such."""
    columns = (
        text_file.c.name,
        text_file.c.text,
        text_file.c.encoding,
        text_file.c.sha256,
        text_file.c.findings,
    )
    row = transaction.connection.execute(select(*columns).where(text_file.c.id == file)).first()
    return None if row is None else TextFile(*row[:-1], tuple(row.findings.splitlines()))


def add_document(transaction: Transaction, record: Document, digest: str) -> None:
    """Keep a document; its paragraphs come by ``add_paragraphs``. ``digest`` is what ``latest_with`` asks for."""
    row = {
        "id": record.id,
        "file_id": record.file,
        "language": record.language.value,
        "imported_at": record.imported_at,
        "digest": digest,
        **asdict(record.metadata),
    }
    transaction.connection.execute(insert(document), row)


def latest_with(transaction: Transaction, digest: str) -> DocumentId | None:
    """The document that came in last with this digest."""
    query = select(func.max(document.c.id)).where(document.c.digest == digest)
    found = transaction.connection.scalar(query)
    return None if found is None else DocumentId(found)


def digests(transaction: Transaction, ids: Collection[DocumentId]) -> dict[DocumentId, str]:
    """The digest of each of the documents; empty for one that is known by none."""
    found = {}
    for some in batches(list(ids)):
        query = select(document.c.id, document.c.digest).where(document.c.id.in_(some))
        found.update({DocumentId(id_): digest for id_, digest in transaction.connection.execute(query)})
    return found


def read_documents(transaction: Transaction, ids: Collection[DocumentId] | None = None) -> list[Document]:
    """The documents with these ids, or all, in the order in which they came."""
    query = _DOCUMENTS if ids is None else _DOCUMENTS.where(document.c.id.in_(ids))
    return [
        Document(DocumentId(id_), FileId(file), Language(language), *rest)
        for id_, file, language, *rest in transaction.connection.execute(query)
    ]


def describe_document(transaction: Transaction, id_: DocumentId, metadata: Metadata) -> None:
    """Say anew what a document is called and where it comes from."""
    query = update(document).where(document.c.id == id_).values(asdict(metadata))
    transaction.connection.execute(query)


def delete_document(transaction: Transaction, record: Document) -> None:
    """Take a document out with its paragraphs, and its file where no other document came from it."""
    connection = transaction.connection
    connection.execute(delete(document).where(document.c.id == record.id))
    if connection.scalar(select(document.c.id).where(document.c.file_id == record.file)) is None:
        connection.execute(delete(text_file).where(text_file.c.id == record.file))


def paragraph_counts(transaction: Transaction, of: Collection[DocumentId]) -> dict[DocumentId, int]:
    """How many paragraphs each of the documents has."""
    query = select(paragraph.c.document_id, func.count()).where(paragraph.c.document_id.in_(of))
    query = query.group_by(paragraph.c.document_id)
    return {DocumentId(id_): count for id_, count in transaction.connection.execute(query)}


def texts_of(transaction: Transaction, document: DocumentId) -> Iterator[str]:
    """The texts of a document's paragraphs, in no order."""
    query = select(paragraph.c.text).where(paragraph.c.document_id == document)
    yield from transaction.connection.scalars(query)


def paragraph_ids(transaction: Transaction, of: DocumentId) -> list[ParagraphId]:
    """The paragraphs of a document, in order."""
    query = select(paragraph.c.id).where(paragraph.c.document_id == of).order_by(paragraph.c.rank)
    return [ParagraphId(id_) for id_ in transaction.connection.scalars(query)]


def paragraph_neighbours(
    transaction: Transaction, of: DocumentId, rank: int, *, after: bool, how_many: int
) -> list[tuple[ParagraphId, int]]:
    """The next paragraphs (id, rank) before or after a rank, the nearest first."""
    place = paragraph.c.rank
    query = select(paragraph.c.id, place).where(paragraph.c.document_id == of).limit(how_many)
    if after:
        query = query.where(place > rank).order_by(place)
    else:
        query = query.where(place < rank).order_by(place.desc())
    return [(ParagraphId(id_), other) for id_, other in transaction.connection.execute(query)]


def read_paragraphs(transaction: Transaction, ids: Iterable[ParagraphId]) -> Mapping[ParagraphId, Paragraph]:
    """Those of the paragraphs that exist, by id."""
    wanted = list(ids)
    for some in batches([id_ for id_ in wanted if id_ not in transaction.paragraphs]):
        transaction.paragraphs |= _load(transaction, some)
    return {id_: transaction.paragraphs[id_] for id_ in wanted if id_ in transaction.paragraphs}


def _load(transaction: Transaction, ids: Sequence[ParagraphId]) -> dict[ParagraphId, Paragraph]:
    sentences: defaultdict[int, list[Sentence]] = defaultdict(list)
    asked = {"ids": ids}
    for owner, id_, start, end in transaction.connection.execute(_SENTENCES, asked).all():
        sentences[owner].append(Sentence(SentenceId(id_), start, end))
    found = {}
    rows = transaction.connection.execute(_PARAGRAPHS, asked).all()
    for id_, owner, rank, number, text, imported, direction, kind in rows:
        key = ParagraphId(id_)
        original = text if imported is None else imported
        found[key] = Paragraph(
            key,
            DocumentId(owner),
            rank,
            number,
            text,
            original,
            tuple(sentences.get(id_, ())),
            None if direction is None else Direction(direction),
            BlockKind.PARAGRAPH if kind is None else BlockKind(kind),
        )
    return found


def add_paragraphs(transaction: Transaction, records: Iterable[Paragraph]) -> None:
    """Keep paragraphs and their sentences."""
    records = list(records)
    insert_all(transaction, paragraph, map(_row, records))
    insert_all(transaction, sentence, (row for record in records for row in _sentence_rows(record)))


def replace_paragraphs(transaction: Transaction, replacement: Replacement[Paragraph]) -> None:
    """Take paragraphs out and put others in their place."""
    removed = {one.id: one for one in replacement.removed}
    inserted = {one.id: one for one in replacement.inserted}
    rewritten, reparted = [], []
    for id_, old in removed.items():
        new = inserted.get(id_)
        if new is None:
            transaction.connection.execute(delete(paragraph).where(paragraph.c.id == id_))
        else:
            rewritten.append(
                {name: value for name, value in _row(new).items() if name != "id"} | {"key": id_}
            )
        if new is None or new.sentences != old.sentences:
            reparted.append({"key": id_})
    for statement, rows in ((_REWRITE, rewritten), (_FORGET_SENTENCES, reparted)):
        if rows:
            transaction.connection.execute(statement, rows)
    insert_all(transaction, paragraph, (_row(new) for id_, new in inserted.items() if id_ not in removed))
    changed = (
        new for id_, new in inserted.items() if id_ not in removed or removed[id_].sentences != new.sentences
    )
    insert_all(transaction, sentence, (row for record in changed for row in _sentence_rows(record)))
    for id_ in removed:
        transaction.paragraphs.pop(id_, None)


def _row(record: Paragraph) -> dict[str, object]:
    return {
        "id": record.id,
        "document_id": record.document,
        "rank": record.rank,
        "number": record.number,
        "length": len(record.text),
        "text": record.text,
        "imported": None if record.imported == record.text else record.imported,
        "direction": record.direction,
        "kind": None if record.kind is BlockKind.PARAGRAPH else record.kind,
    }


def _sentence_rows(record: Paragraph) -> list[dict[str, object]]:
    return [
        {"id": part.id, "paragraph_id": record.id, "start": part.start, "end": part.end}
        for part in record.sentences
    ]
