"""Who marked what, ready for the measures of agreement."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from taqabul.domain.annotated import AnnotatedBitext
from taqabul.domain.annotation import Annotation
from taqabul.domain.ids import BitextId
from taqabul.domain.language import Side
from taqabul.measures.agreement import Agreement, Between, Figure, by_label, by_pair
from taqabul.measures.coding import Coding, Mark, Passage
from taqabul.text.tokens import words
from taqabul.workflow.annotating.bringing_in import bring_in
from taqabul.workflow.annotating.merging import bitext_of, written_bitexts
from taqabul.workflow.annotating.reading import annotated_bitext
from taqabul.workflow.library import Library

__all__ = ["Agreement", "AgreementReport", "Figure", "agreement_report", "gather", "written_on"]


@dataclass(frozen=True, slots=True)
class AgreementReport:
    """How well people agree: on stretches by label and side and between each two, and on labels of whole pairs."""

    annotators: tuple[str, ...]
    stretches: tuple[Agreement, ...]
    between: tuple[Between, ...]
    pairs: tuple[Agreement, ...]


def agreement_report(
    library: Library,
    bitexts: Sequence[BitextId],
    annotators: Collection[str] | None = None,
    label_set: str | None = None,
) -> AgreementReport:
    """Measure agreement over some bitexts, of some people (all who marked anything) and one label set (or all)."""
    found = [annotated_bitext(library, one) for one in bitexts]
    people = tuple(sorted(annotators if annotators is not None else authors(found, label_set)))
    stretches = coding_of_stretches(found, people, label_set)
    pairs = coding_of_pairs(found, people, label_set)
    return AgreementReport(
        people,
        tuple(by_label(stretches)),
        tuple(by_pair(stretches)),
        tuple(by_label(pairs)) if pairs.marks else (),
    )


def written_on(library: Library) -> list[BitextId]:
    """The bitexts of a library that somebody wrote on."""
    return [record.id for record, _ in written_bitexts(library)]


def authors(bitexts: Iterable[AnnotatedBitext], label_set: str | None = None) -> set[str]:
    """Everybody who marked anything, with labels of a set or of any."""
    return {
        one.author for bitext in bitexts for one in bitext.annotations if label_set in (None, one.label_set)
    }


def coding_of_stretches(
    bitexts: Sequence[AnnotatedBitext], annotators: tuple[str, ...], label_set: str | None = None
) -> Coding:
    """All paragraphs of the bitexts as passages, and what was marked in them; a label is ``set/label``."""
    passages: list[Passage] = []
    marks: list[Mark] = []
    for bitext in bitexts:
        places = {}
        for side in Side:
            for paragraph in bitext.text(side).paragraphs:
                places[paragraph.id] = len(passages)
                passages.append(Passage(side, len(paragraph.text), tuple(words(paragraph.text))))
        marks += [
            Mark(one.author, places[span.paragraph], span.start, span.end, _label(one))
            for one in bitext.annotations
            if one.author in annotators and label_set in (None, one.label_set)
            for span in one.spans
            if span.paragraph in places
        ]
    return Coding(tuple(passages), tuple(marks), annotators)


def coding_of_pairs(
    bitexts: Sequence[AnnotatedBitext], annotators: tuple[str, ...], label_set: str | None = None
) -> Coding:
    """All rows of the bitexts as passages of one word, and the labels that whole pairs were given."""
    passages: list[Passage] = []
    marks: list[Mark] = []
    for bitext in bitexts:
        places = {link.id: len(passages) + k for k, link in enumerate(bitext.links)}
        passages += [Passage(Side.SOURCE, 1, ((0, 1),))] * len(bitext.links)
        marks += [
            Mark(one.author, places[one.link], 0, 1, _label(one))
            for one in bitext.annotations
            if one.link in places and one.author in annotators and label_set in (None, one.label_set)
        ]
    return Coding(tuple(passages), tuple(marks), annotators)


def gather(library: Library, other: Library, name: str) -> list[str]:
    """Bring another library's annotations in beside those here, to compare them.

    Somebody who signs with the same name in both and has no mark in common counts as two: the other one is then
    called after ``name`` too. Bitexts that are not here are passed over; gives their titles.
    """
    missing = []
    for record, digests in written_bitexts(other):
        home = bitext_of(library, digests)
        if home is None:
            missing.append(record.title)
            continue
        theirs = annotated_bitext(other, record.id)
        strangers = _strangers(annotated_bitext(library, home).annotations, theirs.annotations)
        renamed = tuple(
            replace(one, author=f"{one.author} ({name})") if one.author in strangers else one
            for one in theirs.annotations
        )
        bring_in(library, home, replace(theirs, annotations=renamed))
    return missing


def _strangers(here: Sequence[Annotation], there: Sequence[Annotation]) -> set[str]:
    names = {one.author for one in here} & {one.author for one in there}
    uids = [{(one.author, one.uid) for one in some} for some in (here, there)]
    shared = {author for author, _ in uids[0] & uids[1]}
    return names - shared


def _label(annotation: Annotation) -> str:
    return f"{annotation.label_set}/{annotation.label}"
