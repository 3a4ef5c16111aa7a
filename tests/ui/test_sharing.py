"""A shared library in the window: opened on a server, taken along, brought back, offered by role."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog
from tests.server import Cluster

from taqabul.domain.roles import Role
from taqabul.ui.action_table import ACTIONS
from taqabul.ui.dialogs.both_versions_dialog import BothVersionsDialog
from taqabul.ui.dialogs.server_dialog import ServerDialog
from taqabul.ui.main_window import MainWindow
from taqabul.ui.rights import forbidden
from taqabul.workflow import assigning, reviewing
from taqabul.workflow.checking_out import away
from taqabul.workflow.library import library_place, open_library
from taqabul.workflow.rows import iter_rows


def idle(window, qtbot):
    qtbot.waitUntil(lambda: not window.runner.jobs, timeout=40_000)


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
        dialog.choices[0].setCurrentIndex(choice)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(BothVersionsDialog, "exec", execute)
    taken.actions_table["check-in"].trigger()
    idle(taken, qtbot)
    assert ["rejected" in shown[0][0], "confirmed" in shown[0][1]] == [True, True]
    qtbot.waitUntil(lambda: picture()[0].endswith(status), timeout=40_000)
    idle(taken, qtbot)
    assert bool(away(library)) is (choice == 0)


def test_work_is_given_and_shown(window, bitext, library, monkeypatch):
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("sami", True))
    window.show_start()
    window.start.table.selectAll()
    window.refresh()
    window.actions_table["assign"].trigger()
    assert [one.person for one in assigning.assignments_of(library)] == ["sami"]


def test_what_a_role_may_not_do_is_not_offered(at_work):
    known = {spec.id for spec in ACTIONS}
    assert forbidden(Role.OWNER) == frozenset()
    assert forbidden(Role.REVIEWER) < forbidden(Role.ANNOTATOR) <= known
    at_work.refresh()
    assert at_work.actions_table["confirm"].isEnabled()
    at_work.actions_table.forbidden = forbidden(Role.ANNOTATOR)
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
        qtbot.waitUntil(dialog.trying.isEnabled, timeout=40_000)
        told.append(dialog.outcome.text())
        dialog.user.setText("owner")
        dialog.trying.click()
        qtbot.waitUntil(dialog.trying.isEnabled, timeout=40_000)
        told.append(dialog.outcome.text())
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(ServerDialog, "exec", execute)
    window.actions_table["open-server"].trigger()
    idle(window, qtbot)
    assert "no such database or user" in told[0]
    assert "you are owner" in told[1]
    with closing(window.sharing.successor) as opened:
        place = str(library_place(address))
    with closing(window.sharing.successor) as opened:
        assert (opened.author, opened.location) == ("owner", place)
    assert window.settings.recent_servers == [place]
    assert not window.isVisible()


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
