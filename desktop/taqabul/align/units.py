"""One side of the texts as the aligner sees it: clauses, the sentences and paragraphs they stand in.

A long sentence is cut at semicolons and colons, because one side often ends there a sentence, or a
paragraph, that the other continues; what is cut here is joined again when links are handed out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import regex
from numpy.typing import NDArray

from taqabul.align.traces import Traces, join_traces, traces_of

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Paragraphs = Sequence[Sequence[str]]

_CLAUSE_END: Final = regex.compile(r"(?:[;؛:](?=\s)|\n)")
_LONGEST: Final = 600
_SHORTEST: Final = 12


@dataclass(frozen=True)
class Units:
    """The clauses of one side, in order.

    ``texts`` their texts; ``sentences`` and ``paragraphs`` the number of the sentence and of the
    paragraph each stands in, ascending (shape (n,)); ``clauses`` what each unit is made of, where
    that is not one clause.
    """

    texts: tuple[str, ...]
    sentences: Ints
    paragraphs: Ints
    lengths: Floats
    clauses: tuple[tuple[str, ...], ...] = ()

    def __len__(self) -> int:
        return len(self.texts)

    @cached_property
    def traces(self) -> tuple[Traces, ...]:
        """What of each unit may cross scripts; read when first asked for."""
        if self.clauses:
            return tuple(join_traces(map(traces_of, clauses)) for clauses in self.clauses)
        return tuple(map(traces_of, self.texts))

    @cached_property
    def letters(self) -> float:
        """How many letters all units have together."""
        return float(self.lengths.sum())

    @cached_property
    def begins(self) -> Bools:
        """Whether a paragraph begins at a unit, or the text ends there (shape (n + 1,))."""
        inner = self.paragraphs[1:] != self.paragraphs[:-1]
        return np.concatenate(([True], inner, [True])) if len(self) else np.array([True])

    def part(self, start: int, end: int) -> "Units":
        """The units from ``start`` to ``end``, excluded."""
        cut = slice(start, end)
        return Units(self.texts[cut], self.sentences[cut], self.paragraphs[cut], self.lengths[cut])

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
            tuple(self.texts[i:j] for i, j in spans),
        )


def letters(text: str) -> int:
    """How many letters and digits a text has."""
    return sum(map(str.isalnum, text))


def lay_out(
    source: Paragraphs, target: Paragraphs, whole: tuple[Paragraphs, Paragraphs] | None = None
) -> tuple[Units, Units]:
    """Both sides as units; a side that never stops is cut as finely as the other side's sentences ask.

    ``whole``: the texts of which these are a part, so that a part is cut as it would be in them.
    """
    ours, theirs = whole or (source, target)
    return units_of(source, _bearable(theirs)), units_of(target, _bearable(ours))


def _bearable(other: Paragraphs) -> int:
    """How many characters a unit may have that is to face such sentences."""
    lengths = [len(text) for paragraph in other for text in paragraph]
    long = int(np.percentile(lengths, 90)) if lengths else _LONGEST
    return min(max(3 * long, _LONGEST // 4), _LONGEST)


def units_of(paragraphs: Paragraphs, longest: int = _LONGEST) -> Units:
    """Lay out paragraphs, each a list of its sentences, as units of no more than ``longest`` characters."""
    texts: list[str] = []
    sentences: list[int] = []
    places: list[int] = []
    sentence = 0
    for number, paragraph in enumerate(paragraphs):
        for text in paragraph:
            pieces = list(_clauses(text, longest))
            texts += pieces
            sentences += [sentence] * len(pieces)
            places += [number] * len(pieces)
            sentence += 1
    return Units(
        tuple(texts),
        np.array(sentences, dtype=np.int64),
        np.array(places, dtype=np.int64),
        np.array([max(letters(text), 1) for text in texts], dtype=np.float32),
    )


def unit_texts(paragraphs: Paragraphs) -> Iterator[str]:
    """The texts of the units that paragraphs are cut into, where the other side asks for no finer cut."""
    for paragraph in paragraphs:
        for sentence in paragraph:
            yield from _clauses(sentence, _LONGEST)


def _clauses(sentence: str, longest: int) -> Iterator[str]:
    """A sentence cut at semicolons and colons, and where nothing else helps at spaces."""
    start = 0
    for match in _CLAUSE_END.finditer(sentence):
        piece, rest = sentence[start : match.end()], sentence[match.end() :]
        if min(letters(piece), letters(rest)) >= _SHORTEST:
            yield from _bounded(piece, longest)
            start = match.end()
    yield from _bounded(sentence[start:], longest)


def _bounded(text: str, longest: int) -> Iterator[str]:
    """A stretch in pieces of bearable length; most are one piece."""
    while len(text) > longest:
        half = max(text.rfind(mark, longest // 3, longest) for mark in ("، ", ", "))
        cut = half + 1 if half > 0 else text.rfind(" ", 1, longest)
        cut = cut if cut > 0 else longest
        yield text[:cut].strip()
        text = text[cut:]
    yield text.strip()


def stretch(groups: Ints, number: int) -> tuple[int, int]:
    """Where the units of one sentence or paragraph begin, and end (excluded)."""
    first, last = np.searchsorted(groups, [number, number + 1])
    return int(first), int(last)
