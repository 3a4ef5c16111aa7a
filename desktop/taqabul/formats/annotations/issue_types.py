"""MQM's categories and severities in the words of ITS 2.0."""

from collections.abc import Iterable
from typing import Final

SEVERITIES: Final = {"neutral": "0", "minor": "20", "major": "60", "critical": "100"}
"""On ITS's scale from 0 to 100."""

_TYPES: Final = {
    "terminology": "terminology", "termbase": "terminology", "wrong-term": "terminology",
    "term-inconsistency": "inconsistency",
    "mistranslation": "mistranslation", "over-translation": "mistranslation", "under-translation": "mistranslation",
    "addition": "addition", "omission": "omission", "no-translate": "mistranslation", "untranslated": "untranslated",
    "accuracy": "mistranslation",
    "grammar": "grammar", "punctuation": "typographical", "spelling": "misspelling", "unintelligible": "other",
    "character-encoding": "characters", "textual-conventions": "typographical", "fluency": "grammar",
    "linguistic-conventions": "grammar",
    "style": "style", "company-style": "style", "third-party-style": "style", "awkward": "style",
    "unidiomatic": "style", "inconsistent-style": "style", "inconsistent-external-reference": "inconsistency",
    "register": "register",
    "locale-convention": "locale-violation", "locale-conventions": "locale-violation", "number-format": "numbers",
    "currency-format": "locale-violation", "measurement-format": "locale-violation",
    "time-format": "locale-violation", "date-format": "locale-violation", "address-format": "locale-violation",
    "telephone-format": "locale-violation", "shortcut-key": "locale-violation",
    "verity": "locale-specific-content", "audience-appropriateness": "locale-specific-content",
    "culture-specific": "locale-specific-content",
    "design": "formatting", "design-and-markup": "formatting", "local-formatting": "formatting",
    "overall-design": "formatting", "markup": "markup", "truncation-text-expansion": "length",
    "missing-text": "omission",
}  # fmt: skip


def issue_type(lineage: Iterable[str]) -> str:
    """The type of issue for a label, told by its key and those above it, itself first; "other" for none."""
    return next(
        (_TYPES[key] for key in (one.lower().replace("_", "-") for one in lineage) if key in _TYPES), "other"
    )
