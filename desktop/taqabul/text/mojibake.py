"""Text that was once read as a code page it was not in, and saved so: seen by its traces, and turned back.

UTF-8 read as a code page (ط§ظ„, Ø§Ù„, â€™), and Arabic of Windows-1256 read as Western (Çá), which old fonts of PDF documents give too.
"""

from itertools import islice
from typing import Final

import regex

_SAMPLE: Final = 200_000
_MISREADERS: Final = (("cp1252", "Windows-1252"), ("latin-1", "ISO 8859-1"), ("cp1256", "Windows-1256"))
_RUN: Final = regex.compile(r"[^\x00-\x7f]+")
_BYTES: Final = [(bytes([byte]), chr(byte)) for byte in range(0x80, 0x100)]
_ARABIC_OF: Final = {
    ord(byte.decode("cp1252", "replace").replace("\ufffd", plain)): byte.decode("cp1256")
    for byte, plain in _BYTES
}
"""What stood for a character of Windows-1252, had it been read as Windows-1256."""
_ARABIC: Final = regex.compile("[\u0621-\u0652،؛؟«»“”‘’…–—\u00a0\u200c\u200d\u200e\u200f]+")
_ARTICLE: Final = regex.compile(
    "[وفبك]?ال\\p{L}{2,}|في|من|على|إلى|أن|عن|مع|هذا|هذه|التي|الذي|لا|ما", regex.V1
)
_LEAST_RUNS: Final = 5
_LEAST_WORDS: Final = 3
_TIMES: Final = 3
"""How often a text may have been misread, one time upon the other."""


def _numbers(codec: str) -> dict[str, int]:
    """The byte a program read as a character; bytes a code page does not know are read as they are numbered."""
    known = {byte.decode(codec, "ignore"): ord(plain) for byte, plain in _BYTES}
    return {plain: ord(plain) for _, plain in _BYTES[:0x20]} | {
        one: byte for one, byte in known.items() if one
    }


def _traces(codec: str) -> "regex.Pattern[str]":
    """What UTF-8 looks like that was read with a code page: runs of a first byte and those that follow it."""
    first, following = (
        "".join(regex.escape(one) for one, byte in _NUMBERS[codec].items() if low <= byte <= high)
        for low, high in ((0xC2, 0xF4), (0x80, 0xBF))
    )
    return regex.compile(rf"(?<![^\x00-\x7f])(?:[{first}][{following}]+)+(?![^\x00-\x7f])")


_NUMBERS: Final = {codec: _numbers(codec) for codec, _ in _MISREADERS}
_TRACES: Final = {codec: _traces(codec) for codec in _NUMBERS}


def misread_as(text: str) -> str | None:
    """The name of the code page some UTF-8 was once wrongly read with; None where there is no sign of that.

    Believed only where words turned back into bytes are valid UTF-8 that holds fewer characters.
    """
    return next((name for codec, name in _MISREADERS if _is_misread(text, codec)), None)


def mended(text: str) -> str:
    """The text as it was before it was misread; what cannot be turned back stays, as does a text that was not misread."""
    if _is_arabic_as_western(text):
        return str(_RUN.sub(lambda run: _arabic_of(run[0]) or run[0], text))
    for _ in range(_TIMES):
        codec = next((codec for codec, _ in _MISREADERS if _is_misread(text, codec)), None)
        if codec is None:
            break
        text = _RUN.sub(lambda run, codec=codec: _restored(run[0], codec) or run[0], text)
    return text


def _is_arabic_as_western(text: str) -> bool:
    """Whether nearly all that is no ASCII would be Arabic in the other code page, with the article and common words."""
    runs = [run for run in _RUN.findall(text[:_SAMPLE]) if len(run) > 1]
    arabic = [found for run in runs if (found := _arabic_of(run)) is not None]
    known = sum(_ARTICLE.fullmatch(one) is not None for one in arabic)
    return len(runs) >= _LEAST_RUNS and len(arabic) > 0.8 * len(runs) and known > 0.1 * len(runs)


def _arabic_of(run: str) -> str | None:
    found = run.translate(_ARABIC_OF)
    return found if found != run and _ARABIC.fullmatch(found) else None


def _is_misread(text: str, codec: str) -> bool:
    sample = text[:_SAMPLE]
    if sum(1 for _ in islice(_TRACES[codec].finditer(sample), _LEAST_WORDS)) < _LEAST_WORDS:
        return False
    words = [word for word in sample.split() if not word.isascii()]
    restored = sum(any(_restored(run, codec) for run in _RUN.findall(word)) for word in words)
    return restored >= _LEAST_WORDS and restored > 0.3 * len(words)


def _restored(run: str, codec: str) -> str | None:
    """A run of characters that are no ASCII as the UTF-8 their bytes are; None where they are none."""
    numbers = _NUMBERS[codec]
    try:
        found = bytes([numbers[one] for one in run]).decode("utf-8")
    except (KeyError, UnicodeError):
        return None
    return found if len(found) < len(run) else None
