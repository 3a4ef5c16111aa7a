"""Two people at one library on a server: whatever verb meets what the other did, nothing of either is lost."""

from contextlib import closing
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from tests.server import programs

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.language import Side
from taqabul.domain.search import Query
from taqabul.text.cleaning import CleanRule
from taqabul.ui.company.conflict_dialog import ConflictDialog
from taqabul.ui.dialogs.reason_dialog import ReasonDialog
from taqabul.ui.main_window import MainWindow
from taqabul.workflow import cleaning, replacing, reviewing
from taqabul.workflow.annotating import claims, marking, notes, reading
from taqabul.workflow.annotating.claim_list import claim
from taqabul.workflow.library import open_library
from taqabul.workflow.rows import iter_rows
from taqabul.workflow.word_links import Stretch

pytestmark = pytest.mark.skipif(programs() is None, reason="PostgreSQL is not installed")
KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def bitext(mine, fill):
    return fill(mine, 80)


@pytest.fixture
def salma(address, bitext):
    with closing(open_library(address, "Salma")) as library:
        yield library


@pytest.fixture
def at_work(mine, bitext, qtbot, settings):
    """A window that hears nothing of others by itself: what they do is met unseen."""
    window = MainWindow(mine, settings)
    window.company.close()
    qtbot.addWidget(window)
    window.resize(1200, 760)
    window.show()
    window.activateWindow()
    window.open_bitext(bitext)
    qtbot.waitUntil(lambda: window.page.view.places.height > 0)
    window.page.check_others = lambda: None
    window.page._others._clock.stop()
    window.page.view.setFocus()
    yield window
    if window.has_page:
        window.page.editing.discard()
    window.close()


@pytest.fixture
def answering():
    """Answers the question that comes next by a key; gives what was shown."""
    shown = []

    def answer(key, modifier=ALT):
        def press():
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, ConflictDialog) or not dialog.isActiveWindow():
                if dialog is not None:
                    dialog.activateWindow()
                QTimer.singleShot(20, press)
            else:
                shown.append(dialog.versions.toPlainText())
                QTest.keyClick(dialog.focusWidget(), key, modifier)

        QTimer.singleShot(0, press)
        return shown

    return answer


def links(library, bitext):
    return [row.link.id for row in iter_rows(library, bitext)]


def statuses(library, bitext):
    return [row.link.status for row in iter_rows(library, bitext)]


def typing_reasons(monkeypatch, *typed):
    """What is typed each time a reason is asked for; gives what stood there at first."""
    offered, given = [], list(typed)

    def execute(dialog):
        offered.append(dialog.reason)
        if given:
            dialog.field.setCurrentText(given.pop(0))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(ReasonDialog, "exec", execute)
    return offered


def test_confirming_up_to_here_spares_what_others_changed_and_says_so(at_work, salma, mine, bitext):
    rows = links(mine, bitext)
    reviewing.mark_for_review(salma, bitext, rows[2:4])
    paragraph = next(iter_rows(salma, bitext)).source[0].id
    reviewing.edit_text(salma, bitext, paragraph, "Salma’s.")
    at_work.page.view.go_to(9)
    at_work.actions_table["confirm-up-to"].trigger()
    confirmed = {at for at, one in enumerate(statuses(mine, bitext)) if one is LinkStatus.CONFIRMED}
    assert confirmed == {1, *range(4, 10)}
    assert statuses(mine, bitext)[2:4] == [LinkStatus.NEEDS_REVIEW] * 2
    assert "3 pair" in at_work.messages.text.text()
    at_work.messages.answers[0].click()
    assert at_work.page.filtering.found.tolist() == [rows[0], rows[2], rows[3]]


def test_the_sure_and_many_chosen_rows_spare_what_others_changed(at_work, salma, mine, bitext):
    rows = links(mine, bitext)
    reviewing.merge_with_next(salma, bitext, rows[70])
    changes = reviewing.confirm_sure(mine, bitext, rows)
    assert changes.spared == (rows[71],)
    assert statuses(mine, bitext).count(LinkStatus.CONFIRMED) == 79
    at_work.page.reload()
    salma.begin_anew()
    reviewing.mark_for_review(salma, bitext, links(mine, bitext)[3:4])
    at_work.page.view.selectAll()
    at_work.page.reviewer.reject()
    assert statuses(mine, bitext)[3] is LinkStatus.NEEDS_REVIEW
    assert statuses(mine, bitext).count(LinkStatus.REJECTED) == 78


