"""What must hold of annotations, relations, claims and notes after every edit, checked for all it touched.

An annotation lies on stretches of its bitext's texts that read as it says, or on a pair of its bitext, or has
lost all its places; nothing points to a record that is gone.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from taqabul.domain.annotation import Annotation
from taqabul.domain.bitext import Bitext, Link
from taqabul.domain.document import Paragraph
from taqabul.domain.edits import Edit, Record, Replacement
from taqabul.domain.ids import AnnotationId, LinkId, ParagraphId
from taqabul.storage.annotations import (
    annotation_ids_on,
    annotation_ids_on_links,
    read_annotations,
)
from taqabul.storage.bitexts import read_bitexts
from taqabul.storage.claims import read_claims
from taqabul.storage.database import Transaction
from taqabul.storage.documents import read_paragraphs
from taqabul.storage.links import read_links
from taqabul.storage.mentions import mention_ids
from taqabul.storage.notes import notes_on_annotations, read_notes
from taqabul.storage.relations import relations_at


def annotation_faults(transaction: Transaction, edit: Edit, gone_links: Sequence[LinkId]) -> Iterator[str]:
    """What is wrong with what people wrote, as it now is; ``gone_links`` are the links that the edit took out."""
    texts = [one.id for one in edit.paragraphs.removed + edit.paragraphs.inserted]
    ids = {*annotation_ids_on(transaction, texts), *(one.id for one in edit.annotations.inserted)}
    touched = read_annotations(transaction, ids)
    on_gone = annotation_ids_on_links(transaction, gone_links)
    yield from (f"link {link} is gone and carries annotations" for link in on_gone)
    yield from _dangling(transaction, edit, touched.values())
    yield from _note_faults(transaction, edit)
    if touched or edit.claims.inserted:
        yield from _place_faults(transaction, edit, touched)


def _place_faults(
    transaction: Transaction, edit: Edit, touched: Mapping[AnnotationId, Annotation]
) -> Iterator[str]:
    owners = {one.bitext for one in touched.values()} | {one.bitext for one in edit.claims.inserted}
    bitexts = {one.id: one for one in read_bitexts(transaction, owners)}
    yield from (f"there is no bitext {id_}" for id_ in owners - bitexts.keys())
    members = {span.paragraph for one in touched.values() for span in one.spans}
    paragraphs = read_paragraphs(transaction, members)
    links = read_links(transaction, {one.link for one in touched.values() if one.link is not None})
    for one in touched.values():
        if one.bitext in bitexts:
            yield from _annotation_faults(one, bitexts[one.bitext], paragraphs, links)


def _annotation_faults(
    one: Annotation, bitext: Bitext, paragraphs: Mapping[ParagraphId, Paragraph], links: Mapping[LinkId, Link]
) -> Iterator[str]:
    if bool(one.spans or one.lost) == (one.link is not None):
        yield f"annotation {one.id} is not on one of stretches and pair"
    if one.link is not None and (one.link not in links or links[one.link].bitext != bitext.id):
        yield f"annotation {one.id} is on a pair that its bitext has not"
    for span in one.spans:
        text = paragraphs.get(span.paragraph)
        if text is None or text.document not in (bitext.source, bitext.target):
            yield f"annotation {one.id} lies on a text that its bitext has not"
        elif not 0 <= span.start <= span.end <= len(text.text):
            yield f"annotation {one.id} lies outside paragraph {span.paragraph}"
        elif text.text[span.start : span.end] != span.quote:
            yield f"annotation {one.id} does not read what stands in paragraph {span.paragraph}"


def _dangling(transaction: Transaction, edit: Edit, touched: Iterable[Annotation]) -> Iterator[str]:
    """What points to a record that is not there."""
    gone = _gone(edit.annotations)
    ends = [one.source for one in edit.relations.inserted] + [one.target for one in edit.relations.inserted]
    there = read_annotations(transaction, ends)
    for tie in (*edit.relations.inserted, *relations_at(transaction, gone)):
        if tie.source in gone or tie.target in gone or tie.source not in there or tie.target not in there:
            yield f"relation {tie.id} has an end that is gone"
        elif there[tie.source].bitext != tie.bitext:
            yield f"relation {tie.id} does not begin in its bitext"
    yield from (
        f"annotation {id_} is gone and carries notes" for id_ in notes_on_annotations(transaction, gone)
    )
    claims = {one.claim for one in touched if one.claim is not None}
    missing = claims - read_claims(transaction, claims).keys()
    yield from (f"there is no claim {id_}" for id_ in missing)
    left = mention_ids(transaction, _gone(edit.claims))
    yield from (f"claim {id_} is gone and has mentions" for id_ in left)


def _note_faults(transaction: Transaction, edit: Edit) -> Iterator[str]:
    firsts = {one.thread for one in edit.notes.inserted if one.thread is not None}
    threads = read_notes(transaction, firsts)
    marked = [one.annotation for one in edit.notes.inserted if one.annotation is not None]
    there = read_annotations(transaction, marked)
    pairs = read_links(transaction, {one.link for one in edit.notes.inserted if one.link is not None})
    for note in edit.notes.inserted:
        if note.link is not None and note.link not in pairs:
            yield f"note {note.id} is on a pair that is gone"
        if sum(on is not None for on in (note.link, note.annotation, note.document)) != 1:
            yield f"note {note.id} is not on one thing"
        if note.annotation is not None and note.annotation not in there:
            yield f"note {note.id} is on an annotation that is gone"
        if note.thread is not None and note.thread not in threads:
            yield f"note {note.id} answers a note that is gone"


def _gone(replacement: Replacement[Record]) -> list[Any]:
    stays = {one.id for one in replacement.inserted}
    return [one.id for one in replacement.removed if one.id not in stays]
