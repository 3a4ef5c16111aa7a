"""Hard evidence: what crosses scripts unchanged, or nearly so.

Each thing that both sides may hold (a number, a name, a Latin string) is a cue: a column that says
which units of either side hold it. A cue that is rare on both sides weighs most.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import regex
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from taqabul.align.units import Floats, Units
from taqabul.text.names import coarse, skeleton, skeleton_similarity, without_clitics
from taqabul.text.numbers import number_keys

_LATIN_WORD: Final = regex.compile(r"[\p{Latin}\p{M}]{2,}")
_ARABIC_WORD: Final = regex.compile(r"\p{Arabic}[\p{Arabic}\p{M}\u0640]+")
_ALIKE: Final = 0.75
_SHORT: Final = 3


@dataclass(frozen=True)
class Cues:
    """Which units hold which cues: ``source`` (n, k), ``target`` (m, k), 0 or 1; ``weights`` (k,), 0 to 1."""

    source: Floats
    target: Floats
    weights: Floats


def number_cues(source: Units, target: Units) -> Cues:
    """Numbers and dates, by value. A number that only one side knows is a cue too."""
    return _cues([number_keys(text) for text in source.texts], [number_keys(text) for text in target.texts])


def name_cues(source: Units, target: Units) -> Cues:
    """Names written in both scripts, by consonant skeleton, and strings left in Latin letters."""
    latin = [_latin_words(units) for units in (source, target)]
    arabic = [_arabic_words(units) for units in (source, target)]
    names = [_capitalised(words) for words in latin]
    bridges = _bridges(arabic[0], names[1]) | _bridges(arabic[1], names[0])
    sides = []
    for side in (0, 1):
        kept = [[word.lower() for word in words] for words in latin[side]]
        bridged = [[key for word in words for key in bridges.get(word, ())] for words in arabic[side]]
        sides.append([[*one, *two] for one, two in zip(kept, bridged, strict=True)])
    shared = set().union(*sides[0]) & set().union(*sides[1])
    return _cues(
        *(
            [[key for key in keys if key in shared] for key_lists in [side] for keys in key_lists]
            for side in sides
        )
    )


def _cues(source: Sequence[Iterable[str]], target: Sequence[Iterable[str]]) -> Cues:
    columns: dict[str, int] = {}
    for keys in (*source, *target):
        for key in keys:
            columns.setdefault(key, len(columns))
    ours, theirs = _incidence(source, columns), _incidence(target, columns)
    spread = np.maximum(ours.sum(axis=0), 1) * np.maximum(theirs.sum(axis=0), 1)
    return Cues(ours, theirs, (1 / np.sqrt(spread)).astype(np.float32))


def _incidence(keys: Sequence[Iterable[str]], columns: dict[str, int]) -> Floats:
    table = np.zeros((len(keys), len(columns)), dtype=np.float32)
    for row, found in enumerate(keys):
        for key in found:
            table[row, columns[key]] = 1
    return table


def _latin_words(units: Units) -> list[list[str]]:
    return [_LATIN_WORD.findall(text) for text in units.texts]


def _arabic_words(units: Units) -> list[list[str]]:
    return [_ARABIC_WORD.findall(text) for text in units.texts]


def _capitalised(texts: Sequence[Sequence[str]]) -> set[str]:
    """Words that begin with a capital wherever they stand, in small letters."""
    small = {word for words in texts for word in words if word[0].islower()}
    return {word.lower() for words in texts for word in words if word[0].isupper()} - small - _FUNCTION_WORDS


def _bridges(arabic: Sequence[Sequence[str]], names: set[str]) -> dict[str, tuple[str, ...]]:
    """For each Arabic word the names in Latin letters it may stand for."""
    forms: dict[str, set[str]] = defaultdict(set)
    for word in {word for words in arabic for word in words}:
        for form in without_clitics(word):
            forms[skeleton(form)].add(word)
    latin: dict[str, set[str]] = defaultdict(set)
    for name in names:
        latin[skeleton(name)].add(name)
    ours = sorted(key for key in forms if len(key) >= _SHORT)
    theirs = sorted(key for key in latin if len(key) >= _SHORT)
    if not ours or not theirs:
        return {}
    alike = process.cdist(
        [coarse(key) for key in theirs], [coarse(key) for key in ours],
        scorer=Levenshtein.normalized_similarity, score_cutoff=_ALIKE, dtype=np.float32,
    )  # fmt: skip
    bridges: dict[str, set[str]] = defaultdict(set)
    for row, column in zip(*np.nonzero(alike), strict=True):
        if skeleton_similarity(ours[column], theirs[row]) >= _ALIKE:
            for word in forms[ours[column]]:
                bridges[word] |= latin[theirs[row]]
    return {word: tuple(sorted(keys)) for word, keys in bridges.items()}


_LITTLE_WORDS: Final = (
    "the a an and or of in on at to for from by with without as is are was were be been being it its this that "
    "these those he she they we you his her their our your my him them us who whom which what when where why how "
    "not no nor but if then than so such all any some each every other another one two there here has have had do "
    "does did will would shall should may might can could must after before during under over between into about "
    "against also only more most many much very however while because although though since until both either "
    "neither mr mrs ms dr article section"
)
_FUNCTION_WORDS: Final = frozenset(_LITTLE_WORDS.split())