@pytest.mark.parametrize(("key", "reason"), [(KEY.Key_M, "look at the name"), (KEY.Key_T, "")])
def test_a_reason_is_asked_about_and_kept(at_work, salma, mine, bitext, answering, monkeypatch, key, reason):
    offered = typing_reasons(monkeypatch, "look at the name")
    reviewing.reject(salma, bitext, links(mine, bitext)[:1])
    at_work.page.view.go_to(0)
    shown = answering(key)
    at_work.actions_table["review-why"].trigger()
    assert "Rejected" in shown[0]
    assert "look at the name" in shown[0]
    assert next(iter_rows(mine, bitext)).link.reason == reason
    at_work.actions_table["review-why"].trigger()
    assert offered == ["", "look at the name"], "what was typed is offered again, or stands there"


def test_confirming_what_was_reworded_unseen_is_asked_about(at_work, salma, mine, bitext, answering):
    paragraph = next(iter_rows(salma, bitext)).source[0].id
    reviewing.edit_text(salma, bitext, paragraph, "Salma’s.")
    shown = answering(KEY.Key_T)
    at_work.page.view.go_to(0)
    at_work.page.reviewer.confirm()
    assert "Salma" in shown[0]
    assert statuses(mine, bitext)[0] is LinkStatus.PROPOSED


@pytest.mark.parametrize("verb", ["merge", "up", "down", "swap", "shift-down", "link", "bookmark"])
def test_what_others_did_is_told_where_a_verb_is_refused_and_can_be_done_then(
    at_work, salma, mine, bitext, verb
):
    view, page = at_work.page.view, at_work.page
    view.go_to(5, Side.SOURCE)
    words = view.place().paragraph.id
    if verb == "link":
        page.reviewer.pick(Side.SOURCE)
        view.go_to(7, Side.TARGET)
        page.reviewer.pick(Side.TARGET)
        view.go_to(5, Side.SOURCE)
    reviewing.merge_with_next(salma, bitext, links(mine, bitext)[4])
    reviewing.merge_with_next(salma, bitext, links(mine, bitext)[4])
    before = [(row.link.source, row.link.target) for row in iter_rows(salma, bitext)]
    at_work.actions_table[verb].trigger()
    told = at_work.messages.text.text()
    assert "Salma" in told
    assert "merge" in told
    assert [(row.link.source, row.link.target) for row in iter_rows(mine, bitext)] == before
    assert page.model.count == 78
    assert words in [one.id for one in view.place().row.source], "the cursor is where the words are now"
    if verb == "link":
        assert len(page.reviewer.picks.everything) == 2
        at_work.actions_table[verb].trigger()
        assert [(row.link.source, row.link.target) for row in iter_rows(mine, bitext)] != before


def written(library, bitext):
    return [one.first.text for one in notes.threads(library, bitext)]


@pytest.mark.parametrize(("key", "text"), [(KEY.Key_M, "mine old"), (KEY.Key_T, "Salma’s")])
@pytest.mark.parametrize("seen", [False, True])
def test_a_note_that_both_changed_is_asked_about(at_work, salma, mine, bitext, answering, key, text, seen):
    link = links(mine, bitext)[0]
    notes.add_note(mine, bitext, link, "old")
    at_work.page.reload()
    at_work.page.view.go_to(0)
    panel = at_work.page.details.notes
    at_work.page.details.refresh()
    panel.change.click()
    QTest.keyClicks(panel.field, "mine ")
    salma.begin_anew()
    notes.edit_note(salma, bitext, notes.threads(salma, bitext)[0].first.id, "Salma’s")
    if seen:
        at_work.page.reload()
        assert panel.list.item(0).text().startswith("Salma’s")
        assert panel.field.toPlainText() == "mine old"
    shown = answering(key)
    QTest.keyClick(panel.field, KEY.Key_Return, CTRL)
    assert "Salma’s" in shown[0]
    assert "mine" in shown[0]
    assert written(mine, bitext) == [text]
    assert panel.field.toPlainText() == ""
    if key == KEY.Key_T:
        assert QApplication.clipboard().text() == "mine old"


