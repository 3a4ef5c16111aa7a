"""The two languages, their directions, and the two sides of a bitext."""

from enum import StrEnum


class Direction(StrEnum):
    """The way a text runs."""

    RTL = "rtl"
    LTR = "ltr"


class Language(StrEnum):
    """A language Taqabul aligns; the value is its BCP 47 tag."""

    ARABIC = "ar"
    ENGLISH = "en"

    @property
    def direction(self) -> Direction:
        """The way texts of this language run."""
        return Direction.RTL if self is Language.ARABIC else Direction.LTR


class Side(StrEnum):
    """A side of a bitext; the source comes first in every signature."""

    SOURCE = "source"
    TARGET = "target"

    @property
    def other(self) -> "Side":
        """The facing side."""
        return Side.TARGET if self is Side.SOURCE else Side.SOURCE
