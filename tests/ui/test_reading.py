"""How texts are shown: fonts, vowel signs, unseen characters. The texts themselves never change by it."""

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox

from taqabul.domain.language import Language, Side
from taqabul.text.showing import LRI, PDI, Display
from taqabul.ui.bitext.cell_painter import Highlights
from taqabul.ui.bitext.model import column_of
from taqabul.ui.core.fonts import OWN_FAMILY, text_fonts
from taqabul.ui.core.settings import Settings, load_settings, save_settings
from taqabul.ui.dialogs.fonts_dialog import FontsDialog
from taqabul.workflow import reviewing

KEY = Qt.Key
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def laid(window, row, side=Side.SOURCE, part=0):
    return window.page.view.cell(row, side).paragraphs[part]


def retyped(window, library, bitext, row, text, side=Side.SOURCE):
    place = window.page.view.place_in(row, side, 0)
    window.page.reviewer.show(reviewing.edit_text(library, bitext, place.paragraph.id, text))


def lit_words(window, row, side=Side.SOURCE):
    """What the cell's marks cover on the screen."""
    one = laid(window, row, side)
    units = one.layout.text().encode("utf-16-le")
    formats = window.page.view.painting.cells._formats(one)
    return [units[2 * each.start : 2 * (each.start + each.length)].decode("utf-16-le") for each in formats]


def test_a_key_hides_the_vowel_signs_and_marks_stay_on_their_words(at_work):
    text = laid(at_work, 1).paragraph.text
    assert "كِتَابُ" in text
    start = text.index("أحمد")
    at_work.page.view.painting.cells.highlights = Highlights(
        {laid(at_work, 1).paragraph.id: [(start, start + 4)]}
    )
    assert lit_words(at_work, 1) == ["أحمد"]
    QTest.keyClick(at_work.page.view, KEY.Key_V, CTRL_SHIFT)
    assert "كتاب" in laid(at_work, 1).layout.text()
    assert lit_words(at_work, 1) == ["أحمد"]
    assert laid(at_work, 1).paragraph.text == text
    assert "كتاب" in at_work.page.details.sentences.toPlainText() or at_work.page.view.place().position != 1
    QTest.keyClick(at_work.page.view, KEY.Key_V, CTRL_SHIFT)
    assert laid(at_work, 1).layout.text() == text


def test_the_pointer_finds_the_word_whose_vowel_signs_are_hidden(at_work):
    at_work.reading.toggle_tashkeel()
    view = at_work.page.view
    one = laid(at_work, 1)
    rect = view.layouts.text_rect(one, view.cell_rect(1, column_of(Side.SOURCE)).toRectF(), rtl=True)
    first, length = one.units(one.paragraph.text.index("أحمد"), one.paragraph.text.index("أحمد") + 4)
    line = one.layout.lineForTextPosition(first)
    middle = (line.cursorToX(first)[0] + line.cursorToX(first + length)[0]) / 2
    point = rect.topLeft().toPoint()
    point.setX(int(rect.left() + middle))
    point.setY(int(rect.top() + line.height() / 2))
    word = at_work.page.word_lights.word_at(point)
    assert word is not None
    assert one.paragraph.text[word.stretch.start : word.stretch.end] == "أحمد"


def test_the_editor_shows_the_true_text(at_work):
    at_work.reading.toggle_tashkeel()
    at_work.page.view.go_to(1, Side.SOURCE)
    QTest.keyClick(at_work.page.view, KEY.Key_E)
    assert at_work.page.editing.editor.text == laid(at_work, 1).paragraph.text
    assert "كِتَابُ" in at_work.page.editing.editor.text


def test_unseen_characters_are_named_and_tinted(at_work, library, bitext):
    retyped(at_work, library, bitext, 0, "بيان\u200f من\u00a0القاهرة.")
    assert lit_words(at_work, 0) == []
    QTest.keyClick(at_work.page.view, KEY.Key_U, CTRL_SHIFT)
    assert lit_words(at_work, 0) == [f"\u200f{LRI}RLM{PDI}", f"\u00a0{LRI}NBSP{PDI}"]
    assert at_work.settings.unseen
    assert at_work.actions_table["unseen"].isChecked()


def test_latin_words_are_set_apart_on_the_screen_only(at_work, library, bitext):
    retyped(at_work, library, bitext, 0, "لغة C++ (ISO) قديمة.")
    assert laid(at_work, 0).layout.text() == f"لغة {LRI}C++ (ISO){PDI} قديمة."
    assert laid(at_work, 0).paragraph.text == "لغة C++ (ISO) قديمة."


