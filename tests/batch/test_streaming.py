"""Work that ends the process that does it, on real workers."""

import gc
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from distributed import Client

from taqabul.batch.own_cluster import own_cluster
from taqabul.batch.streaming import Lost, Workers

# Dask leaves the socket of a worker that ended to the collector, which says so whenever it comes by.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


@pytest.fixture(autouse=True)
def _nothing_left() -> Iterator[None]:
    yield
    gc.collect()


@dataclass(frozen=True)
class Piece:
    number: int
    size: int = 10
    text: str = ""


def deadly(piece: Piece, bad: frozenset[int]) -> int:
    if piece.number in bad:
        os._exit(1)
    return piece.number * 2


def test_what_went_with_work_that_ends_its_workers_is_done_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(Path(__file__).parents[2])  # workers look for this module where we do
    pieces = [Piece(number) for number in range(20)]
    bad = frozenset({7})
    with own_cluster(2, "0") as (address, security), Client(address, security=security) as client:
        workers = Workers(client)
        done = dict(workers.stream(deadly, pieces, bad))
        for piece in [piece for piece, outcome in done.items() if isinstance(outcome, Lost)]:
            done |= dict(workers.stream(deadly, [piece], bad))
    assert {piece.number for piece, outcome in done.items() if isinstance(outcome, Lost)} == bad
    assert all(done[piece] == piece.number * 2 for piece in pieces if piece.number not in bad)


def test_a_large_text_goes_to_its_worker_without_a_word_to_the_person(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.syspath_prepend(Path(__file__).parents[2])
    book = Piece(1, 11 << 20, "x" * (11 << 20))  # Dask warns from 10 MB on, and a warning ends a test
    with own_cluster(1, "0") as (address, security), Client(address, security=security) as client:
        assert list(Workers(client).stream(deadly, [book], frozenset())) == [(book, 2)]
