"""How well moved sections are found, and whether crossings are invented where there are none; run by hand.

    python tests/benchmarks/moved.py GOLD.jsonl... [--cache FILE] [--every N] [--length N]

From documents of gold files (short ones joined with others of their set and variant, long ones cut into
pieces of ``--length`` links), a section of 5 to 30 source paragraphs is moved as a whole on the target side,
with the merges and deletions the gold has. Printed by set and variant: strict F1 of the moved documents
without and with crossings, the share of the moved links found, and how many crossing links are wrong, in
the moved documents, in the same documents unmoved, and between halves of documents that have nothing in common.
"""

import argparse
import random
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

from gold import CachedEncoder, Case, cut_long, load_cases

from taqabul.align import engine
from taqabul.align.evaluate import Score, strict_score
from taqabul.align.linking import Pairing, in_rows
from taqabul.domain import chains

VARIANTS = ("plain", "del", "merge", "mergedel")
SHORTEST = 24


def joined(cases: Sequence[Case]) -> Iterator[Case]:
    """Documents of at least so many links, short ones joined with their followers."""
    waiting: list[Case] = []
    for case in cases:
        if waiting and (waiting[0].set, waiting[0].variant) != (case.set, case.variant):
            waiting = []
        waiting.append(case)
        if sum(len(part.links) for part in waiting) >= SHORTEST:
            yield _join(waiting)
            waiting = []


def _join(cases: Sequence[Case]) -> Case:
    source: list[list[str]] = []
    target: list[list[str]] = []
    links: list[Pairing] = []
    for case in cases:
        links += [_shifted(link, len(source), len(target)) for link in case.links]
        source += case.source
        target += case.target
    return Case(cases[0].id, cases[0].variant, source, target, tuple(links))


def _shifted(link: Pairing, down: int, right: int) -> Pairing:
    return Pairing(tuple(i + down for i in link.source), tuple(j + right for j in link.target))


def with_moved_section(case: Case, order: random.Random) -> tuple[Case, set[Pairing]]:
    """The document with a section moved on the target side, and the links of that section."""
    rows = in_rows(case.links)
    size = min(order.randint(5, 30), len(rows) // 3)
    first = order.randrange(len(rows) - size + 1)
    section, rest = rows[first : first + size], rows[:first] + rows[first + size :]
    places = [k for k in range(len(rest) + 1) if abs(k - first) >= 5]
    place = order.choice(places)
    told = [j for row in (*rest[:place], *section, *rest[place:]) for j in sorted(row.target)]
    now = {j: number for number, j in enumerate(told)}
    moved = {row: Pairing(row.source, tuple(sorted(now[j] for j in row.target))) for row in rows}
    made = Case(
        f"{case.id}__moved", case.variant, case.source, [case.target[j] for j in told], tuple(moved.values())
    )
    return made, {moved[row] for row in section if row.faces}


def unrelated(cases: Sequence[Case]) -> list[Case]:
    """The source of each document against the target of the next."""
    return [
        Case(f"{one.id}__unrelated", one.variant, one.source, other.target, ())
        for one, other in pairwise(cases)
    ]


def found_links(case: Case, encoder: CachedEncoder) -> list[Pairing]:
    """What the engine finds, links with two sides."""
    found = engine.align(case.source, case.target, encoder=encoder).paragraphs
    return [Pairing(link.source, link.target) for link in found if link.source and link.target]


def false_crossings(found: Sequence[Pairing], gold: Sequence[Pairing]) -> int:
    """Links off the longest chain that hold no right pair."""
    right = {(i, j) for link in gold for i in link.source for j in link.target}
    rows = sorted(found)
    chain = set(chains.longest_chain([row.target[0] for row in rows]))
    apart = [row for place, row in enumerate(rows) if place not in chain]
    return sum(all((i, j) not in right for i in row.source for j in row.target) for row in apart)


@contextmanager
def without_crossings() -> Iterator[None]:
    """Let the engine find the monotone path only."""
    moved, pairs = engine.move_sections, engine.crossing_pairs
    engine.move_sections = lambda texts, links, weights: list(links)
    engine.crossing_pairs = lambda *given: []
    try:
        yield
    finally:
        engine.move_sections, engine.crossing_pairs = moved, pairs


class Row:
    """Counts that add up over the documents of one set and variant."""

    def __init__(self) -> None:
        self.documents = self.false_moved = self.false_plain = self.false_unrelated = 0
        self.without, self.score, self.section = Score(), Score(), Score()
        self.seconds = [0.0, 0.0]

    def add(self, case: Case, encoder: CachedEncoder, order: random.Random) -> None:
        """Move a section of a document and look."""
        made, section = with_moved_section(case, order)
        self.false_plain += false_crossings(found_links(case, encoder), case.links)
        started = time.perf_counter()
        with without_crossings():
            self.without += strict_score(found_links(made, encoder), made.links)
        between = time.perf_counter()
        found = found_links(made, encoder)
        self.seconds[0] += between - started
        self.seconds[1] += time.perf_counter() - between
        self.documents += 1
        self.score += strict_score(found, made.links)
        self.section += Score(len(section & set(found)), len(section), len(section))
        self.false_moved += false_crossings(found, made.links)

    def show(self, name: str) -> str:
        """One line."""
        return (
            f"{name:22}{self.documents:6d}{self.without.f1:9.4f}{self.score.f1:9.4f}{self.section.recall:9.4f}"
            f"{self.false_moved:7d}{self.false_plain:7d}{self.false_unrelated:7d}"
            f"{self.seconds[1] / max(self.seconds[0], 1e-9):7.2f}"
        )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--length", type=int, default=200)
    parser.add_argument("--pieces", type=int, default=12)
    given = parser.parse_args()
    encoder, order = CachedEncoder(given.cache), random.Random(4)
    cases = [p for case in load_cases(given.gold) for p in cut_long(case, given.length, given.pieces)]
    cases = [case for case in cases if case.variant in VARIANTS][:: given.every]
    rows: dict[tuple[str, str], Row] = defaultdict(Row)
    documents = list(joined(cases))
    for case in documents:
        rows[case.set, case.variant].add(case, encoder, order)
    for case in unrelated(documents):
        rows[case.set, case.variant].false_unrelated += false_crossings(found_links(case, encoder), ())
    print(
        f"{'':22}{'docs':>6}{'without':>9}{'with':>9}{'section':>9}{'false':>7}{'plain':>7}{'unrel':>7}{'time':>7}"
    )
    for (name, variant), row in rows.items():
        print(row.show(f"{name} {variant}"))
    encoder.save()


if __name__ == "__main__":
    main()
