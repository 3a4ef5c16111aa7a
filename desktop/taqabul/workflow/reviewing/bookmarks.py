"""Bookmarks: rows to come back to. They say nothing about a row, and no aligning takes them away."""

from collections.abc import Sequence

from taqabul.domain.changes import ChangeSet
from taqabul.domain.ids import BitextId, LinkId
from taqabul.workflow.draft import drafting
from taqabul.workflow.library import Library


def set_bookmarks(library: Library, bitext: BitextId, links: Sequence[LinkId], *, on: bool) -> ChangeSet:
    """Give these rows bookmarks, or take theirs away."""
    with drafting(library, bitext, "bookmark" if on else "remove bookmark") as draft:
        for link in draft.links(dict.fromkeys(links)):
            draft.bookmark(link, on=on)
    return draft.changes
