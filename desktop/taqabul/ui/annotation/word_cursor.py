"""The cursor that annotators move: on a word, over several, or in the gap between two. Knows one text and no screen."""

from dataclasses import dataclass

from taqabul.text.clitics import word_ends, word_starts
from taqabul.text.snapping import cluster_end, cluster_start, gap_near, to_letters, to_words
from taqabul.text.tokens import words

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class WordCursor:
    """What is chosen of a text: from one word to another (code points), or the gap at ``gap``.

    ``anchor`` is the word it began with, ``head`` the one it was drawn to; both are any stretch once letters
    were let go.
    """

    anchor: Span
    head: Span
    gap: int | None = None

    @property
    def span(self) -> Span:
        """All that is chosen; empty in a gap."""
        if self.gap is not None:
            return self.gap, self.gap
        return min(self.anchor[0], self.head[0]), max(self.anchor[1], self.head[1])

    def to(self, span: Span, *, extend: bool) -> "WordCursor":
        """The cursor on another word, or drawn as far as that one."""
        return WordCursor(self.anchor, span) if extend and self.gap is None else WordCursor(span, span)


def at_word(text: str, position: int) -> WordCursor | None:
    """The cursor on the word at a position, or on the nearest one; None in a text without words."""
    spans = words(text)
    if not spans:
        return None
    nearest = min(spans, key=lambda one: max(one[0] - position, position - one[1] + 1, 0))
    return WordCursor(nearest, nearest)


def over(text: str, start: int, end: int, *, letters: bool = False) -> WordCursor | None:
    """The cursor over a stretch, widened to whole words or, if ``letters``, to whole characters."""
    span = to_letters(text, start, end) if letters else to_words(text, start, end)
    if span[0] == span[1]:
        return at_word(text, start)
    return WordCursor(span, span)


def in_gap(text: str, position: int) -> WordCursor:
    """The cursor between two words."""
    place = gap_near(text, position)
    return WordCursor((place, place), (place, place), place)


def next_word(text: str, cursor: WordCursor, step: int) -> Span | None:
    """The word after the cursor's head in reading order (before it, with -1); None where there is none."""
    return beyond(words(text), cursor, step)


def beyond(spans: list[Span], cursor: WordCursor, step: int) -> Span | None:
    """Of stretches in order, the first after the cursor's head (the last before it, with -1)."""
    start, end = cursor.head
    if step > 0:
        return next((one for one in spans if one[0] >= max(end, start + 1) or one[0] > start), None)
    return next((one for one in reversed(spans) if one[0] < start and one[1] <= max(start, one[0] + 1)), None)


def gaps(text: str) -> list[int]:
    """The places where something may be missing: before each word and after the last."""
    spans = words(text)
    return sorted({0, len(text), *(start for start, _ in spans), *(end for _, end in spans[-1:])})


def next_gap(text: str, cursor: WordCursor, step: int) -> WordCursor:
    """The gap after this one (before it, with -1); the same at the text's edge."""
    here = cursor.span[0]
    places = gaps(text)
    beyond_it = (
        [one for one in places if one > here] if step > 0 else [one for one in reversed(places) if one < here]
    )
    return in_gap(text, beyond_it[0]) if beyond_it else cursor


def trimmed(text: str, cursor: WordCursor, edge: str, step: int) -> WordCursor:
    """One ``edge`` ("start" or "end") a letter with its marks further on or back; never past the other."""
    if cursor.gap is not None:
        return cursor
    start, end = cursor.span
    before = start if edge == "start" else end
    moved = (
        cluster_end(text, min(before + 1, len(text))) if step > 0 else cluster_start(text, max(before - 1, 0))
    )
    span = (moved, end) if edge == "start" else (start, moved)
    return cursor if span[0] >= span[1] else WordCursor(span, span)


def released(text: str, cursor: WordCursor) -> WordCursor:
    """The chosen words with less of what is joined to them, one step further each time, then whole again.

    First without the particles before the first word, one more each time, then without the pronoun after the last
    too. Spelling decides, not grammar: where a letter belongs to the word itself, pass on.
    """
    if cursor.gap is not None:
        return cursor
    turns = _turns(text, *to_words(text, *cursor.span))
    at = turns.index(cursor.span) if cursor.span in turns else -1
    span = turns[(at + 1) % len(turns)]
    return WordCursor(span, span)


def _turns(text: str, start: int, end: int) -> list[Span]:
    """A stretch of whole words, then all that it may shrink to."""
    inside = [one for one in words(text) if one[0] < end and one[1] > start] or [(start, end)]
    first, last = inside[0], inside[-1]
    begins = [start, *(first[0] + cut for cut in word_starts(text[slice(*first)])[1:])]
    ends = [end, *(last[0] + cut for cut in word_ends(text[slice(*last)])[1:])]
    made = dict.fromkeys((begin, finish) for finish in ends for begin in begins if begin < finish)
    return [*made]
