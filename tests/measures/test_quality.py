"""The scorecard, against examples that others published, and by what must hold of any score.

The MQM figures are those of "The MQM Scoring Models" (themqm.org): ten minor errors in a thousand words leave 99
of 100; severities weigh 0, 1, 5 and 25. The sample of 5,000 words with two critical, three major and eight minor
errors (73 points, 14.6 in a thousand words) and the two points of the calibrated line (10 and 20 points in a
thousand words at a threshold of 90 with 10 acceptable) are worked out in public descriptions of tools that
implement it. WMT's weights are those of the README of google/wmt-mqm-human-evaluation.
"""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taqabul.measures.profiles import SEVERITIES, Calibration, Profile, profiles
from taqabul.measures.quality import Mistake, scorecard

MQM, WMT, LISA = profiles()["mqm"], profiles()["wmt"], profiles()["lisa"]


def errors(count: int, severity: str, label: str = "mistranslation", pair: int | None = 0, by: str = "Rana"):
    return [Mistake(pair, (label, "accuracy"), severity, by) for _ in range(count)]


def test_ten_minor_errors_in_a_thousand_words_leave_ninety_nine():
    card = scorecard(MQM, errors(10, "minor"), [1000])
    assert (card.points, card.per_thousand, card.score) == (10, 10, 99)


def test_five_thousand_words_with_two_critical_three_major_eight_minor():
    found = errors(2, "critical") + errors(3, "major") + errors(8, "minor") + errors(4, "neutral")
    card = scorecard(MQM, found, [2500, 2500])
    assert card.points == 73
    assert card.per_thousand == pytest.approx(14.6)
    assert card.score == pytest.approx(98.54)
    assert card.severities == {"neutral": 4, "minor": 8, "major": 3, "critical": 2}
    assert card.passed is False


@pytest.mark.parametrize(
    ("line", "points", "expected", "passed"),
    [
        (Calibration(90, 10), 10, 90, True),
        (Calibration(90, 10), 20, 80, False),
        (Calibration(98, 2), 2, 98, True),
        (Calibration(98, 2), 3, 97, False),
    ],
)
def test_the_calibrated_score_passes_at_the_points_that_are_acceptable(line, points, expected, passed):
    card = scorecard(replace(MQM, calibration=line), errors(points, "minor"), [1000])
    assert card.calibrated == pytest.approx(expected)
    assert card.passed is passed


def test_one_critical_error_fails_whatever_the_score():
    card = scorecard(MQM, errors(1, "critical"), [100_000])
    assert card.calibrated is not None
    assert card.calibrated > 99
    assert card.passed is False


def test_types_weigh_what_the_profile_says_of_them_or_of_the_label_above():
    weighed = replace(MQM, types={"accuracy": 2, "omission": 3})
    found = [*errors(1, "major"), *errors(1, "major", "omission"), Mistake(0, ("style",), "major", "Rana")]
    card = scorecard(weighed, found, [1000])
    assert {line.label: line.points for line in card.lines} == {
        "omission": 15,
        "mistranslation": 10,
        "style": 5,
    }
    assert [(line.label, line.points, line.count) for line in card.dimensions] == [
        ("accuracy", 25, 2),
        ("style", 5, 1),
    ]


def test_wmt_weighs_minor_punctuation_a_tenth_and_a_non_translation_twenty_five():
    def points(*lineage: str, severity: str) -> float:
        return WMT.points(lineage, severity)

    assert points("grammar", "fluency", severity="minor") == 1
    assert points("grammar", "fluency", severity="major") == 5
    assert points("punctuation", "fluency", severity="minor") == 0.1
    assert points("punctuation", "fluency", severity="major") == 5
    assert points("non-translation", severity="major") == 25
    assert points("mistranslation", "accuracy", severity="neutral") == 0


def test_wmt_counts_five_errors_of_a_pair_and_the_mean_of_annotators_then_of_pairs():
    found = (
        errors(7, "major", by="Rana") + errors(1, "minor", by="Sami") + errors(2, "minor", pair=1, by="Sami")
    )
    card = scorecard(WMT, found, [10, 10, 10, 10])
    # pair 1: (25 + 1) / 2; pair 2: (0 + 2) / 2; two pairs without errors
    assert card.score == pytest.approx((13 + 1 + 0 + 0) / 4)
    assert card.annotators == ("Rana", "Sami")
    assert scorecard(WMT, errors(1, "major"), [10], ["Rana", "Sami"]).score == pytest.approx(2.5)


def test_lisa_weighs_a_critical_error_ten():
    card = scorecard(LISA, errors(1, "critical") + errors(1, "major") + errors(1, "minor"), [200])
    assert card.score == pytest.approx((1 - 16 / 200) * 100)
    assert card.passed is None


def test_errors_without_a_known_severity_cost_nothing_and_are_told():
    card = scorecard(MQM, errors(2, "") + errors(1, "huge"), [1000])
    assert (card.points, card.unrated, card.errors) == (0, 3, 3)


def test_a_text_without_words_has_no_score():
    card = scorecard(MQM, errors(1, "minor"), [])
    assert (card.score, card.per_thousand, card.calibrated, card.interval) == (None, None, None, None)
    assert scorecard(WMT, [], []).score is None


def test_an_error_that_lost_its_place_counts():
    assert scorecard(MQM, errors(10, "minor", pair=None), [1000]).score == 99


def test_a_short_text_is_told_and_its_interval_is_wide():
    short = scorecard(MQM, errors(1, "major", pair=0), [20] * 10)
    long = scorecard(
        MQM, [one for pair in range(0, 1000, 10) for one in errors(1, "major", pair=pair)], [20] * 1000
    )
    assert short.is_small
    assert not long.is_small
    assert short.score == long.score
    assert short.interval is not None
    assert long.interval is not None
    assert short.interval.low <= short.score <= short.interval.high
    assert short.interval.high - short.interval.low > 3 * (long.interval.high - long.interval.low)


def test_the_interval_is_the_same_each_time():
    found = errors(3, "major", pair=2) + errors(4, "minor", pair=5)
    assert scorecard(MQM, found, [15] * 40) == scorecard(MQM, found, [15] * 40)


@st.composite
def texts(draw: st.DrawFn):
    words = draw(st.lists(st.integers(1, 200), min_size=1, max_size=20))
    found = draw(
        st.lists(
            st.builds(
                Mistake,
                st.integers(0, len(words) - 1),
                st.sampled_from([("omission", "accuracy"), ("punctuation", "fluency"), ("style",)]),
                st.sampled_from(SEVERITIES),
                st.sampled_from(["Rana", "Sami"]),
            ),
            max_size=30,
        )
    )
    return words, found


@settings(deadline=None, max_examples=40)
@given(texts(), st.sampled_from([MQM, WMT, LISA]))
def test_parts_make_up_the_whole(text: tuple[list[int], list[Mistake]], profile: Profile):
    words, found = text
    card = scorecard(profile, found, words)
    for lines in (card.lines, card.dimensions):
        assert sum(line.points for line in lines) == pytest.approx(card.points)
        assert sum(line.count for line in lines) == len(found) == card.errors
    assert sum(card.severities.values()) + card.unrated == len(found)


@settings(deadline=None, max_examples=40)
@given(texts(), st.sampled_from([MQM, LISA]))
def test_one_error_more_never_makes_it_better(text: tuple[list[int], list[Mistake]], profile: Profile):
    words, found = text
    before = scorecard(profile, found, words).score
    after = scorecard(profile, [*found, *errors(1, "major")], words).score
    assert before is not None
    assert after is not None
    assert after < before
