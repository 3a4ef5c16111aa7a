"""Runs of units that face each other off the path: found whole, and only where much speaks for them."""

import numpy as np
import pytest

from taqabul.align import runs
from taqabul.align.linking import Pairing
from taqabul.align.monotone import UnitLink
from taqabul.align.runs import Run, loose_units, moved_runs
from taqabul.align.texts import Texts
from taqabul.align.units import Floats, lay_out


def vectors(count: int, seed: int = 1) -> Floats:
    rows = np.random.default_rng(seed).normal(size=(count, 48)).astype(np.float32)
    unit: Floats = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return unit


def texts(ours: Floats, theirs: Floats) -> Texts:
    source, target = lay_out([["س" * 20]] * len(ours), [["t" * 20]] * len(theirs))
    return Texts(source, target, (ours, theirs), (len(ours), len(theirs)))


def link(i: int, j: int, gain: float) -> UnitLink:
    return UnitLink(Pairing((i,), (j,)), gain, 1.0, (0.0, 0.0), (0.0, 0.0))


def moved(block: slice, to: int, count: int = 30) -> Texts:
    ours = vectors(count)
    rest = [k for k in range(count) if k not in range(*block.indices(count))]
    return texts(ours, ours[[*rest[:to], *range(*block.indices(count)), *rest[to:]]])


def test_a_block_that_moved_is_a_run() -> None:
    """So is what it was moved out of: which of the two has moved depends on where one stands."""
    assert moved_runs(moved(slice(20, 26), 0), []) == [Run((0, 30), (6, 30)), Run((20, 26), (0, 6))]


def test_what_the_path_holds_is_no_run() -> None:
    """Sure links are out of question, weak ones of the path are not off it."""
    path = [link(k, k + 6, 20.0 if k % 2 else 1.0) for k in range(20)]
    assert moved_runs(moved(slice(20, 26), 0), path)[0] == Run((20, 26), (0, 6))


def test_blocks_of_the_table_agree_with_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """The best of a column is kept from block to block."""
    whole = moved_runs(moved(slice(20, 26), 0), [])
    monkeypatch.setattr(runs, "_BLOCK", 7)
    assert moved_runs(moved(slice(20, 26), 0), []) == whole


def test_twins_make_no_run() -> None:
    """Lines that stand twice cannot say which of the two is meant."""
    half = vectors(8)
    assert moved_runs(texts(np.concatenate((half, half)), np.concatenate((half, half))), []) == []


def test_two_pairs_are_too_few() -> None:
    """A chance likeness is not a section; nor are two loose units worth a search."""
    ours, theirs = vectors(12), vectors(12, seed=2)
    theirs[:2] = ours[10:]
    assert moved_runs(texts(ours, theirs), []) == []
    assert moved_runs(texts(ours[:2], theirs), []) == []


def test_without_vectors_there_are_none() -> None:
    source, target = lay_out([["نص"]], [["text"]])
    assert moved_runs(Texts(source, target, None, (1, 1)), []) == []


def test_of_too_many_units_the_longest_are_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "_MOST", 6)
    ours = vectors(20)
    source = [["س" * (60 if 10 <= k < 16 else 20)] for k in range(20)]
    order = [*range(10, 16), *range(10), *range(16, 20)]
    units = lay_out(source, [source[k] for k in order])
    found = moved_runs(Texts(*units, (ours, ours[order]), (20, 20)), [])
    assert found == [Run((10, 16), (0, 6))]


def test_units_of_weak_links_are_loose() -> None:
    """A link of two and one must bring as much for each."""
    weak = UnitLink(Pairing((1, 2), (1,)), 5.0, 1.0, (0.0, 0.0), (0.0, 0.0))
    ours, theirs = loose_units(texts(vectors(4), vectors(3)), [link(0, 0, 5.0), weak])
    assert ours.tolist() == [False, True, True, True]
    assert theirs.tolist() == [False, True, True]
