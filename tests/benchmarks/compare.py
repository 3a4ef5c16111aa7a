"""Other aligners beside ours on the same gold: scores and seconds, as the table for the README.

    python tests/benchmarks/compare.py GOLD.jsonl... [--each N] [--hunalign BINARY] [--largest N]
        [--skip NAME]... [--json]

galechurch (Gale and Church 1993, by length) and sentweave (Vecalign's dynamic programming, Thompson and
Koehn 2019, with the encoder that Taqabul uses) are taken from where they are installed:
pip install galechurch==0.1.0 sentweave==0.3.3. hunalign (Varga et al. 2005) runs with -realign and no
dictionary. What is missing is left out. ``--each N`` takes the first N documents of a set and variant.
``--largest`` is sentweave's alignment_max_size: 8 unless told, 4 in Vecalign's own program. Seconds are
given with the encoding of the texts and without it (every vector already there).
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import numpy as np

from taqabul.align.encoder import Encoder, find_encoder
from taqabul.align.engine import align
from taqabul.align.evaluate import Score, pair_score, strict_score
from taqabul.align.linking import Pairing
from taqabul.align.units import Floats
from taqabul.domain.language import Language
from taqabul.domain.options import AlignOptions
from taqabul.segment.sentences import split_sentences
from taqabul.workflow.gold import GoldDocument, read_gold

Aligner = Callable[[GoldDocument, Encoder], list[Pairing]]


@dataclass(frozen=True)
class Measured:
    """What an aligner reached: strict and pair scores by set and variant, and its seconds."""

    aligner: str
    scores: Mapping[tuple[str, str], tuple[Score, Score]]
    seconds: float
    seconds_without_encoding: float


class Remembering:
    """An encoder that encodes a text once."""

    def __init__(self, encoder: Encoder) -> None:
        self.name, self._encoder = encoder.name, encoder
        self._vectors: dict[str, Floats] = {}

    def encode(self, texts: Sequence[str]) -> Floats:
        """One row a text."""
        missing = list(dict.fromkeys(text for text in texts if text not in self._vectors))
        for start in range(0, len(missing), 256):
            some = missing[start : start + 256]
            self._vectors |= zip(some, self._encoder.encode(some), strict=True)
        return np.stack([self._vectors[text] for text in texts])


def taqabul(document: GoldDocument, encoder: Encoder) -> list[Pairing]:
    """Ours, with default options."""
    texts = [
        [[text[start:end] for start, end in split_sentences(text, language)] for text in paragraphs]
        for paragraphs, language in (
            (document.source, Language.ARABIC),
            (document.target, Language.ENGLISH),
        )
    ]
    return [Pairing(link.source, link.target) for link in align(*texts, encoder=encoder).paragraphs]


def galechurch(document: GoldDocument, encoder: Encoder) -> list[Pairing]:
    """By length alone. A document too large for it is aligned as nothing."""
    import galechurch

    with suppress(ValueError):
        beads = galechurch.align(document.source, document.target).beads
        return [_stretch(b.source_start, b.source_end, b.target_start, b.target_end) for b in beads]
    return []


def sentweave(largest: int) -> Aligner:
    """Vecalign's path, over links of at most so many segments; it encodes every run that short."""

    def run(document: GoldDocument, encoder: Encoder) -> list[Pairing]:
        import sentweave

        found = sentweave.align(document.source, document.target, encoder, alignment_max_size=largest)
        return [Pairing(tuple(one.src_indices), tuple(one.tgt_indices)) for one in found.alignments]

    return run


def hunalign(binary: str) -> Aligner:
    """The program at ``binary``; each rung of the ladder it prints ends a link."""

    def run(document: GoldDocument, encoder: Encoder) -> list[Pairing]:
        with tempfile.TemporaryDirectory() as folder:
            names = [str(Path(folder, name)) for name in ("none.dic", "source", "target")]
            for name, lines in zip(names, ([], document.source, document.target), strict=True):
                text = "".join(f"{' '.join(line.split())}\n" for line in lines)
                Path(name).write_text(text, encoding="utf-8")
            done = subprocess.run([binary, "-realign", *names], capture_output=True, text=True, check=True)
        rungs = [[int(word) for word in line.split("\t")[:2]] for line in done.stdout.splitlines()]
        return [_stretch(i0, i1, j0, j1) for (i0, j0), (i1, j1) in pairwise(rungs)]

    return run


