"""Documents whose text is a table of two languages: each of its rows is a pair."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from taqabul.domain.files import BitextFile, Block, BlockKind, TextFile
from taqabul.domain.language import Language
from taqabul.domain.options import ColumnRole, ImportOptions
from taqabul.formats import docx, html_page, markdown, odt
from taqabul.formats.column_guess import guess_columns
from taqabul.formats.given_pairs import GivenPair, as_bitext
from taqabul.formats.table_cells import Table
from taqabul.formats.table_in import LookedAt, pairs_of
from taqabul.text.direction import language_of, script_share

_TEXTS: Final = frozenset({ColumnRole.ARABIC, ColumnRole.ENGLISH})
_MOST_OF_IT: Final = 0.8
"""The share of a document's letters that must stand in both columns."""

Rows = list[list[str]]


def read_docx(path: Path, options: ImportOptions) -> TextFile | BitextFile:
    """A Word document, as pairs where it is a bilingual table. Raises UnreadableFile."""
    return _read(path, options, docx.read(path, options), docx.tables)


def read_odt(path: Path, options: ImportOptions) -> TextFile | BitextFile:
    """An OpenDocument text, as pairs where it is a bilingual table. Raises UnreadableFile."""
    return _read(path, options, odt.read(path, options), odt.tables)


def read_html(path: Path, options: ImportOptions) -> TextFile | BitextFile:
    """A web page, as pairs where it is a bilingual table. Raises UnreadableFile."""
    return _read(path, options, html_page.read(path, options), html_page.tables)


def read_markdown(path: Path, options: ImportOptions) -> TextFile | BitextFile:
    """A Markdown text, as pairs where it is a bilingual table. Raises UnreadableFile."""
    return _read(path, options, markdown.read(path, options), lambda given: markdown.tables(given, options))


def _read(
    path: Path, options: ImportOptions, whole: TextFile, tables: Callable[[Path], list[Rows]]
) -> TextFile | BitextFile:
    """The whole, or the pairs of its tables; what stands before and after them then faces nothing."""
    if not any(block.kind is BlockKind.CELL for block in whole.blocks):
        return whole
    pairs = [pair for rows in tables(path) for pair in _pairs(rows, options)]
    held = _letters([text for pair in pairs for text in (pair.source, pair.target)])
    if len(pairs) < 2 or held < _MOST_OF_IT * _letters(
        [one.text for one in whole.blocks if one.aside is None]
    ):
        return whole
    before, after = _around(whole.blocks)
    return as_bitext(
        whole.name,
        whole.sha256,
        [*_alone(before), *pairs, *_alone(after)],
        findings=(*whole.findings, "Its table has a column of each language: each row is a pair."),
        metadata=whole.metadata,
    )


def _pairs(rows: Rows, options: ImportOptions) -> Iterator[GivenPair]:
    """The pairs of a table; none where it has no column of each language."""
    columns = guess_columns(rows, dict(options.columns))
    if columns.places.keys() >= _TEXTS:
        yield from pairs_of(LookedAt(Table(rows, "utf-8", ""), columns, ""))


def _around(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """What of the text stands outside of tables, before the first and after it."""
    first = next(place for place, block in enumerate(blocks) if block.kind is BlockKind.CELL)
    outside = [
        (place, block)
        for place, block in enumerate(blocks)
        if block.kind is not BlockKind.CELL and block.aside is None
    ]
    return [block for place, block in outside if place < first], [
        block for place, block in outside if place > first
    ]


def _alone(blocks: Sequence[Block]) -> Iterator[GivenPair]:
    for block in blocks:
        is_english = language_of(block.text) is Language.ENGLISH
        yield GivenPair("", block.text) if is_english else GivenPair(block.text, "")


def _letters(texts: Sequence[str]) -> int:
    return sum(script_share("\n".join(texts)).values())
