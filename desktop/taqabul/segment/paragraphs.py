"""A text becomes paragraphs: by blank lines, by lines, or by what the text itself shows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

import regex

from taqabul.domain.files import Block
from taqabul.domain.options import ParagraphRule
from taqabul.segment.lines import soft_breaks
from taqabul.text.newlines import normalise_newlines

_VISIBLE: Final = regex.compile(r"[^\s\p{Cf}\x1c-\x1f]")
_WRAPPED_FILE: Final = 4
"""Lines a text without blank lines must have before we believe that it was wrapped."""


@dataclass(frozen=True, slots=True)
class ParagraphSplit:
    """Paragraphs in order, the rule that parted them (None: the format did), and how many blocks were cut into lines."""

    blocks: list[Block]
    rule_used: ParagraphRule | None
    blocks_cut: int = 0

    @property
    def paragraphs(self) -> list[str]:
        """The paragraphs' texts."""
        return [block.text for block in self.blocks]


def split_paragraphs(
    text: str, rule: ParagraphRule = ParagraphRule.AUTO, given: Sequence[Block] = ()
) -> ParagraphSplit:
    """Part a text into paragraphs, trimmed; a line break inside one is a line feed.

    ``AUTO`` goes by blank lines where there are any, else by lines; either way lines that were merely
    wrapped stay together, and a block of lines that stand for themselves (a list, captions) is cut.
    Paragraphs that are ``given``, by a format that parts them, are only trimmed.
    """
    if given:
        return ParagraphSplit(
            [replace(one, text=one.text.strip()) for one in given if one.text.strip()], None
        )
    blocks = list(_blocks(normalise_newlines(text)))
    if rule is ParagraphRule.BLANK_LINES:
        return ParagraphSplit([Block("\n".join(block).strip()) for block in blocks], rule)
    if rule is ParagraphRule.LINES:
        return ParagraphSplit([Block(line.strip()) for block in blocks for line in block], rule)
    if len(blocks) == 1:
        lines = blocks[0]
        cut = _cut(lines) if len(lines) >= _WRAPPED_FILE else [line.strip() for line in lines]
        return ParagraphSplit([Block(one) for one in cut], ParagraphRule.LINES)
    parts = [_cut(block) for block in blocks]
    made = [Block(paragraph) for part in parts for paragraph in part]
    return ParagraphSplit(made, ParagraphRule.BLANK_LINES, sum(len(part) > 1 for part in parts))


def _blocks(text: str) -> Iterator[list[str]]:
    """Runs of lines with something to see in them."""
    for visible, lines in groupby(text.split("\n"), key=lambda line: _VISIBLE.search(line) is not None):
        if visible:
            yield list(lines)


def _cut(lines: list[str]) -> list[str]:
    """A block's lines, joined where the break is only where the text was wrapped."""
    paragraphs = [lines[0]]
    for line, soft in zip(lines[1:], soft_breaks(lines), strict=True):
        if soft:
            paragraphs[-1] += "\n" + line
        else:
            paragraphs.append(line)
    return [paragraph.strip() for paragraph in paragraphs]
