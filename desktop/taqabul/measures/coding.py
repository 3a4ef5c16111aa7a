"""What several people marked in the same texts, as agreement is reckoned from it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from taqabul.domain.language import Side

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph that all were given: its side, its length and its words (start, end) in code points."""

    side: Side
    length: int
    words: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch that somebody gave a label, in the passage with this place in the list of passages.

    ``start`` and ``end`` as of a span; equal for a gap. A label in several stretches is several marks.
    """

    annotator: str
    passage: int
    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Coding:
    """Passages in the order of the texts, everybody's marks in them, and who took part.

    Somebody who marked nothing took part all the same: ``annotators`` names them.
    """

    passages: tuple[Passage, ...]
    marks: tuple[Mark, ...]
    annotators: tuple[str, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels used, in alphabetical order."""
        return tuple(sorted({mark.label for mark in self.marks}))

    def only(
        self,
        *,
        side: Side | None = None,
        label: str | None = None,
        annotators: Sequence[str] | None = None,
    ) -> "Coding":
        """What is left on one side, of one label, of some people; None leaves all.

        Passages keep their places: those of the other side become empty.
        """
        people = self.annotators if annotators is None else tuple(annotators)
        passages = tuple(
            one if side in (None, one.side) else Passage(one.side, 0, ()) for one in self.passages
        )
        marks = tuple(
            mark
            for mark in self.marks
            if label in (None, mark.label)
            and mark.annotator in people
            and side in (None, self.passages[mark.passage].side)
        )
        return Coding(passages, marks, people)


def categories(coding: Coding) -> tuple[NDArray[np.int64], NDArray[np.int64], int]:
    """What each annotator made of each word, as numbers of categories.

    A category is a set of labels; 0 is none. A word has the labels of the marks that touch it. Returns codes of
    shape (annotators, words), the passage of each word (words,), and how many categories there are.
    """
    starts = np.cumsum([0] + [len(one.words) for one in coding.passages])
    places = np.repeat(np.arange(len(coding.passages)), np.diff(starts))
    labels = {label: number for number, label in enumerate(coding.labels)}
    given: Flags = np.zeros((len(coding.annotators), int(starts[-1]), len(labels)), dtype=np.bool_)
    people = {name: number for number, name in enumerate(coding.annotators)}
    for mark in coding.marks:
        words = coding.passages[mark.passage].words
        touched = [k for k, (start, end) in enumerate(words) if start < mark.end and end > mark.start]
        if touched:
            begin = int(starts[mark.passage])
            given[
                people[mark.annotator], begin + touched[0] : begin + touched[-1] + 1, labels[mark.label]
            ] = True
    if not labels:
        return np.zeros(given.shape[:2], dtype=np.int64), places, 1
    flat = given.reshape(-1, len(labels))
    marked = flat.any(axis=1)
    kinds, which = np.unique(flat[marked], axis=0, return_inverse=True)
    codes = np.zeros(len(flat), dtype=np.int64)
    codes[marked] = which.reshape(-1) + 1
    return codes.reshape(given.shape[:2]), places, len(kinds) + 1


def stretches(marks: Iterable[Mark]) -> list[tuple[int, int, int]]:
    """Where one person's marks of one label lie, as (passage, start, end), joined where they overlap."""
    joined: list[tuple[int, int, int]] = []
    spans = sorted((mark.passage, mark.start, mark.end) for mark in marks if mark.start < mark.end)
    for passage, group in groupby(spans, key=lambda one: one[0]):
        for _, start, end in group:
            if joined and joined[-1][0] == passage and start < joined[-1][2]:
                joined[-1] = (passage, joined[-1][1], max(end, joined[-1][2]))
            else:
                joined.append((passage, start, end))
    return joined
