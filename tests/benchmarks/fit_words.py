"""Fit the networks of the word links on sentences whose links are known; run by hand.

    python tests/benchmarks/fit_words.py WORDS.jsonl [--memory GOLD.jsonl...] [--write]

Every other sentence is weighed with a memory of the pairs of GOLD, so that the networks learn what a memory
is worth and to do without. What the second network sees of the first comes from sentences the first was not
trained on. The scores printed are of each half with networks fitted on the other; those written use all.
"""

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
from word_gold import Sentence, facing_texts, judge, read_sentences

from taqabul.align import words
from taqabul.align.encoder import find_encoder
from taqabul.align.word_evidence import first_round, second_round
from taqabul.align.word_memory import WordMemory
from taqabul.align.words import Network, WordVectors, least_chance, meaning
from taqabul.domain.options import AlignOptions

HIDDEN, EPOCHS, BATCH, DECAY, PACE = 16, 40, 2048, 1e-4, 0.01
Tables = dict[int, np.ndarray]


def train(sentences: Sequence[Sentence], tables: Sequence[np.ndarray], seed: int = 7) -> Network:
    """A network that tells sure links from others (cross entropy, Adam by Kingma and Ba, 2015)."""
    flat = np.concatenate([one.reshape(-1, one.shape[-1]) for one in tables]).astype(np.float64)
    labels = np.concatenate([one.labels().ravel() for one in sentences])
    weights = np.concatenate([one.weights().ravel() for one in sentences])
    counted = weights > 0
    flat, labels, weights = flat[counted], labels[counted], weights[counted]
    mean, scale = flat.mean(axis=0), flat.std(axis=0) + 1e-2
    flat = (flat - mean) / scale
    chance = np.random.default_rng(seed)
    size = flat.shape[1]
    values = [
        chance.normal(0, size**-0.5, (size, HIDDEN)), np.zeros(HIDDEN), chance.normal(0, HIDDEN**-0.5, HIDDEN), np.zeros(1)
    ]  # fmt: skip
    step = adam(values)
    for epoch in range(EPOCHS):
        order = chance.permutation(len(labels))
        pace = PACE * (0.5 * (1 + np.cos(np.pi * epoch / EPOCHS)) + 0.01)
        for start in range(0, len(order), BATCH):
            some = order[start : start + BATCH]
            step(slopes(values, flat[some], labels[some], weights[some]), pace)
    rounded = [np.round(one, 4).astype(np.float32) for one in (mean, scale, *values)]
    return Network(*rounded)


def slopes(
    values: list[np.ndarray], flat: np.ndarray, labels: np.ndarray, weights: np.ndarray
) -> list[np.ndarray]:
    """The gradient of the loss of a batch."""
    inner, inner_bias, outer, outer_bias = values
    hidden = np.tanh(flat @ inner + inner_bias)
    guess = 1 / (1 + np.exp(-(hidden @ outer + outer_bias)))
    wrong = (guess - labels) * weights / len(labels)
    back = np.outer(wrong, outer) * (1 - hidden**2)
    return [
        flat.T @ back + DECAY * inner, back.sum(axis=0), hidden.T @ wrong + DECAY * outer, wrong.sum(keepdims=True)
    ]  # fmt: skip


def adam(values: list[np.ndarray]) -> Callable[[list[np.ndarray], float], None]:
    """Steps that change the values in place."""
    means, squares = ([np.zeros_like(one) for one in values] for _ in range(2))
    count = 0

    def step(gradient: list[np.ndarray], pace: float) -> None:
        nonlocal count
        count += 1
        for value, mean, square, slope in zip(values, means, squares, gradient, strict=True):
            mean[...] += 0.1 * (slope - mean)
            square[...] += 0.001 * (slope**2 - square)
            value[...] -= pace * (mean / (1 - 0.9**count)) / (np.sqrt(square / (1 - 0.999**count)) + 1e-8)

    return step


def fit(sentences: Sequence[Sentence], tables: Sequence[np.ndarray]) -> tuple[Network, Network]:
    """Both rounds."""
    seen: Tables = {}
    for half in (0, 1):
        others = range(1 - half, len(sentences), 2)
        early = train([sentences[k] for k in others], [tables[k] for k in others])
        seen |= {k: early.chances(tables[k]) for k in range(half, len(sentences), 2)}
    second = train(sentences, [second_round(one, seen[k]) for k, one in enumerate(tables)])
    return train(sentences, tables), second


def links(networks: tuple[Network, Network], tables: np.ndarray, least: float) -> set[tuple[int, int]]:
    """What the fitted networks link."""
    chances = networks[1].chances(second_round(tables, networks[0].chances(tables)))
    return {(i, j) for i, j in np.argwhere(chances >= least).tolist()}


def in_quarters(count: int) -> tuple[list[int], list[int]]:
    """Two halves, each with as many sentences with a memory as without."""
    return [k for k in range(count) if k % 4 < 2], [k for k in range(count) if k % 4 > 1]


def tables_of(
    sentences: Sequence[Sentence], vectors: WordVectors | None, memory: WordMemory | None
) -> list[np.ndarray]:
    """What the first round sees of each sentence."""
    return [
        first_round(one.source, one.target, meaning(one.source, one.target, vectors), memory)
        for one in sentences
    ]


def two_fold(
    sentences: Sequence[Sentence], vectors: WordVectors | None, memory: WordMemory | None
) -> dict[str, list[set[tuple[int, int]]]]:
    """Links of each half by networks of the other half, without and with the memory."""
    bare, full = tables_of(sentences, vectors, None), tables_of(sentences, vectors, memory)
    mixed = every_other(bare, full)
    found: dict[str, list[set[tuple[int, int]]]] = {
        "plain": [set()] * len(bare),
        "memory": [set()] * len(bare),
    }
    halves = in_quarters(len(sentences))
    for here, there in (halves, halves[::-1]):
        fitted = fit([sentences[k] for k in here], [mixed[k] for k in here])
        for k in there:
            found["plain"][k] = links(fitted, bare[k], least_chance(vectors))
            found["memory"][k] = links(fitted, full[k], least_chance(vectors))
    return found


def every_other(bare: Sequence[np.ndarray], full: Sequence[np.ndarray]) -> list[np.ndarray]:
    """Tables without and with a memory by turns."""
    return [one if k % 2 else other for k, (one, other) in enumerate(zip(full, bare, strict=True))]


def main() -> None:
    """Fit, print, and where asked write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", type=Path)
    parser.add_argument("--memory", type=Path, nargs="*", default=[])
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    sentences = read_sentences(options.words)
    memory = WordMemory(facing_texts(options.memory))
    encoder = find_encoder(AlignOptions())
    stored: dict[str, object] = {
        "provenance": {
            "made_by": "tests/benchmarks/fit_words.py",
            "sentences": len(sentences),
            "memory": memory.size,
        }
    }
    for name, vectors in (("encoder", WordVectors(encoder) if encoder else None), ("lexical", None)):
        for kind, guesses in two_fold(sentences, vectors, memory).items():
            score = judge(sentences, guesses)
            print(f"{name} {kind}: P {score.precision:.3f} R {score.recall:.3f} F1 {score.f1:.3f}")
        tables = every_other(*(tables_of(sentences, vectors, one) for one in (None, memory)))
        fitted = fit(sentences, tables)
        stored[name] = [
            {
                key: np.round(value, 4).astype(float).round(4).tolist()
                for key, value in asdict(network).items()
            }
            for network in fitted
        ]
    if options.write:
        path = Path(words.__file__).with_name("word_weights.json")
        path.write_text(json.dumps(stored, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main()
