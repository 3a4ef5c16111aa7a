"""Where two people differ, and what is made of it."""

import pytest

from taqabul.domain.annotation import AnnotationStatus, Ruling, attributes_from
from taqabul.domain.errors import EditConflict, InvalidEdit
from taqabul.workflow import history
from taqabul.workflow.annotating import adjudicating, marking, merging
from taqabul.workflow.annotating.comparing import Difference, cases
from taqabul.workflow.annotating.marking import Given
from taqabul.workflow.annotating.reading import annotated_bitext

PAIRS = (
    ("قال الوزير إنّ السلامَ قريبٌ جدا.", "The minister said that peace is very near."),
    ("طالب بانسحاب كامل.", "He demanded a complete withdrawal."),
    ("لم يقل متى.", "He did not say when."),
)


@pytest.fixture
def judge(studio, write):
    """A library with what rim and sami marked: alike, not alike, and what only one of them saw."""
    rim = write(*PAIRS, library=studio.open("rim", "rim.db"))
    sami = write(*PAIRS, library=studio.open("sami", "sami.db"))
    rim.mark("السلامَ قريبٌ")
    sami.mark("السلامَ قريبٌ")
    rim.mark("peace is very near", given=Given("claims", "claim", attributes_from({"type": ["opinion"]})))
    sami.mark("peace is very near", given=Given("claims", "claim", attributes_from({"type": ["prediction"]})))
    rim.mark("بانسحاب كامل")
    sami.mark("طالب بانسحاب كامل")
    rim.mark("minister", given=Given("entities", "person"))
    sami.mark("The minister", given=Given("entities", "organisation"))
    rim.mark("complete withdrawal")
    sami.mark("when")
    bitext = write(*PAIRS, library=studio.open("lina", "judge.db"))
    for other in (rim, sami):
        merging.merge(bitext.library, other.library)
    return bitext


def of(judge, difference):
    return next(one for one in cases(judge.library, judge.id, "rim", "sami") if one.difference is difference)


def test_cases_are_set_side_by_side_in_the_order_of_the_texts(judge):
    found = [
        (
            one.difference,
            *("".join(s.quote for s in side.spans) if side else None for side in (one.left, one.right)),
        )
        for one in cases(judge.library, judge.id, "rim", "sami")
    ]
    assert found == [
        (Difference.NONE, "السلامَ قريبٌ", "السلامَ قريبٌ"),
        (Difference.LABEL, "minister", "The minister"),
        (Difference.ATTRIBUTES, "peace is very near", "peace is very near"),
        (Difference.EXTENT, "بانسحاب كامل", "طالب بانسحاب كامل"),
        (Difference.LEFT_ONLY, "complete withdrawal", None),
        (Difference.RIGHT_ONLY, None, "when"),
    ]
    assert {one.difference for one in cases(judge.library, judge.id, "rim", "sami", "entities")} == {
        Difference.LABEL
    }


@pytest.mark.parametrize(
    ("ruling", "kept"),
    [(Ruling.LEFT, ["rim"]), (Ruling.RIGHT, ["sami"]), (Ruling.BOTH, ["rim", "sami"]), (Ruling.NEITHER, [])],
)
def test_a_decision_says_which_stand_and_is_remembered(judge, do, ruling, kept):
    case = of(judge, Difference.EXTENT)
    do(judge.drawn, adjudicating.decide, case, ruling, "longer is better")
    decided = of(judge, Difference.EXTENT).decision
    assert decided is not None
    assert (decided.ruling, decided.by, decided.reason) == (ruling, "lina", "longer is better")
    uids = {one.author: one.uid for one in (case.left, case.right)}
    assert set(decided.kept) == {uids[name] for name in kept}
    found = annotated_bitext(judge.library, judge.id)
    by_uid = {one.uid: one for one in found.annotations}
    assert adjudicating.what_became_of(judge.library, by_uid[uids["rim"]]) == decided
    for name, uid in uids.items():
        assert by_uid[uid].status is (AnnotationStatus.REVIEWED if name in kept else AnnotationStatus.DRAFT)


def test_something_else_can_stand_in_their_place_and_goes_when_it_is_reopened(judge, do):
    case = of(judge, Difference.EXTENT)
    words = judge.find("انسحاب كامل")
    do(judge.drawn, adjudicating.decide_otherwise, case, [words], Given("claims", "claim"))
    decided = of(judge, Difference.EXTENT)
    assert decided.decision.ruling is Ruling.EDITED
    made = [one for one in judge.all() if one.author == "lina"]
    assert [one.uid for one in made] == list(decided.decision.kept)
    do(judge.drawn, adjudicating.reopen, decided)
    assert of(judge, Difference.EXTENT).decision is None
    assert [one for one in judge.all() if one.author == "lina"] == []


def test_deciding_again_replaces_the_decision(judge):
    adjudicating.decide(judge.library, judge.id, of(judge, Difference.LABEL), Ruling.LEFT)
    adjudicating.decide_otherwise(
        judge.library,
        judge.id,
        of(judge, Difference.LABEL),
        [judge.find("minister")],
        Given("entities", "place"),
    )
    adjudicating.decide(judge.library, judge.id, of(judge, Difference.LABEL), Ruling.RIGHT)
    found = annotated_bitext(judge.library, judge.id)
    assert [one.ruling for one in found.decisions] == [Ruling.RIGHT]
    assert "lina" not in {one.author for one in found.annotations}


def test_there_must_be_something_to_keep_and_to_reopen(judge):
    with pytest.raises(InvalidEdit, match="nothing to keep"):
        adjudicating.decide(judge.library, judge.id, of(judge, Difference.LEFT_ONLY), Ruling.RIGHT)
    with pytest.raises(InvalidEdit, match="Nothing was decided"):
        adjudicating.reopen(judge.library, judge.id, of(judge, Difference.LEFT_ONLY))
    case = of(judge, Difference.LEFT_ONLY)
    marking.unmark(judge.library, judge.id, [case.left.id])
    with pytest.raises(EditConflict):
        adjudicating.decide(judge.library, judge.id, case, Ruling.LEFT)


def test_those_who_marked_see_what_became_of_it(judge, studio, write):
    adjudicating.decide(judge.library, judge.id, of(judge, Difference.EXTENT), Ruling.RIGHT, "whole demand")
    again = studio.open("rim", "rim.db")
    (brought,) = merging.merge(again, judge.library).brought
    assert brought[1].added["decision"] == 1
    (decision,) = annotated_bitext(again, brought[0]).decisions
    assert (decision.ruling, decision.by, decision.reason) == (Ruling.RIGHT, "lina", "whole demand")
    history.undo(again, brought[0])
    assert annotated_bitext(again, brought[0]).decisions == ()
