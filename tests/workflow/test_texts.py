"""Correcting texts, splitting and merging paragraphs."""

import pytest

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.errors import EditConflict, InvalidEdit
from taqabul.domain.language import Direction, Language
from taqabul.workflow import reviewing
from taqabul.workflow.rows import iter_rows


def named(bitext, label):
    """The paragraph with this text."""
    row = bitext.row(label)
    return next(p for p in row.source + row.target if p.text == label)


def test_a_corrected_text_leaves_the_imported_one_recoverable(draw, do):
    bitext = draw("A1 | B1\nA2 | B2")
    paragraph, row = bitext.paragraph("A1"), bitext.link("A1")
    changes = do(bitext, reviewing.edit_text, paragraph, "  C1 and more. Then some. ")
    assert bitext.picture() == "C1 and more. Then some. | B1\nA2 | B2"
    assert (changes.touched, changes.paragraphs) == ((row,), (paragraph,))
    assert named(bitext, "C1 and more. Then some.").imported == "A1"
    do(bitext, reviewing.restore_text, paragraph)
    assert bitext.picture() == "A1 | B1\nA2 | B2"


def test_sentences_that_did_not_change_keep_their_numbers_and_links(draw, do):
    bitext = draw("A1 | B1")
    paragraph = bitext.paragraph("A1")
    do(bitext, reviewing.edit_text, paragraph, "قال الرجل. وذهب الولد. وعاد.")
    before = named(bitext, "قال الرجل. وذهب الولد. وعاد.").sentences
    do(bitext, reviewing.edit_text, paragraph, "قال الرجل. وذهب الولد إلى المدرسة. وعاد.")
    after = named(bitext, "قال الرجل. وذهب الولد إلى المدرسة. وعاد.").sentences
    assert [s.id for s in before] == [s.id for s in after]
    do(bitext, reviewing.edit_text, paragraph, "قال الرجل. وعاد.")
    assert [s.id for s in named(bitext, "قال الرجل. وعاد.").sentences] == [before[0].id, before[2].id]


def test_an_empty_text_is_refused_and_the_same_text_writes_nothing(draw):
    bitext = draw("A1 | B1")
    with pytest.raises(InvalidEdit):
        reviewing.edit_text(bitext.library, bitext.id, bitext.paragraph("A1"), " \n")
    assert reviewing.edit_text(bitext.library, bitext.id, bitext.paragraph("A1"), "A1 ").journal is None
    assert reviewing.restore_text(bitext.library, bitext.id, bitext.paragraph("A1")).journal is None


def test_a_text_that_reads_differently_by_now_is_a_conflict(draw):
    bitext = draw("A1 | B1")
    paragraph = bitext.paragraph("A1")
    reviewing.edit_text(bitext.library, bitext.id, paragraph, "A1 better", before="A1")
    with pytest.raises(EditConflict):
        reviewing.edit_text(bitext.library, bitext.id, paragraph, "A1 worse", before="A1")
    assert bitext.picture() == "A1 better | B1"


def test_a_paragraph_of_another_bitext_is_refused(draw):
    bitext = draw("A1 | B1")
    other = draw("A9 | B9", bitext.library)
    with pytest.raises(InvalidEdit):
        reviewing.edit_text(bitext.library, bitext.id, other.paragraph("A9"), "A8")


def test_splitting_a_paragraph_keeps_both_parts_in_the_row(draw, do):
    bitext = draw("A1 | B1\nA2 | B2")
    paragraph = bitext.paragraph("B1")
    do(bitext, reviewing.edit_text, paragraph, "one two. three")
    text = "one two. three"
    do(bitext, reviewing.split_paragraph, paragraph, text.index("three"))
    assert bitext.picture() == "A1 | one two. three\nA2 | B2"
    first, second = bitext.row("A1").target
    assert (first.text, second.text) == ("one two.", "three")
    assert (first.number, second.number) == (1, 1)


def test_the_imported_text_is_split_where_the_corrected_one_is(draw, do):
    bitext = draw("A1 | B1")
    paragraph = bitext.paragraph("A1")
    do(bitext, reviewing.edit_text, paragraph, "1 A")
    with_both = bitext.row("1 A").source[0]
    assert with_both.imported == "A1"
    do(bitext, reviewing.split_paragraph, paragraph, 2)
    parts = bitext.row("1").source
    assert "".join(p.imported for p in parts) == "A1"


def test_the_halves_of_a_sentence_face_what_it_faced(draw, do):
    bitext = draw("A1 | B1")
    paragraph = bitext.paragraph("A1")
    do(bitext, reviewing.edit_text, paragraph, "ذهب الولد")
    do(bitext, reviewing.split_paragraph, paragraph, 4)
    assert bitext.sentences("ذهب") == ["ذهب الولد | B1"]


