"""Two annotators in the window, by key: their work comes together, is decided between, and measured."""

import os
import subprocess
import sys
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QTableWidgetItem
from shiboken6 import isValid

from taqabul.domain.annotation import Ruling
from taqabul.measures.agreement import Figure
from taqabul.ui.agreeing.adjudication_dialog import AdjudicationDialog, Shown
from taqabul.ui.agreeing.agreement_dialog import AgreementDialog
from taqabul.ui.agreeing.merge_dialog import MergeDialog
from taqabul.ui.agreeing.otherwise_dialog import OtherwiseDialog
from taqabul.ui.agreeing.words import figure_text
from taqabul.workflow.aligning import align_files
from taqabul.workflow.annotating import marking
from taqabul.workflow.annotating.marking import Given, mark
from taqabul.workflow.annotating.reading import all_annotations, annotated_bitext
from taqabul.workflow.library import open_library
from taqabul.workflow.rows import iter_rows
from taqabul.workflow.word_links import Stretch

CLAIM = Given("claims", "claim")
MODIFIER = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def targets(library, bitext):
    return [one for row in iter_rows(library, bitext) for one in row.target]


@pytest.fixture
def samis(tmp_path, text_file, library, bitext):
    """Sami's library of the same text; Rana marked it too, and they agree in one mark of three."""
    path = tmp_path / "sami.db"
    other = open_library(path, "Sami")
    theirs = align_files(other, [text_file]).bitext
    for at, length in ((0, 11), (1, 7)):
        mark(other, theirs, [Stretch(targets(other, theirs)[at].id, 0, length)], CLAIM)
    other.close()
    for at, length in ((0, 11), (1, 12), (2, 9)):
        mark(library, bitext, [Stretch(targets(library, bitext)[at].id, 0, length)], CLAIM)
    return path


def when_asked(kind, act):
    """Have something done in the next dialog of a kind."""
    done = []

    def look():
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            done.append(dialog)
            act(dialog)
        elif not done:
            QTimer.singleShot(50, look)

    QTimer.singleShot(0, look)
    return done


def press(window, qtbot, action, key, modifier=MODIFIER):
    """Press a verb's key once the window can hear it."""
    window.activateWindow()
    qtbot.waitUntil(
        lambda: (
            window.isActiveWindow() and not window.runner.jobs and window.actions_table[action].isEnabled()
        )
    )
    qtbot.keyClick(window.page.view, key, modifier)


