"""What can be mended in texts when they come in, by name; nothing of it is done unasked."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from taqabul.text import mojibake
from taqabul.text.cleaning import CleanRule, cleaned


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


REPAIRS: Final = (
    Repair("mojibake", "Garbled letters back to what they were", mojibake.mended, advised=True, whole=True),
    _clean(CleanRule.PRESENTATION_FORMS, "Presentation forms to letters", advised=True),
    _clean(CleanRule.BIDI, "Direction marks out"),
    _clean(CleanRule.ZERO_WIDTH, "Characters without width out"),
    _clean(CleanRule.SPACES, "Odd spaces to usual ones"),
    _clean(CleanRule.DOUBLE_SPACES, "Double spaces to one"),
    _clean(CleanRule.TATWEEL, "Tatweel inside words out"),
)
"""In the order in which they are made."""
