"""XML from strangers: no entities of its own, nothing fetched, no depth without end (libxml2 stops at 256)."""

from collections.abc import Iterator
from io import BytesIO
from typing import Final

from lxml import etree

from taqabul.domain.errors import UnreadableFile

_HINT: Final = "Get the file anew from where it comes, or save it again in the program that wrote it."
_PROLOGUE: Final = 1024 * 1024


def parse_xml(data: bytes, name: str) -> "etree._Element":
    """The root element of a document. ``name`` is the file's, for messages.

    A document type may be named, but it is not read, and entities that it declares are refused: they can grow
    without end or point to other files. Raises UnreadableFile.
    """
    refuse_entities(data, name)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _broken(name, error) from error
    _refuse_unknown(root, name)
    return root


def stream_xml(data: bytes, name: str, *tags: str) -> "Iterator[etree._Element]":
    """Each element of some tags ("{namespace}tu", "{*}tu" in any namespace), when it is complete; it is emptied when the next one is asked for.

    Raises UnreadableFile, for the same reasons as ``parse_xml``.
    """
    refuse_entities(data, name)
    try:
        events = etree.iterparse(
            BytesIO(data), tag=tags, resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True
        )
        for _, element in events:
            _refuse_unknown(element, name)
            yield element
            element.clear()
            parent = element.getparent()
            while parent is not None and element.getprevious() is not None:
                del parent[0]
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _broken(name, error) from error


def local_name(element: "etree._Element") -> str:
    """An element's name without its namespace; empty for what is no element."""
    tag: object = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def refuse_entities(data: bytes, name: str) -> None:
    """Raise UnreadableFile where a document declares entities.

    Declarations stand before the root element; they are found in the bytes, so that nothing expands them.
    """
    for encoding in ("ascii", "utf-16-le", "utf-16-be"):
        if "<!ENTITY".encode(encoding) in data[:_PROLOGUE]:
            raise UnreadableFile(
                f"“{name}” declares entities of its own, which are not read because they can be misused.",
                _HINT,
            )


def _refuse_unknown(element: "etree._Element", name: str) -> None:
    for entity in element.iter(etree.Entity):
        raise UnreadableFile(f"“{name}” uses the unknown entity {entity.text}.", _HINT)


def _broken(name: str, error: Exception) -> UnreadableFile:
    return UnreadableFile(f"“{name}” is not well-formed XML: {error}.", _HINT)
