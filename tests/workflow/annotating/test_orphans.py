"""Marks that lost their words, and where they are put back."""

import pytest

from taqabul.domain.errors import InvalidEdit
from taqabul.workflow import history
from taqabul.workflow.annotating import orphans
from taqabul.workflow.reviewing import edit_text

PAIRS = (
    ("قال الوزير إن السلام قريب.", "The minister said that peace is near, and left for Paris."),
    ("وعاد في المساء.", "He came back in the evening."),
)


@pytest.fixture
def lost(write):
    """A mark whose words were cut out of one row and put into another, by two corrections."""
    bitext = write(*PAIRS)
    mark = bitext.mark("left for Paris")
    first, second = bitext.text("minister"), bitext.text("came back")
    edit_text(bitext.library, bitext.id, first.id, "The minister said that peace is near.")
    edit_text(bitext.library, bitext.id, second.id, "He left for Paris. He came back in the evening.")
    return bitext, mark


def test_words_that_are_gone_are_kept_with_their_context(lost):
    bitext, mark = lost
    assert bitext.quotes() == [" | left for Paris"]
    (orphan,) = orphans.orphans(bitext.library, bitext.id)
    assert (orphan.annotation.id, orphan.annotation.is_orphan) == (mark, True)
    assert orphan.link == bitext.drawn.all_rows()[0].link.id
    assert orphan.annotation.lost[0].prefix.endswith("near, and ")


def test_the_likeliest_place_is_offered_and_taken(lost, do):
    bitext, mark = lost
    (orphan,) = orphans.orphans(bitext.library, bitext.id)
    best = orphans.guesses(bitext.library, bitext.id, orphan.annotation.lost[0])[0]
    assert (best.quote, best.link) == ("left for Paris", bitext.drawn.all_rows()[1].link.id)
    assert 0.5 <= best.score <= 1
    do(bitext.drawn, orphans.reattach, mark, 0, [best.stretch])
    assert bitext.quotes() == ["left for Paris"]
    assert orphans.orphans(bitext.library, bitext.id) == []
    with pytest.raises(InvalidEdit):
        orphans.reattach(bitext.library, bitext.id, mark, 0, [best.stretch])


def test_what_stands_nowhere_has_no_guess(write):
    bitext = write(*PAIRS)
    bitext.mark("evening")
    edit_text(bitext.library, bitext.id, bitext.text("evening").id, "Nothing like it.")
    (orphan,) = orphans.orphans(bitext.library, bitext.id)
    assert orphans.guesses(bitext.library, bitext.id, orphan.annotation.lost[0]) == []


def test_a_lost_stretch_is_let_go(lost, do):
    bitext, mark = lost
    do(bitext.drawn, orphans.let_go, mark, 0)
    assert bitext.all() == ()


def test_undoing_the_corrections_brings_the_mark_back(lost):
    bitext, _ = lost
    history.undo(bitext.library, bitext.id)
    history.undo(bitext.library, bitext.id)
    assert bitext.quotes() == ["left for Paris"]
