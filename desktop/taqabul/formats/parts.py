"""The XML parts of documents that are archives: Word, OpenDocument, EPUB."""

from typing import Final

from lxml import etree

from taqabul.domain.errors import UnreadableFile
from taqabul.formats.safe_xml import local_name, parse_xml
from taqabul.formats.safe_zip import Archive

MOST_XML: Final = 32 * 1024 * 1024
"""A tree takes many times the bytes of its XML; the longest books have some 20 MB."""
MOST_TAGS: Final = 2_000_000
"""Beginnings and ends; such books have some hundred thousand, and each takes microseconds."""


def xml_part(archive: Archive, member: str, name: str) -> "etree._Element":
    """The root element of a member. ``name`` is the file's, for messages. Raises UnreadableFile."""
    data = archive.read(member)
    refuse_long(data, member, name)
    return parse_xml(data, name)


def refuse_long(data: bytes, member: str, name: str) -> None:
    """Raise UnreadableFile where a member has more bytes or tags than can be read in time."""
    if len(data) > MOST_XML or data.count(b"<") > MOST_TAGS:
        raise UnreadableFile(
            f"“{name}” holds too much: its part {member} has {len(data) / 1024 / 1024:,.0f} MiB of XML.",
            "Cut it into several files.",
        )


def children(element: "etree._Element | None", name: str) -> "list[etree._Element]":
    """The children of a name, whatever their namespace; none where there is no element."""
    return [] if element is None else [one for one in element if local_name(one) == name]


def child(element: "etree._Element | None", *path: str) -> "etree._Element | None":
    """The first child of a name, the first one in that, and so on; None where one is missing."""
    for name in path:
        element = next(iter(children(element, name)), None)
    return element


def attribute(element: "etree._Element | None", name: str) -> str:
    """An attribute by its name without a namespace; empty where it is missing."""
    if element is None:
        return ""
    return next(
        (str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), ""
    )


def text_of(element: "etree._Element | None") -> str:
    """All text in an element, trimmed; empty where there is none."""
    return "" if element is None else "".join(str(one) for one in element.itertext()).strip()
