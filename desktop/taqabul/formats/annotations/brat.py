"""brat standoff: texts and their annotations in files of their own, with brat's configuration, as a ZIP.

Either each side is a document of its own, or both are one, so that ties across the languages are held.
"""

import json
import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from taqabul.domain.annotated import AnnotatedBitext
from taqabul.domain.annotation import Annotation, Relation, Span
from taqabul.domain.ids import AnnotationId
from taqabul.domain.language import Side
from taqabul.formats.annotations.archive import write_archive
from taqabul.formats.annotations.brat_config import annotation_conf, is_choice, visual_conf
from taqabul.formats.annotations.brat_names import (
    COMMENT,
    GAP,
    LINE_ENDS,
    PAIR,
    RECORD,
    STATUS,
    TypeNames,
    brat_name,
    one_line,
)
from taqabul.formats.annotations.layout import Layout, RunningText
from taqabul.formats.annotations.losses import far_relations, gaps, nothing_of, placed, told
from taqabul.formats.annotations.words import Cleaner, stamp

BOTH: Final = "both"

_WORD: Final = re.compile(r"\S+")


class BratWriter:
    """Writes brat standoff; ``together`` puts both sides into one document."""

    def __init__(self, name: str, *, together: bool) -> None:
        self.name = name
        self._together = together

    def losses(self, annotated: AnnotatedBitext) -> list[str]:
        """What brat's files cannot hold."""
        across = [] if self._together else told(
            _across(annotated), "relation across the two sides", "relations across the two sides",
            "left out, each side is a document of its own; the form with both sides in one holds them.",
        )  # fmt: skip
        attributes = sum(not _as_attribute(annotated, one, key) for one, key in _asked(annotated))
        with_attributes = sum(bool(one.attributes) for one in annotated.relations)
        return [
            *across,
            *told(far_relations(annotated), "relation to another bitext", "relations to other bitexts",
                  "left out, brat has none between documents."),
            *told(with_attributes, "relation with attributes", "relations with attributes",
                  "written without them, brat has none on relations."),
            *nothing_of(
                annotated,
                notes="left out, brat has remarks on annotations only.",
                claims="left out; their mentions keep the claim's id.",
                orphans="left out, a place in the text is needed.",
            ),
            *told(gaps(annotated.annotations), "place where something is missing",
                  "places where something is missing",
                  f"put on the word beside it, with the attribute {GAP}."),
            *told(attributes, "attribute that is no choice", "attributes that are no choices",
                  "written as remarks on the annotation."),
            *told(len(annotated.label_sets), "label set", "label sets",
                  "only names, colours, choices and hierarchy are written."),
        ]  # fmt: skip

    def held(self, annotated: AnnotatedBitext) -> int:
        """How many annotations are written, whole or in part."""
        return placed(annotated)

    def write(self, annotated: AnnotatedBitext, out: BinaryIO) -> int:
        """Write the archive; return how many characters could not be held."""
        clean = Cleaner()
        layout = Layout(annotated)
        used = {(one.label_set, one.label) for one in annotated.annotations}
        sets = annotated.label_sets
        names = TypeNames(sets, used)
        files = {}
        for name, sides, text in _documents(layout, together=self._together):
            document = _Document(layout, names, text)
            files[f"{name}.txt"] = clean(text.text)
            files[f"{name}.ann"] = clean("".join(f"{line}\n" for line in document.lines(sides)))
        others = {pair for pair in used if pair[0] not in sets or sets[pair[0]].label(pair[1]) is None}
        files["annotation.conf"] = clean(annotation_conf(sets, names, others))
        files["visual.conf"] = clean(visual_conf(sets, names))
        write_archive(out, {name: content.encode() for name, content in files.items()})
        return clean.replaced


def _documents(layout: Layout, *, together: bool) -> Iterator[tuple[str, tuple[Side, ...], RunningText]]:
    if together:
        yield BOTH, tuple(Side), layout.both()
        return
    for side in Side:
        yield f"{side}-{layout.annotated.text(side).document.language}", (side,), layout.texts[side]


