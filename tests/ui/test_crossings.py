"""Crossing links: both ends are told and lead to each other, near or far; rows of several paragraphs have brackets."""

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtTest import QTest

from taqabul.domain.language import Side
from taqabul.ui.bitext.model import Column


def the_curve(window):
    window.page.view.grab()
    [curve] = window.page.view.painting.gutter.curves
    return curve


@pytest.fixture
def crossing(at_work, qtbot):
    """The crossing link's row and the boundary where its target stands."""
    curve = the_curve(at_work)
    return curve.row, curve.boundary


@pytest.fixture
def tall(at_work, crossing):
    """Rows so tall that only one end of the crossing link is in sight: that of its row."""
    at_work.resize(1000, 420)
    at_work.zoom(20)
    view, (row, boundary) = at_work.page.view, crossing
    view.verticalScrollBar().setValue(view.places.heights.top(row) if boundary > row else 0)
    view.go_to(row)
    view.places.row, view.places.offset = (row, 0) if boundary > row else (max(0, row - 1), 0)
    view.settle()
    return at_work


def test_a_key_goes_to_the_other_end_and_back(at_work, crossing):
    view, (row, boundary) = at_work.page.view, crossing
    view.go_to(row)
    QTest.keyClick(view, Qt.Key.Key_O)
    assert (view.place().position, view.place().side) == (boundary, Side.TARGET)
    QTest.keyClick(view, Qt.Key.Key_O)
    assert (view.place().position, view.place().side) == (row, Side.SOURCE)


def test_the_key_says_where_nothing_crosses(at_work):
    at_work.page.view.go_to(0)
    QTest.keyClick(at_work.page.view, Qt.Key.Key_O)
    assert at_work.page.view.place().position == 0
    assert "No crossing link" in at_work.statusBar().currentMessage()


def test_both_ends_in_sight_need_no_badge(at_work):
    assert the_curve(at_work).badge.isEmpty()


def test_an_end_out_of_sight_has_a_badge_with_its_number_and_a_click_leads_there(tall, crossing):
    view, (row, boundary) = tall.page.view, crossing
    curve = the_curve(tall)
    number = view.rows.row(row).target[0].number
    assert curve.crossing.badge == f"{'↓' if boundary > row else '↑'} {number}"
    middle = curve.badge.center()
    assert view.painting.gutter.curve_at(middle) is curve
    assert str(number) in view.mouse.words(curve)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle.toPoint())
    assert (view.place().position, view.place().side) == (boundary, Side.TARGET)


def test_a_click_beside_the_curves_chooses_the_row(at_work):
    view = at_work.page.view
    rect = view.cell_rect(1, 2)
    assert view.painting.gutter.curve_at(QPointF(rect.center())) is None
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert view.place().position == 1


def test_a_bracket_has_an_arm_for_each_paragraph(at_work):
    painter, view = at_work.page.view.painting, at_work.page.view
    ends = painter._ends(1, Side.TARGET, 0.0)
    assert len(ends) == 2
    cell = view.cell(1, Side.TARGET)
    for height, laid in zip(ends, cell.paragraphs, strict=True):
        assert laid.top < height < laid.top + laid.height


def test_in_a_mirrored_window_links_begin_at_the_source_too(at_work):
    view = at_work.page.view
    cell = QRectF(view.cell_rect(0, Column.LINKS))
    begins = the_curve(at_work).path.pointAtPercent(0).x()
    assert begins < cell.center().x()
    at_work.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    mirrored = QRectF(view.cell_rect(0, Column.LINKS))
    assert view.cell_rect(0, Column.SOURCE).left() >= mirrored.right()
    curve = the_curve(at_work)
    assert curve.path.pointAtPercent(0).x() > mirrored.center().x() > curve.path.pointAtPercent(1).x()
