"""A hit before it is known where it stands."""

from typing import NamedTuple

from taqabul.domain.search import Folding
from taqabul.workflow.haystack import Block


class Raw(NamedTuple):
    """Which text of which block, and where in the folded text."""

    block: Block
    folding: Folding
    number: int
    start: int
    end: int
    score: float = 1.0
