"""Whether a library is whole after a fault, and holds all that was acknowledged before it."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from tests.durability.editing import digest

from taqabul.domain.ids import BitextId, JournalId
from taqabul.storage import journal
from taqabul.storage.applying import Signature, apply
from taqabul.storage.journal import Act, Kind
from taqabul.workflow.library import Library, open_library
from taqabul.workflow.verifying import verify


class Told(NamedTuple):
    """What an editor says of an act that was acknowledged: its line in the journal, what the library then held."""

    line: int
    state: bytes


def faults_after(path: Path, bitext: BitextId, told: Sequence[Told]) -> list[str]:
    """What is wrong with a library whose last acknowledged acts were these; empty where nothing is."""
    with closing(sqlite3.connect(path)) as connection:
        found = [
            f"integrity: {text}" for (text,) in connection.execute("PRAGMA integrity_check") if text != "ok"
        ]
    library = open_library(path, "editor")
    try:
        found += [fault.message for fault in verify(library).faults]
        with library.database.read() as transaction:
            acts = journal.all_acts(transaction, bitext)
        lines = {act.id for act in acts}
        found += [f"line {one.line} was acknowledged and is gone" for one in told if one.line not in lines]
        if told:
            later = [act for act in acts if act.id > told[-1].line]
            if len(later) > 1:
                found.append(f"{len(later)} acts are there that nobody acknowledged")
            if told[-1].state != _state_before(library, later):
                found.append(f"the library does not hold what line {told[-1].line} left")
    finally:
        library.close()
    return found


def _state_before(library: Library, later: Sequence[Act]) -> bytes:
    """What the library held before the acts that were written and not acknowledged any more."""
    with library.database.write() as transaction:
        for act in reversed(later):
            edit = journal.edit_of(transaction, JournalId(act.of or act.id))
            back = edit if act.kind is Kind.UNDO else edit.inverse
            apply(transaction, back, Signature("editor", "aftermath", datetime.now(UTC), Kind.DO))
        state = digest(transaction)
        transaction.connection.get_transaction().rollback()
        return state
