"""Segmented texts become documents of the library."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from taqabul.domain.document import Document, Paragraph, Sentence
from taqabul.domain.files import BitextFile, BlockKind, Metadata, TextFile
from taqabul.domain.ids import DocumentId, FileId, ParagraphId, SentenceId
from taqabul.domain.language import Language
from taqabul.storage import documents
from taqabul.storage.counters import take
from taqabul.storage.database import Transaction
from taqabul.workflow.ranks import STEP

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class SegmentedText:
    """The part of a file that is in one language: its paragraphs, and where their sentences stand.

    ``kinds`` tell what the paragraphs are in the file, one each; there are none where all are plain paragraphs.
    ``chosen`` where a person said what is known of it.
    """

    language: Language
    title: str
    paragraphs: Sequence[tuple[str, Spans]]
    kinds: Sequence[BlockKind] = ()
    metadata: Metadata = field(default_factory=Metadata)
    chosen: bool = False

    @property
    def described(self) -> Metadata:
        """What is known of it, with the title it goes by."""
        return replace(self.metadata, title=self.title)

    @property
    def digest(self) -> str:
        """A hash of the language and the paragraphs, in hex: the same text, cut the same way, has the same."""
        paragraphs = "\0".join(body for body, _ in self.paragraphs)
        return hashlib.sha256(f"{self.language}\0{paragraphs}".encode()).hexdigest()


def known(transaction: Transaction, text: SegmentedText) -> DocumentId | None:
    """The document of the library that was imported from just this text, whatever became of it since."""
    return documents.latest_with(transaction, text.digest)


def keep(
    transaction: Transaction, file: TextFile | BitextFile, texts: Sequence[SegmentedText]
) -> list[DocumentId]:
    """Keep a file and the documents made of it."""
    number = FileId(take(transaction, "file")[0])
    documents.add_file(transaction, number, file)
    return [_keep_text(transaction, number, text) for text in texts]


def _keep_text(transaction: Transaction, file: FileId, text: SegmentedText) -> DocumentId:
    document = DocumentId(take(transaction, "document")[0])
    about = text.metadata
    record = Document(
        document,
        file,
        text.language,
        text.title,
        datetime.now(UTC),
        about.author,
        about.translator,
        about.date,
        about.source,
    )
    documents.add_document(transaction, record, text.digest)
    ids = take(transaction, "paragraph", len(text.paragraphs))
    kinds = text.kinds or [BlockKind.PARAGRAPH] * len(ids)
    sentence_ids = iter(take(transaction, "sentence", sum(len(spans) for _, spans in text.paragraphs)))
    documents.add_paragraphs(
        transaction,
        (
            Paragraph(
                ParagraphId(id_),
                document,
                STEP * number,
                number,
                body,
                body,
                tuple(Sentence(SentenceId(next(sentence_ids)), start, end) for start, end in spans),
                kind=kind,
            )
            for number, (id_, (body, spans), kind) in enumerate(
                zip(ids, text.paragraphs, kinds, strict=True), start=1
            )
        ),
    )
    return document
