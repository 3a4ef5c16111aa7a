"""JSON Lines: one object a pair, for programs."""

import json
from collections.abc import Iterable
from typing import BinaryIO

from taqabul.formats.losses import Kind
from taqabul.formats.rows import ExportHeader, ExportRow

# JSON may hold these as they are, but readers that split lines as Unicode does would cut an object in two.
_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


class JsonLinesWriter:
    """Writes one JSON object a line, in UTF-8."""

    name = "JSON Lines"
    cannot_hold = frozenset({Kind.CHANGES})

    def write(self, rows: Iterable[ExportRow], out: BinaryIO, header: ExportHeader) -> int:  # noqa: ARG002
        """Write all rows; every character can be held, so 0 are left out."""
        for row in rows:
            line = json.dumps(as_object(row), ensure_ascii=False)
            out.write(line.translate(_LINE_ENDS).encode() + b"\n")
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
