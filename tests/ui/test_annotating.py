"""A whole annotation pass by key, in the real window: go through words, mark, tie, fill in, correct, take back."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QLineEdit
from shiboken6 import isValid

from taqabul.domain.annotation import AnnotationStatus
from taqabul.domain.bitext import Alignment, ProposedLink
from taqabul.domain.labels import Attribute, AttributeKind, Label, LabelSet, Purpose, RelationType, Words
from taqabul.domain.language import Side
from taqabul.domain.options import ImportOptions
from taqabul.text.direction import isolated
from taqabul.ui.annotation.geometry import stretch_rects
from taqabul.ui.bitext.model import column_of
from taqabul.ui.palette.palette import Palette
from taqabul.workflow import aligning
from taqabul.workflow.annotating.reading import all_annotations, annotated_bitext
from taqabul.workflow.history import undo_label
from taqabul.workflow.importing import import_files
from taqabul.workflow.label_sets import save_set
from taqabul.workflow.projects import bitext_head
from taqabul.workflow.word_links import RowWordLink, Stretch, WordLinker

KEY = Qt.Key


@pytest.fixture
def annotating(at_work, settings, qtbot):
    """The window with annotating on, giving labels of entities, the cursor in the second row's Arabic."""
    qtbot.waitUntil(at_work.isActiveWindow)
    at_work.annotating.desk.use_set("entities")
    at_work.page.view.go_to(1, Side.SOURCE)
    press(at_work, "A")
    return at_work


def press(window, *keys):
    for key in keys:
        QTest.keySequence(window.page.view, QKeySequence(key))


def chosen(window):
    """The words chosen, all stretches of them."""
    texts = {}
    for position in range(window.page.model.count):
        row = window.page.model.row(position)
        texts |= {one.id: one.text for one in (*row.source, *row.target)}
    return [texts[paragraph][start:end] for paragraph, (start, end) in window.annotating.desk.mode.chosen()]


def marked(window):
    """What is marked, as people would tell it."""
    found = all_annotations(window.library, window.page.summary.id)
    return [(one.label, *(span.quote or f"|{span.suffix[:6]}" for span in one.spans)) for one in found]


def let_go(window):
    """Nothing is offered and no mark chosen, whether a counterpart was found meanwhile or not."""
    window.annotating.desk.offers.decline()
    window.annotating.desk.marker.choose(None)


def settle(window, qtbot):
    """Wait until no counterpart is looked for."""
    qtbot.waitUntil(lambda: not window.annotating.desk.offers.waits)


def test_the_mode_is_entered_and_left_by_key_and_takes_the_letters(annotating):
    assert annotating.annotating.is_on
    assert annotating.annotating.desk.strip.isVisible()
    before = annotating.page.statuses()
    press(annotating, "S", "X", "M", "U")
    assert annotating.page.statuses() == before
    assert "no label" in annotating.annotating.desk.strip.words.text()
    press(annotating, "Esc")
    assert not annotating.annotating.is_on
    assert not annotating.annotating.desk.strip.isVisible()


def test_left_and_right_go_as_the_eye_does_in_either_direction(annotating):
    assert chosen(annotating) == ["وصل"]
    press(annotating, "Left")
    assert chosen(annotating) == ["كِتَابُ"]
    press(annotating, "Right")
    assert chosen(annotating) == ["وصل"]
    press(annotating, "Tab", "Right")
    assert chosen(annotating) == ["book"]
    press(annotating, "Left", "Left")
    assert chosen(annotating) == ["Cairo"]


def test_reading_order_lines_and_edges(annotating):
    press(annotating, "Space", "Space")
    assert chosen(annotating) == ["أحمد"]
    press(annotating, "Shift+Space")
    assert chosen(annotating) == ["كِتَابُ"]
    press(annotating, "End")
    assert chosen(annotating) == ["الطلاب"]
    press(annotating, "Home", "Shift+End")
    assert chosen(annotating) == ["وصل كِتَابُ أحمد إلى المدرسة. قرأه الطلاب"]
    press(annotating, "Ctrl+Left")
    assert chosen(annotating) == ["عاد"]
    press(annotating, "Up")
    assert annotating.page.view.place().position == 1
    press(annotating, "Down")
    assert annotating.page.view.place().position == 2


