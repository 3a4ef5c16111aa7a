"""What others did to a bitext comes as one change that a screen brings in."""

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.changes import ChangeSet
from taqabul.domain.ids import BitextId, LinkId
from taqabul.workflow import history, reviewing
from taqabul.workflow.annotating.notes import add_note
from taqabul.workflow.others import composed, done_by_others, standing


def test_several_acts_come_as_one_and_once(draw, studio):
    mine = draw("A1 | B1\nA2 | B2\nA3 | B3\nA4 | B4")
    other = type(mine)(studio.open("samir"), mine.id)
    first, second, third, fourth = mine.links("A1", "A2", "A3", "A4")
    done_by_others(mine.library, mine.id)
    reviewing.merge_with_next(other.library, mine.id, first)
    reviewing.confirm(other.library, mine.id, [third])
    add_note(other.library, mine.id, fourth, "hm")
    found = done_by_others(mine.library, mine.id)
    assert found.by == ("samir",)
    assert found.changes.removed == (second,)
    assert set(found.changes.touched) >= {first, third, fourth}
    assert not found.changes.inserted
    mine.library.shown(mine.id, found.up_to)
    assert done_by_others(mine.library, mine.id) is None


def test_what_was_taken_back_meanwhile_is_told_as_it_is_now(draw, studio):
    mine = draw("A1 | B1\nA2 | B2\nA3 | B3")
    other = type(mine)(studio.open("samir"), mine.id)
    second = mine.link("A2")
    reviewing.merge_with_next(other.library, mine.id, mine.link("A1"))
    history.undo(other.library, mine.id)
    changes = done_by_others(mine.library, mine.id).changes
    assert second not in changes.removed
    assert second in changes.touched


def test_own_steps_between_do_not_hide_what_others_did(draw, studio):
    mine = draw("A1 | B1\nA2 | B2\nA3 | B3")
    other = type(mine)(studio.open("samir"), mine.id)
    first, last = mine.link("A1"), mine.link("A3")
    reviewing.confirm(other.library, mine.id, [first])
    reviewing.confirm(mine.library, mine.id, [last])
    assert done_by_others(mine.library, mine.id).changes.touched == (first,)


def test_what_concerns_other_texts_is_nothing_here(draw, studio):
    mine = draw("A1 | B1\nA2 | B2")
    apart = draw("C1 | D1\nC2 | D2")
    other = type(mine)(studio.open("samir"), apart.id)
    reviewing.confirm(other.library, apart.id, apart.links("C1"))
    assert done_by_others(mine.library, mine.id) is None


def test_a_row_that_came_and_went_is_not_told_of():
    kept, passing = LinkId(1), LinkId(2)
    steps = [
        ChangeSet(BitextId(1), "split", inserted=((passing, 50),), touched=(kept,)),
        ChangeSet(BitextId(1), "confirm", touched=(passing,)),
        ChangeSet(BitextId(1), "merge", removed=(passing,), moved=((kept, 70),)),
    ]
    whole = composed(steps)
    assert (whole.inserted, whole.removed) == ((), ())
    assert (whole.moved, whole.touched) == (((kept, 70),), (kept,))


def test_how_a_text_stands_and_who_made_it_so(draw, studio):
    mine = draw("A1 | B1\nA2 | B2")
    other = type(mine)(studio.open("samir"), mine.id)
    paragraph = mine.paragraph("B1")
    reviewing.edit_text(other.library, mine.id, paragraph, "B1 of samir")
    reviewing.confirm(mine.library, mine.id, mine.links("A2"))
    found = standing(mine.library, mine.id, paragraph)
    assert (found.paragraph.text, found.by) == ("B1 of samir", "samir")
    assert mine.row("A2").link.status is LinkStatus.CONFIRMED
