"""The configuration that brat asks for beside its files: what there is to annotate, and how it looks."""

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Final

from taqabul.domain.annotation import AnnotationStatus
from taqabul.domain.labels import Attribute, AttributeKind, Label, LabelSet, RelationType, Words
from taqabul.formats.annotations.brat_names import GAP, PAIR, STATUS, TypeNames, brat_name

_UNSAFE: Final = re.compile(r"[\s|]+")


def annotation_conf(sets: Mapping[str, LabelSet], names: TypeNames, others: set[tuple[str, str]]) -> str:
    """What may be annotated; ``others`` are labels that no set knows."""
    lines = ["[entities]"]
    for key, one in sets.items():
        lines += _branch(one, None, key, names, 0)
    lines += sorted(names[pair] for pair in others)
    lines += ["", "[relations]", "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>"]
    lines += chain.from_iterable(_relations(key, one, names) for key, one in sets.items())
    lines += ["", "[events]", "", "[attributes]"]
    lines += [
        f"{STATUS}\tArg:<ENTITY>, Value:{'|'.join(AnnotationStatus)}",
        f"{GAP}\tArg:<ENTITY>, Value:before|after",
        f"{PAIR}\tArg:<ENTITY>",
    ]
    lines += _attributes(sets, names)
    return "\n".join(lines) + "\n"


def visual_conf(sets: Mapping[str, LabelSet], names: TypeNames) -> str:
    """How it looks."""
    words = [f"{names[key, label.key]} | {_shown(label.name, label.key)}" for key, label in _labels(sets)]
    words += [f"{brat_name(kind.key)} | {_shown(kind.name, kind.key)}" for kind in _kinds(sets)]
    colours = [
        f"{names[key, label.key]}\tfgColor:black, bgColor:{label.colour}, borderColor:darken"
        for key, label in _labels(sets)
    ]
    return "\n".join(["[labels]", *words, "", "[drawing]", *colours, ""])


def is_choice(sets: Mapping[str, LabelSet], label_set: str, label: str, key: str, values: list[str]) -> bool:
    """Whether brat can hold an attribute as an attribute: one of several known values, or a flag that is up."""
    found = sets.get(label_set)
    asked = next((one for one in (found.attributes_of(label) if found else ()) if one.key == key), None)
    if asked is None or len(values) != 1:
        return False
    if asked.kind is AttributeKind.FLAG:
        return values == ["yes"]
    return asked.kind is AttributeKind.CHOICE and values[0] in {one.key for one in asked.choices}


def is_flag(sets: Mapping[str, LabelSet], label_set: str, label: str, key: str) -> bool:
    """Whether an attribute is either up or not."""
    found = sets.get(label_set)
    asked = found.attributes_of(label) if found else ()
    return any(one.key == key and one.kind is AttributeKind.FLAG for one in asked)


def _branch(one: LabelSet, parent: str | None, key: str, names: TypeNames, depth: int) -> Iterator[str]:
    known = {label.key for label in one.labels}
    for label in one.labels:
        above = label.parent if label.parent in known else None
        if above == parent and depth < len(known):
            yield "\t" * depth + names[key, label.key]
            yield from _branch(one, label.key, key, names, depth + 1)


def _relations(key: str, one: LabelSet, names: TypeNames) -> Iterator[str]:
    def ends(labels: tuple[str, ...]) -> str:
        known = [names[key, label] for label in labels if one.label(label)]
        return "|".join(known) or "<ENTITY>"

    for kind in one.relations:
        yield f"{brat_name(kind.key)}\tArg1:{ends(kind.sources)}, Arg2:{ends(kind.targets)}"


def _attributes(sets: Mapping[str, LabelSet], names: TypeNames) -> Iterator[str]:
    """Attributes with one value out of several, and flags; equal keys of several labels are one to brat."""
    arguments: dict[str, list[str]] = {}
    values: dict[str, list[str]] = {}
    for key, label in _labels(sets):
        for asked in sets[key].attributes_of(label.key):
            if asked.kind in (AttributeKind.CHOICE, AttributeKind.FLAG):
                arguments.setdefault(asked.key, []).append(names[key, label.key])
                values.setdefault(asked.key, []).extend(_values(asked))
    for key, labels in arguments.items():
        line = f"{brat_name(key)}\tArg:{'|'.join(dict.fromkeys(labels))}"
        choices = "|".join(dict.fromkeys(values[key]))
        yield f"{line}, Value:{choices}" if choices else line


def _values(asked: Attribute) -> list[str]:
    return [brat_name(one.key) for one in asked.choices]


def _labels(sets: Mapping[str, LabelSet]) -> Iterator[tuple[str, Label]]:
    return ((key, label) for key, one in sets.items() for label in one.labels)


def _kinds(sets: Mapping[str, LabelSet]) -> Iterator[RelationType]:
    return (kind for one in sets.values() for kind in one.relations)


def _shown(words: Words, key: str) -> str:
    shown = [_UNSAFE.sub(" ", word).strip() for word in (words.english, words.arabic)]
    return " | ".join(filter(None, shown)) or brat_name(key)
