"""Vectors remembered by text: a cache in the library, of which the journal and undo know nothing.

It holds one row, about a kilobyte, for each different stretch of text that was ever aligned; those of a
document go when it is deleted, those of a text before its correction stay. To lose any costs only time.
"""

from collections.abc import Iterable, Mapping
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import delete, select

from taqabul.storage.batches import batches
from taqabul.storage.database import Transaction
from taqabul.storage.dialects import insert_or_update
from taqabul.storage.tables import vector

Halves = NDArray[np.float16]

_STORED = np.dtype("<f2")
_SLACK = 0.05


def recall(transaction: Transaction, encoder: str, texts: Iterable[str]) -> dict[str, Halves]:
    """The vectors known of some texts, each of shape (d,) and unit length; damaged ones are not known."""
    wanted = {_digest(text): text for text in texts}
    columns = select(vector.c.digest, vector.c.vector).where(vector.c.encoder == encoder)
    found = {}
    for some in batches(list(wanted)):
        for digest, stored in transaction.connection.execute(columns.where(vector.c.digest.in_(some))):
            numbers = _read(stored)
            if numbers is not None:
                found[wanted[digest]] = numbers
    return found


def keep(transaction: Transaction, encoder: str, vectors: Mapping[str, Halves]) -> None:
    """Remember the vectors of some texts, in the place of what was known of them."""
    rows = [
        {"encoder": encoder, "digest": _digest(text), "vector": numbers.astype(_STORED).tobytes()}
        for text, numbers in vectors.items()
    ]
    insert_or_update(transaction, vector, rows, ["vector"])


def forget(transaction: Transaction, texts: Iterable[str]) -> None:
    """Take out what any encoder made of some texts."""
    for some in batches(list({_digest(text) for text in texts})):
        transaction.connection.execute(delete(vector).where(vector.c.digest.in_(some)))


def _digest(text: str) -> bytes:
    return blake2b(text.encode(errors="surrogatepass"), digest_size=16).digest()


def _read(stored: bytes) -> Halves | None:
    """The numbers of a row; None where they are no vector of unit length."""
    if not stored or len(stored) % _STORED.itemsize:
        return None
    numbers: Halves = np.frombuffer(stored, _STORED).astype(np.float16)
    with np.errstate(over="ignore", invalid="ignore"):
        length = float(np.linalg.norm(numbers.astype(np.float32)))
    return numbers if abs(length - 1) <= _SLACK else None
