"""Confidence is held against what came true."""

import pytest

from taqabul.align.calibration import EDGES, Bin, Reliability, reliability


def test_a_link_is_in_the_bin_between_two_edges() -> None:
    found = reliability((edge, True) for edge in EDGES)
    assert [one.links for one in found.bins] == [1] * (len(EDGES) - 2) + [2]
    assert [one.low for one in found.ranges] == list(EDGES[:-1])


def test_bins_without_links_are_not_shown() -> None:
    (only,) = reliability([(0.42, False)]).ranges
    assert (only.low, only.high, only.held) == (0.4, 0.5, Bin(1, 0, 0.42))


def test_the_expected_error_is_the_distance_of_promise_and_truth() -> None:
    links = [(0.75, True)] * 3 + [(0.75, False)] + [(1.0, False)] * 4
    assert reliability(links).expected_error == pytest.approx(0.5)
    assert reliability(links[:4]).expected_error == 0.0


def test_sure_links_are_those_from_nine_tenths_on() -> None:
    sure = reliability([(0.9, True), (0.95, False), (1.0, True), (0.89, True)]).sure
    assert (sure.links, sure.right) == (3, 2)
    assert sure.right_share == pytest.approx(2 / 3)
    assert sure.mean_confidence == pytest.approx(0.95)


def test_reliabilities_add_up() -> None:
    links = [(0.3, True), (0.97, False), (0.31, False)]
    assert reliability(links[:1]) + reliability(links[1:]) == reliability(links)


def test_no_links_are_no_division_by_zero() -> None:
    nothing = Reliability()
    assert (nothing.expected_error, nothing.sure.right_share, nothing.sure.mean_confidence) == (0, 0, 0)
