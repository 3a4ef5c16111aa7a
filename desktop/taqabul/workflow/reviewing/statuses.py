"""What people think of rows: confirmed, rejected, to be looked at again."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.changes import ChangeSet
from taqabul.domain.ids import BitextId, LinkId
from taqabul.storage.bitexts import link_ids
from taqabul.workflow.draft import Draft, drafting
from taqabul.workflow.library import Library

_UNDECIDED = (LinkStatus.PROPOSED, LinkStatus.NEEDS_REVIEW)


def confirm(library: Library, bitext: BitextId, links: Sequence[LinkId]) -> ChangeSet:
    """Say that these rows are right as they are."""
    return _mark(library, bitext, links, LinkStatus.CONFIRMED, "confirm")


def confirm_up_to(library: Library, bitext: BitextId, link: LinkId) -> ChangeSet:
    """Say that all rows from the first to this one are right; those rejected stay rejected."""
    with drafting(library, bitext, "confirm up to") as draft:
        rank = draft.link(link).rank
        rows = draft.links(link_ids(draft.transaction, bitext, up_to=rank))
        _set(draft, (row.id for row in rows if row.status in _UNDECIDED), LinkStatus.CONFIRMED)
    return draft.changes


def mark_for_review(library: Library, bitext: BitextId, links: Sequence[LinkId]) -> ChangeSet:
    """Ask somebody to look at these rows again."""
    return _mark(library, bitext, links, LinkStatus.NEEDS_REVIEW, "mark for review")


def reject(library: Library, bitext: BitextId, links: Sequence[LinkId]) -> ChangeSet:
    """Say that these rows are no translations of each other; they stay rows, and no aligning joins them."""
    return _mark(library, bitext, links, LinkStatus.REJECTED, "reject")


def reset_status(library: Library, bitext: BitextId, links: Sequence[LinkId]) -> ChangeSet:
    """Take back what was said about these rows; the next aligning may change them."""
    return _mark(library, bitext, links, LinkStatus.PROPOSED, "reset status")


def _mark(
    library: Library, bitext: BitextId, links: Sequence[LinkId], status: LinkStatus, verb: str
) -> ChangeSet:
    with drafting(library, bitext, verb) as draft:
        _set(draft, links, status)
    return draft.changes


def _set(draft: Draft, links: Iterable[LinkId], status: LinkStatus) -> None:
    for link in draft.links(links):
        if link.status is not status:
            draft.put(replace(link, status=status))
