"""What checks look at, and what they say."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from taqabul.domain.ids import LinkId
from taqabul.domain.language import Language, Side

Span = tuple[int, int]
"""Code points of a side's text, the first included, the last excluded; an empty span is a place."""


class Severity(StrEnum):
    """How much a finding asks for a look. Hints are matters of taste."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Meaning:
    """How near the words and sentences of a pair are, as cosines of an encoder.

    ``words`` is (n, m), over ``source_words`` and ``target_words``. ``sentences`` is (k + 1, l + 1), over the
    sentences of the pair, and last the whole side; None where both sides have one sentence only.
    """

    source_words: tuple[Span, ...]
    target_words: tuple[Span, ...]
    words: Floats
    sentences: Floats | None


@dataclass(frozen=True, slots=True)
class Pair:
    """The two sides of a link as texts; several paragraphs of a side are joined by line breaks.

    ``languages`` are those of source and target, ``sentences`` their sentences. ``meaning`` is None where there
    is no encoder, or a side is empty. ``confirmed`` where a person said that the two belong together.
    """

    link: LinkId
    source: str
    target: str
    languages: tuple[Language, Language] = (Language.ARABIC, Language.ENGLISH)
    sentences: tuple[tuple[Span, ...], tuple[Span, ...]] = ((), ())
    meaning: Meaning | None = None
    confirmed: bool = False

    @property
    def is_one_sided(self) -> bool:
        """Whether nothing faces one of its sides."""
        return not (self.source.strip() and self.target.strip())

    def text(self, side: Side) -> str:
        """The text of a side."""
        return self.source if side is Side.SOURCE else self.target

    def side(self, language: Language) -> Side:
        """The side in a language."""
        return Side.SOURCE if self.languages[0] is language else Side.TARGET

    def language(self, side: Side) -> Language:
        """The language of a side."""
        return self.languages[side is Side.TARGET]


class Speller(Protocol):
    """Whoever knows how words are spelt."""

    def reads(self, language: Language) -> bool:
        """Whether it knows words of a language."""
        ...

    def knows(self, word: str, language: Language) -> bool:
        """Whether a word is spelt right."""
        ...

    def suggested(self, word: str, language: Language) -> Sequence[str]:
        """What may be meant, the likeliest first."""
        ...


class Fix(NamedTuple):
    """What can be put in the place of a stretch without a look at the rest."""

    side: Side
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What a check says: where, and a sentence whose ``{}`` are filled with ``values``.

    ``severity`` where it is not that of the check.
    """

    message: str
    values: tuple[str, ...] = ()
    source: tuple[Span, ...] = ()
    target: tuple[Span, ...] = ()
    fix: Fix | None = None
    severity: Severity | None = None

    @classmethod
    def on(
        cls,
        side: Side,
        spans: Sequence[Span],
        message: str,
        *values: str,
        fix: Fix | None = None,
        severity: Severity | None = None,
    ) -> "Problem":
        """A problem that is seen on one side."""
        here = tuple(spans)
        source, target = (here, ()) if side is Side.SOURCE else ((), here)
        return cls(message, values, source, target, fix, severity)


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem of a pair, with the check that saw it."""

    check: str
    severity: Severity
    link: LinkId
    problem: Problem

    @property
    def text(self) -> str:
        """What it says, in English."""
        return self.problem.message.format(*self.problem.values)
