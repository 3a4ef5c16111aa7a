"""A Word document whose body is written piece by piece; all that is around it is python-docx's."""

import io
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import BinaryIO, Final

from taqabul.formats.characters import NOT_XML

BODY: Final = "word/document.xml"
FONT: Final = "Arial"
"""Has both scripts, and is there, or has a stand-in, wherever documents are read."""


@contextmanager
def opened(
    out: BinaryIO, title: str, made_at: datetime, *, landscape: bool = False
) -> Iterator[Callable[[bytes], object]]:
    """What takes the body of a new document, as XML; the document is whole when the block ends."""
    template = _template(title, made_at, landscape=landscape)
    with (
        zipfile.ZipFile(io.BytesIO(template)) as made,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file,
    ):
        for name in made.namelist():
            if name != BODY:
                file.writestr(name, made.read(name))
        around = made.read(BODY)
        begin = around.index(b"<w:body>") + len(b"<w:body>")
        end = around.index(b"<w:sectPr")
        with file.open(BODY, "w", force_zip64=True) as body:
            body.write(around[:begin])
            yield body.write
            body.write(around[end:])


def _template(title: str, made_at: datetime, *, landscape: bool) -> bytes:
    from docx import Document  # noqa: PLC0415 - seldom needed
    from docx.enum.section import WD_ORIENT  # noqa: PLC0415
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import Cm, Pt  # noqa: PLC0415

    document = Document()
    about = document.core_properties
    about.title, about.author, about.comments = NOT_XML.sub("", title)[:255], "Taqabul", ""
    about.created = about.modified = made_at.replace(tzinfo=None)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    if landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    for name, size in (("Normal", 11), ("Title", 18)):
        style = document.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        fonts = style.element.rPr.rFonts
        for place in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(place), None)
        fonts.set(qn("w:cs"), FONT)
        # Arabic has a size of its own.
        for old in style.element.rPr.findall(qn("w:szCs")):
            style.element.rPr.remove(old)
        own = OxmlElement("w:szCs")
        own.set(qn("w:val"), str(2 * size))
        style.element.rPr.find(qn("w:sz")).addnext(own)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()
