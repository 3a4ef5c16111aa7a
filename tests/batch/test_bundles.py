"""Work is handed out in bundles: one each at first, many while there is much, one each at the end."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from taqabul.batch.bundles import Bundles


@dataclass(frozen=True)
class Piece:
    number: int
    size: int = 1_000


def sizes(pieces: Iterator[Piece], threads: int) -> list[int]:
    """How many pieces each bundle holds; they come in their order."""
    bundles, found = Bundles(pieces), []
    while bundles.left:
        found.append(bundles.take(threads))
    numbers = [piece.number for bundle in found for piece in bundle]
    assert numbers == list(range(len(numbers)))
    return [len(bundle) for bundle in found]


@pytest.mark.parametrize("threads", [1, 2, 7])
def test_bundles_grow_and_shrink(threads: int) -> None:
    found = sizes((Piece(number) for number in range(600)), threads)
    assert sum(found) == 600
    assert found[:threads] == [1] * threads
    assert found[threads] == max(found) == 24
    shrinking = found[threads:]
    assert shrinking == sorted(shrinking, reverse=True)
    assert shrinking[-1] == 1


def test_a_few_are_shared_out_among_many() -> None:
    assert sizes((Piece(number) for number in range(10)), 8) == [1] * 10


def test_what_is_large_travels_alone() -> None:
    large = (Piece(number, 1_000 if number % 3 else 110_000) for number in range(60))
    assert max(sizes(large, 1)) == 5  # what is read ahead is large, too
    assert sizes((Piece(number, 70_000) for number in range(9)), 2) == [1] * 9


def test_no_more_is_read_ahead_than_fits() -> None:
    read = []

    def pieces() -> Iterator[Piece]:
        for number in range(30):
            read.append(number)
            yield Piece(number, 6 << 20)

    bundles = Bundles(pieces())
    for _ in range(3):
        bundles.take(1)
    assert len(read) <= 3 + 3


def test_nothing_is_nothing() -> None:
    assert not Bundles(iter(())).left
