"""One's own version put in the place of what a library holds now, although that was changed meanwhile."""

from collections.abc import Iterable
from dataclasses import replace

from taqabul.domain.bitext import Evidence, Link, LinkStatus, SentenceLink
from taqabul.domain.document import Paragraph
from taqabul.domain.edits import Edit, Replacement
from taqabul.domain.errors import EditConflict
from taqabul.domain.ids import LinkId, ParagraphId, SentenceId
from taqabul.storage.counters import take
from taqabul.storage.database import Transaction
from taqabul.storage.documents import read_paragraphs
from taqabul.storage.foreign_edits import rebased
from taqabul.storage.links import link_neighbours, links_holding, read_links
from taqabul.workflow.ranks import spread


def forced(transaction: Transaction, edit: Edit) -> Edit:
    """The edit on what is there now. What of pairs it takes apart nobody claims becomes pairs to be looked at."""
    made = rebased(transaction, edit)
    wanted = {id_ for link in made.links.inserted for id_ in link.source + link.target}
    held = links_holding(transaction, list(wanted))
    ours = {link.bitext for link in made.links.inserted}
    known = {link.id for link in made.links.removed}
    more = {id_ for (_, bitext), id_ in held.items() if bitext in ours and id_ not in known}
    removed = [*made.links.removed, *read_links(transaction, more).values()]
    if not wanted:
        return made
    gone = {one.id for one in made.paragraphs.removed} - {one.id for one in made.paragraphs.inserted}
    texts = read_paragraphs(transaction, {id_ for one in removed for id_ in one.source + one.target})
    changed = {one.id: one for one in made.paragraphs.inserted}
    kept = {id_: changed.get(id_, text) for id_, text in texts.items() if id_ not in wanted | gone}
    taken = {link.id for link in made.links.inserted}
    rest = [_rest(transaction, link, kept, taken) for link in removed]
    inserted = (*made.links.inserted, *(one for one in rest if one is not None))
    return replace(made, links=Replacement(tuple(removed), inserted))


def _rest(
    transaction: Transaction, link: Link, kept: dict[ParagraphId, Paragraph], taken: set[LinkId]
) -> Link | None:
    """What is left of a link that was taken apart, under its own number where that is free."""
    source, target = (tuple(id_ for id_ in side if id_ in kept) for side in (link.source, link.target))
    if not source + target:
        return None
    sentences = {part.id for id_ in source + target for part in kept[id_].sentences}
    left = replace(
        link,
        source=source,
        target=target,
        status=LinkStatus.NEEDS_REVIEW,
        confidence=None,
        evidence=Evidence(),
        sentences=tuple(_left(link.sentences, sentences)),
    )
    if link.id not in taken:
        return left
    below = link_neighbours(transaction, link.bitext, link.rank, after=True, how_many=1)
    rank = spread(link.rank, below[0][1] if below else None, 1)
    if rank is None:
        raise EditConflict("There is no room for another row here.", "Do by hand what is still needed.")
    return replace(left, id=LinkId(take(transaction, "link")[0]), rank=rank[0])


def _left(links: Iterable[SentenceLink], of: set[SentenceId]) -> Iterable[SentenceLink]:
    for one in links:
        source, target = (tuple(id_ for id_ in side if id_ in of) for side in (one.source, one.target))
        if source + target:
            yield SentenceLink(source, target, one.confidence, one.evidence)
