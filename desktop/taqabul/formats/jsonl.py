"""JSON Lines: one object a pair, for programs."""

import json
from collections.abc import Iterable
from typing import BinaryIO

from taqabul.formats.losses import Kind
from taqabul.formats.rows import ExportHeader, ExportRow

# JSON may hold these as they are, but readers that split lines as Unicode does would cut an object in two.
_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}

_ENDS = tuple(map(chr, _LINE_ENDS))
_ENCODED = json.JSONEncoder(ensure_ascii=False).encode


class JsonLinesWriter:
    """Writes one JSON object a line, in UTF-8."""

    name = "JSON Lines"
    cannot_hold = frozenset({Kind.CHANGES})

    def write(self, rows: Iterable[ExportRow], out: BinaryIO, header: ExportHeader) -> int:  # noqa: ARG002
        """Write all rows; every character can be held, so 0 are left out."""
        for row in rows:
            line = _ENCODED(as_object(row))
            # To look for what hardly any line has takes a hundredth of the time of putting it right.
            if any(end in line for end in _ENDS):
                line = line.translate(_LINE_ENDS)
            out.write(line.encode() + b"\n")
        return 0


def as_object(row: ExportRow) -> dict[str, object]:
    """A pair as JSON holds it."""
    return {
        "id": row.id,
        "source": row.source,
        "target": row.target,
        "source_ids": list(row.source_ids),
        "target_ids": list(row.target_ids),
        "shape": row.shape,
        "status": row.status.value,
        "confidence": row.confidence,
        "evidence": row.evidence,
        "notes": list(row.notes),
        "reason": row.reason,
    }
