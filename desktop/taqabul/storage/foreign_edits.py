"""An edit that was made on what a library held at another time: where it does not fit what is held now."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.exc import IntegrityError

from taqabul.domain.bitext import Link
from taqabul.domain.edits import Edit, Replacement, Verdict, VerdictChange
from taqabul.domain.errors import EditConflict
from taqabul.storage.database import Transaction
from taqabul.storage.invariants import BrokenInvariantError
from taqabul.storage.links import read_links
from taqabul.storage.replaying import READERS


@dataclass(frozen=True, slots=True)
class Clash:
    """A record as it is here, and as the edit would have it; None where it is not there, or would not be.

    ``part`` is the part of the edit it is in ("links", "paragraphs", ...).
    """

    part: str
    here: Any
    wanted: Any


@contextmanager
def clashing() -> Iterator[None]:
    """Raises EditConflict where an edit from elsewhere cannot stand beside what is here."""
    try:
        yield
    except (BrokenInvariantError, IntegrityError) as error:
        raise EditConflict(
            "It does not fit what the library holds now: other rows, texts or marks that it needs were changed.",
            "Do by hand what is still needed.",
        ) from error


def clashes(transaction: Transaction, edit: Edit) -> list[Clash]:
    """The records that are not as the edit expects them."""
    found = []
    for part, read in READERS.items():
        replacement: Replacement[Any] = getattr(edit, part)
        before = {one.id: one for one in replacement.removed}
        after = {one.id: one for one in replacement.inserted}
        held = read(transaction, before.keys() | after.keys())
        found += [
            Clash(part, held.get(id_), after.get(id_))
            for id_ in dict.fromkeys([*before, *after])
            if held.get(id_) != before.get(id_)
        ]
    links = read_links(transaction, [change.link for change in edit.verdicts])
    for change in edit.verdicts:
        link = links.get(change.link)
        if link is None:
            found.append(Clash("links", None, None))
        elif _verdict(link) != change.before:
            found.append(Clash("links", link, _judged(link, change.after)))
    return found


def without(edit: Edit, found: list[Clash]) -> Edit:
    """The edit without those of its verdicts that clash: each stands by itself."""
    clashing_links = {one.here.id for one in found if one.part == "links" and one.here is not None}
    return replace(edit, verdicts=tuple(one for one in edit.verdicts if one.link not in clashing_links))


def rebased(transaction: Transaction, edit: Edit) -> Edit:
    """The edit as one that takes out what is here now, so that what it puts in stands in its place."""
    parts: dict[str, Replacement[Any]] = {}
    for part, read in READERS.items():
        replacement: Replacement[Any] = getattr(edit, part)
        ids = dict.fromkeys(one.id for one in replacement.removed + replacement.inserted)
        held = read(transaction, ids)
        parts[part] = Replacement(tuple(held[id_] for id_ in ids if id_ in held), replacement.inserted)
    links = read_links(transaction, [change.link for change in edit.verdicts])
    verdicts = tuple(
        VerdictChange(one.link, _verdict(links[one.link]), one.after)
        for one in edit.verdicts
        if one.link in links
    )
    return Edit(edit.bitext, edit.verb, verdicts=verdicts, **parts)


def _verdict(link: Link) -> Verdict:
    return Verdict(link.status, link.changed_by, link.changed_at, link.reason)


def _judged(link: Link, verdict: Verdict) -> Link:
    return replace(
        link,
        status=verdict.status,
        changed_by=verdict.changed_by,
        changed_at=verdict.changed_at,
        reason=verdict.reason,
    )
