"""Edits as compact bytes for the journal: JSON in lists, compressed.

A record that changes is kept in full as it was, and by its changed fields as it became.
"""

import json
import zlib
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, TypeVar

from taqabul.domain.annotation import Note
from taqabul.domain.bitext import Evidence, Link, LinkStatus, SentenceLink
from taqabul.domain.document import Paragraph, Sentence
from taqabul.domain.edits import Edit, Replacement
from taqabul.domain.ids import BitextId

Record = TypeVar("Record", Link, Paragraph, Note)
Fields = list[Any]

_FORMAT = 1


def encode(edit: Edit) -> bytes:
    """The edit as bytes."""
    data = [
        _FORMAT,
        edit.bitext,
        edit.verb,
        _encode_replacement(edit.links, _link_fields),
        _encode_replacement(edit.paragraphs, _paragraph_fields),
        _encode_replacement(edit.notes, _note_fields),
    ]
    # A whole re-alignment must not make a person wait: the fastest level is nearly as small.
    return zlib.compress(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode(), 1)


def decode(data: bytes) -> Edit:
    """The edit back from its bytes."""
    _, bitext, verb, links, paragraphs, notes = json.loads(zlib.decompress(data))
    return Edit(
        BitextId(bitext),
        verb,
        _decode_replacement(links, _link),
        _decode_replacement(paragraphs, _paragraph),
        _decode_replacement(notes, _note),
    )


def _encode_replacement(replacement: Replacement[Record], fields: Callable[[Record], Fields]) -> list[Any]:
    removed = {record.id: fields(record) for record in replacement.removed}
    inserted: list[Any] = []
    for record in replacement.inserted:
        new, old = fields(record), removed.get(record.id)
        if old is None:
            inserted.append(new)
        else:
            differing = [[i, value] for i, value in enumerate(new) if value != old[i]]
            inserted.append({"id": record.id, "became": differing})
    return [list(removed.values()), inserted]


def _decode_replacement(data: list[Any], record: Callable[[Fields], Record]) -> Replacement[Record]:
    removed, inserted = data
    before = {fields[0]: fields for fields in removed}
    return Replacement(tuple(map(record, removed)), tuple(map(record, _became(before, inserted))))


def _became(before: dict[int, Fields], inserted: Iterable[Any]) -> Iterable[Fields]:
    for item in inserted:
        if isinstance(item, dict):
            fields = list(before[item["id"]])
            for position, value in item["became"]:
                fields[position] = value
            yield fields
        else:
            yield item


def _link_fields(link: Link) -> Fields:
    return [
        link.id,
        link.bitext,
        link.rank,
        link.source,
        link.target,
        link.status.value,
        link.confidence,
        link.evidence.parts(),
        link.changed_by,
        link.changed_at.isoformat(),
        [(part.source, part.target, part.confidence, part.evidence.parts()) for part in link.sentences],
    ]


def _link(fields: Fields) -> Link:
    id_, bitext, rank, source, target, status, confidence, evidence, by, at, sentences = fields
    return Link(
        id_,
        bitext,
        rank,
        tuple(source),
        tuple(target),
        LinkStatus(status),
        confidence,
        Evidence(**evidence),
        by,
        datetime.fromisoformat(at),
        tuple(
            SentenceLink(tuple(source), tuple(target), confidence, Evidence(**evidence))
            for source, target, confidence, evidence in sentences
        ),
    )


def _paragraph_fields(paragraph: Paragraph) -> Fields:
    return [
        paragraph.id,
        paragraph.document,
        paragraph.rank,
        paragraph.number,
        paragraph.text,
        paragraph.imported,
        [(sentence.id, sentence.start, sentence.end) for sentence in paragraph.sentences],
    ]


def _paragraph(fields: Fields) -> Paragraph:
    id_, document, rank, number, text, imported, sentences = fields
    parts = tuple(Sentence(*sentence) for sentence in sentences)
    return Paragraph(id_, document, rank, number, text, imported, parts)


def _note_fields(note: Note) -> Fields:
    return [note.id, note.bitext, note.link, note.text, note.author, note.at.isoformat()]


def _note(fields: Fields) -> Note:
    id_, bitext, link, text, author, at = fields
    return Note(id_, bitext, link, text, author, datetime.fromisoformat(at))
