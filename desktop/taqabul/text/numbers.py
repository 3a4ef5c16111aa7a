"""Numbers in Arabic and English text: digits of three kinds, words, percentages, ordinals, dates.

Two texts that translate each other hold the same values, whatever the digits ("١٬٥٠٠", "1,500"), the
words ("مئة وخمسون", "one hundred and fifty") or the months ("حزيران / يونيو", "June").
"""

from functools import lru_cache
from typing import Final

import regex

from taqabul.text.decades import begins_decade, decade_at
from taqabul.text.digits import is_label, parse_digits
from taqabul.text.folding import fold_key
from taqabul.text.months import HIJRI, MONTHS
from taqabul.text.number import Number, NumberKind
from taqabul.text.number_tokens import Token, folded_word, tokens, words
from taqabul.text.number_words import is_number_word, read_run

_MONTH_NUMBERS: Final = {fold_key(name): number for name, number in MONTHS.items()}
_DIGIT: Final = regex.compile(r"\d")
_PERCENT: Final = regex.compile(
    r"\s*(?:[%٪]|per\s?cent\b|(?:في|ب)\s?ال(?:مئة|مائة|ماية)|في\s(?:المئة|المائة))", regex.IGNORECASE
)
_LIST_NUMBER: Final = regex.compile(
    r"[\s\p{Cf}]*[(\[]?(?:(?P<digits>\d{1,3})\s?[).\]\-–]+(?=\s|\p{L})(?<![-–](?=(?-i:[a-z])))"
    r"|(?!(?-i:[A-Z])\.\s(?-i:[a-z]|[A-Z]\.))(?P<letter>[a-z]|هـ|[أبجدهوزحطي])\s?(?:[).\]]|[-–](?!\w))+(?=\s))",
    regex.IGNORECASE,
)
_LETTERS: Final = {letter: n for n, letter in enumerate("abcdefghijklmnopqrstuvwxyz", start=1)} | {
    fold_key(letter): n
    for n, letter in enumerate(("أ", "ب", "ج", "د", "ه", "و", "ز", "ح", "ط", "ي"), start=1)
}
_BEFORE_MONTH: Final = frozenset(fold_key(word) for word in ("of", "من", "شهر"))
_DOUBTFUL_ALONE: Final = frozenset(
    fold_key(word)
    for word in (
        "may",
        "march",
        "mar",
        "jan",
        "dec",
        "sep",
        "صفر",
        "محرم",
        "رجب",
        "شعبان",
        "ماي",
        "مارس",
        "أوت",
        "آب",
    )
)
_SHORT: Final = {"bn": 1e9, "tn": 1e12, "mn": 1e6}
_SHORT_OF_MONEY: Final = {"m": 1e6, "k": 1e3, "b": 1e9}
_MONEY: Final = regex.compile(r"\p{Sc}\s?$")
_NINETIES: Final = regex.compile(r"(?:\bthe\s['’]?|['’])$", regex.IGNORECASE)
_THOUSAND_OR_ALPHA: Final = fold_key("ألفا")
_ALONE_SAYS_NOTHING: Final = frozenset({0.0, 1.0})
_TENS: Final = frozenset(range(20, 100, 10))


def numbers_in(text: str) -> list[Number]:
    """The numbers of a text in the order they stand, each stretch of text read once."""
    return _Scanner(text).numbers() if _may_hold_numbers(text) else []


def number_keys(text: str) -> list[str]:
    """What the numbers of a text say, as strings that are equal where the values are."""
    return [key for number in numbers_in(text) for key in number.meanings()]


_MONTH_WORDS: Final = frozenset(name.split()[0] for name in _MONTH_NUMBERS)


@lru_cache(maxsize=65_536)
def _may_begin(word: str) -> bool:
    """Whether a folded word may begin a number or a date: most words do not, and are passed over."""
    return word in _MONTH_WORDS or is_number_word(word) or begins_decade(word)


def _may_hold_numbers(text: str) -> bool:
    """Whether a text has a digit, a word that may begin a number, or begins like an item of a list."""
    if _DIGIT.search(text) or _LIST_NUMBER.match(text):
        return True
    return any(map(_may_begin, words(text)))


