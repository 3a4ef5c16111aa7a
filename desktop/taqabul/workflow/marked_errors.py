"""The errors marked in a translation, with where they are and what they are in: what scores are made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from taqabul.domain.annotated import AnnotatedBitext
from taqabul.domain.annotation import CORRECTION, Annotation, AnnotationStatus, correction_of
from taqabul.domain.document import Document
from taqabul.domain.ids import AnnotationId, BitextId, LinkId, ParagraphId
from taqabul.domain.labels import Label, Purpose, Words
from taqabul.domain.language import Language, Side
from taqabul.text.tokens import word_count
from taqabul.workflow.annotating.reading import annotated_bitext
from taqabul.workflow.library import Library

SEVERITY = "severity"
"""The attribute of error labels on which scoring relies."""


@dataclass(frozen=True, slots=True)
class MarkedError:
    """An error as people marked it; ``row`` counts from 0 and is None where the mark lost its place."""

    annotation: AnnotationId
    row: int | None
    lineage: tuple[str, ...]
    name: Words
    severity: str
    source: str
    target: str
    correction: str
    comment: str
    annotator: str
    status: AnnotationStatus
    is_corrected: bool = False
    """Whether what was proposed stands in the translation, and somebody called that final."""


@dataclass(frozen=True, slots=True)
class Evaluated:
    """What is scored of a bitext: the words of each row's source and target, and the errors marked."""

    bitext: BitextId
    title: str
    document: Document
    """The translation."""
    languages: tuple[Language, Language]
    words: tuple[tuple[int, int], ...]
    errors: tuple[MarkedError, ...]
    names: Mapping[str, Words]
    """Labels in words, by key."""

    def lineage(self, label: str) -> tuple[str, ...]:
        """A label and those above it, as one of the errors has them."""
        return next((one.lineage for one in self.errors if one.lineage[0] == label), (label,))

    @property
    def is_translated(self) -> bool:
        """Whether there is a translation to score: a text kept alone has none."""
        return any(source for source, _ in self.words) and any(target for _, target in self.words)

    @property
    def annotators(self) -> tuple[str, ...]:
        """Who marked an error."""
        return tuple(sorted({one.annotator for one in self.errors}))


def evaluated(library: Library, bitext: BitextId, title: str = "") -> Evaluated:
    """What is scored of a bitext. Raises InvalidInput where there is no such."""
    return evaluated_in(annotated_bitext(library, bitext), title)


def evaluated_in(annotated: AnnotatedBitext, title: str = "") -> Evaluated:
    """What is scored of a bitext that was read already: the marks of label sets that hold errors."""
    texts = {one.id: one.text for side in Side for one in annotated.text(side).paragraphs}
    sizes = {id_: word_count(text) for id_, text in texts.items()}
    rows: dict[ParagraphId, int] = {}
    by_link: dict[LinkId, int] = {}
    words = []
    for row, link in enumerate(annotated.links):
        by_link[link.id] = row
        rows |= dict.fromkeys(link.source + link.target, row)
        words.append((sum(sizes[one] for one in link.source), sum(sizes[one] for one in link.target)))
    sets = {key: one for key, one in annotated.label_sets.items() if one.purpose is Purpose.ERRORS}
    sides = {one.id: side for side in Side for one in annotated.text(side).paragraphs}
    marks = [one for one in annotated.annotations if one.label_set in sets]
    lineages = {
        (key, label.key): tuple(one for one in found.lineage(label.key))
        for key, found in sets.items()
        for label in found.labels
    }
    return Evaluated(
        annotated.bitext.id,
        title,
        annotated.target.document,
        (annotated.source.document.language, annotated.target.document.language),
        tuple(words),
        tuple(_error(one, rows, by_link, sides, lineages) for one in marks),
        {label.key: label.name for found in sets.values() for label in found.labels},
    )


def _error(
    mark: Annotation,
    rows: Mapping[ParagraphId, int],
    by_link: Mapping[LinkId, int],
    sides: Mapping[ParagraphId, Side],
    lineages: Mapping[tuple[str, str], tuple[Label, ...]],
) -> MarkedError:
    places = [rows[span.paragraph] for span in mark.spans if span.paragraph in rows]
    row = by_link.get(mark.link) if mark.link is not None else min(places, default=None)
    above = lineages.get((mark.label_set, mark.label), ())
    quotes = {side: [one.quote for one in mark.spans if sides.get(one.paragraph) is side] for side in Side}
    return MarkedError(
        mark.id,
        row,
        tuple(one.key for one in above) or (mark.label,),
        above[0].name if above else Words(mark.label),
        mark.value(SEVERITY),
        " … ".join(quotes[Side.SOURCE]),
        " … ".join(quotes[Side.TARGET]),
        mark.value(CORRECTION),
        mark.comment,
        mark.author,
        mark.status,
        _is_corrected(mark, quotes[Side.TARGET]),
    )


def _is_corrected(mark: Annotation, target: Sequence[str]) -> bool:
    is_final = mark.status is AnnotationStatus.FINAL
    return is_final and any(" ".join(quote.split()) == correction_of(mark) for quote in target)
