"""Alpha for unitizing, on the example of Krippendorff (2004), page 254."""

import numpy as np
import pytest

from taqabul.domain.language import Side
from taqabul.measures.coding import Coding, Mark, Passage
from taqabul.measures.unitizing import Section, Unitizing, disagreement

_MARKED = {
    "c": ([(225, 70), (370, 30)], [(220, 80), (355, 20), (400, 20)]),
    "k": ([(180, 60), (300, 50)], [(180, 60), (300, 50)]),
}


@pytest.mark.parametrize(("label", "observed", "expected"), [("c", 0.0144, 0.0532), ("k", 0.0, 0.0490)])
def test_the_published_example(label: str, observed: float, expected: float) -> None:
    units = [[Section(*one) for one in some] for some in _MARKED[label]]
    found = disagreement(units, 150, 300)
    assert found.observed == pytest.approx(observed, abs=5e-5)
    assert found.expected == pytest.approx(expected, abs=5e-5)


def test_the_published_example_over_both_labels() -> None:
    marks = [
        Mark("ij"[who], 0, start - 150, start - 150 + length, label)
        for label, people in _MARKED.items()
        for who, some in enumerate(people)
        for start, length in some
    ]
    passages = (Passage(Side.SOURCE, 300, ()),)
    assert Unitizing(Coding(passages, tuple(marks), ("i", "j"))).alpha() == pytest.approx(0.859, abs=5e-4)


def test_the_same_stretches_cut_into_passages_agree_wholly() -> None:
    passages = (Passage(Side.SOURCE, 10, ()), Passage(Side.TARGET, 30, ()))
    marks = tuple(Mark(who, 1, 3, 9, "claim") for who in "ij")
    assert Unitizing(Coding(passages, marks, ("i", "j"))).alpha() == pytest.approx(1.0)


def test_overlapping_marks_of_one_person_count_as_one() -> None:
    passages = (Passage(Side.SOURCE, 40, ()),)
    apart = (Mark("i", 0, 3, 7, "claim"), Mark("i", 0, 5, 9, "claim"), Mark("j", 0, 3, 9, "claim"))
    assert Unitizing(Coding(passages, apart, ("i", "j"))).alpha() == pytest.approx(1.0)


def test_it_is_not_defined_where_nobody_marked_anything_or_one_person_did() -> None:
    passages = (Passage(Side.SOURCE, 40, ()),)
    assert Unitizing(Coding(passages, (), ("i", "j"))).alpha() is None
    assert Unitizing(Coding(passages, (Mark("i", 0, 3, 7, "claim"),), ("i",))).alpha() is None
    whole = tuple(Mark(who, 0, 0, 40, "claim") for who in "ij")
    assert Unitizing(Coding(passages, whole, ("i", "j"))).alpha() is not None


def test_passages_drawn_several_times_are_as_if_they_stood_there_so_often() -> None:
    lengths, drawn = (40, 25, 60), [(2, 0, 3), (1, 1, 1), (0, 3, 0), (0, 0, 1)]
    passages = tuple(Passage(Side.SOURCE, one, ()) for one in lengths)
    marks = (
        *(Mark(who, 0, 3, 9 + at, "claim") for at, who in enumerate("ijk")),
        Mark("i", 1, 0, 25, "claim"),
        Mark("j", 2, 50, 60, "claim"),
        Mark("k", 2, 40, 55, "claim"),
        Mark("k", 2, 0, 5, "other"),
    )
    people = tuple("ijk")
    spelt_out = []
    for times in drawn:
        order = [at for at, often in enumerate(times) for _ in range(often)]
        found = [
            Mark(mark.annotator, place, mark.start, mark.end, mark.label)
            for place, at in enumerate(order)
            for mark in marks
            if mark.passage == at
        ]
        spelt_out.append(Unitizing(Coding(tuple(passages[at] for at in order), tuple(found), people)).alpha())
    assert Unitizing(Coding(passages, marks, people)).alphas(np.array(drawn)) == pytest.approx(spelt_out)
