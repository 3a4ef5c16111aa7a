"""Moses: two plain texts, line for line; what trainers of translation systems and corpus tools read."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO, Final

from taqabul.formats.losses import Kind
from taqabul.formats.rows import ExportHeader, ExportRow

# All that some program takes for the end of a line, and tabs.
_BREAKS: Final = re.compile("[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")


class MosesWriter:
    """Writes a file a side, named by its language; line n faces line n, and an empty side is an empty line."""

    name = "Moses, a text file a side"
    cannot_hold = frozenset(Kind)

    def parts(self, out: Path, header: ExportHeader) -> list[Path]:
        """The files: out.ar and out.en for out.moses."""
        return [out.with_suffix(f".{one.value}") for one in (header.source_language, header.target_language)]

    def write_parts(
        self,
        rows: Iterable[ExportRow],
        outs: Sequence[BinaryIO],
        header: ExportHeader,  # noqa: ARG002
    ) -> int:
        """Write all rows; line breaks inside a pair become blanks, and no character is left out."""
        source, target = outs
        for row in rows:
            source.write(_line(row.source))
            target.write(_line(row.target))
        return 0


def _line(text: str) -> bytes:
    return _BREAKS.sub(" ", text).encode() + b"\n"
