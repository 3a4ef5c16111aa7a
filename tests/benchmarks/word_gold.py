"""Sentences whose word links are known, in the words of this program; and pairs of texts to remember."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from taqabul.align.evaluate import Score
from taqabul.align.word_evidence import Span, Words, words_of
from taqabul.workflow.evaluating import read_gold

Pair = tuple[int, int]


@dataclass(frozen=True)
class Sentence:
    """``sure`` links; ``judged`` the words of either side that say something: no other word counts."""

    source: Words
    target: Words
    sure: frozenset[Pair]
    judged: tuple[frozenset[int], frozenset[int]]

    def weights(self) -> np.ndarray:
        """How much each pair says: all between words that count, a little where one of them does."""
        ours, theirs = (
            np.isin(np.arange(len(side)), list(judged))
            for side, judged in zip((self.source, self.target), self.judged, strict=True)
        )
        return np.where(ours[:, None] & theirs[None, :], 1.0, 0.3 * (ours[:, None] | theirs[None, :]))

    def labels(self) -> np.ndarray:
        """One for the sure links."""
        table = np.zeros((len(self.source), len(self.target)))
        for i, j in self.sure:
            table[i, j] = 1
        return table


def read_sentences(path: Path) -> list[Sentence]:
    """Gold lines; what the program does not call a word (a lone $ or %) is left out."""
    return [_sentence(json.loads(line)) for line in path.read_text("utf-8").splitlines()]


def _sentence(line: dict) -> Sentence:
    sides = [words_of(line[f"{side}_text"]) for side in ("src", "tgt")]
    places = [
        _places(words, line[f"{side}_tokens"]) for words, side in zip(sides, ("src", "tgt"), strict=True)
    ]
    known = [(places[0].get(i), places[1].get(j)) for i, j in line["sure"]]
    sure = frozenset((i, j) for i, j in known if i is not None and j is not None)
    alone = [
        {places[side][token] for token in line[f"{name}_null"] if token in places[side]}
        for side, name in enumerate(("src", "tgt"))
    ]
    judged = [frozenset({pair[side] for pair in sure} | alone[side]) for side in (0, 1)]
    return Sentence(sides[0], sides[1], sure, (judged[0], judged[1]))


def _places(words: Words, tokens: list[str]) -> dict[int, int]:
    """The word each token of the gold stands in."""
    places: dict[int, int] = {}
    at = 0
    for number, token in enumerate(tokens):
        start = words.text.index(token, at)
        at = start + len(token)
        inside = [place for place, (first, last) in enumerate(words.spans) if first < at and last > start]
        if inside:
            places[number] = inside[0]
    return places


def judge(sentences: Iterable[Sentence], predictions: Iterable[set[Pair]]) -> Score:
    """Precision and recall of links between words that count."""
    right = predicted = gold = 0
    for sentence, links in zip(sentences, predictions, strict=True):
        counted = {(i, j) for i, j in links if i in sentence.judged[0] and j in sentence.judged[1]}
        right += len(counted & sentence.sure)
        predicted += len(counted)
        gold += len(sentence.sure)
    return Score(right, predicted, gold)


def as_pairs(sentence: Sentence, links: Iterable[tuple[Span, Span, float]]) -> set[Pair]:
    """Word links by the numbers of their words."""
    ours, theirs = (
        {span: k for k, span in enumerate(side.spans)} for side in (sentence.source, sentence.target)
    )
    return {(ours[source], theirs[target]) for source, target, _ in links}


def facing_texts(paths: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """Paragraphs that face each other one to one in the plain documents of aligned gold."""
    for path in paths:
        for document in read_gold(path):
            for source, target in document.links if document.variant == "plain" else ():
                if len(source) == len(target) == 1:
                    yield document.source[source[0]], document.target[target[0]]
