"""Label sets: the words people annotate with, what each means, and what is asked about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Words:
    """The same words in English and in Arabic; either may be empty."""

    english: str = ""
    arabic: str = ""

    def __bool__(self) -> bool:
        return bool(self.english or self.arabic)


class Purpose(StrEnum):
    """What becomes of the annotations of a set."""

    PLAIN = "plain"
    CLAIMS = "claims"
    """Mentions of claims, which the claims page gathers."""
    ERRORS = "errors"
    """Translation errors, which are scored."""


class Place(StrEnum):
    """What a label may stand on."""

    SPAN = "span"
    GAP = "gap"
    """Between two words, where something is missing."""
    PAIR = "pair"


class Pattern(StrEnum):
    """How a label is underlined, so that it is known without its colour."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"
    WAVED = "waved"
    DOUBLE = "double"


class AttributeKind(StrEnum):
    """What an attribute's values are; all are kept as text.

    A number is written with ASCII digits and a point; a date as ISO 8601 in the Gregorian calendar, to the
    day, month or year (``2024-06``), or in the Hijri one with ``AH`` before it (``AH 1445-12``); a flag is
    ``yes`` or ``no``.
    """

    CHOICE = "choice"
    CHOICES = "choices"
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    PERSON = "person"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values of an attribute."""

    key: str
    name: Words


@dataclass(frozen=True, slots=True)
class Condition:
    """Asked only where another attribute has one of these values; with no values, where it has any."""

    attribute: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribute:
    """What is asked about an annotation; ``default`` holds the values it begins with."""

    key: str
    kind: AttributeKind
    name: Words
    definition: Words = Words()
    choices: tuple[Choice, ...] = ()
    required: bool = False
    when: Condition | None = None
    default: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Label:
    """A word to annotate with.

    ``colour`` is ``#rrggbb``; ``shortcut`` one letter or digit, empty for none; ``parent`` the key of the label
    above it in the same set. Attributes of a parent are asked of its children too. A deprecated label is shown
    where it was used and not offered any more.
    """

    key: str
    name: Words
    definition: Words = Words()
    example: Words = Words()
    colour: str = "#4477aa"
    pattern: Pattern = Pattern.SOLID
    shortcut: str = ""
    parent: str | None = None
    places: tuple[Place, ...] = (Place.SPAN,)
    attributes: tuple[Attribute, ...] = ()
    deprecated: bool = False


@dataclass(frozen=True, slots=True)
class RelationType:
    """A kind of tie between two annotations, from the one to the other.

    ``sources`` and ``targets`` are the keys of the labels it may go from and to, empty for any of the set.
    ``across`` is true for what ties the two languages: such a tie is offered when the counterpart is marked.
    """

    key: str
    name: Words
    definition: Words = Words()
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    across: bool = False
    attributes: tuple[Attribute, ...] = ()
    deprecated: bool = False


@dataclass(frozen=True, slots=True)
class LabelSet:
    """Labels that belong together, in one version.

    ``key`` is the same in all versions, ``version`` counts from 1. ``guidelines`` are Markdown.
    """

    key: str
    version: int
    name: Words
    purpose: Purpose
    description: Words = Words()
    guidelines: Words = Words()
    labels: tuple[Label, ...] = ()
    relations: tuple[RelationType, ...] = ()

    def label(self, key: str) -> Label | None:
        """The label with this key."""
        return next((one for one in self.labels if one.key == key), None)

    def relation(self, key: str) -> RelationType | None:
        """The type of relation with this key."""
        return next((one for one in self.relations if one.key == key), None)

    def lineage(self, key: str) -> Iterator[Label]:
        """A label and those above it, from itself to the top."""
        seen: set[str] = set()
        while (found := self.label(key)) and key not in seen:
            seen.add(key)
            yield found
            key = found.parent or ""

    def attributes_of(self, key: str) -> tuple[Attribute, ...]:
        """All that is asked about an annotation with this label: of the highest label first."""
        asked: dict[str, Attribute] = {}
        for label in reversed([*self.lineage(key)]):
            asked |= {one.key: one for one in label.attributes}
        return tuple(asked.values())
