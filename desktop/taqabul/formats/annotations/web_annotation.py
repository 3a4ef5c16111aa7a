"""W3C Web Annotation as JSON-LD: positions are code points, each with its quote and what stands around it.

A relation is an annotation that links two targets, a note one that comments, a claim one that describes. What
the model has no word for stands beside it in terms of our own, which other programs pass over.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, BinaryIO, Final

from taqabul import __version__
from taqabul.domain.annotated import AnnotatedBitext
from taqabul.domain.annotation import Annotation, Attributes, Note, Relation, Span
from taqabul.domain.claims import Claim
from taqabul.domain.labels import Purpose
from taqabul.domain.language import Language, Side
from taqabul.formats.annotations import web_terms as term
from taqabul.formats.annotations.incoming import Quoted
from taqabul.formats.annotations.layout import Layout
from taqabul.formats.annotations.losses import told
from taqabul.formats.annotations.own_incoming import quoted, quoted_lost
from taqabul.formats.annotations.words import Cleaner, in_english, label_name, stamp

Object = dict[str, Any]

_MOTIVATIONS: Final = {
    Purpose.CLAIMS: ("classifying", "classifying"),
    Purpose.ERRORS: ("assessing", "tagging"),
    Purpose.PLAIN: ("tagging", "tagging"),
}
_PURPOSES: Final = {"severity": "assessing", "correction": "editing"}


class WebAnnotationWriter:
    """Writes one collection with one page."""

    name = "W3C Web Annotation"

    def losses(self, annotated: AnnotatedBitext) -> list[str]:
        """What the model cannot hold."""
        known = {one.id for one in annotated.annotations} | set(annotated.elsewhere)
        lost = sum(not {one.source, one.target} <= known for one in annotated.relations)
        return [
            *told(len(annotated.label_sets), "label set", "label sets",
                  "only the keys and names of labels are written, no colours, definitions and guidelines."),
            *told(lost, "relation to an unknown annotation", "relations to unknown annotations", "left out."),
        ]  # fmt: skip

    def held(self, annotated: AnnotatedBitext) -> int:
        """How many annotations are written, whole or in part."""
        return len(annotated.annotations)

    def write(self, annotated: AnnotatedBitext, out: BinaryIO) -> int:
        """Write the collection; return how many characters could not be held."""
        clean = Cleaner()
        page = _Page(annotated)
        items = list(page.items())
        address = page.address
        collection = {
            "@context": [term.CONTEXT_IRI, term.OURS],
            "id": f"{address}:annotations",
            "type": "AnnotationCollection",
            "label": annotated.bitext.title,
            "total": len(items),
            "generator": {
                "id": "urn:x-taqabul:program",
                "type": "Software",
                "name": f"Taqabul {__version__}",
            },
            "first": {
                "id": f"{address}:annotations:1",
                "type": "AnnotationPage",
                "partOf": f"{address}:annotations",
                "startIndex": 0,
                "items": items,
            },
            "last": f"{address}:annotations:1",
        }
        out.write(clean(json.dumps(collection, ensure_ascii=False, indent=1)).encode() + b"\n")
        return clean.replaced


class _Page:
    """The annotations of a bitext as the model has them."""

    def __init__(self, annotated: AnnotatedBitext) -> None:
        self._annotated = annotated
        self._layout = Layout(annotated)
        self._by_id = {one.id: one for one in annotated.annotations}
        self._uids = {one.id: one.uid for one in annotated.annotations} | dict(annotated.elsewhere)
        self._claims = {one.id: one.uid for one in annotated.claims}
        self._notes = {one.id: _note_iri(one) for one in annotated.notes}
        self._texts = {side: self._text(side) for side in Side}
        digests = "".join(one["id"] for one in self._texts.values())
        self.address = term.iri("bitext", hashlib.sha256(digests.encode()).hexdigest())

    def items(self) -> Iterator[Object]:
        """Annotations, relations, notes and claims."""
        for annotation in self._annotated.annotations:
            yield self._annotation(annotation)
        for relation in self._annotated.relations:
            if relation.source in self._uids and relation.target in self._uids:
                yield self._relation(relation)
        for note in self._annotated.notes:
            yield self._note(note)
        for claim in self._annotated.claims:
            yield _claim(claim)

    def _text(self, side: Side) -> Object:
        text, language = self._layout.texts[side].text, self._annotated.text(side).document.language
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return {
            "id": term.iri("text", f"sha256-{digest}"),
            "type": "Text",
            "format": "text/plain",
            "language": language.value,
            "textDirection": language.direction.value,
            term.SIDE: side.value,
        }

    def _annotation(self, one: Annotation) -> Object:
        found = self._annotated.label_sets.get(one.label_set)
        motivation, purpose = _MOTIVATIONS[found.purpose if found else Purpose.PLAIN]
        label = {
            **_body(purpose, label_name(self._annotated.label_sets, one)),
            term.LABEL_SET: one.label_set,
            term.LABEL: one.label,
        }
        bodies = [label, *_values(one.attributes)]
        if one.comment:
            bodies.append(_body("commenting", one.comment))
        if one.claim is not None and one.claim in self._claims:
            source = term.iri("claim", self._claims[one.claim])
            bodies.append({"type": "SpecificResource", "source": source, "purpose": "identifying"})
        targets = self._targets(self._layout.spans(one), one.changed_at)
        targets += [self._lost(each) for each in quoted_lost(self._layout, one.lost)]
        return {
            "id": term.iri("annotation", one.uid),
            "type": "Annotation",
            "motivation": motivation,
            **_signed(one.author, one.created_at),
            "modified": stamp(one.changed_at),
            term.CHANGED_BY: one.changed_by,
            term.STATUS: one.status.value,
            **({term.PLACE: term.PAIR} if one.link is not None else {}),
            "body": bodies,
            "target": targets or [self._texts[Side.SOURCE]["id"]],
        }

    def _relation(self, one: Relation) -> Object:
        found = self._annotated.label_sets.get(one.label_set)
        kind = found.relation(one.kind) if found else None
        ends = [term.iri("annotation", self._uids[end]) for end in (one.source, one.target)]
        body = {
            **_body("classifying", in_english(kind.name, one.kind) if kind else one.kind),
            term.LABEL_SET: one.label_set,
            term.KIND: one.kind,
        }
        targets: list[Object | str] = []
        for end, address in zip((one.source, one.target), ends, strict=True):
            near = self._by_id.get(end)
            targets += (near and self._targets(self._layout.spans(near), near.changed_at)) or [address]
        return {
            "id": term.iri("relation", one.uid),
            "type": "Annotation",
            "motivation": "linking",
            **_signed(one.author, one.at),
            term.FROM: {"id": ends[0]},
            term.TO: {"id": ends[1]},
            "body": [body, *_values(one.attributes)],
            "target": targets,
        }

    def _note(self, one: Note) -> Object:
        targets: list[Object | str] = []
        if one.thread is not None and one.thread in self._notes:
            targets.append(self._notes[one.thread])
        if one.annotation is not None and one.annotation in self._uids:
            targets.append(term.iri("annotation", self._uids[one.annotation]))
        if one.link is not None:
            targets += self._targets(self._layout.pair(one.link), one.at)
        for side in Side:
            if one.document == self._annotated.text(side).document.id:
                targets.append(self._texts[side])
        return {
            "id": _note_iri(one),
            "type": "Annotation",
            "motivation": "replying" if one.thread is not None else "commenting",
            **_signed(one.author, one.at),
            **({term.RESOLVED: True} if one.resolved else {}),
            **({term.PLACE: term.PAIR} if one.link is not None else {}),
            "body": [_body("commenting", one.text)],
            "target": targets or [self.address],
        }

    def _targets(self, spans: Iterable[Span], since: datetime) -> list[Object | str]:
        return [self._stretch(each, since) for each in quoted(self._layout, spans)]

    def _stretch(self, one: Quoted, since: datetime) -> Object:
        position = {"type": "TextPositionSelector", "start": one.start, "end": one.end}
        return {
            **self._resource(one),
            "selector": [position, _quote(one)],
            "state": {"type": "TimeState", "sourceDate": stamp(since)},
        }

    def _lost(self, one: Quoted) -> Object:
        return {**self._resource(one), "selector": [_quote(one)], term.LOST: True, term.NEAR: one.start}

    def _resource(self, one: Quoted) -> Object:
        return {"type": "SpecificResource", "source": self._texts[one.side or Side.SOURCE]}


def _quote(one: Quoted) -> Object:
    return {
        "type": "TextQuoteSelector",
        "exact": one.quote,
        **({"prefix": one.prefix} if one.prefix else {}),
        **({"suffix": one.suffix} if one.suffix else {}),
    }


def _body(purpose: str, value: str, language: Language | None = None) -> Object:
    told_language = (
        {"language": language.value, "textDirection": language.direction.value} if language else {}
    )
    return {
        "type": "TextualBody",
        "purpose": purpose,
        "value": value,
        "format": "text/plain",
        **told_language,
    }


def _values(attributes: Attributes) -> list[Object]:
    return [
        {**_body(_PURPOSES.get(key, "describing"), value), term.ATTRIBUTE: key}
        for key, values in attributes
        for value in values
    ]


def _claim(one: Claim) -> Object:
    words = ((Language.ARABIC, one.arabic), (Language.ENGLISH, one.english))
    return {
        "id": term.iri("claim-described", one.uid),
        "type": "Annotation",
        "motivation": "describing",
        **_signed(one.author, one.created_at),
        "modified": stamp(one.changed_at),
        term.CHANGED_BY: one.changed_by,
        term.STATUS: one.status.value,
        "body": [_body("describing", text, language) for language, text in words if text]
        + _values(one.attributes),
        "target": [term.iri("claim", one.uid)],
    }


def _signed(author: str, when: datetime) -> Object:
    return {"creator": {"type": "Person", "name": author}, "created": stamp(when)}


def _note_iri(note: Note) -> str:
    return term.iri("note", note.uid or f"unnamed-{note.bitext}-{note.id}")
