"""Where sentences of Arabic and English paragraphs end.

Arabic has no capitals to say that a sentence begins, so what stands before a mark decides there, and
what follows it decides in English (UAX #29, rules SB6 to SB11, are the starting point for both).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, repeat
from typing import Final

import regex

from taqabul.domain.language import Language
from taqabul.text import arabic, english
from taqabul.text.folding import fold

_OPENERS: Final = "\"'“‘„‚«‹([{" + arabic.ORNATE_OPEN
_CLOSERS: Final = "\"'”’»›)\\]}" + arabic.ORNATE_CLOSE
_CANDIDATE: Final = regex.compile(
    rf"(?P<marks>[.!?…‼⁇⁈⁉{arabic.SENTENCE_ENDS}]++)(?P<closers>[{_CLOSERS}\p{{Cf}}]*+)(?:\[\p{{Nd}}{{1,3}}\])*+"
    rf"|(?P<verse>{arabic.VERSE_END}[ \u00a0]?\p{{Nd}}*|[﴾﴿]\p{{Nd}}{{1,3}}[﴾﴿]|\(\p{{Nd}}{{1,3}}\))"
    r"|(?P<line>\n)"
)
_NEXT: Final = regex.compile(
    r"[\s\p{Cf}]*+(?:[\p{Ps}\p{Pi}\"'–—-]++[ \u00a0]?)*+(?P<word>[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*+)?"
)
_BARE_NUMBER: Final = regex.compile(
    r"[\s\p{Cf}]*+[(\[]?(?:\p{Nd}{1,3}(?:\.\p{Nd}{1,3})*+|[ivxlcIVXLC]{1,5}|\p{L}\p{M}*+ـ?)[.)\]-]*+\s*+"
)
_GOES_ON: Final = regex.compile(r"\s++[,،:;]")
_LABEL: Final = regex.compile(r"\s++[(\[]?(?:\p{L}|[ivx]{1,4})\)\s")
_ROMAN_OR_LETTER: Final = regex.compile(r"[IVXLC]+|\p{Lu}")
_VERSE_NUMBER: Final = regex.compile(r"\((\p{Nd}{1,3})\)")
_TOKEN_REACH: Final = 30
_BRACKET_REACH: Final = 1000


def sentence_ends(text: str, language: Language, wrapped: Iterable[bool] = ()) -> Iterator[int]:
    """Where one sentence ends and the next may begin, code points, ascending.

    A line ends a sentence unless ``wrapped`` says of it, in order, that the text was only wrapped there.
    Time grows with the text's length, whatever is in it.
    """
    soft = chain(wrapped, repeat(False))
    verses = _verse_ends(text)
    start = counted = depth = 0
    for match in _CANDIDATE.finditer(text):
        at, end = match.span()
        marks = match["marks"]
        if marks:
            if marks != ".":  # what is quoted counts for dots that leave something out
                depth += _quotes_opened(text, counted, at)
                counted = at
            ends = _ends_sentence(
                _Candidate(
                    text,
                    start,
                    at,
                    marks,
                    match["closers"],
                    end,
                    bool(depth % 2),
                    language is Language.ARABIC,
                )
            )
        elif match["line"]:
            ends = not next(soft) and not _BARE_NUMBER.fullmatch(text, start, at)
        else:
            ends = text[at] != "(" or end in verses
        if ends:
            start = end
            yield start


@dataclass(slots=True)
class _Candidate:
    """A mark that may end a sentence: from ``at``, with its closers to ``end``.

    ``quoted`` is known of all but a single dot. The words around are looked for once, when they are asked for.
    """

    text: str
    start: int
    at: int
    marks: str
    closers: str
    end: int
    quoted: bool
    arabic: bool
    _token: str | None = None
    _next_word: str | None = None

    @property
    def token(self) -> str:
        """What stands immediately before the mark, without opening quotes and brackets."""
        if self._token is None:
            before = self.text[max(self.start, self.at - _TOKEN_REACH) : self.at]
            ends_word = before and not before[-1].isspace()
            self._token = before.rsplit(None, 1)[-1].lstrip(_OPENERS) if ends_word else ""
        return self._token

    @property
    def next_word(self) -> str:
        """The word that follows, past spaces and opening marks; empty where there is none."""
        if self._next_word is None:
            match = _NEXT.match(self.text, self.end)
            self._next_word = (match["word"] or "") if match else ""
        return self._next_word

    @property
    def after(self) -> str:
        """The character that follows; empty at the end."""
        return self.text[self.end : self.end + 1]

    @property
    def before(self) -> str:
        """The character before the mark; a space at the sentence's start."""
        return self.text[self.at - 1] if self.at > self.start else " "


def _quotes_opened(text: str, start: int, end: int) -> int:
    """How many straight and angle quotes stand in a stretch: odd in all means that one is open."""
    return sum(text.count(quote, start, end) for quote in '"“”«»')


