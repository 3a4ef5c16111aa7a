"""When somebody last worked on a bitext, so that what changed since can be shown."""

from datetime import UTC, datetime

from taqabul.domain.ids import BitextId
from taqabul.storage import queues as storage
from taqabul.workflow.library import Library
from taqabul.workflow.projects import bitext_in


def last_visit(library: Library, bitext: BitextId) -> datetime | None:
    """When this author last left a bitext; None where that never was."""
    with library.database.read() as transaction:
        return storage.last_visit(transaction, bitext, library.author)


def note_visit(library: Library, bitext: BitextId) -> None:
    """This author leaves a bitext now; of who only reads nothing is kept. Raises InvalidInput where there is no such bitext any more."""
    if library.role is None:
        return
    with library.database.write() as transaction:
        bitext_in(transaction, bitext)
        storage.keep_visit(transaction, bitext, library.author, datetime.now(UTC))
