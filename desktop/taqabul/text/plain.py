"""A text as ordinary print has it: what vowel signs, Quran spelling, other keyboards and capitals hide.

Sentence encoders are trained on plain modern print. To them the same sentence with its vowel signs, or
typed with a Persian keyboard, or in capitals, is hardly the same sentence.
"""

from typing import Final

import regex

from taqabul.text import arabic
from taqabul.text.direction import BIDI_CONTROLS
from taqabul.text.folding import ZERO_WIDTH

_MARK: Final = rf"[{arabic.TASHKEEL_CLASS}]"
_UNUSUAL: Final = regex.compile(
    rf"[{arabic.TASHKEEL_CLASS}{arabic.TATWEEL}{arabic.VERSE_END}{BIDI_CONTROLS}{ZERO_WIDTH}ٱیېےۍێکڪەہھۀۃ]"
)
_TABLE: Final = str.maketrans(
    dict.fromkeys(filter(regex.compile(_MARK).match, map(chr, range(0x610, 0x900))), "")
    | dict.fromkeys(arabic.TATWEEL + BIDI_CONTROLS + ZERO_WIDTH, "")
    | dict.fromkeys("یېےۍێ", arabic.YEH)
    | dict.fromkeys(arabic.KAF_VARIANTS, arabic.KAF)
    | dict.fromkeys("ەہھۀ", arabic.HEH)
    | {"ۃ": "ة", "ٱ": arabic.ALEF, arabic.VERSE_END: " "}
)

_QURANIC: Final = regex.compile("[ٱ\u06e1]")
_QURAN_SPELLING: Final = tuple(
    (regex.compile(pattern), plain)
    for pattern, plain in (
        (rf"(?<=[\p{{L}}\p{{M}}])آ|\u0627{_MARK}*\u0653", "ا"),  # a long vowel before a hamza: ٱلسَّمَآءِ
        (rf"(?:ء\u064e?|{arabic.TATWEEL}\u064e\u0654)ا|أ\u0653", "آ"),  # ءَامَنُواْ, ٱلۡأٓخِرَةِ
        (rf"{arabic.TATWEEL}{_MARK}*\u0654", "ئ"),  # شَيۡـٔٗا
        ("\u06e7", "ي"),  # إِبۡرَٰهِـۧمَ
        (rf"(?<![\p{{L}}\p{{M}}])ي\u064e?\u0670{_MARK}*", "يا "),  # يَٰٓأَيُّهَا
        (rf"(?:ى|و)\u0670(?={_MARK}*\p{{L}})", "ا"),  # ٱلصَّلَوٰةَ, هُدَىٰهُمۡ
        ("ى\u0670", "ى"),
    )
)
_WORD: Final = regex.compile(r"[\p{L}\p{M}]*\u0670[\p{L}\p{M}]*")
_SMALL_ALEF_STAYS_OUT: Final = regex.compile(
    r"[أوفبكل]{0,2}(?:هذ\p{L}{1,2}|هؤلاء|ذلك\p{L}{0,2}|[إا]له\p{L}{0,3}|(?:ا?ل)?رحمن|لكن\p{L}{0,3}|[أا]ولئك\p{L}?|طه)"
)
"""Words that modern print, too, writes without the alef that is heard: هذا, ذلك, إله, الرحمن, لكن, أولئك."""

_CAPITALS: Final = regex.compile(r"\p{Lu}(?:['’\p{M}]?\p{Lu})+")
_SMALL_OR_ARABIC: Final = regex.compile(r"[\p{Ll}\p{Arabic}]")
_LONGEST_ACRONYM: Final = 6
_DIGITS: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)


def plain(text: str) -> str:
    """The text in ordinary spelling: no vowel signs, tatweel or invisible marks, Arabic letters for Persian.

    Quran orthography becomes modern spelling as far as rules go: ٱلصَّلَوٰةَ to الصلاة, ءَامَنُواْ to آمنوا.
    Lines and punctuation stay; a plain text comes back as it is.
    """
    if _UNUSUAL.search(text) is None:
        return text
    if _QURANIC.search(text):
        text = _modern(text)
    return text.translate(_TABLE)


def _modern(text: str) -> str:
    for pattern, replacement in _QURAN_SPELLING:
        text = pattern.sub(replacement, text)
    return str(_WORD.sub(lambda match: _with_alef(match[0]), text))


def _with_alef(word: str) -> str:
    """A word with its small alef written out, where modern print does so."""
    stays_out = _SMALL_ALEF_STAYS_OUT.fullmatch(word.translate(_TABLE))
    return word if stays_out else word.replace("\u0670", arabic.ALEF)


def calm(text: str) -> str:
    """The text with ASCII digits and, where all of it is in capitals, in small letters.

    One word that may be an acronym stays as it is: UNESCO, but Preamble.
    """
    text = text.translate(_DIGITS)
    if not text.isupper() or _SMALL_OR_ARABIC.search(text):
        return text
    words = _CAPITALS.findall(text)
    return (
        text.capitalize() if len(words) > 1 or any(len(word) > _LONGEST_ACRONYM for word in words) else text
    )
