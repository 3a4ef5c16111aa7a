"""What stands around a text on its page: marked, said, left out where a person wants it so, and read for what it tells."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from taqabul.domain.files import Aside, Block, Metadata
from taqabul.segment.asides import find_asides
from taqabul.segment.masthead import masthead
from taqabul.segment.repeats import find_repeats

ASIDE_NAMES: Final[Mapping[Aside, str]] = {
    Aside.MENU: "menus and notices",
    Aside.CAPTION: "captions",
    Aside.COMMENTS: "comment forms",
    Aside.READ_MORE: "links to other pages",
    Aside.SHARING: "sharing bars",
    Aside.CODE: "codes and addresses",
    Aside.RUNNING_HEAD: "running heads",
    Aside.PAGE_NUMBER: "page numbers",
    Aside.REPEATED: "headings said twice",
}


def find_parts(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a plain text with what looks like part of a page marked."""
    texts = [block.text for block in blocks]
    found = [one or other for one, other in zip(find_asides(texts), find_repeats(texts), strict=True)]
    return [
        block if aside is None else replace(block, aside=aside)
        for block, aside in zip(blocks, found, strict=True)
    ]


def parts_told(kept: Iterable[Aside | None], left: Iterable[Aside | None]) -> list[str]:
    """What was found, in sentences: the parts of a page that were left out, and those that were kept."""
    counted = ((Counter(left), "left out."), (Counter(kept), "kept."))
    return [f"{_those(counts)} of a page around the text; {end}" for counts, end in counted if counts]


def described(metadata: Metadata, blocks: Sequence[Block]) -> Metadata:
    """What a file says of its text, and what the text itself says where the file says nothing."""
    found = masthead([block.text for block in blocks])
    return Metadata(
        title=metadata.title or found.title,
        author=metadata.author or found.author,
        translator=metadata.translator or found.translator,
        date=metadata.date or found.date,
        source=metadata.source or found.source,
    )


def _those(counts: Counter[Aside | None]) -> str:
    total = sum(counts.values())
    kinds = ", ".join(f"{ASIDE_NAMES[aside]} {counts[aside]}" for aside in Aside if counts[aside])
    return (
        f"1 paragraph looks like part ({kinds})"
        if total == 1
        else f"{total} paragraphs look like parts ({kinds})"
    )
