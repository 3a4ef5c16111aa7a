"""Folding: what a reader takes for the same spelling becomes the same string, with a way back.

``fold`` gives the folded text and, for each of its code points, where it stands in the original.
"""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

import regex

from taqabul.text import arabic, english
from taqabul.text.direction import BIDI_CONTROLS

ZERO_WIDTH: Final = "\u00ad\u034f\u180e\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff"
"""Characters without width: soft hyphen, joiners, word joiner, byte order mark."""

_VARIATION_SELECTORS: Final = "".join(map(chr, range(0xFE00, 0xFE10)))
_IGNORED: Final = BIDI_CONTROLS + ZERO_WIDTH + _VARIATION_SELECTORS
_IGNORED_SET: Final = frozenset(_IGNORED)
_TASHKEEL: Final = regex.compile(f"[{arabic.TASHKEEL_CLASS}]")
_HAMZA_MARKS: Final = frozenset("\u0653\u0654\u0655\u0674")
_LATIN_MARKS: Final = regex.compile("[\u0300-\u036f]")
_CLUSTER: Final = regex.compile(rf"[^\p{{M}}{_IGNORED}][{_IGNORED}]*+(?:\p{{M}}[{_IGNORED}]*+)++")
_ARABIC_NUMBER_MARKS: Final = {"٫": ".", "٬": ",", "٪": "%"}


class _Options(NamedTuple):
    tashkeel: bool
    alef: bool
    ya: bool
    ta_marbuta: bool
    tatweel: bool
    digits: bool
    case: bool


_EVERYTHING: Final = _Options(*[True] * 7)


class Folded:
    """A folded text and its way back to the original. Positions are code points."""

    def __init__(self, original: str, options: _Options) -> None:
        self.original = original
        self._table = _table(options)
        self._composed, self._starts = _compose(original)

    @cached_property
    def text(self) -> str:
        """The folded text."""
        return self._composed.translate(self._table)

    @cached_property
    def positions(self) -> Sequence[int]:
        """Where each folded code point stands in the original, ascending; at the end the original's length."""
        table, composed = self._table, self._composed
        letters = set(composed)
        if self._starts is None and letters <= table.kept:
            return range(len(self.original) + 1)
        starts = range(len(composed)) if self._starts is None else self._starts
        dropped = letters - table.kept
        if dropped <= table.dropped:
            folded = [start for start, one in zip(starts, composed, strict=True) if one not in dropped]
        else:
            folded = [start for start, one in zip(starts, composed, strict=True) for _ in table[ord(one)]]
        return (*folded, len(self.original))

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original behind the folded stretch ``start`` to ``end`` (excluded).

        It takes in the marks on its last letter, and the whole of a character only part of which
        was asked for (ﷺ folds to four words). An empty stretch stays empty.
        """
        positions = self.positions
        first = positions[start]
        if end <= start:
            return first, first
        last = positions[end - 1]
        while positions[end] == last:
            end += 1
        return first, last + len(self.original[last : positions[end]].rstrip(_IGNORED))


def fold(
    text: str,
    *,
    tashkeel: bool = True,
    alef: bool = True,
    ya: bool = True,
    ta_marbuta: bool = True,
    tatweel: bool = True,
    digits: bool = True,
    case: bool = True,
) -> Folded:
    """Fold what readers do not tell apart; each switch turned off keeps one difference.

    ``tashkeel`` vowel signs and Quranic marks go; ``alef`` أ إ آ ٱ to ا, and the hamza's seats ؤ ئ to
    و ي (ء stays: ماء is not ما); ``ya`` ى and the Persian ی to ي, ک to ك; ``ta_marbuta`` ة to ه;
    ``tatweel`` goes; ``digits`` Arabic-Indic and Persian digits, ٫ ٬ ٪ to ASCII; ``case`` Latin case
    and accents. Always: presentation forms and other compatibility characters to plain letters, quotes and
    dashes to one shape, each space to U+0020, bidi controls and zero-width characters to nothing.
    """
    return Folded(text, _Options(tashkeel, alef, ya, ta_marbuta, tatweel, digits, case))


def may_widen(letters: Iterable[str], folded: Callable[[str], str]) -> bool:
    """Whether a letter folds to more than one; where none does, a text that keeps its length keeps its places.

    That holds of composed text (NFC) only.
    """
    return any(len(folded(letter)) > 1 for letter in letters)


def fold_key(text: str) -> str:
    """Everything folded and runs of spaces made one: equal keys, same text to a reader."""
    return " ".join(_compose(text)[0].translate(_table(_EVERYTHING)).split())


def _compose(text: str) -> tuple[str, list[int] | None]:
    """Canonically composed text, with where each code point began; None where nothing moved."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return text, None
    pieces: list[str] = []
    starts: list[int] = []
    done = 0
    for match in _CLUSTER.finditer(text):
        start, end = match.span()
        composed = unicodedata.normalize("NFC", "".join(c for c in match[0] if c not in _IGNORED_SET))
        pieces += (text[done:start], composed)
        starts += range(done, start + 1)
        starts += (max(start, place) for place in range(end - len(composed) + 1, end))
        done = end
    pieces.append(text[done:])
    starts += range(done, len(text))
    return "".join(pieces), starts


