"""Claims: from rows to records and back."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from sqlalchemy import select

from taqabul.domain.annotation import AnnotationStatus
from taqabul.domain.claims import Claim
from taqabul.domain.edits import Replacement
from taqabul.domain.ids import BitextId, ClaimId
from taqabul.storage.batches import batches
from taqabul.storage.database import Transaction, undisturbed
from taqabul.storage.replacing import attributes_back, attributes_text, replace_rows
from taqabul.storage.tables import claim

_ALL: Final = select(claim).order_by(claim.c.id)
_STATUSES: Final = {one.value: one for one in AnnotationStatus}


def read_claims(transaction: Transaction, ids: Iterable[ClaimId]) -> Mapping[ClaimId, Claim]:
    """Those of the claims that exist, by id, the oldest first."""
    found = {}
    for some in batches(sorted(set(ids))):
        for row in transaction.connection.execute(
            select(claim).where(claim.c.id.in_(some)).order_by(claim.c.id)
        ):
            record = _record(row)
            found[record.id] = record
    return found


def all_claims(transaction: Transaction) -> list[Claim]:
    """All claims of the library, the oldest first."""
    with undisturbed():
        return [_record(row) for row in transaction.connection.execute(_ALL).all()]


def replace_claims(transaction: Transaction, replacement: Replacement[Claim]) -> None:
    """Take claims out and put others in their place."""
    replace_rows(transaction, claim, replacement, _row)


def _record(row: Any) -> Claim:  # noqa: ANN401  (a row of the table)
    # In the order of the table's columns: to look a name up for each cell of thousands of rows takes long.
    id_, uid, bitext, author, created_at, changed_by, changed_at, arabic, english, status, attributes = row
    return Claim(
        ClaimId(id_), uid, BitextId(bitext), author, created_at, changed_by, changed_at, arabic, english,
        _STATUSES[status], attributes_back(attributes),
    )  # fmt: skip


def _row(record: Claim) -> dict[str, object]:
    return {
        "id": record.id,
        "uid": record.uid,
        "bitext_id": record.bitext,
        "author": record.author,
        "created_at": record.created_at,
        "changed_by": record.changed_by,
        "changed_at": record.changed_at,
        "arabic": record.arabic,
        "english": record.english,
        "status": record.status.value,
        "attributes": attributes_text(record.attributes),
    }
