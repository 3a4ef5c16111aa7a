"""How often the checks cry wolf, and what they find of errors planted in translations; run by hand.

    python tests/benchmarks/bench_checks.py GOLD.jsonl [--half 0|1] [--limit N] [--show]

The plain documents of the file are taken for one bitext. First the share of pairs in which each check finds
something, hints apart, and in which any does: the translations are professional, so most of it is false, but read
it (``--show``). Then errors are planted (``planting.py``), one in each pair that can hold one, and for each kind the
share is told in which a check that should says something it did not say before. Checks of the whole bitext look at
the pairs as they are.
"""

import argparse
import time
from collections import defaultdict
from pathlib import Path

from planting import Planter, gold_pairs

from taqabul.checks.records import Finding, Pair, Severity
from taqabul.checks.registry import on_bitext, on_pair
from taqabul.checks.whole import Whole, whole_of
from taqabul.domain.options import AlignOptions
from taqabul.workflow.checking import chosen
from taqabul.workflow.pair_meaning import Meanings

SHOULD = {
    "number": {"numbers"},
    "unit": {"units"},
    "sentence": {"omission"},
    "name": {"names"},
    "untranslated": {"untranslated"},
}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--limit", type=int)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    named = gold_pairs(options.gold, options.half, options.limit)
    pairs = [pair for _, pair in named]
    meanings = Meanings.found(AlignOptions())
    meanings.prepare(list(pairs[:1]))
    begun = time.perf_counter()
    meanings.prepare(pairs)
    whole = whole_of(pairs, meanings.told)
    found = {pair.link: list(on_pair(chosen(), meanings.told(pair), whole)) for pair in pairs}
    for one in on_bitext(chosen(), pairs, whole):
        found[one.link].append(one)
    print(f"{len(pairs)} pairs checked in {time.perf_counter() - begun:.1f} s")
    alarms(pairs, found, show=options.show)
    planted(Planter(named), found, whole, meanings, show=options.show)


def alarms(pairs: list[Pair], found: dict[int, list[Finding]], *, show: bool) -> None:
    """What is found in the translations as they are."""
    held: dict[str, set[int]] = defaultdict(set)
    for link, findings in found.items():
        for one in findings:
            held[one.check if one.severity is not Severity.HINT else f"{one.check} (hint)"].add(link)
    for name, links in sorted(held.items(), key=lambda one: -len(one[1])):
        print(f"  {name:26} {len(links):4} pairs {100 * len(links) / len(pairs):5.2f} %")
    together = set().union(*(links for name, links in held.items() if "hint" not in name))
    print(f"  all but hints together     {len(together):4} pairs {100 * len(together) / len(pairs):5.2f} %")
    print(f"  hints as well              {len(set().union(*held.values())):4} pairs")
    if show:
        texts = {pair.link: pair for pair in pairs}
        for link, findings in found.items():
            for one in findings:
                quotes = [
                    text[max(0, a - 30) : b + 30]
                    for text, spans in (
                        (texts[link].source, one.problem.source),
                        (texts[link].target, one.problem.target),
                    )
                    for a, b in spans
                ]
                print(f"    {link} {one.check}/{one.severity}: {one.text[:80]} | {' | '.join(quotes)[:300]}")


def planted(
    planter: Planter, found: dict[int, list[Finding]], whole: Whole, meanings: Meanings, *, show: bool
) -> None:
    """What is found of planted errors."""
    makers = {
        "number": lambda place: planter.number(planter.pairs[place][1]),
        "unit": lambda place: planter.unit(planter.pairs[place][1]),
        "sentence": planter.sentence,
        "name": lambda place: planter.name(planter.pairs[place][1]),
        "untranslated": lambda place: planter.untranslated(planter.pairs[place][1]),
    }
    for kind, make in makers.items():
        made = [one for place in range(len(planter.pairs)) if (one := make(place)) is not None]
        meanings.prepare(made)
        seen, seen_at_all = 0, 0
        for pair in made:
            before = {(one.check, one.text) for one in found[pair.link]}
            now = [
                one for one in on_pair(chosen(), meanings.told(pair), whole)
                if (one.check, one.text) not in before and one.severity is not Severity.HINT
            ]  # fmt: skip
            # What a check says of omissions is the same sentence everywhere: a second one counts.
            hit = any(one.check in SHOULD[kind] for one in now) or (
                kind == "sentence"
                and any(one.check == "omission" for one in on_pair(chosen(), meanings.told(pair), whole))
            )
            seen += hit
            seen_at_all += hit or bool(now)
            if show and not hit:
                print(f"    missed {kind}: {pair.link} {pair.source[:150]} | {pair.target[:150]}")
        share = 100 / max(len(made), 1)
        print(
            f"  {kind:14} {len(made):4} planted, found {seen * share:5.1f} %, by any check {seen_at_all * share:5.1f} %"
        )


if __name__ == "__main__":
    main()
