"""The question where to split a pair: each text in its own direction, cut between words."""

import pytest
from PySide6.QtWidgets import QDialogButtonBox

from taqabul.domain.language import Language, Side
from taqabul.ui.dialogs.split_dialog import SplitDialog
from taqabul.workflow import reviewing

LANGUAGES = {Side.SOURCE: Language.ARABIC, Side.TARGET: Language.ENGLISH}


@pytest.fixture
def dialog(at_work, qtbot):
    made = SplitDialog(at_work.page.model.row(1), 1, 1, LANGUAGES, at_work)
    qtbot.addWidget(made)
    return made


def test_each_text_keeps_its_direction_and_its_end(dialog):
    assert [dialog.source.itemText(k) for k in range(2)] == [
        "nothing",
        "up to 2: \u2067وصل كِتَابُ أحمد إلى المدرسة. قرأه الطلاب.\u2069",
    ]
    assert dialog.target.itemText(1) == "up to 2: \u2066Ahmad's book reached the school.\u2069"


def test_a_long_text_is_cut_between_words(at_work, qtbot, library, bitext):
    page = at_work.page
    (paragraph,) = page.model.row(0).source
    page.reviewer.perform(
        lambda: reviewing.edit_text(library, bitext, paragraph.id, "COVID-19 " + "انتشر في المدينة كلها " * 9)
    )
    made = SplitDialog(page.model.row(0), 1, 0, LANGUAGES, at_work)
    qtbot.addWidget(made)
    shown = made.source.itemText(1)
    assert shown.startswith("up to 1: \u2067COVID-19 انتشر")
    assert shown.endswith("…\u2069")
    assert shown[:-2].split()[-1] in {"انتشر", "في", "المدينة", "كلها"}


def test_neither_row_may_be_empty(dialog):
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    allowed = {}
    for source in range(2):
        for target in range(3):
            dialog.source.setCurrentIndex(source)
            dialog.target.setCurrentIndex(target)
            allowed[source, target] = ok.isEnabled()
    assert [places for places, able in allowed.items() if not able] == [(0, 0), (1, 2)]


def test_the_dialog_fits_the_window(dialog):
    assert dialog.sizeHint().width() <= 1366
