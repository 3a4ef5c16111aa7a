"""Rows whose numbers differ: a figure on one side that the other does not say, in digits or in words."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Final

from taqabul.checks.numbers import numbers_differ
from taqabul.domain.ids import BitextId, LinkId
from taqabul.domain.options import Progress, no_progress
from taqabul.storage import outlines
from taqabul.storage.bitexts import link_counts
from taqabul.workflow.library import Library
from taqabul.workflow.projects import bitext_in
from taqabul.workflow.rows import Row

_STEP: Final = 500


def row_numbers_differ(row: Row) -> bool:
    """Whether the numbers of a row's two sides differ."""
    return numbers_differ((one.text for one in row.source), (one.text for one in row.target))


def links_whose_numbers_differ(
    library: Library, bitext: BitextId, progress: Progress = no_progress
) -> frozenset[LinkId]:
    """All rows of a bitext whose numbers differ; reads every text."""
    with library.database.read() as transaction:
        bitext_in(transaction, bitext)
        total, _ = link_counts(transaction, [bitext]).get(bitext, (0, 0))
        return frozenset(_differing(outlines.texts(transaction, bitext), total, progress))


def _differing(texts: Iterable[tuple[LinkId, bool, str]], total: int, progress: Progress) -> Iterator[LinkId]:
    for at, (link, members) in enumerate(groupby(texts, key=itemgetter(0))):
        if at % _STEP == 0:
            progress(at, total)
        sides: tuple[list[str], list[str]] = ([], [])
        for _, is_target, text in members:
            sides[is_target].append(text)
        if numbers_differ(*sides):
            yield link
