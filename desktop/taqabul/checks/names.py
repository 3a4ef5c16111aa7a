"""Names: one in the English text that nothing in the Arabic text stands for."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from taqabul.checks.judging import judge
from taqabul.checks.name_evidence import Evidence, Named
from taqabul.checks.name_habits import Habits, Met, habits_of
from taqabul.checks.records import Pair, Problem, Span
from taqabul.domain.ids import LinkId
from taqabul.domain.language import Language

if TYPE_CHECKING:
    from taqabul.checks.whole import Whole

_ALIKE: Final = 0.7
_NOTHING_STANDS = "Nothing seems to stand for the name “{}”"


def name_problems(pair: Pair, whole: "Whole") -> Iterator[Problem]:
    """A problem for each name that nothing stands for, but for those the translator always renders otherwise.

    Words of one name that stand side by side make one problem.
    """
    side = pair.side(Language.ENGLISH)
    text = pair.text(side)
    judged = judge("names")
    here = whole.evidence(pair)
    wrong = [
        one.span
        for one in here.names
        if not whole.names.is_rendered(one.key)
        and judged.score(measured(one, here, pair.link, whole.names)) > judged.least
    ]
    for start, end in _joined(wrong, text):
        yield Problem.on(side, [(start, end)], _NOTHING_STANDS, text[start:end])


def measured(one: Named, here: Evidence, link: LinkId, habits: Habits) -> tuple[float, ...]:
    """All that is measured of a name: in its pair, and by what the rest of the bitext teaches."""
    known, formed, alone = habits.elsewhere(one.key, link, here.words)
    names = frozenset(other.key for other in here.names)
    strange = any(habits.is_stranger(word, link, names) for word in here.words)
    sound, cosine = one.measured[:2]
    is_beside, there = one.measured[21:23]
    mute, other = 1 - sound, max(-formed, 0.0)
    return (
        *one.measured, known, max(formed, 0.0), max(formed, 0.0) * sound, alone, known * mute,
        other * mute, other * mute * (1 - cosine), float(other > 0 and sound < _ALIKE),
        float(strange), strange * mute, strange * other * mute, is_beside * there,
    )  # fmt: skip


def learned(found: Iterable[tuple[LinkId, Evidence]]) -> Habits:
    """How names are written in a bitext."""
    return habits_of(
        (link, [Met(one.key, one.forms, one.spelt) for one in here.names], here.words) for link, here in found
    )


def _joined(spans: Sequence[Span], text: str) -> Iterator[Span]:
    """Spans with nothing but a space between them as one."""
    kept: Span | None = None
    for span in spans:
        if kept is not None and text[kept[1] : span[0]] == " ":
            kept = (kept[0], span[1])
            continue
        if kept is not None:
            yield kept
        kept = span
    if kept is not None:
        yield kept
