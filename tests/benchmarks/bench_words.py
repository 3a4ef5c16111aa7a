"""How good and how fast word links are, beside a plain baseline; run by hand.

    python tests/benchmarks/bench_words.py WORDS.jsonl [--memory GOLD.jsonl...]

Precision, recall and F1 are over links between words that count (no articles, no particles), each half of
the sentences with networks fitted on the other half. The baseline links two words that are each other's
nearest by the cosine of their vectors, less a penalty for distance. Times are of ``align_words`` as shipped,
on pairs in order, the encoder loaded: word vectors met before are remembered, as in the window.
"""

import argparse
import time
from pathlib import Path

import numpy as np
from fit_words import two_fold
from word_gold import Pair, Sentence, as_pairs, facing_texts, judge, read_sentences

from taqabul.align.encoder import find_encoder
from taqabul.align.word_memory import WordMemory
from taqabul.align.words import WordVectors, align_words, meaning
from taqabul.domain.options import AlignOptions

PENALTY, LEAST = 0.3, 0.2


def nearest(sentence: Sentence, vectors: WordVectors) -> set[Pair]:
    """The baseline: mutual best of single-word vectors."""
    found = meaning(sentence.source, sentence.target, vectors)
    assert found is not None
    table = found[0]
    ours, theirs = (np.arange(size) / size for size in table.shape)
    table = table - PENALTY * np.abs(ours[:, None] - theirs[None, :])
    best_row, best_column = table.argmax(axis=1), table.argmax(axis=0)
    return {(i, int(j)) for i, j in enumerate(best_row) if best_column[j] == i and table[i, j] > LEAST}


def show(name: str, sentences: list[Sentence], found: list[set[Pair]]) -> None:
    """One line of the table."""
    score = judge(sentences, found)
    print(f"{name:38} P {score.precision:.3f}  R {score.recall:.3f}  F1 {score.f1:.3f}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", type=Path)
    parser.add_argument("--memory", type=Path, nargs="*", default=[])
    options = parser.parse_args()
    sentences = read_sentences(options.words)
    encoder = find_encoder(AlignOptions(jobs=1))
    if encoder is None:
        raise SystemExit("The encoder package is needed here.")
    encoder.encode(["ready"])
    wall, processor, shipped = [], [], []
    for one in sentences:
        begun = time.perf_counter(), time.process_time()
        found = align_words(one.source.text, one.target.text, encoder)
        wall.append(1000 * (time.perf_counter() - begun[0]))
        processor.append(1000 * (time.process_time() - begun[1]))
        shipped.append(as_pairs(one, found))
    for name, milliseconds in (("by the clock", wall), ("of a processor", processor)):
        median, late = np.percentile(milliseconds, [50, 95])
        print(f"a pair, {name}: median {median:.1f} ms, 95 % within {late:.1f} ms")
    vectors = WordVectors(encoder)
    show("nearest vectors", sentences, [nearest(one, vectors) for one in sentences])
    show("as shipped (not held out)", sentences, shipped)
    memory = WordMemory(facing_texts(options.memory))
    kinds = {"plain": "two-fold", "memory": f"two-fold, {memory.size} pairs known"}
    for name, kept in (("encoder", vectors), ("lexical", None)):
        for kind, links in two_fold(sentences, kept, memory).items():
            if kind == "plain" or memory.size:
                show(f"{kinds[kind]}, {name}", sentences, links)


if __name__ == "__main__":
    main()