def test_the_program_brings_its_own_arabic_font(window):
    assert OWN_FAMILY in QFontDatabase.families(QFontDatabase.WritingSystem.Arabic)
    assert text_fonts(100).of(Language.ARABIC).family() == OWN_FAMILY


@pytest.fixture
def dialog(at_work, qtbot):
    made = FontsDialog(at_work.settings, at_work)
    made.chosen.connect(at_work.reading.apply)
    made.show()
    return made


def test_fonts_are_chosen_for_each_language_and_show_at_once(at_work, dialog):
    view = at_work.page.view
    narrow = view.places.heights.height(1)
    dialog.groups[Language.ARABIC].points.setValue(30)
    dialog.groups[Language.ARABIC].spacing.setValue(200)
    assert view.look.fonts.of(Language.ARABIC).pointSizeF() == 30
    assert view.look.fonts.of(Language.ENGLISH).pointSizeF() == 10.5
    assert view.places.heights.height(1) > narrow
    dialog.accept()
    assert (at_work.settings.arabic_points, at_work.settings.arabic_spacing) == (30, 200)


def test_fonts_that_are_not_kept_go_again(at_work, dialog):
    english = dialog.groups[Language.ENGLISH]
    family = next(name for name in QFontDatabase.families() if name != english.family.currentFont().family())
    english.points.setValue(20)
    english.family.setCurrentText(family)
    dialog.reject()
    assert at_work.settings.english_points == 10.5
    assert at_work.page.view.look.fonts.of(Language.ENGLISH).pointSizeF() == 10.5


def test_the_usual_fonts_come_back(at_work, dialog):
    dialog.groups[Language.ARABIC].points.setValue(30)
    dialog.buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults).click()
    dialog.accept()
    assert at_work.settings.arabic_points == Settings().arabic_points


def test_what_is_chosen_is_remembered(tmp_path):
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    chosen = Settings(arabic_points=17.5, english_family="Serif", english_spacing=150, tashkeel=False)
    save_settings(chosen, store)
    assert load_settings(store) == chosen
    store.setValue("arabic_points", "many")
    assert load_settings(store).arabic_points == Settings().arabic_points


def test_what_is_shown_of_the_texts_follows_the_settings(library, bitext, qtbot, at_work):
    at_work.settings.tashkeel, at_work.settings.unseen = False, True
    assert at_work.reading.look.display == Display(tashkeel=False, unseen=True)


def test_only_the_texts_are_left_and_escape_brings_the_rest_back(at_work):
    page = at_work.page
    parts = [at_work.menuBar(), at_work.statusBar(), page.details, page.minimap, page.view.horizontalHeader()]
    shown = [not part.isHidden() for part in parts]
    texts = page.view.cell_rect(0, column_of(Side.SOURCE)).width()
    QTest.keyClick(page.view, KEY.Key_F11)
    assert all(part.isHidden() for part in parts)
    assert page.view.look.only_texts
    assert page.view.cell_rect(0, column_of(Side.SOURCE)).width() > texts
    QTest.keyClick(page.view, KEY.Key_Space)
    assert page.view.place().position == 1
    QTest.keyClick(page.view, KEY.Key_Escape)
    assert [not part.isHidden() for part in parts] == shown
    assert not page.view.look.only_texts
    assert not at_work.isFullScreen()


def test_leaving_the_bitext_leaves_the_reading_mode(at_work):
    QTest.keyClick(at_work.page.view, KEY.Key_F11)
    at_work.show_start()
    assert not at_work.menuBar().isHidden()
    assert not at_work.reading.only_texts


@pytest.mark.parametrize("width", [320, 480, 3840])
def test_very_narrow_and_very_wide_windows_show_both_texts(at_work, width):
    at_work.resize(width, 500)
    view = at_work.page.view
    rects = [view.cell_rect(0, column_of(side)) for side in Side]
    assert all(rect.width() >= 60 for rect in rects)
    assert view.grab().width() > 0


def test_a_paragraph_is_turned_by_key_and_undo_turns_it_back(at_work):
    view = at_work.page.view
    view.go_to(0, Side.SOURCE)
    QTest.keyClick(view, KEY.Key_D, CTRL_SHIFT)
    option = laid(at_work, 0).layout.textOption()
    assert (option.textDirection(), option.alignment()) == (
        Qt.LayoutDirection.LeftToRight,
        Qt.AlignmentFlag.AlignLeft,
    )
    QTest.keyClick(view, KEY.Key_E)
    shown = at_work.page.editing.editor.document().defaultTextOption()
    assert shown.textDirection() is Qt.LayoutDirection.LeftToRight
    at_work.page.editing.discard()
    at_work.page.reviewer.undo()
    assert laid(at_work, 0).layout.textOption().textDirection() is Qt.LayoutDirection.RightToLeft
