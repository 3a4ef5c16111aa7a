"""What others wrote on the same texts comes in: nothing twice, nothing overwritten, nothing lost."""

from dataclasses import replace

import pytest

from taqabul.domain.annotation import Note, attributes_from
from taqabul.domain.claims import Claim
from taqabul.domain.errors import InvalidInput, LibraryError
from taqabul.domain.ids import ClaimId, NoteId, new_uid
from taqabul.workflow import history, reviewing
from taqabul.workflow.annotating import marking, merging
from taqabul.workflow.annotating.bringing_in import bring_in
from taqabul.workflow.annotating.marking import Given
from taqabul.workflow.annotating.notes import add_note
from taqabul.workflow.annotating.reading import annotated_bitext
from taqabul.workflow.annotating.relating import relate
from taqabul.workflow.draft import drafting

PAIRS = (
    ("قال الوزير إنّ السلامَ قريبٌ.", "The minister said that peace is near. 👩‍👧 came."),
    ("طالب بانسحاب كامل.", "He demanded a complete withdrawal."),
    ("لم يقل متى.", "He did not say when."),
)


@pytest.fixture
def two(studio, write):
    """The same texts in two libraries, of two people."""
    ours = write(*PAIRS, library=studio.open("rim", "ours.db"))
    theirs = write(*PAIRS, library=studio.open("sami", "theirs.db"))
    return ours, theirs


def claimed(bitext, english, *mentions):
    """A claim with these mentions."""
    with drafting(bitext.library, bitext.id, "claim") as draft:
        id_ = ClaimId(draft.take("claim"))
        now, who = draft.now, draft.author
        draft.written.claims.put(Claim(id_, new_uid(), bitext.id, who, now, who, now, english=english))
        for one in draft.written.annotations.read(draft.transaction, mentions):
            draft.written.annotations.put(replace(one, claim=id_))


def merged(ours, theirs, **how):
    done = merging.merge_library(ours.library, theirs.library.location, **how)
    assert not done.missing
    ((bitext, brought),) = done.brought
    assert bitext == ours.id
    return brought


def test_marks_ties_notes_and_claims_come_in_signed_by_who_made_them(two):
    ours, theirs = two
    ours.mark("peace")
    claim = theirs.mark("بانسحاب كامل")
    other = theirs.mark(
        "complete withdrawal", given=Given("claims", "claim", attributes_from({"topic": ["x"]}), "!")
    )
    relate(theirs.library, theirs.id, claim, other, "claims", "same")
    claimed(theirs, "Withdraw.", claim, other)
    add_note(theirs.library, theirs.id, theirs.drawn.all_rows()[2].link.id, "When?")
    marking.mark_pair(
        theirs.library, theirs.id, theirs.drawn.all_rows()[0].link.id, Given("mqm-daily", "omission")
    )
    brought = merged(ours, theirs)
    assert brought.added == {"annotation": 3, "relation": 1, "claim": 1, "note": 1}
    assert (brought.conflicts, brought.orphans, brought.homeless, brought.waiting) == ((), (), (), ())
    here = annotated_bitext(ours.library, ours.id)
    assert [one.author for one in here.annotations] == ["rim", "sami", "sami", "sami"]
    assert here.annotations[2].comment == "!"
    assert here.annotations[1].claim == here.annotations[2].claim == here.claims[0].id
    assert here.claims[0].english == "Withdraw."
    (tie,) = here.relations
    assert (tie.source, tie.target) == (here.annotations[1].id, here.annotations[2].id)
    assert [(note.text, note.author) for note in here.notes] == [("When?", "sami")]
    assert here.annotations[3].link == ours.drawn.all_rows()[0].link.id


def test_the_same_again_changes_nothing(two):
    ours, theirs = two
    theirs.mark("peace", "السلامَ")
    merged(ours, theirs)
    before = ours.drawn.state()
    brought = merged(ours, theirs)
    assert ours.drawn.state() == before
    assert (brought.added, brought.same) == ({}, {"annotation": 1})


def test_it_is_one_step_to_undo(two):
    ours, theirs = two
    before = ours.drawn.state()
    theirs.mark("peace")
    theirs.mark("withdrawal")
    merged(ours, theirs)
    after = ours.drawn.state()
    history.undo(ours.library, ours.id)
    assert {k: v for k, v in ours.drawn.state().items() if k != "label_set"} == {
        k: v for k, v in before.items() if k != "label_set"
    }
    history.redo(ours.library, ours.id)
    assert ours.drawn.state() == after