def _verse_ends(text: str) -> frozenset[int]:
    """The ends of verse numbers that follow their verse: (1), (2), … up to the very end of the text."""
    found = list(_VERSE_NUMBER.finditer(text)) if "(" in text else []
    if len(found) < 2 or text[found[-1].end() :].strip() or not text[: found[0].start()].strip():
        return frozenset()
    numbers = [int(match[1]) for match in found]
    consecutive = numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    return frozenset(match.end() for match in found) if consecutive else frozenset()


def _ends_sentence(mark: _Candidate) -> bool:
    if mark.after and not mark.after.isspace():
        return _ends_without_space(mark)
    if _GOES_ON.match(mark.text, mark.end):
        return False
    # regex looks ahead for the bracket the pattern needs, to the text's end unless told where to stop
    labelled = _LABEL.match(mark.text, mark.end, mark.end + _TOKEN_REACH) is not None
    if (_is_latin_lower(mark.next_word) and not labelled) or _in_brackets(mark):
        return False
    if set(mark.marks) <= {".", "…"}:
        return _dot_ends(mark) if mark.marks == "." else _ellipsis_ends(mark)
    return True


def _ends_without_space(mark: _Candidate) -> bool:
    """A space after the mark is often forgotten: a stop between two full words ends there all the same."""
    following, token = mark.next_word, mark.token
    if (
        not following
        or mark.after != following[0]
        or "." in token
        or (".." in mark.marks or "…" in mark.marks)
    ):
        return False
    if token.isascii():
        starts = following[0].isupper() and (
            following[1:].islower() or following in english.SENTENCE_STARTERS
        )
        return len(token) > 2 and token.isalpha() and token.islower() and starts
    if not (mark.arabic and "\u0620" <= following[0] <= "\u06d3"):
        return False
    shortest = (2, 1) if mark.marks == "." else (1, 0)
    return len(_bare(token)) > shortest[0] and len(following) > shortest[1]


def _is_latin_lower(word: str) -> bool:
    return bool(word) and word[0].islower() and word[0] < "\u0250"


def _in_brackets(mark: _Candidate) -> bool:
    """True where a bracket closes after the mark that was opened in the middle of the sentence."""
    opened = [
        mark.text.rfind(opener, max(mark.start, mark.at - _BRACKET_REACH), mark.at)
        for opener, closer in zip("([{", ")]}", strict=True)
        if closer in mark.closers
    ]
    return bool(opened) and max(opened) >= 0 and bool(mark.text[mark.start : max(opened)].strip())


def _ellipsis_ends(mark: _Candidate) -> bool:
    """Dots that stand free or in a quotation leave something out; two in Arabic are a pause."""
    if mark.quoted or mark.before.isspace() or mark.before in _OPENERS:
        return False
    return mark.marks != ".." or not mark.arabic


def _dot_ends(mark: _Candidate) -> bool:
    """Decide a single full stop by the word before it and, where that leaves it open, the word after."""
    token = mark.token
    if not token:
        return True
    if _numbers_an_item(mark):
        return False
    key, following = token.casefold(), mark.next_word
    if key in english.TITLES:
        return False
    if key in english.BEFORE_NUMBERS and _is_number(following, roman=key != "no"):
        return False
    if key in english.INSIDE or _is_dotted(key) or (len(token) == 1 and token.isupper()):
        return not following or following in english.SENTENCE_STARTERS
    return not _is_arabic_abbreviation(mark)


def _is_number(word: str, *, roman: bool) -> bool:
    """True for 5 and ٥, and where asked for IV and B; "No. I did not" is an answer."""
    return word[:1].isdecimal() or (roman and _ROMAN_OR_LETTER.fullmatch(word) is not None)


def _is_dotted(token: str) -> bool:
    """True for letters with stops between them: U.S, i.e, ق.م."""
    return "." in token and all(len(_bare(part)) <= 1 for part in token.split("."))


def _is_arabic_abbreviation(mark: _Candidate) -> bool:
    bare = _bare(mark.token)
    if len(bare) != 1 or not bare.isalpha():
        return bare in arabic.ABBREVIATIONS
    before = mark.text[max(mark.start, mark.at - _TOKEN_REACH) : mark.at - len(mark.token)].rstrip()
    return bare >= "\u0620" and not (bare in arabic.ERA_LETTERS and before[-1:].isdecimal())


@lru_cache(maxsize=4096)
def _bare(word: str) -> str:
    """An Arabic word without vowel signs and tatweel."""
    return fold(word, alef=False, ya=False, ta_marbuta=False, digits=False, case=False).text


def _numbers_an_item(mark: _Candidate) -> bool:
    """True for a list number: at the sentence's start (1. أ. IV.), or after a colon or comma (: 1. …)."""
    if mark.at - mark.start <= _TOKEN_REACH and _BARE_NUMBER.fullmatch(mark.text, mark.start, mark.at):
        return True
    if not (mark.token.isdecimal() and len(mark.token) <= 2):
        return False
    before = mark.text[max(mark.start, mark.at - _TOKEN_REACH) : mark.at - len(mark.token)].rstrip()
    return before[-1:] in {":", ";", "؛", "،"}
