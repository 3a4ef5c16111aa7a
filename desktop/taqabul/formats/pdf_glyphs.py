"""The letters of a PDF document and where they stand, page by page, as PDFium sees them."""

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

import regex

MAX_GLYPHS_ON_PAGE: Final = 100_000
_SHAPE: Final = regex.compile("[\ufb50-\ufd3d\ufd50-\ufdf9\ufe70-\ufefc\ufb00-\ufb06]")
_LINE_END_HYPHEN: Final = "\x02"
_SPACES: Final = frozenset({0x20, 0xA0})
_FLAT: Final = frozenset(" \u00a0._-–—…·,،‚")


class Glyph(NamedTuple):
    """A letter on a page; lengths in points, y upwards.

    ``left`` and ``right`` are the ends of the room it takes on its line, ``bottom`` and ``top`` of its ink. ``x`` is
    where it was set, which tells the order of letters that stand above each other; ``base`` is the y of its line,
    ``size`` that of its font. A glyph without text only takes room.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    x: float
    base: float
    size: float

    @property
    def middle(self) -> float:
        """The middle of its room on the line."""
        return (self.left + self.right) / 2


@dataclass(slots=True)
class GlyphPage:
    """What stands on a page, and how many signs are of a kind.

    ``unmapped`` ones have no letter in the file, ``shapes`` stood for letters, ``strokes`` stretch words, those
    ``askew`` run another way than the page does and are left out.
    """

    glyphs: list[Glyph] = field(default_factory=list)
    unmapped: int = 0
    strokes: int = 0
    shapes: int = 0
    askew: int = 0
    cut: bool = False


def pages_of(document: Any) -> Iterator[GlyphPage]:  # noqa: ANN401 - the package has no types
    """The pages of an open PDFium document; a page that cannot be read is empty."""
    import pypdfium2 as pdfium  # noqa: PLC0415 - slow to load, and needed for such files only

    for number in range(len(document)):
        try:
            page = document[number]
            text = page.get_textpage()
        except pdfium.PdfiumError:
            yield GlyphPage()
            continue
        yield _read(text, page.get_cropbox())
        text.close()
        page.close()


def _read(text: Any, seen: tuple[float, float, float, float]) -> GlyphPage:  # noqa: ANN401
    """What stands in the part of a page that is ``seen``: left, bottom, right and top."""
    page = GlyphPage()
    left, bottom, right, top = seen
    count = text.count_chars()
    page.cut = count > MAX_GLYPHS_ON_PAGE
    found = [
        (slant, glyph)
        for slant, glyph in _glyphs(text, min(count, MAX_GLYPHS_ON_PAGE), page)
        if left <= glyph.middle <= right and bottom <= glyph.base <= top
    ]
    slants = Counter(slant for slant, _ in found)
    usual = slants.most_common(1)[0][0] if slants else 0
    page.glyphs = [glyph for slant, glyph in found if slant == usual]
    page.askew = len(found) - len(page.glyphs)
    return page


def _glyphs(text: Any, count: int, page: GlyphPage) -> Iterator[tuple[int, Glyph]]:  # noqa: ANN401
    """What stands on a page, each with its slant in eighths of half a turn; what PDFium put in is passed over."""
    from pypdfium2 import raw  # noqa: PLC0415

    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    room, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    for index in range(count):
        code = raw.FPDFText_GetUnicode(text, index)
        if code in {10, 13}:
            continue
        raw.FPDFText_GetCharBox(text, index, left, right, bottom, top)
        if code in _SPACES and right.value <= left.value:
            continue
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        raw.FPDFText_GetLooseCharBox(text, index, room)
        raw.FPDFText_GetMatrix(text, index, matrix)
        size = raw.FPDFText_GetFontSize(text, index) * math.hypot(matrix.b, matrix.d)
        box = _Box(left.value, right.value, bottom.value - y.value, top.value - y.value)
        letters = _letters(code, page, box, size)
        mark = letters != "" and unicodedata.category(letters[0]) == "Mn"
        ends = (left.value, right.value) if mark or code in _SPACES else (room.left, room.right)
        glyph = Glyph(letters, ends[0], ends[1], bottom.value, top.value, x.value, y.value, size)
        if size > 0 and all(map(math.isfinite, glyph[1:])):
            yield round(math.atan2(matrix.b, matrix.a) * 8 / math.pi), glyph


class _Box(NamedTuple):
    """Where ink is: from ``bottom`` to ``top`` over the line it stands on."""

    left: float
    right: float
    bottom: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left


def _letters(code: int, page: GlyphPage, box: _Box, size: float) -> str:
    """What a sign stands for: letters for their shapes; nothing where the file does not say it, or for a stroke.

    A stroke on the line stretches an Arabic word; many files give it the number of some other sign.
    """
    character = chr(code) if 0 < code < 0x110000 else ""
    flat = box.top - box.bottom < min(0.15 * size, box.width)
    if character == _LINE_END_HYPHEN and flat and box.bottom > 0.1 * size:
        return "-"
    if flat and abs(box.bottom) < 0.05 * size and character not in _FLAT:
        page.strokes += 1
        return ""
    if not character or unicodedata.category(character) in {"Cc", "Cn", "Co", "Cs"} or code == 0xFFFD:
        page.unmapped += 1
        return ""
    if _SHAPE.match(character):
        page.shapes += 1
        plain = unicodedata.normalize("NFKC", character)
        return plain.lstrip(" \u0640") or plain
    return " " if character == "\u00a0" else character
