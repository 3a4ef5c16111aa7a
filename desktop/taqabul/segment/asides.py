"""Lines of a page that are hardly part of its text: menus, captions, sharing bars, comment forms, codes.

A page pasted as text brings them along. What is sure by its words or its shape is marked wherever it stands;
what might be a heading as well only where it stands at an end of the text or beside what is marked already.
"""

from collections.abc import Sequence
from typing import Final

import regex

from taqabul.domain.files import Aside
from taqabul.segment.aside_phrases import doubtful, sure

_LONGEST: Final = 320
"""Code points above which a paragraph is text, whatever it begins with."""
_BODY: Final = 90
"""Code points from which a paragraph with a full stop is taken for the text itself."""
_SENTENCE: Final = 6
"""Words above which what ends in a full stop is a sentence of the text, though it begins like a link."""
_NEVER_SENTENCES: Final = frozenset({Aside.READ_MORE, Aside.SHARING})
_HEAD: Final = 6
_TITLES: Final = 12
"""How many short paragraphs under "related articles" are believed to be their titles."""

_URL: Final = r"(?:https?://|www\.)[^\s]+"
_CODE: Final = regex.compile(
    "|".join(
        (
            rf"[\s\p{{P}}]*(?:{_URL}|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|html?|php|aspx?)(?:/[^\s]*)?)[\s\p{{P}}]*",
            r"(?:\s*</?[A-Za-z][^<>]*>)+[\w\s]{0,20}(?:\s*</?[A-Za-z][^<>]*>)*",
            r"\s*(?:(?:var|let|const)\s+[\w$]+\s*=|(?:window|document|googletag|jQuery|\$)\s*[.(\[]|function\s*[\w$]*\s*\(|@(?:media|import)\b).*",
            r"\s*[.#]?[\w-]+(?:[\s.#>:,][\w-]*)*\s*\{[^{}]*[:;][^{}]*\}?.*",
            r"\s*[{}()\[\];,]+\s*",
            r"\s*&[a-z]+;(?:\s*&[a-z]+;)*\s*",
        )
    )
)
_TELLS: Final = regex.compile(
    r"[©{}<>#|›]|://|@|(?i:cookies?|rights|comments?|views|opinions|e-?mail|captcha|photo|image|picture|caption|subscribe|newsletter)"
    r"|محفوظ|كوكيز|الارتباط|تعليق|آراء|بريد|صور|مصدر|تابع|اشترك|للمزيد"
)
"""Without any of these a long line with a full stop is no part of a page."""
_SEPARATED: Final = regex.compile(r"\s+(?:[>»›|•·]|//?)\s+|\s*[»›]\s*")
_LANGUAGES: Final = (
    "english|arabic|french|français|francais|spanish|español|german|deutsch|farsi|persian|turkish|türkçe|kurdish|"
    "عربي|عربية|العربية|الانجليزية|الإنجليزية|انجليزي|إنجليزي|فارسی|فارسي|الفارسية|الفرنسية|فرنسي|کوردی|كوردي|اردو|اردي"
)
_LANGUAGE_SWITCH: Final = regex.compile(
    rf"\s*(?:{_LANGUAGES})(?:\s*[-–—|/•·,،]\s*(?:{_LANGUAGES}))+\s*", regex.IGNORECASE
)
_HASHTAGS: Final = regex.compile(r"\s*(?:#[\w\u0640]+[\s،,]*)+")
_BULLET: Final = regex.compile(r"\s*[•‣◦▪●○■□◆◇►✓*·]\s+\S")
_FINISHED: Final = regex.compile(r"[.!?؟。][\p{Pe}\p{Pf}\"'\s\p{Cf}]*\Z")
_SIDE: Final = regex.compile(
    r"\((?:(?:من |إلى |الى |في |على |عن )*(?:اليمين|اليسار|الوسط|يمين|يسار|يمينا?ً?|يسارا?ً?|وسط)|(?:far |second |third )?(?:left|right|cent(?:re|er)|(?:L|R|C)))\)"
)
_TITLES_FOLLOW: Final = regex.compile(
    r"(?:related|recommended|most|more|trending|latest|you (?:may|might)|editor|مواضيع|موضوعات|أخبار|مقالات|مواد|تقارير|محتوى|ذات|قد|الأكثر|أحدث|مختارات)",
    regex.IGNORECASE,
)


