"""UTF-8 that was once read as a code page and saved so (ط§ظ„, Ø§Ù„, â€™): seen by its traces, and turned back."""

from typing import Final

import regex

_SAMPLE: Final = 200_000
_MISREADERS: Final = (("cp1252", "Windows-1252"), ("latin-1", "ISO 8859-1"), ("cp1256", "Windows-1256"))
_RUN: Final = regex.compile(r"[^\x00-\x7f]+")
_TIMES: Final = 3
"""How often a text may have been misread, one time upon the other."""


def misread_as(text: str) -> str | None:
    """The name of the code page some UTF-8 was once wrongly read with; None where there is no sign of that.

    Believed only where words turned back into bytes are valid UTF-8 that holds fewer characters.
    """
    return next((name for codec, name in _MISREADERS if _is_misread(text, codec)), None)


def mended(text: str) -> str:
    """The text as it was before it was misread; what cannot be turned back stays, as does a text that was not misread."""
    for _ in range(_TIMES):
        codec = next((codec for codec, _ in _MISREADERS if _is_misread(text, codec)), None)
        if codec is None:
            break
        text = _RUN.sub(lambda run, codec=codec: _restored(run[0], codec) or run[0], text)
    return text


def _is_misread(text: str, codec: str) -> bool:
    words = [word for word in text[:_SAMPLE].split() if not word.isascii()]
    restored = sum(any(_restored(run, codec) for run in _RUN.findall(word)) for word in words)
    return restored >= 3 and restored > 0.3 * len(words)


def _restored(run: str, codec: str) -> str | None:
    """A run of characters that are no ASCII as the UTF-8 their bytes are; None where they are none."""
    try:
        found = b"".join(_byte(one, codec) for one in run).decode("utf-8")
    except UnicodeError:
        return None
    return found if len(found) < len(run) else None


def _byte(character: str, codec: str) -> bytes:
    """The byte a program read as this character; bytes a code page does not know are read as they are numbered."""
    try:
        return character.encode(codec)
    except UnicodeEncodeError:
        if "\x80" <= character <= "\x9f":
            return character.encode("latin-1")
        raise
