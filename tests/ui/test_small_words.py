"""Numbers beside the texts stand where they should, whichever way the window runs."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from taqabul.ui.bitext.small_words import SmallWords


def ink(font, words, *, direction=Qt.LayoutDirection.LeftToRight, **how):
    """The columns of a picture of 100 by 20 that hold anything of the words drawn over all of it."""
    picture = QImage(100, 20, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.setLayoutDirection(direction)
    painter.setPen(Qt.GlobalColor.black)
    SmallWords(font).draw(painter, QRectF(0, 0, 100, 20), words, **how)
    painter.end()
    blank = picture.pixel(0, 0)
    return [x for x in range(100) if any(picture.pixel(x, y) != blank for y in range(20))]


def test_words_stand_in_the_middle(qapp):
    columns = ink(qapp.font(), "42")
    assert (columns[0] + columns[-1]) / 2 == pytest.approx(50, abs=2)


def test_words_begin_where_lines_do(qapp):
    assert ink(qapp.font(), "42", centred=False)[0] < 5
    assert ink(qapp.font(), "42", centred=False, direction=Qt.LayoutDirection.RightToLeft)[-1] > 95
