"""Beside the texts: the list of marks, what lost its words, note threads, the same words elsewhere, filters by marks."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QKeySequence, QPainter, QPixmap, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionViewItem

from taqabul.domain.bitext import Alignment, ProposedLink
from taqabul.domain.language import Side
from taqabul.domain.options import ImportOptions
from taqabul.ui.annotation import list_model
from taqabul.ui.annotation.mark_panel import head_html
from taqabul.ui.annotation.propagate_dialog import PropagateDialog
from taqabul.ui.core.mixed_words import elided
from taqabul.workflow import aligning
from taqabul.workflow.annotating import notes
from taqabul.workflow.annotating.marking import Given, mark, mark_pair
from taqabul.workflow.annotating.propagating import Scope, equal_words
from taqabul.workflow.annotating.reading import all_annotations, annotated_bitext, annotation
from taqabul.workflow.importing import import_files
from taqabul.workflow.rows import iter_rows
from taqabul.workflow.word_links import Stretch

KEY = Qt.Key


def put(window, words, label, label_set="entities"):
    """Mark words wherever they stand first, as another window would; gives the annotation's id."""
    library, bitext = window.library, window.page.summary.id
    for row in iter_rows(library, bitext):
        for text in (*row.source, *row.target):
            at = text.text.find(words)
            if at >= 0:
                stretch = Stretch(text.id, at, at + len(words))
                made = mark(library, bitext, [stretch], Given(label_set, label))
                window.page.reviewer.show(made)
                return made.annotations[0]
    raise LookupError(words)


def listed(window):
    """What the list shows."""
    return [
        (one.annotation.label, one.source, one.target) for one in window.annotating.listing.view.model.shown
    ]


@pytest.fixture
def marked(at_work, qtbot):
    """The window with four marks and their list in view."""
    qtbot.waitUntil(at_work.isActiveWindow)
    put(at_work, "المعلم", "person")
    put(at_work, "school", "place")
    put(at_work, "أحمد", "person")
    put(at_work, "Ahmad's", "person")
    at_work.annotating.show_list()
    qtbot.waitUntil(lambda: not at_work.annotating.listing.waits and bool(listed(at_work)))
    return at_work


@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_who_marked_and_when_run_as_the_window_does_whatever_the_name(marked, qapp, way):
    mark_ = replace(all_annotations(marked.library, marked.page.summary.id)[0], author="سامي Sami")
    before = qapp.layoutDirection()
    qapp.setLayoutDirection(way)
    try:
        page = QTextDocument()
        page.setHtml(head_html(mark_, marked.annotating.desk.marker.book, marked.page.view.look.colours))
        assert page.lastBlock().text().startswith("\u2068سامي Sami\u2069, ")
        assert page.lastBlock().textDirection() is way
    finally:
        qapp.setLayoutDirection(before)


def test_marks_are_listed_in_the_order_of_rows_and_filtered(marked):
    assert listed(marked) == [
        ("person", "أحمد", ""),
        ("place", "", "school"),
        ("person", "", "Ahmad's"),
        ("person", "المعلم", ""),
    ] or listed(marked)[3] == ("person", "المعلم", "")
    view = marked.annotating.listing.view
    view.label.setCurrentIndex(view.label.findData("entities/place"))
    assert listed(marked) == [("place", "", "school")]
    view.label.setCurrentIndex(0)
    view.orphans.setChecked(True)
    assert listed(marked) == []
    view.orphans.setChecked(False)
    view.author.setCurrentIndex(view.author.findData("Rana"))
    view.status.setCurrentIndex(view.status.findData("final"))
    assert listed(marked) == []


def test_enter_goes_to_the_place_and_undo_takes_the_line_away(marked, qtbot):
    view = marked.annotating.listing.view
    view.list.setCurrentIndex(view.model.index(3))
    QTest.keyClick(view.list, KEY.Key_Return)
    assert marked.page.view.place().position == 2
    assert marked.annotating.desk.marker.mark_chosen().spans[0].quote == "المعلم"
    marked.page.reviewer.undo()
    qtbot.waitUntil(lambda: len(listed(marked)) == 3)


