"""The journal: who did what to a bitext, when, and what it takes to undo it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import String, bindparam, delete, func, insert, select, update

from taqabul.domain.edits import Edit
from taqabul.domain.ids import BitextId, JournalId
from taqabul.storage.batches import batches
from taqabul.storage.calls import CHANNEL, Told
from taqabul.storage.counters import last, take
from taqabul.storage.database import Transaction
from taqabul.storage.dialects import POSTGRESQL
from taqabul.storage.edit_codec import decode, encode, subjects
from taqabul.storage.tables import journal


class Kind(StrEnum):
    """Doing something, or turning something done around."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"


class State(StrEnum):
    """What became of something done; dropped: undone, and nobody can redo it any more."""

    DONE = "done"
    UNDONE = "undone"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Act:
    """One line of the journal. ``of`` is the act an undo or redo turns around."""

    id: JournalId
    bitext: BitextId
    at: datetime
    author: str
    session: str
    verb: str
    summary: str
    kind: Kind = Kind.DO
    of: JournalId | None = None
    state: State = State.DONE


_COLUMNS = [column for column in journal.c if column.name != "edit"]
_INSERT = insert(journal)
_INSERT_AND_TELL = _INSERT.returning(func.pg_notify(CHANNEL, bindparam("told", type_=String())))
_DROP_UNDONE = (
    update(journal)
    .where(
        journal.c.bitext_id == bindparam("bitext"),
        journal.c.state == State.UNDONE.value,
        journal.c.author == bindparam("by"),
    )
    .values(state=State.DROPPED.value)
)
_BECOME = update(journal).where(journal.c.id == bindparam("act")).values(state=bindparam("now"))
_STEPS = (
    select(*_COLUMNS)
    .where(
        journal.c.bitext_id == bindparam("bitext"),
        journal.c.author == bindparam("by"),
        journal.c.state == bindparam("now"),
        journal.c.kind == Kind.DO.value,
    )
    .limit(1)
)
_LAST_DONE, _NEXT_UNDONE = _STEPS.order_by(journal.c.id.desc()), _STEPS.order_by(journal.c.id)
_EDIT = select(journal.c.edit).where(journal.c.id == bindparam("act"))
_BY_OTHERS = (
    select(*_COLUMNS)
    .where(journal.c.id > bindparam("since"), journal.c.session != bindparam("session"))
    .order_by(journal.c.id)
)


def write_act(transaction: Transaction, act: Act, edit: Edit) -> None:
    """Add a line. What was undone before something new is done cannot be redone any more."""
    row = {
        "id": act.id,
        "bitext_id": act.bitext,
        "at": act.at,
        "author": act.author,
        "session": act.session,
        "verb": act.verb,
        "summary": act.summary,
        "kind": act.kind.value,
        "of": act.of,
        "state": act.state.value,
        "edit": encode(edit) if act.kind is Kind.DO else None,
    }
    if act.kind is Kind.DO:
        transaction.connection.execute(_DROP_UNDONE, {"bitext": act.bitext, "by": act.author})
    else:
        state = State.UNDONE if act.kind is Kind.UNDO else State.DONE
        transaction.connection.execute(_BECOME, {"act": act.of, "now": state.value})
    if transaction.connection.dialect.name == POSTGRESQL:
        row["told"] = Told(act.bitext, act.id, act.session).words
        transaction.connection.execute(_INSERT_AND_TELL, row)
    else:
        transaction.connection.execute(_INSERT, row)


def new_act_id(transaction: Transaction) -> JournalId:
    """A number for the next line."""
    return JournalId(take(transaction, "journal")[0])


def last_done(transaction: Transaction, bitext: BitextId, author: str) -> Act | None:
    """What the author would undo next."""
    return _one(transaction, bitext, author, State.DONE)


def next_undone(transaction: Transaction, bitext: BitextId, author: str) -> Act | None:
    """What the author would redo next."""
    return _one(transaction, bitext, author, State.UNDONE)


def _one(transaction: Transaction, bitext: BitextId, author: str, state: State) -> Act | None:
    query = _LAST_DONE if state is State.DONE else _NEXT_UNDONE
    asked = {"bitext": bitext, "by": author, "now": state.value}
    row = transaction.connection.execute(query, asked).first()
    return None if row is None else _act(tuple(row))


def acts(
    transaction: Transaction, bitext: BitextId, limit: int, before: JournalId | None = None
) -> list[Act]:
    """The last lines about a bitext (before a line), the newest first."""
    of = journal.c
    last = select(of.id).where(of.bitext_id == bitext).order_by(of.id.desc()).limit(limit)
    if before is not None:
        last = last.where(of.id < before)
    # Numbers first, out of the index alone: to read all lines in order to sort them takes ten times as long.
    query = select(*_COLUMNS).where(of.id.in_(last)).order_by(of.id.desc())
    return [_act(tuple(row)) for row in transaction.connection.execute(query)]