class _Table(dict[int, str]):
    """What each code point folds to, found when first asked for (for ``str.translate``).

    ``kept`` are those met so far that fold to one, ``dropped`` those that fold to none.
    """

    def __init__(self, options: _Options) -> None:
        super().__init__()
        self._options = options
        self._letters = _letters(options)
        self.kept: set[str] = set()
        self.dropped: set[str] = set()

    def __missing__(self, code: int) -> str:
        folded = self[code] = self._fold(chr(code))
        if len(folded) < 2:
            (self.kept if folded else self.dropped).add(chr(code))
        return folded

    def _fold(self, character: str) -> str:
        """Fold one character, over and over until nothing changes."""
        folded = "".join(self._step(part) for part in _plain(character))
        return folded if folded == character else "".join(self[ord(part)] for part in folded)

    def _step(self, character: str) -> str:
        options = self._options
        if character in _IGNORED_SET:
            return ""
        if character in _HAMZA_MARKS:
            return "" if options.alef else character
        if _TASHKEEL.match(character):
            return "" if options.tashkeel else character
        if character.isspace():
            return " "
        if options.digits and character.isdecimal():
            return str(unicodedata.decimal(character))
        character = self._letters.get(character, character)
        return _without_case(character) if options.case else character


@lru_cache(maxsize=128)
def _table(options: _Options) -> _Table:
    return _Table(options)


def _plain(character: str) -> str:
    """Without compatibility forms: ﻻ to لا, ﬁ to fi; a mark that stands alone loses its space."""
    plain = unicodedata.normalize("NFKC", character)
    if len(plain) > 1 and plain[0] == " ":
        return plain[1:] if _TASHKEEL.match(plain, 1) else character
    return plain


def _without_case(text: str) -> str:
    plain = _LATIN_MARKS.sub("", unicodedata.normalize("NFD", text.casefold()))
    return unicodedata.normalize("NFC", plain)


def _letters(options: _Options) -> dict[str, str]:
    """The letters and marks that change under these options."""
    table = dict.fromkeys(english.SINGLE_QUOTES, "'")
    table |= dict.fromkeys(english.DOUBLE_QUOTES, '"')
    table |= dict.fromkeys(english.DASHES, "-")
    if options.alef:
        table |= dict.fromkeys(arabic.ALEF_VARIANTS, arabic.ALEF)
        table |= dict.fromkeys(arabic.WAW_VARIANTS, arabic.WAW)
        table |= dict.fromkeys(arabic.YEH_HAMZA_VARIANTS, arabic.YEH)
    if options.ya:
        table |= dict.fromkeys(arabic.YEH_VARIANTS, arabic.YEH)
        table |= dict.fromkeys(arabic.KAF_VARIANTS, arabic.KAF)
    if options.ta_marbuta:
        table |= dict.fromkeys(arabic.HEH_VARIANTS, arabic.HEH)
    if options.tatweel:
        table[arabic.TATWEEL] = ""
    if options.digits:
        table |= _ARABIC_NUMBER_MARKS
    if options.case:
        table |= english.UNDECOMPOSED_LETTERS
    return table
