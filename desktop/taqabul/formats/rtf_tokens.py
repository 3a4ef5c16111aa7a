"""RTF's bytes cut into its words, marks of groups and text."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

import regex

_TOKEN: Final = regex.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    r"|\\'(?P<byte>[0-9a-fA-F]{2})"
    r"|\\(?P<sign>[^a-zA-Z'])"
    r"|(?P<brace>[{}])"
    r"|(?P<text>[^\\{}\r\n]+)"
)
_BINARY: Final = "bin"


class Token(Enum):
    """What stands in an RTF file."""

    OPEN = auto()
    CLOSE = auto()
    WORD = auto()
    SIGN = auto()
    BYTE = auto()
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A token; ``text`` is a control word, a sign, or text whose characters are bytes (Latin-1)."""

    token: Token
    text: str = ""
    number: int | None = None


_OPEN: Final = Piece(Token.OPEN)
_CLOSE: Final = Piece(Token.CLOSE)


def pieces(data: bytes) -> Iterator[Piece]:
    """The tokens of a file; what is binary in it is stepped over, and so is what is no token."""
    text = data.decode("latin-1")
    position = 0
    while (found := _TOKEN.search(text, position)) is not None:
        position = found.end()
        name = found.lastgroup if found["word"] is None else "word"
        if name == "word":
            number = int(found["number"]) if found["number"] else None
            if found["word"] == _BINARY:
                position += max(0, number or 0)
            yield Piece(Token.WORD, found["word"], number)
        elif name == "brace":
            yield _OPEN if found["brace"] == "{" else _CLOSE
        elif name == "byte":
            yield Piece(Token.BYTE, chr(int(found["byte"], 16)))
        elif name == "sign":
            yield Piece(Token.SIGN, found["sign"])
        else:
            yield Piece(Token.TEXT, found["text"])
