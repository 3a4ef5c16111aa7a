"""What people think of rows: confirmed, rejected, to be looked at again."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import numpy.typing as npt

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.changes import ChangeSet
from taqabul.domain.edits import Edit, Verdict, VerdictChange
from taqabul.domain.errors import EditConflict
from taqabul.domain.ids import BitextId, LinkId
from taqabul.storage import outlines
from taqabul.storage.database import Transaction
from taqabul.storage.links import read_verdicts
from taqabul.workflow.library import Library
from taqabul.workflow.projects import bitext_in
from taqabul.workflow.rows import STATUSES
from taqabul.workflow.saving import changed_unseen, save, watch_others

_UNDECIDED = (LinkStatus.PROPOSED, LinkStatus.NEEDS_REVIEW)


def confirm(
    library: Library, bitext: BitextId, links: Sequence[LinkId], *, sparing: bool = False
) -> ChangeSet:
    """Say that these rows are right as they are; ``sparing`` as in ``give_verdict``."""
    return give_verdict(library, bitext, links, LinkStatus.CONFIRMED, "confirm", sparing=sparing)


def confirm_up_to(library: Library, bitext: BitextId, link: LinkId) -> ChangeSet:
    """Say that all rows from the first to this one are right, but for those that others changed unseen.

    Those rejected stay rejected.
    """
    with library.database.write() as transaction:
        bitext_in(transaction, bitext)
        held = read_verdicts(transaction, bitext)
        rows = list(held)
        above = rows[: rows.index(link)] if link in held else []
        chosen = [id_ for id_ in above if held[id_].status in _UNDECIDED]
        chosen += [link] if link not in held or held[link].status in _UNDECIDED else []
        edit = Edit(bitext, "confirm up to")
        return _give(library, transaction, edit, held, chosen, LinkStatus.CONFIRMED, sparing=link in held)


def sure_rows(
    status: npt.NDArray[np.int8],
    confidence: npt.NDArray[np.floating],
    facing: npt.NDArray[np.bool_],
    least: float,
) -> npt.NDArray[np.int64]:
    """The places of the proposed pairs whose confidence is ``least`` or more.

    The arrays are those of an outline, ``facing`` tells the rows with two sides.
    """
    proposed = status == STATUSES.index(LinkStatus.PROPOSED)
    return np.flatnonzero(proposed & facing & (np.nan_to_num(confidence, nan=-1.0) >= least))


def doubtful(
    places: npt.NDArray[np.int64],
    confidence: npt.NDArray[np.floating],
    how_many: int,
    chance: np.random.Generator,
) -> npt.NDArray[np.int64]:
    """A random sample of rows from their less sure third, the least sure first."""
    by_confidence = places[np.argsort(confidence[places], kind="stable")]
    pool = by_confidence[: max(how_many, len(places) // 3)]
    return pool[np.sort(chance.permutation(len(pool))[:how_many])]


def confirm_sure(library: Library, bitext: BitextId, links: Sequence[LinkId]) -> ChangeSet:
    """Say that these rows, chosen by their confidence, are right, but for those that others changed unseen."""
    return give_verdict(library, bitext, links, LinkStatus.CONFIRMED, "confirm the sure", sparing=True)


def mark_for_review(
    library: Library,
    bitext: BitextId,
    links: Sequence[LinkId],
    reason: str | None = None,
    *,
    sparing: bool = False,
) -> ChangeSet:
    """Ask somebody to look at these rows again, and say why; without a reason one given before stays."""
    why = None if reason is None else " ".join(reason.split())
    status = LinkStatus.NEEDS_REVIEW
    return give_verdict(library, bitext, links, status, "mark for review", why, sparing=sparing)


def last_reasons(library: Library, how_many: int) -> list[str]:
    """The reasons for another look that stand in the library, the one given last first."""
    with library.database.read() as transaction:
        return outlines.last_reasons(transaction, how_many)


def reject(
    library: Library, bitext: BitextId, links: Sequence[LinkId], *, sparing: bool = False
) -> ChangeSet:
    """Say that these rows are no translations of each other; they stay rows, and no aligning joins them."""
    return give_verdict(library, bitext, links, LinkStatus.REJECTED, "reject", sparing=sparing)


def reset_status(
    library: Library, bitext: BitextId, links: Sequence[LinkId], *, sparing: bool = False
) -> ChangeSet:
    """Take back what was said about these rows; the next aligning may change them."""
    return give_verdict(library, bitext, links, LinkStatus.PROPOSED, "reset status", sparing=sparing)


def give_verdict(
    library: Library,
    bitext: BitextId,
    links: Sequence[LinkId],
    status: LinkStatus,
    verb: str,
    reason: str | None = None,
    *,
    sparing: bool = False,
) -> ChangeSet:
    """Have these rows thought of in a way, for a reason; without one the reason of those that change goes.

    ``sparing``: those that others changed, and that nobody saw here as they are now, are left alone and told
    (``ChangeSet.spared``); otherwise EditConflict is raised for them, and nothing is written.
    """
    with library.database.write() as transaction:
        bitext_in(transaction, bitext)
        held = read_verdicts(transaction, bitext, links)
        edit = Edit(bitext, verb)
        return _give(library, transaction, edit, held, links, status, reason, sparing=sparing)


def _give(
    library: Library,
    transaction: Transaction,
    edit: Edit,
    held: Mapping[LinkId, Verdict],
    links: Sequence[LinkId],
    status: LinkStatus,
    reason: str | None = None,
    *,
    sparing: bool = False,
) -> ChangeSet:
    wanted = [
        link
        for link in dict.fromkeys(links)
        if link not in held or held[link].status is not status or reason not in (None, held[link].reason)
    ]
    spared: set[LinkId] = set()
    if sparing:
        watch = watch_others(library, transaction, edit.bitext)
        spared = changed_unseen(transaction, watch, edit.bitext).intersection(wanted)
        spared.update(link for link in wanted if link not in held)
        watch.forgive(spared)
    elif any(link not in held for link in wanted):
        raise EditConflict(
            "What you chose is not there any more: it was changed meanwhile.",
            "Look at the rows as they are now, then try again; nothing was changed.",
        )
    verdict = Verdict(status, library.author, datetime.now(UTC), reason or "")
    changed = tuple(VerdictChange(link, held[link], verdict) for link in wanted if link not in spared)
    changes = save(library, transaction, replace(edit, verdicts=changed))
    return replace(changes, spared=tuple(sorted(spared)))
