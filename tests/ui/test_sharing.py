"""A shared library in the window: opened on a server, taken along, brought back, offered by role."""

from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog
from tests.server import Cluster

from taqabul.domain.roles import Right, Role
from taqabul.storage.servers import Server
from taqabul.ui import rights
from taqabul.ui.action_table import ACTIONS
from taqabul.ui.dialogs.assign_dialog import AssignDialog
from taqabul.ui.dialogs.both_versions_dialog import BothVersionsDialog
from taqabul.ui.dialogs.server_dialog import ServerDialog
from taqabul.ui.library.entries import TAGS, TITLE
from taqabul.ui.main_window import MainWindow
from taqabul.ui.rights import forbidden, reasons, right_of
from taqabul.workflow import assigning, reviewing
from taqabul.workflow.both_versions import Versions
from taqabul.workflow.checked_in import Conflict, Keep
from taqabul.workflow.checking_out import away
from taqabul.workflow.library import library_place, open_library
from taqabul.workflow.rows import iter_rows


def idle(window, qtbot):
    qtbot.waitUntil(lambda: not window.runner.jobs)


def judge(library, bitext, verb):
    getattr(reviewing, verb)(library, bitext, [next(iter_rows(library, bitext)).link.id])


@pytest.fixture
def laptop(tmp_path, monkeypatch) -> Path:
    """A file that the person names whenever one is asked for."""
    file = tmp_path / "laptop.db"
    for asking in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, asking, lambda *_: (str(file), ""))
    return file


@pytest.fixture
def taken(window: MainWindow, bitext, qtbot, laptop) -> MainWindow:
    """The library page, with its bitext checked out by the menu."""
    window.show_start()
    window.start.table.selectAll()
    window.refresh()
    window.actions_table["check-out"].trigger()
    idle(window, qtbot)
    assert laptop.exists()
    return window


def test_a_bitext_goes_along_is_seen_to_be_away_and_comes_back(
    taken, library, bitext, laptop, qtbot, picture
):
    assert away(library).keys() == {bitext}
    model = taken.start.table.model()
    cells = [str(model.index(0, column).data() or "") for column in range(model.columnCount())]
    assert any("checked out" in cell and "Rana" in cell for cell in cells)
    with closing(open_library(laptop)) as file:
        judge(file, bitext, "confirm")
    taken.actions_table["check-in"].trigger()
    idle(taken, qtbot)
    assert picture()[0].endswith("confirmed")
    assert away(library) == {}


@pytest.mark.parametrize(("choice", "status"), [(0, "rejected"), (1, "rejected"), (2, "confirmed")])
def test_what_both_changed_is_asked_for(
    taken, library, bitext, laptop, qtbot, picture, monkeypatch, choice, status
):
    with closing(open_library(laptop)) as file:
        judge(file, bitext, "confirm")
    judge(library, bitext, "reject")
    shown = []

    def execute(dialog):
        shown.append([dialog.table.item(0, column).text() for column in (1, 2)])
        in_full = dialog.versions.toPlainText()
        assert in_full.index("rejected") < in_full.index("confirmed")
        dialog.choices[0].setCurrentIndex(choice)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(BothVersionsDialog, "exec", execute)
    taken.actions_table["check-in"].trigger()
    idle(taken, qtbot)
    assert ["rejected" in shown[0][0], "confirmed" in shown[0][1]] == [True, True]
    qtbot.waitUntil(lambda: picture()[0].endswith(status))
    idle(taken, qtbot)
    assert bool(away(library)) is (choice == 0)


@pytest.fixture
def wishing(monkeypatch):
    """Fills in who is to do what, and agrees; gives what the dialog offered."""
    offered = []

    def wished(person, rows=None, until=None):
        def execute(dialog):
            offered.append((dialog.only.isEnabled(), dialog.wish.rows))
            QTest.keyClicks(dialog.person, person)
            if rows is not None:
                dialog.only.setChecked(True)
                dialog.first.setValue(rows[0])
                dialog.last.setValue(rows[1])
            if until is not None:
                dialog.dated.setChecked(True)
                dialog.until.setDate(until)
            assert dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()
            return QDialog.DialogCode.Accepted

        monkeypatch.setattr(AssignDialog, "exec", execute)
        return offered

    return wished


def test_work_is_given_and_shown(window, bitext, library, wishing):
    offered = wishing("sami", (2, 3), date(2030, 1, 31))
    window.show_start()
    window.start.table.selectAll()
    window.refresh()
    window.actions_table["assign"].trigger()
    (given,) = assigning.assignments_of(library)
    assert (given.person, given.until, assigning.rows_of(library, given)) == (
        "sami",
        date(2030, 1, 31),
        (2, 3),
    )
    assert offered == [(True, None)]


