"""Names of the world in both languages: territories, peoples, languages, currencies, weekdays, months, cities.

They are read from Babel's copy of the Unicode CLDR when first asked for. CLDR has no list of peoples;
their names are drawn from those of currencies (Egyptian Pound, جنيه مصري) and languages.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

import regex
from babel import Locale

from taqabul.text.months import HIJRI, MONTHS

_REMARK: Final = regex.compile(r"(?<=\S)\s*[(\[].*|\s[-–]\s*[\d–-]+$")
_THE_WORLD: Final = "001"
_NO_CITIES: Final = ("Etc/", "Antarctica/")
_AMBIGUOUS_MONTHS: Final = frozenset({"may", "march", "august"})


class Name(NamedTuple):
    """What something is called: ``key`` tells it from all else; ``english``, ``arabic`` its names."""

    key: str
    english: tuple[str, ...]
    arabic: tuple[str, ...]


@cache
def names_of_the_world() -> tuple[Name, ...]:
    """All of them; a people and its country are one key."""
    english, arabic = Locale("en"), Locale("ar")
    names = [
        *_facing("land", english.territories, arabic.territories),
        *_facing("tongue", english.languages, arabic.languages),
        *_facing("money", english.currencies, arabic.currencies),
        *_facing("day", english.days["format"]["wide"], arabic.days["format"]["wide"]),
        *_months(english.months["format"]["wide"]),
        *_cities(english.time_zones, arabic.time_zones),
    ]
    peoples = list(_peoples(names))
    theirs = {form for name in peoples for form in name.arabic}
    return (*(name for name in names if not theirs.intersection(name.arabic)), *peoples)


def _facing(kind: str, english: Mapping[object, str], arabic: Mapping[object, str]) -> Iterator[Name]:
    """What both languages have a name for, remarks in brackets left out."""
    for code, name in english.items():
        if code in arabic and code != _THE_WORLD:
            yield Name(f"{kind}:{code}", (_REMARK.sub("", name),), (_REMARK.sub("", arabic[code]),))


def _months(english: Mapping[int, str]) -> Iterator[Name]:
    """The months under all their Arabic names; not those that are words as well."""
    for number, name in english.items():
        if name.lower() not in _AMBIGUOUS_MONTHS:
            arabic = tuple(form for form, month in MONTHS.items() if month == number and not form.isascii())
            yield Name(f"month:{number}", (name,), arabic)
    for number in sorted({number for number in MONTHS.values() if number > HIJRI}):
        forms = [form for form, month in MONTHS.items() if month == number]
        english_forms = tuple(form.capitalize() for form in forms if form.isascii())
        yield Name(f"month:{number}", english_forms, tuple(form for form in forms if not form.isascii()))


def _cities(
    english: Mapping[str, Mapping[str, str]], arabic: Mapping[str, Mapping[str, str]]
) -> Iterator[Name]:
    """The cities that time zones are called after; in English mostly as in the zone's own name."""
    for zone, words in arabic.items():
        city = english.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
        if "city" in words and not zone.startswith(_NO_CITIES):
            yield Name(f"city:{city}", (city,), (words["city"],))


def _peoples(names: Iterable[Name]) -> Iterator[Name]:
    """Egyptian, مصري: under the key of the country."""
    lands = {name.key: name for name in names if name.key.startswith("land:")}
    by_stem = {_bare(name.arabic[0]): key for key, name in lands.items() if " " not in name.arabic[0]}
    for name in names:
        kind, _, code = name.key.partition(":")
        english, arabic = name.english[0].split(), name.arabic[0].split()
        if kind == "money" and f"land:{code[:2]}" in lands and len(english) == len(arabic) == 2:
            yield Name(f"land:{code[:2]}", (english[0],), (arabic[1],))
        elif kind == "tongue" and len(english) == len(arabic) == 1:
            key = _kin(_bare(arabic[0]), by_stem)
            if key:
                yield Name(key, (english[0],), (arabic[0],))


def _bare(word: str) -> str:
    return word.removeprefix("ال")


def _kin(adjective: str, lands: Mapping[str, str]) -> str | None:
    """The country whose name an Arabic adjective is made from: الفرنسية from فرنسا."""
    stem = adjective.removesuffix("ية")
    for land in (stem, f"{stem}ا", f"{stem}يا"):
        if land in lands:
            return lands[land]
    return None
