"""Bitexts so long that their rows are read beside the window: it stays alive, and what was asked for follows."""

import pytest

from taqabul.domain.bitext import Alignment, ProposedLink
from taqabul.domain.errors import InvalidInput
from taqabul.domain.options import ImportOptions
from taqabul.domain.search import Query
from taqabul.workflow import aligning, rows
from taqabul.workflow.importing import import_files


@pytest.fixture(autouse=True)
def long(monkeypatch):
    """Every bitext counts as long."""
    monkeypatch.setattr(rows, "MANY", 1)


@pytest.fixture
def other(library, tmp_path):
    path = tmp_path / "second.txt"
    path.write_text("زار أحمد بغداد.\n\nبغداد كبيرة.\n\nAhmad visited Baghdad.\n\nBaghdad is big.", "utf-8")
    pair = import_files(library, [path], ImportOptions()).pair
    links = (ProposedLink((0,), (0,), 0.9), ProposedLink((1,), (1,), 0.9))
    return aligning.create_bitext(library, *pair, Alignment(links, links, "by hand"))


def test_the_library_is_in_sight_until_the_rows_are_read(window, bitext, qtbot, picture):
    window.open_bitext(bitext)
    assert not window.has_page
    assert window.start.isVisible()
    assert [job.title for job in window.runner.jobs] == ["Opening \u2068statement\u2069"]
    qtbot.waitUntil(lambda: window.has_page)
    assert window.page.summary.id == bitext
    assert window.page.model.count == len(picture())
    assert window.page.view.hasFocus()
    qtbot.waitUntil(lambda: not window.runner.jobs)
    window.page.reviewer.confirm()
    assert "confirmed" in picture()[0]


def test_what_is_opened_meanwhile_is_shown_in_its_place(window, bitext, other, qtbot):
    shown = []
    window.pages.open(bitext, lambda: shown.append(bitext))
    window.pages.open(other, lambda: shown.append(other))
    qtbot.waitUntil(lambda: window.has_page and not window.runner.jobs)
    assert shown == [other] == [window.page.summary.id]


def test_what_is_asked_for_twice_is_read_once_and_the_last_wish_counts(window, bitext, qtbot):
    shown = []
    window.pages.at(bitext, lambda: shown.append("first"))
    window.pages.at(bitext, lambda: shown.append("second"))
    assert len(window.runner.jobs) == 1
    qtbot.waitUntil(lambda: window.has_page)
    window.pages.at(bitext, lambda: shown.append("third"))
    assert shown == ["second", "third"]


def test_opening_can_be_given_up_and_begun_again(window, bitext, qtbot):
    window.open_bitext(bitext)
    window.runner.jobs[0].cancel()
    qtbot.waitUntil(lambda: not window.runner.jobs)
    assert not window.has_page
    window.open_bitext(bitext)
    qtbot.waitUntil(lambda: window.has_page)


def test_what_cannot_be_read_is_told(window, bitext, qtbot, monkeypatch):
    def gone(*_given):
        raise InvalidInput("There is no such bitext.", "Choose another.")

    monkeypatch.setattr(rows, "outline", gone)
    window.open_bitext(bitext)
    qtbot.waitUntil(lambda: "There is no such bitext." in window.messages.text.text())
    assert not window.has_page
    monkeypatch.undo()
    window.open_bitext(bitext)
    qtbot.waitUntil(lambda: window.has_page)


def test_a_hit_in_another_long_bitext_is_gone_to(window, bitext, other, qtbot):
    window.settings.word_links = False
    window.open_bitext(bitext)
    qtbot.waitUntil(lambda: window.has_page)
    panel = window.search.library.panel
    window.search.library.open(Query("Baghdad"), whole_library=True)
    qtbot.waitUntil(lambda: panel.result.text() != "", timeout=60_000)
    window.search.step(1)
    window.search.step(1)
    qtbot.waitUntil(lambda: window.has_page and window.page.summary.id == other)
    assert panel.lines.hasFocus()
    assert window.page.view.place().position == panel.row == 1
