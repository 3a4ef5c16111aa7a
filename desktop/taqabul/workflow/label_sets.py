"""The label sets of a library: which there are, their versions, changing them, giving and taking them.

A set belongs to the library, not to a bitext. Saving makes a new version beside the ones before; a label or
a relation that was saved once stays in the set, deprecated where it shall not be used any more.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from taqabul import paths
from taqabul.domain.errors import EditConflict, InvalidInput, LibraryError, UnreadableFile
from taqabul.domain.label_rules import faults
from taqabul.domain.labels import Label, LabelSet, RelationType
from taqabul.domain.roles import Right, may
from taqabul.formats import label_sets as form
from taqabul.formats.atomic import replacing
from taqabul.storage import label_sets as storage
from taqabul.storage.database import Transaction
from taqabul.storage.label_sets import StoredSet
from taqabul.workflow.library import Library

Word = TypeVar("Word", Label, RelationType)
LARGEST = 8_000_000
"""Bytes beyond which a file is no label set, so that nobody waits for a film to be read."""


@dataclass(frozen=True, slots=True)
class SetVersion:
    """A set as somebody saved it."""

    label_set: LabelSet
    author: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Use:
    """How many annotations have each label, and how many relations are of each type; those in use only."""

    labels: Mapping[str, int]
    relations: Mapping[str, int]


def use_of(library: Library, key: str) -> Use:
    """What a library's people made of a label set, in all its bitexts."""
    with library.database.read() as transaction:
        return Use(storage.marks_by_label(transaction, key), storage.ties_by_kind(transaction, key))


def label_sets(library: Library) -> dict[str, LabelSet]:
    """The newest version of each set by key; a library without any is given the shipped ones first, by who may."""
    with library.database.read() as transaction:
        kept = storage.newest_sets(transaction)
    if not kept and not may(library.role, Right.LABEL_SETS):
        return {one.key: one for one in shipped_sets()}
    if not kept:
        with library.database.write() as transaction:
            if not storage.newest_sets(transaction):
                for one in shipped_sets():
                    _keep(library, transaction, one)
            kept = storage.newest_sets(transaction)
    return {one.key: _read(library, one) for one in kept}


def shipped_sets() -> list[LabelSet]:
    """The sets that come with the program."""
    folder = paths.resources() / "labelsets"
    return [form.read(path.read_bytes(), path.name) for path in sorted(folder.glob("*.json"))]


def versions(library: Library, key: str) -> list[SetVersion]:
    """All versions of a set, the newest first; none where the library has no such set."""
    with library.database.read() as transaction:
        kept = storage.versions_of(transaction, key)
    return [SetVersion(_read(library, one), one.author, one.at) for one in kept]


def save_set(library: Library, edited: LabelSet) -> LabelSet:
    """Keep a set as its next version; ``version`` says which one was edited, and a set that is new has any.

    Gives the set as kept, which is the newest as it was where nothing changed. Raises InvalidInput where the
    set makes no sense or lacks a label or relation that the version before had, EditConflict where somebody
    else saved another version meanwhile.
    """
    wrong = faults(edited)
    if wrong:
        raise InvalidInput(" ".join(wrong), "Correct this, then save again.")
    with library.database.write() as transaction:
        before = _newest(library, transaction, edited.key)
        if before is None:
            return _keep(library, transaction, replace(edited, version=1))
        if before.version != edited.version:
            raise EditConflict(
                f"Somebody saved version {before.version} of this label set meanwhile.",
                "Look at it as it is now, then make your changes again; nothing was changed.",
            )
        lacking = _lacking(before, edited)
        if lacking:
            raise InvalidInput(
                f"The set lacks what was saved before: {', '.join(lacking)}.",
                "Annotations may use it. Mark it as deprecated instead.",
            )
        if before == edited:
            return before
        return _keep(library, transaction, replace(edited, version=before.version + 1))


def import_set(library: Library, path: Path) -> LabelSet:
    """Take in a set from a JSON file; gives the set as the library holds it then.

    Where the library has a set with this key, the file's becomes its next version; labels and relations
    that the file lacks stay, deprecated. Taking in the same file again changes nothing. Raises
    UnreadableFile, InvalidInput.
    """
    return take_set(library, read_set(path))


