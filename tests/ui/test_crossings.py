"""Crossing links: both ends are told and lead to each other, near or far; rows of several paragraphs have brackets."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtTest import QTest

from taqabul.domain.language import Side
from taqabul.ui.bitext.model import Column
from taqabul.ui.bitext.row_source import Crossings


@given(st.integers(1, 8), st.data())
def test_no_crossing_leads_beyond_the_rows_whatever_comes_or_goes(count, data):
    places = st.lists(st.integers(0, count - 1), unique=True).map(sorted)
    rows = np.array(data.draw(places), np.int64)
    boundaries = np.array([data.draw(st.integers(0, count)) for _ in rows], np.int64)
    first = data.draw(st.integers(0, count - 1))
    last = data.draw(st.integers(first, count - 1))
    left = Crossings(rows, boundaries).shifted(last + 1, first - last - 1)
    size = count - (last - first + 1)
    assert all(0 <= row < size for row in left.rows)
    assert all(0 <= boundary <= size for boundary in left.boundaries)
    assert left.rows.tolist() == [
        r if r < first else r - (last - first + 1) for r in rows if not first <= r <= last
    ]
    more = Crossings(rows, boundaries).shifted(first, 2)
    assert all(0 <= boundary <= count + 2 for boundary in more.boundaries)


def test_several_rows_that_go_at_the_end_take_no_crossing_beyond_it(at_work, qtbot, monkeypatch):
    at_work.page.view.go_to(3)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(at_work.page.view, key, Qt.KeyboardModifier.ShiftModifier)
    monkeypatch.setattr(at_work.page, "_look_again", lambda: None)
    QTest.keyClick(at_work.page.view, Qt.Key.Key_M)
    assert at_work.page.model.count == 4
    assert max([0, *at_work.page.model.crossings.boundaries]) <= 4
    at_work.page.view.grab()


def test_a_bug_while_painting_is_a_report_and_no_end_of_the_program(at_work, qtbot, monkeypatch):
    def fail(*_args):
        raise ZeroDivisionError("a bug of ours")

    painting = at_work.page.view.painting
    with qtbot.captureExceptions() as caught, monkeypatch.context() as patch:
        patch.setattr(painting, "_curves", fail)
        at_work.page.view.viewport().update()
        qtbot.waitUntil(lambda: len(caught) > 0)
    assert all("a bug of ours" in str(error) for _, error, _ in caught)
    at_work.page.view.viewport().repaint()


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
    at_work.reading.zoom(20)
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
    ends = painter._ends(painter._view.cell(1, Side.TARGET), Side.TARGET, 0.0)
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
