"""A bitext at a glance: where its links lie, how sure and how long they are, and how the work went on."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.document import Paragraph
from taqabul.domain.edits import Edit
from taqabul.domain.ids import BitextId, DocumentId, JournalId, LinkId
from taqabul.domain.options import Progress, no_progress
from taqabul.formats.alignment_map import check_picture
from taqabul.formats.atomic import replacing
from taqabul.storage import documents, journal, outlines
from taqabul.storage.database import Transaction
from taqabul.storage.journal import Act, Kind
from taqabul.workflow.library import Library
from taqabul.workflow.projects import bitext_in
from taqabul.workflow.rows import Outline, crossings, read_brief, rows_in

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

OUTLIER: Final = 3.5
"""How many robust standard deviations from the middle make a row's lengths unusual."""

_SHORT: Final = 40
"""Rows with fewer characters on both sides together say nothing by their lengths."""
_TOLD: Final = 500
_BEGINS: Final = 80


@dataclass(frozen=True, slots=True)
class SideFigures:
    """How much text a side holds; words are what space parts."""

    paragraphs: int
    words: int
    characters: int


@dataclass(frozen=True, slots=True)
class Overview:
    """What the overview shows; arrays have an entry a row, in row order.

    ``source_count`` and ``target_count`` are how many paragraphs a row holds on either side, ``outline`` has
    where they begin. ``crossing`` marks two-sided rows off the common order. ``ratio`` is the binary
    logarithm of target characters per source character, nan where a side is empty. ``outliers`` are rows
    whose ratio is unusual, the oddest first; ``beginnings`` how their two sides begin. ``shapes`` counts
    rows by shape ("1-2"), the commonest first.
    ``progress`` tells how many rows were confirmed after each act that changed this.
    """

    outline: Outline
    source_count: Ints
    target_count: Ints
    crossing: npt.NDArray[np.bool_]
    ratio: Floats
    outliers: Ints
    beginnings: Sequence[tuple[str, str]]
    shapes: Mapping[str, int]
    sides: tuple[SideFigures, SideFigures]
    progress: Sequence[tuple[datetime, int]]


def overview(library: Library, bitext: BitextId, progress: Progress = no_progress) -> Overview:
    """Look at all of a bitext. ``progress`` hears of the texts counted and the acts read."""
    with library.database.read() as transaction:
        record = bitext_in(transaction, bitext)
        brief = read_brief(transaction, bitext)
        counts = _counts(transaction, bitext, brief, (record.source, record.target))
        acts = journal.all_acts(transaction, bitext)
        steps = len(acts) + sum(int(one.sum()) for one in counts)
        sides = []
        done = 0
        for document in (record.source, record.target):
            words = characters = paragraphs = 0
            for text in documents.texts_of(transaction, document):
                words += len(text.split())
                characters += len(text)
                paragraphs += 1
                if not paragraphs % 500:
                    progress(done + paragraphs, steps)
            done += paragraphs
            sides.append(SideFigures(paragraphs, words, characters))
        confirmed = int((brief.status == _CONFIRMED).sum())
        ratio = _ratio(brief)
        outliers = _outliers(ratio, brief)
        beginnings = _beginnings(transaction, brief, outliers)
        history = _progress(transaction, bitext, acts, confirmed, lambda at: progress(done + at, steps))
    off = np.zeros(len(brief), np.bool_)
    off[crossings(brief).rows] = True
    return Overview(
        brief,
        *counts,
        off,
        ratio,
        outliers,
        beginnings,
        dict(
            Counter(f"{s}-{t}" for s, t in zip(*(one.tolist() for one in counts), strict=True)).most_common()
        ),
        (sides[0], sides[1]),
        history,
    )


def check_place(path: Path) -> None:
    """Raise UnsupportedFormat or CannotWrite where a picture cannot be written to this place."""
    check_picture(path)


def save_picture(path: Path, drawing: bytes) -> None:
    """Write a picture that was drawn, whole or not at all. Raises what ``check_place`` raises."""
    check_place(path)
    with replacing(path) as stream:
        stream.write(drawing)


_CONFIRMED: Final = tuple(LinkStatus).index(LinkStatus.CONFIRMED)


def _counts(
    transaction: Transaction, bitext: BitextId, brief: Outline, made_of: Sequence[DocumentId]
) -> tuple[Ints, Ints]:
    """How many paragraphs each row holds, on either side."""
    links = np.asarray(brief.links, np.int64)
    paragraphs, held_by = outlines.member_columns(transaction, bitext, links)
    by_id = np.argsort(links)
    row_of = by_id[np.searchsorted(links[by_id], held_by)]
    source, _, _ = outlines.paragraph_columns(transaction, made_of[0])
    ours = np.isin(paragraphs, source)
    return (
        np.bincount(row_of[ours], minlength=len(links)),
        np.bincount(row_of[~ours], minlength=len(links)),
    )


def _ratio(brief: Outline) -> Floats:
    facing = (brief.source_length > 0) & (brief.target_length > 0)
    ratio = np.full(len(brief), np.nan)
    ratio[facing] = np.log2(brief.target_length[facing] / brief.source_length[facing])
    return ratio


def _outliers(ratio: Floats, brief: Outline) -> Ints:
    """The rows whose ratio lies far from the middle, measured by the median deviation."""
    telling = np.flatnonzero(~np.isnan(ratio) & (brief.source_length + brief.target_length >= _SHORT))
    if not len(telling):
        return telling
    off = np.abs(ratio[telling] - np.median(ratio[telling]))
    spread = max(1.4826 * float(np.median(off)), 0.1)
    order = np.argsort(-off, kind="stable")
    found: Ints = telling[order][off[order] > OUTLIER * spread]
    return found[:_TOLD]


def _beginnings(transaction: Transaction, brief: Outline, rows: Ints) -> list[tuple[str, str]]:
    links = [LinkId(id_) for id_ in brief.links[rows].tolist()]
    held = {row.link.id: row for row in rows_in(transaction, links)}
    return [(_begins(held[link].source), _begins(held[link].target)) for link in links]


def _begins(side: Sequence[Paragraph]) -> str:
    """The first words of a side, on one line."""
    return " ".join(side[0].text[:_BEGINS].split()) if side else ""


def _progress(
    transaction: Transaction,
    bitext: BitextId,
    acts: Sequence[Act],
    confirmed: int,
    tell: Callable[[int], None],
) -> list[tuple[datetime, int]]:
    """How many rows were confirmed after each act, counted back from how many are now."""
    gains: dict[JournalId, int] = {}
    changes: list[tuple[datetime, int]] = []
    for at, act in enumerate(acts):
        if not at % 20:
            tell(at)
        if act.kind is Kind.DO:
            gains[act.id] = _gain(journal.edit_of(transaction, act.id), bitext)
            gain = gains[act.id]
        else:
            gain = gains.get(act.of or act.id, 0) * (1 if act.kind is Kind.REDO else -1)
        if gain:
            changes.append((act.at, gain))
    count = max(0, confirmed - sum(gain for _, gain in changes))
    found = [(changes[0][0], count)] if changes else []
    for when, gain in changes:
        count += gain
        found.append((when, count))
    return found


def _gain(edit: Edit, bitext: BitextId) -> int:
    """How many more rows of a bitext are confirmed after an edit."""
    yes = LinkStatus.CONFIRMED
    gain = sum((one.after.status is yes) - (one.before.status is yes) for one in edit.verdicts)
    for links, sign in ((edit.links.removed, -1), (edit.links.inserted, 1)):
        gain += sign * sum(one.status is yes and one.bitext == bitext for one in links)
    return gain
