"""Notes on rows, marks and texts, and what is answered."""

import pytest

from taqabul.domain.errors import EditConflict, InvalidEdit
from taqabul.domain.search import Query
from taqabul.workflow.annotating import notes
from taqabul.workflow.annotating.marking import set_spans, unmark
from taqabul.workflow.annotating.notes import add_note, delete_note, edit_note
from taqabul.workflow.searching import find


def test_a_note_is_written_changed_and_deleted(draw, do):
    bitext = draw("A1 | B1\nA2 | B2")
    row = bitext.link("A1")
    changes = do(bitext, add_note, row, " is this a name? ")
    note = bitext.note("is this a name?")
    assert (changes.marked, changes.touched, changes.notes) == ((), (row,), (note,))
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


def told(bitext):
    return [
        (one.first.text, [answer.text for answer in one.replies], one.resolved, one.link)
        for one in notes.threads(bitext.library, bitext.id)
    ]


def test_a_thread_on_a_row(draw, do):
    bitext = draw("A1 | B1\nA2 | B2")
    row = bitext.link("A2")
    add_note(bitext.library, bitext.id, row, "right?")
    first = bitext.note("right?")
    bitext.library.author = "sami"
    do(bitext, notes.reply, first, "yes")
    bitext.library.author = "rim"
    do(bitext, notes.reply, bitext.note("yes"), "sure?")
    do(bitext, notes.resolve, bitext.note("sure?"))
    assert told(bitext) == [("right?", ["yes", "sure?"], True, row)]
    assert [(one.author, one.link) for one in bitext.row("A2").notes] == [
        ("rim", row),
        ("sami", row),
        ("rim", row),
    ]
    do(bitext, notes.reply, first, "no")
    assert told(bitext)[0][2] is False
    do(bitext, notes.resolve, first)
    do(bitext, notes.resolve, first, resolved=False)
    do(bitext, delete_note, first)
    assert told(bitext) == []


def test_an_answer_alone_can_be_taken_away(draw, do):
    bitext = draw("A1 | B1")
    add_note(bitext.library, bitext.id, bitext.link("A1"), "right?")
    notes.reply(bitext.library, bitext.id, bitext.note("right?"), "yes")
    do(bitext, delete_note, bitext.note("yes"))
    assert [one[:2] for one in told(bitext)] == [("right?", [])]


def test_notes_on_a_mark_and_on_a_text(write, do):
    bitext = write(("سلام", "peace"), ("حرب طويلة", "a long war"))
    rows = [row.link.id for row in bitext.drawn.all_rows()]
    mark = bitext.mark("long")
    do(bitext.drawn, notes.add_note_on_mark, mark, "how long?")
    do(bitext.drawn, notes.add_note_on_document, bitext.text("peace").document, "a draft")
    assert [(one[0], one[3]) for one in told(bitext)] == [("a draft", rows[0]), ("how long?", rows[1])]
    assert all(row.notes == () for row in bitext.drawn.all_rows())
    (hit,) = find(bitext.library, Query("how"), bitext.id).hits
    assert hit.link == rows[1]
    set_spans(bitext.library, bitext.id, mark, [bitext.find("peace")])
    assert told(bitext)[1][3] == rows[0]
    do(bitext.drawn, unmark, [mark])
    assert [one[0] for one in told(bitext)] == ["a draft"]
    with pytest.raises(InvalidEdit):
        notes.add_note_on_document(bitext.library, bitext.id, 999, "x")
