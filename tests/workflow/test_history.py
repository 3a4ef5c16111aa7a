"""Undo and redo: across restarts, each author's own, never over somebody else's work."""

import pytest

from taqabul.domain.errors import EditConflict
from taqabul.workflow import history, reviewing
from taqabul.workflow.annotating.notes import add_note
from taqabul.workflow.history import redo, redo_label, undo, undo_label


def test_steps_are_undone_last_first_and_redone_first_first(draw):
    bitext = draw("A1 | B1\nA2 | B2\nA3 | B3")
    library, id_ = bitext.library, bitext.id
    pictures = [bitext.picture()]
    for step in (
        lambda: reviewing.merge_with_next(library, id_, bitext.link("A1")),
        lambda: reviewing.unlink(library, id_, bitext.links("A1")),
        lambda: reviewing.reject(library, id_, bitext.links("A3")),
    ):
        step()
        pictures.append(bitext.picture())
    for picture in pictures[-2::-1]:
        assert undo(library, id_) is not None
        assert bitext.picture() == picture
    assert undo(library, id_) is None
    for picture in pictures[1:]:
        assert redo(library, id_) is not None
        assert bitext.picture() == picture
    assert redo(library, id_) is None


def test_labels_name_the_next_step(draw):
    bitext = draw("A1 | B1\nA2 | B2")
    library, id_ = bitext.library, bitext.id
    assert (undo_label(library, id_), redo_label(library, id_)) == (None, None)
    reviewing.merge_with_next(library, id_, bitext.link("A1"))
    assert (undo_label(library, id_), redo_label(library, id_)) == ("merge", None)
    undo(library, id_)
    assert (undo_label(library, id_), redo_label(library, id_)) == (None, "merge")


def test_something_new_ends_what_could_be_redone(draw):
    bitext = draw("A1 | B1\nA2 | B2")
    library, id_ = bitext.library, bitext.id
    reviewing.merge_with_next(library, id_, bitext.link("A1"))
    undo(library, id_)
    reviewing.reject(library, id_, bitext.links("A1"))
    assert redo(library, id_) is None
    undo(library, id_)
    assert redo_label(library, id_) == "reject"


def test_undo_works_after_a_restart(draw, studio):
    bitext = draw("A1 | B1\nA2 | B2")
    before = bitext.state()
    reviewing.merge_with_next(bitext.library, bitext.id, bitext.link("A1"))
    after = bitext.state()
    bitext.library.close()
    again = type(bitext)(studio.open(), bitext.id)
    undo(again.library, again.id)
    assert again.state() == before
    again.library.close()
    once_more = type(bitext)(studio.open(), bitext.id)
    redo(once_more.library, once_more.id)
    assert once_more.state() == after


def test_each_bitext_has_its_own_history(draw):
    bitext = draw("A1 | B1\nA2 | B2")
    other = draw("A1 | B1", bitext.library)
    reviewing.confirm(bitext.library, bitext.id, bitext.links("A1"))
    assert undo(bitext.library, other.id) is None


def test_an_author_undoes_only_what_is_theirs(draw, studio):
    bitext = draw("A1 | B1\nA2 | B2")
    reviewing.confirm(bitext.library, bitext.id, bitext.links("A1"))
    colleague = type(bitext)(studio.open("samir"), bitext.id)
    reviewing.confirm(colleague.library, colleague.id, colleague.links("A2"))
    undo(bitext.library, bitext.id)
    assert bitext.picture() == "A1 | B1\nA2 | B2 +"


def test_a_step_over_which_somebody_worked_cannot_be_undone(draw, studio):
    bitext = draw("A1 | B1\nA2 | B2")
    reviewing.merge_with_next(bitext.library, bitext.id, bitext.link("A1"))
    colleague = type(bitext)(studio.open("samir"), bitext.id)
    reviewing.reject(colleague.library, colleague.id, colleague.links("A1"))
    before = bitext.state()
    with pytest.raises(EditConflict, match="merge"):
        undo(bitext.library, bitext.id)
    assert bitext.state() == before
    undo(colleague.library, colleague.id)
    undo(bitext.library, bitext.id)
    assert bitext.picture() == "A1 | B1\nA2 | B2"


def test_a_step_on_which_other_things_rest_cannot_be_undone(draw, studio):
    bitext = draw("A1 | B1")
    reviewing.unlink(bitext.library, bitext.id, bitext.links("A1"))
    colleague = type(bitext)(studio.open("samir"), bitext.id)
    add_note(colleague.library, colleague.id, colleague.link("B1"), "why?")
    before = bitext.state()
    with pytest.raises(EditConflict):
        undo(bitext.library, bitext.id)
    assert bitext.state() == before


def test_the_journal_tells_who_did_what_when(draw, studio):
    bitext = draw("A1 | B1\nA2 | B2\nA3 | B3")
    library, id_ = bitext.library, bitext.id
    reviewing.merge_with_next(library, id_, bitext.link("A1"))
    add_note(library, id_, bitext.link("A1"), "good")
    undo(library, id_)
    lines = history.journal(library, id_)
    assert [(line.verb, line.kind, line.undone, line.author, line.summary) for line in lines] == [
        ("add note", "undo", False, "rim", "1 note become 0"),
        ("add note", "do", True, "rim", "0 notes become 1"),
        ("merge", "do", False, "rim", "2 links become 1"),
    ]
    assert all(line.at.tzinfo for line in lines)
    assert [line.at for line in lines] == sorted((line.at for line in lines), reverse=True)
    assert len(history.journal(library, id_, limit=1)) == 1


def test_what_others_do_is_noticed(draw, studio):
    from taqabul.workflow.others import done_by_others
    from taqabul.workflow.rows import outline

    bitext = draw("A1 | B1\nA2 | B2")
    colleague = type(bitext)(studio.open("samir"), bitext.id)
    reviewing.confirm(bitext.library, bitext.id, bitext.links("A1"))
    assert done_by_others(bitext.library, bitext.id) is None
    assert done_by_others(colleague.library, bitext.id) is not None
    outline(colleague.library, bitext.id)
    assert done_by_others(colleague.library, bitext.id) is None


def test_an_edit_of_rows_that_others_changed_unseen_is_refused_once(draw, studio):
    bitext = draw("A1 | B1\nA2 | B2\nA3 | B3")
    colleague = type(bitext)(studio.open("samir"), bitext.id)
    reviewing.edit_text(bitext.library, bitext.id, bitext.paragraph("A1"), "A1 of rim")
    paragraph = bitext.paragraph("A1 of rim")
    with pytest.raises(EditConflict):
        reviewing.edit_text(colleague.library, bitext.id, paragraph, "A1 of samir")
    assert bitext.row("A1 of rim")
    reviewing.confirm(colleague.library, bitext.id, colleague.links("A3"))
    reviewing.edit_text(colleague.library, bitext.id, paragraph, "A1 of both")
    assert bitext.row("A1 of both")
