"""The module that reads a file, by its extension; the writers' registry is ``writers``."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from taqabul.domain.files import BitextFile, TextFile
from taqabul.domain.options import ImportOptions
from taqabul.formats import (
    bilingual_tables,
    epub,
    html_page,
    intertext_in,
    jsonl_in,
    pdf,
    po_in,
    rtf,
    subtitles,
    table_in,
    tmx_in,
    xliff_in,
)
from taqabul.formats.contents import NAMES, ending_of

Reader = Callable[[Path, ImportOptions], TextFile | BitextFile]

READERS: Final[Mapping[str, Reader]] = {
    ".txt": table_in.read_text,
    ".text": table_in.read_text,
    ".csv": table_in.read_separated,
    ".tsv": table_in.read_separated,
    ".tab": table_in.read_separated,
    ".xlsx": table_in.read,
    ".xlsm": table_in.read,
    ".jsonl": jsonl_in.read,
    ".ndjson": jsonl_in.read,
    ".md": bilingual_tables.read_markdown,
    ".markdown": bilingual_tables.read_markdown,
    ".tmx": tmx_in.read,
    ".docx": bilingual_tables.read_docx,
    ".docm": bilingual_tables.read_docx,
    ".dotx": bilingual_tables.read_docx,
    ".dotm": bilingual_tables.read_docx,
    ".xlf": xliff_in.read,
    ".xliff": xliff_in.read,
    ".po": po_in.read,
    ".xml": intertext_in.read,
    ".odt": bilingual_tables.read_odt,
    ".ott": bilingual_tables.read_odt,
    ".fodt": bilingual_tables.read_odt,
    ".epub": epub.read,
    ".rtf": rtf.read,
    ".html": bilingual_tables.read_html,
    ".htm": bilingual_tables.read_html,
    ".xhtml": bilingual_tables.read_html,
    ".mhtml": html_page.read_saved,
    ".mht": html_page.read_saved,
    ".pdf": pdf.read,
    ".srt": subtitles.read,
    ".vtt": subtitles.read,
    ".ass": subtitles.read,
    ".ssa": subtitles.read,
}
"""Readers by lower-case extension; a file dialog lists these, other names are tried as plain text."""

_PACKED: Final = {
    bilingual_tables.read_docx,
    bilingual_tables.read_odt,
    epub.read,
    pdf.read,
    rtf.read,
    table_in.read,
}
"""Readers of what never is plain text."""


def read_file(path: Path, options: ImportOptions | None = None) -> TextFile | BitextFile:
    """Read a file by the reader of its extension, as plain text where there is none.

    A file that is something else than its name says is read as what it is, and that is told. Raises UnreadableFile.
    """
    options = options or ImportOptions()
    named = READERS.get(path.suffix.lower(), table_in.read_text)
    ending = ending_of(path)
    if ending == ".txt" and named not in _PACKED:
        return named(path, options)
    reader = READERS.get(ending, named)
    file = reader(path, options)
    if reader is named:
        return file
    told = f"Its name ends in “{path.suffix}”, but it is {NAMES[ending]}, and was read as such."
    return replace(file, findings=(told, *file.findings))