class _Document:
    """The lines about one text."""

    def __init__(self, layout: Layout, names: TypeNames, text: RunningText) -> None:
        self._layout, self._names, self._text = layout, names, text
        self._claims = {claim.id: claim.uid for claim in layout.annotated.claims}
        self._counts: dict[str, int] = {}
        self._first: dict[AnnotationId, str] = {}

    def lines(self, sides: tuple[Side, ...]) -> Iterator[str]:
        """All lines: annotations with what is said of them, then relations."""
        for annotation in self._layout.annotated.annotations:
            for side in sides:
                for part in _parts(self._layout.on_side(annotation, side)):
                    yield from self._annotation(annotation, part)
        for relation in self._layout.annotated.relations:
            if relation.source in self._first and relation.target in self._first:
                yield from self._relation(relation)

    def _annotation(self, annotation: Annotation, spans: tuple[Span, ...]) -> Iterator[str]:
        number = self._number("T")
        is_first = self._first.setdefault(annotation.id, number) == number
        places = [self._text.place(span) for span in spans]
        gap = ""
        if spans[0].is_gap:
            places[0], gap = _beside(self._text.text, places[0][0])
        pieces = [piece for place in places for piece in _without_line_ends(self._text.text, *place)]
        where = ";".join(f"{start} {end}" for start, end in pieces)
        quote = " ".join(self._text.text[start:end] for start, end in pieces)
        label = self._names[annotation.label_set, annotation.label]
        yield f"{number}\t{label} {where}\t{_spaced(quote)}"
        if gap:
            yield self._attribute(GAP, number, gap)
        if annotation.link is not None:
            yield self._attribute(PAIR, number)
        yield self._attribute(STATUS, number, annotation.status)
        yield self._note(RECORD, number, self._record(annotation))
        if is_first:
            yield from self._told(annotation, number)

    def _told(self, annotation: Annotation, number: str) -> Iterator[str]:
        sets = self._layout.annotated.label_sets
        for key, values in annotation.attributes:
            if is_choice(sets, annotation.label_set, annotation.label, key, list(values)):
                value = "" if values == ("yes",) else brat_name(values[0])
                yield self._attribute(brat_name(key), number, value)
            else:
                for value in values:
                    yield self._note(brat_name(key), number, value)
        if annotation.comment:
            yield self._note(COMMENT, number, annotation.comment)

    def _relation(self, relation: Relation) -> Iterator[str]:
        number = self._number("R")
        ends = f"Arg1:{self._first[relation.source]} Arg2:{self._first[relation.target]}"
        yield f"{number}\t{brat_name(relation.kind)} {ends}"
        record = {
            "uid": relation.uid,
            "set": relation.label_set,
            "author": relation.author,
            "at": stamp(relation.at),
        }
        yield self._note(RECORD, number, json.dumps(record, ensure_ascii=False))

    def _record(self, annotation: Annotation) -> str:
        record = {
            "uid": annotation.uid,
            "set": annotation.label_set,
            "author": annotation.author,
            "created": stamp(annotation.created_at),
            "changed_by": annotation.changed_by,
            "changed": stamp(annotation.changed_at),
        }
        if annotation.claim is not None and annotation.claim in self._claims:
            record["claim"] = self._claims[annotation.claim]
        return json.dumps(record, ensure_ascii=False)

    def _attribute(self, name: str, number: str, value: str = "") -> str:
        return f"{self._number('A')}\t{name} {number} {value}".rstrip()

    def _note(self, name: str, number: str, text: str) -> str:
        return f"{self._number('#')}\t{name} {number}\t{one_line(text)}"

    def _number(self, kind: str) -> str:
        self._counts[kind] = self._counts.get(kind, 0) + 1
        return f"{kind}{self._counts[kind]}"


def _parts(spans: tuple[Span, ...]) -> Iterator[tuple[Span, ...]]:
    """Stretches that are one line, and each gap as a line of its own."""
    whole = tuple(span for span in spans if not span.is_gap)
    if whole:
        yield whole
    for span in spans:
        if span.is_gap:
            yield (span,)


def _beside(text: str, at: int) -> tuple[tuple[int, int], str]:
    """The word next to a place, and where the place is seen from it; a character where no word is."""
    following = _WORD.match(text, at)
    if following:
        return following.span(), "before"
    start = at
    while start and not text[start - 1].isspace():
        start -= 1
    return (start if start < at else max(0, at - 1), at), "after"


def _without_line_ends(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A stretch cut where lines end, as brat wants it."""
    pieces, begin = [], start
    for at in range(start, end + 1):
        if at == end or text[at] in LINE_ENDS:
            if begin < at:
                pieces.append((begin, at))
            begin = at + 1
    return pieces or [(start, end)]


def _spaced(text: str) -> str:
    return "".join(" " if letter in LINE_ENDS or letter == "\t" else letter for letter in text)


def _across(annotated: AnnotatedBitext) -> int:
    """How many relations have ends that no side holds together."""
    layout = Layout(annotated)
    sides = {one.id: {layout.side_of(span) for span in layout.spans(one)} for one in annotated.annotations}
    near = [one for one in annotated.relations if one.source in sides and one.target in sides]
    return sum(not (sides[one.source] & sides[one.target]) for one in near)


def _asked(annotated: AnnotatedBitext) -> Iterator[tuple[Annotation, str]]:
    return ((one, key) for one in annotated.annotations for key, _ in one.attributes)


def _as_attribute(annotated: AnnotatedBitext, one: Annotation, key: str) -> bool:
    return is_choice(annotated.label_sets, one.label_set, one.label, key, list(one.values(key)))
