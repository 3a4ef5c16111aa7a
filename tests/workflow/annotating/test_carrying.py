"""Stretches follow their texts through any correction; none is ever lost without a word."""

from datetime import UTC, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from taqabul.domain.annotation import Annotation, span_of
from taqabul.domain.options import AlignOptions, EngineChoice
from taqabul.domain.search import Kind, Query
from taqabul.text.cleaning import CleanRule
from taqabul.text.snapping import joined_before, to_letters, to_words
from taqabul.workflow import cleaning, history, replacing, reviewing
from taqabul.workflow.aligning import realign
from taqabul.workflow.annotating.carrying import Carrier, Rewritten
from taqabul.workflow.annotating.marking import Given, mark_gap, mark_pair
from taqabul.workflow.annotating.notes import add_note_on_mark
from taqabul.workflow.annotating.reading import all_annotations, annotated_bitext
from taqabul.workflow.annotating.relating import relate
from taqabul.workflow.duplicating import duplicate

WORDS = [
    "السَّلامُ",
    "قال",
    "والكتاب",
    "في",
    "في",
    "الوزيرُ",
    "كِتَابٌ",
    "the",
    "the",
    "peace",
    "don't",
    "3.5",
    "👩‍👧",
    "🙂",
    "café",
    "e\u0301te\u0301",
    ".",
    "،",
]
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join)
BITS = st.lists(st.sampled_from([*WORDS, " ", "ًّ", "x", "و"]), max_size=4).map("".join)


NOW = datetime(2026, 1, 1, tzinfo=UTC)
GIVEN = Given("claims", "claim")


def carried(spans, before, after):
    one = Annotation(1, "u", 1, "s", "l", "rim", NOW, "rim", NOW, tuple(spans))
    return Carrier({1: Rewritten(before, after)}, {1: after}).carried(one)


def is_letter_edge(text, place):
    return to_letters(text, place, place) == (place, place)


@st.composite
def edits(draw):
    """A text, some stretches of it, and one stretch of it replaced by something else."""
    before = draw(TEXTS)
    start = draw(st.integers(0, len(before)))
    end = draw(st.integers(start, min(len(before), start + 12)))
    new = draw(BITS)
    spans = []
    for _ in range(draw(st.integers(1, 3))):
        first = draw(st.integers(0, len(before)))
        last = draw(st.integers(first, min(len(before), first + 15)))
        spans.append(span_of(1, before, *to_words(before, first, last)))
    return before, (start, end, new), spans


def stands_alone(before, after, span, start):
    """Whether a stretch has no letter or mark joined to it at ``start`` of the new text that was not there before."""
    end = start + len(span.quote)
    if not (is_letter_edge(after, start) and is_letter_edge(after, end)):
        return False
    was = joined_before(before, span.start), joined_before(before, span.end)
    now = joined_before(after, start), joined_before(after, end)
    return not any(joined and not known for joined, known in zip(now, was, strict=True))


@settings(max_examples=400, deadline=None)
@given(edits())
@example(("the peace the peace", (0, 4, ""), [span_of(1, "the peace the peace", 10, 13)]))
@example(("قال السَّلامُ", (4, 4, "و"), [span_of(1, "قال السَّلامُ", 4, 13)]))
def test_any_edit_places_a_stretch_or_keeps_it_as_lost(case):
    before, (start, end, new), spans = case
    after = before[:start] + new + before[end:]
    done = carried(spans, before, after)
    whole = {one for one in spans if one not in done.lost}
    assert len(done.spans) <= len(whole)
    assert bool(done.spans) == bool(whole)
    for one in done.spans:
        assert (one, True) == (span_of(1, after, one.start, one.end), 0 <= one.start <= one.end <= len(after))
        assert is_letter_edge(after, one.start)
        assert is_letter_edge(after, one.end) or one.end == len(after)
    for span in spans:
        if span.is_gap or not (end <= span.start or start >= span.end):
            continue
        (one,) = carried([span], before, after).spans
        # An edit that repeats what stands there may be read as made on either side of it.
        places = {span.start, span.start + len(after) - len(before)}
        kept = [at for at in places if at >= 0 and after[at : at + len(span.quote)] == span.quote]
        assert any(one.start <= at <= at + len(span.quote) <= one.end for at in kept)
        if all(stands_alone(before, after, span, at) for at in kept):
            assert one.quote == span.quote


