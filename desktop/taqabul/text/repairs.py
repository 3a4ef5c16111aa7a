"""What can be mended in texts when they come in, by name; nothing of it is done unasked."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from taqabul.text import mojibake
from taqabul.text.cleaning import CleanRule, cleaned
from taqabul.text.extraction import join_hyphenated, join_split_words, swap_lam_alef
from taqabul.text.reversed_lines import turn_lines


@dataclass(frozen=True, slots=True)
class Repair:
    """A function from a text to the mended text.

    ``advised`` where people are better asked before a text with such a fault is kept. ``whole`` where it works on
    the text as the file holds it, before languages are told apart; the others work on single paragraphs.
    """

    id: str
    name: str
    mend: Callable[[str], str]
    advised: bool = False
    whole: bool = False


def _clean(rule: CleanRule, name: str, *, advised: bool = False) -> Repair:
    return Repair(rule.value, name, partial(cleaned, rules={rule}), advised)


def _undo(
    id_: str, name: str, mend: Callable[[str], tuple[str, int]], *, advised: bool = True, whole: bool = True
) -> Repair:
    return Repair(id_, name, lambda text: mend(text)[0], advised, whole)


REPAIRS: Final = (
    Repair("mojibake", "Garbled letters back to what they were", mojibake.mended, advised=True, whole=True),
    _clean(CleanRule.PRESENTATION_FORMS, "Presentation forms to letters", advised=True),
    _undo("turned-lines", "Arabic lines with their last letter first turned around", turn_lines),
    _undo("lam-alef", "Lam and alef of swapped pairs in order", swap_lam_alef),
    _undo("split-words", "Spaces inside Arabic words out", join_split_words, advised=False),
    _undo("hyphens", "English words parted at line ends joined", join_hyphenated, advised=False, whole=False),
    _clean(CleanRule.BIDI, "Direction marks out"),
    _clean(CleanRule.ZERO_WIDTH, "Characters without width out"),
    _clean(CleanRule.SPACES, "Odd spaces to usual ones"),
    _clean(CleanRule.DOUBLE_SPACES, "Double spaces to one"),
    _clean(CleanRule.TATWEEL, "Tatweel inside words out"),
)
"""In the order in which they are made."""
