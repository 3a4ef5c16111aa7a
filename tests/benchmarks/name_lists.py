"""How well lists of names are aligned that stand in another order on each side; run by hand.

    python tests/benchmarks/name_lists.py [--cache FILE] [--size N]

The lists are drawn from CLDR (countries, languages, currencies, cities of time zones), one name a line,
each side without a tenth of its lines: shuffled on the target side, or each side in its own alphabetical
order. What the program knows of CLDR is switched off, so that transliteration and the encoder answer for
all; "names alone" uses no encoder. Printed: strict F1.
"""

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

from babel import Locale
from gold import CachedEncoder

from taqabul.align import traces
from taqabul.align.engine import align
from taqabul.align.evaluate import Score, strict_score
from taqabul.align.linking import Pairing
from taqabul.domain.options import AlignOptions, EngineChoice


def lists() -> dict[str, list[tuple[str, str]]]:
    """Arabic and English names of the same things."""
    arabic, english = Locale("ar"), Locale("en")
    cities = [
        (words["city"], zone.rpartition("/")[2].replace("_", " "))
        for zone, words in arabic.time_zones.items()
        if "city" in words and "/" in zone
    ]
    made = {"cities": list({city: (name, city) for name, city in cities}.values())}
    for kind in ("territories", "languages", "currencies"):
        ours, theirs = getattr(arabic, kind), getattr(english, kind)
        made[kind] = [(ours[code], theirs[code]) for code in ours if code in theirs]
    return made


def drawn(
    names: Sequence[tuple[str, str]], size: int, order: random.Random, *, shuffled: bool
) -> tuple[list[str], list[str], list[Pairing]]:
    """Both sides of a list, and which of their lines face each other."""
    chosen = order.sample(list(names), min(size, len(names)))
    kept = [[pair for pair in chosen if order.random() < 0.9] for _ in range(2)]
    if not shuffled:
        for side in (0, 1):
            kept[side].sort(key=lambda pair, side=side: pair[side].removeprefix("ال"))
    places = {pair: j for j, pair in enumerate(kept[1])}
    gold = [Pairing((i,), (places[pair],)) for i, pair in enumerate(kept[0]) if pair in places]
    if shuffled:
        new = list(range(len(kept[1])))
        order.shuffle(new)
        gold = [Pairing(pairing.source, (new[pairing.target[0]],)) for pairing in gold]
        kept[1] = [pair for _, pair in sorted(zip(new, kept[1], strict=True))]
    return [pair[0] for pair in kept[0]], [pair[1] for pair in kept[1]], gold


def score(drawing: tuple[list[str], list[str], list[Pairing]], encoder: CachedEncoder | None) -> Score:
    """Strict, of one list."""
    source, target, gold = drawing
    options = AlignOptions(engine=EngineChoice.AUTO if encoder else EngineChoice.LEXICAL)
    found = align([[t] for t in source], [[t] for t in target], options, encoder=encoder).paragraphs
    return strict_score([Pairing(link.source, link.target) for link in found], gold)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--size", type=int, default=150)
    given = parser.parse_args()
    encoder = CachedEncoder(given.cache)
    print(f"{'':24}{'with CLDR':>12}{'without':>12}{'names alone':>14}")
    known = traces.exonyms_in
    for name, names in lists().items():
        for shuffled in (True, False):
            drawing = drawn(names, given.size, random.Random(7), shuffled=shuffled)
            results = [score(drawing, encoder)]
            traces.exonyms_in = lambda text: ()
            results += [score(drawing, encoder), score(drawing, None)]
            traces.exonyms_in = known
            title = f"{name} {'shuffled' if shuffled else 'alphabetical'}"
            print(f"{title:24}{results[0].f1:12.3f}{results[1].f1:12.3f}{results[2].f1:14.3f}", flush=True)
    encoder.save()


if __name__ == "__main__":
    main()
