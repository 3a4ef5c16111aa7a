"""The import doctor by key: when it comes by itself, what is chosen in it, and what is kept then."""

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from taqabul.domain.files import Aside
from taqabul.domain.language import Language
from taqabul.domain.options import ImportOptions, ParagraphRule
from taqabul.ui.importing.doctor_dialog import DoctorDialog
from taqabul.ui.importing.passages import NUMBER, TEXT, WHAT
from taqabul.workflow import describing, projects
from taqabul.workflow.rows import iter_rows

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ARABIC = ("افتتح الوزير المؤتمر في القاهرة.", "قال إن العمل سيبدأ في ٣ أيار.", "شارك على فيسبوك")
ENGLISH = ("The minister opened the conference in Cairo.", "Work would begin on 3 May, he said.")
BOTH = "\n\n".join((*ARABIC, *ENGLISH))
FORMS = BOTH.replace("المؤتمر في", "ﺍﻟﻤﺆﺗﻤﺮ  ﻓﻲ")


@pytest.fixture
def write(tmp_path):
    def written(name, text):
        path = tmp_path / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    return written


@pytest.fixture
def doctor(monkeypatch, qtbot):
    """Has what is put into ``steps`` done in the dialog when it opens; gives the dialogs that opened."""

    class Opened(list):
        steps = staticmethod(lambda dialog: dialog.reject())

    opened = Opened()

    def run(dialog):
        opened.append(dialog)
        dialog.setModal(True)
        dialog.show()
        opened.steps(dialog)
        return dialog.result()

    monkeypatch.setattr(DoctorDialog, "exec", run)
    return opened


def looked(dialog, qtbot):
    """Wait until what was chosen is shown."""
    qtbot.waitUntil(lambda: not dialog._waiting.isActive() and dialog._job is None)


def tick(dialog, qtbot, words):
    """Put the cursor on a finding and press Space."""
    entries = dialog.findings.list
    row = next(row for row in range(entries.count()) if words in entries.item(row).text())
    entries.setFocus()
    entries.setCurrentRow(row)
    qtbot.keyClick(entries, Qt.Key.Key_Space)
    looked(dialog, qtbot)


def shown(dialog, language):
    model = dialog.passages[language].model
    return [
        tuple(model.data(model.index(row, column)) for column in range(3)) for row in range(model.rowCount())
    ]


def imported(window, library, qtbot):
    qtbot.waitUntil(lambda: window.has_page)
    rows = list(iter_rows(library, window.page.summary.id))
    return [one.text for row in rows for one in row.source], [one.text for row in rows for one in row.target]


def test_a_clean_text_opens_in_one_step(window, library, write, qtbot, doctor):
    window.files.open([write("clean.txt", BOTH)])
    source, _ = imported(window, library, qtbot)
    assert source == list(ARABIC)
    assert doctor == []


def test_what_needs_a_decision_is_shown_first_and_mended_as_agreed(window, library, write, qtbot, doctor):
    def agree(dialog):
        assert "ﺍ" not in shown(dialog, Language.ARABIC)[0][2]
        assert "المؤتمر" in dialog.findings.view.toPlainText()
        tick(dialog, qtbot, "Double spaces")
        tick(dialog, qtbot, "sharing bars")
        assert shown(dialog, Language.ARABIC)[2] == ("", "Sharing", ARABIC[2])
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    doctor.steps = agree
    path = write("forms.txt", FORMS)
    window.files.open([path])
    source, target = imported(window, library, qtbot)
    assert (source, target) == (list(ARABIC[:2]), list(ENGLISH))
    assert "Mended on the way in" in window.messages.text.text()
    assert len(doctor) == 1
    assert window.settings.recent_files == [str(path)]
    window.files.open([path])
    qtbot.waitUntil(lambda: "in the library already" in window.messages.text.text())
    assert len(doctor) == 1


def test_an_arabic_file_name_does_not_turn_round_what_is_told_of_it(window, library, write, qtbot, doctor):
    told, ways = [], []

    def read(dialog):
        entries = dialog.findings.list
        for row in range(entries.count()):
            told.append(entries.item(row).text())
            entries.setCurrentRow(row)
            if "نماذج" in told[-1]:
                ways.append(dialog.findings.view.document().firstBlock().textDirection())
        dialog.reject()

    doctor.steps = read
    window.files.open([write("نماذج.txt", FORMS)])
    qtbot.waitUntil(lambda: bool(told))
    named = [words for words in told if "نماذج" in words]
    assert named
    assert all(words.startswith("\u2068نماذج.txt\u2069: ") for words in named)
    assert set(ways) == {Qt.LayoutDirection.LeftToRight}


