"""A library looked through: nothing is found in a whole one, and all that is broken in one that is not."""

import sqlite3
from contextlib import closing

import pytest

from taqabul.workflow import history, reviewing, shelving
from taqabul.workflow.annotating.marking import Given, mark
from taqabul.workflow.annotating.notes import add_note
from taqabul.workflow.verifying import Part, verify
from taqabul.workflow.word_links import Stretch


@pytest.fixture
def worked(draw):
    """A bitext with some history: merged, noted, corrected, marked, undone."""
    drawn = draw("A1 | B1\nA2 | B2\nA3 | B3\nA4 | B4")
    library, id_ = drawn.library, drawn.id
    reviewing.confirm(library, id_, drawn.links("A1"))
    add_note(library, id_, drawn.link("A2"), "why?")
    reviewing.edit_text(library, id_, drawn.paragraph("B2"), "B2 corrected")
    mark(library, id_, [Stretch(drawn.paragraph("A2"), 0, 2)], Given("set", "a"))
    reviewing.merge_with_next(library, id_, drawn.link("A3"))
    history.undo(library, id_)
    history.redo(library, id_)
    history.undo(library, id_)
    return drawn


def damaged(drawn, *statements):
    """What is found after statements that no program of ours would run."""
    with closing(sqlite3.connect(drawn.library.location)) as connection:
        for statement in statements:
            assert connection.execute(statement).rowcount
        connection.commit()
    return verify(drawn.library).faults


def test_a_whole_library_has_no_faults(worked):
    found = verify(worked.library)
    assert (found.faults, found.bitexts, found.lines, found.since) == ((), 1, 8, 0)


def test_progress_is_told_to_the_end(worked):
    told = []
    verify(worked.library, lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]


@pytest.mark.file
@pytest.mark.parametrize(
    ("statement", "part"),
    [
        ("UPDATE link SET status = 'rejected' WHERE id = 1", Part.JOURNAL),
        ("UPDATE paragraph SET text = 'B9 corrected' WHERE text = 'B2 corrected'", Part.JOURNAL),
        ("UPDATE note SET text = 'because'", Part.JOURNAL),
        ("DELETE FROM note", Part.JOURNAL),
        ("UPDATE journal SET state = 'done' WHERE state = 'undone'", Part.JOURNAL),
        ("DELETE FROM journal WHERE id = 6", Part.JOURNAL),
        ("UPDATE journal SET edit = x'00' WHERE id = 1", Part.JOURNAL),
        ("UPDATE paragraph SET text = 'A7' WHERE text = 'A4'", Part.JOURNAL),
        ("UPDATE paragraph SET length = 90 WHERE text = 'A4'", Part.TEXTS),
        ("DELETE FROM link_member WHERE paragraph_id = 4", Part.BITEXTS),
        ("DELETE FROM sentence_member WHERE sentence_id = 4", Part.BITEXTS),
        ("UPDATE link SET rank = (SELECT min(rank) FROM link)", Part.BITEXTS),
        ("UPDATE annotation_span SET quote = 'zz'", Part.BITEXTS),
        ("DELETE FROM sentence WHERE id = 1", Part.FILE),
        ("UPDATE link SET rank = 'first' WHERE id = 1", Part.FILE),
        ("UPDATE paragraph SET text = x'41' WHERE id = 1", Part.FILE),
        ("UPDATE counter SET next = 1 WHERE name = 'link'", Part.FILE),
        ("UPDATE link SET status = 'perhaps' WHERE id = 1", Part.BITEXTS),
    ],
)
def test_what_is_broken_is_found(worked, statement, part):
    assert part in {fault.part for fault in damaged(worked, statement)}


@pytest.mark.file
def test_a_bitext_that_went_with_the_bin_leaves_a_library_that_fits_its_journal(studio, worked):
    twin = studio.twin(worked)
    reviewing.edit_text(worked.library, worked.id, worked.paragraph("A1"), "A1 first")
    reviewing.edit_text(twin.library, twin.id, twin.paragraph("A1 first"), "A1 second")
    shelving.bin_bitexts(worked.library, [twin.id])
    shelving.empty_bin(worked.library)
    found = verify(worked.library)
    assert (found.faults, found.lines) == ((), 0)
    reviewing.confirm(worked.library, worked.id, worked.links("A2"))
    found = verify(worked.library)
    assert (found.faults, found.lines) == ((), 1)
    assert damaged(worked, "UPDATE link SET status = 'rejected' WHERE status = 'confirmed'")


def test_emptying_the_bin_of_what_shares_nothing_keeps_all_of_the_journal_to_be_replayed(studio, worked):
    other = studio.draw("C1 | D1", worked.library)
    shelving.bin_bitexts(worked.library, [other.id])
    shelving.empty_bin(worked.library)
    assert verify(worked.library).lines == 8
