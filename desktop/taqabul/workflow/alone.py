"""A text by itself, to be read and annotated before there is anything that faces it."""

import hashlib
from collections.abc import Sequence

from taqabul.domain.bitext import Alignment, ProposedLink
from taqabul.domain.document import Paragraph
from taqabul.domain.errors import InvalidInput
from taqabul.domain.files import TextFile
from taqabul.domain.ids import BitextId, DocumentId
from taqabul.domain.language import Language
from taqabul.storage import bitexts
from taqabul.storage.database import Transaction
from taqabul.workflow.aligning import AlignedPair, create_bitext
from taqabul.workflow.importing import keep_files
from taqabul.workflow.intake import SegmentedText, keep, known
from taqabul.workflow.library import Library
from taqabul.workflow.projects import bitext_summary
from taqabul.workflow.proposals import paragraphs_of
from taqabul.workflow.reading_files import ReadFiles

ENGINE = "alone"
"""What stands for the aligner of a bitext whose other side is empty."""


def keep_alone(library: Library, read: ReadFiles) -> AlignedPair:
    """Keep a file in one language as a bitext whose other side is empty: every paragraph is a row.

    Where the library has it by itself already, that bitext is given back as it is. Raises the file's own
    error where it was refused, and InvalidInput where there is more than one text.
    """
    if read.refused:
        raise read.refused[0].error
    if len(read.paths) != 1 or len(read.languages) != 1:
        raise InvalidInput("This is more than one text.", "Name one file in one language, or align them.")
    report = keep_files(library, read)
    document = report.documents[0]
    other = next(language for language in Language if language is not document.language)
    with library.database.write() as transaction:
        empty = _empty(transaction, other)
        sides = (document.id, empty) if document.language is Language.ARABIC else (empty, document.id)
        present = bitexts.latest_of(transaction, *sides)
        alignment = _alone(*(paragraphs_of(transaction, side) for side in sides))
    if present is not None:
        in_bin = bitext_summary(library, present).in_bin
        return AlignedPair(report, present, known=True, in_bin=in_bin)
    bitext = create_bitext(library, *sides, alignment, document.title)
    return AlignedPair(report, bitext, known=False)


def is_alone(library: Library, bitext: BitextId) -> bool:
    """Whether one side of a bitext has no text. Raises InvalidInput where there is no such bitext."""
    summary = bitext_summary(library, bitext)
    return not (summary.source_paragraphs and summary.target_paragraphs)


def _empty(transaction: Transaction, language: Language) -> DocumentId:
    """The library's text without paragraphs in a language; all texts by themselves share it."""
    text = SegmentedText(language, "", [])
    found = known(transaction, text)
    if found is not None:
        return found
    file = TextFile("", "", "utf-8", hashlib.sha256(b"").hexdigest())
    return keep(transaction, file, [text])[0]


def _alone(source: Sequence[Paragraph], target: Sequence[Paragraph]) -> Alignment:
    """Every segment in a link of its own; as nothing could face it, there is no doubt about that."""

    def links(ours: int, theirs: int) -> tuple[ProposedLink, ...]:
        return (
            *(ProposedLink((k,), (), 1.0) for k in range(ours)),
            *(ProposedLink((), (k,), 1.0) for k in range(theirs)),
        )

    sentences = (sum(len(one.sentences) for one in side) for side in (source, target))
    return Alignment(links(len(source), len(target)), links(*sentences), ENGINE)
