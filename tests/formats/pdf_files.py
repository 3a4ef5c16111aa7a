"""PDF documents for tests, drawn by Qt with a font whose letters have names in the file."""

from pathlib import Path

import matplotlib as mpl
from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QPageSize, QPainter, QPdfWriter, QTextDocument, QTextOption

FONT = Path(mpl.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
POINT = 1200 / 72
"""Dots of the writer."""


def font(size):
    """The font of all tests, in points."""
    QFontDatabase.addApplicationFont(str(FONT))
    return QFont("DejaVu Sans", size)


def writer(path):
    """A writer of A4 pages without margins."""
    made = QPdfWriter(str(path))
    made.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    made.setResolution(1200)
    return made


def print_html(path, html, *, numbered=True):
    """A document as a word processor would print it, by default with the pages' numbers."""
    document = QTextDocument()
    if not numbered:
        document.setPageSize(QSizeF(794, 1123))
    document.setDefaultFont(font(12))
    document.setHtml(html)
    document.print_(writer(path))


def draw(path, pages, size=12):
    """Pages of lines: (x, y from the top, words[, size]), in points; x is where a line begins, the right for Arabic."""
    made = writer(path)
    painter = QPainter(made)
    for number, lines in enumerate(pages):
        if number:
            made.newPage()
        for x, y, words, *other in lines:
            used = font(other[0] if other else size)
            painter.setFont(used)
            arabic = any("\u0600" <= one <= "\u06ff" for one in words)
            option = QTextOption()
            option.setTextDirection(
                Qt.LayoutDirection.RightToLeft if arabic else Qt.LayoutDirection.LeftToRight
            )
            left = x - painter.fontMetrics().horizontalAdvance(words) / POINT if arabic else x
            painter.setLayoutDirection(option.textDirection())
            painter.drawText(QPointF(left * POINT, y * POINT), words)
    painter.end()


def place(path, lines):
    """A page of lines whose signs are set one by one, from left to right."""
    made = writer(path)
    painter = QPainter(made)
    painter.setFont(font(12))
    for number, line in enumerate(lines):
        x = 60 * POINT
        for sign in line:
            if sign != " ":
                painter.drawText(QPointF(x, (100 + 20 * number) * POINT), sign)
            x += painter.fontMetrics().horizontalAdvance(sign)
    painter.end()
