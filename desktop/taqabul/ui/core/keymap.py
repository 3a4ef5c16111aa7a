"""Which keys do what: the table's own, what a person chose instead, and the same keys on an Arabic keyboard."""

import json
from collections.abc import Iterable, Mapping
from typing import Final
from unicodedata import digit

from PySide6.QtGui import QKeySequence

Keys = tuple[str, ...]

_LATIN: Final = "QWERTYUIOP[]ASDFGHJKL;'ZXCVNM,./`"
_ARABIC: Final = "ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظذ"
# Without Shift+D and Shift+F, which write brackets there: those are keys of their own.
_LATIN_SHIFTED: Final = "QWERTYUASGHJKZXCVNM"
_ARABIC_SHIFTED: Final = (
    "\u064e\u064b\u064f\u064c\ufef9\u0625\u2018\u0650\u064d\ufef7\u0623\u0640\u060c~\u0652}{\u0622\u2019"
)
ON_ARABIC: Final = dict(zip(_LATIN, _ARABIC, strict=True)) | {"B": "ﻻ"}
"""What each key writes on the Arabic (101) keyboard, by what it writes on the English one."""
_SHIFTED: Final = dict(zip(_LATIN_SHIFTED, _ARABIC_SHIFTED, strict=True))
FROM_ARABIC: Final = {arabic: latin for latin, arabic in ON_ARABIC.items()}
"""The same the other way round."""


def sequences(keys: Iterable[str]) -> list[QKeySequence]:
    """The keys as Qt's, the first of them first; then what the same keys give while an Arabic layout is active."""
    wanted = list(keys)
    other = [twin for key in wanted for twin in _twins(key)]
    return [QKeySequence(key) for key in (*wanted, *other)]


def latin(sequence: QKeySequence) -> str:
    """A key that was pressed, as it is called on an English keyboard; "" for none."""
    text = sequence.toString(QKeySequence.SequenceFormat.PortableText)
    return text[:-1] + FROM_ARABIC[text[-1]] if text and text[-1] in FROM_ARABIC else text


def verb_key(written: str) -> str:
    """What a key wrote, as a capital letter or digit of the English keyboard; "" where it wrote no single one."""
    return FROM_ARABIC.get(written, str(digit(written, written)) if len(written) == 1 else "").upper()


def native(key: str) -> str:
    """A key as this system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def effective(table: Mapping[str, Keys], chosen: Mapping[str, Keys]) -> dict[str, Keys]:
    """The keys in force: those chosen, and the table's where nothing was chosen and nobody took them away."""
    taken = {_same(key) for name in chosen if name in table for key in chosen[name]}
    return {
        name: chosen[name] if name in chosen else tuple(key for key in keys if _same(key) not in taken)
        for name, keys in table.items()
    }


def holder(keys: Mapping[str, Keys], key: str) -> str | None:
    """The action that has a key."""
    return next((name for name, held in keys.items() if _same(key) in map(_same, held)), None)


def is_same(one: str, other: str) -> bool:
    """Whether two names are of one key."""
    return _same(one) == _same(other)


def written(chosen: Mapping[str, Keys]) -> str:
    """Chosen keys as one line for the settings."""
    return json.dumps({name: list(keys) for name, keys in sorted(chosen.items())}, ensure_ascii=False)


def read(text: str) -> dict[str, Keys]:
    """Chosen keys from the settings; nothing where the line is damaged."""
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {}
    if not isinstance(found, dict):
        return {}
    return {str(name): tuple(map(str, keys)) for name, keys in found.items() if isinstance(keys, list)}


def _same(key: str) -> str:
    """A key in one spelling, whoever wrote it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def _twins(key: str) -> list[str]:
    """What the Arabic layout makes of a key that writes a letter."""
    modifiers, letter = key[:-1], key[-1].upper()
    if modifiers and not modifiers.endswith("+"):
        return []
    twins = [modifiers + ON_ARABIC[letter]] if letter in ON_ARABIC else []
    if "Shift" in modifiers and letter in _SHIFTED:
        twins.append(modifiers + _SHIFTED[letter])
    return twins
