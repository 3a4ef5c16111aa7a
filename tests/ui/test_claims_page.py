"""The claims page by keyboard, on the demonstration: mentions gathered from four texts, merged, parted, edited, taken back."""

import shutil
from contextlib import closing

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.fresh import new_library
from tests.ui.test_accessibility import nameless

from taqabul import paths
from taqabul.domain.annotation import AnnotationStatus
from taqabul.domain.claims import Claim
from taqabul.domain.options import AlignOptions, EngineChoice
from taqabul.ui.palette.palette import Palette
from taqabul.workflow.aligning import align_pair
from taqabul.workflow.alone import keep_alone
from taqabul.workflow.annotating import claims
from taqabul.workflow.annotating.claim_list import Mention, list_claims, mentions_of
from taqabul.workflow.annotating.from_files import bring_in_file
from taqabul.workflow.annotating.reading import annotation
from taqabul.workflow.annotating.similar import similar
from taqabul.workflow.library import open_library
from taqabul.workflow.reading_files import read_files

KEY, MOD = Qt.Key, Qt.KeyboardModifier
DEMAND = "withdraw completely"


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory):
    """A library file that holds the demonstration, and its bitexts by the number in their names."""
    path = tmp_path_factory.mktemp("demonstration") / "library.db"
    library = new_library(path, "Rana")
    found = {}
    for file in sorted((paths.seeds() / "demonstration").glob("*.annotations.json")):
        read = read_files([paths.seeds() / f"{file.name.removesuffix('.annotations.json')}.txt"])
        options = AlignOptions(EngineChoice.LEXICAL)
        kept = align_pair(library, read, options) if len(read.languages) > 1 else keep_alone(library, read)
        bring_in_file(library, kept.bitext, file)
        found[file.name[:3]] = kept.bitext
    similar(library, brief(library, DEMAND).claim.id)  # what is encoded is remembered in the library
    library.close()
    return path, found


@pytest.fixture
def library(tmp_path, demonstration):
    """A copy of that library."""
    shutil.copy(demonstration[0], tmp_path / "library.db")
    with closing(open_library(tmp_path / "library.db", "Rana")) as opened:
        yield opened


@pytest.fixture
def texts(demonstration):
    """The bitexts of the demonstration, by the number in their names."""
    return demonstration[1]


@pytest.fixture
def page(window, qtbot):
    """The claims page over the list of bitexts."""
    qtbot.waitUntil(window.isActiveWindow)
    press(window.start.table, "Ctrl+Alt+C")
    settle(window, qtbot)
    return window.claims.page


def press(widget, *keys):
    for key in keys:
        QTest.keySequence(widget, QKeySequence(key))


def settle(window, qtbot):
    qtbot.waitUntil(lambda: not window.claims.waits)


def point(table, row):
    """Put the bar on a line, and on no other."""
    flags = QItemSelectionModel.SelectionFlag
    table.setCurrentCell(row, 0, flags.ClearAndSelect | flags.Rows)


def said(page):
    return [one.claim.english for one in page.model.claims]


def choose(page, words, window, qtbot):
    """Put the bar on the claim with these words."""
    page.go_to_claim(next(one.claim.id for one in page.model.claims if words in one.claim.english))
    settle(window, qtbot)


def brief(library, words):
    return next(one for one in list_claims(library) if words in one.claim.english)


def test_claims_are_listed_with_their_mentions_on_both_sides(page, window, texts, qtbot):
    assert len(said(page)) == 8
    choose(page, DEMAND, window, qtbot)
    assert {one.annotation.bitext for one in page.mentions} == {
        texts[one] for one in ("000", "001", "003", "004")
    }
    row = next(i for i, one in enumerate(page.mentions) if one.annotation.bitext == texts["000"])
    cells = [page.mention_table.item(row, column).text() for column in range(3)]
    assert cells[0].startswith("\u2067\u2068بيان المشاركين الدوليين")
    assert cells[0].endswith(
        "\u2068000_ed9df4b2a4667265\u2069\u2069 · 8"
    )  # apart, or the 8 joins the other number
    assert "نسحاب" in cells[1]
    assert "withdraw" in cells[2]
    assert nameless(QAccessible.queryAccessibleInterface(window)) == []


