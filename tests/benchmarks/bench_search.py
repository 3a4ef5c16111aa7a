"""Times searching in a large library: every kind of question, edits in between. Run by hand.

    .venv/bin/python tests/benchmarks/bench_search.py [PARAGRAPHS] [--meaning]

Builds a library of PARAGRAPHS paragraphs (100,000 by default, half of them Arabic) of made-up words in natural
proportions in a temporary folder, asks each kind of question again and again, of the whole library, and prints
milliseconds: the first time, then median and 95th percentile; and how much memory the searching added.
``--meaning`` asks by meaning too: ``--meaning real`` encodes the library first, which takes minutes, else the
library is given made-up vectors (points of the sphere), as many as the encoder would have made.
"""

import random
import resource
import sys
import tempfile
import time
from itertools import accumulate
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "desktop"))

import numpy as np

from taqabul.align.encoder import EmbeddedEncoder
from taqabul.align.units import unit_texts
from taqabul.domain.bitext import Alignment, Evidence, ProposedLink
from taqabul.domain.ids import BitextId
from taqabul.domain.options import ImportOptions, ParagraphRule
from taqabul.domain.search import EXACT, Kind, Query
from taqabul.workflow import aligning, reviewing
from taqabul.workflow.importing import import_files
from taqabul.workflow.library import Library, open_library
from taqabul.workflow.remembering import LibraryVectors
from taqabul.workflow.rows import outline, rows
from taqabul.workflow.searching import find

VOWELS = ("\u064e", "\u064f", "\u0650", "")
ASKED = 15


def words(chance: random.Random, letters: str, count: int) -> list[str]:
    """Made-up words of two to nine letters."""
    return ["".join(chance.choices(letters, k=chance.randint(2, 9))) for _ in range(count)]


def text(chance: random.Random, known: list[str], weights: list[float], *, vocalised: bool) -> str:
    """A paragraph of 5 to 60 words, frequent ones more often."""
    chosen = chance.choices(known, cum_weights=weights, k=chance.randint(5, 60))
    if vocalised:
        chosen = ["".join(letter + chance.choice(VOWELS) for letter in word) for word in chosen]
    return " ".join(chosen) + "."


def built(folder: Path, paragraphs: int) -> tuple[Library, BitextId, list[list[str]]]:
    """The library, its bitext, and the words of both languages."""
    chance = random.Random(7)
    vocabularies = [
        words(chance, "ابتثجحخدذرزسشصضطعغفقكلمنهوي", 60_000),
        words(chance, "abcdefghiklmnoprstuvwy", 40_000),
    ]
    files = []
    for name, known in zip("ab", vocabularies, strict=True):
        weights = list(accumulate(1 / (rank + 3) for rank in range(len(known))))
        lines = (
            text(chance, known, weights, vocalised=name == "a" and row % 10 == 0)
            for row in range(paragraphs // 2)
        )
        files.append(folder / f"{name}.txt")
        files[-1].write_text("\n".join(lines), encoding="utf-8")
    library = open_library(folder / "library.db", "bench")
    report = import_files(library, files, ImportOptions(paragraphs=ParagraphRule.LINES))
    assert report.pair is not None
    links = tuple(ProposedLink((row,), (row,), 0.8, Evidence(meaning=0.8)) for row in range(paragraphs // 2))
    bitext = aligning.create_bitext(library, *report.pair, Alignment(links, links, "bench"))
    return library, bitext, vocabularies


def timed(name: str, library: Library, questions: list[Query]) -> None:
    """Ask and print how long it took."""
    taken, hits = [], 0
    for question in questions:
        start = time.perf_counter()
        hits += len(find(library, question).hits)
        taken.append((time.perf_counter() - start) * 1000)
    first, *rest = taken
    rest.sort()
    print(
        f"{name:<34} {first:8.0f} {rest[len(rest) // 2]:8.1f} {rest[int(len(rest) * 0.95)]:8.1f} {hits / len(taken):9.0f}"
    )


def give_vectors(library: Library, bitext: BitextId) -> None:
    """Let the library remember a vector of each passage."""
    chance = np.random.default_rng(5)
    store = LibraryVectors(library)
    links = [int(link) for link in outline(library, bitext).links]
    for start in range(0, len(links), 1000):
        held = rows(library, bitext, links[start : start + 1000])
        sentences = [
            [one.sentence_text(sentence) for sentence in one.sentences]
            for row in held
            for one in (*row.source, *row.target)
        ]
        passages = list(dict.fromkeys(unit_texts(sentences)))
        made = chance.standard_normal((len(passages), 512), dtype=np.float32)
        made /= np.linalg.norm(made, axis=1, keepdims=True)
        store.keep(EmbeddedEncoder.name, dict(zip(passages, made.astype(np.float16), strict=True)))


def memory() -> int:
    """Megabytes of this process now."""
    with Path("/proc/self/statm").open(encoding="ascii") as stream:
        return int(stream.read().split()[1]) * resource.getpagesize() // 2**20


def main() -> None:
    """Build, ask, edit, ask."""
    numbers = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    paragraphs = numbers[0] if numbers else 100_000
    with tempfile.TemporaryDirectory() as folder:
        library, bitext, vocabularies = built(Path(folder), paragraphs)
        chance = random.Random(3)
        print(f"{paragraphs} paragraphs{'':<17} {'first':>8} {'median':>8} {'p95':>8} {'hits':>9}")
        rare = [word for known in vocabularies for word in chance.sample(known[500:], ASKED)]
        common = [word for known in vocabularies for word in known[:8]]
        for name, asked, options in (
            ("part of words, folded", rare, {}),
            ("part of words, as typed", rare, {"folding": EXACT}),
            ("part of words, frequent", common, {}),
            ("whole words", rare, {"kind": Kind.WORD}),
            ("words with clitics", rare, {"kind": Kind.CLITICS}),
            ("regular expressions", [rf"\b{word}\w*\s\w+" for word in rare[:10]], {"kind": Kind.REGEX}),
            ("similar: one word", [f"{word[:3]}{word[4:]}" for word in rare], {"kind": Kind.FUZZY}),
            (
                "similar: two words",
                [" ".join(chance.sample(rare, 2)) for _ in range(ASKED)],
                {"kind": Kind.FUZZY},
            ),
        ):
            timed(name, library, [Query(word, **options) for word in asked])
        if "--meaning" in sys.argv:
            if "real" not in sys.argv:
                give_vectors(library, bitext)
            before = memory()
            asked = [" ".join(chance.sample(vocabularies[1][:500], 5)) for _ in range(ASKED)]
            timed("meaning", library, [Query(words, Kind.MEANING) for words in asked])
            held = sum(len(one.places) for one in library.haystack.passages.values())
            print(
                f"{held} passages; meaning added {memory() - before} MB, the encoder and its model among them"
            )
        first = rows(library, bitext, [int(outline(library, bitext).links[7])])[0].source[0]
        for number in range(5):
            reviewing.edit_text(library, bitext, first.id, f"{rare[number]} {number}")
            timed("after an edit: part of words", library, [Query(rare[number])] * 2)
        timed("after an edit: similar", library, [Query(rare[0], Kind.FUZZY)] * 3)
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"memory now {memory()} MB, at most {most} MB, of which the building took a part")
        library.close()


if __name__ == "__main__":
    main()
