"""A second copy of a bitext: its texts, links and all written on it as they are now, free to go another way."""

from dataclasses import replace
from datetime import UTC, datetime

from taqabul.domain.bitext import Bitext, Link, SentenceLink
from taqabul.domain.document import Paragraph, Sentence
from taqabul.domain.ids import BitextId, DocumentId, LinkId, ParagraphId, SentenceId
from taqabul.domain.options import Progress, no_progress
from taqabul.storage import bitexts, documents, shelves
from taqabul.storage.counters import take
from taqabul.storage.database import Transaction
from taqabul.storage.link_changes import add_links
from taqabul.storage.links import link_ids, read_links
from taqabul.workflow.annotating.copying import copy_remarks
from taqabul.workflow.library import Library
from taqabul.workflow.projects import bitext_in, document_in
from taqabul.workflow.proposals import paragraphs_of

Paragraphs = dict[ParagraphId, ParagraphId]
Sentences = dict[SentenceId, SentenceId]


def duplicate(library: Library, bitext: BitextId, title: str, progress: Progress = no_progress) -> BitextId:
    """Copy a bitext under another title, with its project and tags; the copy begins a history of its own.

    Its documents are copies too, so that a text corrected in one stays as it is in the other.
    """
    with library.database.write() as transaction:
        record = bitext_in(transaction, bitext)
        paragraphs: Paragraphs = {}
        sentences: Sentences = {}
        progress(0, 4)
        source = _copy_document(transaction, record.source, paragraphs, sentences)
        progress(1, 4)
        target = _copy_document(transaction, record.target, paragraphs, sentences)
        progress(2, 4)
        copy = Bitext(
            BitextId(take(transaction, "bitext")[0]), source, target, title.strip(), datetime.now(UTC)
        )
        bitexts.add_bitext(transaction, copy, bitexts.engines(transaction)[bitext])
        links = _copy_links(transaction, bitext, copy.id, paragraphs, sentences)
        texts = {record.source: source, record.target: target}
        copy_remarks(transaction, bitext, copy.id, links, paragraphs, texts)
        progress(3, 4)
        place = shelves.placements(transaction).get(bitext)
        if place is not None:
            shelves.put_in_project(transaction, [copy.id], place.project)
            shelves.set_tags(transaction, copy.id, place.tags)
        progress(4, 4)
        return copy.id


def _copy_document(
    transaction: Transaction, of: DocumentId, paragraphs: Paragraphs, sentences: Sentences
) -> DocumentId:
    """The copy has no digest: the same file imported again is the document it first became."""
    record = document_in(transaction, of)
    made = DocumentId(take(transaction, "document")[0])
    copy = replace(record, id=made)
    documents.add_document(transaction, copy, "")
    ours = paragraphs_of(transaction, of)
    ids = take(transaction, "paragraph", len(ours))
    parts = iter(take(transaction, "sentence", sum(len(one.sentences) for one in ours)))
    copies: list[Paragraph] = []
    for one, id_ in zip(ours, ids, strict=True):
        paragraphs[one.id] = ParagraphId(id_)
        cut = tuple(Sentence(SentenceId(next(parts)), part.start, part.end) for part in one.sentences)
        sentences.update((old.id, new.id) for old, new in zip(one.sentences, cut, strict=True))
        copies.append(replace(one, id=ParagraphId(id_), document=made, sentences=cut))
    documents.add_paragraphs(transaction, copies)
    return made


def _copy_links(
    transaction: Transaction, of: BitextId, to: BitextId, paragraphs: Paragraphs, sentences: Sentences
) -> dict[LinkId, LinkId]:
    """Copy the links; gives the copy of each."""
    ours = list(read_links(transaction, link_ids(transaction, of)).values())
    ids = {one.id: LinkId(id_) for one, id_ in zip(ours, take(transaction, "link", len(ours)), strict=True)}

    def copied(one: Link) -> Link:
        return replace(
            one,
            id=ids[one.id],
            bitext=to,
            source=tuple(paragraphs[id_] for id_ in one.source),
            target=tuple(paragraphs[id_] for id_ in one.target),
            sentences=tuple(_copied_part(part, sentences) for part in one.sentences),
        )

    add_links(transaction, [copied(one) for one in ours])
    return ids


def _copied_part(part: SentenceLink, sentences: Sentences) -> SentenceLink:
    return replace(
        part,
        source=tuple(sentences[id_] for id_ in part.source),
        target=tuple(sentences[id_] for id_ in part.target),
    )
