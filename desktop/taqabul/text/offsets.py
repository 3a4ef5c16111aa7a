"""Positions that follow: code points to UTF-16 units and back, and a span through an edit of its text."""

from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Final

import regex
from rapidfuzz.distance import Levenshtein, Postfix, Prefix

from taqabul.text.folding import fold_key

_ASTRAL: Final = regex.compile("[\U00010000-\U0010ffff]")
_PIECE: Final = regex.compile(r"\w++|\s++|.", regex.DOTALL)
_MOST_CELLS: Final = 400_000_000
"""Cells of the edit matrix (old pieces times new ones) up to which an edit is traced; about 100 MB."""


def to_utf16(text: str, position: int) -> int:
    """The UTF-16 unit at which the code point at ``position`` begins."""
    return position + sum(1 for _ in _ASTRAL.finditer(text, 0, position))


def from_utf16(text: str, unit: int) -> int:
    """The code point the UTF-16 ``unit`` belongs to; the second half of a pair gives its character."""
    pairs = 0
    for match in _ASTRAL.finditer(text):
        if match.start() + pairs >= unit:
            break
        pairs += 1
        if match.start() + pairs == unit:
            return int(match.start())
    return unit - pairs


def move_span(before: str, after: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the span ``start`` to ``end`` (excluded) of ``before`` stands in ``after``; see Movement."""
    return Movement(before, after).span(start, end)


class Movement:
    """Follows spans of a text through an edit of it; the edit is traced once, when first needed."""

    def __init__(self, before: str, after: str) -> None:
        self.before, self.after = before, after

    @cached_property
    def _blocks(self) -> "list[_Block]":
        return _changed_words(self.before, self.after)

    @cached_property
    def _ends(self) -> tuple[int, int]:
        """How many code points the two texts share at their beginning, and at their end."""
        return Prefix.similarity(self.before, self.after), Postfix.similarity(self.before, self.after)

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """Where the span ``start`` to ``end`` (excluded) of the old text stands in the new one.

        Found from the edit's operations (Levenshtein, by rapidfuzz), word by word and letter by letter inside
        the words a span cuts: a word replaced stays in the span, words put in at its edges stay out. None where
        all of the span's text was deleted; an empty span is a place and always moves.
        """
        if start == end:
            return (_moved_place(self._blocks, self.before, self.after, start),) * 2
        pieces = [
            _moved_piece(block, self.before, self.after, start, end)
            for block in self._blocks
            if block[1] > start and block[0] < end
        ]
        kept = [piece for piece in pieces if piece[0] < piece[1]]
        return (kept[0][0], kept[-1][1]) if kept else None

    def untouched(self, start: int, end: int) -> tuple[int, int] | None:
        """Where a span stands that lies before all that was changed, or after it; None for any other."""
        head, tail = self._ends
        if end <= head:
            return start, end
        shift = len(self.after) - len(self.before)
        return (start + shift, end + shift) if start >= len(self.before) - tail else None


_Block = tuple[int, int, int, int]
"""Old start, old end, new start, new end; the new text is empty where the old was deleted."""


def _changed_words(before: str, after: str) -> list[_Block]:
    """The edit word by word, equal stretches in one block; what was merely put in is left out.

    A word with other vowel signs, or spelt in another of the usual ways, is the same word.
    """
    old, new = _PIECE.findall(before), _PIECE.findall(after)
    at_old = [0, *accumulate(map(len, old))]
    at_new = [0, *accumulate(map(len, new))]
    blocks: list[_Block] = []
    for a, b, c, d in _operations([*map(_folded, old)], [*map(_folded, new)]):
        if b - a == d - c > 1 and old[a:b] != new[c:d]:
            blocks += [(a + k, a + k + 1, c + k, c + k + 1) for k in range(b - a)]
        else:
            blocks.append((a, b, c, d))
    return [(at_old[a], at_old[b], at_new[c], at_new[d]) for a, b, c, d in blocks]


@lru_cache(maxsize=65_536)
def _folded(piece: str) -> str:
    return " " if piece.isspace() else fold_key(piece) or piece


def _operations(old: Sequence[str], new: Sequence[str]) -> list[_Block]:
    """Blocks of equal pieces, and of one piece each where they differ; too long an edit is one block."""
    head = Prefix.similarity(old, new)
    tail = min(Postfix.similarity(old, new), len(old) - head, len(new) - head)
    if (len(old) - head - tail) * (len(new) - head - tail) > _MOST_CELLS:
        ends = len(old) - tail, len(new) - tail
        return [(0, head, 0, head), (head, ends[0], head, ends[1]), (ends[0], len(old), ends[1], len(new))]
    blocks: list[_Block] = []
    for op in Levenshtein.opcodes(old, new):
        if op.tag == "replace":
            size = range(op.src_end - op.src_start)
            blocks += [
                (op.src_start + i, op.src_start + i + 1, op.dest_start + i, op.dest_start + i + 1)
                for i in size
            ]
        elif op.tag != "insert":
            blocks.append((op.src_start, op.src_end, op.dest_start, op.dest_end))
    return blocks


def _moved_piece(block: _Block, before: str, after: str, start: int, end: int) -> tuple[int, int]:
    """The part of a block's new text that stands for the old text between ``start`` and ``end``."""
    old_start, old_end, new_start, new_end = block
    if new_start == new_end or (start <= old_start and end >= old_end):
        return new_start, new_end
    inside = _operations(before[old_start:old_end], after[new_start:new_end])
    overlap = [
        (max(start - old_start, a) - a + c, min(end - old_start, b) - a + c)
        for a, b, c, d in inside
        if b > start - old_start and a < end - old_start and d > c
    ]
    if not overlap:
        return new_start, new_start
    return new_start + overlap[0][0], min(new_start + overlap[-1][1], new_end)


def _moved_place(blocks: list[_Block], before: str, after: str, place: int) -> int:
    for block in blocks:
        if block[0] <= place < block[1]:
            if place == block[0]:
                return block[2]
            return _moved_piece(block, before, after, block[0], place)[1]
    return blocks[-1][3] if blocks else 0
