"""A mark is painted before it is written: what is written is what was painted, and what cannot be written goes again."""

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from taqabul.domain.errors import EditConflict, LibraryError
from taqabul.domain.language import Side
from taqabul.workflow.annotating import marking
from taqabul.workflow.annotating.reading import all_annotations


@pytest.fixture
def annotating(at_work, qtbot):
    """The window with annotating on, giving labels of entities, the cursor in the first row's Arabic."""
    qtbot.waitUntil(at_work.isActiveWindow)
    desk = at_work.annotating.desk
    desk.use_set("entities")
    at_work.page.view.go_to(0, Side.SOURCE)
    desk.mode.set_on(on=True)
    for _ in range(3):
        QApplication.processEvents()
    return at_work


@pytest.fixture
def drawn(annotating, monkeypatch):
    """The labels on a row, each time it is painted."""
    painting, store, seen = annotating.page.view.painting.cells, annotating.annotating.desk.store, []
    real = painting.paint

    def paint(painter, rect, link, *rest, **more):
        seen.append([one.label for one in store.on_row(link).spans])
        real(painter, rect, link, *rest, **more)

    monkeypatch.setattr(painting, "paint", paint)
    return seen


def press(window, key):
    QTest.keySequence(window.page.view, QKeySequence(key))


def labels(window):
    return [one.label for one in all_annotations(window.library, window.page.summary.id)]


def test_a_mark_is_painted_once_before_it_is_written(annotating, drawn, monkeypatch):
    real, before = marking.mark, []

    def write(*asked):
        before.append((list(drawn), labels(annotating)))
        return real(*asked)

    monkeypatch.setattr(marking, "mark", write)
    press(annotating, "P")
    painted, written = before[0]
    assert painted[-1] == ["person"]
    assert written == []
    assert labels(annotating) == ["person"]
    store, link = annotating.annotating.desk.store, annotating.page.view.rows.link_at(0)
    assert store.on_row(link).spans == all_annotations(annotating.library, annotating.page.summary.id)
    assert annotating.annotating.desk.marker.mark_chosen() == store.on_row(link).spans[0]
    assert drawn == painted


@pytest.mark.parametrize(
    "error",
    [
        LibraryError("The disk is full.", "Make room."),
        EditConflict("Somebody changed the same rows.", "Look at them."),
    ],
)
def test_a_mark_that_cannot_be_written_goes_again_and_says_why(annotating, drawn, monkeypatch, error):
    def refuse(*_asked):
        raise error

    monkeypatch.setattr(marking, "mark", refuse)
    press(annotating, "P")
    assert ["person"] in drawn
    QApplication.processEvents()
    assert drawn[-1] == []
    assert annotating.annotating.desk.overlay.marks.chosen is None
    assert error.message in annotating.messages.text.text()
    monkeypatch.undo()
    press(annotating, "P")
    assert labels(annotating) == ["person"]


def test_the_same_label_twice_is_refused_without_a_second_line(annotating, drawn):
    press(annotating, "P")
    drawn.clear()
    press(annotating, "P")
    assert ["person", "person"] not in drawn
    assert labels(annotating) == ["person"]
