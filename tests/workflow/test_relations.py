"""Which paragraphs face each other: pictures before and after each verb."""

import pytest

from taqabul.domain.errors import InvalidEdit
from taqabul.domain.language import Side
from taqabul.workflow import history, reviewing
from taqabul.workflow.annotating.notes import add_note


def test_unlinking_gives_each_paragraph_its_row_in_place(draw, do):
    bitext = draw("A1 | B1\nA2 A3 | B2 B3\nA4 | B4")
    changes = do(bitext, reviewing.unlink, bitext.links("A2"))
    assert bitext.picture() == "A1 | B1\nA2 | +\nA3 | +\n| B2 +\n| B3 +\nA4 | B4"
    assert len(changes.inserted) == 3


def test_unlinking_several_rows_is_one_step(draw, do):
    bitext = draw("A1 | B1\nA2 | B2\nA3 |")
    do(bitext, reviewing.unlink, bitext.links("A1", "A2", "A3"))
    assert bitext.picture() == "A1 | +\n| B1 +\nA2 | +\n| B2 +\nA3 |"


def test_a_row_with_one_paragraph_cannot_be_unlinked(draw):
    bitext = draw("A1 |\n| B1")
    with pytest.raises(InvalidEdit):
        reviewing.unlink(bitext.library, bitext.id, bitext.links("A1", "B1"))


@pytest.mark.parametrize(
    ("before", "source", "target", "after"),
    [
        ("A1 |\n| B1\nA2 | B2", ["A1"], ["B1"], "A1 | B1 +\nA2 | B2"),
        ("A1 | B1\nA2 | B2\nA3 | B3", ["A1"], ["B3"], "A1 | B3 +\n| B1\nA2 | B2\nA3 |"),
        ("A1 | B1\nA2 | B2", ["A1", "A2"], ["B1", "B2"], "A1 A2 | B1 B2 +"),
        ("A1 A2 A3 | B1\nA4 | B2", ["A2"], ["B2"], "A1 A3 | B1\nA2 | B2 +\nA4 |"),
        ("A1 A2 | B1 B2", ["A1"], ["B2"], "A1 | B2 +\nA2 | B1"),
        ("A1 A2 | B1 B2", ["A2"], ["B1"], "A1 | B2\nA2 | B1 +"),
        ("A1 | B1\nA2 | B2\nA3 | B3", ["A3"], ["B1"], "A1 |\nA2 | B2\nA3 | B1 +\n| B3"),
    ],
)
def test_linking_takes_paragraphs_out_of_their_rows_wherever_they_are(
    draw, do, before, source, target, after
):
    bitext = draw(before)
    do(bitext, reviewing.link, bitext.paragraphs(*source), bitext.paragraphs(*target))
    assert bitext.picture() == after


def test_a_linked_pair_is_confirmed_and_has_no_figure_of_the_aligner(draw, do):
    bitext = draw("A1 | B1\nA2 | B2")
    do(bitext, reviewing.link, bitext.paragraphs("A1"), bitext.paragraphs("B2"))
    made, left = bitext.row("A1").link, bitext.row("A2").link
    assert (made.confidence, made.evidence.parts(), made.changed_by) == (None, {}, "rim")
    assert (left.confidence, left.evidence.parts()) == (None, {})


@pytest.mark.parametrize(("source", "target"), [([], ["B1"]), (["A1"], []), (["A1"], ["B1"])])
def test_a_link_that_says_nothing_new_is_refused(draw, source, target):
    bitext = draw("A1 | B1\nA2 | B2")
    before = bitext.state()
    with pytest.raises(InvalidEdit):
        reviewing.link(bitext.library, bitext.id, bitext.paragraphs(*source), bitext.paragraphs(*target))
    assert bitext.state() == before


def test_sides_cannot_be_mixed_up(draw):
    bitext = draw("A1 | B1\nA2 | B2")
    with pytest.raises(InvalidEdit):
        reviewing.link(bitext.library, bitext.id, bitext.paragraphs("B1"), bitext.paragraphs("A2"))


