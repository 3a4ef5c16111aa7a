"""Old lines of the journal let go: the rest fits on what the library keeps of that moment."""

from datetime import UTC, datetime, timedelta

import pytest

from taqabul.workflow import history, reviewing
from taqabul.workflow.annotating.notes import add_note
from taqabul.workflow.compacting import compact, countable
from taqabul.workflow.verifying import verify

LATER = timedelta(days=1)


@pytest.fixture
def aged(draw):
    """A bitext whose first three lines were written long ago; the last of them was undone just now."""
    drawn = draw("A1 | B1\nA2 | B2\nA3 | B3")
    reviewing.confirm(drawn.library, drawn.id, drawn.links("A1"))
    reviewing.edit_text(drawn.library, drawn.id, drawn.paragraph("B2"), "B2 corrected")
    add_note(drawn.library, drawn.id, drawn.link("A3"), "why?")
    with drawn.library.database.write() as transaction:
        transaction.connection.exec_driver_sql("UPDATE journal SET at = '2001' || substr(at, 5)")
    history.undo(drawn.library, drawn.id)
    reviewing.merge_with_next(drawn.library, drawn.id, drawn.link("A1"))
    return drawn


def test_what_is_older_goes_but_for_what_later_lines_turn_around(aged):
    before = aged.state()
    a_year_ago = datetime.now(UTC) - timedelta(days=365)
    assert countable(aged.library, a_year_ago) == 2
    done = compact(aged.library, a_year_ago)
    assert (done.lines, done.up_to, done.kept) == (2, 3, 1)
    after = aged.state()
    for name in ("journal_base", "journal_base_part"):
        before.pop(name)
        after.pop(name)
    assert after == before
    found = verify(aged.library)
    assert (found.faults, found.lines, found.since) == ((), 2, 3)


def test_later_lines_can_still_be_undone_and_earlier_ones_not(aged):
    compact(aged.library, datetime.now(UTC) - timedelta(days=365))
    assert history.undo(aged.library, aged.id) is not None
    assert history.undo(aged.library, aged.id) is None
    assert aged.picture() == "A1 | B1 +\nA2 | B2 corrected\nA3 | B3"
    assert verify(aged.library).faults == ()


def test_all_of_it_may_go_and_work_goes_on(aged):
    compact(aged.library, datetime.now(UTC) + LATER)
    reviewing.confirm(aged.library, aged.id, [aged.link("A3")])
    assert verify(aged.library).faults == ()
    compact(aged.library, datetime.now(UTC) + LATER)
    found = verify(aged.library)
    assert (found.faults, found.lines) == ((), 0)


def test_a_change_behind_the_base_is_found(aged):
    compact(aged.library, datetime.now(UTC) + LATER)
    with aged.library.database.write() as transaction:
        transaction.connection.exec_driver_sql("UPDATE paragraph SET text = 'B7' WHERE text = 'B3'")
    (fault,) = verify(aged.library).faults
    assert "is not what the journal began with" in fault.message


def test_a_clock_that_was_set_back_takes_no_later_line(aged):
    with aged.library.database.write() as transaction:
        transaction.connection.exec_driver_sql("UPDATE journal SET at = '2001' || substr(at, 5) WHERE id = 5")
    assert compact(aged.library, datetime.now(UTC) - timedelta(days=365)).up_to == 3
