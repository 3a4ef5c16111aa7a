"""Edits as compact bytes for the journal: JSON in lists, compressed.

A record that changes is kept in full as it was, and by its changed fields as it became.
"""

import json
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any, Generic

from taqabul.domain.annotation import Annotation, AnnotationStatus, Decision, Note, Relation, Ruling, Span
from taqabul.domain.bitext import Evidence, Link, LinkStatus, SentenceLink
from taqabul.domain.claims import Claim
from taqabul.domain.document import Paragraph, Sentence
from taqabul.domain.edits import Edit, Record, Replacement, Verdict, VerdictChange
from taqabul.domain.files import BlockKind
from taqabul.domain.ids import BitextId
from taqabul.domain.language import Direction

Both = tuple[Callable[[Any], Any], Callable[[Any], Any]]
"""A field to JSON, and back."""

_FORMAT = 1
_LARGEST = 1 << 30
"""Bytes beyond which nothing is an edit: a few of them may have been made to unpack to as many as there is room for."""


class Codec(Generic[Record]):
    """One kind of record to JSON and back, field by field; fields not named are JSON already."""

    def __init__(self, kind: type[Record], /, **special: Both) -> None:
        self._kind: Callable[..., Record] = kind
        names: list[str] = [each.name for each in fields(kind)]
        self._defaults: list[Any] = [each.default for each in fields(kind)]
        self._fields = [(name, special.get(name, (_same, _same))) for name in names]

    def encode(self, replacement: Replacement[Record]) -> list[Any]:
        """What is taken out in full; what is put in in full too, or by what changed."""
        before: dict[int, Record] = {record.id: record for record in replacement.removed}
        inserted: list[Any] = []
        for record in replacement.inserted:
            old = before.get(record.id)
            if old is None:
                inserted.append(self._full(record))
            else:
                inserted.append({"id": record.id, "became": self._changed(old, record)})
        return [[self._full(record) for record in replacement.removed], inserted]

    def decode(self, data: Sequence[Any]) -> Replacement[Record]:
        """The replacement back."""
        removed = [self._values(raw) for raw in data[0]]
        before = {values[0]: values for values in removed}
        inserted = (self._became(before, item) for item in data[1])
        return Replacement(
            tuple(self._kind(*values) for values in removed),
            tuple(self._kind(*values) for values in inserted),
        )

    def _full(self, record: Record) -> list[Any]:
        return [encode(getattr(record, name)) for name, (encode, _) in self._fields]

    def _changed(self, old: Record, new: Record) -> list[Any]:
        return [
            [place, encode(value)]
            for place, (name, (encode, _)) in enumerate(self._fields)
            if (value := getattr(new, name)) != getattr(old, name)
        ]

    def _values(self, raw: Iterable[Any]) -> list[Any]:
        # A line written before a field was thought of ends before it.
        known = [decode(value) for (_, (_, decode)), value in zip(self._fields, raw, strict=False)]
        return known + self._defaults[len(known) :]

    def _became(self, before: dict[int, list[Any]], item: Any) -> list[Any]:  # noqa: ANN401  (JSON)
        if not isinstance(item, dict):
            return self._values(item)
        values = list(before[item["id"]])
        for place, value in item["became"]:
            values[place] = self._fields[place][1][1](value)
        return values


def encode(edit: Edit) -> bytes:
    """The edit as bytes."""
    parts = (
        _LINKS.encode(edit.links),
        _PARAGRAPHS.encode(edit.paragraphs),
        _NOTES.encode(edit.notes),
        _verdicts(edit.verdicts),
        _ANNOTATIONS.encode(edit.annotations),
        _RELATIONS.encode(edit.relations),
        _CLAIMS.encode(edit.claims),
        _DECISIONS.encode(edit.decisions),
    )
    text = json.dumps([_FORMAT, edit.bitext, edit.verb, *parts], ensure_ascii=False, separators=(",", ":"))
    # A whole re-alignment must not make a person wait: the fastest level is nearly as small.
    return zlib.compress(text.encode(), 1)


def decode(data: bytes) -> Edit:
    """The edit back from its bytes."""
    _, bitext, verb, links, paragraphs, notes, verdicts, *more = json.loads(_unpacked(data))
    # A line written before there were annotations ends before them.
    annotations, relations, claims, decisions = more or ([[], []],) * 4
    return Edit(
        BitextId(bitext),
        verb,
        _LINKS.decode(links),
        _PARAGRAPHS.decode(paragraphs),
        _NOTES.decode(notes),
        _verdicts_back(verdicts),
        _ANNOTATIONS.decode(annotations),
        _RELATIONS.decode(relations),
        _CLAIMS.decode(claims),
        _DECISIONS.decode(decisions),
    )


