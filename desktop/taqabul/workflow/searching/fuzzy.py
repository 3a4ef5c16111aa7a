"""Looking for words that may be misspelt, and for names in the script of the other language."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from taqabul.domain.errors import InvalidInput
from taqabul.domain.options import Progress
from taqabul.domain.search import Folding, Query
from taqabul.text.folding import fold_key
from taqabul.text.little_words import LITTLE_WORDS
from taqabul.text.tokens import words
from taqabul.workflow.haystack import Block, Haystack
from taqabul.workflow.searching.raw import Raw
from taqabul.workflow.vocabulary import Floats, Ints

_FOLDING: Final = Folding()
_SLACK: Final = 2
"""Words that may stand between the words of a question."""
_ENOUGH: Final = 0.7
"""The share of a question's words that must be there, where it has more than two."""
_ALONE: Final = 0.74
_TOGETHER: Final = 0.7
"""How alike a word must be that stands alone, and how alike several must be together."""
_MOST_ASKED: Final = 40
"""Words of a question that are looked for: who pastes a page finds its beginning."""
_MOST: Final = 20_000
"""Candidates that are looked at closely: the best ones."""


class _Window(NamedTuple):
    score: float
    block: int
    first: int
    last: int


def ranked(haystack: Haystack, query: Query, blocks: Sequence[Block], progress: Progress) -> Iterator[Raw]:
    """The places where most of a question's words stand together, the best first.

    All spellings fold here: who forgives a wrong letter does not insist on a hamza.
    Raises InvalidInput where there is no word to look for.
    """
    asked = _asked(query.text)
    texts = [block.folded(_FOLDING) for block in blocks]
    tokens = []
    for done, one in enumerate(texts):
        progress(done, len(texts))
        tokens.append(haystack.tokens(one))
    likeness = [haystack.likeness(word, progress) for word in asked]
    found: list[_Window] = []
    for number, held in enumerate(tokens):
        progress(number, len(tokens))
        found += _windows(number, held.numbers, held.owners, likeness)
    for window in sorted(found, key=lambda one: (-one.score, one.block, one.first))[:_MOST]:
        held = tokens[window.block]
        owner = int(held.owners[window.first])
        start = texts[window.block].starts[owner]
        yield Raw(
            blocks[window.block],
            texts[window.block],
            owner,
            int(held.starts[window.first]) - start,
            int(held.ends[window.last]) - start,
            window.score,
        )


def _asked(text: str) -> list[str]:
    """The words that are looked for, without the little ones where there are others."""
    key = fold_key(text)
    found = [key[start:end] for start, end in words(key)]
    if not found:
        raise InvalidInput("There is nothing to look for.", "Type a word.")
    telling = [word for word in found if word not in LITTLE_WORDS and word not in {"al", "el"}]
    return list(dict.fromkeys(telling or found))[:_MOST_ASKED]


def _windows(block: int, numbers: Ints, owners: Ints, likeness: Sequence[Floats]) -> Iterator[_Window]:
    """The stretches of a block in which enough of the words asked for stand, no two of them touching."""
    scores = [table[numbers] for table in likeness]
    any_of = np.maximum.reduce(scores) if scores else np.zeros(0)
    starts = np.flatnonzero(any_of > 0)
    if not len(starts):
        return
    best = np.stack([score[starts] for score in scores])
    lasts = starts.copy()
    reach = len(likeness) + _SLACK if len(likeness) > 1 else 1
    for step in range(1, reach):
        place = np.minimum(starts + step, len(numbers) - 1)
        inside = (owners[place] == owners[starts]) & (place == starts + step)
        for row, score in enumerate(scores):
            here = np.where(inside, score[place], 0)
            better = here > best[row]
            best[row][better] = here[better]
            lasts[better] = np.maximum(lasts[better], place[better])
    total = best.mean(axis=0)
    there = (best > 0).sum(axis=0)
    enough = (there >= _least(len(likeness))) & (
        total / (there / len(likeness)) >= (_ALONE if len(likeness) == 1 else _TOGETHER)
    )
    yield from _apart(block, starts[enough], lasts[enough], total[enough])


def _least(asked: int) -> int:
    return asked if asked <= 2 else int(np.ceil(asked * _ENOUGH))


def _apart(
    block: int, starts: NDArray[np.int64], lasts: NDArray[np.int64], scores: Floats
) -> Iterator[_Window]:
    """Of windows that overlap, the best one."""
    kept: _Window | None = None
    for first, last, score in zip(starts.tolist(), lasts.tolist(), scores.tolist(), strict=True):
        window = _Window(round(score, 4), block, first, last)
        if kept is None or first > kept.last:
            if kept is not None:
                yield kept
            kept = window
        elif (window.score, kept.last - kept.first) > (kept.score, window.last - window.first):
            kept = window
    if kept is not None:
        yield kept
