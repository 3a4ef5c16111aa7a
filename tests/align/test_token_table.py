"""Rows of token types: the same in any company, bounded, and right while several threads ask."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np

from taqabul.align.token_table import BLOCK, TokenTable
from taqabul.align.units import Floats, Ints


def counting_table(capacity: int) -> tuple[TokenTable, list[int]]:
    """A table of 1,000 types whose rows tell their type, and the types that were worked out."""
    computed: list[int] = []

    def compute(types: Ints) -> tuple[Floats, Floats]:
        assert len(types) == BLOCK
        computed.extend(dict.fromkeys(types.tolist()))
        return types[:, None] * np.ones((1, 2), np.float32), -types[:, None] * np.ones((1, 3), np.float32)

    return TokenTable(compute, 1000, (2, 3), capacity), computed


def check(table: TokenTable, tokens: Ints) -> None:
    rows = table.rows(tokens)
    assert np.array_equal(rows.own[rows.places], tokens[:, None] * np.ones((1, 2)))
    assert np.array_equal(rows.slots[rows.places], -tokens[:, None] * np.ones((1, 3)))
    assert not rows.own[0].any()
    assert not rows.slots[0].any()


def test_a_type_is_worked_out_once() -> None:
    table, computed = counting_table(100)
    check(table, np.array([7, 0, 7, 999]))
    check(table, np.array([999, 7, 3]))
    assert sorted(computed) == [0, 3, 7, 999]


def test_where_the_table_is_full_what_was_asked_for_last_stays() -> None:
    table, computed = counting_table(40)
    check(table, np.arange(20))
    check(table, np.arange(20, 40))
    check(table, np.arange(15))
    before = table.rows(np.arange(15))
    check(table, np.arange(40, 55))
    assert np.array_equal(before.own[before.places][:, 0], np.arange(15))
    del computed[:]
    check(table, np.arange(15))
    assert not computed
    check(table, np.arange(15, 20))
    assert computed == list(range(15, 20))


def test_several_threads_may_ask_a_table_that_is_too_small_for_all() -> None:
    table, _ = counting_table(60)
    chance = np.random.default_rng(3)
    asked = [chance.integers(0, 1000, size=table.most) for _ in range(400)]
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda tokens: check(table, tokens), asked))
