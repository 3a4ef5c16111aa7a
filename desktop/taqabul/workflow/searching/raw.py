"""A hit before it is known where it stands."""

from typing import NamedTuple

from taqabul.workflow.haystack import Block, FoldedTexts


class Raw(NamedTuple):
    """Which text of which block, and where in it: folded, where ``folded`` is given, else as stored."""

    block: Block
    folded: FoldedTexts | None
    number: int
    start: int
    end: int
    score: float = 1.0
