"""Checks of a bitext: rows become pairs of texts, and what is found in them gets its place in the paragraphs."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from taqabul.checks.records import Finding, Pair, Severity, Span
from taqabul.checks.registry import BY_ID, CHECKS, Check, on_bitext, on_pair
from taqabul.checks.term_base import NO_TERMS, TermBase
from taqabul.checks.whole import whole_of
from taqabul.domain.bitext import LinkStatus
from taqabul.domain.document import Paragraph
from taqabul.domain.errors import InvalidInput
from taqabul.domain.ids import BitextId, LinkId
from taqabul.domain.language import Language, Side
from taqabul.domain.options import AlignOptions, Progress, no_progress
from taqabul.workflow.library import Library
from taqabul.workflow.pair_meaning import Meanings
from taqabul.workflow.projects import bitext_head
from taqabul.workflow.rows import Row, iter_rows
from taqabul.workflow.word_links import Stretch

__all__ = [
    "CHECKS",
    "Check",
    "CheckReport",
    "Found",
    "FoundFix",
    "Place",
    "Severity",
    "check_bitext",
    "chosen",
]

_SEPARATOR: Final = "\n"


class Place(NamedTuple):
    """A stretch of a paragraph, the paragraph's number as people see it, and what is written there."""

    stretch: Stretch
    number: int
    quote: str


class FoundFix(NamedTuple):
    """What can be put in the place of a stretch of a paragraph without a look at the rest."""

    stretch: Stretch
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """A finding with its places in the paragraphs. ``message`` is English with ``{}`` for ``values``.

    ``row`` is the row it was in, counted from 1.
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


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was found, in row order, and how many pairs were looked at."""

    found: tuple[Found, ...]
    pairs: int


def chosen(only: Collection[str] = (), skip: Collection[str] = ()) -> tuple[Check, ...]:
    """The checks to make: those named, else those made unasked, without those to skip.

    Raises InvalidInput for a check that does not exist.
    """
    unknown = sorted({*only, *skip} - BY_ID.keys())
    if unknown:
        raise InvalidInput(f"There is no check {', '.join(unknown)}.", f"Choose of {', '.join(BY_ID)}.")
    return tuple(
        check for check in CHECKS if check.id not in skip and (check.id in only if only else check.by_default)
    )


def check_bitext(
    library: Library,
    bitext: BitextId,
    checks: Sequence[Check] | None = None,
    progress: Progress = no_progress,
    *,
    options: AlignOptions | None = None,
    terms: TermBase = NO_TERMS,
) -> CheckReport:
    """Check all rows of a bitext but those that were rejected. ``progress`` may raise Cancelled.

    ``options`` name the encoder: without one some checks find nothing.
    """
    checks = chosen() if checks is None else checks
    head = bitext_head(library, bitext)
    languages = (head.source_language, head.target_language)
    rows = [
        (number, row)
        for number, row in enumerate(iter_rows(library, bitext), start=1)
        if row.link.status is not LinkStatus.REJECTED
    ]
    pairs = [pair_of(row, languages) for _, row in rows]
    meanings = Meanings(None)
    if any(check.needs_meaning for check in checks):
        meanings = Meanings.found(options or AlignOptions())
        meanings.prepare(pairs, progress)
    findings = find(pairs, checks, meanings, terms, progress)
    found = [placed(number, row, finding) for number, row in rows for finding in findings[row.link.id]]
    return CheckReport(tuple(found), len(pairs))


def find(
    pairs: Sequence[Pair],
    checks: Sequence[Check],
    meanings: Meanings,
    terms: TermBase = NO_TERMS,
    progress: Progress = no_progress,
) -> dict[LinkId, list[Finding]]:
    """What checks find in the pairs of a bitext, by link."""
    whole = whole_of(pairs, meanings.told, terms)
    findings: dict[LinkId, list[Finding]] = {pair.link: [] for pair in pairs}
    for at, pair in enumerate(pairs):
        progress(at, len(pairs))
        findings[pair.link] += on_pair(checks, meanings.told(pair), whole)
    for finding in on_bitext(checks, pairs, whole):
        findings[finding.link].append(finding)
    return findings


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


def placed(number: int, row: Row, finding: Finding) -> Found:
    """A finding with its places in the paragraphs of its row, the ``number``-th."""
    problem, fix = finding.problem, None
    if problem.fix is not None:
        side, span, text = problem.fix
        (place,) = _places(row.source if side is Side.SOURCE else row.target, [span])
        fix = FoundFix(place.stretch, text)
    return Found(
        finding.check,
        finding.severity,
        finding.link,
        number,
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
                yield Place(Stretch(one.id, first, last), one.number, one.text[first:last])
        at += size + len(_SEPARATOR)
