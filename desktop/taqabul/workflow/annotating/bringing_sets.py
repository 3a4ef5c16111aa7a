"""The labels of a file in the words of the library's label sets."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from taqabul.domain.labels import Label, LabelSet, Place, Purpose, RelationType, Words
from taqabul.formats.annotations.incoming import Incoming
from taqabul.text.folding import fold_key
from taqabul.workflow.label_sets import label_sets, take_set
from taqabul.workflow.library import Library

IMPORTED: Final = "imported"
"""The set that gets the labels of others' files that no set knows."""

Found = dict[tuple[str, str], tuple[str, str]]
"""Set and label in the library for set and label in the file."""


def sets_wanted(library: Library, given: Mapping[str, LabelSet]) -> tuple[dict[str, LabelSet], list[str]]:
    """Those of a file's sets that the library lacks or has in an older version, and remarks about the others."""
    known = label_sets(library)
    wanted = {key: one for key, one in given.items() if key not in known or one.version > known[key].version}
    remarks = [
        f"The library has version {known[key].version} of the label set “{key}”; the file's, {one.version}, was passed over."
        for key, one in given.items()
        if key in known and one.version < known[key].version
    ]
    return wanted, remarks


def labels_found(library: Library, incoming: Incoming) -> tuple[Found, list[str]]:
    """The set and label for each label and each kind of relation of a file, and remarks about them.

    A label that no set knows is kept under the set that the file names where the library has that, else in a set
    of its own.
    """
    known = label_sets(library)
    labels: Found = {}
    strange: dict[str, None] = {}
    for one in incoming.annotations:
        found = _known_label(known, one.label_set, one.label)
        if found is None:
            strange[one.label] = None
        labels[one.label_set, one.label] = found or (IMPORTED, one.label)
    ties: dict[str, None] = {}
    for tie in incoming.relations:
        label_set = _known_kind(known, tie.label_set, tie.kind)
        if label_set is None:
            ties[tie.kind] = None
        labels[tie.label_set, f"→{tie.kind}"] = (label_set or IMPORTED, tie.kind)
    remarks = []
    if strange or ties:
        _keep_strange(library, known, [*strange], [*ties])
        told = ", ".join([*strange, *ties])
        remarks.append(f"No label set knows these; they are in the set “{IMPORTED}” now: {told}.")
    return labels, remarks


def _known_label(known: dict[str, LabelSet], label_set: str, label: str) -> tuple[str, str] | None:
    if label_set:
        return (label_set, label) if label_set in known else None
    wanted = fold_key(label)
    for one in known.values():
        for each in one.labels:
            names = (each.key, f"{one.key}.{each.key}", each.name.english, each.name.arabic)
            if any(name and fold_key(name) == wanted for name in names):
                return one.key, each.key
    return None


def _known_kind(known: dict[str, LabelSet], label_set: str, kind: str) -> str | None:
    if label_set:
        return label_set if label_set in known else None
    return next((one.key for one in known.values() if one.relation(kind)), None)


def _keep_strange(library: Library, known: dict[str, LabelSet], labels: list[str], ties: list[str]) -> None:
    name = Words("Imported", "مستورد")
    before = known.get(IMPORTED) or LabelSet(IMPORTED, 1, name, Purpose.PLAIN)
    fresh = tuple(Label(key, Words(key), places=tuple(Place)) for key in labels if before.label(key) is None)
    kinds = tuple(RelationType(key, Words(key)) for key in ties if before.relation(key) is None)
    take_set(library, replace(before, labels=before.labels + fresh, relations=before.relations + kinds))
