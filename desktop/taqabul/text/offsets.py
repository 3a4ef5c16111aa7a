"""Positions that follow: code points to UTF-16 units and back, and a span through an edit of its text."""

from itertools import accumulate
from typing import Final

import regex
from rapidfuzz.distance import Levenshtein, Postfix, Prefix

_ASTRAL: Final = regex.compile("[\U00010000-\U0010ffff]")
_PIECE: Final = regex.compile(r"\w++|\s++|.", regex.DOTALL)
_LETTERWISE_LIMIT: Final = 100_000_000
"""Cells of the edit matrix up to which texts are compared letter by letter (about 25 MB)."""


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
    """Where the span ``start`` to ``end`` (excluded) of ``before`` stands in ``after``.

    Found from the edit's operations (Levenshtein, by rapidfuzz): letters replaced stay in the span, letters
    put in at its edges stay out. None where all of the span's text was deleted; an empty span
    is a place and always moves.
    """
    blocks = _operations(before, after)
    if start == end:
        return (_moved_place(blocks, start),) * 2
    pieces = [_moved_piece(block, start, end) for block in blocks if block[1] > start and block[0] < end]
    kept = [piece for piece in pieces if piece[0] < piece[1]]
    return (kept[0][0], kept[-1][1]) if kept else None


_Block = tuple[int, int, int, int]


def _moved_piece(block: _Block, start: int, end: int) -> tuple[int, int]:
    """The part of a block's new text that stands for the old text between ``start`` and ``end``."""
    old_start, old_end, new_start, new_end = block
    if old_end - old_start == new_end - new_start:
        shift = new_start - old_start
        return max(start, old_start) + shift, min(end, old_end) + shift
    return new_start, new_end


def _moved_place(blocks: list[_Block], place: int) -> int:
    for old_start, old_end, new_start, new_end in blocks:
        if old_start <= place < old_end:
            return min(new_start + place - old_start, new_end)
    return blocks[-1][3] if blocks else 0


def _operations(before: str, after: str) -> list[_Block]:
    """The edit as blocks (old start, old end, new start, new end); what was merely put in is left out."""
    head = Prefix.similarity(before, after)
    tail = min(Postfix.similarity(before, after), len(before) - head, len(after) - head)
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    blocks = [(0, head, 0, head)] if head else []
    blocks += [(a + head, b + head, c + head, d + head) for a, b, c, d in _changed(old, new)]
    if tail:
        blocks.append((len(before) - tail, len(before), len(after) - tail, len(after)))
    return blocks


def _changed(old: str, new: str) -> list[_Block]:
    if len(old) * len(new) <= _LETTERWISE_LIMIT:
        return [
            (op.src_start, op.src_end, op.dest_start, op.dest_end)
            for op in Levenshtein.opcodes(old, new)
            if op.src_end > op.src_start
        ]
    old_words, new_words = _PIECE.findall(old), _PIECE.findall(new)
    at_old = [0, *accumulate(map(len, old_words))]
    at_new = [0, *accumulate(map(len, new_words))]
    return [
        (at_old[op.src_start], at_old[op.src_end], at_new[op.dest_start], at_new[op.dest_end])
        for op in Levenshtein.opcodes(old_words, new_words)
        if op.src_end > op.src_start
    ]
