"""The formats a bitext can be written in, by the extension of the file's name."""

from pathlib import Path

from taqabul.domain.errors import UnsupportedFormat
from taqabul.formats.csv_table import TableWriter
from taqabul.formats.jsonl import JsonLinesWriter
from taqabul.formats.rows import Writer
from taqabul.formats.tmx import TmxWriter

WRITERS: dict[str, Writer] = {
    ".tmx": TmxWriter(),
    ".csv": TableWriter("Comma-separated table", ","),
    ".tsv": TableWriter("Tab-separated table", "\t"),
    ".jsonl": JsonLinesWriter(),
}


def writer_for(path: Path) -> Writer:
    """The writer for a file of this name; raises UnsupportedFormat where none knows its extension."""
    writer = WRITERS.get(path.suffix.lower())
    if writer is None:
        kind = f"“{path.suffix}” files" if path.suffix else "a file without an extension"
        raise UnsupportedFormat(
            f"Taqabul cannot write {kind}: {path}", f"End the file's name in {_listed(list(WRITERS))}."
        )
    return writer


def _listed(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"
