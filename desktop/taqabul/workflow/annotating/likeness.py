"""How alike texts are in what they say, across the two languages: by their meaning and word by word."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from taqabul.domain.options import AlignOptions
from taqabul.text.folding import fold_key
from taqabul.text.little_words import LITTLE_WORDS, stem
from taqabul.text.little_words import plain as written
from taqabul.text.plain import calm, plain
from taqabul.text.tokens import words
from taqabul.workflow.library import Library
from taqabul.workflow.remembering import LibraryVectors

Floats = NDArray[np.float32]

_SPELT: Final = 80.0
"""How alike two words must be spelt (0 to 100) to be one word misspelt or inflected."""
_MEANT: Final = 0.45
"""The cosine from which two words may mean the same."""


class Rating(NamedTuple):
    """How like a text is to the one of those asked for that it is most like, ``like``; all from 0 to 1.

    ``meaning`` is the encoder's cosine, None without an encoder. ``words`` is how many of the words asked for
    stand there, in this form or another, or with an encoder in the other language; rare ones count more.
    """

    score: float
    meaning: float | None
    words: float
    like: str


class Likeness:
    """Compares texts with those asked for; what is encoded is remembered in the library."""

    def __init__(self, library: Library, asked: Sequence[str]) -> None:
        # The encoder and its model are slow to load; who never compares never needs them.
        from taqabul.align.encoder import find_encoder  # noqa: PLC0415

        self.asked = list(dict.fromkeys(asked))
        self._store = LibraryVectors(library)
        self._encoder = find_encoder(AlignOptions())

    @property
    def has_meaning(self) -> bool:
        """Whether there is an encoder."""
        return self._encoder is not None

    def rate(self, texts: Sequence[str]) -> list[Rating]:
        """How like each of the texts is to what is asked for; which words are rare is told by all of them."""
        if not texts:
            return []
        asked, said = ([_content(text) for text in some] for some in (self.asked, texts))
        weights = _weights(said)
        meanings = self._cosines(self.asked, texts, calm_ones=True)
        vocabulary = list(dict.fromkeys(word for one in said for word in one))
        shared = [self._shared(list(one), vocabulary) for one in asked]
        places = {word: place for place, word in enumerate(vocabulary)}
        return [
            self._rating(
                None if meanings is None else meanings[:, number],
                [
                    _covered(one, shared[k], weights, [places[word] for word in said[number]])
                    for k, one in enumerate(asked)
                ],
            )
            for number in range(len(texts))
        ]

    def _rating(self, meanings: Floats | None, covered: Sequence[float]) -> Rating:
        rated = []
        for k, like in enumerate(self.asked):
            meaning = None if meanings is None else float(meanings[k])
            score = covered[k] if meaning is None else (meaning + covered[k]) / 2
            rated.append(
                Rating(
                    round(score, 4),
                    None if meaning is None else round(meaning, 4),
                    round(covered[k], 4),
                    like,
                )
            )
        return max(rated, key=lambda one: one.score)

    def _cosines(self, ours: Sequence[str], theirs: Sequence[str], *, calm_ones: bool) -> Floats | None:
        """The cosine of each two texts, shape (n, m), 0 to 1."""
        if self._encoder is None or not (ours and theirs):
            return None
        from taqabul.align.encoder import encode_unique  # noqa: PLC0415 - as above

        both = [calm(plain(text)) if calm_ones else text for text in (*ours, *theirs)]
        rows = encode_unique(self._encoder, both, lambda _more: None, self._store if calm_ones else None)
        cosines: Floats = np.clip(rows[: len(ours)] @ rows[len(ours) :].T, 0.0, 1.0)
        return cosines

    def _shared(self, ours: Sequence[str], theirs: Sequence[str]) -> Floats:
        """How well each of some words stands for each of others, shape (n, m)."""
        table = np.zeros((len(ours), len(theirs)), np.float32)
        if not table.size:
            return table
        stems = [stem(word) for word in theirs]
        for row, word in enumerate(ours):
            own = stem(word)
            spelt = np.array([fuzz.ratio(own, other, score_cutoff=_SPELT) for other in stems], np.float32)
            table[row] = spelt / 100
        meant = self._cosines(
            [written(word) for word in ours], [written(word) for word in theirs], calm_ones=False
        )
        if meant is not None:
            table = np.maximum(table, np.where(meant >= _MEANT, meant, 0))
        return table


def _content(text: str) -> dict[str, str]:
    """The words of a text that say something, each with its stem; all words where none other does."""
    forms = [text[start:end] for start, end in words(text)]
    telling = [form for form in forms if fold_key(form) not in LITTLE_WORDS and len(form) > 1]
    return {form: stem(form) for form in telling or forms}


def _weights(texts: Sequence[Mapping[str, str]]) -> dict[str, float]:
    """How rare each stem is among some texts (inverse document frequency, Spärck Jones, 1972)."""
    counts = Counter(own for one in texts for own in set(one.values()))
    return {own: log(1 + len(texts) / count) for own, count in counts.items()}


def _covered(
    asked: Mapping[str, str], shared: Floats, weights: Mapping[str, float], places: Sequence[int]
) -> float:
    """The share of the words asked for that stand among others, by how rare they are."""
    if not (asked and places):
        return 0.0
    rarest = max(weights.values())
    worth = np.array([weights.get(own, rarest) for own in asked.values()])
    return float((worth @ shared[:, places].max(axis=1)) / worth.sum())
