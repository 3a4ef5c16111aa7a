"""RTF's bytes cut into its words, marks of groups and text."""

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import Final, NamedTuple

_TOKEN: Final = re.compile(
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


class Piece(NamedTuple):
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
        match found.lastgroup:
            case "brace":
                yield _OPEN if found["brace"] == "{" else _CLOSE
            case "text":
                yield Piece(Token.TEXT, found["text"])
            case "byte":
                yield Piece(Token.BYTE, chr(int(found["byte"], 16)))
            case "sign":
                yield Piece(Token.SIGN, found["sign"])
            case _:
                word, digits = found["word"], found["number"]
                number = int(digits) if digits else None
                if word == _BINARY:
                    position += max(0, number or 0)
                yield Piece(Token.WORD, word, number)
