"""Notes on rows."""

import pytest

from taqabul.domain.errors import EditConflict, InvalidEdit
from taqabul.workflow.annotating.notes import add_note, delete_note, edit_note


def test_a_note_is_written_changed_and_deleted(draw, do):
    bitext = draw("A1 | B1\nA2 | B2")
    row = bitext.link("A1")
    changes = do(bitext, add_note, row, " is this a name? ")
    note = bitext.note("is this a name?")
    assert (changes.touched, changes.notes) == ((row,), (note,))
    assert bitext.row("A1").notes[0].author == "rim"
    do(bitext, edit_note, note, "it is")
    assert [n.text for n in bitext.row("A1").notes] == ["it is"]
    do(bitext, delete_note, note)
    assert bitext.row("A1").notes == ()


def test_a_note_says_something(draw):
    bitext = draw("A1 | B1")
    with pytest.raises(InvalidEdit):
        add_note(bitext.library, bitext.id, bitext.link("A1"), " ")


def test_the_same_note_again_writes_nothing(draw):
    bitext = draw("A1 | B1")
    add_note(bitext.library, bitext.id, bitext.link("A1"), "so")
    assert edit_note(bitext.library, bitext.id, bitext.note("so"), "so ").journal is None


def test_a_note_that_is_gone_is_a_conflict(draw):
    bitext = draw("A1 | B1")
    add_note(bitext.library, bitext.id, bitext.link("A1"), "so")
    note = bitext.note("so")
    delete_note(bitext.library, bitext.id, note)
    with pytest.raises(EditConflict):
        edit_note(bitext.library, bitext.id, note, "but")


def test_a_note_of_another_bitext_is_refused(draw):
    bitext = draw("A1 | B1")
    other = draw("A1 | B1", bitext.library)
    add_note(bitext.library, bitext.id, bitext.link("A1"), "so")
    with pytest.raises(InvalidEdit):
        delete_note(other.library, other.id, bitext.note("so"))
