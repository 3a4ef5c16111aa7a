"""What the head of a plain text says of it — title, date, author, translator, source — where it surely says so.

Nothing found is better than something wrong: a line is taken for a date or a byline only where it is nothing else.
"""

import datetime as dt
from collections.abc import Container, Iterable, Sequence
from typing import Final

import regex

from taqabul.domain.files import Metadata
from taqabul.segment.asides import find_asides
from taqabul.text.folding import fold_key
from taqabul.text.months import HIJRI, MONTHS
from taqabul.text.number import NumberKind
from taqabul.text.numbers import numbers_in
from taqabul.text.patterns import folded_pattern

_HEAD: Final = 8
_FIRST: Final = 3
_FOOT: Final = 3
"""Paragraphs at the head before the text begins, at the head in any case, and at the foot that may say something of it."""
_LOOKED_AT: Final = 60
_LOOKED_INTO: Final = 5_000
"""Paragraphs, and code points of each, beyond which nothing is looked for: a text may be one line of millions of letters."""
_BODY: Final = 160
_FINISHED_BODY: Final = 80
"""Code points from which a paragraph is the text itself, and one that ends in a full stop."""
_LONGEST_LINE: Final = 110
_LONGEST_TITLE: Final = 200
_YEARS: Final = range(1700, 2101)

_ARABIC: Final = regex.compile(r"\p{Arabic}")
_ENDS_SENTENCE: Final = regex.compile(r"[.؛،,;][\p{Pe}\p{Pf}\"'\s\p{Cf}]*\Z")
_WORD: Final = regex.compile(r"[\p{L}\p{M}\u0640]+")
_PREFIXES: Final = regex.compile(r"^[وف]?(?:[بك]?ال|لل|[بل](?=\p{L}{4}))(?=\p{L}{3})")
_YEAR_FIRST: Final = regex.compile(r"(?<!\d)(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)")
_SLASHED: Final = regex.compile(r"(?<!\d)([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4})(?!\d)")
_DATE_WORDS: Final = (
    "published posted updated last modified created date dated on at of the corresponding to and ah ad ce",
    "am pm gmt utc est edt cet local time hours st nd rd th",
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun",
    "نشر نشرت نشرة تاريخ بتاريخ النشر آخر تحديث تم التحديث في يوم حرر حررت كتب صدر صدرت عن من شهر عام سنة",
    "الموافق الموافقة لـ ل هـ ه م ص الساعة بتوقيت غرينتش مساء صباحا ظهرا",
    "الإثنين الاثنين الثلاثاء الأربعاء الاربعاء الخميس الجمعة السبت الأحد الاحد",
)
_BESIDE_DATES: Final = frozenset(fold_key(word) for row in _DATE_WORDS for word in row.split())
"""Words that may stand beside a date in a line that says nothing else."""
_PLACE: Final = regex.compile(
    r"\s*[\p{Lu}\p{Arabic}][\p{L}\p{M}'’-]*(?:[\s-]+[\p{Lu}\p{Arabic}][\p{L}\p{M}'’-]*){0,2}\s*[,،:–—-]\s*"
)