def test_a_note_being_typed_survives_what_others_do_to_the_row_and_the_note(at_work, salma, mine, bitext):
    link = links(mine, bitext)[0]
    notes.add_note(mine, bitext, link, "old")
    at_work.page.reload()
    at_work.page.view.go_to(0)
    at_work.page.details.refresh()
    panel = at_work.page.details.notes
    panel.change.click()
    QTest.keyClicks(panel.field, "mine ")
    salma.begin_anew()
    notes.delete_note(salma, bitext, notes.threads(salma, bitext)[0].first.id)
    QTest.keyClick(panel.field, KEY.Key_Return, CTRL)
    assert at_work.messages.isVisible()
    assert panel.field.toPlainText() == "mine old"
    QTest.keyClick(panel.field, KEY.Key_Return, CTRL)
    assert written(mine, bitext) == ["mine old"]


@pytest.mark.parametrize(("key", "comment"), [(KEY.Key_M, "mine"), (KEY.Key_T, "Salma’s")])
@pytest.mark.parametrize("seen", [False, True])
def test_a_comment_on_a_mark_that_both_wrote_is_asked_about(
    qtbot, at_work, salma, mine, bitext, answering, key, comment, seen
):
    paragraph = next(iter_rows(mine, bitext)).source[0].id
    desk = at_work.annotating.desk
    label = desk.labels()[0]
    given = marking.Given(desk.marker.set.key, label.key)
    mark = marking.mark(mine, bitext, [Stretch(paragraph, 0, 2)], given).annotations[0]
    at_work.page.reload()
    desk.refresh()
    at_work.page.view.go_to(0)
    at_work.annotating.toggle()
    desk.marker.pick(mark)
    desk.panel_asked.emit("comment")
    field = at_work.annotating.panel.comment.edit
    QTest.keyClicks(field, "mine")
    salma.begin_anew()
    marking.set_comment(salma, bitext, mark, "Salma’s")
    if seen:
        at_work.page.reviewer.show(
            reviewing.bookmarks.set_bookmarks(mine, bitext, links(mine, bitext)[:1], on=True)
        )
        desk.refresh()
        desk.marker.pick(mark)
    shown = answering(key)
    QTest.keyClick(field, KEY.Key_Return)
    assert "Salma’s" in shown[0]
    assert reading.annotation(mine, mark).comment == comment
    at_work.page._others.look()
    qtbot.waitUntil(lambda: at_work.annotating.panel.comment.values() == (comment,))
    assert key == KEY.Key_M or QApplication.clipboard().text() == "mine"


def test_an_answer_in_a_thread_that_is_gone_stays_in_its_field(at_work, salma, mine, bitext, qtbot):
    link = links(mine, bitext)[0]
    notes.add_note(mine, bitext, link, "old")
    thread = notes.threads(mine, bitext)[0]
    keeper = at_work.annotating._lists.threads if hasattr(at_work.annotating._lists, "threads") else None
    assert keeper is not None
    salma.begin_anew()
    notes.delete_note(salma, bitext, thread.first.id)
    keeper.panel.field.setPlainText("mine")
    keeper.panel.answered.emit(thread, "mine")
    assert keeper.panel.field.toPlainText() == "mine"
    keeper.panel.written.emit("mine", "pair")
    assert keeper.panel.field.toPlainText() == ""
    assert written(mine, bitext) == ["mine"]


