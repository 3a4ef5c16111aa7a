"""What a format of pairs cannot hold, counted and told beforehand."""

from collections.abc import Collection, Mapping
from enum import Enum
from typing import Final


class Kind(Enum):
    """Something that pairs have and a format may not hold."""

    NOTES = "notes"
    REASONS = "reasons"
    STATUSES = "statuses"
    CONFIDENCE = "confidence"
    EVIDENCE = "evidence"
    CROSSING = "crossing"
    JOINED = "joined"
    NUMBERS = "numbers"
    CHANGES = "changes"


_WORDS: Final = {
    Kind.NOTES: ("pair with notes", "pairs with notes", "the notes are left out."),
    Kind.REASONS: ("reason for another look", "reasons for another look", "left out."),
    Kind.STATUSES: ("status", "statuses", "left out."),
    Kind.CONFIDENCE: ("confidence", "confidences", "left out."),
    Kind.EVIDENCE: ("pair with evidence", "pairs with evidence", "the parts of its confidence are left out."),
    Kind.CROSSING: ("pair out of order", "pairs out of order", "where the target stands is not told."),
    Kind.JOINED: ("pair of several segments", "pairs of several segments", "its segments run together."),
    Kind.NUMBERS: ("pair", "pairs", "the numbers of paragraphs are left out."),
    Kind.CHANGES: ("pair", "pairs", "who changed it last, and when, is left out."),
}


def losses(counted: Mapping[Kind, int], cannot_hold: Collection[Kind]) -> list[str]:
    """What is lost, a sentence with a number each, given how many pairs have what."""
    told = []
    for kind, (one, many, what) in _WORDS.items():
        number = counted.get(kind, 0)
        if number and kind in cannot_hold:
            told.append(f"{number} {one if number == 1 else many}: {what}")
    return told
