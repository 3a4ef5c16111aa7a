"""Agreement, on worked examples others published and on small ones worked by hand."""

import pytest

from taqabul.domain.language import Side
from taqabul.measures.agreement import Figure, agreement, by_label, by_pair
from taqabul.measures.coding import Coding, Mark, Passage


def _coded(*answers: str) -> Coding:
    """Each string is one annotator's answers: a letter a word, a dot for none."""
    words = tuple((2 * k, 2 * k + 1) for k in range(len(answers[0])))
    marks = [
        Mark(f"person {who}", 0, 2 * k, 2 * k + 1, letter)
        for who, letters in enumerate(answers)
        for k, letter in enumerate(letters)
        if letter != "."
    ]
    people = tuple(f"person {who}" for who in range(len(answers)))
    return Coding((Passage(Side.SOURCE, 2 * len(answers[0]), words),), tuple(marks), people)


def test_cohens_kappa_of_fifty_grant_proposals() -> None:
    """Two readers, yes/yes 20, yes/no 5, no/yes 10, no/no 15: the example of the encyclopaedias, .40."""
    coding = _coded("y" * 25 + "n" * 25, "y" * 20 + "n" * 5 + "y" * 10 + "n" * 15)
    assert agreement(coding).cohen.value == pytest.approx(0.40)


def test_fleiss_kappa_of_fourteen_raters() -> None:
    """Ten subjects in five categories: the common worked example, .210."""
    table = """0 0 0 0 14|0 2 6 4 2|0 0 3 5 6|0 3 9 2 0|2 2 8 1 1|7 7 0 0 0|3 2 6 3 0|2 5 3 2 2|6 5 2 1 0|0 2 2 3 7"""
    rows = ["".join("abcde"[k] * int(n) for k, n in enumerate(row.split())) for row in table.split("|")]
    coding = _coded(*("".join(column) for column in zip(*rows, strict=True)))
    assert agreement(coding).fleiss.value == pytest.approx(0.210, abs=5e-4)
    assert agreement(coding).cohen == Figure(None)


@pytest.mark.parametrize(
    ("one", "other", "alpha"),
    [("0100000010", "1110010000", 0.095), ("aabbdcccedda", "babbbccceddd", 0.692)],
)
def test_krippendorffs_nominal_alpha(one: str, other: str, alpha: float) -> None:
    """The examples A and B of "Computing Krippendorff's Alpha-Reliability" (2011)."""
    assert agreement(_coded(one, other)).alpha.value == pytest.approx(alpha, abs=5e-4)


def test_f1_of_stretches_exact_and_overlapping() -> None:
    passage = Passage(Side.TARGET, 60, tuple((k, k + 4) for k in range(0, 60, 5)))
    coding = Coding(
        (passage,),
        (
            Mark("a", 0, 0, 9, "x"),
            Mark("b", 0, 0, 9, "x"),
            Mark("a", 0, 15, 24, "x"),
            Mark("b", 0, 15, 19, "x"),
            Mark("b", 0, 20, 24, "x"),
            Mark("a", 0, 30, 34, "x"),
            Mark("b", 0, 30, 34, "y"),
            Mark("a", 0, 44, 44, "x"),
            Mark("b", 0, 44, 44, "x"),
        ),
        ("a", "b"),
    )
    figures = agreement(coding)
    assert figures.exact.value == pytest.approx(2 * 2 / (4 + 5))
    assert figures.overlap.value == pytest.approx(2 * 3 / (4 + 5))


def test_nothing_is_made_up_where_nothing_was_marked() -> None:
    figures = agreement(_coded("....", "...."))
    assert (figures.exact, figures.cohen, figures.alpha, figures.unitizing) == (Figure(None),) * 4


def _two_sides() -> Coding:
    words = tuple((5 * k, 5 * k + 4) for k in range(10))
    passages = tuple(Passage(side, 50, words) for side in Side for _ in range(20))
    marks = [Mark("a", k, 0, 4, "x") for k in range(40)] + [Mark("a", k, 20, 24, "y") for k in range(5)]
    marks += [Mark("b", k, 0 if k % 4 else 10, 4 if k % 4 else 14, "x") for k in range(40)]
    return Coding(passages, tuple(marks), ("a", "b"))


def test_each_label_and_side_has_its_row_and_an_interval_around_its_value() -> None:
    rows = {(row.label, row.side): row for row in by_label(_two_sides())}
    assert set(rows) == {
        *((label, side) for label in (None, "x") for side in (None, *Side)),
        ("y", None),
        ("y", Side.SOURCE),
    }
    figure = rows["x", None].exact
    assert figure.value == pytest.approx(0.75)
    assert figure.low is not None
    assert figure.high is not None
    assert 0.5 < figure.low < 0.75 < figure.high < 1
    assert rows["y", None].marks == (("a", 5), ("b", 0))
    stretches = rows["x", None].unitizing
    assert stretches.low is not None
    assert stretches.value is not None
    assert stretches.high is not None
    assert stretches.low < stretches.value < stretches.high


def test_the_same_input_gives_the_same_intervals() -> None:
    assert by_label(_two_sides()) == by_label(_two_sides())


def test_everybody_is_set_beside_everybody() -> None:
    coding = _coded("xx..", "xx..", "..xx")
    pairs = {(row.one, row.other): row.agreement.cohen.value for row in by_pair(coding)}
    assert pairs[("person 0", "person 1")] == pytest.approx(1.0)
    assert pairs[("person 0", "person 2")] == pytest.approx(-1.0)
    assert len(pairs) == 3
