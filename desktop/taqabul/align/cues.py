"""Hard evidence: what crosses scripts unchanged, or nearly so.

Each thing that both sides may hold (a number, a name, a Latin string) is a cue: a column that says
which units of either side hold it. A cue that is rare on both sides weighs most.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from taqabul.align.traces import Traces
from taqabul.align.units import Floats, Units
from taqabul.text.names import coarse, skeleton, skeleton_similarity, without_clitics

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
    return _cues([traces.numbers for traces in source.traces], [traces.numbers for traces in target.traces])


def name_cues(source: Units, target: Units) -> Cues:
    """Names written in both scripts, by consonant skeleton or list, and strings left in Latin letters."""
    sides = (source.traces, target.traces)
    bridges = _bridges(sides[0], sides[1]) | _bridges(sides[1], sides[0])
    keys = [[_name_keys(traces, bridges) for traces in side] for side in sides]
    shared = set().union(*keys[0]) & set().union(*keys[1])
    return _cues(*([row & shared for row in side] for side in keys))


def _name_keys(traces: Traces, bridges: Mapping[str, tuple[str, ...]]) -> set[str]:
    """The names a unit may hold: Latin words as they are, Arabic ones by what they sound like."""
    sounded = (key for word in traces.arabic for key in bridges.get(word, ()))
    return {word.lower() for word in traces.latin}.union(sounded, (f"={name}" for name in traces.exonyms))


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


def _capitalised(side: Sequence[Traces]) -> set[str]:
    """Words that begin with a capital wherever they stand, in small letters."""
    words = {word for traces in side for word in traces.latin}
    small = {word for word in words if word[0].islower()}
    return {word.lower() for word in words if word[0].isupper()} - small - _FUNCTION_WORDS


def _bridges(arabic: Sequence[Traces], latin_side: Sequence[Traces]) -> dict[str, tuple[str, ...]]:
    """For each Arabic word of one side the names in Latin letters of the other it may stand for."""
    names = _capitalised(latin_side)
    if not names:
        return {}
    forms: dict[str, set[str]] = defaultdict(set)
    for word in {word for traces in arabic for word in traces.arabic}:
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
