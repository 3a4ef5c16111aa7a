"""A PDF document becomes blocks, in a process of its own: a hostile file can stop that one, and nothing else."""

import logging
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

import regex

from taqabul.domain.files import Block
from taqabul.formats.pdf_glyphs import GlyphPage, pages_of
from taqabul.formats.pdf_lines import Line, lines_of
from taqabul.formats.pdf_paragraphs import lay_out
from taqabul.formats.pdf_pieces import with_whole_rooms, without_pieces
from taqabul.formats.pdf_references import without_references
from taqabul.text.extraction import join_split_words, swap_lam_alef
from taqabul.text.reversed_lines import turn_lines

MAX_PAGES: Final = 5_000
MAX_LETTERS: Final = 20_000_000
_MOST_MEMORY: Final = 4 * 1024**3
_MOST_UNMAPPED: Final = 0.4
"""The share of signs without a letter above which what is left is no text."""
_UNASKED: Final = regex.compile(
    r"(?i)^(?:microsoft word|powerpoint|untitled|document\d*$)|\.(?:docx?|odt|rtf|indd|qxd|pdf|html?|tex)$"
)
_PASSWORD: Final = 4
"""PDFium's number for a document that wants a password."""


class Refusal(StrEnum):
    """Why a document is not read."""

    BROKEN = "broken"
    PASSWORD = "password"  # noqa: S105 - says that there is one
    TOO_LONG = "too-long"
    NO_TEXT = "no-text"
    NO_LETTERS = "no-letters"


@dataclass(slots=True)
class Extracted:
    """What a document holds. The figures count signs, lines or places that something was done to."""

    blocks: list[Block] = field(default_factory=list)
    pages: int = 0
    empty_pages: int = 0
    title: str = ""
    author: str = ""
    unmapped: int = 0
    shapes: int = 0
    strokes: int = 0
    askew: int = 0
    turned: int = 0
    lam_alef: int = 0
    split_words: int = 0
    hyphens: int = 0
    columns: int = 0
    references: int = 0


class Failure(Exception):
    """A bug that showed itself in the process, with its traceback."""


def work(pipe: Connection, path: Path) -> None:
    """Read a document and send what it holds, after a sign of life for each page; or what was raised, which is a bug."""
    limit_memory()
    try:
        pipe.send(extract(path, lambda: pipe.send(None)))
    except MemoryError:
        pipe.send(Refusal.TOO_LONG)
    except Exception as error:  # noqa: BLE001 - the process that asked tells it
        pipe.send(Failure("".join(traceback.format_exception(error))))
    pipe.close()


def limit_memory() -> None:
    """Bound what this process may take, where the system can."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    most = _MOST_MEMORY if hard == resource.RLIM_INFINITY else min(hard, _MOST_MEMORY)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def extract(source: Path | bytes, alive: Callable[[], None] = lambda: None) -> Extracted | Refusal:
    """The blocks of a PDF document; ``alive`` is called after each page."""
    import pypdfium2 as pdfium  # noqa: PLC0415 - slow to load, and needed for such files only

    logging.getLogger("pypdfium2").setLevel(logging.ERROR)
    try:
        document = pdfium.PdfDocument(source)
    except pdfium.PdfiumError as error:
        return Refusal.PASSWORD if getattr(error, "err_code", 0) == _PASSWORD else Refusal.BROKEN
    with document:
        if len(document) > MAX_PAGES:
            return Refusal.TOO_LONG
        pages: list[GlyphPage] = []
        letters = 0
        for page in pages_of(document):
            alive()
            pages.append(page)
            letters += len(page.glyphs)
            if page.cut or letters > MAX_LETTERS:
                return Refusal.TOO_LONG
        readable = sum(bool(glyph.text.strip()) for page in pages for glyph in page.glyphs)
        unmapped = sum(page.unmapped for page in pages)
        if not readable + unmapped:
            return Refusal.NO_TEXT
        if unmapped > _MOST_UNMAPPED * (readable + unmapped):
            return Refusal.NO_LETTERS
        about = _about(document)
    extracted = _laid_out(pages)
    extracted.title, extracted.author = about
    return extracted


def _laid_out(pages: Sequence[GlyphPage]) -> Extracted:
    freed = [without_references(without_pieces(with_whole_rooms(page.glyphs))) for page in pages]
    lines = [lines_of(glyphs) for glyphs, _ in freed]
    extracted = Extracted(pages=len(pages), empty_pages=sum(not one for one in lines))
    extracted.references = sum(count for _, count in freed)
    for page in pages:
        extracted.unmapped += page.unmapped
        extracted.shapes += page.shapes
        extracted.strokes += page.strokes
        extracted.askew += page.askew
    lines, extracted.turned = _mended(lines, turn_lines)
    lines, extracted.lam_alef = _mended(lines, swap_lam_alef)
    laid = lay_out(lines)
    extracted.hyphens, extracted.columns = laid.hyphens, laid.columns
    text, extracted.split_words = join_split_words("\n".join(block.text for block in laid.blocks))
    extracted.blocks = [
        replace(block, text=one) for block, one in zip(laid.blocks, text.split("\n"), strict=True)
    ]
    return extracted


def _mended(pages: list[list[Line]], mend: Callable[[str], tuple[str, int]]) -> tuple[list[list[Line]], int]:
    """All lines after a repair that looks at the whole text, and at how many places it changed."""
    text, count = mend("\n".join(line.text for lines in pages for line in lines))
    if not count:
        return pages, 0
    texts = iter(text.split("\n"))
    return [[replace(line, text=next(texts)) for line in lines] for lines in pages], count


def _about(document: Any) -> tuple[str, str]:  # noqa: ANN401 - the package has no types
    """Title and author as the file has them; what programs write there unasked is no title."""
    title, author = _said(document, "Title"), _said(document, "Author")
    return "" if _UNASKED.search(title) else title, author


def _said(document: Any, key: str) -> str:  # noqa: ANN401
    try:
        return " ".join(document.get_metadata_value(key).split())[:300]
    except UnicodeDecodeError:
        return ""
