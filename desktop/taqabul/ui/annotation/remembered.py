"""What a new mark begins with: the label's defaults, and what was said last of one with this label."""

import json
from collections.abc import Iterable
from typing import Any

from taqabul.domain.annotation import Annotation, Attributes, attributes_from
from taqabul.domain.label_rules import is_value
from taqabul.domain.labels import Attribute, AttributeKind, LabelSet
from taqabul.ui.annotation.attribute_form import applies
from taqabul.ui.core.settings import Settings

_KINDS = {AttributeKind.CHOICE, AttributeKind.CHOICES, AttributeKind.FLAG, AttributeKind.PERSON}
"""Kinds whose values are often the same from one mark to the next; words, dates and figures are not."""
_PEOPLE = 40


class Remembered:
    """Keeps it in the settings, by label set, label and attribute."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._last = _read(settings.last_attributes)

    def attributes(self, label_set: LabelSet, label: str) -> Attributes:
        """The values a new mark begins with; a default goes before what was said last."""
        last = self._last.get(f"{label_set.key}/{label}", {})
        values: dict[str, tuple[str, ...]] = {}
        for one in label_set.attributes_of(label):
            said = one.default or tuple(value for value in last.get(one.key, ()) if is_value(one, value))
            if said and applies(one, values):
                values[one.key] = said
        return attributes_from(values)

    def keep(self, asked: Iterable[Attribute], mark: Annotation, values: Attributes) -> None:
        """Remember what was said of a mark."""
        wanted = {one.key for one in asked if one.kind in _KINDS}
        self._last[f"{mark.label_set}/{mark.label}"] = {
            key: list(said) for key, said in values if key in wanted
        }
        people = {one.key for one in asked if one.kind is AttributeKind.PERSON}
        for key, said in values:
            if key in people:
                known = self._last.setdefault(f"people/{mark.label_set}", {}).setdefault(key, [])
                known[:] = [*said, *(one for one in known if one not in said)][:_PEOPLE]
        self._settings.last_attributes = json.dumps(self._last, ensure_ascii=False)

    def people(self, label_set: str) -> dict[str, list[str]]:
        """Persons named before, by attribute."""
        return self._last.get(f"people/{label_set}", {})


def _read(text: str) -> dict[str, dict[str, list[str]]]:
    """What the settings hold; nothing where that is damaged."""
    try:
        found: Any = json.loads(text or "{}")
        return {
            str(label): {str(key): [str(one) for one in said] for key, said in values.items()}
            for label, values in found.items()
        }
    except (ValueError, AttributeError, TypeError):
        return {}