def acts_since(transaction: Transaction, bitext: BitextId, since: datetime) -> list[Act]:
    """The lines about a bitext from a moment on, the oldest first."""
    of = journal.c
    query = select(*_COLUMNS).where(of.bitext_id == bitext, of.at >= since).order_by(of.id)
    return [_act(tuple(row)) for row in transaction.connection.execute(query)]


def acts_by_id(transaction: Transaction, ids: Sequence[JournalId]) -> list[Act]:
    """Some lines, the newest first."""
    query = select(*_COLUMNS).order_by(journal.c.id.desc())
    queries = [query.where(journal.c.id.in_(some)) for some in batches(ids)]
    found = [_act(tuple(row)) for one in queries for row in transaction.connection.execute(one)]
    return sorted(found, key=lambda act: -act.id)


def turned(transaction: Transaction, bitext: BitextId) -> dict[JournalId, JournalId]:
    """The lines of a bitext that turn another around, and which."""
    query = select(journal.c.id, journal.c.of).where(journal.c.bitext_id == bitext, journal.c.of.is_not(None))
    return {JournalId(id_): JournalId(of) for id_, of in transaction.connection.execute(query)}


def new_subjects(
    transaction: Transaction, bitext: BitextId, since: JournalId, limit: int
) -> list[tuple[JournalId, set[int], set[int]]]:
    """What was done after a line, the oldest first: each act with the links and paragraphs it is about."""
    of = journal.c
    query = select(of.id, of.edit).where(of.bitext_id == bitext, of.id > since, of.edit.is_not(None))
    rows = transaction.connection.execute(query.order_by(of.id).limit(limit)).all()
    return [(JournalId(id_), *subjects(edit)) for id_, edit in rows]


def all_acts(transaction: Transaction, bitext: BitextId) -> list[Act]:
    """All lines about a bitext, the oldest first."""
    query = select(*_COLUMNS).where(journal.c.bitext_id == bitext).order_by(journal.c.id)
    return [_act(tuple(row)) for row in transaction.connection.execute(query)]


def edit_of(transaction: Transaction, act: JournalId) -> Edit:
    """What an act did, in full."""
    return decode(transaction.connection.scalars(_EDIT, {"act": act}).one())


def size_of(transaction: Transaction, act: JournalId) -> int:
    """How many bytes tell what an act did: the more, the longer it takes to turn it around."""
    return int(
        transaction.connection.scalars(select(func.length(journal.c.edit)).where(journal.c.id == act)).one()
    )


def last_act(transaction: Transaction) -> JournalId:
    """The number of the journal's last line, 0 where nothing was written yet."""
    return JournalId(last(transaction, "journal"))


def acts_of_others(transaction: Transaction, since: JournalId, session: str) -> list[Act]:
    """What other programs did after a line of the journal, the oldest first."""
    asked = {"since": since, "session": session}
    return [_act(tuple(row)) for row in transaction.connection.execute(_BY_OTHERS, asked)]


def any_act_since(transaction: Transaction, since: JournalId, bitexts: Collection[BitextId]) -> bool:
    """Whether anybody did anything to one of these bitexts after a line of the journal."""
    query = select(journal.c.id).where(journal.c.id > since, journal.c.bitext_id.in_(bitexts))
    return transaction.connection.execute(query.limit(1)).first() is not None


def last_before(transaction: Transaction, moment: datetime) -> JournalId:
    """The last line such that no line up to it was written at that moment or later, 0 where there is none.

    By the order of the lines, not by their times: a clock may have been set back.
    """
    later = select(func.min(journal.c.id)).where(journal.c.at >= moment)
    first = transaction.connection.scalar(later)
    return last_act(transaction) if first is None else JournalId(first - 1)


def lines_up_to(transaction: Transaction, up_to: JournalId) -> int:
    """How many lines there are up to one."""
    query = select(func.count()).select_from(journal).where(journal.c.id <= up_to)
    return int(transaction.connection.scalars(query).one())


def still_needed(transaction: Transaction, up_to: JournalId) -> set[JournalId]:
    """The lines up to one that later lines turn around."""
    query = select(journal.c.of).where(journal.c.id > up_to, journal.c.of <= up_to)
    return {JournalId(of) for of in transaction.connection.scalars(query)}


def drop_lines(transaction: Transaction, up_to: JournalId, but: Collection[JournalId]) -> int:
    """Take the lines up to one out, but for some; gives how many went."""
    going = select(journal.c.id).where(journal.c.id <= up_to)
    ids = [id_ for id_ in transaction.connection.scalars(going) if id_ not in but]
    for some in batches(ids):
        transaction.connection.execute(delete(journal).where(journal.c.id.in_(some)))
    return len(ids)


def _act(row: tuple[object, ...]) -> Act:
    id_, bitext, at, author, session, verb, summary, kind, of, state = row
    return Act(id_, bitext, at, author, session, verb, summary, Kind(kind), of, State(state))  # type: ignore[arg-type]