def test_words_are_chosen_whole_and_clitics_and_letters_let_go(annotating):
    press(annotating, "Left", "Shift+Left", "Shift+Left")
    assert chosen(annotating) == ["كِتَابُ أحمد إلى"]
    press(annotating, "Shift+Right")
    assert chosen(annotating) == ["كِتَابُ أحمد"]
    press(annotating, "End", "/")
    assert chosen(annotating) == ["طلاب"]
    press(annotating, "/")
    assert chosen(annotating) == ["الطلاب"]
    press(annotating, "Home", "Left", "Alt+Shift+Right")
    assert chosen(annotating) == ["كِتَا"]
    press(annotating, "Alt+Left")
    assert chosen(annotating) == ["تَا"]


def test_a_label_s_key_marks_and_undo_takes_it_back(annotating):
    press(annotating, "Left", "Left", "P")
    assert marked(annotating) == [("person", "أحمد")]
    assert "Person" in annotating.annotating.desk.strip.words.text()
    press(annotating, "Ctrl+Z")
    assert marked(annotating) == []
    press(annotating, "Ctrl+Shift+Z")
    assert marked(annotating) == [("person", "أحمد")]


def test_labels_overlap_and_several_lie_on_one_word(annotating):
    press(annotating, "Left", "Left", "P", "O", "Shift+Left", "Shift+Left", "L")
    assert marked(annotating) == [
        ("person", "أحمد"),
        ("organisation", "أحمد"),
        ("place", "أحمد إلى المدرسة"),
    ]
    row = annotating.page.view.place().row
    marks = annotating.annotating.desk.store.marks(row.link.id, row.source[0].id)
    assert sorted(mark.lane for mark in marks) == [0, 1, 2]
    laid = annotating.page.view.cell(1, Side.SOURCE).paragraphs[0]
    assert laid.height > annotating.page.view.cell(2, Side.SOURCE).paragraphs[0].height


def test_letters_give_labels_while_an_arabic_keyboard_is_active(annotating):
    press(annotating, "ح")
    assert marked(annotating) == [("person", "وصل")]


def test_a_stretch_in_two_parts_and_one_more(annotating):
    press(annotating, ",", "Left", "Left", "P")
    assert marked(annotating) == [("person", "وصل", "إلى")]
    press(annotating, "Left", "+")
    assert marked(annotating) == [("person", "وصل", "إلى", "المدرسة")]
    press(annotating, "=")
    assert marked(annotating) == [("person", "المدرسة")]


def test_a_place_between_words_and_a_whole_pair(annotating):
    annotating.annotating.desk.use_set("claims")
    press(annotating, ".", "Left", "C")
    assert marked(annotating) == [("claim", "|كِتَاب")]
    let_go(annotating)
    press(annotating, "Shift+C")
    assert marked(annotating) == [("claim", "|كِتَاب"), ("claim",)]
    annotating.annotating.desk.use_set("entities")
    press(annotating, "Shift+P")
    assert "whole pair" in annotating.annotating.desk.strip.words.text()
    assert len(marked(annotating)) == 2


def test_marks_are_chosen_in_turn_changed_and_deleted(annotating):
    press(annotating, "P", "O")
    let_go(annotating)
    press(annotating, ";", ";")
    marker = annotating.annotating.desk.marker
    first = marker.mark_chosen().label
    press(annotating, ";")
    assert {first, marker.mark_chosen().label} == {"person", "organisation"}
    label = marker.mark_chosen().label
    press(annotating, "Alt+L", "F4")
    kept = next(one for one in ("person", "organisation") if one != label)
    found = {one.label: one.status for one in all_annotations(annotating.library, annotating.page.summary.id)}
    assert found == {kept: AnnotationStatus.DRAFT, "place": AnnotationStatus.REVIEWED}
    press(annotating, "Del")
    assert [label for label, *_ in marked(annotating)] == [kept]


