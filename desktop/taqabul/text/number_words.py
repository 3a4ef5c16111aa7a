"""Number words of Arabic and English, and what a run of them stands for.

Small cardinals and ordinals are looked up; a run such as "مئة وخمسون" or "one hundred and fifty"
is added and multiplied up.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from taqabul.text.folding import fold_key

_CARDINALS: Final = {
    0: "zero صفر",
    1: "one واحد واحدة",
    2: "two اثنان اثنين اثنتان اثنتين إثنان إثنين",
    3: "three ثلاثة ثلاث الثلاثة الثلاث",
    4: "four أربعة أربع الأربعة الأربع",
    5: "five خمسة خمس الخمسة الخمس",
    6: "six ستة ست الستة الست",
    7: "seven سبعة سبع السبعة السبع",
    8: "eight ثمانية ثماني ثمان الثمانية الثماني الثمان",
    9: "nine تسعة تسع التسعة التسع",
    10: "ten عشرة عشر العشرة العشر",
    11: "eleven",
    12: "twelve",
    13: "thirteen",
    14: "fourteen",
    15: "fifteen",
    16: "sixteen",
    17: "seventeen",
    18: "eighteen",
    19: "nineteen",
    20: "twenty عشرون عشرين",
    30: "thirty ثلاثون ثلاثين",
    40: "forty أربعون أربعين",
    50: "fifty خمسون خمسين",
    60: "sixty ستون ستين",
    70: "seventy سبعون سبعين",
    80: "eighty ثمانون ثمانين",
    90: "ninety تسعون تسعين",
    200: "مئتان مئتين مائتان مائتين مئتا مئتي مائتي مائتا",
    300: "ثلاثمئة ثلاثمائة",
    400: "أربعمئة أربعمائة",
    500: "خمسمئة خمسمائة",
    600: "ستمئة ستمائة",
    700: "سبعمئة سبعمائة",
    800: "ثمانمئة ثمانمائة ثمانيمئة ثمانيمائة",
    900: "تسعمئة تسعمائة",
    2_000: "ألفان ألفين ألفا ألفي",
    2_000_000: "مليونان مليونين مليونا مليوني",
}
_MULTIPLIERS: Final = {
    100: "hundred hundreds مئة مائة مئات مية المئة المائة المئات",
    1_000: "thousand thousands ألف ألفًا آلاف الألف الآلاف",
    1_000_000: "million millions مليون ملايين مليونًا المليون الملايين",
    1_000_000_000: "billion billions مليار مليارات مليارًا بليون بلايين المليار المليارات",
    1_000_000_000_000: "trillion trillions تريليون تريليونات ترليون",
}
_ORDINALS: Final = {
    1: "first الأول الأولى الحادي الحادية أول أولى أولا حادي حادية",
    2: "second الثاني الثانية ثاني ثان ثانية ثانيا",
    3: "third الثالث الثالثة ثالث ثالثة ثالثا",
    4: "fourth الرابع الرابعة رابع رابعة رابعا",
    5: "fifth الخامس الخامسة خامس خامسة خامسا",
    6: "sixth السادس السادسة سادس سادسة سادسا",
    7: "seventh السابع السابعة سابع سابعة سابعا",
    8: "eighth الثامن الثامنة ثامن ثامنة ثامنا",
    9: "ninth التاسع التاسعة تاسع تاسعة تاسعا",
    10: "tenth العاشر العاشرة عاشر عاشرة عاشرا",
    11: "eleventh",
    12: "twelfth",
    13: "thirteenth",
    14: "fourteenth",
    15: "fifteenth",
    16: "sixteenth",
    17: "seventeenth",
    18: "eighteenth",
    19: "nineteenth",
    20: "twentieth العشرون العشرين",
    30: "thirtieth الثلاثون الثلاثين",
    40: "fortieth الأربعون الأربعين",
    50: "fiftieth الخمسون الخمسين",
    60: "sixtieth الستون الستين",
    70: "seventieth السبعون السبعين",
    80: "eightieth الثمانون الثمانين",
    90: "ninetieth التسعون التسعين",
}
_ONES_BEFORE_TEN: Final = {1: "أحد إحدى", 2: "اثنا اثني اثنتا اثنتي إثنا إثني"}
_TEN: Final = frozenset({fold_key("عشر"), fold_key("عشرة")})


def _table(rows: dict[int, str]) -> dict[str, int]:
    return {fold_key(word): value for value, row in rows.items() for word in row.split()}


_MEANINGS: Final = (
    {word: (value, "add") for word, value in _table(_CARDINALS).items()}
    | {word: (value, "times") for word, value in _table(_MULTIPLIERS).items()}
    | {word: (value, "ordinal") for word, value in _table(_ORDINALS).items()}
    | {word: (value, "teen") for word, value in _table(_ONES_BEFORE_TEN).items()}
)
_CONJUNCTION: Final = fold_key("و")
_FIRST: Final = frozenset(fold_key(word) for word in ("أول", "أولى", "أولا", "الأول", "الأولى"))
_PARTICLES: Final = ("ب", "ل", "ك")
_OTHER_WORDS: Final = frozenset(fold_key(word) for word in ("لست", "باول", "كست"))
"""Words that only look like a number word behind a particle: "I am not", Powell."""


def is_number_word(word: str) -> bool:
    """Whether a folded word, alone or after a joined "and" or a particle, may stand in a number."""
    return _bare(word)[0] in _MEANINGS


def _bare(word: str) -> tuple[str, bool, bool]:
    """A folded word without what is joined to it; whether that was an "and", and whether a particle."""
    joined = word.startswith(_CONJUNCTION) and word not in _MEANINGS
    form = word.removeprefix(_CONJUNCTION) if joined else word
    if form in _MEANINGS or form in _OTHER_WORDS or not form.startswith(_PARTICLES):
        return form, joined, False
    return (form[1:], joined, True) if form[1:] in _MEANINGS else (form, joined, False)


@dataclass(frozen=True, slots=True)
class NumberRun:
    """``words`` number words, from where they were sought, that stand for ``value``."""

    words: int
    value: float
    is_ordinal: bool


def read_run(words: Sequence[str], start: int, scale: float | None = None) -> NumberRun | None:
    """The number that begins at ``words[start]`` (folded words), or None.

    ``scale`` is a number already read in digits, which a multiplier may follow: "5 million". A run
    ends where a place (ones, tens, hundreds) is named a second time: "three four" is two numbers.
    """
    reader = _Reader() if scale is None else _Reader(group=scale, places={1, 2, 3}, in_digits=True)
    position = start
    while position < len(words):
        follows = position > start or scale is not None
        step = 2 if words[position] == "and" and reader.may_take_and and position + 1 < len(words) else 1
        if not reader.take(words[position + step - 1], follows=follows):
            break
        position += step
    if position == start or reader.awaits_ten:
        return None
    return NumberRun(position - start, reader.total + reader.group, reader.is_ordinal)


@dataclass
class _Reader:
    """Adds up number words, one at a time. ``in_digits``: the number began in digits."""

    total: float = 0.0
    group: float = 0.0
    places: set[int] = field(default_factory=set)
    in_digits: bool = False
    awaits_ten: bool = False
    is_ordinal: bool = False
    may_take_and: bool = False
    is_closed: bool = False

    def take(self, word: str, *, follows: bool) -> bool:
        """Take a folded word in; False where it does not continue the number."""
        form, joined, has_particle = _bare(word)
        joined = follows and joined
        if self.is_closed or (follows and has_particle) or (self.awaits_ten and form not in _TEN):
            return False
        value, kind = _MEANINGS.get(form, (0, ""))
        if not kind:
            return False
        if kind == "times":
            return not self.is_ordinal and self._multiply(value, joined=joined)
        return self._may_add(form, kind, joined=joined) and self._add(value, form, kind)

    def _multiply(self, value: int, *, joined: bool) -> bool:
        if joined or not self.group:
            if value == 100:
                self.may_take_and = self._add(value, "", "add")
                return self.may_take_and
            self.total, self.group, self.places = self.total + self.group + value, 0.0, set()
        elif value == 100:
            self.group, self.places = self.group * value, {3}
        else:
            self.total, self.group, self.places = self.total + self.group * value, 0.0, set()
        self.may_take_and = not self.in_digits
        return True

    def _may_add(self, form: str, kind: str, *, joined: bool) -> bool:
        """Whether the language adds this word to what was read: "the first twenty" is no 21."""
        if not (self.group or self.total) or self.awaits_ten:
            return True
        if form.isascii():
            return not self.in_digits and 1 not in self.places
        if self.in_digits:
            # "19 وخمسمئة" is two numbers; "5 ملايين وخمسمئة ألف" is one.
            return joined and self.total > 0
        if kind == "ordinal" and form not in _TEN:
            return joined
        if form in _TEN and 1 in self.places:
            return not joined
        return joined or not self.group or 3 in self.places

    def _add(self, value: int, form: str, kind: str) -> bool:
        place = 2 if self.awaits_ten else len(str(value))
        if place in self.places or (value >= 1000 and self.places):
            return False
        self.places.update({1, 2} if 10 <= value < 20 and form.isascii() else {place})
        self.group += value
        self.awaits_ten = kind == "teen"
        self.may_take_and = False
        self.is_ordinal = self.is_ordinal or kind == "ordinal"
        self.is_closed = kind == "ordinal" and (form.isascii() or form in _FIRST)
        return True
