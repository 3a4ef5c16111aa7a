"""Names that do not sound alike in the two languages, and abbreviations: Germany is ألمانيا, UK المملكة المتحدة.

Transliteration cannot find these, and lists and reports are full of them. Most come from the Unicode CLDR
(``text.world``); a short table adds names of scripture, organisations, and what people say instead.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

import regex

from taqabul.text.folding import fold_key
from taqabul.text.world import Name, names_of_the_world

_MORE: Final = """
land:GB|Britain British Great_Britain England|بريطانيا المملكة_المتحدة إنجلترا
land:US|United_States United_States_of_America America American|الولايات_المتحدة الولايات_المتحدة_الأمريكية أمريكا أميركا
land:AE|Emirates Emirati|الإمارات
land:SA|Saudi|السعودية
land:SY|Syrian|سورية
land:TR|Turkey Turkish|تركيا
land:CI|Ivory_Coast Côte_d'Ivoire|ساحل_العاج كوت_ديفوار
land:CZ|Czech_Republic Czech|التشيك
land:NL|Holland Dutch|هولندا
land:PS|Palestine Palestinian|فلسطين
land:HU|Hungary|هنغاريا المجر
land:ES|Spaniard Spaniards|أسبانيا
land:KP|North_Korea|كوريا_الشمالية
land:KR|South_Korea|كوريا_الجنوبية
tongue:ko|Korea Korean|كوريا كوري
land:MM|Burma Burmese|بورما بورمي
land:NZ|New_Zealand|نيوزيلاندا
land:IS|Iceland|أيسلندا
land:ET|Ethiopia|الحبشة
land:EU|European_Union|الاتحاد_الأوروبي الاتحاد_الأوربي
city:Amman|Amman|عمان
city:Brussels|Brussels|بروكسيل
city:Jerusalem|Jerusalem|أورشليم القدس
city:Mecca|Mecca Makkah|مكة
city:Medina|Medina|المدينة_المنورة
city:Geneva|Geneva|جنيف
city:Hague|Hague|لاهاي
scotland|Scotland Scottish|اسكتلندا
wales|Wales Welsh|ويلز
nile|Nile|النيل
mediterranean|Mediterranean|المتوسط
red sea|Red_Sea|البحر_الأحمر
dead sea|Dead_Sea|البحر_الميت
land:UN|United_Nations|الأمم_المتحدة
unhcr|UNHCR|مفوضية_الأمم_المتحدة_لشؤون_اللاجئين المفوضية
world health organization|World_Health_Organization World_Health_Organisation|منظمة_الصحة_العالمية
unicef|UNICEF|اليونيسف اليونيسيف
unesco|UNESCO|اليونسكو
nato|NATO|الناتو حلف_شمال_الأطلسي
red cross|Red_Cross|الصليب_الأحمر
red crescent|Red_Crescent|الهلال_الأحمر
security council|Security_Council|مجلس_الأمن
general assembly|General_Assembly|الجمعية_العامة
arab league|Arab_League League_of_Arab_States|جامعة_الدول_العربية الجامعة_العربية
jesus|Jesus|يسوع عيسى المسيح
christ|Christ|المسيح
john|John|يوحنا يحيى
moses|Moses|موسى
abraham|Abraham|إبراهيم
ishmael|Ishmael|إسماعيل
isaac|Isaac|إسحاق إسحق
jacob|Jacob|يعقوب
james|James|يعقوب
joseph|Joseph|يوسف
solomon|Solomon|سليمان
david|David|داود داوود
mary|Mary|مريم
paul|Paul|بولس
peter|Peter|بطرس
matthew|Matthew|متى
luke|Luke|لوقا
gabriel|Gabriel|جبريل جبرائيل
noah|Noah|نوح
lot|Lot|لوط
job|Job|أيوب
elijah|Elijah Elias|إلياس إيليا
zechariah|Zechariah|زكريا
ezra|Ezra|عزرا عزير
pharaoh|Pharaoh|فرعون
god|God Allah|الله
israel|Israel|إسرائيل
judah|Judah|يهوذا
jonah|Jonah|يونس يونان
aaron|Aaron|هارون
saul|Saul|شاول طالوت
goliath|Goliath|جالوت
gog|Gog|يأجوج
magog|Magog|مأجوج
torah|Torah|التوراة
gospel|Gospel|الإنجيل
"""
_CAPITALS: Final = {
    "UK": "land:GB", "USA": "land:US", "US": "land:US", "UN": "land:UN", "EU": "land:EU", "UAE": "land:AE",
}  # fmt: skip
_LATIN: Final = regex.compile(r"(?:\p{Lu}\.){2,}|\p{Latin}[\p{Latin}\p{M}]*")
_ARABIC: Final = regex.compile(r"[\p{Arabic}--\p{N}--\p{P}]+", regex.V1)
_ADJECTIVE: Final = ("ييه", "يين", "يون", "يات", "يه", "يا", "ي")
_ROOT_ENDS: Final = {"land": ("", "يا", "ا", "يه"), "tongue": ("يه", "ي")}
_WITH_ARTICLE: Final = frozenset({"day:0", "day:6"})
"""Monday and Sunday: without the article they are "two" and "one"."""
_PLURAL: Final = ("es", "s")
_SHORTEST_STEM: Final = 3
_SHORTEST_ELSEWHERE: Final = 4

Words = tuple[str, ...]


class _Index(NamedTuple):
    """``phrases``: by first word, the names that begin so, longest first; ``stems`` of adjectives, with their keys."""

    phrases: Mapping[str, Sequence[tuple[Words, Words]]]
    stems: Mapping[str, Words]


@lru_cache(maxsize=4096)
def exonyms_in(text: str) -> tuple[str, ...]:
    """What the names in a text that are known to differ between the languages stand for.

    English names count where they begin with a capital, Arabic ones with the particles joined to them.
    """
    found = list(_found(_LATIN.findall(text), _latin_index(), _latin_words))
    if not text.isascii():
        found += _found(_ARABIC.findall(fold_key(text)), _arabic_index(), _arabic_words)
    return tuple(found)


def _found(words: Sequence[str], index: _Index, forms: Callable[[str], tuple[Words, Words]]) -> Iterator[str]:
    """The keys of the names in a row of words; of names that begin alike the longest counts."""
    place = 0
    while place < len(words):
        begins, keys = forms(words[place])
        length = 0
        for word in begins:
            for rest, named in index.phrases[word]:
                if len(rest) >= length and _continues(words, place + 1, rest):
                    keys, length = named, len(rest) + 1
        yield from keys
        place += max(length, 1)


def _continues(words: Sequence[str], place: int, rest: Words) -> bool:
    return len(words) >= place + len(rest) and all(
        _plain(word) == wanted for word, wanted in zip(words[place:], rest, strict=False)
    )


def _plain(word: str) -> str:
    """A word inside a name: folded, without the Arabic article."""
    folded = fold_key(word)
    return folded[2:] if folded.startswith("ال") and len(folded) > _SHORTEST_STEM else folded


@lru_cache(maxsize=16_384)
def _latin_words(word: str) -> tuple[Words, Words]:
    """Which first words of names a word may be, and what it names by itself."""
    letters = word.replace(".", "")
    if letters in _CAPITALS:
        return (), (_CAPITALS[letters],)
    if not word[0].isupper():
        return (), ()
    folded = fold_key(letters)
    forms = [folded, *(folded.removesuffix(end) for end in _PLURAL if folded.endswith(end))]
    index = _latin_index()
    return tuple(form for form in forms if form in index.phrases)[:1], ()


@lru_cache(maxsize=16_384)
def _arabic_words(word: str) -> tuple[Words, Words]:
    """Which first words of names a folded word may be, its particles taken off, and which adjective."""
    index = _arabic_index()
    bare = tuple(_without_particles(word))
    begins = tuple(form for form in bare if form in index.phrases)
    keys = (
        key
        for form in bare
        for end in _ADJECTIVE
        if form.endswith(end)
        for key in index.stems.get(form.removesuffix(end), ())
    )
    return begins, tuple(dict.fromkeys(keys))


def _without_particles(word: str) -> Iterator[str]:
    """The word as it is, and without و ف, then ب ك ل, then the article."""
    forms = {word: None}
    for letters in ("وف", "بكل"):
        forms |= {form[1:]: None for form in forms if form[0] in letters and len(form) > _SHORTEST_STEM}
    forms |= {
        form[2:]: None for form in forms if form.startswith(("ال", "لل")) and len(form) > _SHORTEST_STEM
    }
    yield from forms


@cache
def _names() -> tuple[Name, ...]:
    more = (row.split("|") for row in _MORE.strip().splitlines())
    return (
        *names_of_the_world(),
        *(
            Name(key, *(tuple(form.replace("_", " ") for form in forms.split()) for forms in sides))
            for key, *sides in more
        ),
    )


@cache
def _latin_index() -> _Index:
    rows = ((form, name.key) for name in _names() for form in name.english)
    return _Index(_phrases(rows, _LATIN), {})


@cache
def _arabic_index() -> _Index:
    """Names by their first word; what is left of one-word names of lands, to which an adjective's end is added."""
    rows = [(form, name.key) for name in _names() for form in name.arabic]
    stems: dict[str, dict[str, None]] = defaultdict(dict)
    for form, key in rows:
        kind, plain = key.partition(":")[0], _plain(form)
        for end in _ROOT_ENDS.get(kind, ()):
            stem = plain.removesuffix(end)
            if plain.endswith(end) and " " not in form and len(stem) >= _SHORTEST_STEM:
                stems[stem][key] = None
    return _Index(_phrases(rows, _ARABIC), {stem: tuple(keys) for stem, keys in stems.items()})


def _phrases(
    rows: Iterable[tuple[str, str]], word: "regex.Pattern[str]"
) -> dict[str, list[tuple[Words, Words]]]:
    """Names with their keys by first word, longest first."""
    keys: dict[Words, dict[str, None]] = defaultdict(dict)
    for form, key in rows:
        parts = word.findall(fold_key(form))
        words = (*parts[:1], *map(_plain, parts[1:])) if key in _WITH_ARTICLE else tuple(map(_plain, parts))
        shortest = _SHORTEST_ELSEWHERE if key.startswith(("tongue:", "city:")) else _SHORTEST_STEM
        if len("".join(words)) >= shortest:
            keys[words][key] = None
    phrases: dict[str, list[tuple[Words, Words]]] = defaultdict(list)
    for words in sorted(keys, key=len, reverse=True):
        phrases[words[0]].append((words[1:], tuple(keys[words])))
    return dict(phrases)
