"""Units: the same figure with another unit on the other side, and a percentage or an amount of money that is none there.

What is converted has another figure, so it is left to the check of numbers. Pounds are weight or money, so they are
left out.
"""

from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

import regex

from taqabul.checks.records import Pair, Problem, Span
from taqabul.checks.whole import Whole
from taqabul.domain.language import Side
from taqabul.text.folding import fold_key
from taqabul.text.little_words import bare
from taqabul.text.number import Number, NumberKind
from taqabul.text.numbers import numbers_in

_UNITS: Final = """
length km|km kms kilometer kilometers kilometre kilometres|كم كلم كيلومتر كيلومترا كيلومترات كيلومترين
length m|m meter meters metre metres|م متر مترا أمتار مترين
length cm|cm centimeter centimeters centimetre centimetres|سم سنتيمتر سنتيمترا سنتيمترات
length mm|mm millimeter millimeters millimetre millimetres|مم ملم مليمتر مليمترا مليمترات ملليمتر
length mile|mile miles|ميل ميلا أميال ميلين
length foot|foot feet ft|قدم قدما أقدام قدمين
length inch|inch inches|بوصة بوصات إنش إنشا
weight kg|kg kgs kilo kilos kilogram kilograms kilogramme|كغ كغم كجم كلغ كيلوغرام كيلوغراما كيلوغرامات كيلوجرام كيلوجراما كيلوجرامات
weight g|g gram grams gramme grammes|غ جم غرام غراما غرامات جرام جراما جرامات
weight mg|mg milligram milligrams|ملغ ملغم مجم مليغرام مليجرام ملليجرام
weight ton|ton tons tonne tonnes|طن طنا أطنان
weight pound|lb lbs|رطل رطلا أرطال
weight ounce|ounce ounces oz|أونصة أونصات أوقية
volume l|liter liters litre litres|لتر لترا لترات ليتر ليترا ليترات
volume ml|ml milliliter milliliters millilitre millilitres|مل مليلتر ملليلتر
volume gallon|gallon gallons|غالون غالونا غالونات جالون جالونا جالونات
volume barrel|barrel barrels|برميل برميلا براميل
area hectare|hectare hectares|هكتار هكتارا هكتارات
area acre|acre acres|فدان فدانا أفدنة أكر
time second|second seconds|ثانية ثوان ثواني
time minute|minute minutes|دقيقة دقائق
time hour|hour hours|ساعة ساعات
time day|day days|يوم يوما أيام
time week|week weeks|أسبوع أسبوعا أسابيع
time month|month months|شهر شهرا أشهر شهور
time year|year years|سنة سنوات سنين عام عاما أعوام
money dollar|dollar dollars usd|دولار دولارا دولارات
money euro|euro euros eur|يورو
money sterling|gbp|إسترليني
money yen|yen jpy|ين
money yuan|yuan renminbi|يوان
money riyal|riyal riyals sar|ريال ريالا ريالات
money dirham|dirham dirhams aed|درهم درهما دراهم
money dinar|dinar dinars|دينار دينارا دنانير
money lira|lira liras|ليرة ليرات
money rupee|rupee rupees|روبية روبيات
money ruble|ruble rubles rouble roubles|روبل روبلا
"""
_SIGNS: Final = {"$": "dollar", "€": "euro", "¥": "yen"}
_AMBIGUOUS: Final = regex.compile(r"^\s*(?:pounds?\b|جنيه|باوند|\p{Sc})|\p{Sc}\s?$", regex.IGNORECASE)
_AFTER: Final = regex.compile(r"[\s\u00a0\u202f-]{0,2}(?P<word>[\p{L}\p{M}]+)(?P<rest>\s*\p{L}*)")
_BEFORE: Final = regex.compile(r"(?P<sign>[$€¥])\s?$")
_POWER: Final = regex.compile(r"square|cubic|مربع|مكعب")
_TO_BE_SAID: Final = {
    "share": "“{}” is no percentage on the other side",
    "money": "“{}” is without its currency on the other side",
}
_YEARS: Final = range(1000, 2300)


class Unit(NamedTuple):
    """What is measured, and by what."""

    dimension: str
    name: str


_PERCENT: Final = Unit("share", "percent")


class Quantity(NamedTuple):
    """A figure with its unit, None where it has none that is known."""

    span: Span
    figure: str
    unit: Unit | None


def unit_problems(pair: Pair, _whole: Whole) -> Iterator[Problem]:
    """A problem for each figure that has another unit on the other side, or should have one and has none."""
    if pair.is_one_sided:
        return
    told = {side: quantities(pair.text(side)) for side in Side}
    for one in told[Side.SOURCE]:
        others = [other for other in told[Side.TARGET] if other.figure == one.figure]
        if one.unit is None or not others or any(other.unit == one.unit for other in others):
            continue
        rivals = [
            other for other in others
            if other.unit is not None and other.unit.dimension == one.unit.dimension
            and not any(own.figure == other.figure and own.unit == other.unit for own in told[Side.SOURCE])
        ]  # fmt: skip
        if rivals:
            spans = (one.span, rivals[0].span)
            values = (pair.source[slice(*spans[0])], pair.target[slice(*spans[1])])
            yield Problem("“{}” faces “{}”", values, (spans[0],), (spans[1],))
    for side in Side:
        for one in told[side]:
            others = [other for other in told[side.other] if other.figure == one.figure]
            message = _TO_BE_SAID.get(one.unit.dimension) if one.unit is not None else None
            if message and others and all(other.unit is None for other in others):
                yield Problem.on(side, [one.span], message, pair.text(side)[slice(*one.span)])


def quantities(text: str) -> list[Quantity]:
    """The figures of a text, each with its unit if it has one."""
    return [
        Quantity(*_with_unit(text, number))
        for number in numbers_in(text)
        if number.kind in {NumberKind.CARDINAL, NumberKind.PERCENT}
    ]


def _with_unit(text: str, number: Number) -> tuple[Span, str, Unit | None]:
    figure, span = number.meanings()[0], (number.start, number.end)
    if number.kind is NumberKind.PERCENT:
        return span, figure, _PERCENT
    sign = _BEFORE.search(text, max(0, number.start - 2), number.start)
    if sign:
        return (sign.start(), number.end), figure, Unit("money", _SIGNS[sign["sign"]])
    after = _AFTER.match(text, number.end)
    if after is None:
        return span, figure, None
    unit = _known().get(fold_key(after["word"])) or _known().get(fold_key(bare(after["word"])))
    is_year = unit is not None and unit.dimension == "time" and number.value in _YEARS
    if unit is None or is_year or _POWER.search(after["rest"]):
        return span, figure, None
    return (number.start, after.end("word")), figure, unit


def english_units() -> dict[str, Unit]:
    """Units by how English writes them."""
    rows = (row.split("|") for row in _UNITS.strip().splitlines())
    return {form: Unit(*head.split()) for head, english, _ in rows for form in english.split()}


@cache
def _known() -> dict[str, Unit]:
    """Units by how they are written."""
    found: dict[str, Unit] = {}
    for row in _UNITS.strip().splitlines():
        head, *forms = row.split("|")
        unit = Unit(*head.split())
        found |= {fold_key(form): unit for side in forms for form in side.split()}
    return found