def test_a_paragraph_is_given_to_the_other_language_by_key(window, library, write, qtbot, doctor):
    mixed = "تقرير COVID-19 Vaccine Delivery"

    def agree(dialog):
        english, arabic = dialog.passages[Language.ENGLISH], dialog.passages[Language.ARABIC]
        assert not english.move_button.isEnabled()
        english.table.setFocus()
        qtbot.keyClick(english.table, Qt.Key.Key_Down)
        assert shown(dialog, Language.ENGLISH)[0][2] == mixed
        qtbot.keyClick(english.move_button, Qt.Key.Key_Space)
        looked(dialog, qtbot)
        assert shown(dialog, Language.ARABIC)[3][2] == mixed
        assert arabic.move_button.isVisible()
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    doctor.steps = agree
    path = write("mixed.txt", "\n\n".join((*ARABIC, mixed, *ENGLISH)))
    window.doctor.look([path], ImportOptions())
    source, target = imported(window, library, qtbot)
    assert (source, target) == ([*ARABIC, mixed], list(ENGLISH))


def test_a_repair_is_taken_back_by_key(window, library, write, qtbot, doctor):
    def agree(dialog):
        tick(dialog, qtbot, "Presentation forms")
        assert dialog.options.repairs == frozenset()
        dialog.accept()

    doctor.steps = agree
    window.files.open([write("forms.txt", FORMS)])
    source, _ = imported(window, library, qtbot)
    assert "ﺍﻟﻤﺆﺗﻤﺮ" in source[0]
    window.files.open([write("forms.txt", FORMS)])
    qtbot.waitUntil(lambda: "in the library already" in window.messages.text.text())
    assert len(doctor) == 1


def test_nothing_is_kept_where_nobody_agrees(window, library, write, qtbot, doctor):
    window.files.open([write("forms.txt", FORMS)])
    qtbot.waitUntil(lambda: len(doctor) == 1)
    assert projects.list_documents(library) == []
    assert not window.has_page


def test_with_a_look_by_key_encoding_rule_and_details(window, library, write, qtbot, doctor, monkeypatch):
    path = write("a.txt", BOTH.replace("٣", "3").encode("cp1256"))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], ""))

    def agree(dialog):
        (box,) = dialog.sources.boxes.values()
        assert box.currentText() == "Find out (cp1256)"
        box.setCurrentText("latin-1")
        box.lineEdit().editingFinished.emit()
        looked(dialog, qtbot)
        assert dialog.diagnosis.problem is not None
        assert not dialog.agree.isEnabled()
        assert dialog.problem.isVisible()
        box.setCurrentText("windows-1256")
        box.lineEdit().editingFinished.emit()
        looked(dialog, qtbot)
        dialog.rule.setCurrentIndex(dialog.rule.findData(ParagraphRule.LINES))
        dialog.rule.activated.emit(dialog.rule.currentIndex())
        looked(dialog, qtbot)
        assert dialog.agree.isEnabled()
        field = dialog.forms[Language.ENGLISH].fields
        field["author"].insert("Reed")
        field["date"].insert("soon")
        dialog.accept()
        assert "no date" in dialog.problem.text()
        field["date"].setText("2025")
        dialog.accept()

    doctor.steps = agree
    window.show_start()
    window.start.table.setFocus()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.start.table, Qt.Key.Key_I, CTRL | SHIFT)
    imported(window, library, qtbot)
    source, target = describing.sides_described(library, window.page.summary.id)
    assert (target.document.author, target.document.date, source.document.author) == ("Reed", "2025", "")
    assert source.encoding == "cp1256"


def test_how_the_files_were_read_is_the_same_page(window, library, write, qtbot, doctor):
    window.files.open([write("clean.txt", BOTH)])
    imported(window, library, qtbot)

    def agree(dialog):
        tick(dialog, qtbot, "sharing bars")
        assert dialog.options.leave_out == {Aside.SHARING}
        dialog.accept()

    doctor.steps = agree
    first = window.page.summary.id
    window.messages.answers[0].click()
    qtbot.waitUntil(lambda: window.page.summary.id != first)
    assert len(projects.list_bitexts(library)) == 2


