"""Finds entries by a few letters, in English or Arabic, with slips of the finger."""

from collections.abc import Sequence
from typing import Final

from rapidfuzz import fuzz

from taqabul.text.folding import fold_key
from taqabul.ui.palette.entries import Entry

_LEAST: Final = 70.0
_SHORTEST: Final = 3
_STARTS, _STARTS_WORD, _HOLDS, _INITIALS = 400.0, 300.0, 200.0, 150.0
_RECENT: Final = 20.0


def ranked(query: str, entries: Sequence[Entry], recent: Sequence[str]) -> list[Entry]:
    """The entries that fit, the best first; without a query all, those used last first.

    Letters stand for their kin (any hamza, with or without vowel signs). What begins with the query comes
    before what holds it, and that before what only looks like it; what was used lately breaks ties.
    """
    age = {id_: place for place, id_ in enumerate(recent)}
    wanted = fold_key(query)
    if not wanted:
        return sorted(entries, key=lambda one: age.get(one.id, len(age)))
    scored = [(_score(wanted, entry), entry) for entry in entries]
    fitting = [(score + (_RECENT if one.id in age else 0), one) for score, one in scored if score >= _LEAST]
    return [entry for _, entry in sorted(fitting, key=lambda pair: -pair[0])]


def _score(wanted: str, entry: Entry) -> float:
    title = fold_key(entry.title)
    whole = f"{title} {fold_key(entry.kind)}"
    words = title.split()
    shortness = 50 / (1 + len(title))
    if title.startswith(wanted):
        return _STARTS + shortness
    if any(" ".join(words[at:]).startswith(wanted) for at in range(1, len(words))):
        return _STARTS_WORD + shortness
    if wanted in title or all(part in whole for part in wanted.split()):
        return _HOLDS + shortness
    if len(wanted) > 1 and "".join(word[0] for word in words).startswith(wanted):
        return _INITIALS + shortness
    if len(wanted) < _SHORTEST or not words:
        return 0.0
    parts = wanted.split()
    return sum(max(fuzz.ratio(part, word) for word in whole.split()) for part in parts) / len(parts)
