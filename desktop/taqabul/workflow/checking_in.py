"""What was done in a file that bitexts were taken along in, brought back to the library they are of.

Each act comes in as it would have been made here: through the one door of all edits, signed by whoever did it (where a
server lets nobody sign for others, by whoever brings it in), and undone as any other. What one's role does not include stays out, and others may bring it in. Nothing here is overwritten: an act on what was changed here meanwhile is a conflict, which
stays open until a person says which version shall be kept. The library remembers which lines of the file it
dealt with, so that bringing the same in again changes nothing.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from taqabul.domain.checkouts import Checkout
from taqabul.domain.edits import Edit
from taqabul.domain.errors import EditConflict, InvalidInput, NotAllowed
from taqabul.domain.ids import JournalId
from taqabul.domain.options import Progress, no_progress
from taqabul.storage import checkouts, journal
from taqabul.storage.applying import Signature, apply
from taqabul.storage.bitexts import read_bitexts
from taqabul.storage.database import Transaction
from taqabul.storage.foreign_edits import clashes, clashing, without
from taqabul.storage.journal import Act, Kind, State
from taqabul.storage.renumbering import Renumbering, UnknownNumber
from taqabul.workflow import backups
from taqabul.workflow.annotating.merging import reading_copy
from taqabul.workflow.both_versions import Versions, versions_of
from taqabul.workflow.checked_in import CheckedIn, Conflict, Keep, conflict_of
from taqabul.workflow.checking_out import origin
from taqabul.workflow.forcing import forced
from taqabul.workflow.library import Library
from taqabul.workflow.net_steps import Step, net_steps
from taqabul.workflow.remaining import bring_sets, bring_suppressions


def check_in(
    library: Library,
    path: Path,
    keep: Keep | None = None,
    chosen: Mapping[JournalId, Keep] | None = None,
    progress: Progress = no_progress,
) -> CheckedIn:
    """Bring in what was done in a file since bitexts were taken along in it, or since it was brought in last.

    ``chosen`` says for lines of conflicts which version is kept, ``keep`` for all others; where neither does, they stay
    open. A file's library is copied before. Raises LibraryError where there is no such file, InvalidInput where it
    was not made by ``check_out`` from this library.
    """
    with reading_copy(path) as copy:
        away = _known(library, copy, path)
        backups.keep(library)
        bring_sets(library, copy)
        bring_suppressions(library, copy, away)
        work = _CheckingIn(library, copy, away, keep, chosen or {})
        return work.bring(progress)


def _known(library: Library, copy: Library, path: Path) -> Checkout:
    away = origin(copy)
    if away is None:
        raise InvalidInput(
            f"{path} was not made by checking out.",
            "taqabul merge brings in what others marked in libraries of their own.",
        )
    with library.database.read() as transaction:
        if away.uid not in {one.uid for one in checkouts.read_checkouts(transaction)}:
            raise InvalidInput(
                f"{path} was not checked out of this library, or its checkout was released.",
                f"It was checked out of {away.place}.",
            )
    return away


class _CheckingIn:
    """One checking in, while it goes on."""

    def __init__(
        self,
        library: Library,
        copy: Library,
        away: Checkout,
        keep: Keep | None,
        chosen: Mapping[JournalId, Keep],
    ) -> None:
        self._library, self._copy, self._away = library, copy, away
        self._keep, self._chosen = keep, chosen
        self._session = uuid4().hex  # not that of the library: who has a bitext open there shall hear of it
        self._came = self._let_go = 0
        self._conflicts: list[Conflict] = []
        self._refused: list[Conflict] = []

    def bring(self, progress: Progress) -> CheckedIn:
        """Do it, step by step, each in a transaction of its own."""
        with self._copy.database.read() as theirs:
            acts = _acts_since(theirs, self._away)
            self._digests = {act.id: checkouts.digest_of(theirs, act) for act in acts}
            others = len({one.id for one in read_bitexts(theirs)} - set(self._away.bitexts))
        with self._library.database.read() as ours:
            dealt = checkouts.dealt_with(ours, self._away.uid)
            self._numbers = checkouts.numbers_of(ours, self._away.uid)
        self._refuse_another(dealt)
        became = {line: home for line, (_, home) in dealt.items() if home is not None}
        self._homes = {act.of or act.id: became[act.id] for act in acts if act.id in became}
        steps = net_steps(acts, dealt.keys(), became.keys())
        for done, step in enumerate(steps):
            progress(done, len(steps))
            self._bring(step)
        if not self._conflicts and not self._refused:
            with self._library.database.write() as ours:
                checkouts.end_checkout(ours, self._away.uid, datetime.now(UTC))
        progress(len(steps), len(steps))
        still = tuple(self._conflicts), tuple(self._refused)
        return CheckedIn(self._away, self._came, len(dealt), self._let_go, *still, others)

    def _refuse_another(self, dealt: Mapping[JournalId, tuple[str, JournalId | None]]) -> None:
        """Two copies of one file go different ways under the same numbers."""
        if any(self._digests.get(line) != digest for line, (digest, _) in dealt.items()):
            raise InvalidInput(
                "Another copy of this file was checked in before, and went another way.",
                "Check out anew; taqabul merge brings in what was marked and noted in this one.",
            )

    def _bring(self, step: Step) -> None:
        try:
            self._bring_allowed(step)
        except NotAllowed as error:
            self._refused.append(conflict_of(step.last, error.message))

    def _bring_allowed(self, step: Step) -> None:
        conflict = self._try(step, None)
        keep = self._chosen.get(step.last.id, self._keep)
        if conflict is not None and keep is not None:
            conflict = self._try(step, keep)
        if conflict is not None and keep is Keep.THEIRS:
            with self._library.database.write() as ours:
                self._deal_with(ours, step, None)
            self._let_go += 1
        elif conflict is not None:
            self._conflicts.append(conflict)

    def _try(self, step: Step, keep: Keep | None) -> Conflict | None:
        """Bring a step in; gives what speaks against it, and nothing is written then."""
        found: list[Versions] = []
        numbers = dict(self._numbers)
        try:
            with clashing(), self._library.database.write() as ours:
                home = self._write(ours, step, numbers, found, keep)
        except EditConflict as error:
            return conflict_of(step.last, error.message, tuple(found))
        self._numbers = numbers
        if home is not None:
            self._homes[step.subject] = home
        return None

    def _write(
        self,
        ours: Transaction,
        step: Step,
        numbers: dict[checkouts.Number, int],
        found: list[Versions],
        keep: Keep | None,
    ) -> JournalId | None:
        """Write a step; gives the act here that it is. ``numbers`` and ``found`` are added to."""
        act, home = step.last, self._home_of(step)
        if step.kind is None:
            self._deal_with(ours, step, home)
            return home
        if not read_bitexts(ours, [act.bitext]):
            raise EditConflict("The bitext is not in the library any more.")
        renumbering = Renumbering(ours, self._away.numbers, numbers)
        edit, kind = self._edit(ours, step, renumbering, anew=keep is Keep.MINE)
        differing = clashes(ours, edit)
        found += [versions_of(ours, one) for one in differing]
        if differing and keep is Keep.MINE:
            edit = forced(ours, edit)
        elif differing and keep is Keep.THEIRS:
            edit = without(edit, differing)
        if edit.is_empty or (keep is not Keep.MINE and clashes(ours, edit)):
            raise EditConflict("The same was changed here meanwhile.")
        of = None if kind is Kind.DO else home
        signs = self._library.author if self._library.holds_to_names else act.author
        changes = apply(ours, edit, Signature(signs, self._session, datetime.now(UTC), kind, of))
        checkouts.add_numbers(ours, self._away.uid, renumbering.fresh)
        numbers |= renumbering.fresh
        became = home or changes.journal
        self._deal_with(ours, step, became)
        self._came += 1
        return became

    def _edit(
        self, ours: Transaction, step: Step, renumbering: Renumbering, *, anew: bool
    ) -> tuple[Edit, Kind]:
        """What a step does under our numbers; where an act is taken back, as it stands in our journal.

        ``anew``: as an act of its own, whatever became of the one it takes back.
        """
        back = step.kind is Kind.UNDO
        home = self._home_of(step)
        if step.kind is not None and step.kind is not Kind.DO and home is not None and not anew:
            known = journal.acts_by_id(ours, [home])
            wanted = (State.DONE,) if back else (State.UNDONE, State.DROPPED)
            if not known or known[0].state not in wanted:
                raise EditConflict("It was taken back or done again here meanwhile.")
            edit = journal.edit_of(ours, home)
            return (edit.inverse if back else edit), step.kind
        with self._copy.database.read() as theirs:
            edit = journal.edit_of(theirs, step.subject)
        try:
            return renumbering.edit(edit.inverse if back else edit), Kind.DO
        except UnknownNumber as error:
            raise EditConflict("It builds on a step that has not come in.") from error

    def _home_of(self, step: Step) -> JournalId | None:
        """The act here that the step is about."""
        return step.subject if step.subject <= self._away.up_to else self._homes.get(step.subject)

    def _deal_with(self, ours: Transaction, step: Step, became: JournalId | None) -> None:
        digests = {act.id: self._digests[act.id] for act in step.lines}
        homes = {} if became is None else dict.fromkeys(digests, became)
        checkouts.deal_with(ours, self._away.uid, digests, homes)


def _acts_since(theirs: Transaction, away: Checkout) -> list[Act]:
    acts = [act for id_ in away.bitexts for act in journal.all_acts(theirs, id_) if act.id > away.up_to]
    return sorted(acts, key=lambda act: act.id)
