"""What has to be true of a label set, and of the values people give its attributes."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from taqabul.domain.labels import Attribute, AttributeKind, Label, LabelSet, RelationType, Words

KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}")
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
SHORTCUT = re.compile(r"[a-z0-9]")
FLAGS = ("yes", "no")
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
_DATE = re.compile(r"(?P<hijri>AH )?(?P<year>[0-9]{4})(-(?P<month>[0-9]{2})(-(?P<day>[0-9]{2}))?)?")
_LIMITED = (AttributeKind.CHOICE, AttributeKind.CHOICES)


def faults(label_set: LabelSet) -> tuple[str, ...]:
    """All that is wrong with a set, a sentence each; empty for one that can be used."""
    return tuple(_faults(label_set))


def is_value(attribute: Attribute, value: str) -> bool:
    """Whether a text is a value of an attribute's kind (see AttributeKind)."""
    match attribute.kind:
        case AttributeKind.CHOICE | AttributeKind.CHOICES:
            return any(one.key == value for one in attribute.choices)
        case AttributeKind.NUMBER:
            return _NUMBER.fullmatch(value) is not None
        case AttributeKind.DATE:
            return _is_date(value)
        case AttributeKind.FLAG:
            return value in FLAGS
        case _:
            return bool(value.strip())


def _faults(label_set: LabelSet) -> Iterator[str]:
    if not KEY.fullmatch(label_set.key):
        yield f"The set's key “{label_set.key}” is not one: {_KEYS_ARE}"
    if label_set.version < 1:
        yield f"The version is {label_set.version}; versions count from 1."
    if not label_set.name:
        yield "The set has no name."
    yield from _key_faults("label", (one.key for one in label_set.labels))
    yield from _key_faults("relation", (one.key for one in label_set.relations))
    yield from _clashes(label_set)
    for label in label_set.labels:
        for fault in _label_faults(label_set, label):
            yield f"Label “{label.key}”: {fault}"
    for relation in label_set.relations:
        for fault in _relation_faults(label_set, relation):
            yield f"Relation “{relation.key}”: {fault}"


_KEYS_ARE = "it begins with a letter or digit and holds letters, digits, “-”, “_” and “.”, at most 64."


def _key_faults(what: str, keys: Iterable[str]) -> Iterator[str]:
    for key, count in Counter(keys).items():
        if not KEY.fullmatch(key):
            yield f"“{key}” cannot be the key of a {what}: {_KEYS_ARE}"
        if count > 1:
            yield f"Two of them have the key “{key}” ({what}s must differ)."


def _clashes(label_set: LabelSet) -> Iterator[str]:
    """Shortcuts that two labels have; a deprecated label is not offered, so its own is free."""
    taken: dict[str, str] = {}
    for label in label_set.labels:
        if label.shortcut and not label.deprecated:
            other = taken.setdefault(label.shortcut, label.key)
            if other != label.key:
                yield f"The labels “{other}” and “{label.key}” have the same shortcut, “{label.shortcut}”."


def _label_faults(label_set: LabelSet, label: Label) -> Iterator[str]:
    if not label.name:
        yield "it has no name."
    if not COLOUR.fullmatch(label.colour):
        yield f"“{label.colour}” is no colour; write it as #rrggbb."
    if label.shortcut and not SHORTCUT.fullmatch(label.shortcut):
        yield f"“{label.shortcut}” is no shortcut; take one letter from a to z or one digit."
    if not label.places:
        yield "it can stand nowhere; name at least one of span, gap and pair."
    if label.parent is not None and label_set.label(label.parent) is None:
        yield f"the label above it, “{label.parent}”, is not in the set."
    elif _is_ring(label_set, label):
        yield "it stands above itself."
    yield from _attribute_faults(label.attributes, label_set.attributes_of(label.key))


def _is_ring(label_set: LabelSet, label: Label) -> bool:
    *_, top = label_set.lineage(label.key)
    return top.parent is not None and label_set.label(top.parent) is not None


def _relation_faults(label_set: LabelSet, relation: RelationType) -> Iterator[str]:
    if not relation.name:
        yield "it has no name."
    for key in dict.fromkeys(relation.sources + relation.targets):
        if label_set.label(key) is None:
            yield f"the label “{key}” is not in the set."
    yield from _attribute_faults(relation.attributes, relation.attributes)


def _attribute_faults(own: tuple[Attribute, ...], asked: tuple[Attribute, ...]) -> Iterator[str]:
    yield from _key_faults("attribute", (one.key for one in own))
    for attribute in own:
        for fault in (*_kind_faults(attribute), *_condition_faults(attribute, asked)):
            yield f"attribute “{attribute.key}”: {fault}"


def _kind_faults(attribute: Attribute) -> Iterator[str]:
    yield from _nameless(attribute.name)
    limited = attribute.kind in _LIMITED
    if limited and not attribute.choices:
        yield "there is nothing to choose from."
    if attribute.choices and not limited:
        yield f"its kind is {attribute.kind}, which has no choices."
    yield from _key_faults("choice", (one.key for one in attribute.choices))
    for choice in attribute.choices:
        for fault in _nameless(choice.name):
            yield f"choice “{choice.key}”: {fault}"
    if len(attribute.default) > 1 and attribute.kind is not AttributeKind.CHOICES:
        yield "it can begin with one value only."
    for value in attribute.default:
        if not is_value(attribute, value):
            yield f"it cannot begin with “{value}”, which is no value of its kind, {attribute.kind}."


def _condition_faults(attribute: Attribute, asked: tuple[Attribute, ...]) -> Iterator[str]:
    condition = attribute.when
    if condition is None:
        return
    other = next((one for one in asked if one.key == condition.attribute), None)
    if other is None or other.key == attribute.key:
        yield f"it depends on “{condition.attribute}”, which is not another attribute of this label."
        return
    for value in condition.values:
        if not is_value(other, value):
            yield f"it depends on the value “{value}”, which “{other.key}” never has."


def _nameless(name: Words) -> Iterator[str]:
    if not name:
        yield "it has no name."


def _is_date(value: str) -> bool:
    """ISO 8601 to the year, month or day; a Hijri month has at most 30 days."""
    found = _DATE.fullmatch(value)
    if found is None:
        return False
    month, day = int(found["month"] or 1), int(found["day"] or 1)
    if found["hijri"]:
        return 1 <= month <= 12 and 1 <= day <= 30
    try:
        date(int(found["year"]), month, day)
    except ValueError:
        return False
    return True
