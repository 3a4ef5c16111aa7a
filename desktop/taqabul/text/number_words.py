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
    3: "three ثلاثة ثلاث",
    4: "four أربعة أربع",
    5: "five خمسة خمس",
    6: "six ستة ست",
    7: "seven سبعة سبع",
    8: "eight ثمانية ثماني ثمان",
    9: "nine تسعة تسع",
    10: "ten عشرة عشر",
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
    100: "hundred hundreds مئة مائة مئات مية",
    1_000: "thousand thousands ألف ألفًا آلاف",
    1_000_000: "million millions مليون ملايين مليونًا",
    1_000_000_000: "billion billions مليار مليارات مليارًا بليون بلايين",
    1_000_000_000_000: "trillion trillions تريليون تريليونات ترليون",
}
_ORDINALS: Final = {
    1: "first الأول الأولى الحادي الحادية",
    2: "second الثاني الثانية",
    3: "third الثالث الثالثة",
    4: "fourth الرابع الرابعة",
    5: "fifth الخامس الخامسة",
    6: "sixth السادس السادسة",
    7: "seventh السابع السابعة",
    8: "eighth الثامن الثامنة",
    9: "ninth التاسع التاسعة",
    10: "tenth العاشر العاشرة",
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


def is_number_word(word: str) -> bool:
    """Whether a folded word, alone or after a joined "and", may stand in a number."""
    return word in _MEANINGS or word.removeprefix(_CONJUNCTION) in _MEANINGS


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
    reader = _Reader() if scale is None else _Reader(group=scale, places={1, 2, 3})
    position = start
    while position < len(words):
        inside = position > start or scale is not None
        step = 2 if inside and words[position] == "and" and position + 1 < len(words) else 1
        if not reader.take(words[position + step - 1], inside=inside):
            break
        position += step
    if position == start or reader.awaits_ten:
        return None
    return NumberRun(position - start, reader.total + reader.group, reader.is_ordinal)


@dataclass
class _Reader:
    """Adds up number words, one at a time."""

    total: float = 0.0
    group: float = 0.0
    places: set[int] = field(default_factory=set)
    awaits_ten: bool = False
    is_ordinal: bool = False

    def take(self, word: str, *, inside: bool) -> bool:
        """Take a folded word in; False where it does not continue the number."""
        begins_with_and = word.startswith(_CONJUNCTION) and word not in _MEANINGS
        form = word.removeprefix(_CONJUNCTION) if begins_with_and else word
        joined = inside and begins_with_and
        if self.awaits_ten and form not in _TEN:
            return False
        value, kind = _MEANINGS.get(form, (0, ""))
        if not kind:
            return False
        return self._multiply(value, joined=joined) if kind == "times" else self._add(value, kind)

    def _multiply(self, value: int, *, joined: bool) -> bool:
        if joined or not self.group:
            if value == 100:
                return self._add(value, "add")
            self.total, self.group, self.places = self.total + self.group + value, 0.0, set()
        elif value == 100:
            self.group, self.places = self.group * value, {3}
        else:
            self.total, self.group, self.places = self.total + self.group * value, 0.0, set()
        return True

    def _add(self, value: int, kind: str) -> bool:
        place = 2 if self.awaits_ten else len(str(value))
        if place in self.places or (value >= 1000 and self.places):
            return False
        self.places.add(place)
        self.group += value
        self.awaits_ten = kind == "teen"
        self.is_ordinal = self.is_ordinal or kind == "ordinal"
        return True
