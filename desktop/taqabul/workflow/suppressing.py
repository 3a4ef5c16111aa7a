"""Suppressing findings, once, in a pair or for a whole bitext, with a reason; and letting them be seen again.

No text is concerned, so undo passes over it: what is suppressed is listed with who, when and why, comes back from the
list, and right after it was suppressed from the message that says so.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from taqabul.domain.ids import BitextId
from taqabul.domain.suppressions import Reach, Suppression
from taqabul.storage import suppressions as storage
from taqabul.workflow.library import Library
from taqabul.workflow.projects import bitext_in

if TYPE_CHECKING:
    from taqabul.workflow.found import Found

__all__ = ["Reach", "Suppression", "allow_again", "suppress", "suppressions", "unsuppressed"]


def suppress(library: Library, bitext: BitextId, found: "Found", reach: Reach, reason: str) -> Suppression:
    """Want a finding, or all of its check, not to be told again; returned is what takes it back."""
    kept = Suppression(
        bitext, found.check, reach, _key(found, reach), reason.strip(), library.author, datetime.now(UTC)
    )
    with library.database.write() as transaction:
        bitext_in(transaction, bitext)
        storage.keep_suppression(transaction, kept)
    return kept


def allow_again(library: Library, kept: Suppression) -> None:
    """Want it to be told again."""
    with library.database.write() as transaction:
        storage.forget_suppression(transaction, kept)


def suppressions(library: Library, bitext: BitextId) -> list[Suppression]:
    """What is suppressed in a bitext, the latest last."""
    with library.database.read() as transaction:
        return storage.read_suppressions(transaction, bitext)


def unsuppressed(found: Iterable["Found"], kept: Iterable[Suppression]) -> "list[Found]":
    """The findings that nobody has suppressed."""
    silent = {(one.check, one.reach, one.key) for one in kept}
    return [
        one for one in found if not any((one.check, reach, _key(one, reach)) in silent for reach in Reach)
    ]


def _key(found: "Found", reach: Reach) -> str:
    if reach is Reach.RULE:
        return ""
    return str(found.link) if reach is Reach.PAIR else f"{found.link} {found.text}"
