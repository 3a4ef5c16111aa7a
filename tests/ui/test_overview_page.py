"""The overview of a bitext, by key: what it shows, where it leads, what can be saved of it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QPointF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFileDialog

from taqabul.ui.core.settings import Theme
from taqabul.ui.core.theme import CONTRAST, DARK, LIGHT
from taqabul.ui.glance.charts import HEADING
from taqabul.ui.glance.map_raster import class_colours

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def overview(at_work, qtbot):
    """The overview of the open bitext; the cursor of its rows is in the third."""
    at_work.page.view.go_to(2)
    qtbot.waitUntil(at_work.isActiveWindow)
    qtbot.waitUntil(at_work.actions_table["overview"].isEnabled)
    qtbot.keyClick(at_work.page.view, Qt.Key.Key_M, CTRL)
    qtbot.waitUntil(lambda: at_work.overview.shown)
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


def shown_rows(window):
    return [window.page.model.everything.links.tolist().index(link) for link in window.page.model.table.links]


def test_a_bar_shows_the_rows_behind_it_and_no_others(at_work, overview):
    overview.shapes.pressed.emit(list(overview.shown.shapes).index("1-1"))
    assert not at_work.overview.shown
    assert shown_rows(at_work) == [0, 2, 3, 4]
    bar = at_work.page.filter_bar
    assert bar.isVisible()
    assert bar.chips["picked"].isChecked()
    at_work.page.filtering.clear()
    assert at_work.page.model.count == 7


def test_the_least_sure_bar_shows_the_least_sure_row(at_work, overview):
    overview.confidence.pressed.emit(6)
    assert shown_rows(at_work) == [4]


def test_bars_are_chosen_and_told_by_key(at_work, overview, qtbot):
    chart = overview.confidence
    chart.widget.setFocus()
    told = []
    for _ in range(5):
        qtbot.keyClick(chart.widget, Qt.Key.Key_Right)
        told.append(chart.words(chart.current))
    assert told == [
        "30–35 %: 1 pair(s)",
        "60–65 %: 1 pair(s)",
        "70–75 %: 1 pair(s)",
        "85–90 %: 1 pair(s)",
        "95–100 %: 1 pair(s)",
    ]
    qtbot.keyClick(chart.widget, Qt.Key.Key_Left)
    qtbot.keyClick(chart.widget, Qt.Key.Key_Return)
    assert shown_rows(at_work) == [2]


def test_pairs_from_the_overview_cannot_be_kept_under_a_name(at_work, overview, monkeypatch):
    overview.confidence.pressed.emit(6)
    at_work.page.filter_bar.saved.keep("these")
    assert "from the overview" in at_work.messages.text.text()


def test_the_map_says_what_a_link_is(overview):
    assert overview._row_words(1) == "Row 2, 1-2, Proposed, 70 %"
    assert overview._row_words(
        overview.map._row_at(overview.map.plot.vb.mapViewToScene(QPointF(3.5, 5.5)))
    ) == ("Row 4, 1-1, Proposed, 60 %, crossing")


def test_likeness_is_drawn_behind_the_links(at_work, overview, qtbot, monkeypatch):
    qtbot.waitUntil(lambda: not at_work.runner.jobs)
    assert overview.likeness.isEnabled()
    assert overview._heat.shape == (6, 7)
    assert overview._heat[0, 0] == overview._heat[0].max()
    picture = QImage.fromData(overview.map.drawing(Path("a.png")))
    overview.likeness.setChecked(False)
    bare = QImage.fromData(overview.map.drawing(Path("a.png")))
    assert picture != bare
    overview.show_heat(None)
    assert not overview.likeness.isEnabled()


def test_rows_of_unusual_length_say_how_they_begin(overview):
    table = overview.outliers
    assert [table.horizontalHeaderItem(column).text() for column in (3, 4)] == ["Source", "Target"]


def test_what_a_place_on_the_map_is_does_not_hang_on_two_like_colours():
    for theme in (LIGHT, DARK, CONTRAST):
        told = [hue.getRgb()[:3] for hue in class_colours(theme)]
        for at, hue in enumerate(told):
            assert all(
                sum(abs(x - y) for x, y in zip(hue, other, strict=True)) > 45 for other in told[at + 1 :]
            )


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
    at_work.colours.choose(theme)
    seen = overview.map.view()
    pixels = overview.map._raster.draw(seen, colours)
    x, y = spot(overview, 0.0, 0.5)
    assert tuple(pixels[int(y), int(x) + 1, :3]) == colours.mark.getRgb()[:3]
    assert pixels[int(y), int(spot(overview, 0.5, 0.5)[0]), 3] == 0
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


def test_a_drawing_has_its_axes_where_the_picture_has_them(overview):
    chart = overview.shapes
    png = QImage.fromData(chart.drawing(Path("a.png")))
    drawn = QImage(png.size(), QImage.Format.Format_RGB32)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(chart.drawing(Path("a.svg")))).render(painter)
    painter.end()
    wide = int(2 * chart.plot.getAxis("left").width()) - 4

    def ends(picture):
        """From where to where there is something beside the bars, under the heading."""
        ground = picture.pixelColor(1, 1)
        rows = range(2 * HEADING, picture.height())
        held = [y for y in rows if any(picture.pixelColor(x, y) != ground for x in range(wide))]
        return held[0], held[-1]

    assert ends(png) == pytest.approx(ends(drawn), abs=6)


def test_a_picture_that_cannot_be_written_is_told(at_work, overview, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "no" / "a.png"), ""))
    overview.map.save.click()
    assert at_work.messages.isVisible()


def test_the_library_is_one_key_away(at_work, overview, qtbot):
    qtbot.keyClick(overview, Qt.Key.Key_W, CTRL)
    assert not at_work.overview.shown
    assert not at_work.has_page
