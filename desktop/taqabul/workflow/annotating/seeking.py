"""Finds a stretch again by what it said and what stood around it."""

from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from taqabul.domain.annotation import CONTEXT, Span
from taqabul.text.folding import fold_key
from taqabul.text.snapping import joined_before, to_letters, word_edge

_SHORT: Final = 12
"""Letters below which a quote alone says too little: what stands around it has to agree."""
_AROUND: Final = 8
"""Letters around a place that are needed to know it by them alone."""
_LEAST: Final = 0.75
_MOST_PLACES: Final = 200


def likeness(span: Span, text: str, start: int, end: int) -> float:
    """How much a stretch of a text is like what it was, 0 to 1: the better of its words and its surroundings."""
    around = surroundings(span, text, start, end)
    if span.is_gap:
        return around
    return max(_same(span.quote, text[start:end]), around)


def surroundings(span: Span, text: str, start: int, end: int) -> float:
    """How much what stands around a stretch is like what stood around it, 0 to 1; 0 where that was too little."""
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    known = [
        (old, new) for old, new in ((span.prefix[::-1], before[::-1]), (span.suffix, after)) if old.strip()
    ]
    total = sum(len(old) for old, _ in known)
    if total < _AROUND:
        return 0.0
    return sum(len(old) * _same(old, new[: len(old)]) for old, new in known) / total


def found_score(span: Span, text: str, start: int, end: int) -> float:
    """How sure it is that a stretch of a text is the one sought, 0 to 1: its words and its surroundings together."""
    around = surroundings(span, text, start, end)
    if span.is_gap:
        return around
    words = _same(span.quote, text[start:end])
    weight = 0.25 if len(span.quote.strip()) >= _SHORT else 0.5
    return (1 - weight) * words + weight * around


def sought(span: Span, text: str, least: float = _LEAST) -> tuple[int, int] | None:
    """Where a stretch stands in a text, found by its words and what stood around it; None where that is not sure."""
    places = (
        _gaps(span, text)
        if span.is_gap
        else [_settled(span, text, *at) for at in _occurrences(span.quote, text)]
    )
    scored = [(found_score(span, text, *place), -abs(place[0] - span.start), place) for place in places]
    best = max(scored, default=None)
    return best[2] if best is not None and best[0] >= least else None


def only_place(quote: str, before: str, after: str) -> tuple[int, int] | None:
    """Where words stand in a text that stood once in the text before it, and stand once in it."""
    if not quote.strip() or len(_whole(quote, before)) != 1:
        return None
    found = _whole(quote, after)
    return found[0] if len(found) == 1 else None


def _whole(quote: str, text: str) -> list[tuple[int, int]]:
    """Where a quote stands in a text with no letter joined to it."""
    return [
        place
        for place in _occurrences(quote, text)
        if text[slice(*place)] == quote
        and not (joined_before(text, place[0]) or joined_before(text, place[1]))
    ]


def _occurrences(quote: str, text: str) -> list[tuple[int, int]]:
    """Where a quote stands in a text, to the letter, and where it comes nearest to it."""
    found: list[tuple[int, int]] = []
    at = text.find(quote)
    while at >= 0 and len(found) < _MOST_PLACES:
        found.append(to_letters(text, at, at + len(quote)))
        at = text.find(quote, at + 1)
    if not found and quote.strip() and text:
        near = fuzz.partial_ratio_alignment(quote, text, score_cutoff=60)
        # A text shorter than the quote is searched in it instead: then it is all that may stand for it.
        if near is not None:
            whole = len(text) < len(quote)
            first, last = (0, len(text)) if whole else (near.dest_start, near.dest_end)
            found.append(to_letters(text, first, last) if first < last else (first, first))
    return [place for place in found if place[0] < place[1]]


def _settled(span: Span, text: str, start: int, end: int) -> tuple[int, int]:
    """A place with the whole words at its ends, but where the stretch cut its word before."""
    known = span.prefix + span.quote + span.suffix
    at = len(span.prefix)
    if not joined_before(known, at):
        start = word_edge(text, start, -1)
    if not joined_before(known, at + len(span.quote)):
        end = word_edge(text, end, 1)
    return start, end


def _gaps(span: Span, text: str) -> list[tuple[int, int]]:
    """Places after what stood before a gap, and before what stood after it."""
    found: list[tuple[int, int]] = []
    # From the surest to the least sure.
    for size in (CONTEXT, CONTEXT // 2, CONTEXT // 4):
        head, tail = span.prefix[-size:], span.suffix[:size]
        if head.strip() and (at := text.find(head)) >= 0:
            found.append((at + len(head),) * 2)
        if tail.strip() and (at := text.find(tail)) >= 0:
            found.append((at, at))
    return found


def _same(one: str, other: str) -> float:
    """How alike two strings are to a reader, 0 to 1."""
    if one == other:
        return 1.0
    return float(Levenshtein.normalized_similarity(fold_key(one), fold_key(other)))
