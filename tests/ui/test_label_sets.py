"""Label sets changed by keyboard in the program, and their guidelines beside the work."""

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QMessageBox, QTableWidgetItem

from taqabul.domain.labels import Pattern, Purpose, Words
from taqabul.ui.labels.label_tree import Spot
from taqabul.ui.labels.sets_dialog import LabelSetsDialog
from taqabul.ui.labels.versions_dialog import VersionsDialog
from taqabul.workflow.label_sets import label_sets, save_set, versions

KEY, MOD = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def dialog(library, tmp_path, qtbot, monkeypatch):
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Discard)
    made = LabelSetsDialog(library, str(tmp_path), "entities")
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.parts.tree.setFocus()
    return made


def press(widget, key, modifier=MOD.NoModifier):
    QTest.keyClick(widget, key, modifier)


def type_into(field, text):
    field.setFocus()
    field.selectAll()
    if text.isascii():
        QTest.keyClicks(field, text)
    else:  # QTest has no keys for other letters
        field.insert(text)


def labels(library, key="entities"):
    return [one.key for one in label_sets(library)[key].labels]


def at(key, *, relation=False):
    return Spot(relation, key)


def test_a_label_is_added_named_moved_and_saved_by_key(dialog, library):
    dialog.parts.tree.go_to(at("place"))
    press(dialog.parts.tree, KEY.Key_Insert)
    type_into(dialog.parts.label.name.english, "Work of art")
    type_into(dialog.parts.label.name.arabic, "عمل فني")
    type_into(dialog.parts.label.shortcut, "W")
    press(dialog.parts.tree, KEY.Key_Up, MOD.AltModifier)
    press(dialog, KEY.Key_S, MOD.ControlModifier)
    assert labels(library) == ["person", "organisation", "place", "date", "work-of-art", "quantity"]
    new = label_sets(library)["entities"].label("work-of-art")
    assert (new.name.arabic, new.shortcut) == ("عمل فني", "w")
    assert not dialog.draft.is_changed
    assert "2" in dialog.parts.told.text()


def test_a_renamed_label_keeps_its_key(dialog, library):
    dialog.parts.tree.go_to(at("person"))
    type_into(dialog.parts.label.name.english, "Human being")
    dialog.parts.label.pattern.setCurrentIndex(3)
    dialog.parts.label.pattern.activated.emit(3)
    assert dialog.save()
    kept = label_sets(library)["entities"].label("person")
    assert (kept.name.english, kept.pattern) == ("Human being", Pattern.WAVED)


def test_a_clash_is_told_while_typing_and_cannot_be_saved(dialog, library):
    dialog.parts.tree.go_to(at("person"))
    type_into(dialog.parts.label.shortcut, "d")
    assert "“person” and “date” have the same shortcut" in dialog.parts.told.text()
    assert not dialog.parts.save.isEnabled()
    type_into(dialog.parts.label.shortcut, "h")
    assert dialog.parts.save.isEnabled()
    assert len(versions(library, "entities")) == 1


def test_delete_takes_back_what_is_new_and_deprecates_what_was_saved(dialog, library):
    press(dialog.parts.tree, KEY.Key_Insert)
    dialog.parts.tree.setFocus()
    press(dialog.parts.tree, KEY.Key_Delete)
    assert not dialog.draft.is_changed
    dialog.parts.tree.go_to(at("place"))
    press(dialog.parts.tree, KEY.Key_Delete)
    assert dialog.save()
    assert label_sets(library)["entities"].label("place").deprecated
    press(dialog.parts.tree, KEY.Key_Delete)
    assert dialog.save()
    assert not label_sets(library)["entities"].label("place").deprecated


def test_a_question_with_choices_and_a_condition_is_made(dialog, library):
    dialog.parts.tree.go_to(at("organisation"))
    form = dialog.parts.attributes
    form.add.click()
    type_into(form.form.name.english, "Country")
    form.form.kind.setCurrentIndex(0)
    form.form.kind.activated.emit(0)
    assert "nothing to choose from" in dialog.parts.told.text()
    form.form.choices.item(0, 0).setText("Iraq")
    form.form.choices.item(0, 1).setText("العراق")
    form.form.choices.setItem(1, 0, QTableWidgetItem("Syria"))
    form.form.when.setCurrentIndex(1)
    form.form.when.activated.emit(1)
    form.form.values.item(0).setCheckState(Qt.CheckState.Checked)
    form.form.required.click()
    type_into(form.form.default, "iraq")
    assert dialog.save()
    asked = label_sets(library)["entities"].label("organisation").attributes[-1]
    assert asked.key == "country"
    assert [(one.key, one.name.english, one.name.arabic) for one in asked.choices] == [
        ("iraq", "Iraq", "العراق"),
        ("syria", "Syria", ""),
    ]
    assert (asked.required, asked.default) == (True, ("iraq",))
    assert (asked.when.attribute, asked.when.values) == ("kind", ("state",))


def test_questions_move_and_go(dialog, library):
    dialog.parts.tree.go_to(at("date"))
    form = dialog.parts.attributes
    form.list.setCurrentRow(0)
    form.down.click()
    assert dialog.save()
    assert [one.key for one in label_sets(library)["entities"].label("date").attributes] == [
        "date_hijri",
        "date",
    ]
    form.list.setCurrentRow(0)
    form.remove.click()
    assert dialog.save()
    assert [one.key for one in label_sets(library)["entities"].label("date").attributes] == ["date"]


