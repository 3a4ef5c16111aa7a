"""The formats a bitext can be written in, by the ending of the file's name."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from taqabul.domain.errors import UnsupportedFormat
from taqabul.domain.language import Language
from taqabul.formats.bilingual_html import BilingualHtmlWriter
from taqabul.formats.bilingual_pdf import BilingualPdfWriter
from taqabul.formats.csv_table import TableWriter
from taqabul.formats.docx_table import DocxTableWriter
from taqabul.formats.intertext import InterTextWriter
from taqabul.formats.jsonl import JsonLinesWriter
from taqabul.formats.moses import MosesWriter
from taqabul.formats.parquet import ParquetWriter
from taqabul.formats.rows import PartsWriter, Writer
from taqabul.formats.side_text import SideWriter
from taqabul.formats.tmx import TmxWriter
from taqabul.formats.workbook import WorkbookWriter
from taqabul.formats.xliff1 import Xliff1Writer
from taqabul.formats.xliff2 import Xliff2Writer

AnyWriter = Writer | PartsWriter | SideWriter

WRITERS: Final[Mapping[str, AnyWriter]] = {
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
    ".docx": DocxTableWriter(),
    ".html": BilingualHtmlWriter(),
    ".pdf": BilingualPdfWriter(),
    ".ar.txt": SideWriter("Arabic text alone", Language.ARABIC, is_document=False),
    ".en.txt": SideWriter("English text alone", Language.ENGLISH, is_document=False),
    ".ar.docx": SideWriter("Arabic text alone, Word document", Language.ARABIC, is_document=True),
    ".en.docx": SideWriter("English text alone, Word document", Language.ENGLISH, is_document=True),
}
"""Writers by the ending of the file's name, of which the longest that fits counts."""


def ending_of(path: Path) -> str | None:
    """The ending that decides a file's format; None where no writer knows it."""
    name = path.name.lower()
    fitting = [ending for ending in WRITERS if name.endswith(ending) and len(name) > len(ending)]
    return max(fitting, key=len, default=None)


def writer_for(path: Path) -> AnyWriter:
    """The writer for a file of this name; raises UnsupportedFormat where none knows its ending, or is not installed."""
    ending = ending_of(path)
    if ending is None:
        kind = f"“{path.suffix}” files" if path.suffix else "a file without an extension"
        raise UnsupportedFormat(
            f"Taqabul cannot write {kind}: {path}",
            f"End the file's name in {_listed(list(WRITERS))}; annotations go into .json, .jsonld, .brat.zip and others that "
            "the guide on formats lists.",
        )
    writer = WRITERS[ending]
    if isinstance(writer, ParquetWriter | BilingualPdfWriter):
        writer.check()
    return writer


def _listed(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"


def names_correctors(writer: AnyWriter) -> bool:
    """Whether a format tells who corrected a text, and when."""
    return isinstance(writer, DocxTableWriter)
