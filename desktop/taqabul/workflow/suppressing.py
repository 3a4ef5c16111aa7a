"""Suppressing findings, once, in a pair or for a whole bitext, with a reason; and letting them be seen again.

No text is concerned, so it is not journalled: what is suppressed is listed with who and why, and comes back from there.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from taqabul.domain.ids import BitextId, LinkId
from taqabul.domain.suppressions import Reach, Suppression
from taqabul.storage import suppressions as storage
from taqabul.storage.links import link_ids
from taqabul.workflow.library import Library
from taqabul.workflow.projects import bitext_in

if TYPE_CHECKING:
    from taqabul.workflow.found import Found

_WHERE: Final = "\n"
_PLACES: Final = 4

__all__ = [
    "Reach",
    "Silenced",
    "Suppression",
    "allow_again",
    "silenced",
    "suppress",
    "suppress_again",
    "suppressions",
    "unsuppressed",
]


@dataclass(frozen=True, slots=True)
class Silenced:
    """A suppression with what its key says: in which row, counted from 1 (None: in all, or in a pair that is no more), and what was told there."""

    kept: Suppression
    row: int | None
    text: str


def suppress(library: Library, bitext: BitextId, found: "Found", reach: Reach, reason: str) -> Suppression:
    """Want a finding, or all of its check, not to be told again; returned is what takes it back."""
    kept = Suppression(
        bitext, found.check, reach, _key(found, reach), reason.strip(), library.author, datetime.now(UTC)
    )
    suppress_again(library, kept)
    return kept


def suppress_again(library: Library, kept: Suppression) -> None:
    """Want what was told again not to be told after all."""
    with library.database.write() as transaction:
        bitext_in(transaction, kept.bitext)
        storage.keep_suppression(transaction, kept)


def allow_again(library: Library, kept: Suppression) -> None:
    """Want it to be told again."""
    with library.database.write() as transaction:
        storage.forget_suppression(transaction, kept)


def suppressions(library: Library, bitext: BitextId) -> list[Suppression]:
    """What is suppressed in a bitext, the latest last."""
    with library.database.read() as transaction:
        return storage.read_suppressions(transaction, bitext)


def silenced(library: Library, bitext: BitextId) -> list[Silenced]:
    """The same for people to read."""
    with library.database.read() as transaction:
        kept = storage.read_suppressions(transaction, bitext)
        order = {link: row for row, link in enumerate(link_ids(transaction, bitext), start=1)} if kept else {}
    parts = [(one, *one.key.partition(_WHERE)[0].partition(" ")[::2]) for one in kept]
    return [Silenced(one, order.get(LinkId(int(link or 0))), text) for one, link, text in parts]


def unsuppressed(found: Iterable["Found"], kept: Iterable[Suppression]) -> "list[Found]":
    """The findings that nobody has suppressed; a key that tells no place is of an older version, and means all alike."""
    silent = {(one.check, one.reach, one.key) for one in kept}
    return [
        one
        for one in found
        if not any((one.check, reach, _key(one, reach)) in silent for reach in Reach)
        and (one.check, Reach.ONCE, _alike(one)) not in silent
    ]


def _key(found: "Found", reach: Reach) -> str:
    if reach is Reach.RULE:
        return ""
    if reach is Reach.PAIR:
        return str(found.link)
    places = [place.around for place in (*found.source, *found.target)][:_PLACES]
    return _WHERE.join([_alike(found), *places])


def _alike(found: "Found") -> str:
    """What a finding shares with those of its pair that say the same of other places."""
    return f"{found.link} {found.text}"
