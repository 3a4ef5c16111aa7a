"""InterText: a file of links and a file a side, whose elements the links name."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

from taqabul.domain.bitext import LinkStatus
from taqabul.formats.losses import Kind
from taqabul.formats.rows import ExportHeader, ExportRow, Segment
from taqabul.formats.xml_text import XmlText, attribute, escaped

BEGIN = '<?xml version="1.0" encoding="UTF-8"?>\n'
Place = tuple[int, int]


class InterTextWriter:
    """Writes the texts in their own order, and links that name stretches of them by "paragraph:sentence".

    Everything is held until the last row is known: rows do not come in the order of both texts.
    """

    name = "InterText, links and a text a side"
    cannot_hold = frozenset(Kind) - {Kind.JOINED, Kind.STATUSES, Kind.CROSSING}

    def parts(self, out: Path, header: ExportHeader) -> list[Path]:
        """The files: out.ar.en.xml with the links, out.ar.xml and out.en.xml, for out.intertext."""
        source, target = header.source_language.value, header.target_language.value
        return [out.with_suffix(f".{name}.xml") for name in (f"{source}.{target}", source, target)]

    def write_parts(self, rows: Iterable[ExportRow], outs: Sequence[BinaryIO], header: ExportHeader) -> int:
        """Write all three; return how many characters XML cannot hold and were left out."""
        text = XmlText()
        links, source, target = outs
        kept = [(row.source_segments, row.target_segments, row.status) for row in rows]
        ids = [
            _write_text([one for sources, _, _ in kept for one in sources], source, text),
            _write_text([one for _, targets, _ in kept for one in targets], target, text),
        ]
        names = [part.name for part in self.parts(Path(header.file_name), header)[1:]]
        links.write(
            text.encoded(f"{BEGIN}<linkGrp toDoc={attribute(names[1])} fromDoc={attribute(names[0])}>\n")
        )
        for sources, targets, status in kept:
            links.write(text.encoded(_link(sources, targets, status, ids)))
        links.write(b"</linkGrp>\n")
        return text.dropped


def _write_text(segments: list[Segment], out: BinaryIO, text: XmlText) -> dict[Place, str]:
    """Write a side in the order of its document; return the id of each of its segments."""
    ids: dict[Place, str] = {}
    out.write(f"{BEGIN}<text>\n".encode())
    in_order = sorted(segments, key=lambda segment: segment.place)
    paragraphs = groupby(in_order, key=lambda segment: segment.place[0])
    for number, (_, paragraph) in enumerate(paragraphs, start=1):
        elements = []
        for inside, one in enumerate(paragraph, start=1):
            ids[one.place] = f"{number}:{inside}"
            elements.append(f'<s id="{number}:{inside}">{escaped(one.text)}</s>')
        out.write(text.encoded(f'<p id="{number}">{"".join(elements)}</p>\n'))
    out.write(b"</text>\n")
    return ids


def _link(
    sources: tuple[Segment, ...],
    targets: tuple[Segment, ...],
    status: LinkStatus,
    ids: list[dict[Place, str]],
) -> str:
    # InterText names the text that the links lead to first.
    sides = [" ".join(ids[at][one.place] for one in side) for at, side in ((1, targets), (0, sources))]
    by = "man" if status is LinkStatus.CONFIRMED else "auto"
    mark = ' mark="1"' if status is LinkStatus.NEEDS_REVIEW else ""
    return f'<link type="{len(targets)}-{len(sources)}" xtargets="{";".join(sides)}" status="{by}"{mark}/>\n'
