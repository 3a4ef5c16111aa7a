"""Two paragraphs that surely face each other: they are linked for good, and what lies around them is aligned anew."""

from dataclasses import replace
from datetime import UTC, datetime

from taqabul.align.linking import Pairing
from taqabul.domain.annotation import Annotation, Note
from taqabul.domain.bitext import Evidence, Link, LinkStatus
from taqabul.domain.changes import ChangeSet
from taqabul.domain.edits import Replacement
from taqabul.domain.errors import InvalidEdit
from taqabul.domain.ids import BitextId, LinkId, ParagraphId
from taqabul.domain.options import AlignOptions, Progress, no_progress
from taqabul.storage.database import Transaction
from taqabul.workflow import compute
from taqabul.workflow.library import Library
from taqabul.workflow.proposals import Propose
from taqabul.workflow.realigning import (
    Present,
    as_links,
    ask_aligner,
    check_unchanged,
    read_present,
    rows_edit,
)
from taqabul.workflow.relinking import relinked, sentences_of
from taqabul.workflow.saving import save
from taqabul.workflow.written import Written


def pinpoint(
    library: Library,
    bitext: BitextId,
    source: ParagraphId,
    target: ParagraphId,
    options: AlignOptions | None = None,
    progress: Progress = no_progress,
    propose: Propose = compute.propose,
) -> tuple[ChangeSet, LinkId]:
    """Link two paragraphs, confirmed, and align anew what lies between the settled rows around them.

    What else stood in their rows is aligned anew too. One edit; also given is the link of the two. Raises
    InvalidEdit where they are not the two sides of the bitext, EditConflict where somebody changed the
    rows meanwhile.
    """
    with library.database.read() as transaction:
        whole = read_present(transaction, bitext)
    point = _places(whole, source, target)
    present = _around(whole, point)
    homes = [_holder(whole, id_) for id_ in (source, target)]
    anchors = [Pairing(*map(tuple, present.positions(link))) for link in present.anchors]
    pinned = Pairing((point[0],), (point[1],))
    found = ask_aligner(library, present, [*anchors, pinned], options or AlignOptions(), progress, propose)
    with library.database.write() as transaction:
        check_unchanged(transaction, bitext, present)
        fresh = as_links(transaction, bitext, present, found)
        link = _pinned(library, present, homes, point)
        staying = {one.id for one in (*present.anchors, *fresh, link)}
        written = _written(transaction, [home.id for home in homes if home.id not in staying], link)
        edit = rows_edit(transaction, bitext, present, [*fresh, link], "pinpoint", *written)
        return save(library, transaction, edit), link.id


def _places(whole: Present, source: ParagraphId, target: ParagraphId) -> tuple[int, int]:
    places = []
    for side, wanted in zip(whole.sides, (source, target), strict=True):
        found = [place for place, one in enumerate(side) if one.id == wanted]
        if not found:
            raise InvalidEdit(
                "These paragraphs are not the two sides of this bitext.",
                "Choose one paragraph of each side of this bitext.",
            )
        places += found
    return places[0], places[1]


def _holder(whole: Present, paragraph: ParagraphId) -> Link:
    return next(link for link in (*whole.anchors, *whole.free) if paragraph in link.source + link.target)


def _around(whole: Present, point: tuple[int, int]) -> Present:
    """The bitext with only that free which lies between the nearest settled rows above and below the point."""
    homes = {_holder(whole, side[at].id).id for side, at in zip(whole.sides, point, strict=True)}
    above, below = [(-1, -1)], [(len(whole.sides[0]), len(whole.sides[1]))]
    for link in whole.anchors:
        places = whole.positions(link)
        if link.id in homes or not (places[0] and places[1]):
            continue
        if max(places[0]) < point[0] and max(places[1]) < point[1]:
            above.append((max(places[0]), max(places[1])))
        if min(places[0]) > point[0] and min(places[1]) > point[1]:
            below.append((min(places[0]), min(places[1])))
    low, high = max(above), min(below)

    def is_free(link: Link) -> bool:
        inside = (
            low[side] < p < high[side] for side, places in enumerate(whole.positions(link)) for p in places
        )
        return link.id in homes or (link.id in free and all(inside))

    free = {link.id for link in whole.free}
    everything = [*whole.anchors, *whole.free]
    return replace(
        whole,
        anchors=[link for link in everything if not is_free(link)],
        free=[link for link in everything if is_free(link)],
    )


def _pinned(library: Library, present: Present, homes: list[Link], point: tuple[int, int]) -> Link:
    """The link of the two paragraphs: the row of the source becomes it."""
    ours, theirs = (side[at] for side, at in zip(present.sides, point, strict=True))
    known = [part for home in homes for part in home.sentences]
    marked = {(link.source + link.target)[0] for link in present.free if link.bookmarked}
    return replace(
        homes[0],
        source=(ours.id,),
        target=(theirs.id,),
        status=LinkStatus.CONFIRMED,
        confidence=None,
        evidence=Evidence(),
        sentences=relinked(sentences_of([ours]), sentences_of([theirs]), known),
        changed_by=library.author,
        changed_at=datetime.now(UTC),
        reason="",
        bookmarked=not marked.isdisjoint({ours.id, theirs.id}),
    )


def _written(
    transaction: Transaction, gone: list[LinkId], heir: Link
) -> tuple[Replacement[Note], Replacement[Annotation]]:
    """What was written on rows that go belongs to the new link."""
    written = Written(transaction)
    for link in gone:
        written.inherit(link, heir.id)
    return written.notes.replacement(), written.annotations.replacement()
