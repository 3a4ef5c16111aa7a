"""How the bytes of an RTF file are letters: by its code page, and by the character set of each font."""

import codecs
from typing import Final

_CHARSETS: Final = {
    77: "mac-roman", 84: "mac-cyrillic", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 179: "cp1256", 180: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
"""Windows' character sets but for those that say nothing (0 and 1): there the file's code page holds."""
_PAGES: Final = {"mac": "mac-roman", "pc": "cp437", "pca": "cp850", "ansi": "cp1252"}


class Codecs:
    """The code page of a file and those of its fonts, as they are met."""

    def __init__(self) -> None:
        self._page = "cp1252"
        self._fonts: dict[int, str] = {}

    def set_page(self, word: str, number: int | None) -> None:
        """What one of the words ansi, mac, pc, pca or ansicpg says of the file."""
        self._page = _PAGES.get(word) or _known(f"cp{number}") or self._page

    def set_font(self, font: int, word: str, number: int) -> None:
        """What the word fcharset or cpg says of a font."""
        codec = _CHARSETS.get(number) if word == "fcharset" else _known(f"cp{number}")
        if codec is not None:
            self._fonts.setdefault(font, codec)

    def text(self, letters: str, font: int | None) -> str:
        """Letters out of bytes (as Latin-1) in a font; None is no font in particular."""
        codec = self._page if font is None else self._fonts.get(font, self._page)
        return letters.encode("latin-1", "replace").decode(codec, "replace")


def _known(name: str) -> str | None:
    try:
        info = codecs.lookup(name)
        "a".encode(info.name)
    except (LookupError, UnicodeError):
        return None
    return info.name
