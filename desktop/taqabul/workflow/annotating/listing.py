"""All marks of a bitext in the order of its rows, with their words on each side; which rows have any."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from taqabul.domain.annotation import Annotation, Span
from taqabul.domain.ids import AnnotationId, BitextId, LinkId, ParagraphId
from taqabul.domain.labels import Purpose
from taqabul.storage.annotations import annotations_of
from taqabul.storage.database import Transaction
from taqabul.storage.links import links_holding
from taqabul.storage.outlines import link_columns, marked_links, paragraph_columns
from taqabul.workflow.label_sets import label_sets
from taqabul.workflow.library import Library
from taqabul.workflow.projects import bitext_in

_NEAR: Final = 16


@dataclass(frozen=True, slots=True)
class Listed:
    """An annotation as lists show it: the row it begins in, if it has a place, and its words on each side."""

    annotation: Annotation
    link: LinkId | None
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class MarkedRows:
    """The rows with any annotation, with errors, with mentions of claims, with annotations that lost a stretch."""

    annotated: frozenset[LinkId] = frozenset()
    errors: frozenset[LinkId] = frozenset()
    claims: frozenset[LinkId] = frozenset()
    orphans: frozenset[LinkId] = frozenset()


def listed(library: Library, bitext: BitextId) -> list[Listed]:
    """The annotations of a bitext in the order of its rows; those without a place come first."""
    with library.database.read() as transaction:
        record = bitext_in(transaction, bitext)
        found = annotations_of(transaction, bitext)
        rows = _rows(transaction, bitext, found)
        source = frozenset(paragraph_columns(transaction, record.source)[0].tolist())
        links, ranks, *_ = link_columns(transaction, bitext)
    rank_of = dict(zip(links.tolist(), ranks.tolist(), strict=True))
    made = [_listed(one, rows.get(one.id, ()), source) for one in found.values()]
    made.sort(
        key=lambda one: (-1 if one.link is None else rank_of.get(one.link, -1), not one.source, _start(one))
    )
    return made


def marked_rows(library: Library, bitext: BitextId) -> MarkedRows:
    """Which rows have annotations, and of what kind: their label sets' purposes tell."""
    sets = label_sets(library)
    with library.database.read() as transaction:
        found = marked_links(transaction, bitext)
    kinds: dict[str, set[LinkId]] = {name: set() for name in ("annotated", "errors", "claims", "orphans")}
    for link, label_set, is_orphan in found:
        kinds["annotated"].add(link)
        if label_set in sets and sets[label_set].purpose is not Purpose.PLAIN:
            kinds[sets[label_set].purpose.value].add(link)
        if is_orphan:
            kinds["orphans"].add(link)
    return MarkedRows(**{name: frozenset(links) for name, links in kinds.items()})


def _rows(
    transaction: Transaction, bitext: BitextId, found: Mapping[AnnotationId, Annotation]
) -> dict[AnnotationId, tuple[LinkId, ...]]:
    """The rows of each annotation in the order of its stretches, lost ones last, as far as they have any."""
    paragraphs = list({span.paragraph for one in found.values() for span in (*one.spans, *one.lost)})
    holders = links_holding(transaction, paragraphs, bitext)
    made: dict[AnnotationId, tuple[LinkId, ...]] = {}
    for id_, one in found.items():
        own = [one.link] if one.link is not None else []
        held = [holders.get((span.paragraph, bitext)) for span in (*one.spans, *one.lost)]
        made[id_] = tuple(dict.fromkeys([*own, *(link for link in held if link is not None)]))
    return made


def _listed(one: Annotation, rows: tuple[LinkId, ...], source: frozenset[ParagraphId]) -> Listed:
    sides: dict[bool, list[str]] = {True: [], False: []}
    for span in (*one.spans, *one.lost):
        sides[span.paragraph in source].append(span.quote or _around(span))
    return Listed(one, next(iter(rows), None), " … ".join(sides[True]), " … ".join(sides[False]))


def _around(gap: Span) -> str:
    """What stands around a place between two words, the place shown by a caret."""
    return f"…{gap.prefix[-_NEAR:]}‸{gap.suffix[:_NEAR]}…"


def _start(one: Listed) -> int:
    spans = one.annotation.spans
    return spans[0].start if spans else 0
