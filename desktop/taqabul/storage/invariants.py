"""What must hold after every edit, checked for all it touched.

Every paragraph of the two documents is in exactly one link of each of their bitexts, every sentence in
exactly one sentence link of the link that holds its paragraph; ranks order without ties; sentences lie
inside their text, one after the other. What people wrote on it: ``annotation_invariants``.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import Column, Select, bindparam, func, select

from taqabul.domain.bitext import Bitext, Link
from taqabul.domain.document import Paragraph
from taqabul.domain.edits import Edit
from taqabul.domain.ids import BitextId, LinkId, ParagraphId
from taqabul.domain.language import Side
from taqabul.storage.annotation_invariants import annotation_faults
from taqabul.storage.batches import IDS, batches
from taqabul.storage.bitexts import bitexts_with, read_bitexts
from taqabul.storage.database import Transaction
from taqabul.storage.documents import read_paragraphs
from taqabul.storage.link_changes import has_other_members
from taqabul.storage.links import links_holding, read_links
from taqabul.storage.notes import notes_on
from taqabul.storage.tables import link, paragraph


def _shared(owner: Column[int], rank: Column[int]) -> Select[int]:
    """The ranks, of those asked about, at which several of one owner stand."""
    ours = select(rank).where(owner == bindparam("owner"), rank.in_(IDS))
    return ours.group_by(rank).having(func.count() > 1)


_TIES = {
    "links": _shared(link.c.bitext_id, link.c.rank),
    "paragraphs": _shared(paragraph.c.document_id, paragraph.c.rank),
}


class BrokenInvariantError(Exception):
    """An edit would leave the bitext in a state that cannot be: a bug in whoever built it."""


def check(transaction: Transaction, edit: Edit) -> None:
    """Look at everything the edit touched, as it now is. Raises BrokenInvariantError."""
    found = list(faults(transaction, edit))
    if found:
        raise BrokenInvariantError(f"{edit.verb}: " + "; ".join(found[:10]))


def faults(transaction: Transaction, edit: Edit) -> Iterator[str]:
    """What does not hold of all that the edit touched, as it now is."""
    for text in edit.paragraphs.inserted:
        yield from paragraph_faults(text)
    touched = {member for one in _rebuilt(edit) for member in one.source + one.target}
    touched |= {one.id for one in edit.paragraphs.removed + edit.paragraphs.inserted}
    existing = read_paragraphs(transaction, touched)
    holders = links_holding(transaction, list(touched))
    documents = {one.document for one in (*existing.values(), *edit.paragraphs.removed)}
    bitexts = {one.id: one for one in read_bitexts(transaction, bitexts_with(transaction, documents))}
    yield from _membership_faults(existing, holders, bitexts.values())
    links = read_links(transaction, set(holders.values()))
    texts = read_paragraphs(transaction, {p for one in links.values() for p in one.source + one.target})
    for one in links.values():
        yield from link_faults(one, bitexts[one.bitext], texts)
    stays = {one.id for one in edit.links.inserted}
    gone = [one.id for one in edit.links.removed if one.id not in stays]
    yield from (f"link {id_} is gone and carries notes" for id_ in notes_on(transaction, gone))
    yield from (f"link {one.id} holds nothing" for one in edit.links.inserted if not one.source + one.target)
    yield from _rank_faults(transaction, edit)
    yield from annotation_faults(transaction, edit, gone)


def _rebuilt(edit: Edit) -> Iterator[Link]:
    """The links, before and after, that do not hold the same on both sides of the edit."""
    before = {one.id: one for one in edit.links.removed}
    after = {one.id: one for one in edit.links.inserted}
    for states, others in ((before, after), (after, before)):
        for id_, one in states.items():
            if id_ not in others or has_other_members(one, others[id_]):
                yield one


def _membership_faults(
    existing: Mapping[ParagraphId, Paragraph],
    holders: Mapping[tuple[ParagraphId, BitextId], LinkId],
    bitexts: Iterable[Bitext],
) -> Iterator[str]:
    for bitext in bitexts:
        for id_, text in existing.items():
            if text.document in (bitext.source, bitext.target) and (id_, bitext.id) not in holders:
                yield f"paragraph {id_} is in no link of bitext {bitext.id}"
    for (id_, _), holder in holders.items():
        if id_ not in existing:
            yield f"link {holder} holds paragraph {id_}, which does not exist"


def paragraph_faults(text: Paragraph) -> Iterator[str]:
    """What is wrong with a paragraph's sentences."""
    at = 0
    for part in text.sentences:
        if not at <= part.start < part.end <= len(text.text):
            yield f"sentence {part.id} has no place in paragraph {text.id}"
        at = part.end
    if not text.sentences:
        yield f"paragraph {text.id} has no sentence"


def link_faults(one: Link, bitext: Bitext, texts: Mapping[ParagraphId, Paragraph]) -> Iterator[str]:
    """What is wrong with a link, given its paragraphs."""
    for side, document in ((Side.SOURCE, bitext.source), (Side.TARGET, bitext.target)):
        members = [texts[id_] for id_ in one.side(side) if id_ in texts]
        if any(text.document != document for text in members):
            yield f"link {one.id} holds a paragraph of another document"
        if [text.rank for text in members] != sorted(text.rank for text in members):
            yield f"link {one.id} holds paragraphs out of order"
        expected = sorted(part.id for text in members for part in text.sentences)
        linked = sorted(id_ for part in one.sentences for id_ in part.side(side))
        if linked != expected:
            yield f"link {one.id} does not link each of its sentences once"
    if any(not part.source + part.target for part in one.sentences):
        yield f"link {one.id} has a sentence link that holds nothing"


def _rank_faults(transaction: Transaction, edit: Edit) -> Iterator[str]:
    links = [(one.bitext, one.rank) for one in edit.links.inserted]
    yield from _ties(transaction, "links", links)
    texts = [(one.document, one.rank) for one in edit.paragraphs.inserted]
    yield from _ties(transaction, "paragraphs", texts)


def _ties(transaction: Transaction, what: str, places: Iterable[tuple[int, int]]) -> Iterator[str]:
    ranks = defaultdict(list)
    for of, place in places:
        ranks[of].append(place)
    for of, wanted in ranks.items():
        for some in batches(wanted):
            for place in transaction.connection.scalars(_TIES[what], {"owner": of, "ids": some}):
                yield f"two stand at rank {place} of {what} of {of}"
