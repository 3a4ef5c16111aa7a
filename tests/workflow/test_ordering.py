"""The order of rows, in pictures: what an aligner gives, and the rows it becomes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taqabul.domain.chains import longest_chain
from taqabul.workflow.ordering import gaps, row_order


def rows_of(picture):
    """The lines of a picture in row order; numbers in labels are positions."""
    lines = picture.split(" / ")
    links = []
    for line in lines:
        source, target = line.split("|")
        links.append(tuple(tuple(int(word[1:]) for word in side.split()) for side in (source, target)))
    return " / ".join(lines[place] for place in row_order(links))


@pytest.mark.parametrize(
    ("proposed", "expected"),
    [
        ("A2|B2 / A1|B1", "A1|B1 / A2|B2"),
        ("A1| / A2|B1", "A1| / A2|B1"),
        ("A1|B2 / |B1", "|B1 / A1|B2"),
        ("A1|B1 / A2| / |B2 / A3|B3", "A1|B1 / |B2 / A2| / A3|B3"),
        ("|B3 / |B2 / A1|B1", "A1|B1 / |B2 / |B3"),
        ("A1|B3 / A2|B1 / A3|B2 / |B4", "A1|B3 / A2|B1 / A3|B2 / |B4"),
        ("A1|B1 / A2|B5 / A3|B2 / |B3 / A4|B4", "A1|B1 / A2|B5 / A3|B2 / |B3 / A4|B4"),
        ("A1 A2|B1 / A3|B2 B3 / |B4", "A1 A2|B1 / A3|B2 B3 / |B4"),
        ("A2|B1 / A1 A3|B2", "A1 A3|B2 / A2|B1"),
        ("|B2 / |B1", "|B1 / |B2"),
    ],
)
def test_rows_follow_the_source_and_guests_the_target_before_them(proposed, expected):
    assert rows_of(proposed) == expected


def test_no_links_make_no_rows():
    assert row_order([]) == []


@given(st.permutations(range(12)), st.sets(st.integers(0, 11)), st.sets(st.integers(0, 11)))
def test_every_link_gets_one_row(targets, without_source, without_target):
    links = []
    for source, target in enumerate(targets):
        if source in without_source:
            links.append(((source,), ()))
        if target in without_target:
            links.append(((), (target,)))
        if source not in without_source and target not in without_target:
            links.append(((source,), (target,)))
    links = [link for link in links if link[0] or link[1]]
    order = row_order(links)
    assert sorted(order) == list(range(len(links)))
    sources = [links[place][0][0] for place in order if links[place][0]]
    assert sources == sorted(sources)


@given(st.lists(st.integers(0, 9), max_size=9))
def test_the_chain_is_increasing_and_none_is_longer(values):
    chain = longest_chain(values)
    picked = [values[place] for place in chain]
    assert chain == sorted(set(chain))
    assert picked == sorted(set(picked))
    best = [1] * len(values)
    for place in range(len(values)):
        for before in range(place):
            if values[before] < values[place]:
                best[place] = max(best[place], best[before] + 1)
    assert len(chain) == max(best, default=0)


def test_gaps_hold_what_lies_between_anchors():
    anchors = [((2,), (1,)), ((4, 5), (4,))]
    assert gaps(anchors, [0, 1, 3, 6], [0, 2, 3, 5]) == [([0, 1], [0]), ([3], [2, 3]), ([6], [5])]
    assert gaps([], [0], [1]) == [([0], [1])]
