"""Term candidates: words and runs of words that confirmed pairs keep saying for each other.

Two stems, or runs of two, belong together by how often pairs that hold one hold the other (Dice, 1945), and only
where neither has a better partner.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

import regex

from taqabul.checks.records import Pair
from taqabul.domain.language import Language
from taqabul.text.folding import fold_key
from taqabul.text.little_words import LITTLE_WORDS, bare, stem
from taqabul.text.tokens import words

_LEAST_PAIRS: Final = 3
_LEAST_DICE: Final = 0.6
_SHORTEST: Final = 3
_MOST_WORDS: Final = 60
_OPENS: Final = regex.compile(r"(?:^|[.!?:…\n])[\s\p{P}]*$")

Key = tuple[str, ...]


class TermCandidate(NamedTuple):
    """Words of both languages as they are mostly written, the pairs that hold both, and how they keep together."""

    arabic: str
    english: str
    pairs: int
    dice: float


def term_candidates(pairs: Iterable[Pair]) -> list[TermCandidate]:
    """The candidates of confirmed pairs, those told most often first."""
    held: dict[Language, Counter[Key]] = {language: Counter() for language in Language}
    written: dict[Language, dict[Key, Counter[str]]] = {
        language: defaultdict(Counter) for language in Language
    }
    sides: list[tuple[set[Key], set[Key]]] = []
    for pair in pairs:
        if not pair.confirmed or pair.is_one_sided:
            continue
        found = []
        for language in Language:
            keys = set()
            for key, form in _runs(pair.text(pair.side(language)), language):
                keys.add(key)
                written[language][key][form] += 1
            held[language].update(keys)
            found.append(keys)
        sides.append((found[0], found[1]))
    often = [{key for key, count in held[language].items() if count >= _LEAST_PAIRS} for language in Language]
    together = Counter(
        (ours, theirs) for one, other in sides for ours in one & often[0] for theirs in other & often[1]
    )
    ours, theirs = held[Language.ARABIC], held[Language.ENGLISH]
    scored = {
        both: 2 * count / (ours[both[0]] + theirs[both[1]])
        for both, count in together.items()
        if count >= _LEAST_PAIRS
    }
    chosen = sorted(_best(scored), key=lambda both: (-together[both], both))
    return [
        TermCandidate(
            written[Language.ARABIC][one].most_common(1)[0][0],
            written[Language.ENGLISH][other].most_common(1)[0][0],
            together[one, other],
            round(scored[one, other], 3),
        )
        for one, other in chosen
    ]


def _best(scored: dict[tuple[Key, Key], float]) -> Iterator[tuple[Key, Key]]:
    """Pairs of which neither has a better partner; of equal ones the longer, and none inside another."""
    best: tuple[dict[Key, tuple[float, int]], dict[Key, tuple[float, int]]] = ({}, {})
    for both, dice in scored.items():
        weight = (dice, len(both[0]) + len(both[1]))
        for of, key in zip(best, both, strict=True):
            of[key] = max(of.get(key, (0.0, 0)), weight)
    kept = [
        both
        for both, dice in scored.items()
        if dice >= _LEAST_DICE
        and all(of[key] == (dice, len(both[0]) + len(both[1])) for of, key in zip(best, both, strict=True))
    ]
    parts = {
        ((one,), (other,))
        for ours, theirs in kept
        if len(ours) + len(theirs) > 2
        for one in ours
        for other in theirs
    }
    return (both for both in kept if both not in parts)


def _runs(text: str, language: Language) -> Iterator[tuple[Key, str]]:
    """The words of a text that count, and runs of two of them, by their stems and as written."""
    spans = words(text)[:_MOST_WORDS]
    before: tuple[str, str, int] | None = None
    for start, end in spans:
        form = text[start:end]
        counts = form.isalpha() and len(form) >= _SHORTEST and fold_key(bare(form)) not in LITTLE_WORDS
        if not counts or fold_key(form) in LITTLE_WORDS:
            before = None
            continue
        key = stem(form)
        shown = bare(form) if language is Language.ARABIC else _as_inside(text, start, form)
        yield (key,), shown
        if before is not None and text[before[2] : start] == " ":
            yield (before[0], key), f"{before[1]} {form if language is Language.ARABIC else shown}"
        before = (key, shown, end)


def _as_inside(text: str, start: int, form: str) -> str:
    """An English word as it is written inside a sentence: a capital that only opens one says nothing."""
    return form.lower() if _OPENS.search(text, 0, start) else form