_NAME_EN: Final = r"\p{Lu}[\p{L}\p{M}'’.-]*(?:\s+(?:(?:al|el|bin|ibn|de|van|von|der|la|da|abu|and|&)\s+)?\p{Lu}[\p{L}\p{M}'’.-]*){1,4}"
_NAME_AR: Final = r"(?:د\.\s*|أ\.\s*)?\p{Arabic}[\p{Arabic}\p{M}]*(?:\s+\p{Arabic}[\p{Arabic}\p{M}]*){1,4}"
_BYLINES: Final = {
    "author": (
        rf"(?:[Ww]ritten\s+)?[Bb][Yy]:?\s+(?P<name>{_NAME_EN})(?:\s*[|,–—/-].{{0,60}})?",
        rf"(?:[Aa]uthors?|AUTHORS?)\s*:\s*(?P<name>{_NAME_EN})",
        rf"بقلم\s*[:/–-]?\s*(?P<name>{_NAME_AR})",
        rf"(?:كتب|كتبت|كتبه|كتبها|إعداد|اعداد|تأليف|الكاتب|الكاتبة|المؤلف|تقرير|تحرير)\s*[:/–-]\s*(?P<name>{_NAME_AR})",
    ),
    "translator": (
        rf"[Tt]ranslat(?:ed\s+by|ors?|ion)\s*:?\s+(?P<name>{_NAME_EN})",
        rf"(?:ترجمة|ترجمها|ترجمه|المترجم|المترجمة|نقله إلى العربية|نقلها إلى العربية)\s*[:/–-]\s*(?P<name>{_NAME_AR})",
    ),
}
_BYLINE: Final = {
    field: [regex.compile(rf"\s*{pattern}\s*") for pattern in patterns]
    for field, patterns in _BYLINES.items()
}
_NO_NAME: Final = frozenset(fold_key(name) for name in MONTHS) | _BESIDE_DATES
_AGENCIES: Final = (
    "reuters|afp|agence france-presse|ap|associated press|upi|xinhua|tass|bbc(?: news| arabic)?|cnn(?: arabic)?|al jazeera(?: english)?|"
    "anadolu(?: agency)?|dpa|efe|mena|wafa|sana|petra|spa|wam|kuna|irna|the guardian|the new york times|the washington post|"
    "رويترز|ا\\s?ف\\s?ب|أ\\s?ف\\s?ب|فرانس برس|وكالة الصحافة الفرنسية|أسوشيتد برس|شينخوا|تاس|بي بي سي(?: عربي)?|سي إن إن(?: عربية)?|"
    "الجزيرة(?: نت)?|العربية(?: نت)?|الأناضول|وكالة الأناضول|د\\s?ب\\s?أ|وفا|سانا|بترا|واس|وام|كونا|إرنا|مهر|الميادين|سبوتنيك|روسيا اليوم|وكالات"
)
_AGENCY: Final = regex.compile(folded_pattern(rf"[\s(\[«\"-]*(?P<name>{_AGENCIES})[\s)\]»\".:-]*", fold_key))
_DATELINE: Final = regex.compile(
    r"[^.()]{2,40}\((?P<name>[^()]{2,40})\)\s*[-–—:]|[\p{L}\s]{2,30}\s[-–—]\s(?P<name>[\p{L}\s]{2,30})\s*(?:[:–—-]\s|\Z)"
)
_AROUND: Final = ' ()[]«»"-.:'
_SOURCE: Final = regex.compile(
    r"\s*(?:المصدر|المصادر|نقلا عن|نقلاً عن|[Ss]ource|SOURCE|[Vv]ia)\s*[:/]\s*(?P<name>[^.:]{2,60}?)[\s.]*"
)


def masthead(paragraphs: Sequence[str]) -> Metadata:
    """What a text says of itself at its head or foot; fields that it does not surely say are empty."""
    if len(paragraphs) > _LOOKED_AT:
        paragraphs = [*paragraphs[: _LOOKED_AT - _FOOT], *paragraphs[-_FOOT:]]
    paragraphs = [one[:_LOOKED_INTO] for one in paragraphs]
    asides = find_asides(paragraphs)
    lines = [" ".join(one.split()) for one, aside in zip(paragraphs, asides, strict=True) if aside is None]
    begin = next((number for number, line in enumerate(lines) if _is_body(line)), len(lines))
    head, foot = lines[: min(begin, _HEAD)], lines[max(begin, len(lines) - _FOOT) :]
    arabic = 2 * sum(_ARABIC.search(line) is not None for line in lines) > len(lines)
    around = [*lines[: max(len(head), _FIRST)], *foot]
    return Metadata(
        title=_title(head, lines[begin:]),
        author=_first(_by(line, "author") for line in around),
        translator=_first(_by(line, "translator") for line in around),
        date=_first(date_of(line, day_first=arabic) for line in around),
        source=_first([*map(_source, around), *map(_dateline, lines[: begin + 1])]),
    )


