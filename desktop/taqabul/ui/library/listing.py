"""What the library page lists: the entries of a shelf, those that were searched for, in an order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from taqabul.domain.ids import ProjectId
from taqabul.text.folding import fold_key
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP
from taqabul.workflow.projects import BitextSummary, DocumentSummary


class Kind(StrEnum):
    """The shelves of a library; a project is one too."""

    ALL = "all"
    PROJECT = "project"
    ARCHIVE = "archive"
    DOCUMENTS = "documents"
    BIN = "bin"


@dataclass(frozen=True)
class Shelf:
    """One shelf: what kind it is, and which project."""

    kind: Kind = Kind.ALL
    project: ProjectId | None = None

    def holds(self, bitext: BitextSummary) -> bool:
        """Whether a bitext stands on it."""
        place = bitext.place
        if self.kind is Kind.BIN or bitext.in_bin:
            return self.kind is Kind.BIN and bitext.in_bin
        if self.kind is Kind.ARCHIVE or place.archived:
            return self.kind is Kind.ARCHIVE and place.archived
        return self.kind is Kind.ALL or (self.kind is Kind.PROJECT and place.project == self.project)

    def holds_document(self, document: DocumentSummary) -> bool:
        """Whether a document stands on it."""
        return self.kind is (Kind.DOCUMENTS if document.binned_at is None else Kind.BIN)


class Order(StrEnum):
    """How a shelf is sorted."""

    MADE = "made"
    CHANGED = "changed"
    NAME = "name"
    LEAST = "least"
    MOST = "most"


ORDERS = {
    Order.MADE: QT_TRANSLATE_NOOP("StartPage", "Newest first"),
    Order.CHANGED: QT_TRANSLATE_NOOP("StartPage", "Last changed first"),
    Order.NAME: QT_TRANSLATE_NOOP("StartPage", "By name"),
    Order.LEAST: QT_TRANSLATE_NOOP("StartPage", "Least confirmed first"),
    Order.MOST: QT_TRANSLATE_NOOP("StartPage", "Most confirmed first"),
}

_KEYS: dict[Order, tuple[Callable[[BitextSummary], Any], bool]] = {
    Order.MADE: (lambda one: (one.created_at, one.id), True),
    Order.CHANGED: (lambda one: (one.changed_at, one.id), True),
    Order.NAME: (lambda one: fold_key(one.title), False),
    Order.LEAST: (lambda one: (one.share, fold_key(one.title)), False),
    Order.MOST: (lambda one: (-one.share, fold_key(one.title)), False),
}


def bitexts_on(
    shelf: Shelf, bitexts: Sequence[BitextSummary], query: str, order: Order
) -> list[BitextSummary]:
    """The bitexts of a shelf in whose title, tags, project or people all words of the query are, any spelling."""
    wanted = fold_key(query).split()
    key, backwards = _KEYS[order]
    found = [
        one
        for one in bitexts
        if shelf.holds(one)
        and _has(wanted, one.title, one.project, *one.place.tags, *one.away, *one.assigned)
    ]
    return sorted(found, key=key, reverse=backwards)


def documents_on(
    shelf: Shelf, documents: Sequence[DocumentSummary], query: str, order: Order
) -> list[DocumentSummary]:
    """The documents of a shelf in whose title all words of the query are, by name or the newest first."""
    wanted = fold_key(query).split()
    found = [one for one in documents if shelf.holds_document(one) and _has(wanted, one.document.title)]
    if order is Order.NAME:
        return sorted(found, key=lambda one: fold_key(one.document.title))
    return sorted(found, key=lambda one: (one.document.imported_at, one.document.id), reverse=True)


def _has(wanted: Sequence[str], *texts: str) -> bool:
    folded = fold_key(" ".join(texts))
    return all(word in folded for word in wanted)
