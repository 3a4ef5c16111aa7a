"""One side of the texts as the aligner sees it: clauses, the sentences and paragraphs they stand in.

A long sentence is cut at semicolons and colons, because one side often ends there a sentence, or a
paragraph, that the other continues. What was given as one sentence may hold several (joined lines, a
text cut badly): it is cut where these end. What is cut here is joined again when links are handed out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Final, NamedTuple

import numpy as np
import regex
from numpy.typing import NDArray

from taqabul.align.traces import Traces, join_traces, traces_of
from taqabul.domain.language import Language
from taqabul.text.direction import language_of
from taqabul.text.plain import calm, plain
from taqabul.text.sentence_ends import sentence_ends

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Paragraphs = Sequence[Sequence[str]]

_CLAUSE_END: Final = regex.compile(r"(?:[;؛:](?=\s)|\n)")
_MARK: Final = regex.compile("[.!?…؟۔‼⁇⁈⁉(﴾﴿]")
"""Without one of these no sentence ends: most that are given have them at their end only."""
_LONGEST: Final = 600
_SHORTEST: Final = 12
_ENOUGH: Final = 500
"""Texts that are enough to tell the language of all."""


class Bounds(NamedTuple):
    """In characters: the ``longest`` unit, and the ``step`` in which a sentence that never stops is cut.

    Such a one is longer than ``endless``.
    """

    longest: int = _LONGEST
    endless: int = 100 * _LONGEST
    step: int = _LONGEST


@dataclass(frozen=True)
class Units:
    """The clauses of one side, in order.

    ``texts`` what the encoder reads of them; ``clauses`` what they are made of, as written, for whoever
    looks for names and numbers; ``sentences`` and ``paragraphs`` the number of the sentence and of the
    paragraph each stands in, ascending (shape (n,)); ``is_arabic`` whether most of the text is.
    """

    texts: tuple[str, ...]
    sentences: Ints
    paragraphs: Ints
    lengths: Floats
    clauses: tuple[tuple[str, ...], ...]
    is_arabic: bool = False

    def __len__(self) -> int:
        return len(self.texts)

    @cached_property
    def traces(self) -> tuple[Traces, ...]:
        """What of each unit may cross scripts; read when first asked for."""
        return tuple(join_traces(map(traces_of, clauses)) for clauses in self.clauses)

    @cached_property
    def letters(self) -> float:
        """How many letters all units have together."""
        return float(self.lengths.sum())

    @cached_property
    def begins(self) -> Bools:
        """Whether a paragraph begins at a unit, or the text ends there (shape (n + 1,))."""
        inner = self.paragraphs[1:] != self.paragraphs[:-1]
        return np.concatenate(([True], inner, [True])) if len(self) else np.array([True])

    def ends_in(self, marks: tuple[str, ...]) -> Bools:
        """Which units end in one of some marks, quotes and brackets after it not counted (shape (n,))."""
        return np.array([text.rstrip("\"'”’»)]").endswith(marks) for text in self.texts], dtype=np.bool_)

    def part(self, start: int, end: int) -> "Units":
        """The units from ``start`` to ``end``, excluded."""
        cut = slice(start, end)
        return Units(
            self.texts[cut],
            self.sentences[cut],
            self.paragraphs[cut],
            self.lengths[cut],
            self.clauses[cut],
            self.is_arabic,
        )

    def picked(self, chosen: Ints) -> "Units":
        """Some units in the order given."""
        rows = chosen.tolist()
        return Units(
            tuple(self.texts[k] for k in rows),
            self.sentences[chosen],
            self.paragraphs[chosen],
            self.lengths[chosen],
            tuple(self.clauses[k] for k in rows),
            self.is_arabic,
        )

    def whole_paragraphs(self, numbers: Ints) -> "Units":
        """Some paragraphs, each as one unit; one without a word is an empty unit."""
        firsts = np.searchsorted(self.paragraphs, numbers)
        lasts = np.searchsorted(self.paragraphs, numbers + 1)
        spans = list(zip(firsts.tolist(), lasts.tolist(), strict=True))
        return Units(
            tuple(" ".join(self.texts[i:j]) for i, j in spans),
            numbers,
            numbers,
            np.array([max(float(self.lengths[i:j].sum()), 1.0) for i, j in spans], dtype=np.float32),
            tuple(tuple(chain.from_iterable(self.clauses[i:j])) for i, j in spans),
            self.is_arabic,
        )


def letters(text: str) -> int:
    """How many letters and digits a text has."""
    return sum(map(str.isalnum, text))


def lay_out(
    source: Paragraphs, target: Paragraphs, whole: tuple[Paragraphs, Paragraphs] | None = None
) -> tuple[Units, Units]:
    """Both sides as units, in ordinary spelling.

    A side that never stops is cut as finely as the other side's sentences ask. ``whole``: the texts of
    which these are a part, so that a part is cut as it would be in them.
    """
    ours, theirs = _plain(source), _plain(target)
    bounds = [bounds_beside(side) for side in (map(_plain, whole) if whole else (ours, theirs))]
    return units_of(ours, bounds[1]), units_of(theirs, bounds[0])


def _plain(paragraphs: Paragraphs) -> Paragraphs:
    return [list(map(plain, paragraph)) for paragraph in paragraphs]


def bounds_beside(other: Paragraphs) -> Bounds:
    """How long a unit may be that is to face such sentences, in ordinary spelling: several short ones, not one too long."""
    lengths = [len(text) for paragraph in other for text in paragraph]
    if not lengths:
        return Bounds()
    middle, long = (int(size) for size in np.percentile(lengths, (50, 90)))
    endless = max(3 * long, _LONGEST // 4)
    return Bounds(min(endless, _LONGEST), endless, min(max(middle // 2, _LONGEST // 20), _LONGEST))


def units_of(paragraphs: Paragraphs, bounds: Bounds | None = None) -> Units:
    """Lay out paragraphs, each a list of its sentences, as units of bounded length."""
    bounds = bounds or Bounds()
    texts: list[str] = []
    sentences: list[int] = []
    places: list[int] = []
    sentence = 0
    for number, paragraph in enumerate(paragraphs):
        for text in paragraph:
            pieces = list(_clauses(text, bounds))
            texts += pieces
            sentences += [sentence] * len(pieces)
            places += [number] * len(pieces)
            sentence += 1
    return Units(
        tuple(map(calm, texts)),
        np.array(sentences, dtype=np.int64),
        np.array(places, dtype=np.int64),
        np.array([max(letters(text), 1) for text in texts], dtype=np.float32),
        tuple((text,) for text in texts),
        language_of(" ".join(texts[:_ENOUGH])) is Language.ARABIC,
    )


def unit_texts(paragraphs: Paragraphs) -> Iterator[str]:
    """What the encoder reads of paragraphs, where the other side asks for no finer cut."""
    for paragraph in paragraphs:
        for sentence in paragraph:
            yield from map(calm, _clauses(plain(sentence), Bounds()))


def _clauses(sentence: str, bounds: Bounds) -> Iterator[str]:
    """A sentence cut where others end in it, at semicolons and colons, and where nothing else helps at spaces."""
    start = 0
    for end in _ends(sentence):
        piece, rest = sentence[start:end], sentence[end:]
        if min(letters(piece), letters(rest)) >= _SHORTEST:
            yield from _bounded(piece, bounds)
            start = end
    yield from _bounded(sentence[start:], bounds)


def _ends(sentence: str) -> list[int]:
    """Where a clause may end, ascending."""
    found = {match.end() for match in _CLAUSE_END.finditer(sentence)}
    if _MARK.search(sentence, 0, max(len(sentence) - _SHORTEST, 0)):
        found.update(sentence_ends(sentence, language_of(sentence) or Language.ENGLISH))
    return sorted(found)


def _bounded(text: str, bounds: Bounds) -> Iterator[str]:
    """A stretch in pieces of bearable length; most are one piece."""
    longest = bounds.step if len(text) > bounds.endless else bounds.longest
    start = 0
    while len(text) - start > longest:
        end = start + longest
        half = max(text.rfind(mark, start + longest // 3, end) for mark in ("، ", ", "))
        cut = half + 1 if half > 0 else text.rfind(" ", start + 1, end)
        cut = cut if cut > 0 else end
        yield text[start:cut].strip()
        start = cut
    yield text[start:].strip()


def windows(values: Floats, size: int) -> Floats:
    """Sums over each run of ``size`` rows."""
    count = len(values) - size + 1
    if count <= 0:
        return values[:0]
    total = values[:count].copy()
    for step in range(1, size):
        total += values[step : step + count]
    return total


def stretch(groups: Ints, number: int) -> tuple[int, int]:
    """Where the units of one sentence or paragraph begin, and end (excluded)."""
    first, last = np.searchsorted(groups, [number, number + 1])
    return int(first), int(last)