@st.composite
def corrections(draw):
    """A text of different words, some of them to be replaced, and which of them a stretch lies on."""
    pieces = draw(st.lists(st.sampled_from(WORDS), min_size=3, max_size=16, unique=True))
    changed = draw(st.sets(st.integers(0, len(pieces) - 1), max_size=4))
    first = draw(st.integers(0, len(pieces) - 1))
    last = draw(st.integers(first, min(len(pieces) - 1, first + 4)))
    new = [
        draw(st.sampled_from(["", "new", "جديد", "two words", "x"])) if k in changed else one
        for k, one in enumerate(pieces)
    ]
    return pieces, new, (first, last), changed


@settings(max_examples=400, deadline=None)
@given(corrections())
def test_several_corrections_at_once_leave_untouched_words_marked(case):
    pieces, new, (first, last), changed = case
    before, after = " ".join(pieces), " ".join(new)
    start = len(" ".join([*pieces[:first], ""])) if first else 0
    span = span_of(1, before, start, start + len(" ".join(pieces[first : last + 1])))
    done = carried([span], before, after)
    assert len(done.spans) + len(done.lost) == 1
    if changed.isdisjoint(range(first, last + 1)):
        assert [one.quote for one in done.spans] == [span.quote]


@pytest.mark.parametrize(
    ("before", "quote", "after", "found"),
    [
        ("the recieved note", "recieved", "the received note", "received"),
        ("the note", "the note", "the short note", "the short note"),
        ("the short note", "the short note", "the note", "the note"),
        ("hey said so", "hey", "They said so", "They"),
        ("قال الوزير", "الوزير", "قال الوزيرُ", "الوزيرُ"),
        ("السَّلامُ قَريبٌ جِدّاً", "قَريبٌ جِدّاً", "السلام قريب جدا", "قريب جدا"),
        ("one two three", "two", "three two one", "two"),
        ("we met in Paris last May", "Paris", "we met in London last May", "London"),
        ("we met in Paris", "Paris", "something else altogether", None),
        ("one two three", "two", "one three", None),
        ("so 👩‍👧 came", "👩‍👧", "and so 👩‍👧🏽 came", "👩‍👧🏽"),
    ],
)
def test_where_a_stretch_goes(before, quote, after, found):
    at = before.index(quote)
    done = carried([span_of(1, before, at, at + len(quote))], before, after)
    assert [one.quote for one in done.spans] == ([] if found is None else [found])
    assert [one.quote for one in done.lost] == ([quote] if found is None else [])


def test_a_place_stays_between_its_words():
    before, after = "he said it is over", "then he has said it is all over"
    (gap,) = carried([span_of(1, before, 8, 8)], before, after).spans
    assert (gap.quote, gap.prefix[-5:], gap.suffix[:2]) == ("", "said ", "it")


def test_a_place_in_a_text_that_is_another_is_lost():
    before = "he said it is over"
    done = carried([span_of(1, before, 8, 8)], before, "nothing of the kind")
    assert (done.spans, len(done.lost)) == ((), 1)


PAIRS = (
    ("قالَ الوزيرُ إنّ السلامَ قريبٌ.", "The minister said that peace is near.  Then he left."),
    ("وعاد في المساء إلى بيته.", "He came back in the evening."),
)


@pytest.fixture
def bitext(write):
    made = write(*PAIRS)
    made.mark("السلامَ قريبٌ", "peace is near")
    made.mark("Then he left")
    made.mark("came back")
    return made


def paragraph(bitext, words):
    return bitext.text(words).id


@pytest.mark.parametrize(
    ("words", "text", "quotes"),
    [
        (
            "minister",
            "The minister said that a true peace is very near. Then he left.",
            ["السلامَ قريبٌ … peace is very near", "Then he left", "came back"],
        ),
        ("minister", "Nothing.", ["السلامَ قريبٌ | peace is near", " | Then he left", "came back"]),
        (
            "الوزيرُ",
            "قال الوزير أمس إن السلام قريب.",
            ["السلام قريب … peace is near", "Then he left", "came back"],
        ),
    ],
)
def test_a_correction_carries_marks(bitext, do, words, text, quotes):
    id_ = paragraph(bitext, words)
    do(bitext.drawn, reviewing.edit_text, id_, text)
    assert bitext.quotes() == quotes
    do(bitext.drawn, reviewing.restore_text, id_)


def test_a_paragraph_parted_inside_a_mark_and_merged_again(bitext, do):
    at = PAIRS[0][1].index("is near")
    do(bitext.drawn, reviewing.split_paragraph, paragraph(bitext, "minister"), at)
    assert bitext.quotes() == ["السلامَ قريبٌ … peace … is near", "Then he left", "came back"]
    parts = [paragraph(bitext, "minister"), paragraph(bitext, "is near")]
    do(bitext.drawn, reviewing.merge_paragraphs, parts)
    assert bitext.quotes() == ["السلامَ قريبٌ … peace is near", "Then he left", "came back"]