def test_merging_joins_a_row_with_the_one_below(draw, do):
    bitext = draw("A1 | B2\nA2 | B1\nA3 | B3")
    first = bitext.link("A1")
    changes = do(bitext, reviewing.merge_with_next, first)
    assert bitext.picture() == "A1 A2 | B1 B2 +\nA3 | B3"
    assert (changes.touched, len(changes.removed)) == ((first,), 1)


def test_the_last_row_has_nothing_to_merge_with(draw):
    bitext = draw("A1 | B1")
    with pytest.raises(InvalidEdit):
        reviewing.merge_with_next(bitext.library, bitext.id, bitext.link("A1"))


@pytest.mark.parametrize(
    ("source_at", "target_at", "after"),
    [
        (1, 1, "A1 | B1 +\nA2 | B2 B3 +\nA3 | B4"),
        (2, 1, "A1 A2 | B1 +\n| B2 B3 +\nA3 | B4"),
        (0, 2, "| B1 B2 +\nA1 A2 | B3 +\nA3 | B4"),
    ],
)
def test_splitting_parts_a_row_in_two(draw, do, source_at, target_at, after):
    bitext = draw("A1 A2 | B1 B2 B3\nA3 | B4")
    do(bitext, reviewing.split, bitext.link("A1"), source_at, target_at)
    assert bitext.picture() == after


@pytest.mark.parametrize(("source_at", "target_at"), [(0, 0), (1, 2), (-1, 1), (0, 3)])
def test_no_row_can_be_empty_after_a_split(draw, source_at, target_at):
    bitext = draw("A1 | B1 B2")
    with pytest.raises(InvalidEdit):
        reviewing.split(bitext.library, bitext.id, bitext.link("A1"), source_at, target_at)


@pytest.mark.parametrize(
    ("label", "side", "up", "after"),
    [
        ("A2", Side.TARGET, True, "A1 | B1 B2 +\nA2 |\nA3 | B3"),
        ("A2", Side.TARGET, False, "A1 | B1\nA2 |\nA3 | B2 B3 +"),
        ("A1", Side.TARGET, True, "| B1 +\nA1 |\nA2 | B2\nA3 | B3"),
        ("A3", Side.SOURCE, False, "A1 | B1\nA2 | B2\n| B3\nA3 | +"),
    ],
)
def test_moving_hands_a_paragraph_to_the_neighbour_or_to_a_new_row(draw, do, label, side, up, after):
    bitext = draw("A1 | B1\nA2 | B2\nA3 | B3")
    do(bitext, reviewing.move, side, bitext.link(label), up=up)
    assert bitext.picture() == after


def test_a_row_that_gives_its_last_paragraph_is_gone(draw, do):
    bitext = draw("A1 | B1\n| B2\nA3 | B3")
    do(bitext, reviewing.move, Side.TARGET, bitext.link("B2"), up=False)
    assert bitext.picture() == "A1 | B1\nA3 | B2 B3 +"


def test_there_is_nothing_to_move_from_an_empty_side_or_beyond_the_end(draw):
    bitext = draw("A1 |\nA2 | B2")
    with pytest.raises(InvalidEdit):
        reviewing.move(bitext.library, bitext.id, Side.TARGET, bitext.link("A1"), up=False)
    with pytest.raises(InvalidEdit):
        reviewing.move(bitext.library, bitext.id, Side.SOURCE, bitext.link("A1"), up=True)


def test_notes_go_where_their_rows_go(draw, do):
    bitext = draw("A1 | B1\nA2 | B2\nA3 | B3")
    for label in ("A1", "A2", "A3"):
        add_note(bitext.library, bitext.id, bitext.link(label), f"on {label}")
    do(bitext, reviewing.merge_with_next, bitext.link("A1"))
    assert [note.text for note in bitext.row("A1").notes] == ["on A1", "on A2"]
    do(bitext, reviewing.split, bitext.link("A1"), 1, 1)
    assert [note.text for note in bitext.row("A1").notes] == ["on A1", "on A2"]
    do(bitext, reviewing.unlink, bitext.links("A1"))
    assert [note.text for note in bitext.row("A1").notes] == ["on A1", "on A2"]
    do(bitext, reviewing.move, Side.SOURCE, bitext.link("A1"), up=False)
    assert [note.text for note in bitext.row("B1").notes] == ["on A1", "on A2"]


