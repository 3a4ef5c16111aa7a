"""Markdown (CommonMark with tables, footnotes and front matter): its text, without its marks."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import regex

from taqabul.domain.files import Aside, Block, BlockKind, Metadata, TextFile
from taqabul.domain.options import ImportOptions
from taqabul.formats import plain_text
from taqabul.formats.blocks import counted, iso_date, text_file
from taqabul.formats.html_blocks import places
from taqabul.formats.html_tree import parse_page
from taqabul.formats.raw import read_bytes
from taqabul.text.newlines import normalise_newlines

if TYPE_CHECKING:
    from markdown_it.token import Token

MOST_BYTES: Final = 16 * 1024 * 1024
_OPENINGS: Final = {
    "heading_open": BlockKind.HEADING,
    "list_item_open": BlockKind.LIST_ITEM,
    "th_open": BlockKind.CELL,
    "td_open": BlockKind.CELL,
    "footnote_open": BlockKind.FOOTNOTE,
}
_BREAK: Final = regex.compile(r"<br\s*/?>", regex.I)
_PARTED: Final = regex.compile(r"\n[^\S\n]*\n")
_MARKS: Final = regex.compile(r"[\[*_`<|]")
_NESTING: Final = regex.compile(r"^[^\S\n]*(?:[-*+>]|\d+[.)])", regex.M)
_MOST_WORK: Final = 10**8
"""Squares of the marks that one parser has to match with each other; it takes some seconds for so many."""
_LINE: Final = 6
_SPECIAL: Final = "!#$%&*+-:<=>@[\\]^_`{}~"
_MOST_PIECES: Final = 10**6
"""What a line and each character that may be a mark add to, and what is read as Markdown of it: some seconds."""
_FIELD: Final = regex.compile(r"^(\w+)\s*:[^\S\n]*(.*?)[^\S\n]*$", regex.M)


def read(path: Path, options: ImportOptions) -> TextFile:
    """The blocks of a Markdown text; a line that was merely wrapped goes on in its paragraph. Raises UnreadableFile."""
    data = read_bytes(path, MOST_BYTES)
    decoded = plain_text.decode_named(data, path.name, options.encoding)
    text = normalise_newlines(decoded.text)
    if _pieces(text) > _MOST_PIECES or _work(text) > _MOST_WORK:
        file = plain_text.read(path, options)
        return replace(
            file, findings=(*file.findings, "It has too many marks for Markdown: read as plain text.")
        )
    tokens = _tokens(text)
    blocks = list(_blocks(tokens, path.name))
    return text_file(
        path,
        data,
        blocks,
        encoding=decoded.encoding,
        certain=decoded.certain,
        findings=[decoded.how, f"Read as Markdown: {counted(len(blocks), 'block')}."],
        metadata=_metadata(tokens),
    )


def tables(path: Path, options: ImportOptions) -> list[list[list[str]]]:
    """The tables of a Markdown text that ``read`` gives in blocks: rows of cells."""
    decoded = plain_text.decode_named(read_bytes(path, MOST_BYTES), path.name, options.encoding)
    found: list[list[list[str]]] = []
    in_cell = False
    for token in _tokens(normalise_newlines(decoded.text)):
        if token.type == "table_open":
            found.append([])
        elif token.type == "tr_open":
            found[-1].append([])
        elif token.type in {"th_open", "td_open", "th_close", "td_close"}:
            in_cell = token.nesting > 0
        elif in_cell and token.type == "inline":
            found[-1][-1].append("".join(_piece(one) for one in token.children or []))
    return found


def _tokens(text: str) -> "list[Token]":
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only who reads Markdown waits for it
    from mdit_py_plugins.footnote import footnote_plugin  # noqa: PLC0415
    from mdit_py_plugins.front_matter import front_matter_plugin  # noqa: PLC0415

    parser = MarkdownIt("commonmark").enable("table").enable("strikethrough")
    return parser.use(front_matter_plugin).use(footnote_plugin).parse(text)


def _pieces(text: str) -> int:
    """What the parser's time grows with in any text."""
    return _LINE * text.count("\n") + sum(map(text.count, _SPECIAL))


def _work(text: str) -> int:
    """What the parser's time grows with where marks wait for their others."""
    marks = [len(_MARKS.findall(part)) for part in _PARTED.split(text)]
    return sum(number**2 for number in [*marks, len(_NESTING.findall(text))])


def _blocks(tokens: "Sequence[Token]", name: str) -> Iterator[Block]:
    open_kinds: list[BlockKind] = []
    for token in tokens:
        kind = _OPENINGS.get(token.type)
        if kind is not None:
            open_kinds.append(kind)
        elif f"{token.type.removesuffix('_close')}_open" in _OPENINGS and token.type.endswith("_close"):
            open_kinds.pop()
        elif token.type == "inline":
            yield from _inline(token.children or [], open_kinds[-1] if open_kinds else BlockKind.PARAGRAPH)
        elif token.type in {"fence", "code_block"}:
            yield Block(token.content, aside=Aside.CODE)
        elif token.type == "html_block":
            yield from (place.block for place in places(parse_page(f"<div>{token.content}</div>", name)))


def _inline(tokens: "Sequence[Token]", kind: BlockKind) -> Iterator[Block]:
    """A paragraph; what stands for its pictures, where it is nothing else, is a caption."""
    text = "".join(_piece(token) for token in tokens)
    if text.strip():
        yield Block(text, kind)
    else:
        yield from (Block(token.content, kind, Aside.CAPTION) for token in tokens if token.type == "image")


def _piece(token: "Token") -> str:
    if token.type in {"text", "code_inline"}:
        return token.content
    if token.type == "softbreak":
        return " "
    return "\n" if token.type == "hardbreak" or _BREAK.fullmatch(token.content) else ""


def _metadata(tokens: "Sequence[Token]") -> Metadata:
    """The plain fields of the front matter; what is nested in it is nobody's title."""
    front = next((token.content for token in tokens if token.type == "front_matter"), "")
    fields = {name.lower(): value.strip("\"'") for name, value in _FIELD.findall(front)}
    return Metadata(
        title=fields.get("title", ""),
        author=fields.get("author", ""),
        translator=fields.get("translator", ""),
        date=iso_date(fields.get("date", "")),
        source=fields.get("source", ""),
    )
