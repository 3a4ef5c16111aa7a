"""Tell text that looks like Arabic or English from text that shows the traces of a wrong decoding."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

import regex

_WORD: Final = regex.compile(r"[\p{L}\p{M}]+")
_ODD: Final = regex.compile(
    r"[^\s\p{Script=Latin}\p{Script=Arabic}\p{M}\p{Nd}\p{P}\p{Cf}$+<=>|~^`´¨€£¥¢\p{So}\p{Sm}\p{No}]"
    r"|[\u2200-\u22ff\u2320-\u25ff\ufb50-\ufdcf\ufe70-\ufefc]"
)
_HIGH: Final = regex.compile(r"[^\x00-\x7f]")
_COMMON: Final = regex.compile(
    r"(?<!\p{L})(?:[وفبلك]?ال\p{L}{2,}|في|من|على|إلى|الى|أن|ان|عن|هذا|هذه|التي|الذي|ما|لا|كان|قال|بين|مع)(?!\p{L})"
)
_ARABIC_LETTERS: Final = regex.compile("[\u0621-\u064a]")
_ACCENTED: Final = "\u00c0-\u024f"
_UNLIKELY: Final = regex.compile(
    rf"[{_ACCENTED}]{{3,}}|(?<!\p{{L}})[{_ACCENTED}]{{2,}}(?!\p{{L}})|(?<=\p{{Ll}})[À-ÞŠŒŽŸ]"
)
_MIXED: Final = regex.compile(
    r"\p{Script=Arabic}\p{M}*\p{Script=Latin}|\p{Script=Latin}(?:\p{Script=Arabic}|[\u064b-\u0652])"
)
_MIXABLE: Final = regex.compile(r"[\p{Script=Arabic}\u064b-\u0652]")
_PLAIN: Final = regex.compile("[A-Za-z]")
_ACCENTED_LETTER: Final = regex.compile(rf"[{_ACCENTED}]")
_COMMON_ENGLISH: Final = regex.compile(
    r"(?<!\p{L})(?:the|of|and|to|in|is|that|for|was|with|it|by|at|are|from|this|not|be)(?!\p{L})", regex.I
)
_LATIN_WORD: Final = regex.compile(r"\p{Script=Latin}{2,}")
_ARABIC_WORD: Final = regex.compile(r"\p{Script=Arabic}[\p{Script=Arabic}\p{M}]+")
_MANY: Final = 200
"""Words from which a text has common ones among them."""
_FAMILIAR: Final = 0.04
_SHORT: Final = 20
"""Words below which a text need not hold common ones."""


def plausibility(text: str) -> float:
    """How much a text looks like Arabic or English, 0 to 1.

    Speaks for it: common Arabic words. Speaks against it: characters of no use in either language (box
    drawings), both scripts in one word, accented letters in a row or after a small letter.
    """
    if not text:
        return 0.0
    # Of a text of many characters few are different ones.
    tally = Counter(text)
    high = _count(tally, _HIGH) or 1
    accented = _count(tally, _ACCENTED_LETTER)
    arabic = _count(tally, _ARABIC_LETTERS)
    mixed = len(_MIXED.findall(text)) if _count(tally, _MIXABLE) else 0
    unlikely = sum(map(len, _UNLIKELY.findall(text))) if accented else 0
    faults: float = (3 * _count(tally, _ODD) + 2 * mixed + unlikely) / high
    if arabic > high / 2:
        return max(0.0, _familiarity(text) - faults)
    return max(0.0, (0.95 if accented <= _count(tally, _PLAIN) / 2 else 0.5) - faults)


def _count(tally: Mapping[str, int], form: "regex.Pattern[str]") -> int:
    return sum(times for one, times in tally.items() if form.match(one))


def hides_its_letters(text: str) -> bool:
    """Whether a text of many words has hardly one of the commonest of its language: its letters are not what they show."""
    arabic, latin = (sum(1 for _ in form.finditer(text)) for form in (_ARABIC_WORD, _LATIN_WORD))
    form = _COMMON if arabic > latin else _COMMON_ENGLISH
    return max(arabic, latin) >= _MANY and sum(1 for _ in form.finditer(text)) < _FAMILIAR * max(
        arabic, latin
    )


def _familiarity(text: str) -> float:
    """How many of the most common Arabic words a text holds, as a score from 0.55 to 1."""
    words = len(_WORD.findall(text))
    common = min(1.0, 5 * len(_COMMON.findall(text)) / max(words, 1))
    return 0.75 + 0.25 * common if words < _SHORT else 0.55 + 0.45 * common