def test_the_other_text_is_added_in_the_doctor(window, library, write, qtbot, doctor, monkeypatch):
    arabic, english = write("a.txt", "\n\n".join(ARABIC[:2])), write("e.txt", "\n\n".join(ENGLISH))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(english), ""))

    def agree(dialog):
        assert not dialog.agree.isEnabled()
        told = "This text is in Arabic only. Add its English version, or open it alone."
        assert dialog.problem.text() == told
        dialog.other.click()
        looked(dialog, qtbot)
        assert not dialog.problem.isVisible()
        assert len(dialog.sources.boxes) == 2
        dialog.agree.click()

    doctor.steps = agree
    window.doctor.look([arabic], ImportOptions())
    source, target = imported(window, library, qtbot)
    assert (source, target) == (list(ARABIC[:2]), list(ENGLISH))


def test_a_text_is_opened_alone_from_the_doctor(window, library, write, qtbot, doctor):
    doctor.steps = lambda dialog: dialog.by_itself.click()
    window.doctor.look([write("a.txt", "\n\n".join(ARABIC[:2]))], ImportOptions())
    source, target = imported(window, library, qtbot)
    assert (source, target) == (list(ARABIC[:2]), [])


def test_an_encoding_is_asked_for_only_where_a_file_does_not_tell_it(
    window, library, write, tmp_path, qtbot, doctor
):
    document = docx.Document()
    for words in ENGLISH:
        document.add_paragraph(words)
    document.save(str(tmp_path / "e.docx"))

    def agree(dialog):
        assert [box.isVisible() for box in dialog.sources.boxes.values()] == [True, False]
        dialog.agree.click()

    doctor.steps = agree
    window.doctor.look([write("a.txt", "\n\n".join(ARABIC[:2])), tmp_path / "e.docx"], ImportOptions())
    assert imported(window, library, qtbot) == (list(ARABIC[:2]), list(ENGLISH))


def test_texts_get_the_room_that_the_columns_beside_them_do_not_need(window, write, qtbot, doctor):
    seen = []

    def look(dialog):
        arabic, english = dialog.passages.values()
        seen.append([one.table.isColumnHidden(WHAT) for one in (arabic, english)])
        header = arabic.table.horizontalHeader()
        seen.append(header.sectionSize(TEXT) > header.sectionSize(NUMBER) + header.sectionSize(WHAT))
        dialog.reject()

    doctor.steps = look
    window.doctor.look([write("both.txt", BOTH)], ImportOptions())
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == [[False, True], True]


@pytest.fixture
def on_library_page(window, qtbot):
    window.show_start()
    window.start.table.setFocus()
    qtbot.waitUntil(window.isActiveWindow)
    window.refresh()
    return window.start.table


def test_both_languages_are_pasted(window, library, qtbot, doctor, on_library_page):
    doctor.steps = lambda dialog: dialog.agree.click()
    QGuiApplication.clipboard().setText(BOTH)
    qtbot.keyClick(on_library_page, Qt.Key.Key_V, CTRL)
    source, target = imported(window, library, qtbot)
    assert (source, target) == (list(ARABIC), list(ENGLISH))
    assert window.page.summary.title == ARABIC[0].rstrip(".")
    assert window.settings.recent_files == []


def test_one_language_is_pasted_after_the_other(window, library, qtbot, doctor, on_library_page):
    doctor.steps = lambda dialog: dialog.agree.click()
    QGuiApplication.clipboard().setText("\n\n".join(ARABIC[:2]))
    qtbot.keyClick(on_library_page, Qt.Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: "paste that too" in window.messages.text.text())
    assert doctor == []
    QGuiApplication.clipboard().setText("\n\n".join(ENGLISH))
    qtbot.waitUntil(window.actions_table["paste-text"].isEnabled)
    qtbot.keyClick(on_library_page, Qt.Key.Key_V, CTRL)
    source, target = imported(window, library, qtbot)
    assert (source, target) == (list(ARABIC[:2]), list(ENGLISH))


def test_an_empty_clipboard_is_told(window, qtbot, on_library_page):
    QGuiApplication.clipboard().setText(" ")
    qtbot.keyClick(on_library_page, Qt.Key.Key_V, CTRL)
    assert "no text in the clipboard" in window.messages.text.text()
