"""From two documents to a bitext, and from a reviewed bitext to a better one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from taqabul.domain.bitext import Alignment
from taqabul.domain.errors import InvalidInput
from taqabul.domain.files import BitextFile
from taqabul.domain.ids import BitextId, DocumentId
from taqabul.domain.language import Language
from taqabul.domain.options import AlignOptions, ImportOptions, Progress, no_progress
from taqabul.storage import bitexts
from taqabul.storage.counters import take
from taqabul.storage.link_changes import add_links
from taqabul.workflow import compute, ready
from taqabul.workflow.bitext_records import add_record
from taqabul.workflow.importing import ImportReport, keep_files, keep_pair, take_back
from taqabul.workflow.intake import known
from taqabul.workflow.library import Library
from taqabul.workflow.projects import bitext_summary, document_in
from taqabul.workflow.proposals import (
    Propose,
    Texts,
    check_alignment,
    paragraphs_of,
    proposed_links,
    sentence_texts,
)
from taqabul.workflow.reading_files import ReadFiles, read_files
from taqabul.workflow.realigning import realign
from taqabul.workflow.remembering import LibraryVectors
from taqabul.workflow.shelving import restore

__all__ = [
    "AlignedFiles",
    "AlignedPair",
    "align_files",
    "align_pair",
    "align_read",
    "create_bitext",
    "is_known",
    "made_before",
    "pair_documents",
    "realign",
    "texts_of",
]


@dataclass(frozen=True, slots=True)
class AlignedPair:
    """The report on the import of a pair, and its bitext; ``known`` where the library had that before.

    ``remarks`` what the aligner says of the texts as a whole, where it made the bitext now. ``in_bin``
    where the bitext is in the bin, and was left there.
    """

    report: ImportReport
    bitext: BitextId
    known: bool
    remarks: tuple[str, ...] = ()
    in_bin: bool = False


@dataclass(frozen=True, slots=True)
class AlignedFiles:
    """What became of files: the report on their import, and their bitext where they made a pair.

    ``known`` where the library had the bitext before; ``remarks`` what the aligner says of the texts as a
    whole, where it made the bitext now. ``in_bin`` where the bitext is in the bin, and was left there.
    """

    report: ImportReport
    bitext: BitextId | None
    known: bool = False
    remarks: tuple[str, ...] = ()
    in_bin: bool = False


def align_files(
    library: Library,
    paths: Sequence[Path],
    import_options: ImportOptions | None = None,
    align_options: AlignOptions | None = None,
    progress: Progress = no_progress,
    propose: Propose = compute.propose,
    *,
    align_known: bool = True,
) -> AlignedFiles:
    """Import one bilingual file or two files, and align them. No bitext where there is no pair."""
    read = read_files(paths, import_options, progress)
    return align_read(library, read, align_options, progress, propose, align_known=align_known)


def align_read(
    library: Library,
    read: ReadFiles,
    align_options: AlignOptions | None = None,
    progress: Progress = no_progress,
    propose: Propose = compute.propose,
    *,
    align_known: bool = True,
) -> AlignedFiles:
    """Keep files that were read and align them. No bitext where there is no pair."""
    if read.refused or not read.is_pair:
        return AlignedFiles(keep_files(library, read), None)
    pair = align_pair(library, read, align_options, progress, propose, align_known=align_known)
    return AlignedFiles(pair.report, pair.bitext, pair.known, pair.remarks, pair.in_bin)


def align_pair(
    library: Library,
    read: ReadFiles,
    options: AlignOptions | None = None,
    progress: Progress = no_progress,
    propose: Propose = compute.propose,
    *,
    align_known: bool = True,
) -> AlignedPair:
    """Keep files that were read and make a pair, and align them.

    Where these texts face each other in the library already, that bitext is taken out of the bin and
    aligned again (what people decided stays) or, without ``align_known``, left as and where it is. Where the work is cut short, the documents
    it brought are taken out again; what was encoded is remembered. Raises what ``check_pair`` raises.
    """
    options = options or AlignOptions()
    if read.ready is not None:
        return _take_ready(library, read, read.ready, progress, take_out=align_known)
    report, (source, target) = keep_pair(library, read)
    with library.database.read() as transaction:
        present = bitexts.latest_of(transaction, source, target)
    if present is not None:
        in_bin = bitext_summary(library, present).in_bin
        if align_known:
            restore(library, [present])
            realign(library, present, options, progress, propose)
        return AlignedPair(report, present, known=True, in_bin=in_bin and not align_known)
    try:
        texts = texts_of(library, source, target)
        alignment = propose(*texts, options, progress, (), LibraryVectors(library))
        bitext = create_bitext(library, source, target, alignment)
        return AlignedPair(report, bitext, known=False, remarks=alignment.remarks)
    except BaseException:
        take_back(library, report)
        raise


def _take_ready(
    library: Library, read: ReadFiles, file: BitextFile, progress: Progress, *, take_out: bool
) -> AlignedPair:
    """A file that says what faces what is not aligned; brought in again, it is found as people left it."""
    report, (source, target) = keep_pair(library, read)
    with library.database.read() as transaction:
        present = bitexts.latest_of(transaction, source, target, ready.engine(file))
    if present is not None:
        in_bin = bitext_summary(library, present).in_bin
        if take_out:
            restore(library, [present])
        return AlignedPair(report, present, known=True, in_bin=in_bin and not take_out)
    try:
        bitext = ready.keep_ready(library, file, (source, target), progress)
        return AlignedPair(report, bitext, known=False)
    except BaseException:
        take_back(library, report)
        raise


def is_known(library: Library, read: ReadFiles) -> bool:
    """Whether the library has a bitext of just the texts that were read."""
    with library.database.read() as transaction:
        found = {text.language: known(transaction, text) for one in read.prepared for text in one.texts}
        source, target = found.get(Language.ARABIC), found.get(Language.ENGLISH)
        if source is None or target is None:
            return False
        return bitexts.latest_of(transaction, source, target) is not None


def made_before(library: Library, read: ReadFiles) -> AlignedFiles | None:
    """The bitext that was made of just these files, mended or cut in whatever way; None where there is none."""
    with library.database.read() as transaction:
        present = bitexts.latest_from(transaction, {one.file.sha256 for one in read.prepared})
    if present is None or read.refused:
        return None
    report = ImportReport([], read.findings, [], None)
    return AlignedFiles(report, present, known=True, in_bin=bitext_summary(library, present).in_bin)


def pair_documents(
    library: Library,
    one: DocumentId,
    other: DocumentId,
    options: AlignOptions | None = None,
    progress: Progress = no_progress,
    propose: Propose = compute.propose,
) -> BitextId:
    """Make a new bitext of two documents of the library, whatever else they are part of.

    Raises InvalidInput where they are in one language.
    """
    with library.database.read() as transaction:
        sides = {
            record.language: record.id for record in (document_in(transaction, id_) for id_ in (one, other))
        }
    if len(sides) != len(Language):
        raise InvalidInput(
            "Both texts are in the same language.", "Choose an Arabic text and an English one."
        )
    source, target = sides[Language.ARABIC], sides[Language.ENGLISH]
    texts = texts_of(library, source, target)
    alignment = propose(*texts, options or AlignOptions(), progress, (), LibraryVectors(library))
    return create_bitext(library, source, target, alignment)


def texts_of(library: Library, source: DocumentId, target: DocumentId) -> tuple[Texts, Texts]:
    """Two documents for the aligner."""
    with library.database.read() as transaction:
        return sentence_texts(paragraphs_of(transaction, source)), sentence_texts(
            paragraphs_of(transaction, target)
        )


def create_bitext(
    library: Library,
    source: DocumentId,
    target: DocumentId,
    alignment: Alignment,
    title: str | None = None,
) -> BitextId:
    """Keep two documents as a bitext, with the links an aligner proposed for them."""
    if source == target:
        raise InvalidInput("A text cannot face itself.", "Choose two documents.")
    now = datetime.now(UTC)
    with library.database.write() as transaction:
        sides = (paragraphs_of(transaction, source), paragraphs_of(transaction, target))
        check_alignment(alignment, sides)
        record = add_record(transaction, source, target, alignment.engine, now, title)
        ids = take(transaction, "link", len(alignment.paragraphs))
        add_links(transaction, proposed_links(record.id, alignment, sides, ids, now))
    return record.id
