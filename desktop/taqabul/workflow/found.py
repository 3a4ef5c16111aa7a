"""What checks found, placed in the paragraphs of a bitext; and rows as checks look at them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from taqabul.checks.records import Finding, Pair, Severity, Span
from taqabul.domain.bitext import LinkStatus
from taqabul.domain.document import Paragraph
from taqabul.domain.ids import LinkId
from taqabul.domain.language import Language, Side
from taqabul.workflow.rows import Row
from taqabul.workflow.word_links import Stretch

_SEPARATOR: Final = "\n"
_AROUND: Final = 15
_BEGINNING: Final = 40


class Place(NamedTuple):
    """A stretch of a paragraph, the paragraph's number as people see it, and what is written there.

    ``around`` is its beginning with a little of what is written before and after it, which tells it from its like.
    """

    stretch: Stretch
    number: int
    quote: str
    around: str


class FoundFix(NamedTuple):
    """What can be put in the place of a stretch of a paragraph without a look at the rest."""

    stretch: Stretch
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """A finding with its places in the paragraphs. ``message`` is English with ``{}`` for ``values``.

    ``row`` is the row it is in, counted from 1.
    """

    check: str
    severity: Severity
    link: LinkId
    row: int
    message: str
    values: tuple[str, ...]
    source: tuple[Place, ...]
    target: tuple[Place, ...]
    fix: FoundFix | None

    @property
    def text(self) -> str:
        """What it says, in English."""
        return self.message.format(*self.values)

    def side(self, side: Side) -> tuple[Place, ...]:
        """Its places on one side."""
        return self.source if side is Side.SOURCE else self.target


def pair_of(row: Row, languages: tuple[Language, Language]) -> Pair:
    """A row as checks look at it."""
    sides = (row.source, row.target)
    source, target = (_SEPARATOR.join(one.text for one in side) for side in sides)
    sentences = tuple(map(_sentences, sides))
    return Pair(
        row.link.id,
        source,
        target,
        languages,
        (sentences[0], sentences[1]),
        confirmed=row.link.status is LinkStatus.CONFIRMED,
    )


def _sentences(paragraphs: Sequence[Paragraph]) -> tuple[Span, ...]:
    """The sentences of paragraphs, as spans of the joined text; empty ones are left out."""
    found: list[Span] = []
    at = 0
    for one in paragraphs:
        found += [
            (at + sentence.start, at + sentence.end)
            for sentence in one.sentences
            if one.sentence_text(sentence).strip()
        ]
        at += len(one.text) + len(_SEPARATOR)
    return tuple(found)


def placed(row: Row, finding: Finding) -> Found:
    """A finding with its places in the paragraphs of its row."""
    problem, fix = finding.problem, None
    if problem.fix is not None:
        side, span, text = problem.fix
        (place,) = _places(row.source if side is Side.SOURCE else row.target, [span])
        fix = FoundFix(place.stretch, text)
    return Found(
        finding.check,
        finding.severity,
        finding.link,
        0,
        problem.message,
        problem.values,
        tuple(_places(row.source, problem.source)),
        tuple(_places(row.target, problem.target)),
        fix,
    )


def _places(paragraphs: Sequence[Paragraph], spans: Iterable[Span]) -> Iterator[Place]:
    """Where spans of the joined text stand; one that goes over several paragraphs is cut at their ends."""
    wanted = list(spans)
    at = 0
    for one in paragraphs:
        size = len(one.text)
        for start, end in wanted:
            first, last = max(start - at, 0), min(end - at, size)
            if first < last or (start == end and first == last):
                yield Place(
                    Stretch(one.id, first, last),
                    one.number,
                    one.text[first:last],
                    _around(one.text, first, last),
                )
        at += size + len(_SEPARATOR)


def _around(text: str, first: int, last: int) -> str:
    return text[max(0, first - _AROUND) : min(last, first + _BEGINNING)] + text[last : last + _AROUND]
