"""The label sets at hand: what a label is called, how it looks, which key gives it."""

from collections.abc import Iterable

from PySide6.QtCore import QLocale

from taqabul.domain.annotation import Annotation, Relation
from taqabul.domain.labels import Attribute, Label, LabelSet, Place, RelationType, Words


def in_words(words: Words, fallback: str = "") -> str:
    """Words in the language of the interface, in the other where they are missing there."""
    is_arabic = QLocale().language() == QLocale.Language.Arabic
    return (words.arabic or words.english if is_arabic else words.english or words.arabic) or fallback


class LabelBook:
    """Label sets by key, in the order in which they are offered."""

    def __init__(self, sets: Iterable[LabelSet] = ()) -> None:
        self.sets = {one.key: one for one in sets}
        self._labels: dict[tuple[str, str], Label] = {}

    def label(self, annotation: Annotation) -> Label:
        """An annotation's label; one that no set knows any more is called by its key."""
        return self.label_of(annotation.label_set, annotation.label)

    def label_of(self, label_set: str, key: str) -> Label:
        """A label of a set, or what stands for one that is not there."""
        found = self._labels.get((label_set, key))
        if found is None:
            known = self.sets.get(label_set)
            there = known.label(key) if known is not None else None
            found = self._labels[label_set, key] = there or Label(key, Words(key), colour="#777777")
        return found

    def name(self, annotation: Annotation) -> str:
        """An annotation's label in words."""
        return self.name_of(annotation.label_set, annotation.label)

    def name_of(self, label_set: str, key: str) -> str:
        """A label in words."""
        return in_words(self.label_of(label_set, key).name, key)

    def set_name(self, label_set: str) -> str:
        """A label set in words."""
        known = self.sets.get(label_set)
        return label_set if known is None else in_words(known.name, known.key)

    def kind(self, relation: Relation) -> str:
        """A relation's type in words."""
        found = self.relation_type(relation)
        return relation.kind if found is None else in_words(found.name, found.key)

    def relation_type(self, relation: Relation) -> RelationType | None:
        """A relation's type, if its set still knows it."""
        known = self.sets.get(relation.label_set)
        return known.relation(relation.kind) if known is not None else None

    def attributes(self, annotation: Annotation) -> tuple[Attribute, ...]:
        """What is asked about an annotation."""
        known = self.sets.get(annotation.label_set)
        return () if known is None else known.attributes_of(annotation.label)

    def said(self, annotation: Annotation) -> list[tuple[str, str]]:
        """What was said of an annotation: what was asked, and the answers, by their names."""
        asked = {one.key: one for one in self.attributes(annotation)}
        return [_in_words(asked.get(key), key, values) for key, values in annotation.attributes]

    def relations_between(
        self, source: Annotation, target: Annotation
    ) -> list[tuple[LabelSet, RelationType]]:
        """The types of relation that may go from one annotation to another."""
        return [
            (known, kind)
            for key in dict.fromkeys((source.label_set, target.label_set))
            if (known := self.sets.get(key)) is not None
            for kind in known.relations
            if not kind.deprecated
            and (not kind.sources or source.label in kind.sources)
            and (not kind.targets or target.label in kind.targets)
        ]


def _in_words(asked: Attribute | None, key: str, values: Iterable[str]) -> tuple[str, str]:
    if asked is None:
        return key, ", ".join(values)
    names = {one.key: in_words(one.name, one.key) for one in asked.choices}
    return in_words(asked.name, key), ", ".join(names.get(one, one) for one in values)


def offered(label_set: LabelSet) -> list[Label]:
    """The labels of a set that may still be given."""
    return [one for one in label_set.labels if not one.deprecated]


def label_for_key(label_set: LabelSet, key: str) -> Label | None:
    """The label that a key gives."""
    wanted = key.upper()
    return next((one for one in offered(label_set) if one.shortcut and one.shortcut.upper() == wanted), None)


def across(label_set: LabelSet) -> RelationType | None:
    """The relation by which the two languages are tied in this set, the first there is."""
    return next((one for one in label_set.relations if one.across and not one.deprecated), None)


def stands_on(label: Label, place: Place) -> bool:
    """Whether a label may stand there."""
    return place in label.places
