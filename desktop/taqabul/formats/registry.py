"""The module that reads a file, by its extension; the writers' registry is ``writers``."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from taqabul.domain.files import BitextFile, TextFile
from taqabul.domain.options import ImportOptions
from taqabul.formats import jsonl_in, plain_text, table_in, tmx_in

Reader = Callable[[Path, ImportOptions], TextFile | BitextFile]

READERS: Final[Mapping[str, Reader]] = {
    ".txt": plain_text.read,
    ".text": plain_text.read,
    ".csv": table_in.read_separated,
    ".tsv": table_in.read_separated,
    ".tab": table_in.read_separated,
    ".xlsx": table_in.read,
    ".jsonl": jsonl_in.read,
    ".ndjson": jsonl_in.read,
    ".md": plain_text.read,
    ".tmx": tmx_in.read,
}
"""Readers by lower-case extension; a file dialog lists these, other names are tried as plain text."""


def read_file(path: Path, options: ImportOptions | None = None) -> TextFile | BitextFile:
    """Read a file by the reader of its extension, as plain text where there is none. Raises UnreadableFile."""
    return READERS.get(path.suffix.lower(), plain_text.read)(path, options or ImportOptions())
