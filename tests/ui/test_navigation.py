"""Going from row to row, finding words, and how rows, crossings and colours are shown."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from taqabul.domain.language import Side
from taqabul.ui.core.settings import Theme

KEY = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def at(window):
    return window.page.view.currentIndex().row()


def test_arrows_step_through_paragraphs_then_rows(at_work):
    view = at_work.page.view
    view.go_to(0, Side.TARGET)
    steps = []
    for _ in range(4):
        QTest.keyClick(view, KEY.Key_Down)
        steps.append((at(at_work), view.place().part))
    assert steps == [(1, 0), (1, 1), (2, 0), (3, 0)]
    for _ in range(2):
        QTest.keyClick(view, KEY.Key_Up)
    assert (at(at_work), view.place().part) == (1, 1)
    QTest.keyClick(view, KEY.Key_Left)
    assert view.place().side is Side.SOURCE
    QTest.keyClick(view, KEY.Key_Right)
    assert view.place().side is Side.TARGET
    QTest.keyClick(view, KEY.Key_End)
    assert at(at_work) == 6
    QTest.keyClick(view, KEY.Key_Home)
    assert at(at_work) == 0


def test_the_next_uneven_row_and_back(at_work):
    view = at_work.page.view
    rows = []
    for _ in range(3):
        QTest.keyClick(view, KEY.Key_N)
        rows.append(at(at_work))
    assert rows == [1, 5, 6]
    QTest.keyClick(view, KEY.Key_N, ALT)
    assert at(at_work) == 5


def test_the_next_unconfirmed_row_skips_what_is_decided(at_work):
    view = at_work.page.view
    view.go_to(1)
    QTest.keyClick(view, KEY.Key_X)
    view.go_to(0)
    QTest.keyClick(view, KEY.Key_U)
    assert at(at_work) == 2
    QTest.keyClick(view, KEY.Key_U, ALT)
    assert at(at_work) == 0


def test_the_least_sure_pairs_come_first(at_work):
    rows = []
    for _ in range(6):
        QTest.keyClick(at_work.page.view, KEY.Key_L)
        rows.append(at(at_work))
    assert rows == [4, 3, 1, 2, 0, 4]


def test_going_to_a_paragraph_number(at_work):
    assert at_work.page.navigator.paragraph(Side.TARGET, 6)
    assert at(at_work) == 3
    assert at_work.page.navigator.paragraph(Side.TARGET, 3)
    assert (at(at_work), at_work.page.view.place().part) == (1, 1)
    assert not at_work.page.navigator.paragraph(Side.SOURCE, 99)


def test_finding_folds_vowel_signs_and_lights_up_the_vocalised_word(at_work, qtbot):
    page = at_work.page
    QTest.keyClick(page.view, KEY.Key_F, CTRL)
    assert page.find_bar.query.hasFocus()
    page.find_bar.query.setText("كتاب")
    qtbot.waitUntil(lambda: len(page.finder.hits) == 1)
    QTest.keyClick(page.find_bar.query, KEY.Key_Return)
    assert at(at_work) == 1
    place = page.view.place()
    (start, end), *_ = page.view.painting.cells.highlights.hits[place.paragraph.id]
    assert place.paragraph.text[start:end] == "كِتَابُ"
    assert page.view.painting.cells.highlights.current == (place.paragraph.id, start)
    page.view.grab()
    QTest.keyClick(page.find_bar.query, KEY.Key_Escape)
    assert not page.find_bar.isVisible()
    assert not page.view.painting.cells.highlights.hits


def test_finding_steps_round_and_says_where_it_is(at_work, qtbot):
    page = at_work.page
    page.find_bar.open()
    page.find_bar.query.setText("the")
    qtbot.waitUntil(lambda: len(page.finder.hits) > 2)
    total = len(page.finder.hits)
    for _ in range(total + 1):
        page.finder.step(1)
    assert page.find_bar.result.text() == f"1 of {total}"
    page.find_bar.query.setText("nowhere to be seen")
    qtbot.waitUntil(lambda: page.find_bar.result.text() == "Nothing found")


def test_crossing_links_are_curves_that_name_themselves(at_work):
    page = at_work.page
    page.view.grab()
    [curve] = page.view.painting.gutter.curves
    assert (curve.row, curve.boundary) in {(3, 5), (4, 3)}
    point = curve.path.pointAtPercent(0.5)
    assert page.view.painting.gutter.curve_at(point) is curve
    assert "Haifa" in page.view.mouse.words(curve) or "Zuhair" in page.view.mouse.words(curve)


def test_a_crossing_goes_when_its_row_is_unlinked(at_work, qtbot):
    page = at_work.page
    [(_, row, _)] = page.model.crossings.between(0, 6)
    page.view.go_to(row)
    QTest.keyClick(page.view, KEY.Key_L, CTRL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: page.model.crossings.between(0, 9) == [])


def test_both_themes_and_every_zoom_paint_without_a_word_in_the_log(at_work, caplog):
    for theme in (Theme.DARK, Theme.LIGHT, Theme.SYSTEM):
        at_work.colours.choose(theme)
        assert not at_work.page.view.grab().isNull()
    before = at_work.page.view.places.heights.height(1)
    for _ in range(4):
        at_work.reading.zoom(1)
    assert at_work.page.view.places.heights.height(1) > before
    at_work.reading.zoom(0)
    assert at_work.page.view.places.heights.height(1) == before
    assert not caplog.records


def test_the_texts_stand_in_their_own_directions(at_work):
    view = at_work.page.view
    arabic, english = (view.cell(1, side).paragraphs[0].layout.textOption() for side in Side)
    assert arabic.textDirection() is Qt.LayoutDirection.RightToLeft
    assert english.textDirection() is Qt.LayoutDirection.LeftToRight


def test_listeners_hear_a_table_of_rows_and_columns(at_work):
    interface = QAccessible.queryAccessibleInterface(at_work.page.view)
    assert interface.role() is QAccessible.Role.Table
    names = [interface.child(n).text(QAccessible.Text.Name) for n in range(interface.childCount())]
    assert [name for name in names if name][:4] == ["State", "Arabic", "Links", "English"]
    assert "1. A statement from Cairo." in names
    assert "Proposed, 1-1, 95 %" in names
    assert interface.text(QAccessible.Text.Name) == "Pairs of paragraphs"


def test_a_passing_remark_takes_the_place_of_the_figures(at_work, qtbot):
    assert at_work.figures.progress.isVisible()
    QTest.keyClick(at_work.page.view, KEY.Key_BracketLeft)
    qtbot.waitUntil(lambda: "Picked 1" in at_work.statusBar().currentMessage())
    at_work.refresh()
    assert not at_work.figures.progress.isVisible()
    at_work.statusBar().clearMessage()
    assert at_work.figures.progress.isVisible()