def find_asides(paragraphs: Sequence[str]) -> list[Aside | None]:
    """For each paragraph of a plain text why it is hardly part of it, or None where it is text."""
    found = [_by_itself(one) for one in paragraphs]
    body = [number for number, one in enumerate(paragraphs) if not found[number] and _is_body(one)]
    first, last = (body[0], body[-1]) if body else (0, len(paragraphs))
    _under_headings(paragraphs, found)
    _captions(paragraphs, found, first)
    _beside(paragraphs, found, first, last)
    return found


def _by_itself(paragraph: str) -> Aside | None:
    """What a paragraph is by its own words and shape."""
    if len(paragraph) > _LONGEST:
        return None
    kinds = [_of_line(" ".join(line.split())) for line in paragraph.split("\n") if line.strip()]
    return kinds[0] if kinds and all(kinds) else None


def _of_line(line: str) -> Aside | None:
    if len(line) > _BODY and _FINISHED.search(line) and not _TELLS.search(line):
        return None  # most of a long text is this, and needs no closer look
    if _CODE.fullmatch(line):
        return Aside.CODE
    if (
        _LANGUAGE_SWITCH.fullmatch(line)
        or _is_trail(line)
        or (line.count("#") > 1 and _HASHTAGS.fullmatch(line))
    ):
        return Aside.MENU
    kind = sure(line)
    is_sentence = _FINISHED.search(line) is not None and len(line.split()) > _SENTENCE
    return None if kind in _NEVER_SENTENCES and is_sentence else kind


def _is_trail(line: str) -> bool:
    """Whether a line is a way to a page ("Home > World > Asia") or a bar of links: short parts between marks."""
    if not _SEPARATED.search(line):
        return False
    parts = [part.strip() for part in _SEPARATED.split(line)]
    return (
        len(parts) >= 3
        and all(0 < len(part) <= 30 and len(part.split()) <= 4 for part in parts)
        and not _FINISHED.search(line)
        and any(part.isalpha() for part in parts)
    )


def _is_body(paragraph: str) -> bool:
    return len(paragraph) >= _BODY and _FINISHED.search(paragraph) is not None


def _under_headings(paragraphs: Sequence[str], found: list[Aside | None]) -> None:
    """Mark the titles under "related articles": short lines without an end, up to the next text or mark."""
    for number, aside in enumerate(found):
        if aside is not Aside.READ_MORE or not _TITLES_FOLLOW.match(paragraphs[number].strip()):
            continue
        titles = []
        for after in range(number + 1, min(number + 1 + _TITLES, len(paragraphs))):
            if found[after] or _FINISHED.search(paragraphs[after]) or len(paragraphs[after]) > 140:
                break
            titles.append(after)
        if len(titles) > 1:
            for after in titles:
                found[after] = Aside.READ_MORE


def _captions(paragraphs: Sequence[str], found: list[Aside | None], first: int) -> None:
    """Mark the words under a picture at the head: who stands left and right, or a lone bulleted line."""
    for number in range(1, min(max(first, _HEAD), len(paragraphs))):
        line = paragraphs[number]
        if found[number] or _FINISHED.search(line) or len(line) > _LONGEST:
            continue
        lone = (
            _BULLET.match(line) is not None
            and not _BULLET.match(paragraphs[number - 1])
            and number + 1 < len(paragraphs)
            and _is_body(paragraphs[number + 1])
        )
        if lone or _SIDE.search(line):
            found[number] = Aside.CAPTION


def _beside(paragraphs: Sequence[str], found: list[Aside | None], first: int, last: int) -> None:
    """Mark what might be boilerplate where it stands before or after all text, or beside what is marked."""
    maybe = [None if found[n] or len(one) > 60 else doubtful(one) for n, one in enumerate(paragraphs)]
    for order in (range(len(found)), range(len(found) - 1, -1, -1)):
        for number in order:
            aside = maybe[number]
            if aside is None or found[number]:
                continue
            around = (
                found[number - 1] if number else None,
                found[number + 1] if number + 1 < len(found) else None,
            )
            company = maybe[max(0, number - 1) : number] + maybe[number + 1 : number + 2]
            outside = number < first or number > last
            if any(around) or (outside and (any(company) or number in {0, len(found) - 1})):
                found[number] = aside
