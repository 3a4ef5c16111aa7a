"""Words put into a text in the place of others: what goes with them so that spaces are as they were before."""

from typing import NamedTuple


class Swap(NamedTuple):
    """Code points ``start`` to ``end`` of a text give way to ``words``, which a space parts from what is around them."""

    start: int
    end: int
    before: str
    words: str
    behind: str

    @property
    def text(self) -> str:
        """What stands there afterwards."""
        return self.before + self.words + self.behind


def swap(text: str, start: int, end: int, words: str) -> Swap:
    """Have ``words`` stand where ``start`` to ``end`` do; where both are one place they are parted from its neighbours."""
    if not words:
        return Swap(*_with_space(text, start, end), "", "", "")
    if start < end:
        return Swap(start, end, "", words, "")
    left, right = text[:start], text[end:]
    before = " " if left and not left[-1].isspace() else ""
    behind = " " if right and right[0].isalnum() else ""
    return Swap(start, end, before, words, behind)


def _with_space(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch that goes, with one of the spaces that would be left side by side or at an end."""
    before, behind = text[:start], text[end:]
    if before and before[-1].isspace() and (not behind or not behind[0].isalnum()):
        return start - 1, end
    if behind and behind[0].isspace() and not before:
        return start, end + 1
    return start, end