@pytest.mark.parametrize("offset", [-1, 0, 2, 5])
def test_no_paragraph_can_be_empty_after_a_split(draw, offset):
    bitext = draw("A1 | B1")
    with pytest.raises(InvalidEdit):
        reviewing.split_paragraph(bitext.library, bitext.id, bitext.paragraph("A1"), offset)


@pytest.mark.parametrize(
    ("before", "labels", "after"),
    [
        ("A1 A2 | B1\nA3 | B2", ["A1", "A2"], "A1 A2 | B1\nA3 | B2"),
        ("A1 | B1\nA2 | B2\nA3 | B3", ["A3", "A2"], "A1 | B1\nA2 A3 | B2 B3 +"),
        ("A1 | B1\nA2 | B2\nA3 | B3", ["A1", "A2", "A3"], "A1 A2 A3 | B1 B2 B3 +"),
        ("A1 | B1\nA2 |", ["A1", "A2"], "A1 A2 | B1 +"),
    ],
)
def test_merging_paragraphs_joins_their_rows(draw, do, before, labels, after):
    bitext = draw(before)
    do(bitext, reviewing.merge_paragraphs, bitext.paragraphs(*labels))
    assert bitext.picture() == after
    joined = " ".join(sorted(labels))
    assert [bitext.row(joined).source[0].sentence_text(s) for s in named(bitext, joined).sentences] == sorted(
        labels
    )


@pytest.mark.parametrize(
    ("picture", "labels"),
    [
        ("A1 | B1\nA2 | B2\nA3 | B3", ["A1", "A3"]),
        ("A1 | B1\nA2 | B2", ["A1", "B1"]),
        ("A1 | B1\nA2 | B2", ["A1"]),
        ("A1 | B2\nA2 | B3\nA3 | B1", ["B1", "B2"]),
    ],
)
def test_only_neighbours_can_be_merged(draw, picture, labels):
    bitext = draw(picture)
    with pytest.raises(InvalidEdit):
        reviewing.merge_paragraphs(bitext.library, bitext.id, bitext.paragraphs(*labels))


def test_a_merged_paragraph_can_be_split_again(draw, do):
    bitext = draw("A1 A2 | B1")
    do(bitext, reviewing.merge_paragraphs, bitext.paragraphs("A1", "A2"))
    do(bitext, reviewing.split_paragraph, bitext.paragraph("A1 A2"), 3)
    assert [p.text for p in bitext.row("A1").source] == ["A1", "A2"]


def test_other_bitexts_of_an_edited_document_stay_whole(draw, studio, do):
    bitext = draw("A1 | B1\nA2 | B2\nA3 | B3")
    other = studio.twin(bitext)
    do(bitext, reviewing.split_paragraph, bitext.paragraph("A2"), 1)
    assert other.picture() == "A1 | B3\nA 2 | B2\nA3 | B1"
    do(bitext, reviewing.merge_paragraphs, bitext.paragraphs("2", "A3"))
    assert bitext.picture() == "A1 | B1\nA 2 A3 | B2 B3 +"
    assert other.picture() == "A1 | B3\nA 2 A3 | B1 B2"
    do(bitext, reviewing.edit_text, bitext.paragraph("B1"), "One. Two. Three.")
    assert other.picture() == "A1 | B3\nA 2 A3 | One. Two. Three. B2"
    assert {row.link.status for row in iter_rows(other.library, other.id)} == {LinkStatus.PROPOSED}


def test_where_no_room_is_left_for_a_paragraph_its_neighbours_move(draw, do):
    bitext = draw("A1 | B1\nA2 | B2")
    words = [f"w{k}" for k in range(16)]
    paragraph = bitext.paragraph("A1")
    do(bitext, reviewing.edit_text, paragraph, " ".join(words))
    for left in range(15, 0, -1):
        do(bitext, reviewing.split_paragraph, paragraph, len(" ".join(words[:left])))
    assert [p.text for row in bitext.all_rows() for p in row.source] == [*words, "A2"]


def test_a_paragraph_is_turned_and_turned_back(draw, do):
    bitext = draw("A1 | B1")
    arabic, english = bitext.paragraph("A1"), bitext.paragraph("B1")
    assert named(bitext, "A1").runs(Language.ARABIC) is Direction.RTL
    do(bitext, reviewing.turn, arabic)
    do(bitext, reviewing.turn, english)
    assert named(bitext, "A1").direction is Direction.LTR
    assert named(bitext, "B1").direction is Direction.RTL
    do(bitext, reviewing.turn, arabic)
    assert named(bitext, "A1").direction is None


def test_both_parts_of_a_turned_paragraph_run_as_it_did(draw, do):
    bitext = draw("A1 | B1")
    paragraph = bitext.paragraph("A1")
    do(bitext, reviewing.edit_text, paragraph, "A1 and more")
    do(bitext, reviewing.turn, paragraph)
    do(bitext, reviewing.split_paragraph, paragraph, 2)
    assert [named(bitext, text).direction for text in ("A1", "and more")] == [Direction.LTR] * 2
