"""XML as strings, for files of which there is much: escaped, and without what XML cannot hold."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import lru_cache
from itertools import islice
from xml.sax.saxutils import quoteattr

from taqabul.formats.characters import NOT_XML

_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\r"))
_LAST_OF_PLANE = b"\xef\xbf"
"""How U+FFFE and U+FFFF begin; so do a few that are fit."""
_AT_ONCE = 64
"""Pieces encoded at once: enough that each costs little, few enough that they stay near the processor."""


class XmlText:
    """Takes out what XML 1.0 cannot hold, and counts it."""

    def __init__(self) -> None:
        self.dropped = 0

    def encoded(self, xml: str) -> bytes:
        """A piece of a file as UTF-8, without what XML cannot hold."""
        data = _fit(xml)
        if data is not None:
            return data
        kept, dropped = NOT_XML.subn("", xml)
        self.dropped += dropped
        return kept.encode()

    def all_encoded(self, pieces: Iterable[str]) -> Iterator[bytes]:
        """Pieces of a file as ``encoded`` makes them, many at once."""
        remaining = iter(pieces)
        while some := list(islice(remaining, _AT_ONCE)):
            yield self.encoded("".join(some))


def is_fit(xml: str) -> bool:
    """Whether XML can hold each of the characters."""
    return _fit(xml) is not None


def _fit(xml: str) -> bytes | None:
    """A piece as UTF-8; None where it has, or might have, what XML cannot hold."""
    # Among bytes, what is unfit is told ten times as fast as among characters.
    try:
        data = xml.encode()
    except UnicodeEncodeError:
        return None
    is_fit = len(data) == len(data.translate(None, _CONTROLS)) and _LAST_OF_PLANE not in data
    return data if is_fit else None


def escaped(text: str) -> str:
    """A text as the content of an element."""
    # Readers turn a carriage return into a line feed unless it is written as a reference.
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\r", "&#13;")


def name(value: str) -> str:
    """A name as an attribute has it, quoted; most are numbers, no two the same."""
    return f'"{value}"' if value.isalnum() else quoteattr(value)


@lru_cache(maxsize=64)
def attribute(value: str) -> str:
    """A value as an attribute has it, quoted."""
    return quoteattr(value)


@lru_cache(maxsize=1024)
def compact_date(moment: datetime) -> str:
    """A moment as TMX and InterText write it: 20260301T123000Z."""
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
