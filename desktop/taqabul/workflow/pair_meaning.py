"""What the encoder says of pairs that are to be checked: how near their words and sentences are."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from taqabul.checks.records import Meaning, Pair, Span
from taqabul.domain.language import Language
from taqabul.domain.options import AlignOptions, Progress, no_progress
from taqabul.text.little_words import bare, plain
from taqabul.text.tokens import words

if TYPE_CHECKING:
    from taqabul.align.encoder import Encoder

_MOST_WORDS: Final = 400
"""Words of a side that are looked at; more are the work of a text cut too coarsely."""


class Meanings:
    """Vectors of the words and sentences of pairs, worked out together beforehand."""

    def __init__(self, encoder: "Encoder | None", jobs: int = 0) -> None:
        self._encoder, self._jobs = encoder, jobs
        self._place: dict[str, int] = {}
        self._vectors = np.zeros((0, 0), dtype=np.float16)

    @property
    def can_tell(self) -> bool:
        """Whether there is an encoder to ask."""
        return self._encoder is not None

    @classmethod
    def found(cls, options: AlignOptions) -> "Meanings":
        """With the encoder that the options ask for, if it is there."""
        # The engine and its model are slow to load; who checks punctuation never needs them.
        from taqabul.align.encoder import find_encoder  # noqa: PLC0415

        return cls(find_encoder(options), options.jobs)

    def prepare(self, pairs: Iterable[Pair], progress: Progress = no_progress) -> None:
        """Work out what these pairs need that is not known yet."""
        from taqabul.align.encoder import encode_unique  # noqa: PLC0415 - as above

        if self._encoder is None:
            return
        wanted = dict.fromkeys(text for pair in pairs if not pair.is_one_sided for text in _texts(pair))
        missing = [text for text in wanted if text not in self._place]
        if not missing:
            return
        done = 0

        def on_texts(count: int) -> None:
            nonlocal done
            done += count
            progress(min(done, len(missing)), len(missing))

        rows = encode_unique(self._encoder, missing, on_texts, jobs=self._jobs).astype(np.float16)
        self._place.update(
            zip(missing, range(len(self._place), len(self._place) + len(missing)), strict=True)
        )
        self._vectors = np.concatenate([self._vectors, rows]) if len(self._vectors) else rows

    def told(self, pair: Pair) -> Pair:
        """The pair with its meaning, where there is an encoder and both sides say something."""
        if self._encoder is None or pair.is_one_sided:
            return pair
        spans = _words(pair.source), _words(pair.target)
        if not all(spans):
            return pair
        forms = [
            [text[slice(*span)] for span in of]
            for text, of in zip((pair.source, pair.target), spans, strict=True)
        ]
        arabic = 0 if pair.languages[0] is Language.ARABIC else 1
        # Arabic words with the particles joined to them and without: the nearer of the two counts.
        sides = [[plain(form) for form in side] for side in forms]
        sides[arabic] += [bare(form) for form in forms[arabic]]
        if any(form not in self._place for side in sides for form in side):
            self.prepare([pair])
        near = self._near(*sides)
        both = near.reshape(2, -1, near.shape[1]) if arabic == 0 else near.reshape(len(near), 2, -1)
        cosines = both.max(axis=arabic)
        sentences = None
        if max(map(len, pair.sentences)) > 1 and all(pair.sentences):
            texts = _sentence_texts(pair)
            if any(one not in self._place for side in texts for one in side):
                self.prepare([pair])
            sentences = self._near(*texts)
        return replace(pair, meaning=Meaning(*spans, cosines, sentences))

    def _near(
        self, ours: Sequence[str], theirs: Sequence[str]
    ) -> "np.ndarray[tuple[int, int], np.dtype[np.float32]]":
        one, other = (
            self._vectors[[self._place[text] for text in side]].astype(np.float32) for side in (ours, theirs)
        )
        near: np.ndarray[tuple[int, int], np.dtype[np.float32]] = one @ other.T
        return near


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[Span, ...]:
    return tuple(words(text)[:_MOST_WORDS])


def _texts(pair: Pair) -> Iterable[str]:
    for language, text in zip(pair.languages, (pair.source, pair.target), strict=True):
        for start, end in _words(text):
            yield plain(text[start:end])
            if language is Language.ARABIC:
                yield bare(text[start:end])
    if max(map(len, pair.sentences), default=0) > 1 and all(pair.sentences):
        for side in _sentence_texts(pair):
            yield from side


def _sentence_texts(pair: Pair) -> tuple[list[str], list[str]]:
    """The sentences of both sides, and last the whole side."""
    source, target = (
        [*(text[slice(*span)] for span in spans), text]
        for text, spans in zip((pair.source, pair.target), pair.sentences, strict=True)
    )
    return source, target
