"""What a person looks for: which words, in which of their spellings, and where."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How words are looked for.

    ``part`` anywhere, inside words too; ``word`` whole words; ``clitics`` whole words with what Arabic
    writes joined to them; ``regex`` a regular expression; ``fuzzy`` misspelt, or a name in the other
    script; ``meaning`` passages that say the like, in either language.
    """

    PART = "part"
    WORD = "word"
    CLITICS = "clitics"
    REGEX = "regex"
    FUZZY = "fuzzy"
    MEANING = "meaning"

    @property
    def is_ranked(self) -> bool:
        """Whether hits come best first instead of in the order of the rows."""
        return self in {Kind.FUZZY, Kind.MEANING}


class Where(StrEnum):
    """In what words are looked for; ``texts`` are those of both sides."""

    EVERYWHERE = "everywhere"
    TEXTS = "texts"
    SOURCE = "source"
    TARGET = "target"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Folding:
    """Which differences of spelling do not count; ``text.folding.fold`` tells what each one does."""

    tashkeel: bool = True
    alef: bool = True
    ya: bool = True
    ta_marbuta: bool = True
    tatweel: bool = True
    digits: bool = True
    case: bool = True


EXACT = Folding(*[False] * 7)
"""Every difference counts that a reader can see."""


@dataclass(frozen=True, slots=True)
class Query:
    """A question. ``endings``: with clitics, pronouns may be joined to the end of a word too."""

    text: str
    kind: Kind = Kind.PART
    where: Where = Where.EVERYWHERE
    folding: Folding = Folding()
    endings: bool = True
