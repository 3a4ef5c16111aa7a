"""A whole annotation pass over the first sample by key: claims, relations, errors, notes, the same words, out, and back."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from taqabul import paths
from taqabul.domain.annotation import AnnotationStatus
from taqabul.domain.language import Side
from taqabul.ui.annotation.choice_field import ChoiceField
from taqabul.ui.annotation.propagate_dialog import PropagateDialog
from taqabul.ui.dialogs.export_dialog import ExportDialog
from taqabul.workflow.annotating.notes import threads
from taqabul.workflow.annotating.reading import annotated_bitext
from taqabul.workflow.history import journal, undo_label
from taqabul.workflow.rows import iter_rows

pytestmark = pytest.mark.long

KEY = Qt.Key
BEGINS = "لقد فقدت الحكومة الاسبانية"
EVERY = 10_000
CTRL = Qt.KeyboardModifier.ControlModifier


def press(window, *keys):
    for key in keys:
        QTest.keySequence(window.page.view, QKeySequence(key))


def use(window, label_set):
    """Go on to a label set by its key."""
    for _ in window.annotating.desk.marker.book.sets:
        if window.annotating.desk.marker.set.key == label_set:
            return
        press(window, "F6")
    raise LookupError(label_set)


def settle(window, qtbot):
    qtbot.waitUntil(lambda: not window.annotating.desk.offers.waits)


def written(window):
    return annotated_bitext(window.library, window.page.summary.id)


def texts(window):
    return [
        (text.text, text.imported)
        for row in iter_rows(window.library, window.page.summary.id)
        for text in (*row.source, *row.target)
    ]


@pytest.fixture
def sample(window, qtbot):
    """The window on the first sample, as aligned, with the cursor in its second pair and annotating on."""
    window.files.open([paths.seeds() / "000_ed9df4b2a4667265.txt"])
    qtbot.waitUntil(lambda: window.has_page)
    qtbot.waitUntil(lambda: window.page.view.places.height > 0)
    qtbot.waitUntil(window.isActiveWindow)
    window.page.view.setFocus()
    rows = enumerate(iter_rows(window.library, window.page.summary.id))
    window.page.view.go_to(
        next(at for at, row in rows if any(BEGINS in one.text for one in row.source)), Side.SOURCE
    )
    press(window, "A")
    return window


def claim_with_counterpart(window, qtbot):
    use(window, "claims")
    press(window, "Home", "Shift+Left", "Shift+Left", "C")
    assert len(written(window).annotations) == 1
    settle(window, qtbot)
    assert window.annotating.desk.offers.offer is not None
    press(window, "Return")
    ours, theirs = written(window).annotations
    assert ours.spans[0].quote == "لقد فقدت الحكومة"
    assert "state" in theirs.spans[0].quote
    (tie,) = written(window).relations
    assert (tie.source, tie.target, tie.kind) == (ours.id, theirs.id, "same")
    press(window, "Return")
    form = window.annotating.panel.form
    field = next(one for one in form.fields.values() if isinstance(one, ChoiceField) and one.isVisible())
    letter, value = next(iter(field.letters.items()))
    QTest.keySequence(field, QKeySequence(letter.upper()))
    assert value in written(window).annotations[0].values(field.attribute.key)
    QTest.keyClick(field, KEY.Key_Escape)
    qtbot.waitUntil(window.page.view.hasFocus)


def people_related(window, qtbot):
    use(window, "entities")
    press(window, "Home", "Space", "Space", "O", "F8")
    window.annotating.desk.offers.decline()
    press(window, "Space", "P", "F8")
    window.annotating.desk.offers.decline()
    tie = written(window).relations[-1]
    ends = {one.id: one.spans[0].quote for one in written(window).annotations}
    assert (ends[tie.source], ends[tie.target]) == ("الحكومة", "الاسبانية")
    ties = window.annotating.panel.ties
    qtbot.waitUntil(lambda: ties.count() == 1 and "الحكومة" in ties.item(0).text())
    QTest.keyClick(ties, KEY.Key_Down)
    QTest.keyClick(ties, KEY.Key_R)
    turned = written(window).relations[-1]
    assert (turned.source, turned.target) == (tie.target, tie.source)
    QTest.keyClick(ties, KEY.Key_Escape)


def error_corrected(window, qtbot):
    use(window, "mqm-daily")
    press(window, "Tab", "Home", "M")
    window.annotating.desk.offers.decline()
    settle(window, qtbot)
    window.annotating.desk.offers.decline()
    press(window, "Return")
    form = window.annotating.panel.form
    severity = form.fields["severity"]
    letter = next(one for one, key in severity.letters.items() if key == "major")
    QTest.keySequence(severity, QKeySequence(letter.upper()))
    correction = form.fields["correction"].edit
    QTest.keyClicks(correction, "Clearly")
    QTest.keyClick(correction, KEY.Key_Return)
    window.page.view.setFocus()
    error = written(window).annotations[-1]
    assert (error.value("severity"), error.value("correction")) == ("major", "Clearly")
    press(window, "Ctrl+Alt+Return")
    error = written(window).annotations[-1]
    assert error.status is AnnotationStatus.FINAL
    assert [one.quote for one in error.spans] == ["Clearly"]


def thread_resolved(window, qtbot):
    press(window, "Ctrl+Alt+N")
    keeper = window.annotating.threads
    panel = keeper.panel
    qtbot.waitUntil(lambda: not keeper.waits)
    panel.on.setCurrentIndex(panel.on.findData("pair"))
    QTest.keyClicks(panel.field, "Is this the tone?")
    panel.new.setFocus()
    QTest.keyClick(panel.new, KEY.Key_Space)
    qtbot.waitUntil(lambda: panel.list.count() == 1)
    panel.list.setCurrentRow(0)
    QTest.keyClicks(panel.field, "It is.")
    QTest.keyClick(panel.field, KEY.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "It is." in panel.text.toPlainText())
    panel.settle.setFocus()
    QTest.keyClick(panel.settle, KEY.Key_Space)
    qtbot.waitUntil(lambda: panel.list.item(0).text().startswith("✓"))
    (thread,) = threads(window.library, window.page.summary.id)
    assert thread.resolved
    QTest.keyClick(panel.list, KEY.Key_Escape)


def same_words_marked(window, qtbot):
    use(window, "entities")
    press(window, "Tab", "Home", "Space", "Space", ";")
    assert window.annotating.desk.marker.mark_chosen() is not None
    before = len(written(window).annotations)

    def work():
        dialog = next(one for one in window.findChildren(PropagateDialog) if one.isVisible())
        if window.annotating.propagating.waits:
            QTimer.singleShot(20, work)
            return
        QTest.keyClick(dialog.list, KEY.Key_Return)

    while window.annotating.desk.marker.mark_chosen().label_set != "entities":
        press(window, ";")
    QTimer.singleShot(20, work)
    press(window, "Ctrl+Alt+P")
    qtbot.waitUntil(lambda: not window.runner.jobs)
    quotes = [one.spans[0].quote for one in written(window).annotations[before:]]
    assert quotes
    assert set(quotes) == {"الحكومة"}


def exported_with_its_losses(window, qtbot, monkeypatch, out):
    seen = []

    def agree(dialog):
        dialog.output.file.setText(str(out))
        dialog.count()
        qtbot.waitUntil(lambda: bool(dialog.losses.toPlainText()))
        seen.append(dialog.losses.toPlainText())
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(ExportDialog, "exec", agree)
    window.activateWindow()  # a dialog was closed before
    window.export()
    qtbot.waitUntil(lambda: out.exists() and not window.runner.jobs)
    assert "relation" in seen[0]
    assert out.read_bytes().startswith(b"PK")


def test_a_whole_pass_goes_out_and_is_taken_back(sample, qtbot, monkeypatch, tmp_path):
    before = texts(sample)
    claim_with_counterpart(sample, qtbot)
    people_related(sample, qtbot)
    error_corrected(sample, qtbot)
    assert texts(sample) != before
    thread_resolved(sample, qtbot)
    same_words_marked(sample, qtbot)
    exported_with_its_losses(sample, qtbot, monkeypatch, tmp_path / "out.conll.zip")
    library, bitext = sample.library, sample.page.summary.id
    qtbot.waitUntil(sample.isActiveWindow)
    sample.page.view.setFocus()
    steps = 0
    while (acts := len(journal(library, bitext, EVERY))) and undo_label(library, bitext) is not None:
        qtbot.waitUntil(sample.actions_table["undo"].isEnabled)
        press(sample, "Ctrl+Z")
        qtbot.waitUntil(lambda before=acts: len(journal(library, bitext, EVERY)) > before)
        qtbot.waitUntil(lambda: not sample.runner.jobs)
        steps += 1
    assert steps >= 12
    assert written(sample).annotations == ()
    assert written(sample).relations == ()
    assert threads(library, bitext) == []
    assert texts(sample) == before
