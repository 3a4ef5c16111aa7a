"""The report as PDF, set by Qt, which shapes Arabic and runs it from right to left."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument, QTextOption

from taqabul.domain.language import Language
from taqabul.ui.core.fonts import text_fonts
from taqabul.workflow.printed_score import write_bytes

DOTS = 150
MARGIN_MM = 15
LONGEST_WORD = 24
"""Letters up to which columns are made as wide as their longest words; beyond, words break, or they would run off the page."""


def pdf_of(html: str, title: str) -> bytes:
    """A page of HTML as PDF, A4."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setResolution(DOTS)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(*[MARGIN_MM] * 4), QPageLayout.Unit.Millimeter)
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    font = text_fonts(100).of(Language.ENGLISH)
    font.setFamilies([font.family(), text_fonts(100).of(Language.ARABIC).family()])
    font.setPointSizeF(9)
    document.setDefaultFont(font)
    document.setHtml(html)
    if max(map(len, document.toPlainText().split()), default=0) <= LONGEST_WORD:
        option = document.defaultTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        document.setDefaultTextOption(option)
    document.setPageSize(writer.pageLayout().paintRectPixels(DOTS).size().toSizeF())
    document.print_(writer)
    del writer  # it ends the file
    buffer.close()
    return bytes(content.data())


def write_pdf(path: Path, html: str, title: str) -> None:
    """Write a page of HTML as PDF. Raises CannotWrite."""
    write_bytes(path, pdf_of(html, title))
