"""Where a stretch of a text may begin and end: never inside what is read as one letter, mostly between words."""

from typing import Final

import regex

from taqabul.text.clitics import word_ends, word_starts
from taqabul.text.tokens import words

_CLUSTER: Final = regex.compile(r"\X")
_JOINED: Final = regex.compile(r"[\p{L}\p{N}\p{M}_\u200c\u200d\u00ad]")


def to_letters(text: str, start: int, end: int) -> tuple[int, int]:
    """The smallest stretch around ``start`` to ``end`` that cuts no letter from its marks and no emoji in two.

    An empty stretch is a place: it moves before the letter that it stands in.
    """
    first = cluster_start(text, start)
    return (first, first) if start == end else (first, cluster_end(text, end))


def cluster_start(text: str, place: int) -> int:
    """Where the letter with its marks begins that ``place`` stands in or before."""
    begin, after = _around(text, place)
    return place if after <= place else begin


def cluster_end(text: str, place: int) -> int:
    """Where the letter with its marks ends that ``place`` stands in or after."""
    begin, after = _around(text, place)
    return place if begin >= place else after


def _around(text: str, place: int) -> tuple[int, int]:
    """The letter that holds the code points before and after a place; an empty stretch there where none does."""
    if not 0 < place < len(text):
        return place, place
    at = _safe_start(text, place)
    for match in _CLUSTER.finditer(text, at):
        if match.end() > place:
            return match.span() if match.start() < place else (place, place)
        if match.end() == place:
            break
    return place, place


def _safe_start(text: str, place: int) -> int:
    """A place shortly before where a letter surely begins: after a space, or far enough away."""
    for at in range(place - 1, max(0, place - 200), -1):
        if text[at].isspace() and not text[at - 1].isspace():
            return at
    return max(0, place - 200)


def to_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The smallest stretch of whole words that holds all of ``start`` to ``end`` but its outer spaces.

    One that touches no word keeps its letters; an empty one becomes a place between two words: the nearest edge
    of the word that it stands in.
    """
    if start == end:
        return (gap_near(text, start),) * 2
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    first, last = to_letters(text, start, end)
    for a, b in words(text):
        if a < first < b:
            first = a
        if a < last < b:
            last = b
    return to_letters(text, first, last)


def gap_near(text: str, place: int) -> int:
    """The edge of the word that a place stands in which is nearest to it; the place itself between words."""
    for a, b in words(text):
        if a < place < b:
            return cluster_start(text, a) if place - a <= b - place else cluster_end(text, b)
    return cluster_end(text, place)


def joined_before(text: str, place: int) -> bool:
    """Whether the characters before and after a place belong to one word."""
    return 0 < place < len(text) and bool(_JOINED.match(text[place - 1]) and _JOINED.match(text[place]))


def word_edge(text: str, place: int, step: int) -> int:
    """The nearest place at which no word is cut, from a place to the right (``step`` 1) or to the left (-1)."""
    while joined_before(text, place):
        place += step
    return place


def released(
    text: str, start: int, end: int, *, before: bool = True, letter: bool = False
) -> tuple[int, int]:
    """A stretch of whole words without the particle before it, or without the pronoun after it.

    Each call cuts one more (وبالكتاب, بالكتاب, الكتاب, كتاب); where there is none left, the whole word comes back.
    With ``letter`` one letter with its marks is cut instead, whatever it is.
    """
    if start == end:
        return start, end
    if letter:
        cut = (cluster_end(text, start + 1), end) if before else (start, cluster_start(text, end - 1))
        return cut if cut[0] < cut[1] else (start, end)
    if before:
        whole = to_words(text, start, start + 1)[0]
        word = text[whole : to_words(text, start, start + 1)[1]]
        later = [whole + one for one in word_starts(word) if start < whole + one < end]
        return (later[0] if later else whole), end
    first, whole = to_words(text, end - 1, end)
    earlier = [first + one for one in word_ends(text[first:whole]) if start < first + one < end]
    return start, (earlier[0] if earlier else whole)
