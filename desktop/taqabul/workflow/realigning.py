"""A better proposal for a bitext people have worked on: what they decided stays where it is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property

from taqabul.align.linking import Pairing
from taqabul.domain.bitext import Alignment, Link, LinkStatus
from taqabul.domain.changes import ChangeSet
from taqabul.domain.edits import Edit, Replacement
from taqabul.domain.errors import EditConflict
from taqabul.domain.ids import BitextId, ParagraphId
from taqabul.domain.options import AlignOptions, Progress, no_progress
from taqabul.storage import notes
from taqabul.storage.counters import take
from taqabul.storage.database import Transaction
from taqabul.storage.links import link_ids, read_links
from taqabul.workflow import compute
from taqabul.workflow.library import Library
from taqabul.workflow.ordering import row_order
from taqabul.workflow.projects import bitext_in
from taqabul.workflow.proposals import Propose, Sides, paragraphs_of, proposed_links, sentence_texts
from taqabul.workflow.ranks import fit
from taqabul.workflow.remembering import LibraryVectors
from taqabul.workflow.saving import save

_DECIDED = (LinkStatus.CONFIRMED, LinkStatus.REJECTED)


Positions = tuple[list[int], list[int]]


@dataclass(frozen=True)
class _Present:
    """A bitext as it is: its paragraphs in order, the links that stay, the links that may change."""

    sides: Sides
    anchors: list[Link]
    free: list[Link]

    @cached_property
    def _places(self) -> list[dict[ParagraphId, int]]:
        return [{one.id: place for place, one in enumerate(side)} for side in self.sides]

    def positions(self, link: Link) -> Positions:
        """Where a link's paragraphs stand in their documents."""
        source, target = self._places
        return [source[id_] for id_ in link.source], [target[id_] for id_ in link.target]


def realign(
    library: Library,
    bitext: BitextId,
    options: AlignOptions | None = None,
    progress: Progress = no_progress,
    propose: Propose = compute.propose,
) -> ChangeSet:
    """Align anew what nobody has decided; one edit, which can be undone.

    Rows that are confirmed, rejected, carry a note or are marked with a reason stay, and so do those with a
    corrected text: they are the aligner's anchors, and only what they leave free is aligned, with what the
    library remembers of its texts. A bookmark follows its row's first paragraph. Raises EditConflict where somebody changed the rest while it ran.
    """
    with library.database.read() as transaction:
        present = _read(transaction, bitext)
    found = _proposal(library, present, options or AlignOptions(), progress, propose)
    with library.database.write() as transaction:
        bitext_in(transaction, bitext)
        fresh = _as_links(transaction, bitext, present, found)
        return save(library, transaction, _edit(transaction, bitext, present, fresh))


def _read(transaction: Transaction, bitext: BitextId) -> _Present:
    record = bitext_in(transaction, bitext)
    sides = (paragraphs_of(transaction, record.source), paragraphs_of(transaction, record.target))
    corrected = {one.id for side in sides for one in side if one.text != one.imported}
    links = list(read_links(transaction, link_ids(transaction, bitext)).values())
    noted = notes.notes_on(transaction, [link.id for link in links])
    present = _Present(sides, [], [])
    for link in links:
        stays = (
            link.status in _DECIDED
            or link.reason
            or link.id in noted
            or not corrected.isdisjoint(link.source + link.target)
        )
        (present.anchors if stays else present.free).append(link)
    return present


def _proposal(
    library: Library, present: _Present, options: AlignOptions, progress: Progress, propose: Propose
) -> Alignment:
    """What the aligner says about all that is not settled."""
    if not present.free:
        return Alignment((), (), "nothing to align")
    anchors = [Pairing(*map(tuple, present.positions(link))) for link in present.anchors]
    texts = (sentence_texts(present.sides[0]), sentence_texts(present.sides[1]))
    whole = propose(*texts, options, progress, anchors, LibraryVectors(library))
    return _without(whole, anchors, present.sides)


def _without(whole: Alignment, anchors: Sequence[Pairing], sides: Sides) -> Alignment:
    """An alignment less the anchors and their sentences."""
    settled = [{place for anchor in anchors for place in anchor[side]} for side in (0, 1)]
    ours, theirs = (
        [place in settled[side] for place, one in enumerate(sides[side]) for _ in one.sentences]
        for side in (0, 1)
    )
    return replace(
        whole,
        paragraphs=tuple(
            link
            for link in whole.paragraphs
            if settled[0].isdisjoint(link.source) and settled[1].isdisjoint(link.target)
        ),
        sentences=tuple(
            link
            for link in whole.sentences
            if not any(ours[n] for n in link.source) and not any(theirs[n] for n in link.target)
        ),
    )


def _as_links(transaction: Transaction, bitext: BitextId, present: _Present, found: Alignment) -> list[Link]:
    """The new links; one that joins the same paragraphs as before stays itself, with its mark for review."""
    now = datetime.now(UTC)
    same = {(link.source, link.target): link for link in present.free}
    marked = {(link.source + link.target)[0] for link in present.free if link.bookmarked}
    links = []
    ids = take(transaction, "link", len(found.paragraphs))
    for proposal in proposed_links(bitext, found, present.sides, ids, now):
        old = same.get((proposal.source, proposal.target))
        link = replace(proposal, bookmarked=not marked.isdisjoint(proposal.source + proposal.target))
        links.append(_renewed(old, link) if old else link)
    return links


def _renewed(old: Link, proposal: Link) -> Link:
    """The old link with the new figures; signed by the aligner only where they differ."""
    new = replace(proposal, id=old.id, rank=old.rank, status=old.status)
    unsigned = replace(new, changed_by=old.changed_by, changed_at=old.changed_at)
    return old if unsigned == old else new


def _edit(transaction: Transaction, bitext: BitextId, present: _Present, fresh: Sequence[Link]) -> Edit:
    """All that changes: the free links, and the ranks of others where the new ones need room."""
    everything = [*present.anchors, *fresh]
    order = row_order([present.positions(link) for link in everything])
    known = {link.id: link.rank for link in [*present.anchors, *present.free]}
    ranks = fit([known.get(everything[place].id) for place in order])
    placed = [replace(everything[place], rank=rank) for place, rank in zip(order, ranks, strict=True)]
    before = {link.id: link for link in [*present.anchors, *present.free]}
    after = {link.id: link for link in placed}
    gone = [id_ for id_ in before if id_ not in after]
    if notes.notes_on(transaction, gone):
        raise EditConflict(
            "Somebody wrote a note while the texts were aligned.", "Align again; nothing was changed."
        )
    changed = [id_ for id_, link in after.items() if link != before.get(id_)]
    removed = [before[id_] for id_ in [*gone, *(id_ for id_ in changed if id_ in before)]]
    inserted = [after[id_] for id_ in changed]
    return Edit(bitext, "align again", Replacement(tuple(removed), tuple(inserted)))
