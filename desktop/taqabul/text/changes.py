"""What changed between two versions of a text, word by word or letter by letter."""

import re
from typing import Literal, NamedTuple

from rapidfuzz.distance import Indel

WORDS = re.compile(r"\s+|[^\s\w]|[\w\u064b-\u065f\u0670]+|.", re.DOTALL)


class Change(NamedTuple):
    """A stretch of text that stayed, went or came."""

    kind: Literal["same", "removed", "added"]
    text: str


def differences(before: str, after: str, *, by_letter: bool = False) -> list[Change]:
    """The stretches of both versions in reading order; what went stands before what came in its place."""
    old, new = (list(text) if by_letter else WORDS.findall(text) for text in (before, after))
    changes: list[Change] = []
    gone = come = ""
    for step in Indel.opcodes(old, new):
        if step.tag == "equal":
            changes += _replaced(gone, come)
            gone = come = ""
            changes.append(Change("same", "".join(old[step.src_start : step.src_end])))
        else:
            gone += "".join(old[step.src_start : step.src_end])
            come += "".join(new[step.dest_start : step.dest_end])
    return changes + _replaced(gone, come)


def _replaced(gone: str, come: str) -> list[Change]:
    removed: list[Change] = [Change("removed", gone)] if gone else []
    return [*removed, Change("added", come)] if come else removed
