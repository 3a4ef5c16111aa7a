"""What the library remembers for the aligner: vectors, so that no text is encoded twice."""

from collections.abc import Mapping, Sequence

from taqabul.align.encoder import Halves
from taqabul.align.units import unit_texts
from taqabul.domain.errors import LibraryError
from taqabul.domain.ids import DocumentId
from taqabul.storage import documents, vectors
from taqabul.storage.database import Database, Transaction
from taqabul.workflow.library import Library


class LibraryVectors:
    """The vectors of a library, as the aligner asks for them.

    They only save time: where the library cannot give or take them now, the aligner does without.
    """

    def __init__(self, library: Library) -> None:
        self._database: Database | None = library.database

    def recall(self, encoder: str, texts: Sequence[str]) -> dict[str, Halves]:
        """The vectors it knows, each of shape (d,)."""
        if self._database is None:
            return {}
        try:
            with self._database.read() as transaction:
                return vectors.recall(transaction, encoder, texts)
        except LibraryError:
            self._database = None
            return {}

    def keep(self, encoder: str, found: Mapping[str, Halves]) -> None:
        """Remember the vectors of some texts."""
        if self._database is None:
            return
        try:
            with self._database.write() as transaction:
                vectors.keep(transaction, encoder, found)
        except LibraryError:
            self._database = None


def forget_texts_of(transaction: Transaction, document: DocumentId) -> None:
    """Forget what was encoded of a document; another that holds the same text has it encoded again."""
    ids = documents.paragraph_ids(transaction, document)
    paragraphs = documents.read_paragraphs(transaction, ids).values()
    texts = [[one.sentence_text(sentence) for sentence in one.sentences] for one in paragraphs]
    vectors.forget(transaction, unit_texts(texts))
