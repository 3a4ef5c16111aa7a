"""The paragraphs of one side of a bitext, in the order of their document."""

from collections.abc import Iterator
from typing import Final

from taqabul.domain.document import Document
from taqabul.domain.errors import InvalidInput
from taqabul.domain.ids import BitextId
from taqabul.domain.language import Language
from taqabul.domain.options import Wording
from taqabul.storage.database import Transaction
from taqabul.storage.documents import paragraph_ids, read_documents, read_paragraphs
from taqabul.workflow.projects import bitext_in

PAGE: Final = 1_000


class SideTexts:
    """Texts, read a page at a time; ``read`` counts those that were, ``title`` is what all of it is called."""

    def __init__(self, transaction: Transaction, document: Document, wording: Wording) -> None:
        self._transaction, self._wording = transaction, wording
        self._ids = paragraph_ids(transaction, document.id)
        self.title = document.title
        self.read = 0

    def __iter__(self) -> Iterator[str]:
        for start in range(0, len(self._ids), PAGE):
            # A transaction remembers what it read: one a page holds no more than that.
            page = Transaction(self._transaction.connection)
            for one in read_paragraphs(page, self._ids[start : start + PAGE]).values():
                self.read += 1
                yield one.imported if self._wording is Wording.ORIGINAL else one.text


def side_texts(transaction: Transaction, bitext: BitextId, language: Language, wording: Wording) -> SideTexts:
    """The texts of the side in a language. Raises InvalidInput where the bitext has none."""
    record = bitext_in(transaction, bitext)
    for document in read_documents(transaction, (record.source, record.target)):
        if document.language is language:
            return SideTexts(transaction, document, wording)
    raise InvalidInput(f"This bitext has no {language.name.capitalize()} side.", "Choose the other language.")
