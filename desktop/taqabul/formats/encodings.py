"""Bytes become text, and it is said how the encoding was decided and whether that is certain.

Byte order marks, then strict UTF-8, then UTF-16 where its pattern shows, then the old code pages of
Arabic and Latin script by how plausible the text is that they give. A detector's word counts as one candidate.
"""

import codecs
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import regex
from charset_normalizer import from_bytes

from taqabul.domain.errors import UnreadableFile
from taqabul.formats.plausibility import plausibility

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CODE_PAGES: Final = ("cp1252", "cp1256", "iso8859-6", "mac-arabic", "cp720", "mac-roman")
"""The first of equals wins: where only é and curly quotes are at stake, cp1252 and cp1256 agree."""

NAMES: Final = {
    "utf-8": "UTF-8", "utf-16": "UTF-16", "utf-16-le": "UTF-16LE", "utf-16-be": "UTF-16BE", "utf-32": "UTF-32",
    "cp1256": "Windows-1256 (Arabic)", "iso8859-6": "ISO 8859-6 (Arabic)", "mac-arabic": "Mac Arabic",
    "cp1252": "Windows-1252 (Western)", "cp720": "DOS 720 (Arabic)",
}  # fmt: skip
"""What people call the encodings we may decide for."""

_CONTROLS: Final = regex.compile("[\x00-\x08\x0e-\x1b\x7f]")
_SURROGATE: Final = regex.compile("[\ud800-\udfff]")
_SAMPLE: Final = 100_000
_PLAUSIBLE: Final = 0.6
_UTF16_PLAUSIBLE: Final = 0.7
_DETECTOR_HANDICAP: Final = 0.1
"""A detector knows many code pages and guesses far-fetched ones: hp-roman8 for a curly quote."""
_DAMAGED_SHARE: Final = 0.1
_CHOOSE: Final = "Choose its encoding by hand, for example cp1256, utf-8 or utf-16."


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the codec that gave it, how that was decided (a sentence), and whether it is certain."""

    text: str
    encoding: str
    how: str
    certain: bool


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Decode a file's bytes with the given codec, or find out which; a byte order mark is taken off.

    Raises UnreadableFile where the codec is unknown or does not fit, and where the bytes are no text.
    """
    decoded = _decode_as(data, encoding) if encoding else _find_out(data)
    return Decoded(decoded.text.removeprefix("\ufeff"), decoded.encoding, decoded.how, decoded.certain)


def _decode_as(data: bytes, encoding: str) -> Decoded:
    try:
        name = codecs.lookup(encoding).name
        text = data.decode(encoding)
    except UnicodeError as error:
        raise UnreadableFile(
            f"The file cannot be read as {encoding}.", "Choose another encoding, or let it be found out."
        ) from error
    except (LookupError, ValueError) as error:
        raise UnreadableFile(
            f"There is no text encoding called {encoding!r}.",
            "Known ones are utf-8, utf-16, cp1256 and cp1252.",
        ) from error
    if _SURROGATE.search(text):
        raise UnreadableFile(f"The file cannot be read as {encoding}.", "Choose another encoding.")
    return Decoded(text, name, f"Read as {NAMES.get(name, name)}, as chosen.", certain=True)


def _find_out(data: bytes) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data, encoding)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _utf16(data) or _damaged_utf8(data) or _by_plausibility(data)
    if _CONTROLS.search(text):
        found = _utf16(data)
        if found:
            return found
        _refuse_binary(text)
    return Decoded(text, "utf-8", "Read as UTF-8: all its bytes are valid UTF-8.", certain=True)


def _decode_marked(data: bytes, encoding: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableFile(
            f"The file begins as {NAMES[encoding]} but is damaged at byte {error.start + 1:,}.", _CHOOSE
        ) from error
    return Decoded(text, encoding, f"Read as {NAMES[encoding]}: the file begins with its mark.", certain=True)


def _utf16(data: bytes) -> Decoded | None:
    """UTF-16 without its mark: what it gives must be nearly all Arabic or Latin text."""
    if len(data) % 2:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _CONTROLS.search(text) and plausibility(text[:_SAMPLE]) >= _UTF16_PLAUSIBLE:
            how = f"Read as {NAMES[encoding]}: it has no mark, but gives plausible text."
            return Decoded(text, encoding, how, certain=False)
    return None


def _damaged_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken places, which then show as U+FFFD; None where it is not mostly UTF-8."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    valid = len(text) - len(text.encode("ascii", "ignore")) - broken
    if broken > _DAMAGED_SHARE * valid or _CONTROLS.search(text):
        return None
    places = "1 place" if broken == 1 else f"{broken:,} places"
    return Decoded(
        text, "utf-8", f"Read as UTF-8, but it is damaged in {places}, shown as \ufffd.", certain=False
    )


def _by_plausibility(data: bytes) -> Decoded:
    sample = data[:_SAMPLE]
    scored = [
        (plausibility(text) - (0 if name in _CODE_PAGES else _DETECTOR_HANDICAP), -order, name)
        for order, name in enumerate(_candidates(sample))
        if (text := _try(sample, name)) is not None
    ]
    score, _, name = max(scored, default=(0.0, 0, ""))
    text = _try(data, name) if score >= _PLAUSIBLE else None
    if text is None:
        _refuse_binary(data.decode("latin-1"))
        raise UnreadableFile("The encoding of the file cannot be told.", _CHOOSE)
    _refuse_binary(text)
    how = f"Read as {NAMES.get(name, name)}: not UTF-8, and this gives the most plausible text. Please check it."
    return Decoded(text, name, how, certain=False)


def _candidates(sample: bytes) -> Iterable[str]:
    yield from _CODE_PAGES
    best = from_bytes(sample[:20_000]).best()
    if best is not None:
        name = codecs.lookup(best.encoding).name
        if name not in _CODE_PAGES:
            yield name


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _refuse_binary(text: str) -> None:
    """Refuse what has NUL characters, or more than a few other control characters."""
    controls = sum(1 for _ in _CONTROLS.finditer(text))
    if "\x00" in text or controls > max(3, len(text) // 200):
        raise UnreadableFile(
            "The file is not a text: it holds control characters.",
            "Save it as plain text first, best as UTF-8.",
        )
