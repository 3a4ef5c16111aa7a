"""The words that hold a sentence together and seldom have a counterpart of their own, and the bare form of a word."""

from functools import lru_cache
from typing import Final

import regex

from taqabul.text.folding import fold, fold_key

_ARABIC: Final = (
    "في من على إلى عن مع هذا هذه ذلك تلك التي الذي الذين كان كانت يكون تكون أن إن لا ما لم لن قد هو هي هم كما أو ثم "
    "بين حتى كل بعد قبل عند حيث إذا لكن ليس ليست وقد وكان وكانت فيه فيها منه منها به بها له لها عليه عليها إليه إليها "
    "أي أيضا غير بعض لدى منذ خلال نحو هناك ذات مثل أنه أنها إنه إنها كذلك سوف فقد ولم ولا وهو وهي وهذا ومن وفي وأن و "
    "بما مما وما بأن لأن والتي والذي"
)
_ENGLISH: Final = (
    "the a an and or of in on at to for from by with without as is are was were be been being it its this that these "
    "those he she they we you i me him them us his her their our your my not no nor but if then than so such all any "
    "some each every other another there here has have had do does did will would shall should may might can could must "
    "which who whom whose what when where why how into about over between through during after before also while "
    "because until s t"
)
LITTLE_WORDS: Final = frozenset(fold_key(word) for word in (*_ARABIC.split(), *_ENGLISH.split()))
"""Articles, prepositions, pronouns, auxiliaries of both languages, folded."""

_CLITICS: Final = regex.compile(r"(?:[وف]?(?:[بك]?ال|لل)|و[بلس]|[وبلفكس])(?=\p{Arabic}{3})")
_ARABIC_ENDS: Final = regex.compile(r"(?<=\p{Arabic}{3})(?:يه|ها|هم|هن|كم|نا|ات|ان|ون|ين|تين|ه|ي|ا)$")
_ENGLISH_ENDS: Final = regex.compile(r"(?<=[a-z]{3})(?:ies|ing|ed|es|ly|s|e|y)$|['’]s?$")


@lru_cache(maxsize=65_536)
def plain(word: str) -> str:
    """A word without vowel signs and tatweel, as most texts write it."""
    if word.isascii():
        return word
    return fold(word, alef=False, ya=False, ta_marbuta=False, digits=False, case=False).text


@lru_cache(maxsize=65_536)
def bare(word: str) -> str:
    """An Arabic word without vowel signs and without the particles written joined to it; others as they are."""
    written = plain(word)
    match = _CLITICS.match(written)
    return written[match.end() :] if match else written


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """A key most forms of a word share: joined particles and common endings gone, folded."""
    folded = fold_key(bare(word))
    return _ENGLISH_ENDS.sub("", _ARABIC_ENDS.sub("", folded)) or folded
