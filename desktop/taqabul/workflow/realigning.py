"""A better proposal for a bitext people have worked on: what they decided stays where it is.

``propose_again`` finds it and writes nothing; it can be looked at before ``apply_proposal`` makes it one edit.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

from taqabul.align.linking import Pairing
from taqabul.domain.annotation import Annotation, Note
from taqabul.domain.bitext import Alignment, Link, LinkStatus
from taqabul.domain.changes import ChangeSet
from taqabul.domain.edits import Edit, Replacement
from taqabul.domain.errors import EditConflict
from taqabul.domain.ids import BitextId, JournalId, LinkId, ParagraphId
from taqabul.domain.options import AlignOptions, Progress, no_progress
from taqabul.storage import bitexts, journal, notes
from taqabul.storage.annotations import annotation_ids_on_links
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
_NONE: Replacement[Any] = Replacement()


Positions = tuple[list[int], list[int]]


@dataclass(frozen=True)
class Present:
    """A bitext as it is: its paragraphs in order, the links that stay, the links that may change.

    ``up_to`` is the last act in the journal by then.
    """

    sides: Sides
    anchors: list[Link]
    free: list[Link]
    up_to: JournalId

    @cached_property
    def _places(self) -> list[dict[ParagraphId, int]]:
        return [{one.id: place for place, one in enumerate(side)} for side in self.sides]

    def positions(self, link: Link) -> Positions:
        """Where a link's paragraphs stand in their documents."""
        source, target = self._places
        return [source[id_] for id_ in link.source], [target[id_] for id_ in link.target]


@dataclass(frozen=True)
class Proposal:
    """What the aligner would have in place of the links that may change."""

    bitext: BitextId
    present: Present
    found: Alignment

    @property
    def remarks(self) -> tuple[str, ...]:
        """What it says of the texts as a whole."""
        return self.found.remarks


def realign(
    library: Library,
    bitext: BitextId,
    options: AlignOptions | None = None,
    progress: Progress = no_progress,
    propose: Propose = compute.propose,
) -> ChangeSet:
    """Align anew what nobody has decided; one edit, which can be undone.

    Rows that are confirmed, rejected, carry a note, a label of their own or a reason stay, and so do those
    with a corrected text: they are the aligner's anchors, and only what they leave free is aligned, with what the
    library remembers of its texts. A bookmark follows its row's first paragraph. Raises EditConflict where somebody changed the rest while it ran.
    """
    return apply_proposal(library, propose_again(library, bitext, options, progress, propose))


def propose_again(
    library: Library,
    bitext: BitextId,
    options: AlignOptions | None = None,
    progress: Progress = no_progress,
    propose: Propose = compute.propose,
    only: Collection[LinkId] | None = None,
) -> Proposal:
    """What aligning anew would make of a bitext, or of some rows of it, ``only`` these; nothing is written."""
    with library.database.read() as transaction:
        present = read_present(transaction, bitext)
    if only is not None:
        chosen = set(only)
        stays = [link for link in present.free if link.id not in chosen]
        free = [link for link in present.free if link.id in chosen]
        present = replace(present, anchors=[*present.anchors, *stays], free=free)
    anchors = [Pairing(*map(tuple, present.positions(link))) for link in present.anchors]
    found = ask_aligner(library, present, anchors, options or AlignOptions(), progress, propose)
    return Proposal(bitext, present, found)


def apply_proposal(library: Library, proposal: Proposal) -> ChangeSet:
    """Take a proposal over, as one edit. Raises EditConflict where somebody changed the rows since."""
    present = proposal.present
    with library.database.write() as transaction:
        check_unchanged(transaction, proposal.bitext, present)
        fresh = as_links(transaction, proposal.bitext, present, proposal.found)
        return save(
            library,
            transaction,
            rows_edit(transaction, proposal.bitext, present, fresh, "align again"),
        )


def check_unchanged(transaction: Transaction, bitext: BitextId, present: Present) -> None:
    """Raises EditConflict where somebody did anything to the bitext or its texts since it was read."""
    record = bitext_in(transaction, bitext)
    concerned = bitexts.bitexts_with(transaction, {record.source, record.target})
    if journal.any_act_since(transaction, present.up_to, concerned):
        raise EditConflict(
            "Somebody changed the rows while the texts were aligned.", "Align again; nothing was changed."
        )


def read_present(transaction: Transaction, bitext: BitextId) -> Present:
    """A bitext as it is; rows that people decided on, noted, labelled or corrected are those that stay."""
    record = bitext_in(transaction, bitext)
    sides = (paragraphs_of(transaction, record.source), paragraphs_of(transaction, record.target))
    corrected = {one.id for side in sides for one in side if one.text != one.imported}
    links = list(read_links(transaction, link_ids(transaction, bitext)).values())
    ids = [link.id for link in links]
    noted = {*notes.notes_on(transaction, ids), *annotation_ids_on_links(transaction, ids)}
    present = Present(sides, [], [], journal.last_act(transaction))
    for link in links:
        stays = (
            link.status in _DECIDED
            or link.reason
            or link.id in noted
            or not corrected.isdisjoint(link.source + link.target)
        )
        (present.anchors if stays else present.free).append(link)
    return present


def ask_aligner(
    library: Library,
    present: Present,
    anchors: Sequence[Pairing],
    options: AlignOptions,
    progress: Progress,
    propose: Propose,
) -> Alignment:
    """What the aligner says about all that is in no anchor."""
    if not present.free:
        return Alignment((), (), "nothing to align")
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


def as_links(transaction: Transaction, bitext: BitextId, present: Present, found: Alignment) -> list[Link]:
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


def rows_edit(
    transaction: Transaction,
    bitext: BitextId,
    present: Present,
    fresh: Sequence[Link],
    verb: str,
    moved_notes: Replacement[Note] = _NONE,
    moved_annotations: Replacement[Annotation] = _NONE,
) -> Edit:
    """All that changes: the free links, and the ranks of others where the new ones need room."""
    everything = [*present.anchors, *fresh]
    order = row_order([present.positions(link) for link in everything])
    known = {link.id: link.rank for link in [*present.anchors, *present.free]}
    ranks = fit([known.get(everything[place].id) for place in order])
    placed = [replace(everything[place], rank=rank) for place, rank in zip(order, ranks, strict=True)]
    before = {link.id: link for link in [*present.anchors, *present.free]}
    after = {link.id: link for link in placed}
    gone = [id_ for id_ in before if id_ not in after]
    elsewhere = {note.id for note in moved_notes.removed}
    left = [note.id for some in notes.notes_on(transaction, gone).values() for note in some]
    moved = {one.id for one in moved_annotations.removed}
    marked = [id_ for some in annotation_ids_on_links(transaction, gone).values() for id_ in some]
    if not (elsewhere.issuperset(left) and moved.issuperset(marked)):
        raise EditConflict(
            "Somebody wrote on a row while the texts were aligned.", "Align again; nothing was changed."
        )
    changed = [id_ for id_, link in after.items() if link != before.get(id_)]
    removed = [before[id_] for id_ in [*gone, *(id_ for id_ in changed if id_ in before)]]
    inserted = [after[id_] for id_ in changed]
    return Edit(
        bitext,
        verb,
        Replacement(tuple(removed), tuple(inserted)),
        notes=moved_notes,
        annotations=moved_annotations,
    )
