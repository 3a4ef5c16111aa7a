"""What comes into texts unasked — from other programs, from scans — and how it goes again, rule by rule."""

import unicodedata
from collections.abc import Collection
from enum import StrEnum
from typing import Final

import regex

from taqabul.text import arabic
from taqabul.text.direction import BIDI_CONTROLS
from taqabul.text.folding import ZERO_WIDTH
from taqabul.text.showing import ODD_SPACES


class CleanRule(StrEnum):
    """What is cleaned."""

    BIDI = "bidi"
    ZERO_WIDTH = "zero-width"
    SPACES = "spaces"
    DOUBLE_SPACES = "double-spaces"
    TATWEEL = "tatweel"
    PRESENTATION_FORMS = "presentation-forms"


_BIDI: Final = regex.compile(f"[{BIDI_CONTROLS}]")
_JOINERS: Final = "\u200c\u200d"
_LETTER: Final = r"[\p{Arabic}\p{M}]"
_ZERO_WIDTH: Final = regex.compile(
    rf"[{''.join(one for one in ZERO_WIDTH if one not in _JOINERS)}]"
    rf"|(?<!{_LETTER})[{_JOINERS}]+|[{_JOINERS}]+(?!{_LETTER}|[{_JOINERS}])"
)
_ODD_SPACES: Final = regex.compile(f"[{ODD_SPACES}]")
_DOUBLE_SPACES: Final = regex.compile(r" {2,}|(?<=\n) +| +(?=\n)|^ +| +$")
_TATWEEL: Final = regex.compile(
    rf"(?<=\p{{Arabic}}){arabic.TATWEEL}+(?={_LETTER})|(?<={_LETTER}){arabic.TATWEEL}+(?=\p{{Arabic}})"
)
_PRESENTATION_FORMS: Final = regex.compile("[\ufb50-\ufd3d\ufd50-\ufdf9\ufe70-\ufefc]")


def cleaned(text: str, rules: Collection[CleanRule]) -> str:
    """A text after the rules, whatever their order; what the rules do not name stays to the letter.

    Joiners between Arabic letters stay, as does the tatweel of an abbreviation (هـ) and a ligature that stands for
    a whole phrase (ﷺ).
    """
    if CleanRule.PRESENTATION_FORMS in rules:
        text = _PRESENTATION_FORMS.sub(lambda match: _plain(match[0]), text)
    if CleanRule.BIDI in rules:
        text = _BIDI.sub("", text)
    if CleanRule.ZERO_WIDTH in rules:
        text = _ZERO_WIDTH.sub("", text)
    if CleanRule.SPACES in rules:
        text = _ODD_SPACES.sub(" ", text)
    if CleanRule.DOUBLE_SPACES in rules:
        text = _DOUBLE_SPACES.sub(lambda match: " " if len(match[0]) > 1 and _inside(match) else "", text)
    if CleanRule.TATWEEL in rules:
        text = _TATWEEL.sub("", text)
    return text


def _inside(match: "regex.Match[str]") -> bool:
    """Whether spaces stand between words, and not at an end of a line."""
    text: str = match.string
    start, end = match.span()
    return start > 0 and end < len(text) and "\n" not in {text[start - 1], text[end]}


def _plain(form: str) -> str:
    """A presentation form as letters; a form of a lone mark is the mark, without the space or tatweel under it."""
    plain = unicodedata.normalize("NFKC", form)
    if len(plain) > 1 and plain[0] in {" ", arabic.TATWEEL}:
        return plain[1:]
    return plain