def test_the_rows_follow_the_bar_through_the_list_which_keeps_the_keyboard(marked, qtbot):
    view, rows = marked.annotating.listing.view, marked.page.view
    view.begin()
    seen = []
    for _ in range(3):
        QTest.keyClick(view.list, KEY.Key_Down)
        seen.append((rows.place().position, marked.annotating.desk.marker.mark_chosen().id))
        assert view.list.hasFocus()
    assert [id_ for _, id_ in seen] == [one.annotation.id for one in view.model.shown[1:]]
    assert seen[-1][0] == 2
    rows.go_to(0)
    put(marked, "school", "organisation")
    qtbot.waitUntil(lambda: len(listed(marked)) == 5)
    assert rows.place().position == 0, "a list that is read anew leads nowhere"


def test_labels_are_read_in_full_beside_long_names(marked, qtbot, monkeypatch):
    delegate, said = marked.annotating.listing.view.delegate, []
    picture = QPixmap(240, 60)
    painter = QPainter(picture)
    monkeypatch.setattr(
        list_model,
        "elided",
        lambda words, metrics, room: said.append(elided(words, metrics, room)) or said[-1],
    )
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 240, 60)
    model = marked.annotating.listing.view.model
    first = model.shown[0]
    model.shown[0] = replace(
        first, annotation=replace(first.annotation, author="Somebody with a very long name")
    )
    delegate.paint(painter, option, model.index(0))
    painter.end()
    assert any("Person" in one for one in said)
    (author,) = (one for one in said if "Some" in one)
    assert "…" in author


def test_what_lost_its_words_is_listed_and_one_key_puts_it_back(at_work, qtbot):
    id_ = put(at_work, "المعلم", "person")
    paragraph = at_work.page.model.row(2).source[0]
    at_work.page.reviewer.edit_text(paragraph.id, "عاد في ٣ أيار.", paragraph.text)
    (annotation,) = all_annotations(at_work.library, at_work.page.summary.id)
    assert annotation.is_orphan
    qtbot.waitUntil(lambda: at_work.statusBar().currentMessage().startswith("1 mark"))
    marks, (lost,) = at_work.annotating.desk.overlay.marks, annotation.lost
    assert marks.chip_words(annotation) == "⚠ Person: \u2068“المعلم”\u2069"
    gap = replace(lost, end=lost.start, quote="", prefix="عاد ", suffix=" في")
    assert "“عاد ‸ في”" in marks.chip_words(replace(annotation, lost=(gap,))), "where it was, not nothing"
    at_work.annotating.show_orphans()
    panel, keeper = at_work.annotating.orphans.panel, at_work.annotating.orphans
    qtbot.waitUntil(lambda: panel.list.count() == 1 and not keeper.waits)
    assert "المعلم" in panel.context.text()
    assert "Alt+C" in panel.hint.text()  # nothing says the like now
    assert panel.places.isHidden()
    paragraph = at_work.page.model.row(3).source[0]
    at_work.page.reviewer.edit_text(paragraph.id, f"المعلم {paragraph.text}", paragraph.text)
    panel.chosen_changed.emit()
    qtbot.waitUntil(lambda: not keeper.waits and panel.places.count() > 0)
    assert "Enter" in panel.hint.text()
    at_work.page.view.go_to(0)
    panel.places.setFocus()
    panel.places.setCurrentRow(-1)
    QTest.keyClick(panel.places, KEY.Key_Down)
    assert at_work.page.view.place().position == 3, "where it would go is seen before it is put there"
    assert panel.places.hasFocus()
    QTest.keyClick(panel.list, KEY.Key_Return)
    (annotation,) = all_annotations(at_work.library, at_work.page.summary.id)
    assert annotation.id == id_
    assert not annotation.is_orphan
    assert [span.quote for span in annotation.spans] == ["المعلم"]
    qtbot.waitUntil(lambda: panel.list.count() == 0)


