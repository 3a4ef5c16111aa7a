"""Regular expressions over folded text: what a pattern says letter by letter is folded like the text."""

from collections.abc import Callable, Sequence
from math import prod
from typing import Any, Final

import regex

_TOKEN: Final = regex.compile(
    r"""\\(?:[pPN]\{[^}]*\}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|g<\w+>|.)
    | \(\?(?:P?<\w+>|P[=>]\w+\)|\#[^)]*\)|[a-zA-Z0-9-]*[:)])
    | \[:\^?\w+:\]
    | \{[^}]*\}
    | .""",
    regex.VERBOSE | regex.DOTALL,
)
_CODED: Final = regex.compile(r"\\[xu]([0-9a-fA-F]{2,4})")
_COUNT: Final = regex.compile(r"\{(\d{1,18})(?:,\d*)?\}")
_TEMPLATE: Final = regex.compile(r"\\(?:g<(\w+)>|(\d{1,2})|(.))", regex.DOTALL)
_ESCAPES: Final = {"n": "\n", "t": "\t", "\\": "\\"}


def folded_pattern(pattern: str, fold: Callable[[str], str]) -> str:
    """The pattern with its letters folded; classes, groups, counts and escapes stay."""
    return "".join(_folded(match[0], fold) for match in _TOKEN.finditer(pattern))


def repetitions(pattern: str) -> int:
    """How often the innermost part of a pattern may have to be repeated at least: a{20} and (a{5}){4} say 20."""
    counts = (_COUNT.fullmatch(match[0]) for match in _TOKEN.finditer(pattern))
    return prod(max(int(count[1]), 1) for count in counts if count)


def _folded(token: str, fold: Callable[[str], str]) -> str:
    if len(token) == 1:
        return token if token.isascii() and not token.isalpha() else fold(token)
    coded = _CODED.fullmatch(token)
    if coded:
        return str(regex.escape(fold(chr(int(coded[1], base=16)))))
    if token.startswith("\\") and not token[1].isascii():
        return str(regex.escape(fold(token[1])))
    return token


class Template:
    r"""What is put in the place of a match: ``\1``, ``\g<2>`` and ``\g<name>`` stand for its groups.

    Raises ValueError, in words for people, where the pattern has no such group.
    """

    def __init__(self, template: str, groups: int, names: dict[str, int]) -> None:
        self._pieces: list[str | int] = []
        done = 0
        for match in _TEMPLATE.finditer(template):
            self._pieces += (template[done : match.start()], _piece(match, groups, names))
            done = match.end()
        self._pieces.append(template[done:])

    def filled(self, groups: Sequence[str]) -> str:
        """The replacement for a match, from its groups' texts (the whole match is number 0)."""
        return "".join(groups[one] if isinstance(one, int) else one for one in self._pieces)


def _piece(match: Any, groups: int, names: dict[str, int]) -> str | int:  # noqa: ANN401 - regex has no types
    reference = match[1] or match[2]
    if reference is None:
        return _ESCAPES.get(match[3], str(match[3]))
    number = int(reference) if reference.isdecimal() else names.get(reference)
    if number is None or number > groups:
        raise ValueError(reference)
    return number
