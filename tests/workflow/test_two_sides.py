"""Random walks over all verbs in a library and in a file checked out of it: after bringing it back nothing is lost."""

import shutil
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule, run_state_machine_as_test
from tests.workflow.conftest import Drawn
from tests.workflow.test_every_edit import Reviewer

from taqabul.domain.errors import EditConflict
from taqabul.storage import journal
from taqabul.storage.checkouts import dealt_with
from taqabul.storage.journal import Kind, State
from taqabul.workflow import history
from taqabul.workflow.checked_in import Keep
from taqabul.workflow.checking_in import check_in
from taqabul.workflow.checking_out import check_out, origin
from taqabul.workflow.library import open_library
from taqabul.workflow.verifying import verify

pytestmark = pytest.mark.long

PICTURES = st.sampled_from(
    [
        "\n".join(f"A{k} | B{k}" for k in range(1, 10)),
        "A1 A2 | B1\nA3 |\n| B2\nA4 | B3 B4\nA5 | B5\nA6 | B8\nA7 | B6\nA8 | B7\nA9 |",
    ]
)


def acts_of(drawn):
    """The lines of a bitext's journal, by number."""
    with drawn.library.database.read() as transaction:
        return {act.id: act for act in journal.all_acts(transaction, drawn.id)}


class TwoReviewers(Reviewer):
    """Does anything a reviewer can do, now in the library, now in the file; now and then the file is brought back."""

    sides: list[Any]

    @initialize(picture=PICTURES, twice=st.booleans())
    def begin(self, picture, twice):
        super().begin(picture, twice)
        self.let_go = 0
        self.file = self.folder / "laptop.db"
        check_out(self.bitext.library, [self.bitext.id], self.file)
        library = open_library(self.file, "sami")
        self.maker.opened.append(library)
        self.sides = [self.bitext, Drawn(library, self.bitext.id)]
        self.up_to = origin(library).up_to

    @rule(back=st.booleans())
    def go_to_the_other_side(self, back):
        here, there = self.sides
        self.bitext = there if self.bitext is here else here
        if back and self.bitext is here:
            self.bring_back(None)

    @rule()
    def open_again(self):
        """Each side stays open here."""

    @rule(steps=st.integers(1, 4))
    def undo_and_redo(self, steps):
        """What came in from the other side may stand on what would be taken back: that is refused."""
        with suppress(EditConflict):
            while steps and history.undo(self.bitext.library, self.bitext.id):
                steps -= 1
            history.redo(self.bitext.library, self.bitext.id)

    @rule()
    def undo(self):
        with suppress(EditConflict):
            history.undo(self.bitext.library, self.bitext.id)

    @rule(keep=st.sampled_from([None, None, Keep.MINE, Keep.THEIRS]))
    def bring_back(self, keep):
        home, away = self.sides
        before, theirs = acts_of(home), acts_of(away)
        done = check_in(home.library, self.file, keep)
        home.library.begin_anew()  # whoever works there has seen what came
        self.let_go += done.let_go
        after = acts_of(home)
        self.assert_whole(home.library)
        assert verify(home.library).faults == ()
        assert before.keys() <= after.keys()
        came = [act for id_, act in after.items() if id_ not in before]
        assert len(came) == done.came
        open_lines = {one.line for one in done.conflicts}
        assert open_lines <= theirs.keys()
        assert keep is not Keep.THEIRS or not open_lines
        with home.library.database.read() as transaction:
            dealt = dealt_with(transaction, done.checkout.uid)
        open_subjects = {theirs[line].of or line for line in open_lines}
        # Acknowledged there: it is here, or open, or a person said that it shall not be.
        standing = [
            act
            for act in theirs.values()
            if act.id > self.up_to
            and act.kind is Kind.DO
            and act.state is State.DONE
            and act.id not in open_subjects
        ]
        turned = {act.of for act in theirs.values()}
        for act in standing:
            became = dealt[act.id][1]
            assert became is None or (after[became].author, after[became].verb) == (act.author, act.verb)
        lost = [act for act in standing if dealt[act.id][1] is None and act.id not in turned]
        assert len(lost) <= self.let_go
        again = check_in(home.library, self.file)
        assert again.came == 0
        assert {one.line for one in again.conflicts} == open_lines

    def teardown(self):
        if not hasattr(self, "sides"):
            return
        self.bring_back(None)
        for side in self.sides:
            assert verify(side.library).faults == ()
            side.library.close()
        shutil.rmtree(self.folder)


def test_after_any_walk_on_both_sides_everything_is_there_or_asked_for(walk):
    studio, assert_whole = walk
    here = {"studio": staticmethod(studio), "assert_whole": staticmethod(assert_whole)}
    run_state_machine_as_test(
        type("TwoReviewersHere", (TwoReviewers,), here),
        settings=settings(
            max_examples=10,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.explicit, Phase.reuse, Phase.generate],
        ),
    )