def test_next_and_previous_mark_are_found_in_other_rows(annotating):
    press(annotating, "P")
    annotating.page.view.go_to(3, Side.SOURCE)
    press(annotating, "Left", "O")
    let_go(annotating)
    assert marked(annotating) == [("person", "وصل"), ("organisation", "زنكنة")]
    press(annotating, "[")
    assert chosen(annotating) == ["وصل"]
    press(annotating, "]")
    assert chosen(annotating) == ["زنكنة"]
    assert annotating.page.view.place().position == 3


def test_the_counterpart_is_offered_and_one_key_marks_and_ties_it(annotating, qtbot):
    annotating.annotating.desk.use_set("claims")
    press(annotating, "Left", "Left", "C")
    settle(annotating, qtbot)
    assert "Ahmad" in annotating.annotating.desk.offers.offer.quote
    assert annotating.annotating.desk.overlay.offered
    press(annotating, "Return")
    everything = annotated_bitext(annotating.library, annotating.page.summary.id)
    assert [one.label for one in everything.annotations] == ["claim", "claim"]
    (tie,) = everything.relations
    assert (tie.kind, tie.source, tie.target) == ("same", *(one.id for one in everything.annotations))
    press(annotating, "Ctrl+Z")
    assert len(marked(annotating)) == 1


def test_an_offer_takes_the_relation_of_a_digit_or_is_declined(annotating, qtbot):
    annotating.annotating.desk.use_set("claims")
    press(annotating, "Tab", "C")
    settle(annotating, qtbot)
    press(annotating, "3")
    everything = annotated_bitext(annotating.library, annotating.page.summary.id)
    (tie,) = everything.relations
    quotes = {one.id: one.spans[0].quote for one in everything.annotations}
    assert tie.kind == "weakened"
    assert quotes[tie.target] == "Ahmad's", "ties run from the source text to the target"
    press(annotating, "Space", "Space", "Space", "C")
    settle(annotating, qtbot)
    press(annotating, "Esc")
    assert annotating.annotating.desk.offers.offer is None
    assert annotating.annotating.is_on


def test_an_error_is_laid_over_both_sides(annotating, qtbot):
    annotating.annotating.desk.use_set("mqm-daily")
    press(annotating, "Left", "Left", "M")
    settle(annotating, qtbot)
    press(annotating, "Return")
    (error,) = all_annotations(annotating.library, annotating.page.summary.id)
    assert [span.quote[:5] for span in error.spans] == ["أحمد", "Ahmad"]
    assert error.value("severity") == "minor"


def test_for_an_omission_the_words_that_face_none_are_offered(annotating, qtbot, monkeypatch):
    desk = annotating.annotating.desk
    row = annotating.page.model.row(1)
    ours, theirs = row.source[0], row.target[0]

    def stretch(text, words):
        return Stretch(text.id, text.text.index(words), text.text.index(words) + len(words))

    known = [("وصل", "reached"), ("أحمد", "Ahmad"), ("المدرسة", "school")]
    links = [RowWordLink(stretch(ours, one), stretch(theirs, other), 0.9) for one, other in known]
    monkeypatch.setattr(WordLinker, "links", lambda *_: links)
    desk.use_set("mqm-daily")
    press(annotating, "Tab", "Space", ".", "O")
    settle(annotating, qtbot)
    assert desk.offers.offer.quote == "كِتَابُ"
    assert desk.strip.words.text().count("Enter") == 1, "one key, one meaning"
    assert " ‸ book”" in annotating.annotating.panel.head.text()
    press(annotating, "Return")
    assert "Enter fills in" in desk.strip.words.text()
    (error,) = all_annotations(annotating.library, annotating.page.summary.id)
    assert error.label == "omission"
    assert [span.quote for span in error.spans] == ["", "كِتَابُ"]


