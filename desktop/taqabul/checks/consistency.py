"""The same text translated in different ways, and different texts translated the same way."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from taqabul.checks.records import Pair, Problem
from taqabul.checks.whole import Whole
from taqabul.domain.ids import LinkId
from taqabul.domain.language import Side
from taqabul.text.folding import fold_key
from taqabul.text.tokens import word_count

_WORDS: Final = 2
_SHOWN: Final = 60


def inconsistent(pairs: Sequence[Pair], _whole: Whole) -> Iterator[tuple[LinkId, Problem]]:
    """A problem for every pair whose source stands elsewhere with another target."""
    return _differing(pairs, Side.SOURCE, "The same text is translated elsewhere as “{}”")


def merged(pairs: Sequence[Pair], _whole: Whole) -> Iterator[tuple[LinkId, Problem]]:
    """A problem for every pair whose target stands elsewhere for another source."""
    return _differing(pairs, Side.TARGET, "The same translation stands elsewhere for “{}”")


def _differing(pairs: Sequence[Pair], side: Side, message: str) -> Iterator[tuple[LinkId, Problem]]:
    groups: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        if not pair.is_one_sided and word_count(pair.text(side)) >= _WORDS:
            groups[_key(pair.text(side))].append(pair)
    for group in groups.values():
        if len(group) < 2:
            continue
        others: dict[str, Pair] = {}
        for pair in group:
            others.setdefault(_key(pair.text(side.other)), pair)
        if len(others) < 2:
            continue
        for pair in group:
            own = _key(pair.text(side.other))
            other = next(one for key, one in others.items() if key != own).text(side.other)
            shown = other if len(other) <= _SHOWN else f"{other[:_SHOWN]}…"
            whole = ((0, len(pair.source)),), ((0, len(pair.target)),)
            yield pair.link, Problem(message, (shown,), *whole)


def _key(text: str) -> str:
    """What two texts share that a reader takes for the same: letters and figures, whatever the marks around."""
    return fold_key(text).strip(" .,;:!?،؛؟\"'()[]-")
