"""The formats a bitext can be written in, by the ending of the file's name."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from taqabul.domain.errors import UnsupportedFormat
from taqabul.formats.csv_table import TableWriter
from taqabul.formats.intertext import InterTextWriter
from taqabul.formats.jsonl import JsonLinesWriter
from taqabul.formats.moses import MosesWriter
from taqabul.formats.parquet import ParquetWriter
from taqabul.formats.rows import PartsWriter, Writer
from taqabul.formats.tmx import TmxWriter
from taqabul.formats.workbook import WorkbookWriter
from taqabul.formats.xliff1 import Xliff1Writer
from taqabul.formats.xliff2 import Xliff2Writer

WRITERS: Final[Mapping[str, Writer | PartsWriter]] = {
    ".tmx": TmxWriter(),
    ".csv": TableWriter("Comma-separated table", ","),
    ".tsv": TableWriter("Tab-separated table", "\t"),
    ".jsonl": JsonLinesWriter(),
    ".xlf": Xliff2Writer(),
    ".v1.xlf": Xliff1Writer(),
    ".xlsx": WorkbookWriter(),
    ".parquet": ParquetWriter(),
    ".moses": MosesWriter(),
    ".intertext": InterTextWriter(),
}
"""Writers by the ending of the file's name, of which the longest that fits counts."""


def ending_of(path: Path) -> str | None:
    """The ending that decides a file's format; None where no writer knows it."""
    name = path.name.lower()
    fitting = [ending for ending in WRITERS if name.endswith(ending) and len(name) > len(ending)]
    return max(fitting, key=len, default=None)


def writer_for(path: Path) -> Writer | PartsWriter:
    """The writer for a file of this name; raises UnsupportedFormat where none knows its ending, or is not installed."""
    ending = ending_of(path)
    if ending is None:
        kind = f"“{path.suffix}” files" if path.suffix else "a file without an extension"
        raise UnsupportedFormat(
            f"Taqabul cannot write {kind}: {path}", f"End the file's name in {_listed(list(WRITERS))}."
        )
    writer = WRITERS[ending]
    if isinstance(writer, ParquetWriter):
        writer.check()
    return writer


def _listed(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"
