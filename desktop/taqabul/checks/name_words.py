"""Names in English text: which capitalised words are names, and what in an Arabic text may stand for one.

A name is known by its sound (consonant skeletons), by lists (countries, cities, peoples) or by an encoder's cosine.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Final

import regex
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from taqabul.text.exonyms import exonyms_in
from taqabul.text.folding import fold_key
from taqabul.text.little_words import LITTLE_WORDS
from taqabul.text.names import coarse, heard, skeleton, skeleton_similarity, skeletons, without_clitics
from taqabul.text.tokens import words

Span = tuple[int, int]

_CAPITALISED: Final = regex.compile(r"\p{Lu}[\p{Ll}\p{M}]+(?:[-’']?\p{L}[\p{Ll}\p{M}]+)*(?:['’]s?)?")
_OPENS: Final = regex.compile(r"(?:^|[.!?:;…\n][\s\"'“”‘’(\[«»]*|[\"“‘«(\[—–•]\s*|[-–—]\s)$")
_POSSESSIVE: Final = regex.compile(r"['’]s?$")
_SHORTEST: Final = 3
_HEADLINE: Final = 0.8
_HEADLINE_WORDS: Final = 4
_GLUED: Final = 5
_GLUED_SOUND: Final = 0.9
_GLUED_ALIKE: Final = 0.85
_RUN_IN: Final = 3
_INSIDE: Final = 0.74
_MANY: Final = 20
"""Letters of a word from which on it is several that run together."""

_NO_NAMES: Final = (
    "academy accord accords act administration administrator advanced advisory affairs affordable agency "
    "agreement air airlines airport alliance ally ambassador appeals april archbishop army article "
    "articles assassin assembly associate association attorney aug august authority autumn award awards "
    "ayatollah bachelor bank baron basin battle bay beach bible big bill bishop black blue board body "
    "book bottle boy boys bridge brigade brown buddhist building bureau business cabinet caliph campaign "
    "capital capt captain cardinal case castle category cathedral catholic center central centre century "
    "chairman challenge chamber champion championship championships chancellor channel chapter charity "
    "charter chief child children christian christians christmas church circuit city civil class clause "
    "click climate club coach coast code cold college colonel command commander commission commissioner "
    "committee commonwealth communism communist communists community company confederation conference "
    "congress congressman congresswoman conservative constitution continent continental convention corp "
    "corporation council councillor county court crocodiles crown culture cup custom customs dame data "
    "day deal death dec december declaration defence defense delegation democracy democrat democratic "
    "democrats department deputy desert det detective development diet director disease district "
    "division doctor drug duchess duke duty earth east easter eastern ecology economic education "
    "election electric embassy emergency emperor empire employment energy engineering environment "
    "equality evidence excellency exchange executive exhibition express external facility faculty fair "
    "falls family farm father feb february federal federation festival field film final finals finance "
    "fire first fisheries fishery fishing flag fleet food force forces foreign forest forum foundation "
    "free freedom friday friends front fund gallery games gas gate general girl girls globe god gold "
    "gospel government governor grand great green group guard guide gulf hall head health help "
    "hemisphere heritage hero high highness highway hill hindu history holy home homeland hospital hotel "
    "house housing human hurricane ice image imam inal inc income independence independent indigenous "
    "industry inner inquiry insp inspector institute institution insurance intelligence interior "
    "international internet investment iron islamic island islands jan january jew jewish jews job joint "
    "journal judge judiciary july june junior justice key kids king kingdom kingdoms labor labour lady "
    "lake land language law leader league legal liberal liberation library lieutenant life light line "
    "list literature little local long lord lower ltd madam mail majesty major man management manager "
    "map march marine market mass master math may mayor medal media medical member members memorial men "
    "mental metal metro middle military milky mine mines minister ministry minutes miss mission missions "
    "model modern monday moon moral morning mother mount mountain mountains movement mrs museum music "
    "muslim muslims mystery nation national nations nationwide native natural nature naval navy "
    "necropolis network new news night nobel none north northern note nov november nuclear nurse ocean "
    "oct october office officer official oil old olympic olympics open opera operation opposition "
    "options order organisation organization origin orthodox pact palace paper paralympic paralympics "
    "park parliament party passport pastor patent patient patrol pay peace pension people phase phone "
    "photo physics pilot pioneer plain plains plan planet plant players poetry point police policy "
    "political poor pope population port post power practice premier president presidential press "
    "prevention primary prime prince princess principal prison private prize process professor program "
    "programme project projects property prosecutor protection protestant province public quality queen "
    "quran rabbi race radio railway ramadan ranger rangers real record records red reform refugee "
    "regiment region regional register relations relief religion representative representatives reps "
    "republic republican republicans rescue research reserve residence resolution resources reverend "
    "revolution revolutionary rights ring river road rock room round royal rule safety saga saint "
    "saltwater saturday save scaffolds school science sea season secretary section sector security "
    "senate senator senior sens sept september sergeant series service services sessions sgt sheikh "
    "shelter sheriff ship shop short show silver sir sister sky small snow social socialism socialist "
    "society solar song sound source south southern space speaker special spirit sport sports spring "
    "square stadium staff standard star state states station statistics stock story street student "
    "students studies studio style subcommittee sugar sultan summer summit sun sunday super superior "
    "support supreme survey survival system tax teacher team tech technology television temple test "
    "tests theater theatre theory throne thrones thursday top tour tourism tower town trade traffic "
    "training transport travel treasury treaty tree trial tribe tribunal tropical trust truth tuesday tv "
    "under union unit united unity universal university upper urban user valley value van vice victim "
    "view vigil village virtual visa visit voice volunteer vote wall war ward water wave way wealth "
    "weather web wednesday week welfare west western white wildlife wilds wind wing winter woman women "
    "wood work workers world year young youth zone"
)
NO_NAMES: Final = frozenset(_NO_NAMES.split())
"""Words that stand with a capital in the names of offices, bodies, days and places, and are translated there."""
_COMMON_ENDS: Final = regex.compile(
    r"(?:tion|ment|ship|ness|ism|ists?|ities|ity|ology|ical|ional|ers|ing|ings|ised|ized|ics|ator|ector|ivor|able|ible|less|ance|ence)$"
)


def words_of_small_letters(text: str) -> Iterator[str]:
    """The words of an English text that are written in small letters."""
    return (text[start:end] for start, end in words(text) if text[start].islower())


def plain_name(word: str) -> str:
    """A name without the ending of a possessive."""
    return str(_POSSESSIVE.sub("", word))


def names_in(text: str, small: AbstractSet[str]) -> list[Span]:
    """The words of an English text that are names, surely; ``small`` are words that are none.

    A word that begins a sentence counts where lists know it or another name follows it. A headline, where
    most words have a capital, has none.
    """
    spans = words(text)
    if _is_headline([text[a:b] for a, b in spans]):
        return []
    found: list[Span] = []
    for start, end in reversed(spans):
        if _may_be_name(text[start:end], small):
            opens = _OPENS.search(text, max(0, start - 6), start) is not None or start == 0
            followed = bool(found) and text[end : found[-1][0]] == " "
            if not opens or followed or exonyms_in(plain_name(text[start:end])):
                found.append((start, end))
    return found[::-1]


def _is_headline(forms: list[str]) -> bool:
    """Whether nearly all words have a capital, but for little ones: in a list of names verbs and nouns have none."""
    long = [form[0] for form in forms if len(form) >= _SHORTEST and fold_key(form) not in LITTLE_WORDS]
    return len(long) >= _HEADLINE_WORDS and sum(map(str.isupper, long)) >= _HEADLINE * len(long)


def _may_be_name(word: str, small: AbstractSet[str]) -> bool:
    if not _CAPITALISED.fullmatch(word):
        return False
    key = plain_name(word).casefold()
    return (
        len(key) >= _SHORTEST
        and key not in small
        and key not in NO_NAMES
        and fold_key(key) not in LITTLE_WORDS
        and (not _COMMON_ENDS.search(key) or bool(exonyms_in(key)))
    )


@lru_cache(maxsize=65_536)
def heard_alike(arabic: str, name: str) -> float:
    """How much an Arabic word and a name in Latin letters have in common, vowels as well, 0 to 1."""
    key = heard(name)
    return max(Levenshtein.normalized_similarity(heard(form), key) for form in without_clitics(arabic))


@lru_cache(maxsize=65_536)
def sounds_like(arabic: str, name: str) -> float:
    """How well an Arabic word sounds like a name in Latin letters, 0 to 1, particles before it on or off.

    Words of scanned texts run together; a long one is searched for the name.
    """
    keys = skeletons(name)
    forms = [skeleton(form) for form in without_clitics(arabic)]
    best = max(skeleton_similarity(form, key) for form in forms for key in keys)
    longest = max(forms, key=len)
    if len(keys[0]) >= _SHORTEST and len(longest) >= len(keys[0]) + _GLUED:
        best = max(best, _GLUED_SOUND * max(fuzz.partial_ratio(key, longest) for key in keys) / 100)
    return max(best, _sounds_at_an_end(arabic, name))


def _sounds_at_an_end(arabic: str, name: str) -> float:
    """How well a word that another runs into sounds like a name at its beginning or end, vowels as well.

    Where many run together it is looked for anywhere, and of a short name nothing can be said: it may be there.
    """
    word, key = heard(arabic), heard(name)
    if len(arabic) > _MANY:
        return _GLUED_SOUND if len(key) <= _SHORTEST or _is_inside(arabic, name) else 0.0
    if len(key) < _SHORTEST or len(word) < len(key) + _RUN_IN:
        return 0.0
    alike = max(
        Levenshtein.normalized_similarity(part, key) for part in (word[: len(key)], word[-len(key) :])
    )
    return _GLUED_SOUND * alike if alike >= _GLUED_ALIKE else 0.0


def _is_inside(arabic: str, name: str) -> bool:
    """Whether anything in words that run together sounds like a name, by its consonants or as it is heard."""
    key = skeleton(arabic)
    alike = max(fuzz.partial_ratio(coarse(one), coarse(key)) for one in skeletons(name))
    return max(alike, fuzz.partial_ratio(heard(name), heard(arabic))) / 100 >= _INSIDE