def test_relations_by_key_are_listed_with_both_ends_and_followed(annotating, qtbot):
    press(annotating, "P", "F8", "Down", "Left", "O", "F8")
    asked = next(one for one in annotating.findChildren(Palette) if one.isVisible())
    QTest.keyClicks(asked.query, "belongs")
    QTest.keyClick(asked, KEY.Key_Return)
    (tie,) = annotated_bitext(annotating.library, annotating.page.summary.id).relations
    assert tie.kind == "member_of"
    panel = annotating.annotating.panel
    qtbot.waitUntil(lambda: panel.ties.count() == 1)
    assert "وصل" in panel.ties.item(0).text()
    press(annotating, "Shift+F8")
    assert annotating.focusWidget() is panel.ties
    QTest.keyClick(panel.ties, KEY.Key_Return)
    assert annotating.page.view.place().position == 1
    assert annotating.annotating.desk.marker.mark_chosen().label == "person"
    panel.ties.setCurrentRow(0)
    QTest.keyClick(panel.ties, KEY.Key_Delete)
    assert annotated_bitext(annotating.library, annotating.page.summary.id).relations == ()


def test_a_relation_gets_another_type_the_other_way_and_attributes_by_key(annotating, qtbot):
    asked = Attribute("sure", AttributeKind.TEXT, Words("How sure"))
    kinds = (
        RelationType("owns", Words("owns"), attributes=(asked,)),
        RelationType("visits", Words("visits"), attributes=(asked,)),
        RelationType("leads", Words("leads"), sources=("p",), targets=("o",)),
    )
    labels = (Label("p", Words("Person"), shortcut="p"), Label("o", Words("Body"), shortcut="o"))
    save_set(
        annotating.library, LabelSet("own", 1, Words("Own"), Purpose.PLAIN, labels=labels, relations=kinds)
    )
    annotating.annotating.take_sets()
    annotating.annotating.desk.use_set("own")
    panel, ties = annotating.annotating.panel, annotating.annotating.panel.ties

    def relation():
        return next(iter(annotated_bitext(annotating.library, annotating.page.summary.id).relations))

    def ask_for(name):
        asking = next(one for one in annotating.findChildren(Palette) if one.isVisible())
        QTest.keyClicks(asking.query, name)
        QTest.keyClick(asking, KEY.Key_Return)

    press(annotating, "P", "F8", "Down", "Left", "O", "F8")
    ask_for("owns")
    first = relation()
    press(annotating, "Return")
    ties.setFocus()
    QTest.keyClick(ties, KEY.Key_Down)
    QTest.keyClick(ties, KEY.Key_T)
    ask_for("visits")
    assert relation().kind == "visits"
    qtbot.waitUntil(ties.hasFocus)
    QTest.keySequence(ties, QKeySequence("ق"))  # what the key of R writes on an Arabic keyboard
    assert (relation().source, relation().target) == (first.target, first.source)
    assert ties.item(0).text().startswith("→")
    QTest.keyClick(ties, KEY.Key_A)
    field = panel.tied.form.fields["sure"]
    qtbot.waitUntil(field.edit.hasFocus)
    QTest.keyClicks(field.edit, "quite")
    QTest.keyClick(field.edit, KEY.Key_Return)
    assert dict(relation().attributes) == {"sure": ("quite",)}
    qtbot.waitUntil(ties.hasFocus)
    QTest.keyClick(ties, KEY.Key_T)
    asking = next(one for one in annotating.findChildren(Palette) if one.isVisible())
    QTest.keyClick(asking, KEY.Key_Escape)
    qtbot.waitUntil(ties.hasFocus)
    for verb in ("set attributes", "turn relation", "change relation"):
        assert undo_label(annotating.library, annotating.page.summary.id) == verb
        press(annotating, "Ctrl+Z")
    assert relation() == first


