"""Omissions and additions: a sentence, or a whole side, that nothing faces.

A sentence is weighed by how near its words come to any word of the other side and whether its neighbours' words come
nearer to the same, how near it is to any sentence there, how near its neighbours are, and how much shorter the other
side is than its length promises.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np

from taqabul.checks.judging import judge
from taqabul.checks.records import Floats, Pair, Problem, Severity, Span
from taqabul.checks.whole import Whole
from taqabul.domain.language import Side
from taqabul.text.folding import fold_key
from taqabul.text.little_words import LITTLE_WORDS, bare

_NEAR: Final = 0.6
_FEW: Final = 4
_CLEARLY: Final = 0.5
_NOTHING_FACES: Final = "Nothing faces this text"
_TOO_SHORT: Final = "Much shorter than its source promises: something may be missing"
_TOO_LONG: Final = "Much longer than its source promises: something may have been added"
_FAR: Final = 3.5
_LONG_ENOUGH: Final = 40
_MISSING: Final = "This sentence seems to be missing on the other side"


class Candidate(NamedTuple):
    """A sentence of a side, and what is measured of it."""

    side: Side
    span: Span
    measured: tuple[float, ...]


def omission_problems(pair: Pair, whole: Whole) -> Iterator[Problem]:
    """A problem for a side that nothing faces, and for each sentence that seems to have no counterpart.

    Where no sentence is to blame, the length as a whole may be: far from what the bitext's own ratio promises.
    """
    if pair.is_one_sided:
        side = Side.SOURCE if pair.source.strip() else Side.TARGET
        if pair.text(side).strip() and whole.has_both_sides:
            yield Problem.on(side, [(0, len(pair.text(side)))], _NOTHING_FACES)
        return
    judged = judge("omission")
    missing = [one for one in candidates(pair, whole) if judged.score(one.measured) > judged.least]
    for one in missing:
        yield Problem.on(one.side, [one.span], _MISSING)
    sizes = len(pair.source), len(pair.target)
    far = whole.deviation(*sizes) if max(sizes) >= _LONG_ENOUGH and not missing else 0.0
    if abs(far) > _FAR:
        message = _TOO_LONG if far > 0 else _TOO_SHORT
        yield Problem(message, (), ((0, sizes[0]),), ((0, sizes[1]),), None, Severity.WARNING)


def candidates(pair: Pair, whole: Whole) -> Iterator[Candidate]:
    """The sentences of sides that have several, measured."""
    meaning = pair.meaning
    if meaning is None or meaning.sentences is None:
        return
    views = (
        (Side.SOURCE, meaning.source_words, meaning.words, meaning.sentences),
        (Side.TARGET, meaning.target_words, meaning.words.T, meaning.sentences.T),
    )
    for side, spans, words, near in views:
        own = pair.sentences[side is Side.TARGET]
        if len(own) < 2 or not len(pair.sentences[side is Side.SOURCE]):
            continue
        weights = _content(pair.text(side), spans)
        held = [[i for i, (begun, _) in enumerate(spans) if start <= begun < end] for start, end in own]
        rivals = _rivals(held, words)
        told = [
            _told([i for i in here if weights[i]], words, rival)
            for here, rival in zip(held, rivals, strict=True)
        ]
        lengths = np.array([end - start for start, end in own], dtype=float)
        for k, sentence in enumerate(own):
            yield Candidate(side, sentence, _measured(k, told, lengths, near, pair, side, whole))


class _Told(NamedTuple):
    """How many words of a sentence count, how near they come to the other side, and which part comes near.

    ``claims`` is how much nearer they come to the words they are nearest to than the other sentences do.
    """

    counted: int
    mean: float
    near: float
    claims: float


def _content(text: str, spans: tuple[Span, ...]) -> list[bool]:
    forms = [text[start:end] for start, end in spans]
    return [
        len(form) > 1 and fold_key(form) not in LITTLE_WORDS and fold_key(bare(form)) not in LITTLE_WORDS
        for form in forms
    ]


def _rivals(held: list[list[int]], words: Floats) -> Floats:
    """How near the other sentences come to each word of the other side: (sentences, words of that side).

    ``held`` are the words of each sentence. What another sentence claims cannot stand for this one.
    """
    best = np.full((len(held), words.shape[1]), -1.0, dtype=np.float32)
    for k, here in enumerate(held):
        if here:
            best[k] = words[here].max(axis=0)
    first, order = best.argmax(axis=0), np.sort(best, axis=0)
    rivals: Floats = np.where(first == np.arange(len(held))[:, None], order[-2], order[-1])
    return rivals


def _told(held: list[int], words: Floats, rival: Floats) -> _Told:
    """What the counted words of a sentence tell."""
    if not held or not words.shape[1]:
        return _Told(0, 1.0, 1.0, 0.0)
    best, place = words[held].max(axis=1), words[held].argmax(axis=1)
    claims = np.clip(best - rival[place], -_CLEARLY, _CLEARLY)
    return _Told(len(held), float(best.mean()), float((best > _NEAR).mean()), float(claims.mean()))


def _measured(
    k: int,
    told: list[_Told],
    lengths: "np.ndarray[tuple[int], np.dtype[np.float64]]",
    near: Floats,
    pair: Pair,
    side: Side,
    whole: Whole,
) -> tuple[float, ...]:
    own = told[k]
    others = [one for place, one in enumerate(told) if place != k]
    rest = float(np.average([one.mean for one in others], weights=[one.counted + 0.1 for one in others]))
    share = float(lengths[k] / lengths.sum())
    is_source = side is Side.SOURCE
    promised = len(pair.target) / whole.ratio if is_source else len(pair.source) * whole.ratio
    missing = float((lengths.sum() - promised) / lengths.sum())
    far = whole.deviation(len(pair.source), len(pair.target)) * (-1 if is_source else 1)
    best = int(near[k, :-1].argmax())
    alike = float(near[k, best])
    claimed = max(float(near[place, best]) for place in range(len(told)) if place != k)
    over = missing - share
    return (
        own.mean, own.near, rest, share, missing, over, far, float(near[k].max()), alike, claimed,
        own.mean - rest, min(max(over, -0.3), 0.5), abs(over), float(own.counted < _FEW), 1 / (1 + own.counted),
        alike - claimed, float(len(told) <= near.shape[1] - 1), float(len(told) > near.shape[1] - 1), own.claims,
    )  # fmt: skip