def test_notes_are_threads_on_pairs_marks_and_texts(at_work, qtbot):
    put(at_work, "أحمد", "person")
    at_work.page.view.go_to(1, Side.SOURCE)
    at_work.annotating.toggle()
    QTest.keySequence(at_work.page.view, QKeySequence("]"))
    at_work.annotating.show_threads()
    panel, keeper = at_work.annotating.threads.panel, at_work.annotating.threads
    qtbot.waitUntil(lambda: not keeper.waits)
    assert panel.on.currentData() == "mark"
    for text, on in (("من هو؟", "mark"), ("Check this pair", "pair"), ("A whole text", "target")):
        panel.on.setCurrentIndex(panel.on.findData(on))
        panel.field.setPlainText(text)
        panel.new.click()
    qtbot.waitUntil(lambda: panel.list.count() == 3)
    row = next(row for row in range(3) if "من هو" in panel.list.item(row).text())
    assert panel.list.item(row).text().startswith("Person")
    panel.list.setCurrentRow(row)
    panel.field.setPlainText("كاتب البيان")
    QTest.keyClick(panel.field, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "كاتب" in panel.text.toPlainText())
    panel.settle.click()
    qtbot.waitUntil(lambda: panel.list.item(row).text().startswith("✓"))
    found = {one.first.text: one for one in notes.threads(at_work.library, at_work.page.summary.id)}
    assert found["من هو؟"].resolved
    assert [one.text for one in found["من هو؟"].replies] == ["كاتب البيان"]
    assert found["من هو؟"].first.annotation is not None
    assert found["A whole text"].first.document == at_work.page.summary.target
    panel.open_only.setChecked(True)
    assert panel.list.count() == 2
    panel.open_only.setChecked(False)
    at_work.page.view.go_to(0)
    panel.list.setFocus()
    panel.list.setCurrentRow(row)
    for key in (KEY.Key_Down, KEY.Key_Up) if row < 2 else (KEY.Key_Up, KEY.Key_Down):
        QTest.keyClick(panel.list, key)
    assert at_work.page.view.place().position == 1, "the rows follow the bar"
    assert panel.list.hasFocus()
    at_work.page.view.go_to(0)
    QTest.keyClick(panel.list, KEY.Key_Return)
    assert at_work.page.view.place().position == 1


def test_where_there_is_no_note_yet_one_writes_at_once(at_work, qtbot):
    qtbot.waitUntil(at_work.isActiveWindow)
    at_work.page.view.go_to(1, Side.SOURCE)
    at_work.annotating.show_threads()
    panel, keeper = at_work.annotating.threads.panel, at_work.annotating.threads
    qtbot.waitUntil(lambda: not keeper.waits and panel.field.hasFocus())
    assert "answer" not in panel.field.placeholderText()
    QTest.keyClicks(at_work.focusWidget(), "Is it so?")
    QTest.keyClick(at_work.focusWidget(), KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: panel.list.count() == 1)
    assert "answer" in panel.field.placeholderText()
    at_work.page.view.setFocus()
    at_work.annotating.show_threads()
    qtbot.waitUntil(panel.list.hasFocus)