def test_a_relation_stays_as_it_is_where_its_type_has_but_one_way(annotating):
    kinds = (RelationType("leads", Words("leads"), sources=("p",), targets=("o",)),)
    labels = (Label("p", Words("Person"), shortcut="p"), Label("o", Words("Body"), shortcut="o"))
    save_set(
        annotating.library, LabelSet("own", 1, Words("Own"), Purpose.PLAIN, labels=labels, relations=kinds)
    )
    annotating.annotating.take_sets()
    annotating.annotating.desk.use_set("own")
    press(annotating, "P", "F8", "Down", "Left", "O", "F8", "Return")
    ties = annotating.annotating.panel.ties
    QTest.keyClick(ties, KEY.Key_Down)
    before = annotated_bitext(annotating.library, annotating.page.summary.id).relations
    for key, told in ((KEY.Key_R, "does not go the other way"), (KEY.Key_T, "No other relation")):
        QTest.keyClick(ties, key)
        assert told in annotating.annotating.desk.strip.words.text()
    assert annotated_bitext(annotating.library, annotating.page.summary.id).relations == before


def test_what_was_found_is_marked_as_found(annotating, qtbot):
    press(annotating, "Esc")
    page = annotating.page
    page.find_bar.open()
    QTest.keyClicks(page.find_bar.form.query, "teacher")
    qtbot.waitUntil(lambda: bool(page.finder.hits))
    page.finder.step(1)
    annotating.actions_table["annotate-hit"].trigger()
    press(annotating, "P")
    assert marked(annotating) == [("person", "teacher")]


def test_dragging_chooses_whole_words_and_ctrl_another_stretch(annotating):
    view = annotating.page.view

    def middle(word):
        cell = view.cell(1, Side.TARGET)
        laid = cell.paragraphs[0]
        start = laid.paragraph.text.index(word)
        rect = stretch_rects(laid, start, start + len(word))[0]
        at = view.layouts.text_rect(laid, view.cell_rect(1, column_of(Side.TARGET)).toRectF(), rtl=cell.rtl)
        return (rect.center() + at.topLeft()).toPoint()

    port, left = view.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(port, left, pos=middle("Ahmad's") + QPoint(4, 0))
    QTest.mouseMove(port, middle("book"))
    QTest.mouseRelease(port, left, pos=middle("book"))
    assert chosen(annotating) == ["Ahmad's book"]
    QTest.mouseClick(port, left, Qt.KeyboardModifier.ControlModifier, middle("school"))
    assert chosen(annotating) == ["Ahmad's book", "school"]
    annotating.annotating.desk.strip.buttons["organisation"].click()
    assert marked(annotating) == [("organisation", "Ahmad's book", "school")]


def test_a_correction_keeps_the_mark_on_its_words(annotating):
    press(annotating, "Left", "Left", "P")
    let_go(annotating)
    paragraph = annotating.page.view.place().paragraph
    annotating.page.reviewer.edit_text(paragraph.id, f"أمس {paragraph.text}", paragraph.text)
    assert marked(annotating) == [("person", "أحمد")]
    marks = annotating.annotating.desk.store.marks(annotating.page.view.place().row.link.id, paragraph.id)
    assert [mark.start for mark in marks] == [f"أمس {paragraph.text}".index("أحمد")]


def test_a_relation_leads_into_another_bitext(annotating, library, tmp_path, qtbot):
    home = annotating.page.summary.id
    press(annotating, ",", "Left", "Left", "P", "F8")
    path = tmp_path / "other.txt"
    path.write_text("زار المعلم بغداد.\n\nThe teacher visited Baghdad.", encoding="utf-8")
    report = import_files(library, [path], ImportOptions())
    links = (ProposedLink((0,), (0,), 0.9),)
    other = aligning.create_bitext(library, *report.pair, Alignment(links, links, "by hand"))
    annotating.open_bitext(other)
    annotating.annotating.desk.use_set("entities")
    assert annotating.annotating.desk.tying.start is not None
    press(annotating, "A", "Left", "P", "F8")
    (tie,) = annotated_bitext(library, home).relations
    assert tie.kind == "same"
    panel = annotating.annotating.panel
    qtbot.waitUntil(lambda: panel.ties.count() == 1)
    told = panel.ties.item(0).text()
    assert "\u2067\u2068“وصل”\u2069 … \u2068“" in told, "its parts follow one another as in the text"
    assert told.splitlines()[1] == isolated(bitext_head(library, home).title)
    panel.ties.setCurrentRow(0)
    QTest.keyClick(panel.ties, KEY.Key_Return)
    assert annotating.page.summary.id == home
    assert annotating.annotating.desk.marker.mark_chosen().spans[0].quote == "وصل"