def read_set(path: Path) -> LabelSet:
    """The set in a JSON file. Raises UnreadableFile, InvalidInput."""
    try:
        with path.open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except OSError as error:
        raise UnreadableFile(
            f"{path.name} cannot be read: {error.strerror or error}.", "Choose another file."
        ) from error
    if len(content) > LARGEST:
        raise InvalidInput(f"{path.name} is too large for a label set.", "Choose another file.")
    return form.read(content, path.name)


def take_set(library: Library, given: LabelSet) -> LabelSet:
    """Take in a set that was made elsewhere, as ``import_set`` does."""
    with library.database.write() as transaction:
        before = _newest(library, transaction, given.key)
        return _take(library, transaction, given, before, before and brought_together(given, before))


def meet_set(library: Library, transaction: Transaction, given: LabelSet) -> LabelSet:
    """Take in the set that another library has beside its annotations, as a part of what is written with them.

    A version that this library had stays in the past. Of two that went different ways the higher stands, with what only the
    other has; nothing of either is deprecated by that, unless both have one shortcut for two labels. Raises InvalidInput.
    """
    known = [_read(library, one) for one in storage.versions_of(transaction, given.key)]
    if any(replace(one, version=given.version) == given for one in known):
        return known[0]
    before = known[0] if known else None
    return _take(library, transaction, given, before, before and _met(given, before))


def _met(given: LabelSet, newest: LabelSet) -> LabelSet:
    first, second = (given, newest) if given.version > newest.version else (newest, given)
    both = replace(
        first,
        version=newest.version,
        labels=first.labels + _only_in(first.labels, second.labels),
        relations=first.relations + _only_in(first.relations, second.relations),
    )
    return replace(brought_together(first, second), version=newest.version) if faults(both) else both


def _take(
    library: Library,
    transaction: Transaction,
    given: LabelSet,
    before: LabelSet | None,
    merged: LabelSet | None,
) -> LabelSet:
    """Keep ``merged``, what a set that was given and the newest here come to, as the next version."""
    if before is None or merged is None:
        return _keep(library, transaction, given)
    if merged == before:
        return before
    wrong = faults(merged)
    if wrong:
        raise InvalidInput(
            f"The set “{given.key}” cannot be brought together with the one in the library: {' '.join(wrong)}",
            "Give one of the two another “key”, and it stands beside the other.",
        )
    return _keep(library, transaction, replace(merged, version=max(before.version + 1, given.version)))


def brought_together(given: LabelSet, newest: LabelSet) -> LabelSet:
    """A set made elsewhere or earlier, as a change to the newest version: what it lacks stays, deprecated."""
    return replace(
        given,
        version=newest.version,
        labels=given.labels + _left_out(newest.labels, given.labels),
        relations=given.relations + _left_out(newest.relations, given.relations),
    )


def export_set(label_set: LabelSet, path: Path) -> None:
    """Write a set to a JSON file. Raises CannotWrite."""
    with replacing(path) as stream:
        stream.write(form.written(label_set))


def _left_out(before: tuple[Word, ...], given: tuple[Word, ...]) -> tuple[Word, ...]:
    return tuple(replace(one, deprecated=True) for one in _only_in(given, before))


def _only_in(first: tuple[Word, ...], second: tuple[Word, ...]) -> tuple[Word, ...]:
    there = {one.key for one in first}
    return tuple(one for one in second if one.key not in there)


def _lacking(before: LabelSet, edited: LabelSet) -> list[str]:
    labels = [one.key for one in before.labels if edited.label(one.key) is None]
    return labels + [one.key for one in before.relations if edited.relation(one.key) is None]


def _newest(library: Library, transaction: Transaction, key: str) -> LabelSet | None:
    kept = storage.versions_of(transaction, key)
    return _read(library, kept[0]) if kept else None


def _keep(library: Library, transaction: Transaction, label_set: LabelSet) -> LabelSet:
    content = form.written(label_set).decode()
    now = datetime.now(UTC)
    storage.keep_set(transaction, StoredSet(label_set.key, label_set.version, content, library.author, now))
    return label_set


def _read(library: Library, stored: StoredSet) -> LabelSet:
    try:
        return _parsed(stored.content, f"{stored.key}, version {stored.version}")
    except InvalidInput as error:
        raise LibraryError(
            f"A label set in {library.location} cannot be read. {error.message}",
            "Use the newest version of Taqabul, or take the set in again from a file.",
        ) from error


@lru_cache(maxsize=64)
def _parsed(content: str, name: str) -> LabelSet:
    """A set out of its JSON; the same few are read whenever a bitext is opened."""
    return form.read(content.encode(), name)
