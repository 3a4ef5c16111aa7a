"""What is checked out of a library, and what came back: from rows to records and back."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import delete, insert, select, update

from taqabul.domain.checkouts import Checkout
from taqabul.domain.ids import BitextId, JournalId
from taqabul.storage import counters
from taqabul.storage.database import Transaction
from taqabul.storage.journal import Act
from taqabul.storage.tables import (
    bitext,
    checkout,
    checkout_bitext,
    checkout_line,
    checkout_number,
    counter,
    document,
    journal,
    paragraph,
)

_NONE = json.dumps(())
Number = tuple[counters.Kind, int]


def read_checkouts(transaction: Transaction) -> list[Checkout]:
    """All that were ever made and not forgotten, the oldest first."""
    taken: defaultdict[str, list[BitextId]] = defaultdict(list)
    query = select(checkout_bitext.c.checkout_uid, checkout_bitext.c.bitext_id)
    for uid, id_ in transaction.connection.execute(query.order_by(checkout_bitext.c.bitext_id)):
        taken[uid].append(BitextId(id_))
    rows = transaction.connection.execute(select(checkout).order_by(checkout.c.at, checkout.c.uid))
    return [
        Checkout(
            row.uid,
            row.author,
            row.at,
            row.place,
            tuple(taken[row.uid]),
            JournalId(row.up_to),
            tuple((kind, number) for kind, number in json.loads(row.numbers)),
            row.ended_at,
        )
        for row in rows
    ]


def taken_by(transaction: Transaction) -> str:
    """Who took along what is in this file, "" where it is no such file."""
    query = select(checkout.c.author).where(checkout.c.numbers != _NONE)
    return transaction.connection.scalar(query) or ""


def add_checkout(transaction: Transaction, made: Checkout) -> None:
    """Set down that bitexts are taken along."""
    row = {
        "uid": made.uid,
        "author": made.author,
        "at": made.at,
        "place": made.place,
        "up_to": made.up_to,
        "numbers": json.dumps(made.numbers),
        "ended_at": made.ended_at,
    }
    transaction.connection.execute(insert(checkout), row)
    rows = [{"checkout_uid": made.uid, "bitext_id": id_} for id_ in made.bitexts]
    transaction.connection.execute(insert(checkout_bitext), rows)


def end_checkout(transaction: Transaction, uid: str, at: datetime) -> None:
    """Set down that all that was done came back."""
    transaction.connection.execute(update(checkout).where(checkout.c.uid == uid).values(ended_at=at))


def forget_checkout(transaction: Transaction, uid: str) -> None:
    """Know nothing of it any more."""
    transaction.connection.execute(delete(checkout).where(checkout.c.uid == uid))


def next_numbers(transaction: Transaction) -> tuple[tuple[str, int], ...]:
    """The next free number of each kind of record."""
    rows = transaction.connection.execute(select(counter.c.name, counter.c.next).order_by(counter.c.name))
    return tuple((name, number) for name, number in rows)


def dealt_with(transaction: Transaction, uid: str) -> dict[JournalId, tuple[str, JournalId | None]]:
    """The lines of the other file that were dealt with: the digest of each, and what it became."""
    of = checkout_line.c
    query = select(of.line, of.digest, of.became).where(of.checkout_uid == uid)
    return {
        JournalId(line): (digest, became) for line, digest, became in transaction.connection.execute(query)
    }


def deal_with(
    transaction: Transaction,
    uid: str,
    digests: Mapping[JournalId, str],
    became: Mapping[JournalId, JournalId],
) -> None:
    """Set down that lines of the other file were dealt with, and what those that came in became."""
    rows = [
        {"checkout_uid": uid, "line": line, "digest": digest, "became": became.get(line)}
        for line, digest in digests.items()
    ]
    transaction.connection.execute(insert(checkout_line), rows)


def numbers_of(transaction: Transaction, uid: str) -> dict[Number, int]:
    """The numbers here of records that were made in the other file."""
    of = checkout_number.c
    query = select(of.kind, of.theirs, of.ours).where(of.checkout_uid == uid)
    return {(kind, theirs): ours for kind, theirs, ours in transaction.connection.execute(query)}


def add_numbers(transaction: Transaction, uid: str, numbers: Mapping[Number, int]) -> None:
    """Keep under which numbers records came in."""
    rows = [
        {"checkout_uid": uid, "kind": kind, "theirs": theirs, "ours": ours}
        for (kind, theirs), ours in numbers.items()
    ]
    if rows:
        transaction.connection.execute(insert(checkout_number), rows)


def digest_of(transaction: Transaction, act: Act) -> str:
    """What tells a line of a journal from another of the same number."""
    edit = transaction.connection.scalar(select(journal.c.edit).where(journal.c.id == act.id)) or b""
    told = "\n".join((act.session, act.author, act.kind, act.verb, str(act.of), act.at.isoformat()))
    return hashlib.sha256(told.encode() + b"\n" + edit).hexdigest()


def sharing(transaction: Transaction, ids: Collection[BitextId]) -> list[BitextId]:
    """These bitexts and all that are made of one of their texts, again and again; an empty text counts for nothing."""
    of = bitext.c
    texts = select(document.c.id).where(
        select(paragraph.c.id).where(paragraph.c.document_id == document.c.id).exists()
    )
    full = set(transaction.connection.scalars(texts))
    sides = {
        BitextId(id_): {source, target} & full
        for id_, source, target in transaction.connection.execute(select(of.id, of.source_id, of.target_id))
    }
    found = {id_ for id_ in ids if id_ in sides}
    while True:
        theirs = set().union(*(sides[id_] for id_ in found))
        more = {id_ for id_, own in sides.items() if own & theirs}
        if more <= found:
            return sorted(found)
        found |= more
