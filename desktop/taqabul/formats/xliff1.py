"""XLIFF 1.2: pairs as translation units, for tools that know nothing newer."""

from collections.abc import Iterable
from typing import BinaryIO

from taqabul import __version__
from taqabul.domain.bitext import LinkStatus
from taqabul.formats.losses import Kind
from taqabul.formats.rows import ExportHeader, ExportRow
from taqabul.formats.xliff_words import STATES_1, XLIFF_1
from taqabul.formats.xml_text import XmlText, attribute, escaped


class Xliff1Writer:
    """Writes pairs as translation units with a state."""

    name = "XLIFF 1.2"
    cannot_hold = frozenset({Kind.EVIDENCE, Kind.CONFIDENCE, Kind.CROSSING, Kind.CHANGES})

    def write(self, rows: Iterable[ExportRow], out: BinaryIO, header: ExportHeader) -> int:
        """Write unit by unit; return how many characters XML cannot hold and were left out."""
        text = XmlText()
        languages = header.source_language.value, header.target_language.value
        begin = (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<xliff xmlns="{XLIFF_1}" version="1.2">\n'
            f'<file original={attribute(header.title or "untitled")} source-language="{languages[0]}"'
            f' target-language="{languages[1]}" datatype="plaintext" tool-id="taqabul">\n'
            f'<header><tool tool-id="taqabul" tool-name="Taqabul" tool-version="{__version__}"/></header>\n'
            "<body>\n"
        )
        out.write(text.encoded(begin))
        out.writelines(text.all_encoded(_unit(row, *languages) for row in rows))
        out.write(b"</body>\n</file>\n</xliff>\n")
        return text.dropped


def _unit(row: ExportRow, source: str, target: str) -> str:
    approved = "yes" if row.status is LinkStatus.CONFIRMED and row.target else "no"
    ids = f"{' '.join(row.source_ids)} | {' '.join(row.target_ids)}"
    facing = (
        f'<target xml:lang="{target}" state="{STATES_1[row.status]}">{escaped(row.target)}</target>'
        if row.target
        else ""
    )
    notes = "".join(f"<note>{escaped(note)}</note>" for note in row.notes)
    reason = f'<note from="reason for review">{escaped(row.reason)}</note>' if row.reason else ""
    return (
        f'<trans-unit id="{row.id}" resname={attribute(ids)} approved="{approved}" xml:space="preserve">'
        f'<source xml:lang="{source}">{escaped(row.source)}</source>{facing}{notes}{reason}</trans-unit>\n'
    )
