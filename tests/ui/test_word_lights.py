"""Pointing at a word, with the mouse or with a caret, lights up the words that face it."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QSettings, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from taqabul.domain.language import Side
from taqabul.text.offsets import to_utf16
from taqabul.ui.bitext.model import column_of
from taqabul.ui.core.settings import Settings, Theme, load_settings, save_settings
from taqabul.ui.main_window import MainWindow
from taqabul.workflow.word_links import WordLinker

KEY = Qt.Key


@pytest.fixture
def point(at_work, qtbot):
    """A way to rest the mouse on a word of a row, as a person does, until nothing is looked for any more."""

    def pointed(row, side, word, part=0):
        view, goal = at_work.page.view, place_of(at_work, row, side, word, part)
        QTest.mouseMove(view.viewport(), goal + QPoint(0, 1))
        QTest.mouseMove(view.viewport(), goal)
        settle(at_work, qtbot)

    return pointed


def place_of(window, row, side, word, part=0):
    """The middle of a word's first letter, in the viewport."""
    view = window.page.view
    cell = view.cell(row, side)
    laid = cell.paragraphs[part]
    rect = view.layouts.text_rect(laid, view.cell_rect(row, column_of(side)).toRectF(), rtl=cell.rtl)
    at = to_utf16(laid.paragraph.text, laid.paragraph.text.index(word))
    line = laid.layout.lineForTextPosition(at)
    (start, _), (end, _) = line.cursorToX(at), line.cursorToX(at + 1)
    return QPoint(int(rect.left() + (start + end) / 2), int(rect.top() + line.y() + line.height() / 2))


def settle(window, qtbot):
    qtbot.waitUntil(lambda: not window.page.word_lights.waits)


def lit(window):
    """The words that light up in the view, by side."""
    view = window.page.view
    lights = view.painting.cells.words
    texts = {}
    for row in range(view.rows.count):
        data = view.rows.row(row)
        texts |= {one.id: one.text for one in (*data.source, *data.target)}
    return {texts[id_][start:end] for id_, spans in lights.items() for start, end in spans}


def test_the_word_under_the_pointer_and_its_counterpart_light_up(at_work, point):
    point(0, Side.SOURCE, "القاهرة")
    assert lit(at_work) == {"القاهرة", "Cairo"}
    point(2, Side.TARGET, "teacher")
    assert lit(at_work) == {"المعلم", "teacher"}


def test_counterparts_in_another_paragraph_of_the_row_light_up(at_work, point):
    point(1, Side.SOURCE, "الطلاب")
    assert {"الطلاب", "pupils"} <= lit(at_work)
    point(1, Side.TARGET, "school")
    assert {"المدرسة", "school"} <= lit(at_work)


def test_what_lights_up_is_painted(at_work, point):
    before = at_work.page.view.viewport().grab().toImage()
    point(0, Side.SOURCE, "القاهرة")
    assert lit(at_work)
    after = at_work.page.view.viewport().grab().toImage()
    ground = at_work.page.view.look.colours.word
    spot = place_of(at_work, 0, Side.TARGET, "Cairo")
    around = [QPoint(spot.x() + x, spot.y() + y) for x in range(-6, 30) for y in range(-8, 9)]
    assert all(before.pixelColor(one) != ground for one in around)
    assert any(after.pixelColor(one) == ground for one in around)


def test_beside_the_words_and_outside_the_view_nothing_lights_up(at_work, point, qtbot):
    point(0, Side.SOURCE, "القاهرة")
    assert lit(at_work)
    view = at_work.page.view
    QTest.mouseMove(view.viewport(), view.cell_rect(0, 0).center())
    settle(at_work, qtbot)
    assert lit(at_work) == set()
    point(0, Side.SOURCE, "القاهرة")
    assert lit(at_work)
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    assert lit(at_work) == set()


def test_a_row_with_one_side_has_nothing_to_light_up(at_work, point):
    one_sided = next(
        r for r in range(at_work.page.view.rows.count) if not at_work.page.view.rows.row(r).source
    )
    point(one_sided, Side.TARGET, "counterpart")
    assert lit(at_work) == set()


def test_links_are_found_once_for_the_same_texts_and_anew_for_others(at_work, point, monkeypatch):
    linker, sought = at_work.page.word_lights.linker, []
    find = linker.links
    monkeypatch.setattr(linker, "links", lambda row: sought.append(row) or find(row))
    point(0, Side.SOURCE, "القاهرة")
    point(0, Side.TARGET, "statement")
    assert "statement" in lit(at_work)
    assert len(sought) == 1
    view = at_work.page.view
    paragraph = view.rows.row(0).target[0]
    at_work.page.reviewer.edit_text(paragraph.id, "A statement from Damascus.", before=paragraph.text)
    assert lit(at_work) == set()
    point(0, Side.TARGET, "Damascus")
    assert len(sought) == 2
    assert "Cairo" not in lit(at_work)


def test_the_switch_is_remembered(at_work, point, qtbot):
    at_work.actions_table["word-links"].trigger()
    assert not at_work.settings.word_links
    assert not at_work.actions_table["word-links"].isChecked()
    point(0, Side.SOURCE, "القاهرة")
    assert lit(at_work) == set()
    at_work.actions_table["word-links"].trigger()
    point(0, Side.TARGET, "Cairo")
    assert lit(at_work) == {"القاهرة", "Cairo"}


