"""Corrections that marks propose, put into the translation in one step that can be taken back."""

import pytest

from taqabul.domain.annotation import NOTHING, AnnotationStatus, attributes_from
from taqabul.domain.errors import InvalidEdit
from taqabul.workflow.annotating.correcting import correct
from taqabul.workflow.annotating.marking import Given, mark, mark_pair
from taqabul.workflow.annotating.reading import annotation
from taqabul.workflow.word_links import Stretch

PAIRS = (
    ("طالب الوزير بانسحابٍ كامل 👍 فورًا.", "The minister demand a withdrawal 👍 at once, he said."),
    ("وعاد في المساء.", "He come back in the evenning."),
)


def error(label, correction, severity="major"):
    values = {"severity": [severity], "correction": [correction] if correction else []}
    return Given("mqm-core", label, attributes_from(values))


@pytest.fixture
def bitext(write):
    return write(*PAIRS)


def target(bitext, row=0):
    return bitext.drawn.all_rows()[row].target[0]


def gap(bitext, before, given):
    """A mark on the place before some words."""
    place = bitext.find(before)
    changes = mark(bitext.library, bitext.id, [Stretch(place.paragraph, place.start, place.start)], given)
    return changes.annotations[0]


def test_wrong_words_give_way_and_the_mark_is_final(bitext, do):
    one = bitext.mark("demand", given=error("grammar", "demanded"))
    do(bitext.drawn, correct, [one])
    assert target(bitext).text == "The minister demanded a withdrawal 👍 at once, he said."
    settled = annotation(bitext.library, one)
    assert settled.status is AnnotationStatus.FINAL
    assert [span.quote for span in settled.spans] == ["demanded"]
    assert settled.lost == ()


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("withdrawal", "The minister demand a complete withdrawal 👍 at once, he said."),
        (" withdrawal", "The minister demand a complete withdrawal 👍 at once, he said."),
        (", he", "The minister demand a withdrawal 👍 at once complete, he said."),
        ("The minister", "complete The minister demand a withdrawal 👍 at once, he said."),
    ],
)
def test_what_is_missing_is_put_in_with_its_spaces(bitext, do, before, expected):
    one = gap(bitext, before, error("omission", "complete"))
    do(bitext.drawn, correct, [one])
    assert target(bitext).text == expected
    assert [span.quote for span in annotation(bitext.library, one).spans] == ["complete"]


@pytest.mark.parametrize(
    ("words", "expected", "left"),
    [
        ("withdrawal", "The minister demand a 👍 at once, he said.", "a| 👍"),
        (", he said", "The minister demand a withdrawal 👍 at once.", "once|."),
        ("The minister", "demand a withdrawal 👍 at once, he said.", "|demand"),
        ("said", "The minister demand a withdrawal 👍 at once, he.", "he|."),
    ],
)
def test_words_that_should_go_go_with_a_space(bitext, do, words, expected, left):
    one = bitext.mark(words, given=error("addition", NOTHING))
    do(bitext.drawn, correct, [one])
    assert target(bitext).text == expected
    settled = annotation(bitext.library, one)
    (span,) = settled.spans
    assert span.is_gap
    assert expected[: span.start] + "|" + expected[span.start :] == expected.replace(
        left.replace("|", ""), left
    )
    assert settled.status is AnnotationStatus.FINAL


def test_where_nothing_stands_nothing_can_go_and_a_text_never_goes_as_a_whole(bitext):
    place = gap(bitext, "withdrawal", error("omission", NOTHING))
    with pytest.raises(InvalidEdit, match="nothing to take out"):
        correct(bitext.library, bitext.id, [place])
    everything = bitext.mark("He come back in the evenning.", given=error("addition", f" {NOTHING} "))
    with pytest.raises(InvalidEdit, match="cannot be empty"):
        correct(bitext.library, bitext.id, [everything])


def test_a_mark_on_both_sides_keeps_its_words_in_the_original(bitext, do):
    one = bitext.mark("كامل", "a withdrawal", given=error("omission", "a complete withdrawal"))
    do(bitext.drawn, correct, [one])
    assert [span.quote for span in annotation(bitext.library, one).spans] == ["كامل", "a complete withdrawal"]


def test_several_corrections_are_one_step_and_other_marks_follow_to_the_letter(bitext, do):
    wrong = bitext.mark("demand", given=error("grammar", "called for"))
    missing = gap(bitext, "withdrawal", error("omission", "full"))
    late = bitext.mark("come", given=error("grammar", "came"))
    typo = bitext.mark("evenning", given=error("spelling", "evening"))
    kept = {
        words: bitext.mark(words, given=Given("claims", "claim"))
        for words in ("The minister", "demand", "demand a withdrawal 👍", "withdrawal", "he said", "evenning")
    }
    do(bitext.drawn, correct, [wrong, missing, late, typo])
    assert target(bitext).text == "The minister called for a full withdrawal 👍 at once, he said."
    assert target(bitext, 1).text == "He came back in the evening."
    found = {words: annotation(bitext.library, id_).spans[0].quote for words, id_ in kept.items()}
    assert found == {
        "The minister": "The minister",
        "demand": "called for",
        "demand a withdrawal 👍": "called for a full withdrawal 👍",
        "withdrawal": "withdrawal",
        "he said": "he said",
        "evenning": "evening",
    }
    assert not any(one.is_orphan for one in bitext.all())
    assert all(span.quote == text_of(bitext, span) for one in bitext.all() for span in one.spans)


def text_of(bitext, span):
    texts = {p.id: p.text for row in bitext.drawn.all_rows() for p in row.source + row.target}
    return texts[span.paragraph][span.start : span.end]


def test_what_cannot_be_applied_is_refused_and_changes_nothing(bitext):
    before = bitext.drawn.state()
    nothing = bitext.mark("demand", given=error("grammar", ""))
    source = bitext.mark("كامل", given=error("omission", "complete"))
    apart = bitext.mark("minister", "withdrawal", given=error("style", "x"))
    row = bitext.drawn.all_rows()[0].link.id
    whole = mark_pair(bitext.library, bitext.id, row, error("style", "x")).annotations[0]
    one = bitext.mark("a withdrawal", given=error("grammar", "the retreat"))
    other = bitext.mark("withdrawal 👍", given=error("style", "retreat"))
    marked = bitext.drawn.state()
    assert marked != before
    for wrong in ([nothing], [source], [apart], [whole], [one, other]):
        with pytest.raises(InvalidEdit):
            correct(bitext.library, bitext.id, wrong)
    assert bitext.drawn.state() == marked
