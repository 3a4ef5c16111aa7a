"""Alpha for unitizing, on the example of Krippendorff (2004), page 254."""

import pytest

from taqabul.domain.language import Side
from taqabul.measures.coding import Coding, Mark, Passage
from taqabul.measures.unitizing import Section, disagreement, unitizing_alpha

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
    assert unitizing_alpha(Coding(passages, tuple(marks), ("i", "j"))) == pytest.approx(0.859, abs=5e-4)


def test_the_same_stretches_cut_into_passages_agree_wholly() -> None:
    passages = (Passage(Side.SOURCE, 10, ()), Passage(Side.TARGET, 30, ()))
    marks = tuple(Mark(who, 1, 3, 9, "claim") for who in "ij")
    assert unitizing_alpha(Coding(passages, marks, ("i", "j"))) == pytest.approx(1.0)


def test_overlapping_marks_of_one_person_count_as_one() -> None:
    passages = (Passage(Side.SOURCE, 40, ()),)
    apart = (Mark("i", 0, 3, 7, "claim"), Mark("i", 0, 5, 9, "claim"), Mark("j", 0, 3, 9, "claim"))
    assert unitizing_alpha(Coding(passages, apart, ("i", "j"))) == pytest.approx(1.0)


def test_it_is_not_defined_where_nobody_marked_anything_or_one_person_did() -> None:
    passages = (Passage(Side.SOURCE, 40, ()),)
    assert unitizing_alpha(Coding(passages, (), ("i", "j"))) is None
    assert unitizing_alpha(Coding(passages, (Mark("i", 0, 3, 7, "claim"),), ("i",))) is None
    whole = tuple(Mark(who, 0, 0, 40, "claim") for who in "ij")
    assert unitizing_alpha(Coding(passages, whole, ("i", "j"))) is not None