def test_the_pointer_is_told_what_is_marked_under_it(annotating):
    press(annotating, "P", "O")
    view = annotating.page.view
    cell = view.cell(1, Side.SOURCE)
    laid = cell.paragraphs[0]
    at = view.layouts.text_rect(laid, view.cell_rect(1, column_of(Side.SOURCE)).toRectF(), rtl=cell.rtl)
    point = (stretch_rects(laid, 0, 3)[0].center() + at.topLeft()).toPoint()
    hover = annotating.annotating.desk.hover
    words = hover.words(hover.marks_at(point))
    assert "Person" in words
    assert "Organisation" in words
    assert "Rana" in words
    assert hover.marks_at(point + QPoint(-200, 60)) == []


def test_a_set_of_many_labels_leaves_the_texts_their_room_and_the_cursor_in_sight(annotating, qtbot):
    view, desk = annotating.page.view, annotating.annotating.desk
    annotating.resize(1000, 560)
    press(annotating, "Down", "Down", "Down")
    desk.use_set("mqm-core")
    strip = desk.strip
    qtbot.waitUntil(lambda: strip.more is not None and strip.more.isVisible())
    qtbot.waitUntil(lambda: 2 < strip.height() / strip.set_button.height() < 5)

    def is_in_sight():
        place, laid, cursor = desk.mode.now()
        rect = view.paragraph_rect(place)
        return rect.top() < view.viewport().height() and cursor.span[0] < len(laid.paragraph.text)

    qtbot.waitUntil(is_in_sight)


def test_the_next_mark_is_found_from_an_empty_cell_too(annotating):
    press(annotating, "Tab", "Down", "Down", "P")
    annotating.page.view.go_to(6, Side.TARGET)  # nothing faces the last paragraph
    assert annotating.annotating.desk.mode.here() is None
    press(annotating, "[")
    assert annotating.annotating.desk.marker.mark_chosen().label == "person"


@pytest.mark.parametrize(("typed", "key", "signed"), [("نور", "Return", "نور"), ("", "Escape", "Rana")])
def test_who_begins_to_annotate_is_asked_for_a_name_once(at_work, settings, qtbot, typed, key, signed):
    settings.author_asked = False
    qtbot.waitUntil(at_work.isActiveWindow)
    press(at_work, "A")
    dialog = at_work.findChild(QInputDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.textValue() == "Rana"
    field = dialog.findChild(QLineEdit)
    if typed:
        field.setText(typed)
    QTest.keySequence(field, QKeySequence(key))
    qtbot.waitUntil(lambda: not isValid(dialog) or not dialog.isVisible())
    at_work.activateWindow()
    qtbot.waitUntil(at_work.isActiveWindow)
    assert at_work.library.author == signed
    assert settings.author == (signed if typed else "")
    assert at_work.annotating.is_on
    press(at_work, "Escape", "A")
    assert not any(one.isVisible() for one in at_work.findChildren(QInputDialog))
    at_work.annotating.desk.use_set("entities")
    at_work.page.view.go_to(1, Side.SOURCE)
    press(at_work, "P")
    qtbot.waitUntil(lambda: len(all_annotations(at_work.library, at_work.page.summary.id)) == 1)
    (one,) = all_annotations(at_work.library, at_work.page.summary.id)
    assert one.author == signed
