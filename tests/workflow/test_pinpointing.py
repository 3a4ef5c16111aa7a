"""Two paragraphs are linked for good, and what lies around them is aligned anew."""

import pytest

from taqabul.domain.bitext import Alignment, ProposedLink
from taqabul.domain.errors import EditConflict, InvalidEdit
from taqabul.workflow import history, reviewing
from taqabul.workflow.annotating.notes import add_note
from taqabul.workflow.pinpointing import pinpoint

SIX = "A1 | B1\nA2 | B2\nA3 | B3\nA4 | B4\nA5 | B5\nA6 | B6"


class InOrder:
    """Pairs what is free in order; remembers which paragraphs were free."""

    def __init__(self, meanwhile=lambda: None):
        self.free = []
        self.meanwhile = meanwhile

    def __call__(self, source, target, _options, _progress, anchors, _store):
        held = [{place for anchor in anchors for place in anchor[side]} for side in (0, 1)]
        free = [
            [place for place in range(len(side)) if place not in taken]
            for side, taken in zip((source, target), held, strict=True)
        ]
        self.free = free
        both = min(map(len, free))
        links = [ProposedLink((i,), (j,), 0.6) for i, j in zip(*free, strict=False)]
        links += [ProposedLink((i,), (), 0.6) for i in free[0][both:]]
        links += [ProposedLink((), (j,), 0.6) for j in free[1][both:]]
        links += [ProposedLink(*anchor) for anchor in anchors]
        self.meanwhile()
        return Alignment(tuple(links), tuple(links), "in order")


def pinning(source, target, proposer):
    def verb(library, bitext_id, drawn):
        changes, _ = pinpoint(
            library, bitext_id, drawn.paragraph(source), drawn.paragraph(target), propose=proposer
        )
        return changes

    return verb


@pytest.mark.parametrize(
    ("confirmed", "free", "after"),
    [
        # What lies between the confirmed neighbours is aligned anew, and nothing else.
        (
            ["A2", "A6"],
            ([2, 4], [2, 3]),
            "A1 | B1\nA2 | B2 +\nA3 | B3\nA4 | B5 +\nA5 | B4\nA6 | B6 +",
        ),
        # Without a confirmed neighbour it goes on to the end.
        (["A2"], ([2, 4, 5], [2, 3, 5]), "A1 | B1\nA2 | B2 +\nA3 | B3\nA4 | B5 +\nA5 | B4\nA6 | B6"),
        # A row that was confirmed is taken apart where the person says so.
        (["A3", "A5"], ([4, 5], [3, 5]), "A1 | B1\nA2 | B2\nA3 | B3 +\nA4 | B5 +\nA5 | B4\nA6 | B6"),
    ],
)
def test_only_what_lies_between_settled_neighbours_is_aligned_anew(draw, do, confirmed, free, after):
    bitext = draw(SIX)
    reviewing.confirm(bitext.library, bitext.id, bitext.links(*confirmed))
    proposer = InOrder()
    do(bitext, pinning("A4", "B5", proposer), bitext)
    assert tuple(proposer.free) == free
    assert bitext.picture() == after
    assert history.undo_label(bitext.library, bitext.id) == "pinpoint"


def test_a_settled_row_that_crosses_the_point_bounds_nothing(draw, do):
    bitext = draw("A1 | B4\nA2 | B2\nA3 | B3\nA4 | B1")
    reviewing.confirm(bitext.library, bitext.id, bitext.links("A1"))
    proposer = InOrder()
    do(bitext, pinning("A2", "B3", proposer), bitext)
    assert tuple(proposer.free) == ([2, 3], [0, 1])
    assert bitext.picture() == "A1 | B4 +\nA2 | B3 +\nA3 | B1\nA4 | B2"


def test_what_stood_with_the_two_is_aligned_anew_and_their_notes_stay(draw, do):
    bitext = draw("A1 A2 | B1\nA3 | B2 B3\nA4 | B4")
    library, id_ = bitext.library, bitext.id
    reviewing.confirm(library, id_, bitext.links("A1", "A4"))
    add_note(library, id_, bitext.link("A1"), "first")
    add_note(library, id_, bitext.link("A3"), "second")
    do(bitext, pinning("A2", "B2", InOrder()), bitext)
    assert bitext.picture() == "A1 | B1\nA2 | B2 +\nA3 | B3\nA4 | B4 +"
    assert sorted(note.text for note in bitext.row("A2").notes) == ["first", "second"]


def test_bookmarks_follow_the_first_paragraph(draw):
    bitext = draw("A1 A2 | B1\nA3 | B2")
    reviewing.set_bookmarks(bitext.library, bitext.id, bitext.links("A1"), on=True)
    pinning("A2", "B2", InOrder())(bitext.library, bitext.id, bitext)
    assert [row.source[0].text for row in bitext.all_rows() if row.link.bookmarked] == ["A1"]


def test_paragraphs_that_are_not_of_the_two_sides_are_refused(draw):
    bitext = draw(SIX)
    with pytest.raises(InvalidEdit, match="not the two sides"):
        pinning("B1", "A1", InOrder())(bitext.library, bitext.id, bitext)


def test_what_somebody_does_meanwhile_is_not_overwritten(draw):
    bitext = draw(SIX)
    act = InOrder(lambda: reviewing.merge_with_next(bitext.library, bitext.id, bitext.link("A1")))
    with pytest.raises(EditConflict, match="while the texts were aligned"):
        pinning("A4", "B5", act)(bitext.library, bitext.id, bitext)
    assert bitext.picture().startswith("A1 A2 | B1 B2 +\nA3 | B3\nA4 | B4")


def test_the_aligner_itself_keeps_to_the_point(draw):
    bitext = draw(SIX)
    reviewing.confirm(bitext.library, bitext.id, bitext.links("A1", "A6"))
    pinpoint(bitext.library, bitext.id, bitext.paragraph("A3"), bitext.paragraph("B4"))
    assert "A3 | B4 +" in bitext.picture().splitlines()
