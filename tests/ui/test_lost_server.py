"""A server that goes away while its library is open in the window: told as what it is, and worked on when it is back."""

from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.server import Cluster, programs

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.options import AlignOptions, EngineChoice, ImportOptions
from taqabul.ui.main_window import MainWindow
from taqabul.workflow.aligning import align_files
from taqabul.workflow.library import open_library
from taqabul.workflow.rows import iter_rows


@pytest.fixture
def own_cluster():
    """A server that may be stopped."""
    if programs() is None:
        pytest.skip("PostgreSQL is not installed (packaging/postgresql installs it)")
    made = Cluster()
    yield made
    made.remove()


def test_a_lost_server_is_told_and_no_bug_and_work_goes_on_when_it_is_back(
    own_cluster, qtbot, settings, text_file
):
    with closing(open_library(own_cluster.address(own_cluster.create()))) as library:
        bitext = align_files(
            library, [text_file], ImportOptions(), AlignOptions(engine=EngineChoice.LEXICAL)
        ).bitext
        window = MainWindow(library, settings)
        qtbot.addWidget(window)
        window.show()
        window.open_bitext(bitext)
        review = window.actions_table["review"]
        qtbot.waitUntil(review.isEnabled)
        own_cluster.stop()
        review.trigger()
        assert "does not answer" in window.messages.text.text()
        window.messages.dismiss()
        window.page.check_others()  # as the clock does
        qtbot.waitUntil(lambda: "does not answer" in window.messages.text.text())
        page = window.page
        page.view.edit_asked.emit()
        QTest.keyClicks(page.editing.editor, "typed ")
        QTest.keyClick(page.editing.editor, Qt.Key.Key_F2)
        assert page.editing.editor.text.startswith("typed "), "what was typed stays where it is"
        paragraph = page.editing.editor.paragraph.id
        own_cluster.start()
        QTest.keyClick(page.editing.editor, Qt.Key.Key_F2)
        assert page.editing.editor is None
        texts = [one for row in iter_rows(library, bitext) for one in row.source + row.target]
        assert next(one.text for one in texts if one.id == paragraph).startswith("typed ")
        review.trigger()
        assert [row.link.status for row in iter_rows(library, bitext)].count(LinkStatus.NEEDS_REVIEW) == 1
        window.close()


def test_a_server_that_says_nothing_any_more_holds_nobody_up(own_cluster, qtbot, settings, text_file):
    """As behind a dead line: its processes stand still, and the system goes on taking what is sent to them."""
    with closing(open_library(own_cluster.address(own_cluster.create()))) as library:
        bitext = align_files(
            library, [text_file], ImportOptions(), AlignOptions(engine=EngineChoice.LEXICAL)
        ).bitext
        window = MainWindow(library, settings)
        qtbot.addWidget(window)
        window.show()
        window.open_bitext(bitext)
        review = window.actions_table["review"]
        qtbot.waitUntil(review.isEnabled)
        qtbot.waitUntil(lambda: bool(window.company.company.news().connected))
        page = window.page
        page.view.edit_asked.emit()
        QTest.keyClicks(page.editing.editor, "typed ")
        with own_cluster.standing_still():
            QTest.keyClick(page.editing.editor, Qt.Key.Key_F2)
            assert page.editing.editor.text.startswith("typed "), "what was typed stays where it is"
            assert "does not answer" in window.messages.text.text()
            QTest.keyClick(page.editing.editor, Qt.Key.Key_F2)
            assert page.editing.editor is not None
        paragraph = page.editing.editor.paragraph.id

        def saved():
            QTest.keyClick(page.editing.editor, Qt.Key.Key_F2)
            return page.editing.editor is None

        qtbot.waitUntil(lambda: bool(window.company.company.news().connected))
        qtbot.waitUntil(saved)
        texts = [one for row in iter_rows(library, bitext) for one in row.source + row.target]
        assert next(one.text for one in texts if one.id == paragraph).startswith("typed ")
        window.close()