class _Scanner:
    """Reads one text from its first token to its last."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tokens(text)
        self.words = [folded_word(token.text) if token.kind == "word" else "" for token in self.tokens]
        self.found: list[Number] = []

    def numbers(self) -> list[Number]:
        """Everything found, in order."""
        position = self._list_number()
        while position < len(self.tokens):
            if self.words[position] and not _may_begin(self.words[position]):
                position += 1
                continue
            position = (
                self._date(position)
                or self._digits(position)
                or self._decade(position)
                or self._words(position)
                or position + 1
            )
        return self.found

    def _list_number(self) -> int:
        match = _LIST_NUMBER.match(self.text)
        if match is None:
            return 0
        letter = fold_key(match["letter"] or "")[:1]
        value = float(match["digits"]) if match["digits"] else float(_LETTERS.get(letter, 0))
        self._add(value, NumberKind.LIST, match.start(), match.end())
        return sum(token.start < match.end() for token in self.tokens)

    def _add(self, value: float, kind: NumberKind, start: int, end: int) -> None:
        self.found.append(Number(value, kind, start, end))

    def _whole(self, position: int, low: int, high: int) -> int:
        """The whole number in digits at a token, where it lies between two bounds; else 0."""
        if position >= len(self.tokens) or self.tokens[position].kind not in ("digits", "suffix"):
            return 0
        digits = regex.match(r"\d+", self.tokens[position].text)
        value = int(digits[0]) if digits else 0
        return value if low <= value <= high else 0

    def _day(self, position: int) -> int:
        """The day of a month at a token, else 0: neither "3% may rise" nor "in March, 4 million came" has one."""
        day = self._whole(position, 1, 31)
        counts = day and (
            self._percent_at(self.tokens[position].end) or self._scaled(day, position)[1] > position + 1
        )
        return 0 if counts else day

    def _month(self, position: int) -> tuple[int, int]:
        """A month's number and the position after it, both its names read ("حزيران / يونيو"); else 0."""
        for length in (2, 1) if position + 1 < len(self.words) else (1,):
            number = _MONTH_NUMBERS.get(" ".join(self.words[position : position + length]), 0)
            if number:
                again, after = self._month(position + length)
                return (number, after) if again == number else (number, position + length)
        return 0, position

    def _date(self, position: int) -> int:
        """Read a date; the position after it, or 0."""
        token = self.tokens[position]
        if token.kind in ("iso", "slashed"):
            parts = [int(part) for part in regex.findall(r"\d+", token.text)]
            year, month, day = parts if token.kind == "iso" else parts[::-1]
            if month > 12:
                month, day = day, month
            self._add_date(year, month, day, position, position + 1)
            return position + 1
        day = 0 if is_label(self.text, token.start) else self._day(position)
        start = position + (1 if day else 0)
        start += day > 0 and start < len(self.words) and self.words[start] in _BEFORE_MONTH
        month, after = self._month(start)
        if not month:
            return 0
        if not day:
            day = self._day(after)
            after += day > 0
        year = self._whole(after, 1, 2999) if month > HIJRI else self._whole(after, 1000, 2999)
        after += year > 0
        if not (day or year) and self.words[start] in _DOUBTFUL_ALONE:
            return 0
        self._add_date(year, month, day, position, after)
        return after

    def _add_date(self, year: int, month: int, day: int, first: int, after: int) -> None:
        value = year * 100_000 + month * 100 + day
        self._add(float(value), NumberKind.DATE, self.tokens[first].start, self.tokens[after - 1].end)

    def _digits(self, position: int) -> int:
        """Read a number in digits, with its multiplier or percent sign; the position after it, or 0."""
        token = self.tokens[position]
        if token.kind not in ("digits", "suffix"):
            return 0
        if token.kind == "suffix":
            return self._finish(parse_digits(token.text[:-2]), NumberKind.ORDINAL, position, position + 1)
        if self._is_minutes(token):
            return position + 1
        value, after = self._scaled(parse_digits(token.text), position)
        return self._finish(value, NumberKind.CARDINAL, position, after)

    def _is_minutes(self, token: Token) -> bool:
        """Whether digits are the minutes of a full hour: 10:00 is ten."""
        return token.text in {"00", "٠٠", "۰۰"} and self.text[: token.start].endswith(":")

    def _scaled(self, value: float, position: int) -> tuple[float, int]:
        """A value in digits with what multiplies it ("5 million", "$5m", "the '80s"), and the position after."""
        token, after = self.tokens[position], position + 1
        if is_label(self.text, token.start) or self._percent_at(token.end):
            return value, after
        short = (
            self.words[after] if after < len(self.words) and self.tokens[after].start <= token.end + 1 else ""
        )
        if value in _TENS and short == "s" and _NINETIES.search(self.text, endpos=token.start):
            return 1900 + value, after + 1
        money = _MONEY.search(self.text, endpos=token.start)
        times = _SHORT.get(short) or (_SHORT_OF_MONEY.get(short) if money else None)
        if times:
            return value * times, after + 1
        run = read_run(self.words, after, scale=value)
        return (run.value, after + run.words) if run is not None and run.value > value else (value, after)

    def _decade(self, position: int) -> int:
        """Read a decade; the position after it, or 0."""
        decade = decade_at(self.words, position) if self.words[position] else None
        return (
            0
            if decade is None
            else self._finish(decade.value, NumberKind.CARDINAL, position, position + decade.words)
        )

    def _words(self, position: int) -> int:
        """Read a number in words; the position after it, or 0."""
        if not self.words[position]:
            return 0
        run = read_run(self.words, position)
        if run is None or (run.value in _ALONE_SAYS_NOTHING and not run.is_ordinal):
            return 0
        if run.words == 1 and self.words[position] == _THOUSAND_OR_ALPHA:
            return 0
        kind = NumberKind.ORDINAL if run.is_ordinal else NumberKind.CARDINAL
        return self._finish(run.value, kind, position, position + run.words)

    def _percent_at(self, position: int) -> int:
        match = _PERCENT.match(self.text, position)
        return match.end() if match else 0

    def _finish(self, value: float, kind: NumberKind, first: int, after: int) -> int:
        """Note a number down, as a percentage where a sign for it follows."""
        end = self.tokens[after - 1].end
        percent_end = self._percent_at(end)
        if percent_end:
            kind, end = NumberKind.PERCENT, percent_end
        self._add(value, kind, self.tokens[first].start, end)
        return after + sum(token.start < end for token in self.tokens[after:])
