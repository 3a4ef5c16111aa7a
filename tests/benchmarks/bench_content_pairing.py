"""Pair texts by content, of gold documents whose pairs are known: precision and recall, with texts that nothing faces.

    python -m tests.benchmarks.bench_content_pairing GOLD.jsonl… [--drop .15] [--seeds 3] [--links 12]

Documents of the variant "plain" (or any, where a set has no other) are cut every ``--links`` links; a share of the
pieces is dropped on each side. Each set is also paired by itself, where all texts are of one kind.
"""

import argparse
import random
import time
from collections.abc import Sequence
from pathlib import Path

from taqabul.align.encoder import find_encoder
from taqabul.domain.language import Language
from taqabul.domain.options import AlignOptions
from taqabul.workflow import content_pairing
from taqabul.workflow.content_pairing import Fingerprint, fingerprint, match_texts
from taqabul.workflow.gold import GoldDocument, read_gold

Both = tuple[Fingerprint, Fingerprint]


def pieces(path: Path, links: int, most: int) -> list[tuple[list[str], list[str]]]:
    """The documents of a set cut into pairs of texts; a very long one is drawn from evenly."""
    found = []
    documents = list(read_gold(path))
    plain = [one for one in documents if one.variant == "plain"] or documents
    for one in plain:
        starts = range(0, len(one.links), links)
        for start in starts[:: max(1, len(starts) // most)]:
            sides = _piece(one, start, links)
            if all(len(side) >= 4 or not start for side in sides) and all(sides):
                found.append(sides)
    return found


def _piece(document: GoldDocument, start: int, links: int) -> tuple[list[str], list[str]]:
    chosen = document.links[start : start + links]
    return (
        [document.source[i] for link in chosen for i in link.source],
        [document.target[j] for link in chosen for j in link.target],
    )


def measure(texts: Sequence[Both], drop: float, seed: int) -> tuple[int, int, int]:
    """How many matches are right, how many there are, how many there should be."""
    draw = random.Random(seed)
    kept = [[n for n in range(len(texts)) if draw.random() >= drop] for _ in range(2)]
    draw.shuffle(kept[1])
    found = match_texts([texts[n][0] for n in kept[0]], [texts[n][1] for n in kept[1]])
    right = sum(kept[0][one.arabic] == kept[1][one.english] for one in found)
    return right, len(found), len({*kept[0]} & {*kept[1]})


def told(name: str, texts: Sequence[Both], options: argparse.Namespace) -> None:
    figures = [measure(texts, options.drop, seed) for seed in range(options.seeds)]
    right, found, wanted = (sum(column) for column in zip(*figures, strict=True))
    print(f"{name:12} {len(texts):6} texts  precision {right / found:.3f}  recall {right / wanted:.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--drop", type=float, default=0.15)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--links", type=int, default=12)
    parser.add_argument("--most", type=int, default=250, help="pieces of one document")
    options = parser.parse_args()
    encoder = find_encoder(AlignOptions())
    if encoder is None:
        raise SystemExit("There is no encoder.")
    encoder.encode(["warm"])
    sets: dict[str, list[Both]] = {}
    started = time.process_time()
    for path in options.gold:
        sets[path.stem] = [
            (fingerprint(ours, Language.ARABIC, encoder), fingerprint(theirs, Language.ENGLISH, encoder))
            for ours, theirs in pieces(path, options.links, options.most)
        ]
    spent = time.process_time() - started
    everything = [one for some in sets.values() for one in some]
    print(f"{spent / max(1, 2 * len(everything)) * 1000:.0f} ms of a processor a text")
    told("all", everything, options)
    for name, some in sets.items():
        told(name, some, options)
    for margin in (0.0, 0.04, 0.08):
        content_pairing.LEAST_MARGIN = margin  # type: ignore[misc]
        told(f"margin {margin}", everything, options)


if __name__ == "__main__":
    main()
