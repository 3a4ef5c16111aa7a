"""Small damages that taking text out of documents leaves in it, each undone by itself."""

from collections import Counter
from typing import Final

import regex

_SWAPPED: Final = regex.compile(
    r"(?<![\p{L}\p{M}])([وف]?[بك]?ا)([أإآ])ل(?=\p{L})|(?<![\p{L}\p{M}])([وف]?[بك]?ا)(ا)ل(?=\p{L})"
)
_RIGHT: Final = regex.compile(r"(?<![\p{L}\p{M}])[وف]?[بك]?ال[أإآا](?=\p{L})")
_LONE_ARTICLE: Final = regex.compile(r"(?<![\p{L}\p{M}])([وف]?)ال(?=\s)")
_WORD: Final = regex.compile(r"[\p{L}\p{M}]+")
_SPACED: Final = regex.compile(r"(?<![\p{L}\p{M}])\p{Arabic}\p{M}*(?: \p{Arabic}\p{M}*){3,}(?![\p{L}\p{M}])")
_ARABIC: Final = r"[\p{Arabic}\p{M}--[\p{N}\p{P}]]"
_SPACE: Final = regex.compile(rf"(?<=(?<!\w)(?P<a>{_ARABIC}+)) (?=(?P<b>{_ARABIC}+)(?!\w))", regex.V1)
_SHORT: Final = 3
_HYPHEN: Final = regex.compile(r"(?<=[^\W\d_]{2})[-\u2010\u00ad]\n(?P<next>[a-z]+)|\u00ad\n?")
_STANDS_ALONE: Final = frozenset("وأءبفكلاسيم")


def swap_lam_alef(text: str) -> tuple[str, int]:
    """Put the letters of lam-alef in order where the article shows that they are swapped: األرض, االستقلال.

    Believed where that is more frequent than the right order, which it never is in sound text.
    """
    wrong = sum(1 for _ in _SWAPPED.finditer(text))
    if not wrong or wrong <= sum(1 for _ in _RIGHT.finditer(text)):
        return text, 0
    text = _SWAPPED.sub(lambda match: f"{match[1] or match[3]}ل{match[2] or match[4]}", text)
    text, lone = _LONE_ARTICLE.subn(r"\1لا", text)
    return text, wrong + lone


def join_split_words(text: str) -> tuple[str, int]:
    """Take out spaces inside Arabic words: letters spaced out one by one, and parts that the text has as a whole.

    Two parts are joined where the text has them as one word more often than the rarer part as a word of its own.
    """
    text, spaced = _SPACED.subn(lambda match: match[0].replace(" ", ""), text)
    words = Counter(_WORD.findall(text))
    joined = 0

    def whole(match: "regex.Match[str]") -> str:
        nonlocal joined
        a, b = match["a"], match["b"]
        if min(len(a), len(b)) > _SHORT or a in _STANDS_ALONE or words[a + b] <= min(words[a], words[b]):
            return " "
        joined += 1
        return ""

    return _SPACE.sub(whole, text), spaced + joined


def join_hyphenated(text: str) -> tuple[str, int]:
    """Join English words that were parted at the end of a line: "exam-" and "ple"."""
    joined, count = _HYPHEN.subn(lambda match: match["next"] or "", text)
    return str(joined), int(count)
