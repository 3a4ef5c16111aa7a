"""Bookmarks: set, taken away, and where they go when rows change."""

import pytest

from taqabul.domain.language import Side
from taqabul.domain.options import AlignOptions, EngineChoice
from taqabul.workflow import history, reviewing
from taqabul.workflow.aligning import realign

THREE = "A1 | B1\nA2 | B2\nA3 | B3"


def marked(bitext):
    """The first paragraph of each row with a bookmark."""
    return [(row.source + row.target)[0].text for row in bitext.all_rows() if row.link.bookmarked]


def test_a_bookmark_is_set_and_taken_away_and_signs_nothing(draw, do):
    bitext = draw(THREE)
    before = bitext.row("A2").link
    do(bitext, reviewing.set_bookmarks, bitext.links("A2", "A3"), on=True)
    assert marked(bitext) == ["A2", "A3"]
    assert (bitext.row("A2").link.changed_by, bitext.row("A2").link.status) == (
        before.changed_by,
        before.status,
    )
    do(bitext, reviewing.set_bookmarks, bitext.links("A2", "A1"), on=False)
    assert marked(bitext) == ["A3"]


def test_a_bookmark_is_there_and_can_be_undone_after_a_restart(draw, studio):
    bitext = draw(THREE)
    reviewing.set_bookmarks(bitext.library, bitext.id, bitext.links("A2"), on=True)
    bitext.library.close()
    bitext.library = studio.open()
    assert marked(bitext) == ["A2"]
    assert history.undo_label(bitext.library, bitext.id) == "bookmark"
    history.undo(bitext.library, bitext.id)
    assert marked(bitext) == []


def test_setting_what_is_set_writes_nothing(draw):
    bitext = draw(THREE)
    assert reviewing.set_bookmarks(bitext.library, bitext.id, bitext.links("A1"), on=False).journal is None


@pytest.mark.parametrize(
    ("verb", "there"),
    [
        (lambda b: reviewing.merge_with_next(b.library, b.id, b.link("A1")), ["A1"]),
        (lambda b: reviewing.move(b.library, b.id, Side.TARGET, b.link("A2"), up=True), ["A2"]),
        (lambda b: reviewing.unlink(b.library, b.id, b.links("A2")), ["A2"]),
        (lambda b: reviewing.link(b.library, b.id, b.paragraphs("A3"), b.paragraphs("B2")), ["A2"]),
        (lambda b: reviewing.link(b.library, b.id, b.paragraphs("A1"), b.paragraphs("A2", "B2")[1:]), ["A2"]),
        (lambda b: reviewing.merge_paragraphs(b.library, b.id, b.paragraphs("A1", "A2")), ["A1 A2"]),
    ],
)
def test_a_bookmark_stays_with_what_it_was_put_on(draw, verb, there):
    bitext = draw(THREE)
    reviewing.set_bookmarks(bitext.library, bitext.id, bitext.links("A2"), on=True)
    before = bitext.state()
    verb(bitext)
    assert marked(bitext) == there
    history.undo(bitext.library, bitext.id)
    assert bitext.state() == before


def test_a_bookmark_goes_on_to_the_heirs_heir(draw, do):
    bitext = draw(THREE)
    reviewing.set_bookmarks(bitext.library, bitext.id, bitext.links("A3"), on=True)
    do(bitext, reviewing.merge_with_next, bitext.link("A2"))
    do(bitext, reviewing.merge_with_next, bitext.link("A1"))
    assert marked(bitext) == ["A1"]


def test_aligning_again_keeps_bookmarks_and_rows_marked_with_a_reason(draw, do):
    bitext = draw("A1 A2 | B1\nA3 | B2 B3\nA4 | B5\nA5 | B4")
    reviewing.set_bookmarks(bitext.library, bitext.id, bitext.links("A1", "A3"), on=True)
    reviewing.mark_for_review(bitext.library, bitext.id, bitext.links("A4"), "crossed?")
    lexical = AlignOptions(engine=EngineChoice.LEXICAL)

    def again(library, id_):
        return realign(library, id_, lexical)

    do(bitext, again)
    assert "A4 | B5 ?" in bitext.picture()
    assert bitext.row("A4").link.reason == "crossed?"
    assert {"A1", "A3"} <= {p.text for r in bitext.all_rows() if r.link.bookmarked for p in r.source}
