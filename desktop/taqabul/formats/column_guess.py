"""Which column of a table is Arabic, which English, and what the others say of a pair: by header and by script."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from taqabul.domain.errors import InvalidInput
from taqabul.domain.language import Language
from taqabul.domain.options import ColumnRole
from taqabul.text.direction import script_share
from taqabul.text.folding import fold_key

_NAMES: Final[Mapping[ColumnRole, tuple[str, ...]]] = {
    ColumnRole.ARABIC: (
        *("ar", "ara", "arb", "arabic", "arabic text", "عربي", "عربية", "العربية", "النص العربي", "بالعربية"),
    ),
    ColumnRole.ENGLISH: (
        *("en", "eng", "english", "english text", "انجليزي", "انجليزية", "الانجليزية", "النص الانجليزي"),
        *("انكليزي", "الانكليزية", "بالانجليزية"),
    ),
    ColumnRole.STATUS: ("status", "state", "الحالة"),
    ColumnRole.CONFIDENCE: ("confidence", "score", "similarity", "sure", "quality", "الثقة", "درجة الثقة"),
    ColumnRole.NOTE: (
        "note",
        "notes",
        "comment",
        "comments",
        "remark",
        "remarks",
        "ملاحظة",
        "ملاحظات",
        "تعليق",
    ),
    ColumnRole.REASON: ("reason", "السبب"),
    ColumnRole.SOURCE_IDS: ("source_ids", "source ids"),
    ColumnRole.TARGET_IDS: ("target_ids", "target ids"),
}
_SIDES: Final = (
    *("source", "target", "original", "translation", "src", "tgt", "trg", "source text", "target text"),
    *("المصدر", "الهدف", "الأصل", "الترجمة", "النص الأصلي"),
)
"""Names of text columns that do not tell the language: the script does."""
_ROLES: Final = {fold_key(name): role for role, names in _NAMES.items() for name in names}
_TEXT_NAMES: Final = frozenset(fold_key(name) for name in _SIDES)
_OWN: Final = {
    ColumnRole.ARABIC: fold_key("source"),
    ColumnRole.ENGLISH: fold_key("target"),
    ColumnRole.SOURCE_IDS: fold_key("source_ids"),
    ColumnRole.TARGET_IDS: fold_key("target_ids"),
}
"""Where all of these stand, the table is one of ours, whose source is the Arabic text."""
_LANGUAGES: Final = {ColumnRole.ARABIC: Language.ARABIC, ColumnRole.ENGLISH: Language.ENGLISH}
_OF_ITS_SCRIPT: Final = 0.7
_CLEARLY_MORE: Final = 4
_SAMPLE_ROWS: Final = 1_000
_HEAD_ROWS: Final = 6
"""Rows among which the one that names the columns is sought."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The column (from 0) of each role that has one; ``header`` is the row (from 0) that names them, if one does.

    ``sure`` where nothing else in the table could be meant.
    """

    places: Mapping[ColumnRole, int]
    header: int | None
    sure: bool


def guess_columns(rows: Sequence[Sequence[str]], chosen: Mapping[ColumnRole, str] | None = None) -> Columns:
    """What the columns of a table hold. ``chosen`` says it for some roles: a number from 1, or a name in the header.

    A language that no column is in has no place. Raises InvalidInput where a chosen column is not there.
    """
    chosen = chosen or {}
    width = max((len(row) for row in rows), default=0)
    header = _header(rows)
    if header is None and any(not _is_number(word) for word in chosen.values()):
        header = 0
    heads = [] if header is None else rows[header]
    names = [fold_key(cell.strip()) for cell in heads]
    told = {role: _chosen_place(word, heads, width) for role, word in chosen.items()}
    body = rows if header is None else rows[header + 1 :]
    places: dict[ColumnRole, int] = {}
    for place, name in enumerate(names):
        role = _ROLES.get(name)
        if role is not None and role not in _LANGUAGES:
            places.setdefault(role, place)
    if not told and all(name in names for name in _OWN.values()):
        return Columns(places | {role: names.index(name) for role, name in _OWN.items()}, header, sure=True)
    sure = True
    letters = _letters(body, width)
    for role, language in _LANGUAGES.items():
        if role in told:
            continue
        free = {place: share for place, share in letters.items() if place not in told.values()}
        found, alone = _language_column(free, language, names, role)
        sure = sure and alone
        if found is not None:
            places[role] = found
    places |= told
    return Columns(places, header, sure and _LANGUAGES.keys() <= places.keys())


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdecimal()


def _chosen_place(word: str, header: Sequence[str], width: int) -> int:
    if _is_number(word):
        place = int(word[:9]) - 1
        if 0 <= place < width:
            return place
        raise InvalidInput(f"There is no column {word}.", f"The table has {width} columns, counted from 1.")
    names = [fold_key(cell.strip()) for cell in header]
    if fold_key(word.strip()) in names:
        return names.index(fold_key(word.strip()))
    known = ", ".join(cell.strip()[:40] for cell in header[:20] if cell.strip())
    raise InvalidInput(f"No column is called “{word}”.", f"The row of headers holds: {known}.")


def _header(rows: Sequence[Sequence[str]]) -> int | None:
    """The row that names the columns: the first, or one that both languages are named in below lines of a title."""
    for place, row in enumerate(rows[:_HEAD_ROWS]):
        names = [fold_key(cell.strip()) for cell in row]
        if _is_header(names) if place == 0 else _LANGUAGES.keys() <= {_ROLES.get(name) for name in names}:
            return place
        if sum(bool(name) for name in names) > 1:
            return None
    return None


def _is_header(names: Sequence[str]) -> bool:
    known = [name for name in names if name in _ROLES or name in _TEXT_NAMES or name == "id"]
    filled = [name for name in names if name]
    named = any(_ROLES.get(name) in _LANGUAGES for name in names)
    return named or len(known) >= 2 or (len(known) == 1 and len(filled) <= 2)


def _letters(rows: Sequence[Sequence[str]], width: int) -> dict[int, Mapping[Language, int]]:
    sample = rows[:_SAMPLE_ROWS]
    return {
        place: script_share("\n".join(row[place] for row in sample if place < len(row)))
        for place in range(width)
    }


def _language_column(
    letters: Mapping[int, Mapping[Language, int]], language: Language, header: Sequence[str], role: ColumnRole
) -> tuple[int | None, bool]:
    """The column of a language, and whether no other could be meant."""
    fitting = {
        place: share[language]
        for place, share in letters.items()
        if share[language] and share[language] >= _OF_ITS_SCRIPT * sum(share.values())
    }

    def name(place: int) -> str:
        return header[place] if place < len(header) else ""

    own = [place for place in fitting if _ROLES.get(name(place)) is role]
    texts = [place for place in fitting if name(place) in _TEXT_NAMES]
    others = [place for place in fitting if _ROLES.get(name(place)) is None and name(place) != "id"]
    for some in (own, texts, others):
        if some:
            best = max(some, key=fitting.__getitem__)
            rest = [fitting[place] for place in some if place != best]
            return best, all(fitting[best] >= _CLEARLY_MORE * count for count in rest)
    return None, False
