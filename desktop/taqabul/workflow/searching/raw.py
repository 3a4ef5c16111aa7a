"""A hit before it is known where it stands."""

from typing import NamedTuple

from taqabul.domain.search import Folding
from taqabul.workflow.haystack import Block


class Raw(NamedTuple):
    """Which text of which block, and where in the folded text; without a folding, in the text as stored."""

    block: Block
    folding: Folding | None
    number: int
    start: int
    end: int
    score: float = 1.0
