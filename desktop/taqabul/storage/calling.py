"""Calls that go out with what a transaction writes: they are heard when it is done, and never where it is not."""

from sqlalchemy import text

from taqabul.storage.calls import CHANNEL, Call
from taqabul.storage.database import Transaction

_CALL = text("SELECT pg_notify(:channel, :words)")


def call_all(transaction: Transaction, call: Call) -> None:
    """Have everybody at the library hear this; a library in a file has nobody who could."""
    if transaction.connection.dialect.name == "postgresql":
        transaction.connection.execute(_CALL, {"channel": CHANNEL, "words": call.words})
