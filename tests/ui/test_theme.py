"""Colours: readable on every ground of every theme, and never the only thing that tells two states apart."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QListWidget,
    QTableWidget,
    QTreeWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from taqabul.domain.bitext import LinkStatus
from taqabul.ui.bitext.state_painter import draw_confidence, draw_status
from taqabul.ui.core.date_field import give_calendar
from taqabul.ui.core.settings import Theme
from taqabul.ui.core.theme import CONTRAST, DARK, LIGHT, colours
from taqabul.ui.main_window import MainWindow

AA, AAA, SHAPES = 4.5, 7.0, 3.0
GROUNDS = ("ground", "selected", "band")
WORDS = ("text", "muted", "accent", "inserted", "deleted")
SIGNS = ("good", "fair", "poor", "mark")


def luminance(colour: QColor) -> float:
    parts = [
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in colour.getRgbF()[:3]
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    """The ratio of WCAG 2."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("name", [*WORDS, *SIGNS])
def test_high_contrast_is_aaa_for_all_that_is_read(name, ground):
    assert contrast(getattr(CONTRAST, name), getattr(CONTRAST, ground)) >= AAA


@pytest.mark.parametrize("name", ["hit", "current_hit", "word"])
@pytest.mark.parametrize(("look", "least"), [(LIGHT, AAA), (DARK, AA), (CONTRAST, AAA)])
def test_marked_words_stay_readable(look, least, name):
    assert contrast(look.text, getattr(look, name)) >= least


@pytest.fixture(
    params=[(Theme.LIGHT, LIGHT), (Theme.DARK, DARK), (Theme.CONTRAST, CONTRAST)], ids=lambda one: one[0]
)
def grounds(request, window):
    """The colours of a theme and whatever may be behind words and signs of it."""
    theme, look = request.param
    window.colours.choose(theme)
    palette, role = QApplication.palette(), QPalette.ColorRole
    controls = {name: palette.color(role[name]) for name in ("Window", "Base", "Button")}
    yield look, controls | {name: getattr(look, name) for name in GROUNDS}
    window.colours.choose(Theme.LIGHT)


def test_words_are_aa_and_signs_and_edges_are_seen_on_every_ground(grounds):
    look, behind = grounds
    for name, ground in behind.items():
        for word in WORDS:
            assert contrast(getattr(look, word), ground) >= AA, (word, name)
        for sign in (*SIGNS, "edge"):
            assert contrast(getattr(look, sign), ground) >= SHAPES, (sign, name)


def test_names_of_unseen_characters_are_readable():
    for look in (LIGHT, DARK, CONTRAST):
        assert contrast(look.accent, look.sign) >= AA


def test_crossing_links_stand_out_from_their_ground():
    for look in (LIGHT, DARK, CONTRAST):
        for ground in (look.ground, look.selected):
            assert all(contrast(colour, ground) >= SHAPES for colour in look.crossing)


def test_a_box_to_tick_is_seen_ticked_or_not(grounds, window):
    _look, behind = grounds
    box = QCheckBox("x", window)
    box.ensurePolished()
    for ticked in (False, True):
        box.setChecked(ticked)
        image = box.grab().toImage()
        best = max(contrast(image.pixelColor(x, image.height() // 2), behind["Window"]) for x in range(14))
        assert best >= SHAPES


def test_what_opens_a_calendar_has_no_edge_of_its_own(grounds, window):
    look, _behind = grounds
    field = QDateEdit(window)
    give_calendar(field)
    days = [field.calendarWidget().weekdayTextFormat(day) for day in Qt.DayOfWeek]
    assert all(one.foreground().style() is Qt.BrushStyle.NoBrush for one in days)
    field.resize(200, 30)
    field.ensurePolished()
    image = field.grab().toImage()
    inside = {image.pixelColor(x, 25).name() for x in range(176, 196)}
    assert inside == {look.ground.name()}


def test_controls_in_high_contrast_are_aaa(window):
    window.colours.choose(Theme.CONTRAST)
    palette, role = QApplication.palette(), QPalette.ColorRole
    pairs = [
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.ButtonText, role.Button),
        (role.HighlightedText, role.Highlight),
        (role.ToolTipText, role.ToolTipBase),
    ]
    for text, ground in pairs:
        assert contrast(palette.color(text), palette.color(ground)) >= AAA
    assert colours(window.settings.theme) is CONTRAST
    window.colours.choose(Theme.LIGHT)


def drawn(draw) -> bytes:
    """A sign in black on white, whatever its colours are."""
    image = QImage(20, 20, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    draw(painter, QRectF(3, 3, 13, 13))
    painter.end()
    return bytes(image.convertToFormat(QImage.Format.Format_Alpha8).constBits())


def test_states_differ_by_shape_without_any_colour(qapp):
    statuses = [drawn(lambda p, r, s=status: draw_status(p, r, s, LIGHT)) for status in LinkStatus]
    levels = [drawn(lambda p, r, c=level: draw_confidence(p, r, c, LIGHT)) for level in (0.2, 0.6, 0.9)]
    assert len(set(statuses)) == len(statuses)
    assert len(set(levels)) == len(levels)


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK, Theme.CONTRAST])
def test_a_short_list_of_choices_opens_whole(window, qtbot, theme):
    window.colours.choose(theme)
    box = QComboBox(window)
    box.addItems(["Claims · الادعاءات", "Entities · الكيانات", "Errors", "A short list"])
    box.show()
    box.showPopup()
    rows = box.view()
    qtbot.waitUntil(rows.isVisible)
    QApplication.processEvents()
    assert rows.verticalScrollBar().maximum() == 0
    last = rows.visualRect(box.model().index(3, 0))
    assert rows.viewport().rect().contains(last)
    assert last.height() >= rows.fontMetrics().lineSpacing() * 1.3
    box.hidePopup()


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK, Theme.CONTRAST])
def test_of_two_lists_the_one_with_the_keyboard_is_seen(window, qtbot, theme):
    window.colours.choose(theme)
    holder = QWidget(window)
    lists = [QListWidget(holder), QTreeWidget(holder), QTableWidget(2, 1, holder)]
    layout = QVBoxLayout(holder)
    for one in lists:
        layout.addWidget(one)
    holder.resize(300, 400)
    holder.show()
    qtbot.waitUntil(window.isActiveWindow)
    accent = colours(theme).accent

    def frame(one):
        picture = one.grab().toImage()
        return picture.pixelColor(picture.width() // 2, 1)

    for one in lists:
        one.setFocus()
        assert frame(one) == accent
        assert [other for other in lists if frame(other) == accent] == [one]
        place = one.viewport().geometry()
        one.clearFocus()
        assert one.viewport().geometry() == place, "nothing in it moves"
    window.colours.choose(Theme.LIGHT)


def test_a_window_that_is_gone_hears_no_more_of_the_systems_colours(library, settings, qtbot):
    made = MainWindow(library, settings)
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(made)
    with qtbot.captureExceptions() as raised:
        QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert raised == []
