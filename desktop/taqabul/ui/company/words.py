"""Others at work, in words: who is at a row, who is in the library."""

from collections.abc import Sequence

from taqabul.domain.changes import LeftAlone
from taqabul.text.direction import isolated
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, translate
from taqabul.workflow.company import Colleague

_TOLD = 4
OTHERS = QT_TRANSLATE_NOOP("Company", "%n other(s) here")
_INITIALS = 2


def initials(name: str) -> str:
    """The first letters of a name's first and last words."""
    words = ["".join(filter(str.isalnum, word)) for word in name.split()]
    letters = [word[0].upper() for word in words if word]
    # Arabic letters would join and no longer look like two.
    return "\u200c".join(letters[:1] + letters[1:][-1:]) or "?"


def at_row(colleagues: Sequence[Colleague]) -> str:
    """What those at a row do there, a line each."""
    editing = translate("Company", "{name} is editing this")
    here = translate("Company", "{name} is here")
    lines = [(editing if one.paragraph is not None else here, one.name) for one in colleagues]
    return "\n".join(words.format(name=isolated(name)) for words, name in lines)


def everybody(others: Sequence[Colleague]) -> str:
    """How many others are in the library."""
    return plural(OTHERS, len(others)) if others else translate("Company", "nobody else here")


def which_texts(left: Sequence[LeftAlone]) -> str:
    """The paragraphs that were left alone, the first few, and who had changed them."""
    told = [f"¶{one.number} ({isolated(one.by)})" if one.by else f"¶{one.number}" for one in left[:_TOLD]]
    return ", ".join([*told, *(["…"] if len(left) > _TOLD else [])])
