"""Which script a text is written in, and the invisible marks that steer its direction."""

import unicodedata
from collections.abc import Iterator
from typing import Final

import regex

from taqabul.domain.language import Direction, Language

BIDI_CONTROLS: Final = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Marks, embeddings, overrides and isolates: kept in the text, ignored in matching."""

LRM: Final = "\u200e"
RLM: Final = "\u200f"
LRI: Final = "\u2066"
RLI: Final = "\u2067"
FSI: Final = "\u2068"
PDI: Final = "\u2069"
BETWEEN: Final = " / "
"""What stands between the titles of two texts that face each other."""

_SCRIPTS: Final = {
    Language.ARABIC: regex.compile(r"[\p{Script=Arabic}&&\p{L}]+", regex.V1),
    Language.ENGLISH: regex.compile(r"[\p{Script=Latin}&&\p{L}]+", regex.V1),
}
# From a letter of one direction to the last letter or digit before one of the other direction, in one line.
_ISLANDS: Final = {
    Direction.LTR: regex.compile(r"\p{Latin}(?:[^\p{Arabic}\n]*[\p{Latin}\p{N}])?"),
    Direction.RTL: regex.compile(r"\p{Arabic}(?:[^\p{Latin}\n]*[\p{Arabic}])?"),
}
_OTHERWISE: Final = {
    Direction.LTR: regex.compile(rf"[\p{{bc=R}}\p{{bc=AL}}\p{{bc=AN}}{BIDI_CONTROLS}]"),
    Direction.RTL: regex.compile(rf"[\p{{bc=L}}\p{{bc=EN}}\p{{bc=AN}}{BIDI_CONTROLS}]"),
}


def script_share(text: str) -> dict[Language, int]:
    """Count the letters of each language's script; letters of other scripts are counted nowhere."""
    return {language: sum(map(len, letters.findall(text))) for language, letters in _SCRIPTS.items()}


def language_of(text: str) -> Language | None:
    """The language most letters belong to; None where there are no letters, Arabic in a tie."""
    share = script_share(text)
    if not any(share.values()):
        return None
    return Language.ARABIC if share[Language.ARABIC] >= share[Language.ENGLISH] else Language.ENGLISH


def runs(text: str, direction: Direction) -> Iterator[tuple[Direction, str]]:
    """A text in pieces that run one way, for files that want to be told; what is neutral runs as the whole does."""
    at = 0
    other = Direction.LTR if direction is Direction.RTL else Direction.RTL
    for found in _ISLANDS[other].finditer(text):
        if found.start() > at:
            yield direction, text[at : found.start()]
        yield other, found.group()
        at = found.end()
    if at < len(text):
        yield direction, text[at:]


def runs_one_way(text: str, direction: Direction) -> bool:
    """Whether all of a text that is laid out in a direction runs that way, numbers too."""
    return not _OTHERWISE[direction].search(text)


def isolated(text: str) -> str:
    """A text to stand among words of the window: each of its lines runs as its own first letter says.

    Of titles side by side each runs by itself, or a number that one begins with would part from it.
    """
    return "\n".join(_line_isolated(line) if line else "" for line in text.split("\n"))


def isolated_by_letters(text: str) -> str:
    """A remark to stand among words of the window, running as most of its letters do, whatever begins it."""
    language = language_of(text)
    if language is None:
        return isolated(text)
    first = LRI if language.direction is Direction.LTR else RLI
    return "\n".join(f"{first}{line}{PDI}" if line else "" for line in text.split("\n"))


def led(text: str, direction: Direction) -> str:
    """A text that runs one way whatever its first letter is: with a mark before it, where that is needed."""
    first = _first_strong(text)
    if direction is Direction.LTR:
        return f"{LRM}{text}" if first in {"R", "AL"} else text
    return f"{RLM}{text}" if first == "L" else text


def dir_attribute(text: str) -> str:
    """The attribute that has HTML run a text as most of its letters do, whatever begins it: ``dir='rtl'``."""
    language = language_of(text)
    return f"dir='{'auto' if language is None else language.direction.value}'"


def _line_isolated(line: str) -> str:
    if BETWEEN not in line or not all(script_share(line).values()):
        return f"{FSI}{line}{PDI}"
    first = LRI if _first_strong(line) == "L" else RLI  # FSI would look past what is isolated inside
    return first + BETWEEN.join(f"{FSI}{part}{PDI}" for part in line.split(BETWEEN)) + PDI


def _first_strong(text: str) -> str:
    strong = (unicodedata.bidirectional(character) for character in text)
    return next((one for one in strong if one in {"L", "R", "AL"}), "")
