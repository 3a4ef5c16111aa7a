"""Moving one side of many rows, and exchanging it between two."""

import pytest

from taqabul.domain.errors import InvalidEdit
from taqabul.domain.language import Side
from taqabul.workflow import history, reviewing
from taqabul.workflow.annotating.notes import add_note

FIVE = "A1 | B1\nA2 | B2\nA3 | B3\nA4 | B4\nA5 | B5"


@pytest.mark.parametrize(
    ("before", "side", "at", "up", "after"),
    [
        (FIVE, "target", "A3", False, "A1 | B1\nA2 | B2\nA3 |\nA4 | B3\nA5 | B4\n| B5"),
        (FIVE, "target", "A3", True, "A1 | B1\nA2 | B2 B3 +\nA3 | B4\nA4 | B5\nA5 |"),
        (FIVE, "source", "A4", False, "A1 | B1\nA2 | B2\nA3 | B3\n| B4\nA4 | B5\nA5 |"),
        (FIVE, "source", "A4", True, "A1 | B1\nA2 | B2\nA3 A4 | B3 +\nA5 | B4\n| B5"),
        # A cell that is empty is filled from below; nothing joins the row above.
        ("A1 | B1\nA2 |\nA3 | B2\nA4 | B3", "target", "A2", True, "A1 | B1\nA2 | B2\nA3 | B3\nA4 |"),
        ("A1 |\nA2 | B1", "target", "A1", True, "A1 | B1\nA2 |"),
        # A row that holds nothing any more is gone.
        ("A1 | B1\n| B2\nA2 | B3", "target", "A1", False, "A1 |\n| B1\nA2 | B2\n| B3"),
        ("A1 | B1\n| B2", "target", "B2", True, "A1 | B1 B2 +"),
        ("| B1\nA1 | B2", "target", "B1", False, "A1 | B1\n| B2"),
        # A crossing stays a crossing.
        ("A1 | B3\nA2 | B1\nA3 | B2", "target", "A2", True, "A1 | B1 B3 +\nA2 | B2\nA3 |"),
    ],
)
def test_a_side_moves_by_a_row_from_here_down(draw, do, before, side, at, up, after):
    bitext = draw(before)
    do(bitext, reviewing.shift, Side(side), bitext.link(at), up=up)
    assert bitext.picture() == after


@pytest.mark.parametrize(
    ("up", "after"),
    [
        (False, "A1 |\nA2 | B1\n| B2\nA3 | B3 +\nA4 | B4\nA5 | B5"),
        (True, "A1 | B2\nA2 |\nA3 | B3 +\nA4 | B4\nA5 | B5"),
    ],
)
def test_it_ends_above_the_next_row_that_is_decided(draw, do, up, after):
    bitext = draw(FIVE.replace("A1 | B1", "A1 |" if up else "A1 | B1").replace("B5", "B5"))
    reviewing.confirm(bitext.library, bitext.id, bitext.links("A3"))
    do(bitext, reviewing.shift, Side.TARGET, bitext.link("A1"), up=up)
    assert bitext.picture() == after


def test_notes_and_bookmarks_of_a_row_that_goes_are_kept(draw, do):
    bitext = draw("A1 | B1\n| B2\nA2 | B3")
    add_note(bitext.library, bitext.id, bitext.link("B2"), "why?")
    reviewing.set_bookmarks(bitext.library, bitext.id, bitext.links("B2"), on=True)
    do(bitext, reviewing.shift, Side.TARGET, bitext.link("A1"), up=False)
    do(bitext, reviewing.shift, Side.TARGET, bitext.link("A1"), up=True)
    do(bitext, reviewing.shift, Side.TARGET, bitext.link("B2"), up=True)
    (row,) = [row for row in bitext.all_rows() if row.notes]
    assert row.link.bookmarked


def test_sentences_are_linked_anew(draw):
    bitext = draw("A1. | B1.\nA2. | B2.")
    reviewing.edit_text(bitext.library, bitext.id, bitext.paragraph("B1."), "One. Two.")
    reviewing.shift(bitext.library, bitext.id, Side.TARGET, bitext.link("A1."), up=False)
    assert sum(len(line.split("|")[1].split()) for line in bitext.sentences("A2.")) == 2


def test_many_rows_have_their_sentences_paired_in_order(draw, do):
    bitext = draw("\n".join(f"A{k} | B{k}" for k in range(1, 131)))
    reviewing.edit_text(bitext.library, bitext.id, bitext.paragraph("B7"), "Seven. Eight.")
    do(bitext, reviewing.shift, Side.TARGET, bitext.link("A2"), up=False)
    assert bitext.sentences("A100") == ["A100 | B99"]
    assert bitext.sentences("A8") == ["A8 | Seven. Eight."]


def test_what_cannot_be_shifted_is_said(draw):
    bitext = draw("A1 | B1\nA2 |")
    for side, at, up, words in [
        (Side.TARGET, "A1", True, "no row above"),
        (Side.TARGET, "A2", False, "Nothing stands on the target side"),
    ]:
        with pytest.raises(InvalidEdit, match=words):
            reviewing.shift(bitext.library, bitext.id, side, bitext.link(at), up=up)
    assert history.journal(bitext.library, bitext.id) == []


@pytest.mark.parametrize(
    ("before", "side", "rows", "after"),
    [
        ("A1 | B1\nA2 | B2", "target", ["A1"], "A1 | B2 +\nA2 | B1 +"),
        ("A1 | B1\nA2 | B2", "source", ["A1"], "A2 | B1 +\nA1 | B2 +"),
        ("A1 | B1 B2\nA2 | B3\nA3 | B4", "target", ["A3", "A1"], "A1 | B4 +\nA2 | B3\nA3 | B1 B2 +"),
        ("A1 | B1\nA2 |", "target", ["A1"], "A1 | +\nA2 | B1 +"),
        ("| B1\nA1 |", "target", ["B1"], "A1 | B1 +"),
    ],
)
def test_two_rows_exchange_a_side(draw, do, before, side, rows, after):
    bitext = draw(before)
    do(bitext, reviewing.swap, Side(side), *bitext.links(*rows))
    assert bitext.picture() == after


def test_what_cannot_be_exchanged_is_said(draw):
    bitext = draw("A1 |\nA2 |")
    with pytest.raises(InvalidEdit, match="nothing on the target side"):
        reviewing.swap(bitext.library, bitext.id, Side.TARGET, bitext.link("A1"))
    with pytest.raises(InvalidEdit, match="no row below"):
        reviewing.swap(bitext.library, bitext.id, Side.TARGET, bitext.link("A2"))