@pytest.fixture
def merge(at_work, samis, qtbot, monkeypatch):
    """Merges by key; gives what the dialog said before."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(samis), ""))

    def by_key():
        seen = []
        when_asked(MergeDialog, lambda dialog: (seen.append(dialog.said.text()), dialog.accept()))
        press(at_work, qtbot, "merge-library", Qt.Key.Key_M)
        qtbot.waitUntil(lambda: bool(seen) and not at_work.runner.jobs)
        return seen[0]

    return by_key


def test_another_library_comes_in_by_key_and_one_step_takes_it_out(at_work, merge, library, bitext, qtbot):
    assert "What would come in: 2 mark(s)" in merge()
    assert "Came in: 2 mark(s)" in at_work.messages.text.text()
    authors = [one.author for one in all_annotations(library, bitext)]
    assert authors == ["Rana", "Rana", "Rana", "Sami", "Sami"]
    press(at_work, qtbot, "undo", Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: {one.author for one in all_annotations(library, bitext)} == {"Rana"})


def test_nothing_comes_in_before_somebody_agreed_nor_a_second_time(
    at_work, merge, library, bitext, samis, qtbot
):
    before = all_annotations(library, bitext)
    seen = when_asked(MergeDialog, lambda dialog: dialog.reject())
    at_work.agreeing.merge_file(samis)
    qtbot.waitUntil(lambda: bool(seen) and not at_work.runner.jobs)
    assert all_annotations(library, bitext) == before
    merge()
    at_work.agreeing.merge_file(samis)
    qtbot.waitUntil(lambda: "nothing new" in at_work.messages.text.text())
    assert len(all_annotations(library, bitext)) == len(before) + 2


def test_conflicts_are_shown_and_only_ticked_ones_taken(at_work, merge, library, bitext, samis, qtbot):
    merge()
    mine = next(one for one in all_annotations(library, bitext) if one.author == "Sami")
    marking.set_comment(library, bitext, mine.id, "mine")
    asked = []

    def tick(dialog):
        asked.append([dialog.table.item(0, column).text() for column in (1, 2)])
        dialog.table.item(0, 0).setCheckState(Qt.CheckState.Checked)
        dialog.accept()

    when_asked(MergeDialog, tick)
    at_work.agreeing.merge_file(samis)
    qtbot.waitUntil(lambda: bool(asked))
    qtbot.waitUntil(lambda: not at_work.runner.jobs)
    assert "mine" in asked[0][0]
    assert "mine" not in asked[0][1]
    here, there = (words.split("\n") for words in asked[0])
    assert here[0] == there[0], "both say first what it is"
    assert len(here) == len(there) == 3, "and then what differs, and who said so"
    assert there[1] == "Comment: –"
    assert next(one for one in all_annotations(library, bitext) if one.id == mine.id).comment == ""


COMMENTER = """
import sys
from taqabul.workflow.annotating.marking import set_comment
from taqabul.workflow.annotating.reading import all_annotations
from taqabul.workflow.library import open_library
library = open_library(sys.argv[1], "Salma")
for one in all_annotations(library, int(sys.argv[2])):
    set_comment(library, int(sys.argv[2]), one.id, "Salma's")
