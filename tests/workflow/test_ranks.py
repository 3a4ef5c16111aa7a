"""Sparse ranks."""

from hypothesis import given
from hypothesis import strategies as st

from taqabul.workflow.ranks import fit, make_room, spread

RANKS = st.lists(st.integers(-50, 50) | st.none(), max_size=12)


def test_new_ranks_lie_evenly_between_two():
    assert spread(0, 100, 3) == [25, 50, 75]
    assert spread(None, 0, 2) == [-2048, -1024]
    assert spread(5, None, 2) == [1029, 2053]
    assert spread(None, None, 1) == [1024]
    assert spread(7, 8, 1) is None


@given(RANKS)
def test_fitted_ranks_ascend_and_what_was_in_order_stays(ranks):
    fitted = fit(ranks)
    assert fitted == sorted(set(fitted))
    assert len(fitted) == len(ranks)


def test_fitting_keeps_all_it_can():
    assert fit([10, None, 30, 20, 40]) == [10, 13, 16, 20, 40]
    assert fit([1, None, 2]) == [1024, 2048, 3072]


@given(
    st.sets(st.integers(0, 40), min_size=2, max_size=12).map(sorted),
    st.data(),
    st.integers(1, 3),
    st.tuples(st.booleans(), st.booleans()),
)
def test_room_is_made_without_touching_what_lies_beyond(ranks, data, how_many, bounded):
    at = data.draw(st.integers(0, len(ranks)))
    fitted = make_room(ranks, at, how_many, bounded)
    if fitted is None:
        assert any(bounded)
        return
    assert fitted == sorted(set(fitted))
    assert len(fitted) == len(ranks) + how_many
    if bounded[0]:
        assert fitted[0] == ranks[0]
    if bounded[1]:
        assert fitted[-1] == ranks[-1]