def test_paragraphs_of_two_rows_merged_take_labels_on_the_pairs_along(bitext, do):
    rows = [row.link.id for row in bitext.drawn.all_rows()]
    mark_pair(bitext.library, bitext.id, rows[1], GIVEN)
    do(bitext.drawn, reviewing.merge_paragraphs, [paragraph(bitext, "minister"), paragraph(bitext, "back")])
    assert bitext.quotes()[:3] == ["السلامَ قريبٌ … peace is near", "Then he left", "came back"]
    assert bitext.all()[3].link == rows[0]


def test_cleaning_and_replacing_carry_marks(bitext, do):
    found = cleaning.cleanings(cleaning.unclean(bitext.library, bitext.id), frozenset(CleanRule))
    do(bitext.drawn, cleaning.clean, found)
    assert bitext.quotes()[1:] == ["Then he left", "came back"]
    changes = replacing.proposed(bitext.library, bitext.id, Query("he", Kind.WORD), "she")
    do(bitext.drawn, replacing.replace, changes)
    assert bitext.quotes()[1:] == ["Then she left", "came back"]
    assert bitext.quotes()[0].endswith(" … peace is near")


def test_a_gap_and_what_hangs_on_a_mark_go_along(bitext, do):
    place = bitext.find("is near")
    gap = mark_gap(bitext.library, bitext.id, place.paragraph, place.start, Given("mqm", "omission"))
    first = bitext.all()[0].id
    relate(bitext.library, bitext.id, first, gap.annotations[0], "claims", "omitted")
    add_note_on_mark(bitext.library, bitext.id, first, "so?")
    do(bitext.drawn, reviewing.edit_text, place.paragraph, "The old minister said that peace is near.")
    assert bitext.all()[3].spans[0].suffix == "is near."
    assert len(annotated_bitext(bitext.library, bitext.id).relations) == 1


def test_marks_of_another_bitext_of_the_same_text_go_along(write, studio, do):
    bitext = write(("سلام", "peace"), ("نص", "a text"))
    twin = studio.twin(bitext.drawn)
    bitext.mark("peace")
    do(twin, reviewing.edit_text, paragraph(bitext, "peace"), "lasting peace")
    assert (bitext.quotes(), bitext.all()[0].spans[0].start) == (["peace"], 8)
    known = bitext.all()
    bitext.library.close()
    again = studio.open()
    history.undo(again, twin.id)
    assert all_annotations(again, bitext.id)[0].spans[0].start == 0
    history.redo(again, twin.id)
    assert all_annotations(again, bitext.id) == known


def test_a_label_on_a_pair_holds_its_row_when_the_bitext_is_aligned_again(draw):
    bitext = draw("A1 | B4\nA2 | B2\nA3 | B3\nA4 | B1")
    link = bitext.link("A1")
    mark_pair(bitext.library, bitext.id, link, GIVEN)
    realign(bitext.library, bitext.id, AlignOptions(engine=EngineChoice.LEXICAL))
    assert (bitext.link("A1"), bitext.link("B4")) == (link, link)


def test_rows_joined_hand_on_the_labels_on_them(draw, do):
    bitext = draw("A1 | B1\nA2 | B2")
    mark_pair(bitext.library, bitext.id, bitext.link("A2"), GIVEN)
    do(bitext, reviewing.merge_with_next, bitext.link("A1"))
    assert all_annotations(bitext.library, bitext.id)[0].link == bitext.link("A1")


def test_a_copy_of_a_bitext_has_copies_of_all_that_is_written_on_it(bitext):
    first, second = bitext.all()[:2]
    row = bitext.drawn.all_rows()[0].link.id
    mark_pair(bitext.library, bitext.id, row, GIVEN)
    relate(bitext.library, bitext.id, first.id, second.id, "claims", "same")
    add_note_on_mark(bitext.library, bitext.id, first.id, "so?")
    made = annotated_bitext(bitext.library, duplicate(bitext.library, bitext.id, "copy"))
    ours = annotated_bitext(bitext.library, bitext.id)
    assert [[s.quote for s in one.spans] for one in made.annotations] == [
        [s.quote for s in one.spans] for one in ours.annotations
    ]
    assert {one.uid for one in made.annotations}.isdisjoint(one.uid for one in ours.annotations)
    (tie,) = made.relations
    assert (tie.source, tie.target) == tuple(one.id for one in made.annotations[:2])
    assert [(one.text, one.annotation) for one in made.notes] == [("so?", made.annotations[0].id)]
    texts = {one.id for side in (made.source, made.target) for one in side.paragraphs}
    assert {s.paragraph for one in made.annotations for s in one.spans} <= texts
    assert made.annotations[3].link in {one.id for one in made.links}
