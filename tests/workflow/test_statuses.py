"""Confirming, rejecting, marking rows."""

import numpy as np
import pytest

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.errors import EditConflict, InvalidInput
from taqabul.workflow import history, reviewing
from taqabul.workflow.rows import outline

THREE = "A1 | B1\nA2 | B2\nA3 | B3"


def test_confirming_marks_just_the_chosen_rows(draw, do):
    bitext = draw(THREE)
    changes = do(bitext, reviewing.confirm, bitext.links("A1", "A3"))
    assert bitext.picture() == "A1 | B1 +\nA2 | B2\nA3 | B3 +"
    assert changes.touched == tuple(bitext.links("A1", "A3"))


def test_a_confirmed_row_keeps_what_the_aligner_said_and_is_signed(draw, do):
    bitext = draw(THREE)
    do(bitext, reviewing.confirm, bitext.links("A1"))
    link = bitext.row("A1").link
    assert (link.confidence, link.evidence.meaning, link.changed_by) == (0.75, 0.5, "rim")


def test_confirming_up_to_a_row_takes_all_undecided_rows_above_it(draw, do):
    bitext = draw("A1 | B1\nA2 |\nA3 | B3\nA4 | B4\nA5 | B5")
    reviewing.mark_for_review(bitext.library, bitext.id, bitext.links("A1"))
    reviewing.reject(bitext.library, bitext.id, bitext.links("A3"))
    do(bitext, reviewing.confirm_up_to, bitext.link("A4"))
    assert bitext.picture() == "A1 | B1 +\nA2 | +\nA3 | B3 x\nA4 | B4 +\nA5 | B5"


@pytest.mark.parametrize(
    ("verb", "mark"), [(reviewing.reject, " x"), (reviewing.mark_for_review, " ?"), (reviewing.confirm, " +")]
)
def test_a_status_can_be_set_and_reset(draw, do, verb, mark):
    bitext = draw("A1 | B1")
    do(bitext, verb, bitext.links("A1"))
    assert bitext.picture() == "A1 | B1" + mark
    do(bitext, reviewing.reset_status, bitext.links("A1"))
    assert bitext.picture() == "A1 | B1"
    assert bitext.row("A1").link.status is LinkStatus.PROPOSED


def test_a_row_is_marked_with_a_reason_that_goes_when_the_row_is_decided_on(draw, do):
    bitext = draw(THREE)
    do(bitext, reviewing.mark_for_review, bitext.links("A1", "A2"), " number \n missing ")
    assert [row.link.reason for row in bitext.all_rows()] == ["number missing", "number missing", ""]
    reviewing.mark_for_review(bitext.library, bitext.id, bitext.links("A1"))
    assert bitext.row("A1").link.reason == "number missing"
    do(bitext, reviewing.mark_for_review, bitext.links("A1"), "another")
    assert bitext.row("A1").link.reason == "another"
    do(bitext, reviewing.confirm, bitext.links("A1"))
    do(bitext, reviewing.merge_with_next, bitext.link("A2"))
    assert [row.link.reason for row in bitext.all_rows()] == ["", ""]


def test_saying_what_was_said_already_writes_nothing(draw):
    bitext = draw("A1 | B1")
    reviewing.confirm(bitext.library, bitext.id, bitext.links("A1"))
    changes = reviewing.confirm(bitext.library, bitext.id, bitext.links("A1"))
    assert changes.journal is None
    assert changes.focus is None
    assert len(history.journal(bitext.library, bitext.id)) == 1


def test_a_row_that_is_gone_is_a_conflict(draw):
    bitext = draw("A1 | B1\nA2 | B2")
    gone = bitext.link("A2")
    reviewing.merge_with_next(bitext.library, bitext.id, bitext.link("A1"))
    with pytest.raises(EditConflict):
        reviewing.confirm(bitext.library, bitext.id, [gone])
    with pytest.raises(EditConflict):
        reviewing.confirm_up_to(bitext.library, bitext.id, gone)


def test_a_row_of_another_bitext_is_refused(draw, studio):
    bitext = draw("A1 | B1")
    other = draw("A1 | B1", bitext.library)
    with pytest.raises(EditConflict):
        reviewing.confirm(bitext.library, bitext.id, other.links("A1"))


def test_a_bitext_that_is_not_there_is_bad_input(draw):
    bitext = draw("A1 | B1")
    with pytest.raises(InvalidInput, match="no bitext 99"):
        reviewing.confirm(bitext.library, 99, bitext.links("A1"))


def test_all_proposed_pairs_that_are_sure_enough_are_confirmed_in_one_step(draw, do):
    bitext = draw("A1 | B1\nA2 |\nA3 | B3\nA4 | B4\nA5 | B5")
    reviewing.mark_for_review(bitext.library, bitext.id, bitext.links("A3"))
    reviewing.reject(bitext.library, bitext.id, bitext.links("A4"))
    brief = outline(bitext.library, bitext.id)
    facing = (brief.source_length > 0) & (brief.target_length > 0)
    assert not len(reviewing.sure_rows(brief.status, brief.confidence, facing, 0.76))
    places = reviewing.sure_rows(brief.status, brief.confidence, facing, 0.75)
    do(bitext, reviewing.confirm_sure, brief.links[places].tolist())
    assert bitext.picture() == "A1 | B1 +\nA2 |\nA3 | B3 ?\nA4 | B4 x\nA5 | B5 +"


def test_the_sample_of_the_doubtful_end_is_drawn_from_the_less_sure_third():
    confidence = np.linspace(0.4, 1.0, 90)
    places = reviewing.sure_rows(np.zeros(90, np.int8), confidence, np.ones(90, bool), 0.5)
    assert confidence[places].min() >= 0.5
    drawn = reviewing.doubtful(places, confidence, 8, np.random.default_rng(1))
    assert len(set(drawn.tolist())) == 8
    assert drawn.tolist() == sorted(drawn.tolist())
    assert set(drawn.tolist()) <= set(places[: len(places) // 3].tolist())
    assert (
        reviewing.doubtful(places[:3], confidence, 8, np.random.default_rng(1)).tolist()
        == places[:3].tolist()
    )


def test_the_reasons_given_last_come_from_all_bitexts_of_the_library_and_go_with_what_is_undone(draw, studio):
    bitext = draw("A1 | B1\nA2 | B2\nA3 | B3")
    library = bitext.library
    twin = studio.twin(bitext)
    assert reviewing.last_reasons(library, 5) == []
    for here, label, reason in ((bitext, "A1", "number"), (twin, "A2", "الاسم"), (bitext, "A3", "number")):
        reviewing.mark_for_review(library, here.id, [here.link(label)], reason)
    reviewing.mark_for_review(library, bitext.id, [bitext.link("A2")])
    assert reviewing.last_reasons(library, 5) == ["number", "الاسم"]
    assert reviewing.last_reasons(library, 1) == ["number"]
    history.undo(library, bitext.id)
    history.undo(library, bitext.id)
    assert reviewing.last_reasons(library, 5) == ["الاسم", "number"]
