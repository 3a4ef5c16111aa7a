"""Bitexts taken along in a file, worked on there and in the library, and brought back."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.workflow.conftest import Drawn

from taqabul.domain.errors import InvalidInput, LibraryError
from taqabul.domain.labels import Words
from taqabul.domain.suppressions import Reach, Suppression
from taqabul.storage import checkouts
from taqabul.storage.suppressions import keep_suppression
from taqabul.workflow import checking_out, compacting, history, label_sets, reviewing, shelving, suppressing
from taqabul.workflow.annotating.claims import new_claim
from taqabul.workflow.annotating.marking import Given, mark
from taqabul.workflow.annotating.notes import add_note
from taqabul.workflow.annotating.reading import all_annotations
from taqabul.workflow.checked_in import Keep
from taqabul.workflow.checking_in import check_in
from taqabul.workflow.checking_out import check_out
from taqabul.workflow.library import open_library
from taqabul.workflow.verifying import verify
from taqabul.workflow.word_links import Stretch

PICTURE = "A1 | B1\nA2 | B2\nA3 | B3\nA4 | B4\nA5 | B5"


@pytest.fixture
def take(studio):
    """Takes a bitext along; gives it as it is in the file, and the file."""

    def taking(drawn, name="laptop.db"):
        path = studio.folder / name
        check_out(drawn.library, [drawn.id], path)
        return Drawn(studio_open(studio, path), drawn.id), path

    return taking


def studio_open(studio, path):
    library = open_library(path)
    studio.opened.append(library)
    return library


def marked(drawn, label, words="a"):
    mark(drawn.library, drawn.id, [Stretch(drawn.paragraph(label), 0, 2)], Given("set", words))


def test_what_was_done_on_both_sides_stands_in_the_end(draw, take):
    home = draw(PICTURE)
    away, file = take(home)
    assert away.library.author == "rim"
    reviewing.merge_with_next(home.library, home.id, home.link("A1"))
    add_note(home.library, home.id, home.link("A3"), "here")
    away.library.author = "sami"
    reviewing.split_paragraph(away.library, away.id, away.paragraph("A5"), 1)
    reviewing.confirm(away.library, away.id, away.links("A4"))
    add_note(away.library, away.id, away.link("A4"), "there")
    marked(away, "B4")
    new_claim(away.library, [one.id for one in all_annotations(away.library, away.id)])
    done = check_in(home.library, file)
    assert (done.came, done.conflicts) == (5, ())
    assert home.picture() == "A1 A2 | B1 B2 +\nA3 | B3\nA4 | B4 +\nA 5 | B5"
    assert {note.text for row in home.all_rows() for note in row.notes} == {"here", "there"}
    assert [one.author for one in all_annotations(home.library, home.id)] == ["sami"]
    lines = history.journal(home.library, home.id)
    assert [(one.author, one.verb) for one in lines[:2]] == [("sami", "new claim"), ("sami", "mark")]
    assert verify(home.library).faults == ()


def test_bringing_the_same_in_again_changes_nothing(draw, take):
    home = draw(PICTURE)
    away, file = take(home)
    reviewing.unlink(away.library, away.id, away.links("A2"))
    assert check_in(home.library, file).came == 1
    before = home.state()
    done = check_in(home.library, file)
    assert (done.came, done.known) == (0, 1)
    assert {**home.state(), "checkout": []} == {**before, "checkout": []}
    assert len(history.journal(home.library, home.id)) == 1


def test_what_came_in_is_undone_as_any_other_step(draw, take):
    home = draw(PICTURE)
    away, file = take(home)
    reviewing.confirm(away.library, away.id, away.links("A2"))
    check_in(home.library, file)
    history.undo(home.library, home.id)
    assert home.picture() == PICTURE
    history.redo(home.library, home.id)
    assert "A2 | B2 +" in home.picture()


def test_what_is_done_after_a_first_return_builds_on_it(draw, take):
    home = draw(PICTURE)
    away, file = take(home)
    reviewing.unlink(home.library, home.id, home.links("A5"))
    reviewing.unlink(away.library, away.id, away.links("A1"))
    check_in(home.library, file)
    reviewing.reject(away.library, away.id, away.links("A1", "B1"))
    check_in(home.library, file)
    assert home.picture().splitlines()[:2] == ["A1 | x", "| B1 x"]
    history.undo(away.library, away.id)
    history.undo(away.library, away.id)
    assert check_in(home.library, file).came == 2
    assert home.picture().splitlines()[0] == "A1 | B1"
    assert history.redo(away.library, away.id)
    assert check_in(home.library, file).came == 1
    assert home.picture().splitlines()[:2] == ["A1 | +", "| B1 +"]
    assert verify(home.library).faults == ()


def test_what_was_undone_before_it_was_brought_in_does_not_come(draw, take):
    home = draw(PICTURE)
    away, file = take(home)
    reviewing.confirm(away.library, away.id, away.links("A1"))
    history.undo(away.library, away.id)
    reviewing.reject(home.library, home.id, home.links("A1"))
    done = check_in(home.library, file)
    assert (done.came, done.conflicts) == (0, ())


def test_a_step_from_before_that_was_undone_there_is_undone_here(draw, take):
    home = draw(PICTURE)
    reviewing.confirm(home.library, home.id, home.links("A1"))
    away, file = take(home)
    history.undo(away.library, away.id)
    check_in(home.library, file)
    assert home.picture() == PICTURE
    assert history.journal(home.library, home.id)[0].kind == "undo"
    assert verify(home.library).faults == ()


@pytest.mark.parametrize(
    ("keep", "row", "left"),
    [(None, "A2 | B2 x", 1), (Keep.THEIRS, "A2 | B2 x", 0), (Keep.MINE, "A2 | B2 +", 0)],
)
def test_what_both_changed_is_asked_for(draw, take, keep, row, left):
    home = draw(PICTURE)
    away, file = take(home)
    reviewing.confirm(away.library, away.id, away.links("A1", "A2", "A3"))
    reviewing.reject(home.library, home.id, home.links("A2"))
    done = check_in(home.library, file)
    assert [(one.verb, len(one.versions)) for one in done.conflicts] == [("confirm", 1)]
    (both,) = done.conflicts[0].versions
    assert ("rejected" in both.here, "confirmed" in both.wanted) == (True, True)
    assert checking_out.away(home.library).keys() == {home.id}
    done = check_in(home.library, file, keep)
    assert len(done.conflicts) == left
    assert home.picture().splitlines()[1] == row
    assert ("A1 | B1 +" in home.picture()) is (keep is not None)
    assert bool(checking_out.away(home.library)) is bool(left)
    assert verify(home.library).faults == ()


def test_each_conflict_may_have_an_answer_of_its_own(draw, take):
    home = draw(PICTURE)
    away, file = take(home)
    for drawn, first, second in ((away, "A1 away", "A2 away"), (home, "A1 home", "A2 home")):
        reviewing.edit_text(drawn.library, drawn.id, drawn.paragraph("A1"), first)
        reviewing.edit_text(drawn.library, drawn.id, drawn.paragraph("A2"), second)
    one, two = check_in(home.library, file).conflicts
    assert {(each.here, each.wanted) for each in one.versions if each.kind == "paragraph"} == {
        ("A1 home", "A1 away")
    }
    check_in(home.library, file, chosen={one.line: Keep.MINE, two.line: Keep.THEIRS})
    assert home.picture().splitlines()[:2] == ["A1 away | B1", "A2 home | B2"]
    assert verify(home.library).faults == ()


def test_ones_own_rows_take_apart_what_was_put_together_here(draw, take):
    home = draw(PICTURE)
    away, file = take(home)
    reviewing.merge_with_next(home.library, home.id, home.link("A2"))
    reviewing.merge_with_next(away.library, away.id, away.link("A3"))
    (conflict,) = check_in(home.library, file).conflicts
    assert conflict.versions
    assert check_in(home.library, file, Keep.MINE).conflicts == ()
    assert home.picture() == "A1 | B1\nA2 | B2 ?\nA3 A4 | B3 B4 +\nA5 | B5"
    assert verify(home.library).faults == ()


def test_a_step_that_builds_on_an_open_one_is_open_too(draw, take):
    home = draw(PICTURE)
    away, file = take(home)
    reviewing.reject(home.library, home.id, home.links("A1"))
    reviewing.unlink(away.library, away.id, away.links("A1"))
    add_note(away.library, away.id, away.link("B1"), "alone")
    assert [one.verb for one in check_in(home.library, file).conflicts] == ["unlink", "add note"]
    assert check_in(home.library, file, Keep.MINE).conflicts == ()
    assert home.row("B1").notes[0].text == "alone"


def test_a_mark_on_words_that_were_changed_here_is_a_conflict(draw, take):
    home = draw(PICTURE)
    away, file = take(home)
    marked(away, "A1")
    reviewing.edit_text(home.library, home.id, home.paragraph("A1"), "other")
    (conflict,) = check_in(home.library, file).conflicts
    assert (conflict.verb, conflict.versions) == ("mark", ())
    assert not all_annotations(home.library, home.id)


def test_bitexts_that_share_a_text_go_together(studio, draw, take):
    home = draw(PICTURE)
    twin = studio.twin(home)
    away, file = take(home)
    assert checking_out.away(home.library).keys() == {home.id, twin.id}
    reviewing.split_paragraph(away.library, away.id, away.paragraph("A5"), 1)
    assert check_in(home.library, file).conflicts == ()
    assert "A 5" in twin.picture()
    assert verify(home.library).faults == ()


def test_the_file_is_whole_and_keeps_what_has_to_be_brought_back(draw, take, studio):
    home = draw(PICTURE)
    reviewing.confirm(home.library, home.id, home.links("A1"))
    away, file = take(home)
    reviewing.confirm(away.library, away.id, away.links("A2"))
    assert verify(away.library).faults == ()
    with away.library.database.read() as transaction:
        (taken,) = checkouts.read_checkouts(transaction)
    compacting.compact(away.library, history.journal(away.library, away.id)[0].at.replace(year=2999))
    assert check_in(home.library, file).came == 1
    assert taken.place == home.library.location


def test_files_that_are_not_from_here_are_refused(draw, take, studio):
    home = draw(PICTURE)
    _away, file = take(home)
    other = studio.draw("C1 | D1", studio.open(name="other.db"))
    with pytest.raises(InvalidInput, match="not checked out of this library"):
        check_in(other.library, file)
    with pytest.raises(InvalidInput, match="a file"):
        check_out(home.library, [home.id], file)
    with pytest.raises(LibraryError, match="no library"):
        check_in(home.library, file.with_name("none.db"))
    plain = studio_open(studio, file.with_name("plain.db"))
    with pytest.raises(InvalidInput, match="not made by checking out"):
        check_in(home.library, file.with_name(plain.file.name))
    (made,) = checking_out.open_checkouts(home.library)
    checking_out.release(home.library, made.uid)
    with pytest.raises(InvalidInput, match="released"):
        check_in(home.library, file)


def test_two_copies_of_a_file_do_not_pass_for_one(draw, take, studio):
    home = draw(PICTURE)
    away, file = take(home)
    away.library.close()
    copy = file.with_name("copy.db")
    shutil.copy(file, copy)
    for path, label in ((file, "A1"), (copy, "A2")):
        drawn = Drawn(studio_open(studio, path), home.id)
        reviewing.confirm(drawn.library, drawn.id, drawn.links(label))
    assert check_in(home.library, file).came == 1
    with pytest.raises(InvalidInput, match="Another copy"):
        check_in(home.library, copy)


def test_a_checkout_that_fails_leaves_nothing(draw, tmp_path):
    home = draw(PICTURE)
    with pytest.raises(LibraryError):
        check_out(home.library, [home.id], tmp_path / "none" / "laptop.db")
    assert checking_out.open_checkouts(home.library) == []
    with pytest.raises(InvalidInput, match="no bitext 99"):
        check_out(home.library, [99], tmp_path / "laptop.db")
    assert not (tmp_path / "laptop.db").exists()


def test_a_bitext_that_is_gone_is_told(draw, take):
    home = draw(PICTURE)
    away, file = take(home)
    reviewing.confirm(away.library, away.id, away.links("A1"))
    shelving.bin_bitexts(home.library, [home.id])
    shelving.empty_bin(home.library)
    (conflict,) = check_in(home.library, file).conflicts
    assert "not in the library any more" in conflict.why


def test_label_sets_and_suppressions_come_too(draw, take):
    home = draw(PICTURE)
    label_sets.label_sets(home.library)
    away, file = take(home)
    key, one = next(iter(label_sets.label_sets(away.library).items()))
    saved = label_sets.save_set(away.library, replace(one, guidelines=Words("x", "y")))
    kept = Suppression(home.id, "spacing", Reach.ONCE, "key", "meant", "sami", datetime.now(UTC))
    with away.library.database.write() as transaction:
        keep_suppression(transaction, kept)
    check_in(home.library, file)
    assert label_sets.label_sets(home.library)[key] == saved
    assert suppressing.suppressions(home.library, home.id) == [kept]
