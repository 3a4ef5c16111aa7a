r"""One newline for all: the many marks that end a line become ``\n``."""

from typing import Final

import regex

_NEWLINE: Final = regex.compile("\r\n|[\r\v\f\u0085\u2028\u2029]")


def normalise_newlines(text: str) -> str:
    """Turn CR, CR LF, VT, FF, U+0085, U+2028 and U+2029 into LF; all else stays as it is."""
    return str(_NEWLINE.sub("\n", text))
