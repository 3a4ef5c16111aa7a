"""The text of a segment without the codes that stand in it (TMX, XLIFF)."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from taqabul.formats.safe_xml import local_name

_CODES: Final = frozenset({"bpt", "ept", "it", "ph", "ut", "x", "bx", "ex", "sc", "ec"})
"""Elements that stand for a format's own marks: their content is no text, but for what is in ``sub``."""
_WITH_TEXT: Final = "sub"


def plain_text(segment: "etree._Element") -> tuple[str, int]:
    """What a person reads in a segment, and how many codes were left out of it.

    A code for a line break is one; XLIFF's ``cp`` gives the character it stands for.
    """
    if not len(segment):  # as most are
        return segment.text or "", 0
    pieces: list[str] = []
    codes = 0
    for piece, is_code in _pieces(segment, inside_code=False):
        pieces.append(piece)
        codes += is_code
    return "".join(pieces), codes


def _pieces(element: "etree._Element", *, inside_code: bool) -> Iterator[tuple[str, bool]]:
    if element.text and not inside_code:
        yield element.text, False
    for child in element:
        name = local_name(child)
        if name == "cp":
            yield _character(child.get("hex", "")), False
        elif name in _CODES:
            yield "\n" if _is_line_break(child) else "", True
            yield from _pieces(child, inside_code=True)
        elif name:
            yield from _pieces(child, inside_code=inside_code and name != _WITH_TEXT)
        if child.tail and not inside_code:
            yield child.tail, False


def _is_line_break(code: "etree._Element") -> bool:
    return "lb" in {code.get(name, "").removeprefix("xlf:") for name in ("ctype", "type", "subType")}


def _character(number: str) -> str:
    try:
        return chr(int(number, 16))
    except (ValueError, OverflowError):
        return ""
