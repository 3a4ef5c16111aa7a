"""XLIFF 2.1: pairs as segments; a unit holds one pair, or all those whose targets stand in another order."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import BinaryIO

from taqabul.formats.losses import Kind
from taqabul.formats.rows import ExportHeader, ExportRow
from taqabul.formats.xliff_words import METADATA, STATES_2, XLIFF_2, with_code_points
from taqabul.formats.xml_text import XmlText, attribute, compact_date, escaped


class Xliff2Writer:
    """Writes pairs as segments with the module for metadata; a target out of order says where it stands."""

    name = "XLIFF 2.1"
    cannot_hold = frozenset({Kind.EVIDENCE})

    def write(self, rows: Iterable[ExportRow], out: BinaryIO, header: ExportHeader) -> int:
        """Write unit by unit; return how many characters no XML can hold in any way."""
        text = XmlText()
        source, target = header.source_language, header.target_language
        out.write(
            text.encoded(
                '<?xml version="1.0" encoding="UTF-8"?>\n'
                f'<xliff xmlns="{XLIFF_2}" xmlns:mda="{METADATA}" version="2.1"'
                f' srcLang="{source.value}" trgLang="{target.value}">\n'
                f'<file id="f1" original={attribute(header.title or "untitled")}'
                f' srcDir="{source.direction.value}" trgDir="{target.direction.value}">\n'
            )
        )
        number = 0
        for number, (_, block) in enumerate(groupby(rows, key=lambda row: row.block), start=1):
            out.write(text.encoded(_unit(number, list(block))))
        if not number:
            # A file holds one unit at least.
            out.write(b'<unit id="u1"><segment><source/></segment></unit>\n')
        out.write(b"</file>\n</xliff>\n")
        return text.dropped


def _unit(number: int, rows: Sequence[ExportRow]) -> str:
    notes = _Notes(rows)
    orders = _orders(rows)
    segments = "".join(
        _segment(row, order, notes.around(row)) for row, order in zip(rows, orders, strict=True)
    )
    groups = "".join(_facts(row) for row in rows)
    return (
        f'<unit id="u{number}" xml:space="preserve"><mda:metadata>{groups}</mda:metadata>'
        f"{notes.elements()}{segments}</unit>\n"
    )


def _facts(row: ExportRow) -> str:
    facts = {
        "status": row.status.value,
        "confidence": "" if row.confidence is None else f"{row.confidence:.4f}",
        "shape": row.shape,
        "source-ids": " ".join(row.source_ids),
        "target-ids": " ".join(row.target_ids),
        "reason": row.reason,
        "changed-by": row.changed_by,
        "changed-at": compact_date(row.changed_at),
    }
    metas = "".join(
        f'<mda:meta type="{name}">{escaped(value)}</mda:meta>' for name, value in facts.items() if value
    )
    return f'<mda:metaGroup id="p{row.id}" category="taqabul:pair">{metas}</mda:metaGroup>'


def _segment(row: ExportRow, order: int | None, around: tuple[str, str]) -> str:
    state, sub_state = STATES_2[row.status] if row.target else ("initial", None)
    more = f' subState="{sub_state}"' if sub_state else ""
    begin, end = around
    source = with_code_points(escaped(row.source))
    target = with_code_points(escaped(row.target))
    place = f' order="{order}"' if order is not None else ""
    facing = f"<target{place}>{target}</target>" if row.target else ""
    return f'<segment id="p{row.id}" state="{state}"{more}><source>{begin}{source}{end}</source>{facing}</segment>'


def _orders(rows: Sequence[ExportRow]) -> list[int | None]:
    """Where each target stands among those of its unit, from 1; None where that is its own place.

    A segment without a target takes up the place of one.
    """
    places = [number for number, row in enumerate(rows) if row.target]
    in_text = sorted(places, key=lambda number: [one.place for one in rows[number].target_segments])
    stands_at = dict(zip(in_text, places, strict=True))
    return [
        stands_at[number] + 1 if stands_at.get(number, number) != number else None
        for number in range(len(rows))
    ]


class _Notes:
    """The notes of a unit: on its one pair, or each on a marker in the pair it is about."""

    def __init__(self, rows: Sequence[ExportRow]) -> None:
        first_of: dict[str, ExportRow] = {}
        for row in rows:
            first_of.setdefault(row.id.partition(".")[0], row)
        self._are_marked = len(first_of) > 1
        self._notes = {row.id: row.notes for row in first_of.values() if row.notes}

    def elements(self) -> str:
        """The notes, with ids that their markers name."""
        notes = "".join(
            f'<note id="{id_}">{escaped(text)}</note>'
            for row, texts in self._notes.items()
            for id_, text in _numbered(row, texts)
        )
        return f"<notes>{notes}</notes>" if notes else ""

    def around(self, row: ExportRow) -> tuple[str, str]:
        """What stands before and after a source that its notes are about."""
        if not (self._are_marked and row.source):
            return "", ""
        ids = [id_ for id_, _ in _numbered(row.id, self._notes.get(row.id, ()))]
        begin = "".join(f'<mrk id="m{id_}" type="comment" ref="#n={id_}">' for id_ in ids)
        return begin, "</mrk>" * len(ids)


def _numbered(row: str, texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    for number, text in enumerate(texts, start=1):
        yield f"n{row}-{number}", text