def test_rows_find_room_in_one_place_again_and_again(draw, do):
    bitext = draw("A1 | B1\nA2 | B2\nA3 | B3\nA4 | B4")
    for _ in range(40):
        do(bitext, reviewing.unlink, bitext.links("A2"))
        assert bitext.picture().startswith("A1 | B1\nA2 | +\n| B2 +\nA3 | B3\n")
        do(bitext, reviewing.merge_with_next, bitext.link("A2"))


def test_sentence_links_that_still_fit_are_kept_and_the_rest_is_aligned(studio, draw, do):
    from taqabul.domain.bitext import Alignment, ProposedLink
    from taqabul.domain.language import Language
    from taqabul.workflow.aligning import create_bitext

    library = studio.open()
    source = studio.document(library, Language.ARABIC, ["في 1990 وقعت. في 1991 انتهت.", "بلغ العدد 350."])
    target = studio.document(
        library, Language.ENGLISH, ["It began in 1990. It ended in 1991.", "The number was 350."]
    )
    alignment = Alignment(
        (ProposedLink((0,), (0,)), ProposedLink((1,), ()), ProposedLink((), (1,))),
        (ProposedLink((0, 1), (0, 1), 0.5), ProposedLink((2,), ()), ProposedLink((), (2,))),
        "by hand",
    )
    bitext = type(draw("A1 | B1", library))(library, create_bitext(library, source, target, alignment))
    do(bitext, reviewing.link, bitext.paragraphs("بلغ العدد 350."), bitext.paragraphs("The number was 350."))
    assert bitext.sentences("بلغ العدد 350.") == ["بلغ العدد 350. | The number was 350."]
    do(bitext, reviewing.merge_with_next, bitext.all_rows()[0].link.id)
    assert bitext.sentences("بلغ العدد 350.") == [
        "في 1990 وقعت. في 1991 انتهت. | It began in 1990. It ended in 1991.",
        "بلغ العدد 350. | The number was 350.",
    ]


def test_where_no_room_is_left_for_a_row_its_neighbours_move(draw, do):
    sources = [f"A{k}" for k in range(1, 19)]
    bitext = draw(" ".join(sources) + " | B1\nA19 | B2\nA20 | B3")
    moved = 0
    for left in range(17, 0, -1):
        changes = do(bitext, reviewing.split, bitext.link("A1"), left, 1)
        moved += len(changes.moved)
    rows = [[p.text for p in row.source] for row in bitext.all_rows()]
    assert rows == [[name] for name in [*sources, "A19", "A20"]]
    assert moved


def test_rows_of_another_bitext_cannot_be_worked_on(draw):
    bitext = draw("A1 | B1\nA2 | B2")
    other = draw("A1 | B1\nA2 | B2", bitext.library)
    with pytest.raises(InvalidEdit, match="not part of this bitext"):
        reviewing.merge_with_next(bitext.library, bitext.id, other.link("A1"))


def test_several_rows_are_merged_in_one_step(draw, do):
    bitext = draw("A1 | B1\nA2 | B2\nA3 |\nA4 | B3")
    do(bitext, reviewing.merge, bitext.links("A3", "A1", "A2"))
    assert bitext.picture() == "A1 A2 A3 | B1 B2 +\nA4 | B3"
    assert len(history.journal(bitext.library, bitext.id)) == 3  # done, taken back, done again


def test_only_neighbours_are_merged(draw):
    bitext = draw("A1 | B1\nA2 | B2\nA3 | B3")
    for labels, words in ((["A1", "A3"], "not neighbours"), (["A2"], "One row alone")):
        with pytest.raises(InvalidEdit, match=words):
            reviewing.merge(bitext.library, bitext.id, bitext.links(*labels))