def test_rows_given_in_the_open_bitext_are_a_queue_until_they_are_done(
    at_work, bitext, library, wishing, qtbot
):
    page = at_work.page
    page.view.go_to(2)
    QTest.keyClick(page.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    offered = wishing("Rana")
    at_work.actions_table["assign"].trigger()
    assert offered == [(True, (3, 4))]
    at_work.actions_table["filter-assigned"].trigger()
    rows = [row.link.id for row in iter_rows(library, bitext)]
    qtbot.waitUntil(lambda: page.filtering.found.tolist() == rows[2:4])
    qtbot.waitUntil(lambda: page.model.count == 2)
    page.filtering.set_only(only=False)
    page.view.go_to(0)
    at_work.actions_table["queue-next"].trigger()
    assert page.view.currentIndex().row() == 2, "the next of mine"
    at_work.actions_table["work-done"].trigger()
    assert assigning.assignments_of(library, "Rana") == []
    qtbot.waitUntil(lambda: not len(page.filtering.found))
    at_work.messages.answers[0].click()
    assert len(assigning.assignments_of(library, "Rana")) == 1


def test_what_a_role_may_not_do_is_not_offered(at_work):
    known = {spec.id for spec in ACTIONS}
    assert forbidden(Role.OWNER) == frozenset()
    assert forbidden(Role.REVIEWER) < forbidden(Role.ANNOTATOR) <= known
    at_work.refresh()
    assert at_work.actions_table["confirm"].isEnabled()
    at_work.actions_table.forbid(reasons(Role.ANNOTATOR, on_server=False))
    at_work.refresh()
    assert not at_work.actions_table["confirm"].isEnabled()
    assert at_work.actions_table["reject"].isEnabled()


def test_a_library_on_a_server_is_tried_and_opened(window, qtbot, monkeypatch, address, cluster: Cluster):
    told = []

    def execute(dialog):
        dialog.host.setText(str(cluster.folder))
        dialog.database.setText(address.partition("?")[0].rpartition("/")[2])
        dialog.user.setText("nobody")
        dialog.trying.click()
        qtbot.waitUntil(dialog.trying.isEnabled)
        told.append(dialog.outcome.text())
        dialog.user.setText("owner")
        dialog.trying.click()
        qtbot.waitUntil(dialog.trying.isEnabled)
        told.append(dialog.outcome.text())
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(ServerDialog, "exec", execute)
    window.actions_table["open-server"].trigger()
    idle(window, qtbot)
    assert "no such database or user" in told[0]
    assert "your role is owner" in told[1]
    with closing(window.servers.successor) as opened:
        place = str(library_place(address))
    with closing(window.servers.successor) as opened:
        assert (opened.author, opened.location) == ("owner", place)
    assert window.settings.recent_servers == [place]
    assert not window.isVisible()


def test_a_wrong_password_is_told_as_one_and_asked_for_again(window, qtbot, monkeypatch):
    cluster = Cluster()
    try:
        name = cluster.create()
        open_library(cluster.address(name)).close()
        cluster.execute("CREATE ROLE rim LOGIN SUPERUSER PASSWORD 'right horse'")
        cluster.add_rule("local all rim scram-sha-256")
        told = []
        given = ["wrong horse", "", "right horse"]

        def execute(dialog):
            told.append((dialog.outcome.text(), dialog.user.text(), dialog.password.text()))
            dialog.host.setText(str(cluster.folder))
            dialog.database.setText(name)
            dialog.user.setText("rim")
            dialog.password.setText(given.pop(0))
            return QDialog.DialogCode.Accepted

        monkeypatch.setattr(ServerDialog, "exec", execute)
        window.actions_table["open-server"].trigger()
        qtbot.waitUntil(lambda: window.servers.successor is not None)
        assert told[0] == ("", "", "")
        assert "does not let you in with this password" in told[1][0]
        assert told[1][1:] == ("rim", "")
        assert "asks for a password" in told[2][0]
        with closing(window.servers.successor) as opened:
            assert opened.author == "rim"
    finally:
        cluster.remove()


def test_every_verb_has_its_right():
    for spec in ACTIONS:
        assert right_of(spec.id) in Right
    assert set(rights._RIGHTS) == {spec.id for spec in ACTIONS}


def test_a_key_that_the_role_forbids_is_explained(at_work, picture):
    before = picture()
    at_work.actions_table.forbid(reasons(Role.ANNOTATOR, on_server=False))
    at_work.commands.apply_keys()
    at_work.refresh()
    QTest.keyClick(at_work.page.view, Qt.Key.Key_Space)
    assert "reviewers and owners" in at_work.messages.text.text()
    assert "annotator" in at_work.messages.text.text()
    assert picture() == before
    QTest.keyClick(at_work.page.view, Qt.Key.Key_X)
    assert picture() != before


def test_where_there_is_a_team_its_people_are_chosen_from(qtbot):
    dialog = AssignDialog(["hala", "rim"], 1, 3, free=False)
    qtbot.addWidget(dialog)
    fine = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert not fine.isEnabled()
    QTest.keyClicks(dialog.person, "r")
    assert fine.isEnabled()
    assert dialog.wish.person == "rim"


def test_half_an_address_is_told_in_the_dialog(qtbot):
    tried = []
    dialog = ServerDialog(
        ["postgresql://rim@db.example/texts?sslmode=require"], lambda *one: tried.append(one)
    )
    qtbot.addWidget(dialog)
    assert dialog.address() == "postgresql://rim@db.example/texts?sslmode=require"
    dialog.password.setText("secret")
    dialog.attempt()
    assert "secret" not in tried[0][0]
    dialog.database.clear()
    dialog.buttons.accepted.emit()
    assert dialog.result() != QDialog.DialogCode.Accepted
    assert "No database" in dialog.outcome.text()


def test_addresses_opened_before_are_shown_in_their_own_letters(qtbot):
    known = str(Server("db.example", "texts", "رنا الحسيني"))
    dialog = ServerDialog(["postgresql://rim@db.example/texts", known], lambda *_: None)
    qtbot.addWidget(dialog)
    assert dialog.recent.itemText(2) == "postgresql://رنا الحسيني@db.example/texts"
    dialog.recent.setCurrentIndex(2)
    assert dialog.user.text() == "رنا الحسيني"
    assert dialog.address() == known


@pytest.mark.parametrize(
    ("written", "host", "port"),
    [
        ("postgresql://rim@db.example:5433/texts?sslmode=verify-ca&sslrootcert=%2Fa.crt", "db.example", 5433),
        ("db.example:5433", "db.example", 5433),
        ("[::1]:5433", "::1", 5433),
        ("::1", "::1", 5432),
        ("db.example:x", "db.example:x", 5432),
        ("db.example", "db.example", 5432),
    ],
)
def test_an_address_pasted_for_the_server_is_taken_apart(qtbot, written, host, port):
    dialog = ServerDialog([], lambda *_: None)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.host.setFocus()
    QTest.keyClicks(dialog.host, written)
    QTest.keyClick(dialog.host, Qt.Key.Key_Tab)
    assert (dialog.host.text(), dialog.port.value()) == (host, port)
    if "texts" in written:
        assert (dialog.database.text(), dialog.user.text()) == ("texts", "rim")
        assert (dialog.tls.currentData(), dialog.certificate.text()) == ("verify-ca", "/a.crt")


def test_an_address_with_a_password_is_refused_in_the_dialog_and_stands_as_it_was(qtbot):
    dialog = ServerDialog([], lambda *_: None)
    qtbot.addWidget(dialog)
    dialog.host.setText("postgresql://rim:secret@db.example/texts")
    dialog.attempt()
    assert "holds a password" in dialog.outcome.text()
    assert "secret" not in dialog.outcome.text()
    assert dialog.host.text().startswith("postgresql://")


def test_which_version_stays_is_chosen_by_keyboard(window, qtbot):
    at = datetime(2030, 1, 1, tzinfo=UTC)
    conflicts = [
        Conflict(n, 1, "edit text", "", "Rana", at, "", (Versions("paragraph", f"here {n}", f"there {n}"),))
        for n in (1, 2)
    ]
    dialog = BothVersionsDialog(conflicts, window.reading.look, window)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.table.hasFocus()
    assert "here 1" in dialog.versions.toPlainText()
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(dialog.focusWidget(), key)
    assert dialog.table.currentRow() == 1
    assert "there 2" in dialog.versions.toPlainText()
    assert dialog.chosen() == {2: Keep.MINE}
    dialog.close()


def test_many_who_work_on_a_bitext_leave_its_title_room(window, library, bitext):
    for person in ("hala", "rim", "sami", "noor", "somebody with a long name", "another with a long name"):
        assigning.assign(library, [bitext], person)
    window.resize(1000, 700)
    window.show_start()
    table = window.start.table
    cell = table.item(0, TAGS)
    assert cell.text().count("assigned") == 1
    assert "another with a long name" in cell.toolTip()
    assert table.columnWidth(TITLE) > table.columnWidth(TAGS)
