"""What documents are called and where they come from: author, translator, date, source.

Nothing of a text is concerned, so it is not journalled; the library page undoes it (``tidying``).
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Final

import regex

from taqabul.domain.document import Document
from taqabul.domain.errors import InvalidInput
from taqabul.domain.files import Metadata
from taqabul.domain.ids import BitextId, DocumentId
from taqabul.storage import documents
from taqabul.text.digits import western_digits
from taqabul.workflow.library import Library
from taqabul.workflow.projects import bitext_in, document_in, titled

_DATE: Final = regex.compile(r"\d{4}(?:-\d\d){0,2}")


@dataclass(frozen=True, slots=True)
class Described:
    """A document, the name of the file it came from, the encoding that was read in, and what was found then."""

    document: Document
    file: str
    encoding: str
    findings: tuple[str, ...]


def described(library: Library, document: DocumentId) -> Described:
    """What is known of a document. Raises InvalidInput where there is no such."""
    with library.database.read() as transaction:
        record = document_in(transaction, document)
        file = documents.read_file(transaction, record.file)
    if file is None:
        return Described(record, "", "", ())
    return Described(record, file.name, file.encoding, file.findings)


def sides_described(library: Library, bitext: BitextId) -> list[Described]:
    """What is known of the documents of a bitext, source first, but for the empty side of a text by itself."""
    with library.database.read() as transaction:
        record = bitext_in(transaction, bitext)
    sides = [described(library, side) for side in (record.source, record.target)]
    return [one for one in sides if one.document.title]


def describe_documents(library: Library, about: Mapping[DocumentId, Metadata]) -> None:
    """Say anew what documents are called and where they come from.

    Raises InvalidInput for an empty title, and for a date that is no ISO date or part of one.
    """
    told = {document: checked(metadata) for document, metadata in about.items()}
    with library.database.write() as transaction:
        for document, metadata in told.items():
            document_in(transaction, document)
            documents.describe_document(transaction, document, metadata)


def checked(metadata: Metadata) -> Metadata:
    """What a person typed, without needless space. Raises InvalidInput as ``describe_documents`` does."""
    words = Metadata(*(" ".join(getattr(metadata, one.name).split()) for one in fields(Metadata)))
    return replace(words, title=titled(words.title), date=_dated(words.date))


def _dated(typed: str) -> str:
    """An ISO date or a part of one, in Western digits."""
    told = western_digits(typed)
    if told and not _is_date(told):
        raise InvalidInput(f"“{typed}” is no date.", "Write the year, 2025, or 2025-03, or 2025-03-19.")
    return told


def _is_date(told: str) -> bool:
    try:
        date.fromisoformat(told + "0001-01-01"[len(told) :])
    except ValueError:
        return False
    return _DATE.fullmatch(told) is not None
