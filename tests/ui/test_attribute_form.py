"""What is asked about a mark is filled in by keyboard: letters choose, Enter goes on, what depends on it appears."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest

from taqabul.domain.annotation import attributes_from
from taqabul.domain.labels import Attribute, AttributeKind, Choice, Condition, Label, LabelSet, Purpose, Words
from taqabul.ui.annotation.attribute_form import AttributeForm
from taqabul.ui.annotation.choice_field import letters_for
from taqabul.ui.annotation.remembered import Remembered
from taqabul.ui.core import theme
from taqabul.ui.core.settings import Settings
from taqabul.workflow.annotating.marking import relabel, unmark
from taqabul.workflow.annotating.reading import all_annotations

KEY = Qt.Key
KIND = AttributeKind


def choices(*names):
    return tuple(Choice(name, Words(name.capitalize())) for name in names)


ASKED = (
    Attribute(
        "severity",
        KIND.CHOICE,
        Words("Severity"),
        choices=choices("neutral", "minor", "major"),
        required=True,
    ),
    Attribute("harm", KIND.CHOICES, Words("Harm"), choices=choices("health", "money", "minors")),
    Attribute("why", KIND.TEXT, Words("Why"), when=Condition("severity", ("major",))),
    Attribute("when", KIND.DATE, Words("When")),
    Attribute("who", KIND.PERSON, Words("Who")),
    Attribute("sum", KIND.NUMBER, Words("Sum")),
    Attribute("sure", KIND.FLAG, Words("Sure")),
)


@pytest.fixture
def form(qtbot):
    made = AttributeForm()
    qtbot.addWidget(made)
    made.ask(ASKED, {"who": ["Rana", "أحمد"]}, theme.LIGHT)
    made.show_values(())
    made.said = []
    made.changed.connect(made.said.append)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def focused(form):
    return next(
        key
        for key, field in form.fields.items()
        if field.hasFocus() or field.isAncestorOf(form.focusWidget())
    )


def test_it_is_filled_in_from_the_first_to_the_last_field_by_keyboard(form, qtbot):
    assert form.lacking() == ["severity"]
    assert form.begin()
    assert focused(form) == "severity"
    QTest.keyClick(form.focusWidget(), KEY.Key_A)  # m stands for minor, a is what major has left
    assert form.said[-1] == attributes_from({"severity": ["major"]})
    assert focused(form) == "harm"
    QTest.keySequence(form.focusWidget(), QKeySequence("H"))
    QTest.keySequence(form.focusWidget(), QKeySequence("M"))
    QTest.keyClick(form.focusWidget(), KEY.Key_Return)
    assert focused(form) == "why", "asked only about what is major"
    form.focusWidget().insertPlainText("لأنه خطأ")
    QTest.keyClick(form.focusWidget(), KEY.Key_Return)
    form.focusWidget().insert("ah ١٤٤٥-١٢")
    QTest.keyClick(form.focusWidget(), KEY.Key_Return)
    QTest.keyClicks(form.focusWidget(), "Zuhair")
    QTest.keyClick(form.focusWidget(), KEY.Key_Return)
    form.focusWidget().insert("٣٫٥")
    QTest.keyClick(form.focusWidget(), KEY.Key_Return)
    with qtbot.waitSignal(form.ended):
        QTest.keyClick(form.focusWidget(), KEY.Key_Y)
    assert form.said[-1] == attributes_from(
        {
            "severity": ["major"],
            "harm": ["health", "money"],
            "why": ["لأنه خطأ"],
            "when": ["AH 1445-12"],
            "who": ["Zuhair"],
            "sum": ["3.5"],
            "sure": ["yes"],
        }
    )
    assert form.lacking() == []


def test_what_is_no_date_is_said_and_not_kept(form):
    field = form.fields["when"]
    field.setFocus()
    QTest.keyClicks(field.edit, "2024-13-45")
    QTest.keyClick(field.edit, KEY.Key_Return)
    assert field.wrong.isVisible()
    assert "2024-06" in field.wrong.text()
    assert form.said == []
    assert focused(form) == "when"
    field.edit.setText("2024-06")
    QTest.keyClick(field.edit, KEY.Key_Return)
    assert form.said[-1] == attributes_from({"when": ["2024-06"]})
    assert not field.wrong.isVisible()


def test_what_depends_on_a_value_goes_with_it(form):
    form.show_values(attributes_from({"severity": ["major"], "why": ["x"]}))
    assert form.fields["why"].isVisible()
    form.fields["severity"].buttons["minor"].click()
    assert not form.fields["why"].isVisible()
    assert form.said[-1] == attributes_from({"severity": ["minor"]})


def test_letters_are_the_names_own_where_they_can_be():
    assert letters_for(["Minor", "Major", "Neutral", "محايد"]) == ["m", "a", "n", "b"]


def test_a_new_mark_begins_with_defaults_and_what_was_said_last(qtbot):
    label = Label(
        "e",
        Words("E"),
        attributes=(
            *ASKED,
            Attribute("x", KIND.CHOICE, Words("X"), choices=choices("p", "q"), default=("q",)),
        ),
    )
    known = LabelSet("s", 1, Words("S"), Purpose.PLAIN, labels=(label,))
    settings = Settings()
    remembered = Remembered(settings)
    assert remembered.attributes(known, "e") == attributes_from({"x": ["q"]})

    class Mark:
        label_set, label = "s", "e"

    said = attributes_from(
        {"x": ["p"], "severity": ["minor"], "who": ["Rana"], "when": ["2024"], "sum": ["1"]}
    )
    remembered.keep(label.attributes, Mark, said)
    again = Remembered(settings)
    assert again.attributes(known, "e") == attributes_from(
        {"x": ["q"], "severity": ["minor"], "who": ["Rana"]}
    )
    assert again.people("s") == {"who": ["Rana"]}
    for damaged in ("{", "[]", '{"s/e": 3}'):
        assert Remembered(Settings(last_attributes=damaged)).attributes(known, "e") == attributes_from(
            {"x": ["q"]}
        )


def test_the_panel_fills_in_the_chosen_mark_in_one_step_each(at_work, qtbot):
    qtbot.waitUntil(at_work.isActiveWindow)
    at_work.annotating.desk.use_set("mqm-daily")
    at_work.page.view.go_to(2)
    for key in ("A", "M", "Return"):
        at_work.annotating.desk.offers.decline()
        QTest.keySequence(at_work.page.view, QKeySequence(key))
    panel = at_work.annotating.panel
    assert panel.form.fields["severity"].values() == ("minor",)
    form = panel.form
    form.begin("severity")
    letter = next(one for one, key in form.fields["severity"].letters.items() if key == "critical")
    QTest.keySequence(form.fields["severity"], QKeySequence(letter.upper()))
    (error,) = all_annotations(at_work.library, at_work.page.summary.id)
    assert error.value("severity") == "critical"
    panel.write_comment()
    QTest.keyClicks(panel.comment.edit, "wrong name")
    QTest.keyClick(panel.comment.edit, KEY.Key_Return)
    (error,) = all_annotations(at_work.library, at_work.page.summary.id)
    assert error.comment == "wrong name"
    assert at_work.page.view.hasFocus()
    at_work.page.reviewer.undo()
    at_work.page.reviewer.undo()
    (error,) = all_annotations(at_work.library, at_work.page.summary.id)
    assert (error.comment, error.value("severity")) == ("", "minor")


def test_the_letter_of_what_is_needed_and_said_keeps_it_and_goes_on(form):
    form.begin()
    for _ in range(2):
        form.fields["severity"].setFocus()
        QTest.keyClick(form.focusWidget(), KEY.Key_A)
        assert form.fields["severity"].values() == ("major",)
        assert focused(form) == "harm"
    assert len(form.said) == 1


def write_into(field, words):
    """Type without keeping."""
    field.setFocus()
    QTest.keyClicks(field.edit, words)


def test_what_is_being_written_stays_where_others_change_what_is_asked(form):
    heard = []
    form.lost.connect(heard.append)
    when = form.fields["when"]
    write_into(when, "2024-")
    edit = form.focusWidget()
    form.ask((ASKED[0], ASKED[3], ASKED[6]), {}, theme.LIGHT)
    form.show_values(attributes_from({"severity": ["minor"]}))
    assert form.fields["when"] is when
    assert form.focusWidget() is edit
    QTest.keyClicks(edit, "06")
    QTest.keyClick(edit, KEY.Key_Return)
    assert form.said[-1] == attributes_from({"severity": ["minor"], "when": ["2024-06"]})
    assert (list(form.fields), heard) == (["severity", "when", "sure"], [])


@pytest.mark.parametrize("words", ["Rana", "Salma"])
def test_what_is_written_where_nothing_asks_for_it_any_more_is_told(form, words):
    heard = []
    form.lost.connect(heard.append)
    write_into(form.fields["who"], words)
    form.ask(ASKED[:2], {}, theme.LIGHT)
    form.show_values(())
    assert form.fields["who"].isVisible()
    assert "not asked" in form._titles["who"].text()
    QTest.keyClick(form.focusWidget(), KEY.Key_Return)
    assert heard == [words]
    assert form.said == []
    assert not form.fields["who"].isVisible()
    form.ask(ASKED[:2], {}, theme.DARK)
    assert list(form.fields) == ["severity", "harm"]
    assert heard == [words]


def test_what_depends_on_a_value_that_others_change_stays_while_it_is_written(form):
    heard = []
    form.lost.connect(heard.append)
    form.show_values(attributes_from({"severity": ["major"]}))
    write_into(form.fields["why"], "because")
    form.show_values(attributes_from({"severity": ["minor"]}))
    assert form.fields["why"].isVisible()
    QTest.keyClick(form.focusWidget(), KEY.Key_Return)
    assert heard == ["because"]
    assert not form.fields["why"].isVisible()
    assert form.said == []


def test_a_relabel_by_somebody_else_leaves_what_is_typed_to_its_writer(at_work, qtbot):
    qtbot.waitUntil(at_work.isActiveWindow)
    library, bitext = at_work.library, at_work.page.summary.id
    at_work.annotating.desk.use_set("entities")
    at_work.page.view.go_to(2)
    for key in ("A", "P"):
        QTest.keySequence(at_work.page.view, QKeySequence(key))
    at_work.annotating.desk.offers.decline()
    (mark,) = all_annotations(library, bitext)
    panel = at_work.annotating.panel
    at_work.annotating._on_panel_asked("fill in")
    role = panel.form.fields["role"]
    QTest.keyClicks(role.edit, "the teacher")
    at_work.page.reviewer.show(relabel(library, bitext, [mark.id], "entities", "place"))
    qtbot.waitUntil(lambda: "Place" in panel.head.text())
    assert at_work.focusWidget() is role.edit
    QTest.keyClicks(role.edit, " of Baghdad")
    QTest.keyClick(role.edit, KEY.Key_Return)
    (mark,) = all_annotations(library, bitext)
    assert (mark.label, mark.attributes) == ("place", ())
    assert QGuiApplication.clipboard().text() == "the teacher of Baghdad"
    assert "clipboard" in at_work.messages.text.text()


def test_what_is_written_on_a_mark_that_somebody_else_takes_away_is_kept(at_work, qtbot):
    qtbot.waitUntil(at_work.isActiveWindow)
    library, bitext = at_work.library, at_work.page.summary.id
    at_work.annotating.desk.use_set("entities")
    at_work.page.view.go_to(2)
    for key in ("A", "P"):
        QTest.keySequence(at_work.page.view, QKeySequence(key))
    at_work.annotating.desk.offers.decline()
    (mark,) = all_annotations(library, bitext)
    panel = at_work.annotating.panel
    at_work.annotating._on_panel_asked("comment")
    QTest.keyClicks(panel.comment.edit, "who is it?")
    at_work.page.reviewer.show(unmark(library, bitext, [mark.id]))
    qtbot.waitUntil(lambda: not panel.comment.isVisible())
    assert QGuiApplication.clipboard().text() == "who is it?"
    assert "clipboard" in at_work.messages.text.text()
    assert panel.comment.values() == ()


def test_what_is_no_value_is_not_shown_on_the_next_mark(at_work, qtbot):
    qtbot.waitUntil(at_work.isActiveWindow)
    library, bitext = at_work.library, at_work.page.summary.id
    at_work.annotating.desk.use_set("entities")
    at_work.page.view.go_to(2)
    for key in ("A", "D", "Space", "D"):
        at_work.annotating.desk.offers.decline()
        QTest.keySequence(at_work.page.view, QKeySequence(key))
    at_work.annotating.desk.offers.decline()
    assert len(all_annotations(library, bitext)) == 2
    panel = at_work.annotating.panel
    at_work.annotating._on_panel_asked("fill in")
    QTest.keyClicks(panel.form.fields["date"].edit, "yesterday")
    QTest.keyClick(panel.form.fields["date"].edit, KEY.Key_Return)
    assert panel.form.fields["date"].is_wrong
    QTest.keyClick(panel.form.fields["date"].edit, KEY.Key_Escape)
    panel.form.show_values(())
    assert panel.form.fields["date"].is_wrong
    QTest.keySequence(at_work.page.view, QKeySequence("["))
    qtbot.waitUntil(lambda: panel.form.fields["date"].edit.text() == "")
    assert not panel.form.fields["date"].wrong.isVisible()
    assert "yesterday" in at_work.messages.text.text()
    assert QGuiApplication.clipboard().text() == "yesterday"
    assert {one.attributes for one in all_annotations(library, bitext)} == {()}


def test_what_was_only_looked_at_is_as_it_was(form):
    heard = []
    form.lost.connect(heard.append)
    form.show_values(attributes_from({"severity": ["major"], "why": ["now "], "when": ["ah 1445"]}))
    for key in ("why", "when", "who"):
        form.fields[key].setFocus()
    form.give_up()
    assert (form.said, heard) == ([], [])


def test_arrows_go_through_the_values_and_space_takes_one(form):
    form.begin()
    field = form.fields["severity"]
    pointed = lambda: [key for key, one in field.buttons.items() if one.font().underline()]  # noqa: E731
    assert pointed() == ["neutral"]
    QTest.keyClick(form.focusWidget(), KEY.Key_Down)
    assert pointed() == ["minor"]
    QTest.keyClick(form.focusWidget(), KEY.Key_Right)
    assert pointed() == ["major"]
    QTest.keyClick(form.focusWidget(), KEY.Key_Up)
    QTest.keyClick(form.focusWidget(), KEY.Key_Space)
    assert form.said[-1] == attributes_from({"severity": ["minor"]})
