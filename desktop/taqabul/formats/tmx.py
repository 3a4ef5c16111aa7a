"""TMX 1.4, the exchange format of translation memories: one translation unit a pair, streamed."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import BinaryIO

from lxml import etree

from taqabul import __version__
from taqabul.domain.language import Language
from taqabul.formats.characters import NOT_XML
from taqabul.formats.rows import ExportHeader, ExportRow

DOCTYPE = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class TmxWriter:
    """Writes pairs as translation units; a side with no text has no variant."""

    name = "TMX 1.4"

    def write(self, rows: Iterable[ExportRow], out: BinaryIO, header: ExportHeader) -> int:
        """Write all rows; return how many characters XML cannot hold and were left out."""
        text = _XmlText()
        with etree.xmlfile(out, encoding="utf-8") as xml:
            xml.write_declaration(doctype=DOCTYPE)
            with xml.element("tmx", version="1.4"):
                xml.write("\n", _header(header, text), "\n")
                with xml.element("body"):
                    xml.write("\n")
                    for row in rows:
                        xml.write(_unit(row, header, text), "\n")
                xml.write("\n")
        return text.dropped


class _XmlText:
    """Takes out what XML 1.0 cannot hold, and counts it."""

    def __init__(self) -> None:
        self.dropped = 0

    def clean(self, text: str) -> str:
        kept, dropped = NOT_XML.subn("", text)
        self.dropped += dropped
        return kept


def _header(header: ExportHeader, text: _XmlText) -> "etree._Element":
    element = etree.Element(
        "header",
        creationtool="Taqabul",
        creationtoolversion=__version__,
        segtype=header.level.value,
        adminlang="en",
        srclang=header.source_language.value,
        datatype="plaintext",
        creationdate=_date(header.created_at),
        attrib={"o-tmf": "Taqabul"},
    )
    _add_property(element, "title", text.clean(header.title))
    return element


def _unit(row: ExportRow, header: ExportHeader, text: _XmlText) -> "etree._Element":
    unit = etree.Element(
        "tu", tuid=row.id, changedate=_date(row.changed_at), changeid=text.clean(row.changed_by)
    )
    for note in row.notes:
        etree.SubElement(unit, "note").text = text.clean(note)
    for name, value in _properties(row):
        _add_property(unit, name, text.clean(value))
    sides = ((header.source_language, row.source), (header.target_language, row.target))
    for language, segment in sides:
        if segment:
            _add_variant(unit, language, text.clean(segment))
    return unit


def _properties(row: ExportRow) -> Iterator[tuple[str, str]]:
    yield "status", row.status.value
    if row.confidence is not None:
        yield "confidence", f"{row.confidence:.4f}"
    yield "shape", row.shape
    yield "source-ids", " ".join(row.source_ids)
    yield "target-ids", " ".join(row.target_ids)
    if row.reason:
        yield "reason", row.reason


def _add_property(parent: "etree._Element", name: str, value: str) -> None:
    etree.SubElement(parent, "prop", type=f"x-{name}").text = value


def _add_variant(unit: "etree._Element", language: Language, segment: str) -> None:
    variant = etree.SubElement(unit, "tuv", attrib={_XML_LANG: language.value})
    etree.SubElement(variant, "seg").text = segment


def _date(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