def test_filters_fold_words_and_combine(page, window, qtbot):
    press(page.table, "F")
    assert page.filters.words.hasFocus()
    QTest.keyClicks(page.filters.words, "WITHDRAW")
    settle(window, qtbot)
    assert any(DEMAND in one for one in said(page))
    assert len(said(page)) < 8
    page.filters.words.setText("الانسِحابِ")
    settle(window, qtbot)
    few = len(said(page))
    page.filters.words.setText("")
    page.filters.status.setCurrentIndex(2)
    page.filters.status.activated.emit(2)
    settle(window, qtbot)
    assert few < 8
    assert {one.claim.status for one in page.model.claims} == {AnnotationStatus.REVIEWED}
    QTest.keyClick(page.filters.words, KEY.Key_Return)
    assert page.table.hasFocus()
    page.mention_table.setFocus()
    press(page.mention_table, "Ctrl+F")
    assert page.filters.words.hasFocus(), "as on every page"


def test_enter_leads_to_the_mention_in_another_bitext_and_the_page_comes_back(page, window, texts, qtbot):
    choose(page, DEMAND, window, qtbot)
    QTest.keyClick(page.table, KEY.Key_Return)
    assert page.mention_table.hasFocus()
    row = next(i for i, one in enumerate(page.mentions) if one.annotation.bitext == texts["003"])
    goal = page.mentions[row].annotation
    point(page.mention_table, row)
    QTest.keyClick(page.mention_table, KEY.Key_Return)
    assert not window.claims.shown
    assert window.page.summary.id == texts["003"]
    row_there = window.page.view.place().row
    assert goal.spans[0].paragraph in [one.id for one in (*row_there.source, *row_there.target)]
    press(window.page.view, "Ctrl+Alt+C")
    settle(window, qtbot)
    assert DEMAND in window.claims.page.chosen.english
    QTest.keyClick(window.claims.page.table, KEY.Key_Escape)
    assert window.page.view.hasFocus()
    press(window.page.view, "Ctrl+Alt+C")
    settle(window, qtbot)
    QTest.keyClick(window.claims.page.filters.status, KEY.Key_Escape)
    assert not window.claims.shown


def test_the_demand_for_withdrawal_is_gathered_from_four_texts_by_key(page, window, library, texts, qtbot):
    kept = {one.annotation.id for one in mentions_of(library, brief(library, DEMAND).claim.id)}
    choose(page, DEMAND, window, qtbot)
    QTest.keyClick(page.table, KEY.Key_Delete)
    settle(window, qtbot)
    assert not any(DEMAND in one for one in said(page))
    first = next(one for one in sorted(kept) if annotation(library, one).bitext == texts["000"])
    window.claims.close()
    window.annotating.go_to(first)
    qtbot.waitUntil(window.actions_table["new-claim"].isEnabled)
    press(window.page.view, "Ctrl+Shift+C", "Ctrl+Alt+C")
    settle(window, qtbot)
    page = window.claims.page
    claim = page.chosen
    both = {frozenset(span.paragraph for span in one.annotation.spans) for one in page.mentions}
    assert first in {one.annotation.id for one in page.mentions}
    assert len(both) == 2  # what was marked as its counterpart comes along
    assert window.figures.words.text().startswith("8 claim")
    press(page.table, "L")
    settle(window, qtbot)
    assert page.like.table.hasFocus()
    assert "meaning" in page.like.table.item(0, 2).text()
    while True:
        rows = [
            row
            for row, one in enumerate(page.like.similar)
            if isinstance(one.subject, Mention) and one.subject.annotation.id in kept
        ]
        if not rows:
            break
        point(page.like.table, rows[0])
        QTest.keyClick(page.like.table, KEY.Key_Return)
        settle(window, qtbot)
    gathered = mentions_of(library, claim.id)
    assert {one.annotation.bitext for one in gathered} == {texts[one] for one in ("000", "001", "003", "004")}
    many = len(gathered)
    press(page.table, "Ctrl+Z")
    settle(window, qtbot)
    assert len(mentions_of(library, claim.id)) == many - 1
    press(page.table, "Ctrl+Y")
    settle(window, qtbot)
    assert len(mentions_of(library, claim.id)) == many


