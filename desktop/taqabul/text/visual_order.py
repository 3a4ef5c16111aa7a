"""Letters as they stand on a page, left to right, become text in the order in which it is read."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import regex

from taqabul.domain.language import Direction

_PAIRS: Final = ("()", "[]", "{}", "«»", "‹›", "“”")
_BRACKET: Final = regex.compile(
    r"(?<=[\p{L}\p{M}\p{N}])(?P<closes>[()\[\]{}«»‹›“”])(?=[\s.,:;!?،؛؟]|\Z)"
    r"|(?:(?<=\s)|(?<=\A))(?P<opens>[()\[\]{}«»‹›“”])(?=[\p{L}\p{N}])"
)
_FACING: Final = {one: pair for pair in _PAIRS for one in pair}
_NUMBER: Final = r"D(?:CD|D)*"
_IN_RIGHT_TO_LEFT: Final = regex.compile(rf"L(?:[LDCN]*[LD])?|{_NUMBER}")
_IN_LEFT_TO_RIGHT: Final = regex.compile("R(?:[RDCN]*R)?")
_A_NUMBER: Final = regex.compile(_NUMBER)
_SEPARATORS: Final = frozenset(".,/:٫٬،")


def in_reading_order(pieces: Sequence[str], direction: Direction) -> str:
    """The text of a line whose pieces (a letter with its marks, a ligature) stand as they are seen, left to right.

    Numbers and words of the other script keep their own way; brackets are not turned.
    """
    kinds = "".join(map(_kind, pieces))
    if direction is Direction.RTL:
        return "".join(_turned(pieces, kinds, _IN_RIGHT_TO_LEFT))
    text: list[str] = []
    done = 0
    for run in _IN_LEFT_TO_RIGHT.finditer(kinds):
        start, end = run.span()
        text += pieces[done:start]
        text += _turned(pieces[start:end], kinds[start:end], _A_NUMBER)
        done = end
    return "".join([*text, *pieces[done:]])


def with_brackets_faced(text: str) -> str:
    """A text whose brackets and quotes face what they enclose, as far as the spaces beside them tell.

    One that stands between a space and a letter opens, one between a letter and a space closes.
    """
    return str(_BRACKET.sub(_faced, text))


def _faced(match: "regex.Match[str]") -> str:
    bracket = match["opens"] or match["closes"]
    return _FACING[bracket][0 if match["opens"] else 1]


def _turned(pieces: Sequence[str], kinds: str, kept: "regex.Pattern[str]") -> list[str]:
    """Pieces last first, but for what is kept in its order."""
    parts: list[str] = []
    done = 0
    for match in kept.finditer(kinds):
        start, end = match.span()
        parts += pieces[done:start]
        parts.append("".join(pieces[start:end]))
        done = end
    parts += pieces[done:]
    return parts[::-1]


@lru_cache(maxsize=4096)
def _kind(piece: str) -> str:
    """L and R: a letter; D: a digit; C: what may stand inside a number; N: all else."""
    first = piece[0]
    bidi = unicodedata.bidirectional(first)
    if bidi in {"R", "AL"}:
        return "R"
    if first.isdigit():
        return "D"
    if first in _SEPARATORS:
        return "C"
    return "L" if bidi == "L" else "N"
