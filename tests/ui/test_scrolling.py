"""Scrolling moves what is painted: what is on the screen afterwards is what painting all of it would give."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

from taqabul.domain.language import Side
from taqabul.workflow.annotating.marking import Given, mark, mark_pair
from taqabul.workflow.annotating.relating import relate
from taqabul.workflow.word_links import Stretch

DOT = 16


@pytest.fixture
def low(at_work):
    """A window too low for all its rows, with marks, a relation and a word on a whole pair."""
    library, bitext, view = at_work.library, at_work.page.summary.id, at_work.page.view
    row = view.rows.row(1)
    ids = []
    for text, start, end in ((row.source[0], 0, 8), (row.target[0], 8, 20)):
        ids += mark(library, bitext, [Stretch(text.id, start, end)], Given("entities", "person")).annotations
    relate(library, bitext, ids[0], ids[1], "entities", "same")
    mark_pair(library, bitext, row.link.id, Given("entities", "place"))
    at_work.annotating.desk.refresh()
    at_work.resize(900, 420)
    QApplication.processEvents()
    assert view.verticalScrollBar().maximum() > 60
    return at_work


def on_screen(view):
    """The pixels of the rows as they are on the screen, once what follows from what was done is done, too."""
    for _ in range(3):
        QApplication.processEvents()
    place = view.viewport()
    corner = place.mapTo(place.window(), place.rect().topLeft())
    picture = place.screen().grabWindow(place.window().winId()).toImage()
    return picture.copy(QRect(corner, place.size()))


def differing(one, other):
    """How many pixels differ."""
    assert one.size() == other.size()
    return int((np.array(one.constBits()) != np.array(other.constBits())).reshape(-1, 4).any(axis=1).sum())


@pytest.mark.parametrize("steps", [(9, 9, 30), (45, -20, 3), (1, 1, 1, 2)])
def test_what_was_moved_joins_what_was_painted(low, steps):
    view = low.page.view
    bar = view.verticalScrollBar()
    view.go_to(0, Side.TARGET)
    before = on_screen(view)
    for step in steps:
        bar.setValue(bar.value() + step)
        moved = on_screen(view)
        view.viewport().update()
        # Qt rounds the edge of a small dot otherwise where a part of it is out of the window.
        assert differing(moved, on_screen(view)) <= 2 * DOT
    assert differing(moved, before) > 10 * DOT


@pytest.fixture
def painted(low, monkeypatch):
    """The places of the cells painted from now on, each time they are."""
    on_screen(low.page.view)
    seen = []
    cells = low.page.view.painting.cells
    real = cells.paint
    monkeypatch.setattr(
        cells,
        "paint",
        lambda painter, rect, *rest, **more: (seen.append(rect), real(painter, rect, *rest, **more)),
    )
    return seen


@pytest.mark.parametrize("pointer", [None, 10, 60, 100])
def test_only_what_comes_into_view_is_painted(low, painted, pointer):
    view = low.page.view
    if pointer is not None:
        QCursor.setPos(view.viewport().mapToGlobal(QPoint(200, pointer)))
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 6)
    on_screen(view)
    bottom = view.places.height
    come = {view.places.row_at(y) for y in range(bottom - 6, bottom)}
    assert 1 <= len(painted) <= 2 * len(come)
    painted.clear()
    view.viewport().update()
    on_screen(view)
    assert len(painted) == 2 * len(view.places.visible()) > 2 * len(come)


def test_a_pointer_that_passes_has_nothing_painted(low, painted, qtbot):
    view = low.page.view
    for y in range(5, view.viewport().height(), 10):
        qtbot.mouseMove(view.viewport(), QPoint(200, y))
        on_screen(view)
    assert not painted


def test_rows_beside_the_window_are_made_ready(low, qtbot):
    view = low.page.view
    view.go_to(0)
    last = view.places.visible()[-1][0]
    assert last + 1 < view.rows.count
    view.layouts.clear(view.look)
    view.settle()
    link = view.rows.link_at(last + 1)
    qtbot.waitUntil(lambda: (link, Side.SOURCE) in view.layouts)


def test_marks_of_a_far_place_follow_its_texts_at_once(low, qtbot):
    view = low.page.view
    wanted = on_screen(view)
    view.layouts.clear(view.look)  # as if the rows had not been looked at
    view.jumped()
    view.viewport().repaint()
    place = view.viewport()
    corner = place.mapTo(place.window(), place.rect().topLeft())
    first = place.screen().grabWindow(place.window().winId()).toImage().copy(QRect(corner, place.size()))
    assert differing(first, wanted) > 10 * DOT
    qtbot.waitUntil(lambda: differing(on_screen(view), wanted) == 0)


def test_marking_paints_only_the_row_it_is_in(low, monkeypatch, qtbot):
    view, desk = low.page.view, low.annotating.desk
    view.go_to(0, Side.SOURCE)
    desk.use_set("entities")
    desk.mode.set_on(on=True)
    on_screen(view)
    painted = []
    cells = view.painting.cells
    real = cells.paint
    monkeypatch.setattr(
        cells,
        "paint",
        lambda painter, rect, link, *rest, **more: (
            painted.append(link),
            real(painter, rect, link, *rest, **more),
        ),
    )
    desk.marker.mark(next(one for one in desk.labels() if one.key == "person"))
    on_screen(view)
    qtbot.waitUntil(lambda: not low.runner.jobs)  # what faces the mark is offered in the same row
    moved = on_screen(view)
    assert {*painted} == {view.rows.link_at(0)}
    view.viewport().update()
    assert differing(moved, on_screen(view)) <= 2 * DOT
