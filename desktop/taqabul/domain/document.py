"""Documents and their stretches: paragraphs, and sentences inside them."""

from dataclasses import dataclass
from datetime import datetime

from taqabul.domain.files import BlockKind, Metadata
from taqabul.domain.ids import DocumentId, FileId, ParagraphId, SentenceId
from taqabul.domain.language import Direction, Language


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of its paragraph's text: code points ``start`` (included) to ``end`` (excluded)."""

    id: SentenceId
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of a document.

    ``rank`` orders the paragraphs of a document (sparse, ascending); ``number`` is the permanent
    1-based number people see, given at import (a paragraph made by splitting keeps its parent's).
    ``imported`` is the text as it came from the file, ``text`` the text as people corrected it.
    ``direction`` is the way it runs where a person found that of its language wrong. ``kind`` is what it
    was in its file: a heading, a cell.
    """

    id: ParagraphId
    document: DocumentId
    rank: int
    number: int
    text: str
    imported: str
    sentences: tuple[Sentence, ...]
    direction: Direction | None = None
    kind: BlockKind = BlockKind.PARAGRAPH

    def runs(self, language: Language) -> Direction:
        """The way it runs, in a document of a language."""
        return self.direction or language.direction

    def sentence_text(self, sentence: Sentence) -> str:
        """The text of one of its sentences."""
        return self.text[sentence.start : sentence.end]


@dataclass(frozen=True, slots=True)
class Document:
    """One text in one language, as imported, and what is known of where it comes from (empty: nothing)."""

    id: DocumentId
    file: FileId
    language: Language
    title: str
    imported_at: datetime
    author: str = ""
    translator: str = ""
    date: str = ""
    source: str = ""

    @property
    def metadata(self) -> Metadata:
        """Its title, and where it comes from."""
        return Metadata(self.title, self.author, self.translator, self.date, self.source)