def test_a_demand_is_gathered_from_both_sides_and_four_texts_in_a_dozen_keys(
    page, window, library, texts, qtbot
):
    kept = {one.annotation.id for one in mentions_of(library, brief(library, DEMAND).claim.id)}
    claims.delete_claim(library, brief(library, DEMAND).claim.id)
    window.claims.close()
    window.annotating.go_to(min(kept))  # in 000, on the Arabic side
    qtbot.waitUntil(window.actions_table["new-claim"].isEnabled)
    keys = [
        "Ctrl+Shift+C",
        "Ctrl+Alt+C",
        "L",
        "Shift+Down",
        "Shift+Down",
        "Return",
        "L",
        "Down",
        "Down",
        "Return",
    ]
    for key in keys:
        QTest.keySequence(window.focusWidget(), QKeySequence(key))
        settle(window, qtbot)
    gathered = mentions_of(library, window.claims.page.chosen.id)
    by_text = {name: [one for one in gathered if one.annotation.bitext == id_] for name, id_ in texts.items()}
    assert {name for name, some in by_text.items() if some} == {"000", "001", "003", "004"}
    sides = {one.annotation.spans[0].paragraph in [p.id for p in one.row.source] for one in by_text["000"]}
    assert sides == {True, False}
    assert {one.annotation.id for one in gathered} <= kept
    assert len(keys) <= 11


def test_after_gathering_the_bar_is_on_the_first_line_that_was_not_gathered(page, window, library, qtbot):
    choose(page, DEMAND, window, qtbot)
    press(page.table, "L")
    settle(window, qtbot)
    like = page.like
    press(like.table, "Down", "Shift+Down")
    before = like.similar
    chosen = like.chosen_lines()
    assert chosen == before[1:3]
    press(like.table, "Return")
    settle(window, qtbot)
    assert like.similar == [before[0], *before[3:]]
    assert like.chosen is before[3]


def test_letters_mean_the_same_in_every_list_of_the_page(page, window, library, qtbot):
    choose(page, DEMAND, window, qtbot)
    press(page.table, "Return", "S")
    settle(window, qtbot)
    assert brief(library, DEMAND).claim.status is AnnotationStatus.FINAL
    press(page.mention_table, "L")
    settle(window, qtbot)
    assert page.like.table.hasFocus()
    press(page.like.table, "T")
    assert page.timeline.hasFocus()
    press(page.timeline, "L")
    settle(window, qtbot)
    press(page.like.table, "F")
    assert page.filters.words.hasFocus()


def test_a_passage_that_nobody_marked_is_marked_and_gathered(page, window, library, qtbot):
    choose(page, DEMAND, window, qtbot)
    claim, before = page.chosen, len(page.mentions)
    press(page.table, "L")
    settle(window, qtbot)
    row = next(i for i, one in enumerate(page.like.similar) if not isinstance(one.subject, Claim | Mention))
    words = page.like.similar[row].text
    point(page.like.table, row)
    QTest.keyClick(page.like.table, KEY.Key_Return)
    settle(window, qtbot)
    found = mentions_of(library, claim.id)
    assert len(found) == before + 1
    assert found[-1].annotation.spans[0].quote in words
    assert words not in [one.text for one in page.like.similar]


def test_claims_are_merged_parted_released_and_taken_back(page, window, library, qtbot):
    choose(page, DEMAND, window, qtbot)
    claim, before = page.chosen, len(page.mentions)
    press(page.table, "M")
    assert "Choose two" in window.messages.text.text()
    settle(window, qtbot)
    assert not window.messages.isHidden()
    page.table.selectionModel().select(
        page.model.index((page.table.currentIndex().row() + 1) % 8, 0),
        QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
    )
    press(page.table, "M")
    assert window.messages.isHidden(), "what was refused is of no interest once it is done"
    settle(window, qtbot)
    assert len(said(page)) == 7
    assert page.chosen.id == claim.id
    assert len(page.mentions) > before
    press(page.table, "Ctrl+Z")
    settle(window, qtbot)
    assert (len(said(page)), len(page.mentions)) == (8, before)
    page.mention_table.setFocus()
    point(page.mention_table, 0)
    press(page.mention_table, "P")
    settle(window, qtbot)
    assert (len(said(page)), len(page.mentions)) == (9, before - 1)
    press(page.mention_table, "Ctrl+Z")
    settle(window, qtbot)
    point(page.mention_table, 0)
    press(page.mention_table, "R")
    settle(window, qtbot)
    assert len(mentions_of(library, claim.id)) == before - 1


