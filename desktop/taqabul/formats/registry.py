"""The module that reads a file, by its extension; the writers' registry is ``writers``."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from taqabul.domain.document import TextFile
from taqabul.formats import plain_text

Reader = Callable[[Path, str | None], TextFile]

READERS: Final[Mapping[str, Reader]] = {
    ".txt": plain_text.read,
    ".text": plain_text.read,
    ".tsv": plain_text.read,
    ".tab": plain_text.read,
    ".md": plain_text.read,
}
"""Readers by lower-case extension; a file dialog lists these, other names are tried as plain text."""


def read_text(path: Path, encoding: str | None = None) -> TextFile:
    """Read a file as text; ``encoding`` None means: find out. Raises UnreadableFile."""
    return READERS.get(path.suffix.lower(), plain_text.read)(path, encoding)
