"""Bitexts taken along in a file of their own, to be worked on without the library they are of.

They stay in the library, where others may go on working; a mark there says who took them. ``checking_in`` brings
back what was done in the file.
"""

import platform
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from taqabul.domain.checkouts import Checkout
from taqabul.domain.errors import InvalidInput
from taqabul.domain.ids import BitextId, JournalId, new_uid
from taqabul.storage import bases, checkouts
from taqabul.storage.claims import all_claims
from taqabul.storage.snapshots import whole
from taqabul.workflow.copying_out import copy_out
from taqabul.workflow.library import Library, open_library
from taqabul.workflow.projects import bitext_in


def check_out(library: Library, bitexts: Sequence[BitextId], path: Path) -> Checkout:
    """Make a library file that holds these bitexts, with all that share a text with them.

    Raises InvalidInput where there is no such bitext, or there is a file already; LibraryError where none can be made.
    """
    if path.exists():
        raise InvalidInput(f"There is a file {path} already.", "Choose another name, or take that one away.")
    with library.database.write() as transaction:
        for id_ in bitexts:
            bitext_in(transaction, id_)
        taken = tuple(checkouts.sharing(transaction, bitexts))
        where = f"{platform.node()}:{path.absolute()}"
        made = Checkout(new_uid(), library.author, datetime.now(UTC), where, taken, JournalId(0))
        checkouts.add_checkout(transaction, made)
    try:
        return _fill(library, path, made)
    except BaseException:
        release(library, made.uid)
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        raise


def _fill(library: Library, path: Path, made: Checkout) -> Checkout:
    up_to = copy_out(library, path, made.bitexts)
    copy = open_library(path, library.author)
    try:
        with copy.database.write() as transaction:
            numbers = checkouts.next_numbers(transaction)
            there = replace(made, place=library.location, up_to=up_to, numbers=numbers)
            checkouts.add_checkout(transaction, there)
            # Lines from before are there to be undone, not to be replayed: what others share with them stayed.
            claims = all_claims(transaction)
            held = [whole(transaction, id_, claims) for id_ in made.bitexts]
            bases.put(transaction, up_to, made.author, made.at, held)
            return there
    finally:
        copy.close()


def away(library: Library) -> dict[BitextId, list[Checkout]]:
    """The bitexts that somebody has taken along and not wholly brought back, the oldest checkout first."""
    found: dict[BitextId, list[Checkout]] = {}
    for one in open_checkouts(library):
        for id_ in one.bitexts:
            found.setdefault(id_, []).append(one)
    return found


def open_checkouts(library: Library) -> list[Checkout]:
    """What was taken along and has not wholly come back."""
    with library.database.read() as transaction:
        made = checkouts.read_checkouts(transaction)
    return [one for one in made if one.ended_at is None and not one.numbers]


def origin(library: Library) -> Checkout | None:
    """The checkout that a library's file was made by; None where it is no such file."""
    with library.database.read() as transaction:
        return next((one for one in checkouts.read_checkouts(transaction) if one.numbers), None)


def release(library: Library, uid: str) -> None:
    """Forget a checkout whose file is lost, or shall not come back: it cannot be checked in any more."""
    with library.database.write() as transaction:
        checkouts.forget_checkout(transaction, uid)
