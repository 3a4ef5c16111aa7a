"""What is wrong with an annotated bitext that came from a file: names that lead nowhere, places outside texts."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping

from taqabul.domain.annotated import AnnotatedBitext
from taqabul.domain.annotation import Annotation, Note
from taqabul.domain.ids import ParagraphId
from taqabul.domain.language import Side


def faults(annotated: AnnotatedBitext) -> Iterator[str]:
    """What is wrong, in words, one thing after the other."""
    yield from _names(annotated)
    texts = {one.id: one.text for side in Side for one in annotated.text(side).paragraphs}
    for link in annotated.links:
        if not texts.keys() >= {*link.source, *link.target}:
            yield f"pair {link.id} holds a paragraph that is not there"
    links = {link.id for link in annotated.links}
    claims = {claim.id for claim in annotated.claims}
    for one in annotated.annotations:
        yield from _misplaced(one, texts)
        if one.link is not None and one.link not in links:
            yield f"annotation {one.uid} is on a pair that is not there"
        if one.claim is not None and one.claim not in claims:
            yield f"annotation {one.uid} mentions a claim that is not there"
    yield from _loose(annotated)


def _names(annotated: AnnotatedBitext) -> Iterator[str]:
    """Names that are given twice."""
    for some in (annotated.annotations, annotated.relations, annotated.claims, annotated.decisions):
        yield from _repeated("uid", (one.uid for one in some))
        yield from _repeated("id", (one.id for one in some))
    yield from _repeated("uid of a note", (one.uid for one in annotated.notes if one.uid))
    yield from _repeated("id of a note", (one.id for one in annotated.notes))
    yield from _repeated("paragraph", (one.id for side in Side for one in annotated.text(side).paragraphs))


def _loose(annotated: AnnotatedBitext) -> Iterator[str]:
    """Relations and notes without what they belong to."""
    known = {one.id for one in annotated.annotations}
    for tie in annotated.relations:
        if tie.source not in known or tie.source == tie.target:
            yield f"relation {tie.uid} begins nowhere"
    places: dict[str, set[int]] = {
        "link": {one.id for one in annotated.links},
        "annotation": set(known),
        "document": {annotated.text(side).document.id for side in Side},
    }
    yield from (f"note {note.id} is on nothing" for note in annotated.notes if not _has_place(note, places))


def _misplaced(one: Annotation, texts: Mapping[ParagraphId, str]) -> Iterator[str]:
    if not one.uid:
        yield "an annotation has no uid"
    if not (one.spans or one.lost or one.link is not None):
        yield f"annotation {one.uid} is on nothing"
    for span in (*one.spans, *one.lost):
        if span.paragraph not in texts:
            yield f"annotation {one.uid} is on a paragraph that is not there"
    for span in one.spans:
        text = texts.get(span.paragraph, "")
        if not 0 <= span.start <= span.end <= len(text) or text[span.start : span.end] != span.quote:
            yield f"annotation {one.uid} is on words that are not there"


def _has_place(note: Note, places: Mapping[str, set[int]]) -> bool:
    told = {"link": note.link, "annotation": note.annotation, "document": note.document}
    given = [(name, id_) for name, id_ in told.items() if id_ is not None]
    return len(given) == 1 and given[0][1] in places[given[0][0]]


def _repeated(what: str, names: Iterable[Hashable]) -> Iterator[str]:
    counted = Counter(names)
    yield from (
        f"the {what} {name} is there {number} times" for name, number in counted.items() if number > 1
    )