@pytest.mark.parametrize(("key", "english"), [(KEY.Key_M, "mine"), (KEY.Key_T, "Salma’s")])
def test_a_claim_that_both_reworded_is_asked_about(at_work, salma, mine, bitext, answering, key, english):
    paragraph = next(iter_rows(mine, bitext)).target[0].id
    given = marking.Given("claims", "claim")
    mark = marking.mark(mine, bitext, [Stretch(paragraph, 0, 2)], given).annotations[0]
    made = claims.new_claim(mine, [mark]).claims[0]
    began = claim(mine, made)
    salma.begin_anew()
    claims.set_claim(salma, made, english="Salma’s", arabic="سلمى")
    shown = answering(key)
    at_work.claims.verbs.edit(replace(began, english="mine"), began)
    assert "Salma’s" in shown[0]
    now = claim(mine, made)
    assert (now.english, now.arabic) == (english, "سلمى"), "what only the other wrote stays in any case"


def test_what_two_fill_in_of_different_attributes_stands_both(salma, mine, bitext):
    paragraph = next(iter_rows(mine, bitext)).target[0].id
    mark = marking.mark(
        mine, bitext, [Stretch(paragraph, 0, 2)], marking.Given("claims", "claim")
    ).annotations[0]
    salma.begin_anew()
    marking.set_attributes(salma, bitext, [mark], (("topic", ("war",)),), before=())
    mine.begin_anew()
    marking.set_attributes(mine, bitext, [mark], (("place", ("Cairo",)),), before=())
    assert reading.annotation(mine, mark).attributes == (("place", ("Cairo",)), ("topic", ("war",)))


@pytest.mark.parametrize(
    ("key", "rejected"), [(KEY.Key_M, {0, 1, 2}), (KEY.Key_T, {0, 2}), (KEY.Key_Escape, set())]
)
def test_of_a_few_rows_those_that_nobody_changed_are_done_whatever_stands_of_the_others(
    at_work, salma, mine, bitext, answering, key, rejected
):
    page = at_work.page
    page.view.go_to(0)
    for _ in range(2):
        QTest.keyClick(page.view, KEY.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert [page.model.row(at).link.id for at in range(3)] == links(mine, bitext)[:3]
    reviewing.confirm(salma, bitext, links(mine, bitext)[1:2])
    shown = answering(key, Qt.KeyboardModifier.NoModifier if key == KEY.Key_Escape else ALT)
    page.reviewer.reject()
    assert "Confirmed" in shown[0]
    now = statuses(mine, bitext)
    assert {at for at, one in enumerate(now) if one is LinkStatus.REJECTED} == rejected
    assert now[1] is (LinkStatus.REJECTED if 1 in rejected else LinkStatus.CONFIRMED)


def test_replacing_spares_texts_that_others_changed_and_names_them(at_work, salma, mine, bitext, qtbot):
    changes = replacing.proposed(mine, bitext, Query("A7"), "Z7")
    theirs = next(one for one in changes if one.text == "A71")
    reviewing.edit_text(salma, bitext, theirs.paragraph, "A71 by Salma")
    at_work.search.replacing._replace(at_work.page, changes)
    qtbot.waitUntil(lambda: "left as they are" in at_work.messages.text.text())
    assert f"¶{theirs.number}" in at_work.messages.text.text()
    assert "Salma" in at_work.messages.text.text()
    there = [row.source[0].text for row in iter_rows(mine, bitext)]
    assert there[70:73] == ["Z70", "A71 by Salma", "Z72"]
    at_work.messages.answers[0].click()
    assert at_work.page.filtering.found.tolist() == [theirs.link]


def test_cleaning_spares_texts_that_others_changed_and_names_them(at_work, salma, mine, bitext, qtbot):
    rows = list(iter_rows(mine, bitext))
    for row in rows[3:6]:
        reviewing.edit_text(mine, bitext, row.source[0].id, row.source[0].text + "  x")
    at_work.page.reload()
    salma.begin_anew()
    chosen = cleaning.cleanings(cleaning.unclean(mine, bitext), frozenset(CleanRule))
    reviewing.edit_text(salma, bitext, rows[4].source[0].id, "A4 by Salma")
    at_work.cleaning.write(at_work.page, chosen)
    qtbot.waitUntil(lambda: "Salma" in at_work.messages.text.text())
    there = [row.source[0].text for row in iter_rows(mine, bitext)]
    assert there[3:6] == ["A3 x", "A4 by Salma", "A5 x"]
