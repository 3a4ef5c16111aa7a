"""Labels put on stretches, places and pairs."""

import pytest

from taqabul.domain.annotation import AnnotationStatus, attributes_from
from taqabul.domain.errors import EditConflict, InvalidEdit
from taqabul.workflow import history, shelving
from taqabul.workflow.annotating import marking
from taqabul.workflow.annotating.marking import Given
from taqabul.workflow.annotating.notes import add_note
from taqabul.workflow.annotating.reading import all_annotations, annotation, annotations_on_rows
from taqabul.workflow.annotating.relating import relate
from taqabul.workflow.word_links import Stretch

PAIRS = (
    ("قال الوزير إنّ السلامَ قريبٌ.", "The minister said that peace is near. 👩‍👧 came."),
    ("طالب بانسحاب كامل.", "He demanded a complete withdrawal."),
)
GIVEN = Given("claims", "claim", attributes_from({"claimer": ["الوزير"]}), "sure?")


def test_a_label_on_stretches_of_both_sides(write, do):
    bitext = write(*PAIRS)
    words = [bitext.find("السلامَ قريبٌ"), bitext.find("peace"), bitext.find("near")]
    changes = do(bitext.drawn, marking.mark, words, GIVEN)
    (one,) = bitext.all()
    assert changes.annotations == (one.id,)
    assert changes.touched == changes.marked == (bitext.drawn.all_rows()[0].link.id,)
    assert bitext.quotes() == ["السلامَ قريبٌ … peace … near"]
    assert (one.label_set, one.label, one.author, one.comment) == ("claims", "claim", "rim", "sure?")
    assert one.value("claimer") == "الوزير"
    assert one.spans[1].prefix.endswith("said that ")
    assert annotation(bitext.library, one.id) == one


def test_it_is_there_after_a_restart_and_can_be_undone_then(write, studio):
    bitext = write(*PAIRS)
    before = bitext.drawn.state()
    bitext.mark("peace")
    after = bitext.drawn.state()
    known = bitext.all()
    bitext.library.close()
    again = studio.open()
    assert all_annotations(again, bitext.id) == known
    history.undo(again, bitext.id)
    assert bitext.drawn.state() == before
    history.redo(again, bitext.id)
    assert bitext.drawn.state() == after


def test_no_stretch_cuts_a_letter_from_its_marks_nor_an_emoji(write):
    bitext = write(*PAIRS)
    place = bitext.find("السلامَ")
    inside = [Stretch(place.paragraph, place.start, place.end - 1), bitext.find("👩")]
    marking.mark(bitext.library, bitext.id, inside, GIVEN)
    assert bitext.quotes() == ["السلامَ … 👩‍👧"]


def test_a_place_where_something_is_missing(write, do):
    bitext = write(*PAIRS)
    place = bitext.find("a complete")
    do(bitext.drawn, marking.mark_gap, place.paragraph, place.start, Given("mqm", "omission"))
    (one,) = bitext.all()
    assert one.spans[0].is_gap
    assert one.spans[0].suffix.startswith("a complete")


def test_a_pair(write, do):
    bitext = write(*PAIRS)
    link = bitext.drawn.all_rows()[1].link.id
    changes = do(bitext.drawn, marking.mark_pair, link, Given("mqm", "omission"))
    (one,) = bitext.all()
    assert (one.link, one.spans, changes.touched) == (link, (), (link,))
    with pytest.raises(InvalidEdit, match="whole pair"):
        marking.add_span(bitext.library, bitext.id, one.id, bitext.find("He"))


def test_several_labels_on_one_stretch_but_the_same_only_once(write):
    bitext = write(*PAIRS)
    bitext.mark("peace")
    bitext.mark("peace", given=Given("mqm", "accuracy"))
    assert bitext.quotes() == ["peace", "peace"]
    with pytest.raises(InvalidEdit, match="already"):
        bitext.mark("peace")
    bitext.library.author = "sami"
    bitext.mark("peace")
    assert [one.author for one in bitext.all()] == ["rim", "rim", "sami"]


@pytest.mark.parametrize(
    ("verb", "arguments", "field", "value"),
    [
        (marking.relabel, ("mqm", "accuracy"), "label", "accuracy"),
        (marking.set_attributes, (attributes_from({"type": ["x"]}),), "attributes", (("type", ("x",)),)),
        (marking.set_status, (AnnotationStatus.FINAL,), "status", AnnotationStatus.FINAL),
    ],
)
def test_what_is_said_of_marks_changes(write, do, verb, arguments, field, value):
    bitext = write(*PAIRS)
    ids = [bitext.mark("peace"), bitext.mark("withdrawal")]
    do(bitext.drawn, verb, ids, *arguments)
    assert [getattr(one, field) for one in bitext.all()] == [value, value]
    assert verb(bitext.library, bitext.id, ids, *arguments).journal is None


