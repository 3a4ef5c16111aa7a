"""The record of a new bitext, before it has links."""

from datetime import datetime

from taqabul.domain.bitext import Bitext
from taqabul.domain.ids import BitextId, DocumentId
from taqabul.storage import bitexts
from taqabul.storage.counters import take
from taqabul.storage.database import Transaction
from taqabul.text.direction import BETWEEN
from taqabul.workflow.projects import document_in


def add_record(
    transaction: Transaction,
    source: DocumentId,
    target: DocumentId,
    engine: str,
    at: datetime,
    title: str | None = None,
) -> Bitext:
    """Keep a bitext of two documents; without a title it has theirs. ``engine`` names what gives its links."""
    titles = [document_in(transaction, id_).title for id_ in (source, target)]
    record = Bitext(
        BitextId(take(transaction, "bitext")[0]),
        source,
        target,
        title or BETWEEN.join(dict.fromkeys(titles)),
        at,
    )
    bitexts.add_bitext(transaction, record, engine)
    return record