library.close()
"""


def test_what_another_program_changed_while_one_was_choosing_stays_and_is_shown_again(
    at_work, merge, library, bitext, samis, qtbot
):
    merge()
    mine = next(one for one in all_annotations(library, bitext) if one.author == "Sami")
    marking.set_comment(library, bitext, mine.id, "mine")
    shown = []

    def choose(dialog):
        shown.append(dialog.table.item(0, 1).text())
        if len(shown) == 1:
            environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
            command = [sys.executable, "-c", COMMENTER, library.location, str(bitext)]
            subprocess.run(command, check=True, env=environment)
        dialog.table.item(0, 0).setCheckState(Qt.CheckState.Checked)
        dialog.accept()

    when_asked(MergeDialog, choose)
    at_work.agreeing.merge_file(samis)
    qtbot.waitUntil(
        lambda: "was changed meanwhile in 1 bitext" in at_work.messages.text.text(), timeout=60_000
    )
    assert next(one for one in all_annotations(library, bitext) if one.id == mine.id).comment == "Salma's"
    when_asked(MergeDialog, choose)
    at_work.messages.answers[0].click()
    qtbot.waitUntil(lambda: len(shown) == 2 and not at_work.runner.jobs, timeout=60_000)
    assert "Salma's" in shown[1]
    assert next(one for one in all_annotations(library, bitext) if one.id == mine.id).comment == ""


def adjudicate(window, qtbot, act):
    done = when_asked(AdjudicationDialog, lambda dialog: (act(dialog), dialog.reject()))
    press(window, qtbot, "adjudicate", Qt.Key.Key_J)
    assert done


def listed(dialog):
    return [
        tuple(dialog.model.index(row, column).data() for column in (0, 2, 4, 5))
        for row in range(dialog.model.rowCount())
    ]


def test_what_differs_is_decided_by_key_and_what_agrees_is_passed_over(
    at_work, merge, library, bitext, qtbot
):
    merge()
    seen = []

    def act(dialog):
        seen.append(listed(dialog))
        qtbot.keyClick(dialog.table, Qt.Key.Key_2)
        seen.append(listed(dialog))
        qtbot.keyClicks(dialog.reason, "30 words")
        qtbot.keyClick(dialog.table, Qt.Key.Key_0)
        seen.append(listed(dialog))
        dialog.shown.setCurrentIndex(dialog.shown.findData(Shown.DECIDED))
        seen.append(listed(dialog))
        assert dialog.reason.placeholderText() == "Decided by \u2068Rana\u2069, who gave no reason"
        qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
        assert dialog.reason.placeholderText() == "Decided by \u2068Rana\u2069: \u206830 words\u2069"
        qtbot.keyClick(dialog.table, Qt.Key.Key_Up)
        qtbot.keyClick(dialog.table, Qt.Key.Key_O)
        seen.append(listed(dialog))

    adjudicate(at_work, qtbot, act)
    opened, one_done, all_done, decided, reopened = seen
    assert [line[0] for line in opened] == ["other words", "left only"]
    assert len(one_done) == 1
    assert all_done == []
    assert [line[3] for line in decided] == ["right", "neither"]
    assert [line[3] for line in reopened] == ["neither"]
    (decision,) = annotated_bitext(library, bitext).decisions
    assert (decision.ruling, decision.by, decision.reason) == (Ruling.NEITHER, "Rana", "30 words")


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("0", "Does not stand, as \u2068Rana\u2069 decided on"),
        ("1", "Stands, as \u2068Rana\u2069 decided on"),
        ("1O", ""),
    ],
)
def test_who_marked_sees_what_became_of_it(at_work, merge, library, bitext, qtbot, keys, told):
    merge()

    def act(dialog):
        qtbot.keyClicks(dialog.reason, "30 words")
        qtbot.keyClick(dialog.table, keys[0])
        if keys[1:]:
            dialog.shown.setCurrentIndex(dialog.shown.findData(Shown.DECIDED))
            qtbot.keyClick(dialog.table, keys[1])

    adjudicate(at_work, qtbot, act)
    place = targets(library, bitext)[1].id
    mine = next(
        one
        for one in all_annotations(library, bitext)
        if one.author == "Rana" and one.spans[0].paragraph == place
    )
    at_work.annotating.go_to(mine.id)
    press(at_work, qtbot, "annotate", Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    head = at_work.annotating.panel.head
    qtbot.waitUntil(lambda: "Claim" in head.text())
    assert ("stand" in head.text().lower()) is bool(told)
    assert told in head.text()
    assert ("30 words" in head.text()) is bool(told)


def test_something_else_can_be_put_in_the_place_of_both(at_work, merge, library, bitext, qtbot):
    merge()

    def choose(dialog):
        texts = [dialog.words.itemText(at).split(":")[0] for at in range(dialog.words.count())]
        dialog.words.setCurrentIndex(texts.index("What they share"))
        dialog.accept()

    def act(dialog):
        when_asked(OtherwiseDialog, choose)
        qtbot.keyClick(dialog.table, Qt.Key.Key_E)

    adjudicate(at_work, qtbot, act)
    made = all_annotations(library, bitext)[-1]
    assert (made.author, made.spans[0].end) == ("Rana", 7)
    assert annotated_bitext(library, bitext).decisions[0].kept == (made.uid,)


def test_what_cannot_be_kept_is_said_until_another_case_is_looked_at(at_work, merge, qtbot):
    merge()
    seen = []

    def act(dialog):
        dialog.table.selectRow(1)
        qtbot.keyClick(dialog.table, Qt.Key.Key_2)
        seen.append((dialog.problem.isVisible(), dialog.problem.text()))
        dialog.table.selectRow(0)
        seen.append((dialog.problem.isVisible(),))

    adjudicate(at_work, qtbot, act)
    assert seen == [
        (True, "There is nothing to keep on that side. Keep the other side, or neither."),
        (False,),
    ]


def test_marked_words_are_in_sight_below_a_long_text(at_work, merge, qtbot):
    merge()
    seen = []

    def act(dialog):
        view = dialog.views[0]
        view.setFixedHeight(70)
        dialog.table.selectRow(1)
        for width in (dialog.width(), 600):
            dialog.resize(width, dialog.height())
            qtbot.waitUntil(lambda: view.viewport().rect().intersects(view.cursorRect()))
            seen.append(view.verticalScrollBar().value() > 0)

    adjudicate(at_work, qtbot, act)
    assert seen == [True, True]


def test_a_case_leads_to_its_pair(at_work, merge, qtbot):
    merge()
    adjudicate(at_work, qtbot, lambda dialog: qtbot.keyClick(dialog.table, Qt.Key.Key_G))
    assert at_work.page.view.currentIndex().row() == 1


def reckoned(at_work, qtbot):
    """The dialog of agreement, once it is asked for and shown."""
    press(at_work, qtbot, "agreement", Qt.Key.Key_A)
    found = []
    qtbot.waitUntil(
        lambda: bool(found.extend(at_work.findChildren(AgreementDialog)) or found) and found[0].isVisible()
    )
    return found[0]


def test_agreement_is_shown_by_label_and_side(at_work, merge, qtbot):
    merge()
    dialog = reckoned(at_work, qtbot)
    table = dialog.stretches
    assert [table.item(0, column).text() for column in range(3)] == [
        "all labels",
        "both",
        "\u2068Rana\u2069 3, \u2068Sami\u2069 2",
    ]
    assert table.item(0, 3).text().startswith("0.40")
    between = dialog.between
    assert [between.horizontalHeaderItem(0).text(), between.item(0, 0).text()] == [
        "People",
        "\u2068Rana\u2069 – \u2068Sami\u2069",
    ]
    assert not dialog.tabs.isTabEnabled(2)  # nobody put a label on a pair
    dialog.close()


def test_no_figure_of_agreement_hangs_over_the_edge_on_a_wide_screen(at_work, merge, qtbot, monkeypatch):
    merge()
    dialog = reckoned(at_work, qtbot)
    wide = SimpleNamespace(availableGeometry=lambda: QRect(0, 0, 3000, 1000))
    monkeypatch.setattr(dialog, "screen", lambda: wide)
    for one in dialog.between, dialog.stretches:
        one.setItem(0, 2, QTableWidgetItem("Somebody with a long name 1,000, " * 8))
    qtbot.waitUntil(lambda: dialog.stretches.horizontalHeader().length() > dialog.stretches.width())
    dialog.show_columns()
    shown = dialog.stretches
    qtbot.waitUntil(lambda: shown.horizontalHeader().length() <= shown.viewport().width())
    dialog.close()


def test_agreement_that_was_closed_while_it_was_reckoned_does_not_open_again(at_work, merge, qtbot):
    merge()
    dialog = reckoned(at_work, qtbot)
    dialog.label_set.setCurrentIndex(1)
    dialog.label_set.setCurrentIndex(2)
    measuring = [job for job in at_work.runner.jobs if job.title]
    assert [job.stop.is_set() for job in measuring] == [True, False]
    dialog.reject()
    qtbot.waitUntil(lambda: not at_work.runner.jobs)
    qtbot.waitUntil(lambda: not isValid(dialog))
    assert at_work.findChildren(AgreementDialog) == []


def test_one_annotator_alone_is_told_what_is_missing(at_work, qtbot):
    press(at_work, qtbot, "adjudicate", Qt.Key.Key_J)
    assert "Fewer than two people" in at_work.messages.text.text()


def test_left_is_on_the_left_in_a_mirrored_window_too(at_work, merge, qtbot):
    merge()
    at_work.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    seen = []

    def act(dialog):
        left, right = dialog.views
        place = dialog.table.columnViewportPosition
        seen.extend([left.x() < right.x(), place(1) < place(3), dialog.left.x() < dialog.right.x()])
        seen.append(dialog.buttons[0].x() < dialog.buttons[1].x())

    adjudicate(at_work, qtbot, act)
    assert seen == [True] * 4


def test_a_figure_that_is_nothing_is_not_negative():
    assert figure_text(Figure(-0.001, -0.004, 0.1)) == "0.00  [0.00, 0.10]"
    assert figure_text(Figure(-0.02)) == "-0.02"
