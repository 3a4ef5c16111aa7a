"""Repairs on the way in: what they would change, and texts with those made that were chosen."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TypeVar

from taqabul.domain.errors import InvalidInput
from taqabul.domain.files import BitextFile, Block, TextFile
from taqabul.domain.language import Language
from taqabul.text.repairs import REPAIRS, Repair

File = TypeVar("File", TextFile, BitextFile)


@dataclass(frozen=True, slots=True)
class Change:
    """What a repair makes of a paragraph, or of a line where languages are not told apart yet (``language`` None)."""

    language: Language | None
    before: str
    after: str


def repairs_named(names: Collection[str]) -> frozenset[str]:
    """The repairs that people named: their ids, "all" or "none". Raises InvalidInput for what is no repair."""
    known = {one.id for one in REPAIRS}
    unknown = sorted(set(names) - known - {"all", "none"})
    if unknown:
        raise InvalidInput(
            f"There is no repair called {unknown[0]!r}.",
            f"Known ones are {', '.join(sorted(known))}, all, none.",
        )
    return frozenset(known) if "all" in names else frozenset(names) & known


def advised() -> frozenset[str]:
    """The repairs that people are advised to make."""
    return frozenset(one.id for one in REPAIRS if one.advised)


def doubts(file: TextFile | BitextFile) -> tuple[str, ...]:
    """What of a file had better be looked at before it is kept, in a few words each."""
    found = [
        f"mend: {one.name.lower()}" for one in REPAIRS if one.advised and one.mend(file.text) != file.text
    ]
    if not file.certain:
        found.insert(
            0, f"{file.encoding} is a guess" if isinstance(file, TextFile) else "the columns are a guess"
        )
    return tuple(found)


def mended_file(file: File, chosen: Collection[str]) -> File:
    """A file with those of the chosen repairs made that work on whole texts; what was read stays in ``file``."""
    for repair in REPAIRS:
        if not (repair.whole and repair.id in chosen):
            continue
        if isinstance(file, BitextFile):
            file = replace(file, source=_mended(file.source, repair), target=_mended(file.target, repair))
        else:
            file = replace(file, text=repair.mend(file.text), blocks=_mended(file.blocks, repair))
    return file


def mended_block(text: str, chosen: Collection[str]) -> str:
    """A paragraph with the other chosen repairs made; one that nothing would be left of stays as it is."""
    for repair in REPAIRS:
        if repair.id in chosen and not repair.whole:
            text = repair.mend(text).strip() or text
    return text


def changes(
    file: TextFile | BitextFile, sides: Mapping[Language, Sequence[Block]], repair: Repair
) -> Iterator[Change]:
    """What a repair by itself would change in a file, paragraph by paragraph or line by line."""
    if repair.whole:
        yield from _changed_lines(file, repair)
        return
    together = "\n\n".join(block.text for blocks in sides.values() for block in blocks)
    if repair.mend(together) == together:
        return
    for language, blocks in sides.items():
        for block in blocks:
            after = mended_block(block.text, {repair.id})
            if after != block.text:
                yield Change(language, block.text, after)


def told(
    file: TextFile | BitextFile, sides: Mapping[Language, Sequence[Block]], chosen: Collection[str]
) -> list[str]:
    """What was mended, in sentences."""
    sentences = []
    for repair in REPAIRS:
        count = sum(1 for _ in changes(file, sides, repair)) if repair.id in chosen else 0
        if count:
            sentences.append(f"Mended on the way in: {repair.name.lower()} ({places(repair, count)}).")
    return sentences


def places(repair: Repair, count: int) -> str:
    """How often a repair finds something to do, in words."""
    unit = "line" if repair.whole else "paragraph"
    return f"1 {unit}" if count == 1 else f"{count:,} {unit}s"


def _changed_lines(file: TextFile | BitextFile, repair: Repair) -> Iterator[Change]:
    blocks = (*file.source, *file.target) if isinstance(file, BitextFile) else file.blocks
    before = "\n".join(block.text for block in blocks) or file.text
    after = repair.mend(before)
    if after != before:
        for old, new in zip(before.split("\n"), after.split("\n"), strict=True):
            if old != new:
                yield Change(None, old, new)


def _mended(blocks: Sequence[Block], repair: Repair) -> tuple[Block, ...]:
    """Blocks mended together: what is wrong with a text may not show in a single one of them."""
    lines = iter(repair.mend("\n".join(block.text for block in blocks)).split("\n"))
    return tuple(
        replace(block, text="\n".join(islice(lines, block.text.count("\n") + 1))) for block in blocks
    )
