"""Files become documents: read, told apart by language, cut into paragraphs and sentences, kept."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from taqabul.domain.ids import DocumentId
from taqabul.domain.language import Language
from taqabul.domain.options import ImportOptions, ParagraphRule, Progress, no_progress
from taqabul.storage import bitexts, documents, shelves
from taqabul.storage.database import Transaction
from taqabul.workflow.intake import keep, known
from taqabul.workflow.library import Library
from taqabul.workflow.preparing import PreparedFile
from taqabul.workflow.reading_files import ReadFiles, Refused, check_languages, check_pair, read_files


@dataclass(frozen=True, slots=True)
class ImportedDocument:
    """A document as it came in; ``known`` where the library had just this text already."""

    id: DocumentId
    title: str
    language: Language
    paragraphs: int
    encoding: str
    rule_used: ParagraphRule | None
    layout: str
    known: bool


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of files. ``findings`` say in sentences what was decided about them.

    ``pair`` are the source and the target document, where the files made a pair.
    """

    documents: list[ImportedDocument]
    findings: list[str]
    refused: list[Refused]
    pair: tuple[DocumentId, DocumentId] | None


def import_files(
    library: Library,
    paths: Sequence[Path],
    options: ImportOptions | None = None,
    progress: Progress = no_progress,
) -> ImportReport:
    """Import one file (bilingual, or in one language), or two that face each other.

    A file that cannot be read is refused and the others are imported all the same; a pair of which one
    is refused is not kept in half. A text that the library has already, cut into the same paragraphs,
    is not kept a second time. Raises InvalidInput for two files in one language, or none at all.
    """
    return keep_files(library, read_files(paths, options, progress))


def keep_files(library: Library, read: ReadFiles) -> ImportReport:
    """Keep files that were read, as ``import_files`` does."""
    check_languages(read)
    if read.refused and len(read.paths) == 2:
        return ImportReport([], read.findings, read.refused, None)
    imported = _kept(library, read)
    return ImportReport(imported, read.findings, read.refused, _both(imported) if read.is_pair else None)


def keep_pair(library: Library, read: ReadFiles) -> tuple[ImportReport, tuple[DocumentId, DocumentId]]:
    """Keep files that were read and make a pair: the Arabic document and the English one.

    Raises what ``check_pair`` raises, before anything is kept.
    """
    check_pair(read)
    imported = _kept(library, read)
    return ImportReport(imported, read.findings, [], _both(imported)), _both(imported)


def _both(imported: Sequence[ImportedDocument]) -> tuple[DocumentId, DocumentId]:
    by_language = {one.language: one.id for one in imported}
    return by_language[Language.ARABIC], by_language[Language.ENGLISH]


def _kept(library: Library, read: ReadFiles) -> list[ImportedDocument]:
    with library.database.write() as transaction:
        imported = [document for one in read.prepared for document in _keep(transaction, one)]
        shelves.take_documents_out(transaction, [one.id for one in imported if one.known])
        return imported


def take_back(library: Library, report: ImportReport) -> None:
    """Take out the documents that an import brought, but for those that a bitext was made of meanwhile."""
    fresh = [one.id for one in report.documents if not one.known]
    with library.database.write() as transaction:
        for record in documents.read_documents(transaction, fresh):
            if not bitexts.bitexts_with(transaction, [record.id]):
                documents.delete_document(transaction, record)


def _keep(transaction: Transaction, one: PreparedFile) -> list[ImportedDocument]:
    """A prepared file's documents: those the library has, and the rest kept now."""
    present = {text.language: known(transaction, text) for text in one.texts}
    fresh = [text for text in one.texts if present[text.language] is None]
    added = dict(
        zip(
            (text.language for text in fresh),
            keep(transaction, replace(one.file, findings=tuple(one.findings)), fresh),
            strict=True,
        )
        if fresh
        else ()
    )
    for text in one.texts:
        there = present[text.language]
        if there is not None and text.chosen:
            documents.describe_document(transaction, there, text.described)
    return [
        ImportedDocument(
            present[text.language] or added[text.language],
            text.title,
            text.language,
            len(text.paragraphs),
            one.file.encoding,
            one.rule_used,
            one.layout,
            text.language not in added,
        )
        for text in one.texts
    ]


def preview_files(paths: Sequence[Path], options: ImportOptions | None = None) -> list[str]:
    """What importing would find, without keeping anything. Raises the first file's error, if any."""
    read = read_files(paths, options)
    if read.refused:
        raise read.refused[0].error
    return read.findings
