"""A text as it is shown: vowel signs hidden, invisible characters named, runs of the other script set apart.

Only what is shown differs; ``Shown`` knows where each of its characters stands in the text itself.
"""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import regex

from taqabul.domain.language import Direction
from taqabul.text import arabic
from taqabul.text.direction import BIDI_CONTROLS, PDI
from taqabul.text.folding import ZERO_WIDTH

LINE_BREAK: Final = "\u2028"
LRI, RLI = "\u2066", "\u2067"
ODD_SPACES: Final = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Spaces that look like the usual one, as ranges for a character class."""

_VISIBLE_MARKS: Final = "\u06dd\u06de\u06e9"
_HAMZA_AND_MADDA: Final = "\u0653-\u0655"
_TASHKEEL: Final = regex.compile(
    f"[[{arabic.TASHKEEL_CLASS}]--[{_VISIBLE_MARKS}{_HAMZA_AND_MADDA}]]", regex.V1
)
_UNSEEN: Final = regex.compile(f"[{BIDI_CONTROLS}{ZERO_WIDTH}{ODD_SPACES}{arabic.TATWEEL}]|(?<= ) ")
_STEERING: Final = regex.compile("[\u202a-\u202e\u2066-\u2069]")
_LATIN_RUN: Final = regex.compile(
    r"[.#@$€£]?+[0-9]*\p{Latin}[\p{Latin}\p{M}0-9]*+"
    r"(?:(?:[ \u00a0]?[-–—_./&'’@:+,*=\\~%?]{1,3}[ \u00a0]?|[ \u00a0])?[\p{Latin}0-9][\p{Latin}\p{M}0-9]*+"
    r"|[+#®™°%.,]?+[ \u00a0]?[(\[][\p{Latin}0-9 .,&'’/-]++[)\]]|[+#®™°%])*+"
    r"|\+[0-9][0-9 \u00a0().-]{4,}[0-9]"
)
_ARABIC_RUN: Final = regex.compile(
    r"[\p{Arabic}&&\p{L}][\p{Arabic}\p{M}]*+(?:[ \u00a0،؛.-]{1,2}[\p{Arabic}&&[\p{L}\p{N}]][\p{Arabic}\p{M}]*+)*+",
    regex.V1,
)
_OTHER_SCRIPTS: Final = regex.compile(r"\p{Latin}|\+[0-9]"), regex.compile(r"[\p{Arabic}&&\p{L}]", regex.V1)
_NAMES: Final = {
    "\t": "TAB",
    "\u00a0": "NBSP",
    "\u00ad": "SHY",
    "\u061c": "ALM",
    "\u200b": "ZWSP",
    "\u200c": "ZWNJ",
    "\u200d": "ZWJ",
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u202f": "NNBSP",
    "\u2060": "WJ",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
    "\ufeff": "BOM",
}


@dataclass(frozen=True, slots=True)
class Display:
    """What of a text is shown: its ``tashkeel``, and its ``unseen`` characters by their names."""

    tashkeel: bool = True
    unseen: bool = False


class Shown:
    """A text as shown. Positions are code points; ``signs`` are the stretches that name what is unseen."""

    def __init__(self, text: str, origins: list[int] | None, signs: tuple[tuple[int, int], ...] = ()) -> None:
        self.text, self.signs = text, signs
        self._origins = origins

    def place(self, position: int) -> int:
        """Where a position of the text itself is shown; one that is hidden, where what follows it is."""
        return position if self._origins is None else bisect_left(self._origins, position)

    def origin(self, position: int) -> int:
        """Which position of the text itself is shown there."""
        if self._origins is None:
            return position
        return self._origins[min(position, len(self._origins) - 1)]


def shown(text: str, direction: Direction, display: Display) -> Shown:
    """A text as it is shown in a paragraph of that direction."""
    runs = list(_runs(text, direction))
    hidden = () if display.tashkeel else {match.start() for match in _TASHKEEL.finditer(text)}
    unseen = {match.start() for match in _UNSEEN.finditer(text)} if display.unseen else ()
    if not (runs or hidden or unseen):
        return Shown(text.replace("\n", LINE_BREAK), None)
    opening = {start for start, _ in runs}
    closing = {end for _, end in runs}
    isolate = LRI if direction is Direction.RTL else RLI
    made: list[str] = []
    origins: list[int] = []
    signs: list[tuple[int, int]] = []

    def put(characters: str, origin: int) -> None:
        made.extend(characters)
        origins.extend([origin] * len(characters))

    for place, character in enumerate(text):
        if place in closing:
            put(PDI, place)
        if place in opening:
            put(isolate, place)
        if place in hidden:
            continue
        begin = len(made)
        put(LINE_BREAK if character == "\n" else character, place)
        if place in unseen:
            put(_name(character), place)
            signs.append((begin, len(made)))
    if len(text) in closing:
        put(PDI, len(text))
    return Shown("".join(made), [*origins, len(text)], tuple(signs))


def _runs(text: str, direction: Direction) -> Iterator[tuple[int, int]]:
    """Stretches of the other script; none where the text itself says how it is to be laid out."""
    rtl = direction is Direction.RTL
    if not _OTHER_SCRIPTS[not rtl].search(text) or _STEERING.search(text):
        return
    for match in (_LATIN_RUN if rtl else _ARABIC_RUN).finditer(text):
        yield match.span()


def _name(character: str) -> str:
    """An unseen character's short name, set apart from the direction around it; nothing for one that has a shape."""
    if character in {arabic.TATWEEL, " "}:
        return ""
    return f"{LRI}{name_of(character)}{PDI}"


def name_of(character: str) -> str:
    """A short name of an unseen character; any other as it is."""
    known = _NAMES.get(character)
    if known is not None or not _UNSEEN.match(character) or character == arabic.TATWEEL:
        return known or character.replace(" ", "␣")
    return "SP" if unicodedata.category(character) == "Zs" else f"{ord(character):04X}"
