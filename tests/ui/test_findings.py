"""The conditions that only a longer text shows: figures, lengths, reasons, bookmarks, what others changed; by key."""

import random

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit

from taqabul.domain.bitext import Alignment, LinkStatus, ProposedLink
from taqabul.domain.options import ImportOptions
from taqabul.ui.dialogs.reason_dialog import ReasonDialog
from taqabul.ui.queues.chip import Chip
from taqabul.workflow import aligning, reviewing
from taqabul.workflow.importing import import_files
from taqabul.workflow.library import open_library
from taqabul.workflow.queues import CONDITIONS
from taqabul.workflow.saved_filters import saved_filters

KEY = Qt.Key
ROWS = 60
WRONG_NUMBER, LONG, SHORT = 11, 23, 37


@pytest.fixture
def bitext(library, tmp_path):
    """Sixty rows of one ratio; one whose figures differ, one three times too long, one much too short."""
    chance = random.Random(4)
    arabic, english = [], []
    for _ in range(ROWS):
        words = chance.randint(8, 30)
        arabic.append("كتاب " * words + "جديد.")
        english.append("book " * words + "new.")
    arabic[WRONG_NUMBER] = "وصل في عام ٢٠٠٤ " + arabic[WRONG_NUMBER]
    english[WRONG_NUMBER] = "Came in 2014 now " + english[WRONG_NUMBER]
    english[LONG] = " ".join([english[LONG]] * 3)
    english[SHORT] = "Short."
    path = tmp_path / "long.txt"
    path.write_text("\n\n".join((*arabic, *english)), encoding="utf-8")
    report = import_files(library, [path], ImportOptions())
    links = tuple(ProposedLink((at,), (at,), 0.9) for at in range(ROWS))
    return aligning.create_bitext(library, *report.pair, Alignment(links, links, "by hand"))


@pytest.fixture
def busy(at_work, qtbot, bitext, tmp_path):
    """The window, after some work by key, and some by somebody else."""
    qtbot.waitUntil(at_work.isActiveWindow)
    view = at_work.page.view
    view.go_to(3)
    QTest.keyClick(view, KEY.Key_B, Qt.KeyboardModifier.ShiftModifier)
    view.go_to(5)
    answered = []

    def answer():
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, ReasonDialog):
            QTimer.singleShot(20, answer)
            return
        answered.append(dialog)
        QTest.keyClicks(dialog.line, "name missing")
        QTest.keyClick(dialog.line, KEY.Key_Return)

    QTimer.singleShot(0, answer)
    QTest.keyClick(view, KEY.Key_R, Qt.KeyboardModifier.ShiftModifier)
    assert answered
    other = open_library(tmp_path / "library.db", "Salma")
    reviewing.confirm(other, bitext, [at_work.page.model.link_at(8)])
    other.close()
    at_work.page.check_others()
    qtbot.waitUntil(lambda: at_work.page.model.status_at(8) is LinkStatus.CONFIRMED)
    come_back(at_work, qtbot)
    return at_work


def come_back(window, qtbot):
    """The offscreen platform leaves it to us when a dialog closes."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.page.view.setFocus()


def filter_by(window, condition):
    """F, arrows, Space, and back to the rows."""
    QTest.keyClick(window.page.view, KEY.Key_F)
    QTest.keyClick(window.focusWidget(), KEY.Key_Home)
    for _ in range(list(CONDITIONS).index(condition)):
        QTest.keyClick(window.focusWidget(), KEY.Key_Right)
    assert isinstance(window.focusWidget(), Chip)
    QTest.keyClick(window.focusWidget(), KEY.Key_Space)
    QTest.keyClick(window.focusWidget(), KEY.Key_Down)


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("numbers", [WRONG_NUMBER]),
        ("long", [LONG]),
        ("short", [SHORT]),
        ("reason", [5]),
        ("bookmarked", [3]),
        ("changed-by-others", [8]),
        ("changed", [3, 5, 8]),
    ],
)
def test_a_condition_finds_its_rows_in_a_long_text(busy, qtbot, condition, expected):
    page = busy.page
    numbers = [page.model.row(at).source[0].number for at in expected]
    filter_by(busy, condition)
    qtbot.waitUntil(lambda: page.filtering.known(condition))
    qtbot.waitUntil(lambda: page.model.count == len(expected))
    assert [page.model.row(at).source[0].number for at in range(page.model.count)] == numbers
    assert page.filter_bar.chips[condition].text().endswith(f"  {len(expected)}")
    QTest.keyClick(page.view, KEY.Key_Backspace)
    assert page.model.count == ROWS


def test_a_filter_is_saved_and_taken_by_keyboard_alone(busy, qtbot, library):
    page = busy.page
    filter_by(busy, "bookmarked")
    qtbot.waitUntil(lambda: page.model.count == 1)
    named = []

    def name():
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QInputDialog):
            QTimer.singleShot(20, name)
            return
        named.append(dialog)
        QTest.keyClicks(dialog.findChild(QLineEdit), "Mine")
        QTest.keyClick(dialog.findChild(QLineEdit), KEY.Key_Return)

    QTimer.singleShot(0, name)
    busy.commands.show_palette()
    query = busy.commands.palette.query
    QTest.keyClicks(query, "save this filter")
    QTest.keyClick(query, KEY.Key_Return)
    qtbot.waitUntil(lambda: bool(named))
    qtbot.waitUntil(lambda: list(saved_filters(library)) == ["Mine"])
    come_back(busy, qtbot)
    QTest.keyClick(page.view, KEY.Key_Backspace)
    assert page.model.count == ROWS
    busy.commands.show_palette()
    QTest.keyClicks(busy.commands.palette.query, "Mine")
    QTest.keyClick(busy.commands.palette.query, KEY.Key_Return)
    qtbot.waitUntil(lambda: page.model.count == 1)
