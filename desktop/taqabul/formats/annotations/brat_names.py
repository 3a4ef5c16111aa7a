"""Names and values as brat's files can hold them, and back."""

import re
from collections.abc import Mapping
from typing import Final

from taqabul.domain.labels import LabelSet

COMMENT: Final = "AnnotatorNotes"
RECORD: Final = "Taqabul"
STATUS: Final = "TaqabulStatus"
GAP: Final = "TaqabulGap"
PAIR: Final = "TaqabulPair"
_RESERVED: Final = (COMMENT, RECORD, STATUS, GAP, PAIR)

LINE_ENDS: Final = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_UNFIT: Final = re.compile("[^A-Za-z0-9_-]|_(?=u[0-9a-f]+_)")
_ESCAPED: Final = re.compile("_u([0-9a-f]+)_")
_TO_LINE: Final = {ord("\\"): "\\\\", ord("\t"): "\\t"} | {ord(c): f"\\u{ord(c):04x}" for c in LINE_ENDS}
_FROM_LINE: Final = re.compile(r"\\(?:u([0-9a-f]{4})|(.))")


def brat_name(key: str) -> str:
    """A key with nothing in it but letters, digits, ``-`` and ``_``."""
    if key in _RESERVED:
        return f"_u{ord(key[0]):x}_{key[1:]}"
    return _UNFIT.sub(lambda found: f"_u{ord(found.group()):x}_", key) or "_u0_"


def key_of(name: str) -> str:
    """The key that ``brat_name`` made the name of."""

    def character(found: "re.Match[str]") -> str:
        code = int(found.group(1), 16)
        return chr(code) if 0 < code <= 0x10FFFF else ""

    return _ESCAPED.sub(character, name)


def one_line(text: str) -> str:
    """A text without line ends and tabs, as ``many_lines`` reads it."""
    return text.translate(_TO_LINE).replace("\\u000a", "\\n")


def many_lines(line: str) -> str:
    """The text that ``one_line`` made the line of."""

    def character(found: "re.Match[str]") -> str:
        code, letter = found.groups()
        return chr(int(code, 16)) if code else {"n": "\n", "t": "\t", "r": "\r"}.get(letter, letter)

    return _FROM_LINE.sub(character, line)


class TypeNames:
    """What brat shall call labels: their keys, with the set's before them where two sets share a key."""

    def __init__(self, sets: Mapping[str, LabelSet], used: set[tuple[str, str]]) -> None:
        pairs = {(key, label.key) for key, one in sets.items() for label in one.labels} | used
        labels = [label for _, label in pairs]
        self._names = {
            (key, label): brat_name(label if labels.count(label) == 1 else f"{key}.{label}")
            for key, label in pairs
        }

    def __getitem__(self, pair: tuple[str, str]) -> str:
        return self._names[pair]
