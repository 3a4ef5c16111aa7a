"""What faces some words on the other side."""

import pytest

from taqabul.domain.annotation import attributes_from
from taqabul.workflow.annotating import mirroring
from taqabul.workflow.annotating.counterparts import Counterpart, counterpart
from taqabul.workflow.annotating.marking import Given
from taqabul.workflow.annotating.reading import annotated_bitext
from taqabul.workflow.word_links import RowWordLink, Stretch

PAIR = ("طالب الوزير بانسحاب كامل من الأراضي.", "The minister demanded a complete withdrawal from the lands.")
KNOWN = (
    ("طالب", "demanded"),
    ("الوزير", "minister"),
    ("بانسحاب", "withdrawal"),
    ("كامل", "complete"),
    ("الأراضي", "lands"),
)


@pytest.fixture
def linked(write):
    """A pair with word links made by hand, so that what is told does not hang on an encoder."""
    bitext = write(PAIR)
    links = [RowWordLink(bitext.find(ours), bitext.find(theirs), 0.9) for ours, theirs in KNOWN]
    return bitext, bitext.drawn.all_rows()[0], links


@pytest.mark.parametrize(
    ("words", "facing"),
    [
        ("بانسحاب كامل", "complete withdrawal"),
        ("complete withdrawal", "بانسحاب كامل"),
        ("طالب الوزير بانسحاب كامل", "minister demanded a complete withdrawal"),
        ("minister demanded", "طالب الوزير"),
        ("الأراضي", "lands"),
    ],
)
def test_the_words_that_face_a_stretch(linked, words, facing):
    bitext, row, links = linked
    found = counterpart(row, links, [bitext.find(words)])
    assert found.by_words
    assert found.stretches == (bitext.find(facing),)


def test_one_wrong_link_does_not_stretch_what_is_proposed(linked):
    bitext, row, links = linked
    wrong = RowWordLink(bitext.find("كامل"), bitext.find("lands"), 0.45)
    found = counterpart(row, [*links, wrong], [bitext.find("بانسحاب كامل")])
    assert found.stretches == (bitext.find("complete withdrawal"),)


@pytest.mark.parametrize(
    ("known", "at", "missing"),
    [
        (("طالب", "الوزير", "الأراضي"), "من", "complete withdrawal"),
        (("طالب", "بانسحاب", "كامل", "الأراضي"), "طالب", "minister"),
        (("طالب", "الوزير", "بانسحاب", "الأراضي"), "من", "complete"),
    ],
)
def test_what_faces_no_word_is_what_may_be_missing_at_a_place(linked, known, at, missing):
    bitext, row, links = linked
    left = [
        RowWordLink(bitext.find(ours), bitext.find(theirs), 0.9) for ours, theirs in KNOWN if ours in known
    ]
    place = bitext.find(at).start
    found = counterpart(row, left, [Stretch(row.source[0].id, place, place)])
    assert found.by_words
    assert found.stretches == (bitext.find(missing),)
    assert counterpart(row, links, [Stretch(row.source[0].id, place, place)]) is None, "little words alone"


def test_of_two_runs_the_nearer_or_much_longer_one_is_missing(linked):
    bitext, row, _ = linked
    links = [RowWordLink(bitext.find("كامل"), bitext.find("complete"), 0.9)]
    after = bitext.find("كامل").end
    found = counterpart(row, links, [Stretch(row.source[0].id, after, after)])
    assert found.stretches == (bitext.find("withdrawal from the lands"),)
    before = bitext.find("طالب").start
    found = counterpart(row, links, [Stretch(row.source[0].id, before, before)])
    assert found.stretches == (bitext.find("minister demanded"),)


def test_where_no_word_is_linked_the_sentence_faces_most_of_one_and_a_place_is_told(linked):
    bitext, row, links = linked
    end = bitext.find("complete").end
    few = counterpart(row, links, [bitext.find("من")])
    assert few == Counterpart((), False, Stretch(row.target[0].id, end, end)), "no sentence for a word"
    most = Stretch(row.source[0].id, 0, len(PAIR[0]))
    assert counterpart(row, [], [most]) == Counterpart((Stretch(row.target[0].id, 0, len(PAIR[1])),), False)
    start = bitext.find("minister").start
    first = counterpart(row, links[1:], [bitext.find("طالب")])
    assert first.place == Stretch(row.target[0].id, start, start)


def test_nothing_faces_stretches_of_both_sides_nor_none(linked):
    bitext, row, links = linked
    assert counterpart(row, links, [bitext.find("من"), bitext.find("lands")]) is None
    assert counterpart(row, links, []) is None


def test_a_counterpart_is_marked_and_tied_from_source_to_target(write, do):
    bitext = write(PAIR)
    given = Given("claims", "claim", attributes_from({"type": ["demand"]}))
    theirs = bitext.mark("complete withdrawal", given=given)
    changes = do(bitext.drawn, mirroring.mark_counterpart, theirs, [bitext.find("بانسحاب كامل")], "weakened")
    ours = changes.annotations[0]
    made = annotated_bitext(bitext.library, bitext.id)
    assert [(one.label, one.value("type")) for one in made.annotations] == [("claim", "demand")] * 2
    assert [(one.source, one.target, one.kind) for one in made.relations] == [(ours, theirs, "weakened")]


def test_one_mark_on_both_sides(write, do):
    bitext = write(PAIR)
    one = bitext.mark("lands", given=Given("mqm", "accuracy"))
    do(bitext.drawn, mirroring.stretch_over, one, [bitext.find("الأراضي")])
    assert bitext.quotes() == ["lands … الأراضي"]