def test_a_switched_off_window_opens_bitexts_without_lights(library, settings, bitext, qtbot):
    settings.word_links = False
    window = MainWindow(library, settings)
    qtbot.addWidget(window)
    window.show()
    window.open_bitext(bitext)
    qtbot.waitUntil(lambda: window.page.view.places.height > 0)
    QTest.mouseMove(window.page.view.viewport(), place_of(window, 0, Side.SOURCE, "القاهرة"))
    settle(window, qtbot)
    assert lit(window) == set()
    window.page.editing.discard()
    window.close()


def test_a_caret_among_the_sentences_lights_up_words_there_and_above(at_work, qtbot):
    panel = at_work.page.details.sentences
    at_work.page.view.go_to(0)
    at_work.page.details.refresh()
    panel.setFocus()
    caret = panel.document().find("Cairo")
    caret.setPosition(caret.selectionStart())
    panel.setTextCursor(caret)
    settle(at_work, qtbot)
    assert lit(at_work) == {"القاهرة", "Cairo"}
    assert {one.cursor.selectedText() for one in panel.extraSelections()} == {"القاهرة", "Cairo"}
    for _ in range(5):
        QTest.keyClick(panel, KEY.Key_Right)
    settle(at_work, qtbot)
    assert lit(at_work) == {"القاهرة", "Cairo"}
    QTest.keyClick(panel, KEY.Key_Home)
    settle(at_work, qtbot)
    assert "Cairo" not in lit(at_work)


def test_leaving_the_sentences_puts_the_lights_out(at_work, qtbot):
    panel = at_work.page.details.sentences
    at_work.page.details.refresh()
    panel.setFocus()
    panel.setTextCursor(panel.document().find("Cairo"))
    caret = panel.textCursor()
    caret.setPosition(caret.selectionStart())
    panel.setTextCursor(caret)
    settle(at_work, qtbot)
    assert lit(at_work)
    at_work.page.view.setFocus()
    assert lit(at_work) == set()
    assert panel.extraSelections() == []


def test_lights_go_with_the_dark_colours(at_work, point):
    at_work.colours.choose(Theme.DARK)
    point(0, Side.SOURCE, "القاهرة")
    image = at_work.page.view.viewport().grab().toImage()
    ground = at_work.page.view.look.colours.word
    spot = place_of(at_work, 0, Side.SOURCE, "القاهرة")
    assert any(
        image.pixelColor(spot.x() + x, spot.y() + y) == ground for x in range(-9, 10) for y in range(-9, 10)
    )
    at_work.colours.choose(Theme.LIGHT)


def test_characters_beyond_sixteen_bits_before_a_word_do_not_shift_the_light(at_work, point):
    paragraph = at_work.page.view.rows.row(0).target[0]
    at_work.page.reviewer.edit_text(paragraph.id, "😀😀 Statement 😀 from Cairo.", before=paragraph.text)
    point(0, Side.TARGET, "Cairo")
    assert lit(at_work) == {"القاهرة", "Cairo"}
    place = place_of(at_work, 0, Side.TARGET, "Cairo")
    ground = at_work.page.view.look.colours.word
    image = at_work.page.view.viewport().grab().toImage()
    assert any(image.pixelColor(place.x(), place.y() + y) == ground for y in range(-9, 10))


def test_drawing_a_link_asks_for_no_words(at_work, qtbot):
    view = at_work.page.view
    start, end = (
        place_of(at_work, 0, side, word) for side, word in zip(Side, ("القاهرة", "Cairo"), strict=True)
    )
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    event = QMouseEvent(
        QEvent.Type.MouseMove, end.toPointF(), view.viewport().mapToGlobal(end).toPointF(),
        Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)
    assert view.mouse.line is not None
    assert not at_work.page.word_lights.waits
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=start)


def test_whatever_the_pointer_rests_on_while_links_are_sought_lights_up_in_the_end(at_work, qtbot):
    lights = at_work.page.word_lights
    first, second = (
        lights.word_at(place_of(at_work, row, Side.SOURCE, word))
        for row, word in ((0, "القاهرة"), (2, "المعلم"))
    )
    lights.point(first)
    lights.point(second)
    settle(at_work, qtbot)
    assert {"المعلم", "teacher"} <= lit(at_work)
    assert "Cairo" not in lit(at_work)


def test_a_failure_in_finding_links_is_no_secret_and_no_end(at_work, point, qtbot, monkeypatch):
    def fail(_linker, _row):
        raise LookupError("no links")

    with monkeypatch.context() as broken, qtbot.captureExceptions() as caught:
        broken.setattr(WordLinker, "links", fail)
        point(0, Side.SOURCE, "القاهرة")
    assert [kind for kind, *_ in caught] == [LookupError]
    point(0, Side.TARGET, "statement")
    assert "statement" in lit(at_work)


@pytest.mark.parametrize("shown", [True, False])
def test_the_switch_outlives_the_window(tmp_path, shown):
    store = QSettings(str(tmp_path / "taqabul.ini"), QSettings.Format.IniFormat)
    save_settings(Settings(word_links=shown), store)
    again = QSettings(str(tmp_path / "taqabul.ini"), QSettings.Format.IniFormat)
    assert load_settings(again).word_links is shown
    again.setValue("word_links", "perhaps")
    again.setValue("zoom", "110")
    assert load_settings(again).word_links
    assert load_settings(again).zoom == 110
