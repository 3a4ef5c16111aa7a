"""What readers found becomes a text file: blocks tidied, their text put together."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import regex

from taqabul.domain.errors import UnreadableFile
from taqabul.domain.files import Aside, Block, Metadata, TextFile
from taqabul.formats.characters import NOT_XML
from taqabul.text.newlines import normalise_newlines

_BLANK_LINES: Final = regex.compile(r"(?:[^\S\n]*\n)+")
_VISIBLE: Final = regex.compile(r"[^\s\p{Cf}]")
_PAGE_NUMBER: Final = regex.compile(r"[\p{N}\s\p{P}]+")
_DATE: Final = regex.compile(r"(?!0000)\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?(?!\d)")


def text_file(
    path: Path,
    data: bytes,
    blocks: Iterable[Block],
    *,
    encoding: str = "utf-8",
    findings: Iterable[str] = (),
    metadata: Metadata | None = None,
    certain: bool = True,
) -> TextFile:
    """A file whose format parts its paragraphs; ``data`` are its bytes, ``encoding`` what its text was kept in.

    ``certain`` is whether that encoding is sure. Blocks are trimmed, no blank line stays inside one, and what no text holds (NUL, halves of surrogate pairs) goes.
    Raises UnreadableFile where nothing is left to see.
    """
    kept = tuple(tidied for block in blocks if _VISIBLE.search((tidied := _tidied(block)).text))
    if not kept:
        raise UnreadableFile(
            f"“{path.name}” holds no text.", "Choose a file with text in it, not only pictures."
        )
    return TextFile(
        name=path.name,
        text="\n\n".join(block.text for block in kept),
        encoding=encoding,
        sha256=hashlib.sha256(data).hexdigest(),
        findings=tuple(findings),
        blocks=kept,
        metadata=metadata or Metadata(),
        certain=certain,
    )


def running_head(text: str) -> Block:
    """A header or footer of pages, or the number of a page."""
    return Block(text, aside=Aside.PAGE_NUMBER if _PAGE_NUMBER.fullmatch(text) else Aside.RUNNING_HEAD)


def iso_date(written: str) -> str:
    """The day, month or year with which a time stamp begins ("2025-03-04T10:00Z"); empty where it is none."""
    found = _DATE.match(written.strip())
    return found[0] if found else ""


def counted(number: int, noun: str) -> str:
    """A number and its noun, for findings: "1 note", "2 notes"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _tidied(block: Block) -> Block:
    text = NOT_XML.sub("", normalise_newlines(block.text))
    return replace(block, text=_BLANK_LINES.sub("\n", text).strip())


def what_stands_beside(changes: int, notes: int, heads: int, comments: int) -> Iterator[str]:
    """What people are told of how many tracked changes, paragraphs of notes, headers and footers, and comments."""
    if changes:
        yield f"It has {counted(changes, 'tracked change')}, read as if accepted."
    if notes:
        yield f"{counted(notes, 'paragraph')} of notes after the text."
    if heads:
        yield "Headers and footers are left out of the text."
    if comments:
        yield f"{counted(comments, 'comment')} in its margin left out."