def test_a_note_on_a_whole_text_is_written_by_key_alone(at_work, qtbot):
    qtbot.waitUntil(at_work.isActiveWindow)
    at_work.annotating.show_threads()
    panel, keeper = at_work.annotating.threads.panel, at_work.annotating.threads
    qtbot.waitUntil(lambda: not keeper.waits)
    panel.field.setFocus()
    QTest.keyClicks(panel.field, "Who translated it?")
    while at_work.focusWidget() is not panel.on:
        assert panel.isAncestorOf(at_work.focusWidget())
        QTest.keyClick(at_work.focusWidget(), KEY.Key_Tab)
    QTest.keyClick(panel.on, KEY.Key_End)
    QTest.keyClick(panel.on, KEY.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(at_work.focusWidget(), KEY.Key_Space)
    (thread,) = notes.threads(at_work.library, at_work.page.summary.id)
    assert (thread.first.text, thread.first.document) == ("Who translated it?", at_work.page.summary.target)


def test_letters_typed_in_a_list_look_for_its_lines_and_leave_the_pairs_alone(marked, picture, qtbot):
    library, bitext = marked.library, marked.page.summary
    for text in ("merge these?", "check it", "ملاحظة"):
        marked.page.reviewer.show(notes.add_note_on_document(library, bitext.id, bitext.source, text))
    before = picture()
    marks = marked.annotating.listing.view.list
    marked.annotating.show_threads()
    threads = marked.annotating.threads
    qtbot.waitUntil(lambda: not threads.waits and threads.panel.list.count() == 3)
    threads.panel.begin()
    threads.panel.list.setCurrentRow(0)
    QTest.keyClicks(threads.panel.list, "Source text: check")
    assert threads.panel.chosen().first.text == "check it"
    for letter in "CRXMPHBDI []":
        QTest.keyClick(threads.panel.list, letter)
    QTest.keyClick(threads.panel.list, KEY.Key_R, Qt.KeyboardModifier.ShiftModifier)
    threads.panel.text.setFocus()
    for letter in "CRX ":
        QTest.keyClick(threads.panel.text, letter)
    marked.annotating.show_list()
    marks.setFocus()
    for letter in "CRXMPHBDI ":
        QTest.keyClick(marks, letter)
    assert picture() == before
    assert not marked.annotating.is_on
    view = marked.page.view
    view.setFocus()
    QTest.keyClick(view, "c")
    assert picture() != before


def test_the_same_words_elsewhere_are_shown_before_they_are_marked(at_work, qtbot):
    put(at_work, "الطلاب", "person")
    paragraph = at_work.page.model.row(3).source[0]
    at_work.page.reviewer.edit_text(paragraph.id, "سأل الطلاب وطلابهم. كتب الطُّلاب.", paragraph.text)
    at_work.page.view.go_to(1, Side.SOURCE)
    at_work.annotating.toggle()
    QTest.keySequence(at_work.page.view, QKeySequence("]"))
    seen, titles, held = [], [], []

    def work():
        dialog = next(one for one in at_work.findChildren(PropagateDialog) if one.isVisible())
        if at_work.annotating.propagating.waits:
            QTimer.singleShot(20, work)
            return
        seen.append([(one.quote, one.marked) for one in dialog.places])
        titles.append({one.title for one in dialog.list.lines.lines})
        if len(seen) == 1:
            held.append(dialog.list.hasFocus())
            dialog.scope.setFocus()
            QTest.keyClick(dialog.scope, KEY.Key_End)
            QTimer.singleShot(20, work)
            return
        if len(seen) == 2:
            held.append(dialog.scope.hasFocus() and dialog.chosen_scope is Scope.LIBRARY)
            dialog.clitics.setChecked(True)
            QTimer.singleShot(20, work)
            return
        rows = [row for row, one in enumerate(dialog.places) if one.quote == "وطلابهم"]
        dialog.list.setCurrentIndex(dialog.list.lines.index(rows[0] if rows else 0))
        QTest.keyClick(dialog.list, KEY.Key_Space)
        QTest.keyClick(dialog.list, KEY.Key_Return)

    QTimer.singleShot(20, work)
    at_work.annotating.propagate()
    qtbot.waitUntil(lambda: not at_work.runner.jobs)
    assert seen[0] == [("الطلاب", True), ("الطلاب", False), ("الطُّلاب", False)]
    assert titles[:2] == [{""}, {at_work.page.summary.title}]  # which text it is, where it may be another
    assert seen[1] == seen[0]
    assert held == [True, True]
    assert len(seen[2]) >= len(seen[0])
    quotes = [one.spans[0].quote for one in all_annotations(at_work.library, at_work.page.summary.id)]
    assert sorted(quotes) == sorted(["الطلاب", "الطلاب", "الطُّلاب"])
    at_work.page.reviewer.undo()
    assert len(all_annotations(at_work.library, at_work.page.summary.id)) == 1


def test_marks_in_several_bitexts_are_taken_back_by_one_key(at_work, library, tmp_path, qtbot):
    path = tmp_path / "other.txt"
    path.write_text("زار المعلم بغداد.\n\nThe teacher visited Baghdad.", encoding="utf-8")
    report = import_files(library, [path], ImportOptions())
    links = (ProposedLink((0,), (0,), 0.9),)
    aligning.create_bitext(library, *report.pair, Alignment(links, links, "by hand"))
    at_work.annotating.toggle()
    row = at_work.page.model.row(2)
    start = row.source[0].text.index("المعلم")
    stretch = Stretch(row.source[0].id, start, start + len("المعلم"))
    found = equal_words(library, at_work.page.summary.id, stretch, "entities", "person", Scope.LIBRARY)
    assert len({one.bitext for one in found}) == 2
    made = put(at_work, "المعلم", "person")
    told = []
    at_work.page.told.connect(told.append)
    flow = at_work.annotating.propagating
    desk, here = at_work.annotating.desk, at_work.page.summary.id
    flow._put(desk, annotation(library, made), found, both=False)
    qtbot.waitUntil(lambda: bool(told))
    assert "1 mark(s) in 1 bitext(s). Undo, here, takes all of them back" in told[-1]
    assert "other" in told[-1]
    other = next(one.bitext for one in found if one.bitext != here)
    assert len(all_annotations(library, other)) == 1
    QTest.keyClick(at_work.page.view, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert all_annotations(library, other) == ()


def test_rows_are_filtered_by_what_is_marked_in_them(at_work, qtbot):
    put(at_work, "أحمد", "person")
    put(at_work, "teacher", "mistranslation", "mqm-daily")
    put(at_work, "القاهرة", "claim", "claims")
    link = at_work.page.model.link_at(4)
    made = mark_pair(at_work.library, at_work.page.summary.id, link, Given("claims", "claim"))
    at_work.page.reviewer.show(made)
    filtering = at_work.page.filtering
    for condition, rows in (("annotated", 4), ("errors", 1), ("claims", 2), ("orphans", 0)):
        filtering.toggle(condition)
        qtbot.waitUntil(lambda: not at_work.runner.jobs)
        assert len(filtering.found) == rows, condition
        filtering.toggle(condition)
    filtering.toggle("orphans")
    paragraph = at_work.page.model.known_row(link).source[0]
    put(at_work, "الشاروك", "person")
    at_work.page.reviewer.edit_text(paragraph.id, "لا شيء.", paragraph.text)
    qtbot.waitUntil(lambda: len(filtering.found) == 1)


def test_leaving_and_opening_again_finds_all_marks(marked, bitext):
    before = annotated_bitext(marked.library, bitext).annotations
    marked.show_start()
    assert marked.annotating.desk is None
    marked.open_bitext(bitext)
    row = marked.page.model.row(1)
    drawn = marked.annotating.desk.store.on_row(row.link.id).everything
    assert {one.id for one in drawn} <= {one.id for one in before}
    assert len(drawn) == 3


@pytest.mark.parametrize("tab", ["show_list", "show_orphans", "show_threads"])
def test_a_list_that_comes_into_view_while_its_bitext_closes_reads_nothing_any_more(marked, qtbot, tab):
    getattr(marked.annotating, tab)()
    keepers = marked.annotating.listing, marked.annotating.orphans, marked.annotating.threads
    qtbot.waitUntil(lambda: not any(one.waits for one in keepers))
    marked.page.reviewer.add_note(marked.page.model.link_at(0), "look")
    marked.show_start()
    assert not any(one.waits for one in keepers)
    qtbot.waitUntil(lambda: not marked.runner.jobs)