def test_a_comment_and_other_stretches(write, do):
    bitext = write(*PAIRS)
    one = bitext.mark("peace")
    do(bitext.drawn, marking.set_comment, one, " why? ")
    assert bitext.all()[0].comment == "why?"
    do(bitext.drawn, marking.set_spans, one, [bitext.find("peace is near")])
    assert bitext.quotes() == ["peace is near"]
    do(bitext.drawn, marking.add_span, one, bitext.find("He demanded"))
    assert bitext.quotes() == ["peace is near … He demanded"]


def test_taking_a_mark_away_takes_its_ties_and_notes(write, do):
    bitext = write(*PAIRS)
    ours, theirs = bitext.mark("انسحاب كامل"), bitext.mark("complete withdrawal")
    relate(bitext.library, bitext.id, ours, theirs, "claims", "same")
    add_note(bitext.library, bitext.id, bitext.drawn.all_rows()[0].link.id, "stays")
    changes = do(bitext.drawn, marking.unmark, [theirs])
    assert bitext.quotes() == ["انسحاب كامل"]
    assert (len(changes.annotations), len(changes.relations)) == (1, 1)


@pytest.mark.parametrize("stretches", [[], [(3, 999)], [(5, 4)], [(-1, 2)]])
def test_a_stretch_has_to_be_in_its_text(write, stretches):
    bitext = write(*PAIRS)
    paragraph = bitext.find("peace").paragraph
    with pytest.raises(InvalidEdit):
        marking.mark(bitext.library, bitext.id, [Stretch(paragraph, *one) for one in stretches], GIVEN)


def test_marks_of_another_bitext_and_marks_that_are_gone(write):
    bitext = write(*PAIRS)
    other = write(("نص", "text"), library=bitext.library)
    one = bitext.mark("peace")
    with pytest.raises(InvalidEdit):
        marking.unmark(other.library, other.id, [one])
    with pytest.raises(InvalidEdit):
        marking.mark(other.library, other.id, [bitext.find("peace")], GIVEN)
    marking.unmark(bitext.library, bitext.id, [one])
    with pytest.raises(EditConflict):
        marking.set_comment(bitext.library, bitext.id, one, "x")
    with pytest.raises(EditConflict):
        annotation(bitext.library, one)


def test_what_another_program_did_to_a_mark_is_not_overwritten(write, studio):
    bitext = write(*PAIRS)
    one = bitext.mark("peace")
    other = studio.open("sami")
    marking.set_comment(other, bitext.id, one, "hm")
    with pytest.raises(EditConflict):
        marking.set_comment(bitext.library, bitext.id, one, "x")
    assert bitext.all()[0].comment == "hm"


def test_what_is_on_some_rows(write):
    bitext = write(*PAIRS)
    rows = [row.link.id for row in bitext.drawn.all_rows()]
    ours, theirs = bitext.mark("السلامَ", "peace"), bitext.mark("complete withdrawal")
    whole = marking.mark_pair(bitext.library, bitext.id, rows[0], GIVEN).annotations[0]
    relate(bitext.library, bitext.id, ours, theirs, "claims", "same")
    found = annotations_on_rows(bitext.library, bitext.id, rows[:1])
    assert [*found.annotations] == [ours, whole]
    assert {p: [one.id for one in some] for p, some in found.by_paragraph.items()} == {
        bitext.find("السلامَ").paragraph: [ours],
        bitext.find("peace").paragraph: [ours],
    }
    assert [one.id for one in found.by_pair[rows[0]]] == [whole]
    assert ([one.kind for one in found.relations], [*found.ends]) == (["same"], [theirs])
    assert annotations_on_rows(bitext.library, bitext.id, []).annotations == {}


def test_a_bitext_of_the_same_texts_has_marks_of_its_own(write, studio):
    bitext = write(("سلام", "peace"), ("نص", "text"))
    bitext.mark("peace")
    twin = studio.twin(bitext.drawn)
    rows = [row.link.id for row in twin.all_rows()]
    assert annotations_on_rows(bitext.library, twin.id, rows).annotations == {}


def test_marks_in_the_bin_go_with_their_bitext(write):
    bitext = write(*PAIRS)
    other = write(("سلام", "peace be with you"), library=bitext.library)
    mine, yours = bitext.mark("peace"), other.mark("peace")
    relate(bitext.library, other.id, yours, mine, "claims", "same")
    shelving.bin_bitexts(bitext.library, [bitext.id])
    shelving.empty_bin(bitext.library)
    state = other.drawn.state()
    assert [len(state[name]) for name in ("bitext", "annotation", "relation")] == [1, 1, 0]
