"""A window under a role that may not do everything: what is allowed is done, the rest is explained, nothing typed is lost."""

from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from tests.server import programs

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.language import Side
from taqabul.domain.roles import Role
from taqabul.ui.bitext.selection import Place
from taqabul.ui.main_window import MainWindow
from taqabul.workflow import team
from taqabul.workflow.library import open_library
from taqabul.workflow.rows import iter_rows

pytestmark = pytest.mark.skipif(programs() is None, reason="PostgreSQL is not installed")
KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def bitext(address, fill):
    """A bitext in the library of a team, in which rim is an annotator and sami a reviewer."""
    with closing(open_library(address)) as owner:
        made = fill(owner, 12)
        team.set_role(owner, "rim", Role.ANNOTATOR)
        team.set_role(owner, "sami", Role.REVIEWER)
    return made


@pytest.fixture
def as_(address, bitext, qtbot, settings):
    """The window as somebody of the team has it, with the bitext open."""
    opened = []

    def window_of(name):
        library = open_library(address.replace("owner@", f"{name}@"))
        window = MainWindow(library, settings)
        opened.append((window, library))
        qtbot.addWidget(window)
        window.resize(1200, 760)
        window.show()
        window.activateWindow()
        window.open_bitext(bitext)
        qtbot.waitUntil(lambda: window.page.view.places.height > 0)
        window.page.view.setFocus()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield window_of
    for window, library in opened:
        if window.has_page:
            window.page.editing.discard()
        window.close()
        library.close()


def rows(window):
    return list(iter_rows(window.library, window.page.summary.id))


def test_an_annotator_rejects_notes_and_corrects_and_is_told_what_is_not_theirs(as_):
    rim = as_("rim")
    page = rim.page
    for key in (KEY.Key_Space, KEY.Key_M):
        rim.messages.dismiss()
        QTest.keyClick(page.view, key)
        assert "reviewers and owners" in rim.messages.text.text()
        assert rim.messages.isVisible()
    QTest.keyClick(page.view, KEY.Key_X)
    assert page.reviewer.add_note(page.model.link_at(1), "why?")
    page.view.go_to(2, Side.SOURCE)
    page.view.edit_asked.emit()
    QTest.keyClicks(page.editing.editor, "rims ")
    QTest.keyClick(page.editing.editor, KEY.Key_F2)
    now = rows(rim)
    assert now[0].link.status is LinkStatus.REJECTED
    assert now[1].notes[0].author == "rim"
    assert now[2].source[0].text == "rims A2"


def test_what_is_begun_by_mouse_or_in_an_editor_is_refused_with_its_reason(as_):
    rim = as_("rim")
    page, before = rim.page, [(row.link.source, row.link.target) for row in rows(rim)]
    start, goal = (
        Place(at, page.model.row(at), side, 0) for at, side in ((0, Side.SOURCE), (3, Side.TARGET))
    )
    page.view.link_drawn.emit(start, goal)
    assert "your role there does not include it" in rim.messages.text.text()
    rim.messages.dismiss()
    page.view.go_to(2, Side.SOURCE)
    page.view.edit_asked.emit()
    QTest.keyClicks(page.editing.editor, "rims ")
    page.editing.editor.parted.emit()
    assert "your role there does not include it" in rim.messages.text.text()
    assert [(row.link.source, row.link.target) for row in rows(rim)] == before
    assert rows(rim)[2].source[0].text == "rims A2", "what was typed is kept"


def test_a_reviewer_confirms_and_links_and_signs_with_their_own_name(as_):
    sami = as_("sami")
    QTest.keyClick(sami.page.view, KEY.Key_Space)
    assert rows(sami)[0].link.status is LinkStatus.CONFIRMED
    assert rows(sami)[0].link.changed_by == "sami"
    sami.actions_table["author"].trigger()
    assert "sami" in sami.messages.text.text()
    assert not sami.actions_table["entry-bin"].isEnabled()


def test_a_role_given_meanwhile_is_heard_of_and_its_verbs_are_offered(as_, address, qtbot):
    rim = as_("rim")
    confirm = rim.actions_table["confirm"]
    assert not confirm.isEnabled()
    qtbot.waitUntil(lambda: rim.company._connected is True)
    with closing(open_library(address)) as owner:
        team.set_role(owner, "rim", Role.REVIEWER)
        qtbot.waitUntil(confirm.isEnabled)
        assert "reviewer" in rim.messages.text.text()
        QTest.keyClick(rim.page.view, KEY.Key_Space)
        assert rows(rim)[0].link.status is LinkStatus.CONFIRMED
        team.set_role(owner, "rim", Role.ANNOTATOR)
        qtbot.waitUntil(lambda: not confirm.isEnabled())
        QTest.keyClick(rim.page.view, KEY.Key_Space)
        assert "reviewers and owners" in rim.messages.text.text()


def test_a_role_taken_behind_the_windows_back_is_told_when_the_server_refuses(as_, address, cluster, qtbot):
    rim = as_("rim")
    database = address.partition("?")[0].rpartition("/")[2]
    cluster.execute(f'REVOKE "{database}_annotator" FROM rim', database=database)
    QTest.keyClick(rim.page.view, KEY.Key_X)
    assert "your role there does not include it" in rim.messages.text.text()
    qtbot.waitUntil(lambda: "no role in this library" in rim.messages.text.text())
    rim.messages.dismiss()
    rim.page.check_others()  # as the clock does
    qtbot.waitUntil(lambda: "no role in this library" in rim.messages.text.text())
    assert not rim.actions_table["reject"].isEnabled()
    assert rim.library.role is None


def test_who_may_only_read_opens_looks_and_is_refused_the_rest(as_, address, cluster, qtbot):
    database = address.partition("?")[0].rpartition("/")[2]
    cluster.execute("CREATE ROLE guest LOGIN", f"GRANT CONNECT ON DATABASE {database} TO guest")
    cluster.execute(
        "GRANT USAGE ON SCHEMA public TO guest",
        "GRANT SELECT ON ALL TABLES IN SCHEMA public TO guest",
        database=database,
    )
    guest = as_("guest")
    guest.copies.begin()
    assert "only read" in guest.messages.text.text()
    assert guest.actions_table["export"].isEnabled()
    ways = [one for one in guest.start.findChildren(QPushButton) if "sample" in one.text()]
    assert [one.isEnabled() for one in ways] == [False]
    for name in ("confirm", "reject", "edit", "note", "undo"):
        assert not guest.actions_table[name].isEnabled(), name
    guest.messages.dismiss()
    QTest.keyClick(guest.page.view, KEY.Key_X)
    assert "you may only read" in guest.messages.text.text()
    guest.messages.dismiss()
    guest.show_start()
    assert not guest.messages.isVisible(), guest.messages.text.text()