def test_a_label_that_nothing_is_asked_about_shows_nobody_elses_question(dialog):
    form = dialog.parts.attributes.form
    dialog.parts.tree.go_to(at("date"))
    assert (form.title(), form.isEnabled()) == ("date", True)
    spot = next(
        at(one.key) for one in dialog.draft.now.labels if not dialog.draft.now.label(one.key).attributes
    )
    dialog.parts.tree.go_to(spot)
    assert (form.title(), form.isEnabled(), form.name.words) == ("", False, Words())
    assert not dialog.draft.is_changed


def test_a_relation_is_added_and_its_ends_chosen(dialog, library):
    press(dialog.parts.tree, KEY.Key_Insert, MOD.ControlModifier)
    type_into(dialog.parts.relation.name.english, "Born in")
    dialog.parts.relation.sources.item(0).setCheckState(Qt.CheckState.Checked)
    dialog.parts.relation.targets.item(2).setCheckState(Qt.CheckState.Checked)
    dialog.parts.relation.across.click()
    assert dialog.save()
    made = label_sets(library)["entities"].relation("born-in")
    assert (made.sources, made.targets, made.across) == (("person",), ("place",), True)


def test_the_whole_set_and_its_guidelines_are_changed(dialog, library):
    dialog.parts.set_form.purpose.setCurrentIndex(2)
    dialog.parts.set_form.purpose.activated.emit(2)
    dialog.parts.guidelines.words.arabic.setPlainText("# إرشادات")
    type_into(dialog.parts.set_form.name.english, "Names")
    assert dialog.save()
    kept = label_sets(library)["entities"]
    assert (kept.purpose, kept.guidelines.arabic, kept.name.english) == (Purpose.ERRORS, "# إرشادات", "Names")


def test_an_earlier_version_is_taken_up_again_and_loses_nothing(dialog, library, monkeypatch):
    press(dialog.parts.tree, KEY.Key_Insert)
    assert dialog.save()
    monkeypatch.setattr(VersionsDialog, "exec", lambda self: self.list.setCurrentRow(1) or 1)
    dialog.parts.versions.click()
    assert dialog.save()
    kept = label_sets(library)["entities"]
    assert kept.version == 3
    assert [one.key for one in kept.labels if one.deprecated] == ["new-label"]


def test_the_versions_say_what_each_changed(dialog, library, qtbot):
    press(dialog.parts.tree, KEY.Key_Insert)
    assert dialog.save()
    told = VersionsDialog(versions(library, "entities"))
    qtbot.addWidget(told)
    assert "Rana" in told.list.item(0).text()
    assert "New label" in told.told.text()
    assert not told.again.isEnabled()
    told.list.setCurrentRow(1)
    assert told.again.isEnabled()


def test_a_set_goes_out_and_comes_in(dialog, library, tmp_path, monkeypatch):
    path = tmp_path / "mine.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    dialog.parts.give_out.click()
    content = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps(content | {"key": "mine"}), encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    dialog.parts.take_in.click()
    assert dialog.draft.now.key == "mine"
    assert "mine" in label_sets(library)
    path.write_text("{}", encoding="utf-8")
    dialog.parts.take_in.click()
    assert "mine.json is not a label set" in dialog.parts.told.text()
    assert dialog.draft.now.key == "mine"


def test_a_new_set_is_begun(dialog, library, monkeypatch):
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("Rhetoric", True))
    dialog.parts.new_set.click()
    press(dialog.parts.tree, KEY.Key_Insert)
    type_into(dialog.parts.label.name.english, "Irony")
    assert dialog.save()
    assert labels(library, "rhetoric") == ["irony"]


def test_leaving_with_changes_asks(dialog, library, monkeypatch):
    asked = []

    def answer(*_):
        asked.append(True)
        return QMessageBox.StandardButton.Cancel if len(asked) == 1 else QMessageBox.StandardButton.Save

    monkeypatch.setattr(QMessageBox, "question", answer)
    press(dialog.parts.tree, KEY.Key_Insert)
    dialog.reject()
    assert dialog.isVisible()
    dialog.reject()
    assert not dialog.isVisible()
    assert "new-label" in labels(library)


def test_what_somebody_else_saved_is_not_overwritten(dialog, library):
    save_set(library, replace(label_sets(library)["entities"], guidelines=Words("Look twice.")))
    press(dialog.parts.tree, KEY.Key_Insert)
    assert not dialog.save()
    assert "Somebody saved version 2" in dialog.parts.told.text()


def test_the_window_opens_the_dialog_and_shows_guidelines(at_work, qtbot):
    seen = []

    def leave():
        box = QApplication.activeModalWidget()
        seen.append(type(box).__name__)
        box.reject()

    QTimer.singleShot(0, leave)
    press(at_work.page.view, KEY.Key_L, MOD.ControlModifier | MOD.AltModifier)
    assert seen == ["LabelSetsDialog"]
    assert at_work.labels.dock.isHidden()
    at_work.activateWindow()
    qtbot.waitUntil(at_work.isActiveWindow)
    press(at_work.page.view, KEY.Key_F1, MOD.ShiftModifier)
    panel = at_work.labels.panel
    assert panel.isVisible()
    panel.chooser.setCurrentIndex(panel.chooser.findData("mqm-core"))
    panel.chooser.activated.emit(1)
    assert "Omission" in panel.text.toPlainText()
    panel.buttons[next(reversed(panel.buttons))].click()
    assert "الحذف" in panel.text.toPlainText()
    document = panel.text.document()
    assert document.defaultTextOption().textDirection() == Qt.LayoutDirection.RightToLeft
    assert at_work.settings.guidelines_arabic
    at_work.show_start()
    assert at_work.labels.dock.isHidden()
