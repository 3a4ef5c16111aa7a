"""Long texts are cut where links are sure, so that the work grows with their length."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from taqabul.align.anchors import cut_points, longest_chain
from taqabul.align.encoder import Encoder
from taqabul.align.engine import align
from taqabul.align.texts import Texts
from taqabul.align.units import Floats, units_of

WORDS = [
    "بحر",
    "قمر",
    "خبز",
    "نهر",
    "حجر",
    "طير",
    "ملح",
    "شمس",
    "ورد",
    "ثلج",
    "جسر",
    "ذهب",
    "فيل",
    "كرم",
    "هرم",
    "ليل",
]


def sentences(count: int, seed: int = 0) -> list[str]:
    random = np.random.default_rng(seed)
    return [" ".join(random.choice(WORDS, size=6)) + "." for _ in range(count)]


def texts_of(source: list[str], target: list[str], encoder: Encoder | None) -> Texts:
    ours, theirs = units_of([[text] for text in source]), units_of([[text] for text in target])
    vectors = None
    if encoder is not None:
        vectors = (encoder.encode(ours.texts), encoder.encode(theirs.texts))
    return Texts(ours, theirs, vectors, (len(source), len(target)))


def test_short_texts_are_one_piece(encoder: Encoder) -> None:
    lines = sentences(100)
    assert cut_points(texts_of(lines, lines, encoder)) == [(0, 0), (100, 100)]


def test_long_texts_are_cut_on_the_path(encoder: Encoder) -> None:
    lines = sentences(600)
    points = cut_points(texts_of(lines, lines[50:], encoder))
    assert len(points) > 5
    assert all(i - j == 50 for i, j in points[1:-1])


def test_texts_without_anything_sure_are_cut_in_equal_steps() -> None:
    points = cut_points(texts_of(sentences(1000), sentences(2000, 1), None))
    assert points[0] == (0, 0)
    assert points[-1] == (1000, 2000)
    assert all(2 * i == j for i, j in points)


def test_unrelated_long_texts_are_cut_all_the_same(encoder: Encoder) -> None:
    target = [" ".join(f"{word}{n}" for word in ("lamp", "desk", "road")) + "." for n in range(900)]
    points = cut_points(texts_of(sentences(500), target, encoder))
    assert max(j - b for (_, b), (_, j) in pairwise(points)) <= 400


def test_a_long_text_against_nothing_is_no_matter() -> None:
    assert cut_points(texts_of(sentences(300), [], None))[-1] == (300, 0)


def many(count: int, seed: int = 0) -> Floats:
    """Vectors of texts that have nothing in common."""
    rows = np.random.default_rng(seed).normal(size=(count, 96)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def points_between(source: Floats, target: Floats) -> list[tuple[int, int]]:
    units = (units_of([["x"]] * len(side)) for side in (source, target))
    return cut_points(Texts(*units, (source, target), (len(source), len(target))))


def largest_piece(points: list[tuple[int, int]]) -> int:
    return max((i - k) * (j - m) for (k, m), (i, j) in pairwise(points))


@pytest.mark.parametrize("missing", [2_000, 9_000])
def test_a_missing_chapter_is_one_gap_and_what_follows_is_found_again(missing: int) -> None:
    source = many(12_000)
    target = np.concatenate([source[:1_500], source[1_500 + missing :]])
    for points in (points_between(source, target), [(i, j) for j, i in points_between(target, source)]):
        on_path = [j - i in (0, -missing) for i, j in points]
        assert sum(on_path) > 40
        assert all(on_path[k] for k, (i, _) in enumerate(points) if not 1_500 <= i <= 1_500 + missing)
        assert largest_piece(points) <= 400 * 400


def test_a_long_gap_takes_nothing_with_it() -> None:
    source = many(3_000)
    points = points_between(source, np.concatenate([source[:1_000], source[2_500:]]))
    assert all(j <= 1_002 for i, j in points if 1_000 <= i <= 2_498)


@pytest.mark.parametrize(("few", "much"), [(1, 500), (30, 5_000)])
def test_little_against_much_is_no_matter(few: int, much: int) -> None:
    target = many(much)
    points = points_between(target[much // 2 : much // 2 + few], target)
    assert points[0] == (0, 0)
    assert points[-1] == (few, much)
    assert largest_piece(points) <= 400 * 400
    assert max(j - b for (_, b), (_, j) in pairwise(points)) <= 1_600


def test_a_passage_is_found_wherever_it_stands() -> None:
    target = many(9_000)
    points = points_between(target[7_000:7_300], target)
    inside = [(i, j) for i, j in points if 1 < i < 290]
    assert len(inside) > 3
    assert all(j - i == 7_000 for i, j in inside)


def test_a_long_text_is_aligned_as_a_whole(encoder: Encoder) -> None:
    lines = sentences(450)
    found = align([[line] for line in lines], [[line] for line in lines[:200] + lines[230:]], encoder=encoder)
    right = sum(link.source == (j if j < 200 else j + 30,) for link in found.paragraphs for j in link.target)
    assert right >= 410


@given(
    st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), unique_by=lambda link: link[0], max_size=12)
)
def test_a_chain_ascends_on_both_sides(links: list[tuple[int, int]]) -> None:
    chain = longest_chain(links)
    assert set(chain) <= set(links)
    assert all(i < k and j < m for (i, j), (k, m) in pairwise(chain))


def test_the_longest_chain_is_kept() -> None:
    assert longest_chain([(0, 5), (1, 0), (2, 1), (3, 2)]) == [(1, 0), (2, 1), (3, 2)]
    assert longest_chain([]) == []


@pytest.mark.parametrize("count", [1, 3])
def test_a_short_text_is_sought_in_a_long_one(encoder: Encoder, count: int) -> None:
    points = cut_points(texts_of(sentences(count), sentences(400, 1), encoder))
    assert (points[0], points[-1]) == ((0, 0), (count, 400))