def test_texts_corrected_on_either_side_are_found_again(two):
    ours, theirs = two
    reviewing.edit_text(
        theirs.library, theirs.id, theirs.text("minister").id, "Well, the minister said peace is near."
    )
    theirs.mark("peace is near")
    reviewing.edit_text(
        ours.library, ours.id, ours.text("minister").id, "The foreign minister said that peace is near."
    )
    brought = merged(ours, theirs)
    assert ours.quotes() == ["peace is near"]
    assert brought.orphans == ()


def test_a_paragraph_that_was_split_here_still_has_its_words(two):
    ours, theirs = two
    theirs.mark("👩‍👧 came")
    theirs.mark("minister")
    place = ours.find("👩‍👧")
    reviewing.split_paragraph(ours.library, ours.id, place.paragraph, place.start)
    merged(ours, theirs)
    assert sorted(ours.quotes()) == ["minister", "👩‍👧 came"]


def test_words_that_are_gone_come_in_as_an_orphan(two):
    ours, theirs = two
    theirs.mark("complete withdrawal")
    reviewing.edit_text(ours.library, ours.id, ours.text("demanded").id, "Nothing of the kind.")
    brought = merged(ours, theirs)
    assert len(brought.orphans) == 1
    assert ours.quotes() == [" | complete withdrawal"]


def test_what_both_changed_is_listed_and_left_until_somebody_chooses(two):
    ours, theirs = two
    theirs.mark("peace")
    merged(ours, theirs)
    (here,) = ours.all()
    marking.set_comment(ours.library, ours.id, here.id, "mine")
    marking.set_comment(theirs.library, theirs.id, theirs.all()[0].id, "theirs")
    brought = merged(ours, theirs)
    (conflict,) = brought.conflicts
    assert (conflict.ours.comment, conflict.theirs.comment) == ("mine", "theirs")
    assert ours.all()[0].comment == "mine"
    merged(ours, theirs, take_theirs=[conflict])
    assert ours.all()[0].comment == "theirs"
    assert merged(ours, theirs).conflicts == ()


def test_a_bitext_that_is_not_here_is_named(two, write, studio):
    ours, _ = two
    other = write(("نص آخر.", "Another text."), library=studio.open("sami", "third.db"))
    other.mark("Another")
    done = merging.merge_library(ours.library, other.library.location)
    assert (done.brought, len(done.missing)) == ((), 1)


def test_the_other_file_is_not_touched_and_must_be_a_library(two, tmp_path):
    ours, theirs = two
    theirs.mark("peace")
    before = theirs.drawn.state()
    merged(ours, theirs)
    assert theirs.drawn.state() == before
    with pytest.raises(InvalidInput, match="library that is open"):
        merging.merge_library(ours.library, ours.library.location)
    (tmp_path / "no.db").write_text("no library at all, but long enough to be read as one" * 30)
    for name, said in (("no.db", "not a library"), ("none.db", "no library at")):
        with pytest.raises(LibraryError, match=said):
            merging.merge_library(ours.library, tmp_path / name)
    assert not (tmp_path / "none.db").exists()


def test_a_tie_to_a_mark_that_is_not_here_waits_until_it_is(two):
    ours, theirs = two
    one, other = theirs.mark("peace"), theirs.mark("near")
    relate(theirs.library, theirs.id, one, other, "claims", "repeats")
    given = annotated_bitext(theirs.library, theirs.id)
    half = replace(given, annotations=given.annotations[:1])
    assert bring_in(ours.library, ours.id, half).waiting == (given.relations[0].uid,)
    brought = bring_in(ours.library, ours.id, given)
    assert brought.waiting == ()
    assert brought.added == {"annotation": 1, "relation": 1}


def test_notes_without_a_name_come_in_once_and_those_of_a_copy_not_at_all(two):
    ours, theirs = two
    rows = theirs.drawn.all_rows()
    with drafting(theirs.library, theirs.id, "note") as draft:
        when = draft.now
        for row in rows[:2]:  # the same words in one step
            note = Note(NoteId(draft.take("note")), theirs.id, row.link.id, "Look!", "sami", when)
            draft.written.notes.put(note)
    brought = merged(ours, theirs)
    assert brought.added == {"note": 2}
    again = merged(ours, theirs)
    assert (again.added, again.same) == ({}, {"note": 2})
    back = merged(theirs, ours)
    assert (back.added, back.same) == ({}, {"note": 2})
    here = annotated_bitext(ours.library, ours.id).notes
    assert len({one.uid for one in here} - {""}) == 2