def subjects(data: bytes) -> tuple[set[int], set[int]]:
    """The links and the paragraphs an edit is about, without making records of it all."""
    _, _, _, link_parts, paragraph_parts, note_parts, verdicts, *more = json.loads(_unpacked(data))
    links = {change[0] for change in verdicts[1]}
    paragraphs: set[int] = set()
    for item in (*link_parts[0], *link_parts[1]):
        if isinstance(item, dict):
            links.add(item["id"])
            members = [ids for place, ids in item["became"] if place in _MEMBERS]
        else:
            links.add(item[0])
            members = [item[place] for place in _MEMBERS]
        paragraphs.update(id_ for ids in members for id_ in ids)
    for item in (*paragraph_parts[0], *paragraph_parts[1]):
        paragraphs.add(item["id"] if isinstance(item, dict) else item[0])
    links.update(note[_NOTED] for note in (*note_parts[0], *note_parts[1]) if not isinstance(note, dict))
    for item in (*more[0][0], *more[0][1]) if more else ():
        # What changed is there in full as it was; where it went is said by the paragraphs it lay on.
        if not isinstance(item, dict):
            links.add(item[_MARKED])
            paragraphs.update(span[0] for span in item[_SPANS])
    return links - {None}, paragraphs


def _unpacked(data: bytes) -> bytes:
    """What is in the bytes; raises ValueError where they are no edit's."""
    worker = zlib.decompressobj()
    try:
        text = worker.decompress(data, _LARGEST)
    except zlib.error as error:
        raise ValueError("not what an edit is kept as") from error
    if not worker.eof:
        raise ValueError("not all of an edit, or more than one")
    return text


def _verdicts(changes: Sequence[VerdictChange]) -> list[Any]:
    """Each verdict once, and each change as a link and the places of two of them."""
    places: dict[Verdict, int] = {}
    for change in changes:
        places.setdefault(change.before, len(places))
        places.setdefault(change.after, len(places))
    said = [[one.status.value, one.changed_by, one.changed_at.isoformat(), one.reason] for one in places]
    return [said, [[one.link, places[one.before], places[one.after]] for one in changes]]


def _verdicts_back(data: Sequence[Any]) -> tuple[VerdictChange, ...]:
    said = [
        Verdict(LinkStatus(status), by, datetime.fromisoformat(at), *reason)
        for status, by, at, *reason in data[0]
    ]
    return tuple(VerdictChange(link, said[before], said[after]) for link, before, after in data[1])


def _same(value: Any) -> Any:  # noqa: ANN401  (JSON)
    return value


def _evidence(evidence: Evidence) -> list[float | None]:
    return [evidence.meaning, evidence.numbers, evidence.names, evidence.length, evidence.position]


def _sentence_links(links: Iterable[SentenceLink]) -> list[Any]:
    return [[one.source, one.target, one.confidence, _evidence(one.evidence)] for one in links]


def _sentence_links_back(links: Iterable[Any]) -> tuple[SentenceLink, ...]:
    return tuple(
        SentenceLink(tuple(source), tuple(target), confidence, Evidence(*evidence))
        for source, target, confidence, evidence in links
    )


def _sentences(sentences: Iterable[Sentence]) -> list[Any]:
    return [[one.id, one.start, one.end] for one in sentences]


def _sentences_back(sentences: Iterable[Any]) -> tuple[Sentence, ...]:
    return tuple(Sentence(*sentence) for sentence in sentences)


def _spans(spans: Iterable[Span]) -> list[Any]:
    return [[one.paragraph, one.start, one.end, one.quote, one.prefix, one.suffix] for one in spans]


def _spans_back(spans: Iterable[Any]) -> tuple[Span, ...]:
    return tuple(Span(*span) for span in spans)


def _attributes_back(attributes: Iterable[Any]) -> tuple[Any, ...]:
    return tuple((key, tuple(values)) for key, values in attributes)


def _direction_back(direction: str | None) -> Direction | None:
    return None if direction is None else Direction(direction)


def _evidence_back(parts: Iterable[Any]) -> Evidence:
    return Evidence(*parts)


_TIME: Both = (datetime.isoformat, datetime.fromisoformat)
_LINKS = Codec(
    Link,
    source=(_same, tuple),
    target=(_same, tuple),
    status=(str, LinkStatus),
    evidence=(_evidence, _evidence_back),
    changed_at=_TIME,
    sentences=(_sentence_links, _sentence_links_back),
)
_PARAGRAPHS = Codec(
    Paragraph,
    sentences=(_sentences, _sentences_back),
    direction=(_same, _direction_back),
    kind=(_same, BlockKind),
)
_NOTES = Codec(Note, at=_TIME)
_ATTRIBUTES: Both = (_same, _attributes_back)
_SPANS_BOTH: Both = (_spans, _spans_back)
_ANNOTATIONS = Codec(
    Annotation,
    created_at=_TIME,
    changed_at=_TIME,
    spans=_SPANS_BOTH,
    lost=_SPANS_BOTH,
    attributes=_ATTRIBUTES,
    status=(str, AnnotationStatus),
)
_RELATIONS = Codec(Relation, at=_TIME, attributes=_ATTRIBUTES)
_CLAIMS = Codec(
    Claim, created_at=_TIME, changed_at=_TIME, status=(str, AnnotationStatus), attributes=_ATTRIBUTES
)
_DECISIONS = Codec(
    Decision, left=(_same, tuple), right=(_same, tuple), ruling=(str, Ruling), kept=(_same, tuple), at=_TIME
)
_PLACES = {kind: [each.name for each in fields(kind)] for kind in (Link, Note, Annotation)}
_MEMBERS = (_PLACES[Link].index("source"), _PLACES[Link].index("target"))
_NOTED = _PLACES[Note].index("link")
_MARKED = _PLACES[Annotation].index("link")
_SPANS = _PLACES[Annotation].index("spans")
