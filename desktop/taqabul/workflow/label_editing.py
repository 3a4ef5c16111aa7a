"""Changes to a label set on the way to its next version: a set goes in, a set comes out, nothing is written."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from itertools import count
from typing import TypeVar

from taqabul.domain.labels import Label, LabelSet, Pattern, Place, RelationType, Words

Word = TypeVar("Word", Label, RelationType)
Look = TypeVar("Look")
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#666666", "#882255")
"""Colours that colour-blind people can tell apart (Okabe and Ito's, and Tol's wine in place of their yellow and black)."""
SHORTCUTS = "abcdefghijklmnopqrstuvwxyz0123456789"


def key_for(name: Words, taken: Collection[str], otherwise: str) -> str:
    """A key that nothing else has, made of the English name where that has letters."""
    plain = re.sub(r"[^a-z0-9]+", "-", name.english.casefold()).strip("-")[:48].strip("-")
    stem = plain or otherwise
    tries = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
    return next(one for one in tries if one not in taken)


def add_label(label_set: LabelSet, name: Words, parent: str | None = None) -> tuple[LabelSet, str]:
    """The set with a new label, last under ``parent``, in the colour and pattern used least; and its key."""
    key = key_for(name, [one.key for one in label_set.labels], "label")
    above = label_set.label(parent) if parent else None
    label = Label(
        key,
        name,
        colour=above.colour if above else _rarest(COLOURS, (one.colour for one in label_set.labels)),
        pattern=_rarest(Pattern, (one.pattern for one in label_set.labels if one.parent == parent)),
        shortcut=_free_shortcut(label_set, key),
        parent=parent,
        places=above.places if above else (Place.SPAN,),
    )
    return replace(label_set, labels=(*label_set.labels, label)), key


def add_relation(label_set: LabelSet, name: Words) -> tuple[LabelSet, str]:
    """The set with a new type of relation, and its key."""
    key = key_for(name, [one.key for one in label_set.relations], "relation")
    return replace(label_set, relations=(*label_set.relations, RelationType(key, name))), key


def put_label(label_set: LabelSet, key: str, label: Label) -> LabelSet:
    """The set with another label in a label's place; those below it and relations follow its key."""
    labels = tuple(
        label
        if one.key == key
        else replace(one, parent=label.key)
        if one.parent == key and label.key != key
        else one
        for one in label_set.labels
    )
    relations = tuple(
        replace(
            one, sources=_renamed(one.sources, key, label.key), targets=_renamed(one.targets, key, label.key)
        )
        for one in label_set.relations
    )
    return replace(label_set, labels=labels, relations=relations)


def put_relation(label_set: LabelSet, key: str, relation: RelationType) -> LabelSet:
    """The set with another type of relation in the place of one."""
    relations = tuple(relation if one.key == key else one for one in label_set.relations)
    return replace(label_set, relations=relations)


def move_label(label_set: LabelSet, key: str, step: int) -> LabelSet:
    """The set with a label moved up (-1) or down (1) among those under the same label."""
    label = label_set.label(key)
    beside = [one.key for one in label_set.labels if label is not None and one.parent == label.parent]
    return replace(label_set, labels=_swapped(label_set.labels, beside, key, step))


def move_relation(label_set: LabelSet, key: str, step: int) -> LabelSet:
    """The set with a type of relation moved up (-1) or down (1)."""
    beside = [one.key for one in label_set.relations]
    return replace(label_set, relations=_swapped(label_set.relations, beside, key, step))


def drop_label(label_set: LabelSet, key: str) -> LabelSet:
    """The set without a label that was never saved; what stood under it goes one up."""
    gone = label_set.label(key)
    labels = tuple(
        replace(one, parent=gone.parent if gone else None) if one.parent == key else one
        for one in label_set.labels
        if one.key != key
    )
    relations = tuple(
        replace(
            one,
            sources=tuple(end for end in one.sources if end != key),
            targets=tuple(end for end in one.targets if end != key),
        )
        for one in label_set.relations
    )
    return replace(label_set, labels=labels, relations=relations)


def drop_relation(label_set: LabelSet, key: str) -> LabelSet:
    """The set without a type of relation that was never saved."""
    return replace(label_set, relations=tuple(one for one in label_set.relations if one.key != key))


@dataclass(frozen=True, slots=True)
class Changes:
    """What one version of a set has that another had not, or had otherwise: labels and relations by name."""

    added: tuple[Words, ...]
    changed: tuple[Words, ...]
    deprecated: tuple[Words, ...]
    rest: bool
    """Whether names, descriptions, guidelines or the order of the set changed."""


def changes(before: LabelSet, after: LabelSet) -> Changes:
    """What became of a set from one version to another."""
    had, has = _words(before), _words(after)
    both = [(had[place], one) for place, one in has.items() if place in had]
    gone = [now.name for was, now in both if now.deprecated and not was.deprecated]
    others = [now.name for was, now in both if now != was and now.deprecated == was.deprecated]
    others += [now.name for was, now in both if was.deprecated and not now.deprecated]
    plain = [replace(one, version=1, labels=(), relations=()) for one in (before, after)]
    return Changes(
        tuple(one.name for place, one in has.items() if place not in had),
        tuple(others),
        tuple(gone),
        plain[0] != plain[1] or [one for one in had if one in has] != [one for one in has if one in had],
    )


def _words(label_set: LabelSet) -> dict[tuple[str, str], Label | RelationType]:
    labels: dict[tuple[str, str], Label | RelationType] = {
        ("label", one.key): one for one in label_set.labels
    }
    return labels | {("relation", one.key): one for one in label_set.relations}


def _swapped(words: tuple[Word, ...], beside: list[str], key: str, step: int) -> tuple[Word, ...]:
    if key not in beside:
        return words
    at = beside.index(key)
    if not 0 <= at + step < len(beside):
        return words
    places = {one.key: place for place, one in enumerate(words)}
    here, there = places[key], places[beside[at + step]]
    moved = list(words)
    moved[here], moved[there] = moved[there], moved[here]
    return tuple(moved)


def _renamed(ends: tuple[str, ...], key: str, now: str) -> tuple[str, ...]:
    return tuple(now if one == key else one for one in ends)


def _rarest(choices: Iterable[Look], used: Iterable[Look]) -> Look:
    every = list(used)
    return min(choices, key=every.count)


def _free_shortcut(label_set: LabelSet, key: str) -> str:
    """A letter of the key that no label has, or else the first free letter or digit; "" where all are taken."""
    taken = {one.shortcut for one in label_set.labels if not one.deprecated}
    return next((one for one in (*key, *SHORTCUTS) if one in SHORTCUTS and one not in taken), "")
