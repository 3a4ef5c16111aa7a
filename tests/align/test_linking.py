"""Small links join into large ones, and rows stand in reading order."""

from hypothesis import given
from hypothesis import strategies as st

from taqabul.align.linking import Pairing, connect, in_rows


def test_pairings_that_share_a_segment_become_one() -> None:
    assert connect([Pairing((0,), (0,)), Pairing((1,), (0,)), Pairing((2,), (1,))], (3, 2)) == [
        Pairing((0, 1), (0,)),
        Pairing((2,), (1,)),
    ]


def test_segments_in_no_pairing_stand_alone() -> None:
    assert connect([], (1, 2)) == [Pairing((), (0,)), Pairing((), (1,)), Pairing((0,), ())]


def test_a_target_alone_follows_the_row_of_the_target_before_it() -> None:
    rows = in_rows([Pairing((), (1,)), Pairing((1,), (2,)), Pairing((0,), (0,))])
    assert rows == [Pairing((0,), (0,)), Pairing((), (1,)), Pairing((1,), (2,))]


PAIRINGS = st.lists(
    st.builds(
        lambda source, target: Pairing(tuple(sorted(source)), tuple(sorted(target))),
        st.sets(st.integers(0, 5), min_size=1, max_size=2),
        st.sets(st.integers(0, 6), min_size=1, max_size=2),
    ),
    max_size=8,
)


@given(PAIRINGS)
def test_every_segment_is_in_one_row(pairings: list[Pairing]) -> None:
    rows = connect(pairings, (6, 7))
    assert sorted(i for row in rows for i in row.source) == list(range(6))
    assert sorted(j for row in rows for j in row.target) == list(range(7))


@given(PAIRINGS)
def test_the_order_of_the_pairings_does_not_matter(pairings: list[Pairing]) -> None:
    assert connect(pairings, (6, 7)) == connect(pairings[::-1], (6, 7))