def test_the_claim_with_which_choosing_began_is_the_one_that_stays(page, window, library, qtbot):
    first = page.model.claims[2].claim.id
    page.go_to_claim(first)
    settle(window, qtbot)
    press(page.table, "Shift+Down", "M")
    settle(window, qtbot)
    assert page.chosen.id == first
    assert len(said(page)) == 7


def test_texts_and_status_are_changed_by_key(page, window, library, qtbot):
    choose(page, "parliament", window, qtbot)
    press(page.table, "S")
    settle(window, qtbot)
    assert brief(library, "parliament").claim.status is AnnotationStatus.REVIEWED
    press(page.table, "E")
    assert page.form.english.edit.hasFocus()
    page.form.english.edit.selectAll()
    QTest.keyClicks(page.form.english.edit, "The parliament voted")
    QTest.keyClick(page.form.english.edit, KEY.Key_Return)
    settle(window, qtbot)
    assert brief(library, "The parliament voted").claim.status is AnnotationStatus.REVIEWED
    QTest.keyClick(page.form.arabic.edit, KEY.Key_Escape)
    assert page.table.hasFocus()
    press(page.table, "Ctrl+Z", "Ctrl+Z")
    settle(window, qtbot)
    assert brief(library, "parliament voted to").claim.status is AnnotationStatus.DRAFT


def test_dates_stand_on_a_timeline_in_either_calendar(page, window, library, qtbot):
    dated = brief(library, "talks on ending").claim
    claims.set_claim(library, dated.id, attributes=(("date", ("AH 1445-07",)),))
    window.claims.read()
    settle(window, qtbot)
    press(page.table, "T")
    line = page.timeline
    assert line.hasFocus()
    written = [one.written for one in line.moments]
    assert written.index("2020-01") < written.index("AH 1445-07")
    at = written.index("AH 1445-07")
    for _ in range(at):
        QTest.keyClick(line, KEY.Key_Right)
    QTest.keyClick(line, KEY.Key_Return)
    assert page.table.hasFocus()
    assert page.chosen.id == dated.id


def test_what_draws_the_timeline_is_loaded_beside_the_window(window, qtbot, loaded_in):
    window.claims.toggle()
    settle(window, qtbot)
    window.claims.read()
    settle(window, qtbot)
    assert loaded_in == [("taqabul.ui.claims.timeline", False)]


def test_a_timeline_that_is_asked_for_early_comes_when_it_is_loaded(page, window, qtbot, loaded_in):
    press(page.table, "T")
    assert page.timeline is None
    settle(window, qtbot)
    assert page.timeline.hasFocus()
    assert loaded_in == [("taqabul.ui.claims.timeline", False)]


