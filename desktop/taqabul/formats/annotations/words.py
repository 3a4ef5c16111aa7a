"""How the records of annotations are put into words of files."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from taqabul.domain.annotation import Annotation
from taqabul.domain.labels import Choice, Label, LabelSet, Words
from taqabul.formats.characters import NOT_UTF_8, NOT_XML

REPLACEMENT: Final = "\ufffd"


class Cleaner:
    """Puts U+FFFD in the place of characters that a file cannot hold, and counts them; lengths stay."""

    def __init__(self, *, xml: bool = False) -> None:
        self.replaced = 0
        self._unfit = NOT_XML if xml else NOT_UTF_8

    def __call__(self, text: str) -> str:
        """The text as the file can hold it."""
        kept, replaced = self._unfit.subn(REPLACEMENT, text)
        self.replaced += replaced
        return kept


def in_english(words: Words, key: str) -> str:
    """Words in English, in Arabic where there are none, else the key."""
    return words.english or words.arabic or key


def label_of(sets: Mapping[str, LabelSet], annotation: Annotation) -> Label | None:
    """The label of an annotation, None where its set does not know it."""
    found = sets.get(annotation.label_set)
    return found.label(annotation.label) if found else None


def label_name(sets: Mapping[str, LabelSet], annotation: Annotation) -> str:
    """What people call the label of an annotation."""
    label = label_of(sets, annotation)
    return in_english(label.name, label.key) if label else annotation.label


def label_path(sets: Mapping[str, LabelSet], annotation: Annotation) -> list[str]:
    """The names of a label and of those above it, the highest first."""
    found = sets.get(annotation.label_set)
    lineage = [*found.lineage(annotation.label)] if found else []
    return [in_english(label.name, label.key) for label in reversed(lineage)] or [annotation.label]


def value_name(choices: tuple[Choice, ...], value: str) -> str:
    """What people call a value."""
    return next((in_english(one.name, value) for one in choices if one.key == value), value)


def stamp(moment: datetime) -> str:
    """A moment as ISO 8601 in UTC, to the microsecond where it has any."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def moment(text: str) -> datetime | None:
    """The moment that ``stamp`` wrote; None where it is none."""
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        return None
    return read.replace(tzinfo=read.tzinfo or UTC).astimezone(UTC)