def _stretch(source: int, source_end: int, target: int, target_end: int) -> Pairing:
    return Pairing(tuple(range(source, source_end)), tuple(range(target, target_end)))


def chosen(paths: Sequence[Path], each: int) -> list[GoldDocument]:
    """The documents to align: all, or the first few of each set and variant."""
    seen: dict[tuple[str, str], int] = defaultdict(int)
    documents = []
    for document in (one for path in paths for one in read_gold(path)):
        seen[document.set, document.variant] += 1
        if not each or seen[document.set, document.variant] <= each:
            documents.append(document)
    return documents


def measure(name: str, run: Aligner, documents: Sequence[GoldDocument], encoder: Encoder) -> Measured:
    """The scores by set and variant, and the seconds with and without encoding."""
    scores: dict[tuple[str, str], tuple[Score, Score]] = defaultdict(lambda: (Score(), Score()))
    seconds = warm = 0.0
    for document in documents:
        remembering = Remembering(encoder)
        # Ours shares the work of the encoder it knows out among processors; a peer asks any encoder.
        found, took = _timed(run, document, encoder if run is taqabul else remembering)
        seconds += took
        if run is taqabul:
            run(document, remembering)
        warm += _timed(run, document, remembering)[1]
        strict, pairs = scores[document.set, document.variant]
        scores[document.set, document.variant] = (
            strict + strict_score(found, document.links),
            pairs + pair_score(found, document.links),
        )
    return Measured(name, scores, seconds, warm)


def _timed(run: Aligner, document: GoldDocument, encoder: Encoder) -> tuple[list[Pairing], float]:
    started = time.perf_counter()
    found = run(document, encoder)
    return found, time.perf_counter() - started


def table(results: Sequence[Measured]) -> Iterator[str]:
    """Strict F1 / pair F1 in Markdown: a line a set and variant, a column an aligner; then the seconds."""
    yield _line("strict F1 / pair F1", [one.aligner for one in results])
    yield _line("---", ["---"] * len(results))
    for group in results[0].scores:
        both = [one.scores[group] for one in results]
        yield _line(" ".join(group), [f"{strict.f1:.3f} / {pairs.f1:.3f}" for strict, pairs in both])
    yield _line("seconds", [f"{one.seconds:.2f}" for one in results])
    yield _line("seconds without encoding", [f"{one.seconds_without_encoding:.2f}" for one in results])


def _line(head: str, cells: Sequence[str]) -> str:
    return f"| {' | '.join([head, *cells])} |"


def as_object(one: Measured) -> dict[str, object]:
    """The same for programs."""
    rows = [
        {"set": name, "variant": variant, "strict_f1": strict.f1, "pair_f1": pairs.f1}
        for (name, variant), (strict, pairs) in one.scores.items()
    ]
    seconds = {"seconds": one.seconds, "seconds_without_encoding": one.seconds_without_encoding}
    return {"aligner": one.aligner, **seconds, "rows": rows}


def main() -> None:
    """Run what is there, print the table or JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--each", type=int, default=0)
    parser.add_argument("--hunalign", metavar="BINARY")
    parser.add_argument("--largest", type=int, default=8, help="sentweave's alignment_max_size")
    parser.add_argument("--skip", action="append", default=[])
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    encoder = find_encoder(AlignOptions())
    if encoder is None:
        raise SystemExit("The encoder package is needed here.")
    encoder.encode(["سلام", "peace"])
    aligners: dict[str, Aligner] = {"Taqabul": taqabul}
    peers = {"galechurch": galechurch, "sentweave": sentweave(asked.largest)}
    aligners |= {name: run for name, run in peers.items() if find_spec(name)}
    if asked.hunalign:
        aligners["hunalign"] = hunalign(asked.hunalign)
    documents = chosen(asked.gold, asked.each)
    results = []
    for name, run in aligners.items():
        if name not in asked.skip:
            print(f"{name}: {len(documents)} documents", file=sys.stderr)
            results.append(measure(name, run, documents, encoder))
    print(
        json.dumps([as_object(one) for one in results], indent=2) if asked.json else "\n".join(table(results))
    )


if __name__ == "__main__":
    main()
