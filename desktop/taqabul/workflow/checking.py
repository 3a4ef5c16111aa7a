"""Checks of a bitext: rows become pairs of texts, and what is found in them gets its place in the paragraphs."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from threading import Lock
from typing import Final

from taqabul.checks.records import Finding, Pair, Severity
from taqabul.checks.registry import BY_ID, CHECKS, Check, on_bitext, on_pair
from taqabul.checks.term_base import NO_TERMS, TermBase
from taqabul.checks.whole import Whole, whole_of
from taqabul.domain.bitext import LinkStatus
from taqabul.domain.errors import InvalidInput
from taqabul.domain.ids import BitextId, LinkId
from taqabul.domain.options import AlignOptions, Progress, no_progress
from taqabul.storage.links import link_ids
from taqabul.storage.suppressions import read_suppressions
from taqabul.workflow.found import Found, FoundFix, Place, pair_of, placed
from taqabul.workflow.library import Library
from taqabul.workflow.pair_meaning import Meanings
from taqabul.workflow.projects import bitext_head
from taqabul.workflow.rows import Row, iter_rows, rows
from taqabul.workflow.spelling import Spelling
from taqabul.workflow.suppressing import unsuppressed
from taqabul.workflow.terms import terms_for

__all__ = [
    "CHECKS",
    "Check",
    "CheckReport",
    "Checker",
    "Found",
    "FoundFix",
    "Place",
    "Severity",
    "check_bitext",
    "chosen",
]

_ORDER: Final = {severity: place for place, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was found, the most severe first, then in row order, how many pairs were looked at, and how many findings nobody wants to see."""

    found: tuple[Found, ...]
    pairs: int
    suppressed: int = 0


def chosen(
    only: Collection[str] = (), skip: Collection[str] = (), also: Collection[str] = ()
) -> tuple[Check, ...]:
    """The checks to make: those named, else those made unasked, with others beside them, without those to skip.

    Raises InvalidInput for a check that does not exist.
    """
    unknown = sorted({*only, *skip, *also} - BY_ID.keys())
    if unknown:
        raise InvalidInput(f"There is no check {', '.join(unknown)}.", f"Choose of {', '.join(BY_ID)}.")
    wanted = {*(only or (check.id for check in CHECKS if check.by_default)), *also} - {*skip}
    return tuple(check for check in CHECKS if check.id in wanted)


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
    return Checker(library, bitext, checks, options, terms).all(progress)


class Checker:
    """Checks a bitext, and after an edit only what changed; may be called from any thread, one call at a time works.

    ``terms`` are held to beside those that are kept in the library.
    """

    def __init__(
        self,
        library: Library,
        bitext: BitextId,
        checks: Sequence[Check] | None = None,
        options: AlignOptions | None = None,
        terms: TermBase = NO_TERMS,
    ) -> None:
        self._library, self._bitext, self._terms = library, bitext, terms
        self._checks = chosen() if checks is None else tuple(checks)
        self._options = options or AlignOptions()
        self._turn = Lock()
        self._meanings: Meanings | None = None
        self._whole: Whole | None = None
        self._pairs: dict[LinkId, Pair] = {}
        self._found: dict[LinkId, list[Found]] = {}

    def choose(self, checks: Sequence[Check]) -> None:
        """Make other checks from the next time on; what the encoder said is kept."""
        with self._turn:
            self._checks = tuple(checks)

    def all(self, progress: Progress = no_progress) -> CheckReport:
        """Check all rows."""
        with self._turn:
            present = {row.link.id: row for row in iter_rows(self._library, self._bitext)}
            self._pairs = {}
            self._take(present.values())
            meanings = self._prepared(self._pairs.values(), progress)
            pairs = list(self._pairs.values())
            self._whole = self._as_a_whole(pairs, meanings)
            self._found = {}
            for at, pair in enumerate(pairs):
                progress(at, len(pairs))
                self._look_at(pair, present[pair.link], meanings)
            return self._report(present)

    def again(self, links: Collection[LinkId], progress: Progress = no_progress) -> CheckReport:
        """Check some rows anew, which may be gone or new; others keep what was found, against the same bitext."""
        with self._turn:
            changed = {row.link.id: row for row in rows(self._library, self._bitext, sorted(links))}
            for link in links:
                self._pairs.pop(link, None)
                self._found.pop(link, None)
            self._take(changed.values())
            fresh = [self._pairs[link] for link in changed if link in self._pairs]
            meanings = self._prepared(fresh, progress)
            if self._whole is None:
                self._whole = self._as_a_whole(list(self._pairs.values()), meanings)
            for pair in fresh:
                self._look_at(pair, changed[pair.link], meanings)
            return self._report(changed)

    def _take(self, fresh: Iterable[Row]) -> None:
        head = bitext_head(self._library, self._bitext)
        languages = (head.source_language, head.target_language)
        for row in fresh:
            if row.link.status is not LinkStatus.REJECTED:
                self._pairs[row.link.id] = pair_of(row, languages)

    def _prepared(self, pairs: Iterable[Pair], progress: Progress) -> Meanings:
        needed = any(check.needs_meaning for check in self._checks)
        if self._meanings is None or (needed and not self._meanings.can_tell):
            self._meanings = Meanings.found(self._options) if needed else Meanings(None)
        self._meanings.prepare(pairs, progress)
        return self._meanings

    def _as_a_whole(self, pairs: Sequence[Pair], meanings: Meanings) -> Whole:
        terms = TermBase((*self._terms.terms, *terms_for(self._library, self._bitext)))
        speller = Spelling(self._library) if any(check.id == "spelling" for check in self._checks) else None
        return whole_of(pairs, meanings.told, terms, speller)

    def _look_at(self, pair: Pair, row: Row, meanings: Meanings) -> None:
        if self._whole is not None:
            found = on_pair(self._checks, meanings.told(pair), self._whole)
            self._found[pair.link] = [placed(row, one) for one in found]

    def _report(self, known: Mapping[LinkId, Row]) -> CheckReport:
        """All that was found, in row order, with what must be seen from the whole bitext."""
        with self._library.database.read() as transaction:
            silent = read_suppressions(transaction, self._bitext)
            order = {link: number for number, link in enumerate(link_ids(transaction, self._bitext), start=1)}
        of_all: dict[LinkId, list[Finding]] = defaultdict(list)
        if self._whole is not None:
            for one in on_bitext(self._checks, list(self._pairs.values()), self._whole):
                of_all[one.link].append(one)
        unread = [link for link in of_all if link not in known]
        here = {**known, **{row.link.id: row for row in rows(self._library, self._bitext, unread)}}
        found = [
            replace(one, row=order[link])
            for link in sorted(self._pairs.keys() & order.keys(), key=order.__getitem__)
            for one in (
                *self._found.get(link, ()),
                *(placed(here[link], finding) for finding in of_all[link] if link in here),
            )
        ]
        told = sorted(unsuppressed(found, silent), key=lambda one: _ORDER[one.severity])
        return CheckReport(tuple(told), len(self._pairs), len(found) - len(told))