def test_columns_put_the_claims_in_order_by_key_and_by_mouse(page, window, qtbot):
    made = said(page)
    choose(page, DEMAND, window, qtbot)
    press(page.table, "4")
    counts = [one.mentions for one in page.model.claims]
    assert counts == sorted(counts)
    assert DEMAND in page.chosen.english
    assert [index.row() for index in page.table.selectionModel().selectedRows()] == [
        page.table.currentIndex().row()
    ]
    press(page.table, "4")
    assert [one.mentions for one in page.model.claims] == counts[::-1]
    QApplication.sendEvent(
        page.table, QKeyEvent(QEvent.Type.KeyPress, KEY.Key_4, MOD.NoModifier, "٤")
    )  # on an Arabic keyboard
    assert said(page) == made
    head = page.table.horizontalHeader()
    middle = QPoint(head.sectionViewportPosition(0) + 30, head.height() // 2)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert said(page) == sorted(said(page), key=str.casefold)
    assert head.sortIndicatorSection() == 0
    assert "1" in page.model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    window.claims.close()
    press(window.start.table, "Ctrl+Alt+C")
    settle(window, qtbot)
    assert said(window.claims.page) == sorted(made, key=str.casefold)


def test_dates_are_in_order_by_what_they_mean_and_claims_without_come_last(page, window, library, qtbot):
    for words, date in (("talks on ending", "AH 1445-07"), (DEMAND, "1998")):
        claims.set_claim(library, brief(library, words).claim.id, attributes=(("date", (date,)),))
    window.claims.read()
    settle(window, qtbot)
    press(page.table, "8")
    dated = [one.dates for one in page.model.claims if one.dates]
    assert [one.dates for one in page.model.claims[: len(dated)]] == dated
    assert "1998" in dated[0]
    assert "AH 1445-07" in dated[-1]
    press(page.table, "8")
    assert "AH 1445-07" in page.model.claims[0].dates
    assert page.model.claims[-1].dates == ()


def test_a_mention_gathered_among_its_texts_is_taken_back_there(page, window, library, texts, qtbot):
    known = brief(library, DEMAND)
    there = mentions_of(library, known.claim.id)
    loose = next(one for one in there if one.annotation.bitext != known.claim.bitext)
    claims.release(library, [loose.annotation.id])
    window.claims.close()
    window.annotating.go_to(loose.annotation.id)
    claims.gather(library, known.claim.id, [loose.annotation.id])
    qtbot.waitUntil(window.actions_table["undo"].isEnabled)
    press(window.page.view, "Ctrl+Z")
    assert annotation(library, loose.annotation.id).claim is None


def test_a_mark_is_gathered_into_a_claim_chosen_from_a_list(page, window, library, texts, qtbot):
    known = brief(library, DEMAND)
    loose = next(one for one in mentions_of(library, known.claim.id) if one.annotation.bitext == texts["001"])
    claims.release(library, [loose.annotation.id])
    window.claims.close()
    window.annotating.go_to(loose.annotation.id)
    qtbot.waitUntil(window.actions_table["gather-claim"].isEnabled)
    press(window.page.view, "Ctrl+Shift+G")
    settle(window, qtbot)
    palette = window.findChild(Palette)
    QTest.keyClicks(palette.query, "withdraw completely")
    QTest.keyClick(palette.query, KEY.Key_Return)
    assert annotation(library, loose.annotation.id).claim == known.claim.id


def test_the_scorecard_and_the_overview_open_over_the_claims(window, library, texts, qtbot):
    window.open_bitext(texts["000"])
    qtbot.waitUntil(window.isActiveWindow)
    press(window.page.view, "Ctrl+Alt+C")
    settle(window, qtbot)
    press(window.claims.page.table, "Ctrl+Alt+S")
    qtbot.waitUntil(lambda: window.scores.shown and not window.scores.waits)
    assert not window.claims.shown
    press(window.scores.page, "Ctrl+M")
    qtbot.waitUntil(lambda: window.overview.shown)
    assert not window.scores.shown


def test_a_claim_without_words_is_shown_by_what_its_first_mention_says(page, window, library, qtbot):
    known = brief(library, DEMAND)
    quote = mentions_of(library, known.claim.id)[0].annotation.spans[0].quote
    claims.set_claim(library, known.claim.id, arabic="", english="")
    window.claims.read()
    settle(window, qtbot)
    page.go_to_claim(known.claim.id)
    row = page.table.currentIndex().row()
    assert f"“{quote}”" in [page.model.index(row, column).data() for column in (0, 1)]
    page.go_to_claim(next(one.claim.id for one in page.model.claims if one.claim.id != known.claim.id))
    settle(window, qtbot)
    press(page.table, "L")
    settle(window, qtbot)
    others = [
        page.like.table.item(row, 0).text()
        for row, one in enumerate(page.like.similar)
        if isinstance(one.subject, Claim) and one.subject.id == known.claim.id
    ]
    assert all(quote in one for one in others)
    assert others
