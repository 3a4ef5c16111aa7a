"""TMX 1.4, the exchange format of translation memories: one translation unit a pair, streamed.

Units are put together as strings: to make elements of them takes several times as long.
"""

from collections.abc import Iterable
from typing import BinaryIO, Final

from taqabul import __version__
from taqabul.formats.losses import Kind
from taqabul.formats.rows import ExportHeader, ExportRow
from taqabul.formats.xml_text import XmlText, attribute, compact_date, escaped, name

BEGIN: Final = """<?xml version='1.0' encoding='utf-8'?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
"""
END: Final = "</body>\n</tmx>\n"


class TmxWriter:
    """Writes pairs as translation units; a side with no text has no variant."""

    name = "TMX 1.4"
    cannot_hold = frozenset({Kind.EVIDENCE})

    def write(self, rows: Iterable[ExportRow], out: BinaryIO, header: ExportHeader) -> int:
        """Write all rows; return how many characters XML cannot hold and were left out."""
        text = XmlText()
        out.write(text.encoded(f"{BEGIN}{_header(header)}\n<body>\n"))
        begins = tuple(
            f'<tuv xml:lang="{one.value}"><seg>' for one in (header.source_language, header.target_language)
        )
        out.writelines(text.all_encoded(_unit(row, *begins) for row in rows))
        out.write(END.encode())
        return text.dropped


def _header(header: ExportHeader) -> str:
    about = {
        "creationtool": "Taqabul",
        "creationtoolversion": __version__,
        "segtype": header.level.value,
        "o-tmf": "Taqabul",
        "adminlang": "en",
        "srclang": header.source_language.value,
        "datatype": "plaintext",
        "creationdate": compact_date(header.created_at),
    }
    attributes = "".join(f" {name}={attribute(value)}" for name, value in about.items())
    return f"<header{attributes}>{_property('title', header.title)}</header>"


def _unit(row: ExportRow, begin_source: str, begin_target: str) -> str:
    about = f'tuid={name(row.id)} changedate="{compact_date(row.changed_at)}" changeid={attribute(row.changed_by)}'
    notes = "".join([f"<note>{escaped(note)}</note>" for note in row.notes])
    source = f"{begin_source}{escaped(row.source)}</seg></tuv>" if row.source else ""
    target = f"{begin_target}{escaped(row.target)}</seg></tuv>" if row.target else ""
    return f"<tu {about}>{notes}{_properties(row)}{source}{target}</tu>\n"


def _properties(row: ExportRow) -> str:
    sure = "" if row.confidence is None else f'<prop type="x-confidence">{row.confidence:.4f}</prop>'
    reason = _property("reason", row.reason) if row.reason else ""
    return (
        f'<prop type="x-status">{row.status.value}</prop>{sure}<prop type="x-shape">{row.shape}</prop>'
        f'<prop type="x-source-ids">{" ".join(row.source_ids)}</prop>'
        f'<prop type="x-target-ids">{" ".join(row.target_ids)}</prop>{reason}'
    )


def _property(name: str, value: str) -> str:
    return f'<prop type="x-{name}">{escaped(value)}</prop>'
