"""The overview of a bitext, by key: what it shows, where it leads, what can be saved of it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFileDialog

from taqabul.ui.core.settings import Theme
from taqabul.ui.core.theme import DARK, LIGHT

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def overview(at_work, qtbot):
    """The overview of the open bitext; the cursor of its rows is in the third."""
    at_work.page.view.go_to(2)
    qtbot.waitUntil(at_work.isActiveWindow)
    qtbot.waitUntil(at_work.actions_table["overview"].isEnabled)
    qtbot.keyClick(at_work.page.view, Qt.Key.Key_M, CTRL)
    qtbot.waitUntil(lambda: at_work.overview.shown, timeout=30_000)
    qtbot.waitUntil(lambda: at_work.overview.page.map.view().width > 50)
    return at_work.overview.page


def spot(page, source, target):
    """Where a place of the map is, in pixels of its picture."""
    seen = page.map.view()
    return (source - seen.left) * seen.width / seen.across, (target - seen.top) * seen.height / seen.down


def test_esc_leads_back_to_the_row_and_verbs_sleep_meanwhile(at_work, overview, qtbot):
    qtbot.waitUntil(lambda: not at_work.actions_table["confirm"].isEnabled())
    assert at_work.actions_table["overview"].isChecked()
    qtbot.keyClick(overview, Qt.Key.Key_Escape)
    assert not at_work.overview.shown
    assert at_work.page.view.hasFocus()
    assert at_work.page.view.currentIndex().row() == 2


def test_the_key_that_opens_it_closes_it(at_work, overview, qtbot):
    qtbot.waitUntil(at_work.actions_table["overview"].isEnabled)
    qtbot.keyClick(overview, Qt.Key.Key_M, CTRL)
    assert not at_work.overview.shown


def test_it_tells_how_much_text_there_is(overview):
    words = overview.figures.text()
    assert "Arabic: 6 paragraph(s)" in words
    assert "English: 7 paragraph(s)" in words


def test_links_are_where_their_paragraphs_are_and_a_click_goes_there(at_work, overview, qtbot):
    raster = overview.map._raster
    seen = overview.map.view()
    for row, place in ((1, (1.5, 2.0)), (4, (4.5, 4.5)), (0, (0.5, 0.5))):
        assert raster.row_at(seen, *spot(overview, *place)) == row
    assert raster.row_at(seen, *spot(overview, 0.5, 6.5)) == -1
    point = overview.map.plot.vb.mapViewToScene(QPointF(4.5, 4.5))
    qtbot.mouseClick(
        overview.map.widget.viewport(), Qt.MouseButton.LeftButton, pos=overview.map.widget.mapFromScene(point)
    )
    qtbot.waitUntil(lambda: not at_work.overview.shown)
    assert at_work.page.view.currentIndex().row() == 4


def test_a_bar_leads_to_the_first_row_behind_it(at_work, overview):
    overview.shapes.pressed.emit(list(overview.shown.shapes).index("1-2"))
    assert at_work.page.view.currentIndex().row() == 1


def test_the_least_sure_bar_leads_to_the_least_sure_row(at_work, overview):
    overview.confidence.pressed.emit(6)
    assert at_work.page.view.currentIndex().row() == 4


def test_the_map_is_zoomed_and_moved_by_key(overview, qtbot):
    before = overview.map.view()
    qtbot.keyClick(overview.map.widget, Qt.Key.Key_Plus)
    closer = overview.map.view()
    assert closer.across < before.across
    qtbot.keyClick(overview.map.widget, Qt.Key.Key_Right)
    assert overview.map.view().left > closer.left
    qtbot.keyClick(overview.map.widget, Qt.Key.Key_0)
    assert overview.map.view().across == pytest.approx(before.across)


@pytest.mark.parametrize(("theme", "colours"), [(Theme.LIGHT, LIGHT), (Theme.DARK, DARK)])
def test_its_ground_and_its_links_follow_the_theme(at_work, overview, theme, colours):
    at_work.set_theme(theme)
    seen = overview.map.view()
    pixels = overview.map._raster.draw(seen, colours)
    x, y = spot(overview, 0.5, 0.5)
    assert tuple(pixels[int(y), int(x), :3]) == colours.accent.getRgb()[:3]
    picture = QImage.fromData(overview.confidence.drawing(Path("a.png")))
    assert picture.pixelColor(1, 1) == colours.ground


def test_every_chart_is_saved_as_png_and_as_svg(overview, tmp_path, monkeypatch):
    for number, chart in enumerate(overview.charts):
        for kind in ("png", "svg"):
            out = tmp_path / f"{number}.{kind}"
            monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, out=out: (str(out), ""))
            chart.save.click()
            if kind == "svg":
                assert QSvgRenderer(str(out)).isValid()
            else:
                assert QImage(str(out)).width() == 2 * chart.widget.width()


def test_a_picture_that_cannot_be_written_is_told(at_work, overview, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "no" / "a.png"), ""))
    overview.map.save.click()
    assert at_work.messages.isVisible()


def test_the_library_is_one_key_away(at_work, overview, qtbot):
    qtbot.keyClick(overview, Qt.Key.Key_W, CTRL)
    assert not at_work.overview.shown
    assert not at_work.has_page
