"""Stepping over sentences and words by key lights up what faces them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from taqabul.domain.language import Side

ALT = Qt.KeyboardModifier.AltModifier
KEY = Qt.Key


@pytest.fixture
def step(at_work, qtbot):
    """Press a key with Alt and wait until nothing is looked for any more; gives what lights up."""

    def stepped(key):
        page = at_work.page
        QTest.keyClick(page.view, key, ALT)
        qtbot.waitUntil(lambda: not page.word_lights.waits)
        texts = {}
        for row in range(page.view.rows.count):
            data = page.view.rows.row(row)
            texts |= {one.id: one.text for one in (*data.source, *data.target)}
        lights = page.view.painting.cells.words
        return [texts[id_][start:end] for id_, spans in lights.items() for start, end in spans]

    return stepped


def test_sentences_light_up_with_those_that_face_them(at_work, step):
    at_work.page.view.go_to(1, Side.SOURCE)
    assert step(KEY.Key_Down) == ["وصل كِتَابُ أحمد إلى المدرسة.", "Ahmad's book reached the school."]
    assert step(KEY.Key_Down) == ["قرأه الطلاب.", "The pupils read it."]
    assert step(KEY.Key_Up)[0].startswith("وصل")


def test_sentences_go_on_in_the_next_row_of_the_same_side(at_work, step):
    view = at_work.page.view
    view.go_to(1, Side.TARGET, 1)
    assert step(KEY.Key_Down)[0] == "The pupils read it."
    assert step(KEY.Key_Down)[0] == "The teacher came back on 3 May."
    assert (view.place().position, view.place().side) == (2, Side.TARGET)
    assert step(KEY.Key_Up)[0] == "The pupils read it."
    assert (view.place().position, view.place().part) == (1, 1)


def test_at_the_end_of_the_text_a_step_leads_nowhere(at_work, step):
    view = at_work.page.view
    view.go_to(0, Side.SOURCE)
    step(KEY.Key_Down)
    lit = step(KEY.Key_Up)
    assert lit[0] == "بيان من القاهرة."
    assert view.place().position == 0


def test_words_are_gone_through_the_way_they_are_read(at_work, step):
    at_work.page.view.go_to(0, Side.SOURCE)
    assert step(KEY.Key_Left)[0] == "بيان"
    step(KEY.Key_Left)
    lit = step(KEY.Key_Left)
    assert {"القاهرة", "Cairo"} <= set(lit)
    assert "القاهرة" not in step(KEY.Key_Right)
    at_work.page.view.go_to(0, Side.TARGET)
    assert "A" in step(KEY.Key_Right)
    assert "statement" in step(KEY.Key_Right)


def test_a_word_that_nothing_faces_is_seen_all_the_same(at_work, step):
    at_work.page.view.go_to(5, Side.TARGET)
    assert at_work.page.view.place().row.link.is_one_sided
    assert step(KEY.Key_Right) == ["A"]


def test_what_is_lit_by_key_stays_when_an_answer_about_words_comes_late_and_goes_with_the_cursor(
    at_work, step
):
    page = at_work.page
    page.view.go_to(0, Side.SOURCE)
    cell = page.view.cell(0, Side.SOURCE)
    rect = page.view.cell_rect(0, 1)
    page.word_lights.point(page.word_lights.word_at(rect.topRight() + QPoint(-70, cell.height // 2)))
    assert page.word_lights.waits
    assert step(KEY.Key_Down) == ["بيان من القاهرة.", "A statement from Cairo."]
    QTest.keyClick(page.view, KEY.Key_Down)
    assert page.view.painting.cells.words == {}
