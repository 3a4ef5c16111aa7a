"""What a page pasted as text brought along: said, and left out where a person wants it so."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Final

from taqabul.domain.files import Aside, Block
from taqabul.segment.asides import find_asides

_NAMES: Final[Mapping[Aside, str]] = {
    Aside.MENU: "menus and notices",
    Aside.CAPTION: "captions",
    Aside.COMMENTS: "comment forms",
    Aside.READ_MORE: "links to other pages",
    Aside.SHARING: "sharing bars",
    Aside.CODE: "codes and addresses",
    Aside.RUNNING_HEAD: "running heads",
    Aside.PAGE_NUMBER: "page numbers",
}


def sort_out(blocks: Sequence[Block], leave_out: Collection[Aside]) -> tuple[list[Block], list[str]]:
    """The paragraphs of a plain text that stay, and what was found among them, in sentences.

    A text of which nothing would stay is kept whole.
    """
    found = find_asides([block.text for block in blocks])
    marked = [replace(block, aside=aside) for block, aside in zip(blocks, found, strict=True)]
    kept = [block for block in marked if block.aside not in leave_out] or marked
    counts = Counter(block.aside for block in kept if block.aside)
    left = Counter(aside for aside in found if aside) - counts
    return kept, [
        f"{_those(some)} of a page around the text; {end}"
        for some, end in ((left, "left out."), (counts, "kept."))
        if some
    ]


def _those(counts: Counter[Aside]) -> str:
    total = sum(counts.values())
    kinds = ", ".join(f"{_NAMES[aside]} {counts[aside]}" for aside in Aside if counts[aside])
    return (
        f"1 paragraph looks like part ({kinds})"
        if total == 1
        else f"{total} paragraphs look like parts ({kinds})"
    )