def _is_body(line: str) -> bool:
    return len(line) >= (_FINISHED_BODY if _ENDS_SENTENCE.search(line) else _BODY)


def date_of(line: str, *, day_first: bool) -> str:
    """The date that a line is, with a weekday, a time or a place beside it, as an ISO date or a part of one; else nothing.

    ``day_first``: in 01/02/2024 the day is known to stand first; elsewhere only the year is.
    """
    if len(line) > _LONGEST_LINE:
        return ""
    place = _PLACE.match(line)
    return _date(line, day_first=day_first) or (
        _date(line[place.end() :], day_first=day_first) if place else ""
    )


def _date(line: str, *, day_first: bool) -> str:
    turned = _YEAR_FIRST.sub(r"\1-\2-\3", line)
    found = [number for number in numbers_in(turned) if number.kind is NumberKind.DATE]
    rest = "".join(
        character
        for place, character in enumerate(turned)
        if not any(one.start <= place < one.end for one in found)
    )
    if not all(fold_key(word) in _BESIDE_DATES for word in _WORD.findall(rest)):
        return ""
    dates = {_iso(int(number.value)) for number in found} - {""}
    if len(dates) != 1:
        return ""
    (date,) = dates
    slashed = _SLASHED.search(line)
    unsure = not day_first and slashed is not None and int(slashed[1]) <= 12 and int(slashed[2]) <= 12
    return date[:4] if unsure and slashed is not None and slashed[1] != slashed[2] else date


def _iso(value: int) -> str:
    """A date's value as an ISO date; nothing for a Hijri one, or one without a year."""
    rest, day = divmod(value, 100)
    year, month = divmod(rest, 1000)
    if year not in _YEARS or month > HIJRI:
        return ""
    try:
        dt.date(year, max(month, 1), max(day, 1))
    except ValueError:
        return ""
    return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if month and day else "")


def _by(line: str, field: str) -> str:
    """The name in a byline."""
    if len(line) > _LONGEST_LINE:
        return ""
    for pattern in _BYLINE[field]:
        match = pattern.fullmatch(line)
        if match and not any(fold_key(word) in _NO_NAME for word in _WORD.findall(match["name"])):
            return str(match["name"])
    return ""


def _source(line: str) -> str:
    """The name in a line that names where the text is from."""
    if len(line) > _LONGEST_LINE:
        return ""
    named = _SOURCE.fullmatch(line)
    if named and len(named["name"].split()) <= 5:
        return str(named["name"])
    return line.strip(_AROUND) if _AGENCY.fullmatch(fold_key(line)) else ""


def _dateline(line: str) -> str:
    """The agency that a text names as it begins: "LONDON (Reuters) - "."""
    match = _DATELINE.match(line)
    return str(match["name"]) if match and _AGENCY.fullmatch(fold_key(match["name"])) else ""


def _title(head: Sequence[str], body: Sequence[str]) -> str:
    """The line at the head that is a title: of several that may be, the one whose words the text takes up most."""
    if not body:
        return ""
    candidates = [line for line in head if _may_be_title(line)]
    words = {_bare(word) for line in body for word in _WORD.findall(line)}
    return max(candidates, key=lambda line: _taken_up(line, words), default="")


def _may_be_title(line: str) -> bool:
    said = date_of(line, day_first=True) or _source(line) or _by(line, "author") or _by(line, "translator")
    return (
        not said
        and len(line) <= _LONGEST_TITLE
        and len(_WORD.findall(line)) > 1
        and not _ENDS_SENTENCE.search(line)
        and not _DATELINE.match(line)
    )


def _taken_up(line: str, words: Container[str]) -> int:
    return sum(len(word) > 3 and _bare(word) in words for word in _WORD.findall(line))


def _bare(word: str) -> str:
    return str(_PREFIXES.sub("", fold_key(word)))


def _first(found: Iterable[str]) -> str:
    return next((one for one in found if one), "")
