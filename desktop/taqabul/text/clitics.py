"""Arabic words with what is written joined to them: particles before, pronouns after."""

from typing import Final

import regex

_MARKS: Final = r"\p{M}*"
_PRONOUNS: Final = ("ه", "ها", "هم", "هن", "هما", "ك", "كم", "كن", "كما", "ي", "ني", "نا")
_ARTICLE: Final = "ال"
_SHORTEST: Final = 2
EDGE: Final = r"[\p{L}\p{N}\p{M}_]"
"""What may not stand before or after a whole word."""


def joined_forms(word: str, *, folded_from: str, endings: bool) -> tuple[str, str]:
    """A pattern for a word with its clitics, and a string that is in all that it matches.

    ``word`` is folded like the texts that the pattern is for; ``folded_from`` is it as written. Without an
    article it may get one; with one it keeps it. A word with an article has no pronoun: العراقي is not his
    Iraq. A word of another script is taken as it is. The group
    ``pronoun`` holds the last pronoun that was matched after a word as it is.
    """
    if not word or not regex.fullmatch(r"[\p{Arabic}\p{M}]+", word):
        return regex.escape(word), word
    has_article = word.startswith(_ARTICLE) and len(word) > len(_ARTICLE) + 1
    stem = word.removeprefix(_ARTICLE) if has_article else word
    bare = f"{regex.escape(stem)}{_MARKS}"
    and_, with_article = f"(?:{_any('وف')})?", f"(?:(?:{_any('بك')})?{_letters(_ARTICLE)}|{_letters('لل')})"
    merged = f"|{_letters('ل')}(?={_letters('ل')})" if stem.startswith("ل") else ""
    if has_article:
        return f"{and_}(?:{with_article}{merged}){bare}", stem
    body, needed = _with_endings(stem, folded_from) if endings else (regex.escape(stem), stem)
    return f"{and_}(?:{with_article}{bare}|(?:{_any('بكلس')})?{body})", needed


def _with_endings(stem: str, written: str) -> tuple[str, str]:
    """A stem with a pronoun or none; before a pronoun ة is written ت."""
    pronouns = f"(?:{'|'.join(_letters(one) for one in _PRONOUNS)})"
    if (
        written.rstrip().rstrip("\u064b\u064c\u064d\u064e\u064f\u0650").endswith("ة")
        and len(stem) > _SHORTEST
    ):
        head = regex.sub(r".\p{M}*$", "", stem)
        tail = stem[len(head) :]
        return f"{regex.escape(head)}(?:{regex.escape(tail)}|ت{_MARKS}{pronouns})", head
    return f"{regex.escape(stem)}{_MARKS}(?P<pronoun>{pronouns})?", stem


def _letters(word: str) -> str:
    """Letters, each of which may carry marks (where marks are not folded away)."""
    return "".join(f"{letter}{_MARKS}" for letter in word)


def _any(letters: str) -> str:
    return f"[{letters}]{_MARKS}"


def bare_folded(words: str) -> str:
    """Folded words, one a line, without the particles before them."""
    return str(_BEFORE.sub("", words))


_BEFORE: Final = regex.compile(
    rf"^(?:[وف]?(?:[بك]?{_ARTICLE}|لل)|[وف][بلس]|[وفبلكس])(?=\p{{Arabic}}{{3}})", regex.MULTILINE
)


_CUT_MARKS: Final = r"[\p{M}\u0640]*+"
_STEM: Final = 2
"""Letters that have to be left of a word."""
_PARTICLES: Final = tuple(
    regex.compile(rf"[{letters}]{_CUT_MARKS}{rest}")
    for letters, rest in (("وف", ""), ("بكلس", ""), ("اٱ", f"ل{_CUT_MARKS}"))
)
_SHORT_ARTICLE: Final = regex.compile(rf"ل{_CUT_MARKS}")
_PRONOUN: Final = regex.compile(
    f"(?:{'|'.join(_CUT_MARKS.join((*one, '')) for one in sorted(_PRONOUNS, key=len, reverse=True))})$"
)
_LETTER: Final = regex.compile(r"\p{L}")


def word_starts(word: str) -> list[int]:
    """Where an Arabic word may begin, from the left: itself, without و ف, without ب ك ل س, without ال.

    What may be a particle by its place is cut, as long as a stem of two letters stays: whether it is one in
    this word is for the reader to say. Offsets count code points and part no letter from its marks.
    """
    found = [0]
    for place, particle in enumerate(_PARTICLES):
        at = found[-1]
        match = particle.match(word, at)
        # In لل the article has lost its alef.
        if match is None and place == len(_PARTICLES) - 1 and at and word[found[-2]] == "ل":
            match = _SHORT_ARTICLE.match(word, at)
        if match is not None and len(_LETTER.findall(word, match.end())) >= _STEM:
            found.append(match.end())
    return found


def word_ends(word: str) -> list[int]:
    """Where an Arabic word may end, from the right: itself, then without the pronoun that may be joined to it."""
    match = _PRONOUN.search(word)
    if match is None or len(_LETTER.findall(word[: match.start()])) < _STEM:
        return [len(word)]
    return [len(word), match.start()]
