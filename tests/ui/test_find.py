"""Finding words in the open bitext: kinds, spellings, places, and what the bar says."""

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest

from taqabul.domain.language import Side
from taqabul.domain.search import EXACT, Folding, Kind, Query, Where
from taqabul.ui.core.settings import Settings, load_settings, save_settings
from taqabul.workflow import reviewing
from taqabul.workflow.annotating.notes import add_note

KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def bar(at_work):
    at_work.page.find_bar.open()
    return at_work.page.find_bar


@pytest.fixture
def ask(at_work, bar, qtbot):
    """A way to ask by the bar and wait for the answer: the texts lit up, in the order of the hits."""

    def asked(text, kind=Kind.PART, **options):
        page = at_work.page
        bar.form.choose(Query(text, kind, **options), with_text=True)
        bar.tell("")
        bar.form.asked.emit()
        qtbot.waitUntil(lambda: bar.result.text() != "")
        return lit(page)

    return asked


def lit(page):
    """What is lit up, hit by hit."""
    texts = {}
    for position in range(page.model.count):
        row = page.model.row(position)
        texts |= {one.id: one.text for one in (*row.source, *row.target)}
        texts |= {f"note {one.id}": one.text for one in row.notes}
    return [texts[hit.paragraph or f"note {hit.note}"][hit.start : hit.end] for hit in page.finder.hits]


def test_the_kinds_of_finding(ask):
    assert ask("كتاب") == ["كِتَابُ"]
    assert ask("pupil") == ["pupil"]
    assert ask("pupil", Kind.WORD) == []
    assert ask("مدرسة", Kind.CLITICS) == ["المدرسة"]
    assert ask(r"\d \w+", Kind.REGEX) == ["٣ أيار", "3 May"]
    assert ask("Haifa Zangana", Kind.FUZZY) == ["Haifa Zangana", "هيفاء زنكنة"]


def test_the_kind_is_chosen_by_key_and_remembered(at_work, bar, qtbot):
    QTest.keyClicks(bar.query, "pupil")
    qtbot.waitUntil(lambda: bar.result.text().startswith("1 place"))
    QTest.keyClick(bar.form.kind, KEY.Key_Down)
    qtbot.waitUntil(lambda: bar.result.text() == "Nothing found")
    bar.form.switches["case"].trigger()
    assert (at_work.settings.find_kind, at_work.settings.find_counts) == ("word", ["case"])
    at_work.open_bitext(at_work.page.summary.id)
    again = at_work.page.find_bar.form.question()
    assert (again.kind, again.folding) == (Kind.WORD, Folding(case=False))


def test_what_is_remembered_outlives_the_window(tmp_path):
    store = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    settings = Settings(
        find_kind="regex", find_where="notes", find_counts=["alef", "case"], find_endings=False
    )
    save_settings(settings, store)
    assert load_settings(store) == settings


def test_spellings_can_be_told_apart(ask, bar, qtbot):
    assert bar.form.spelling.text() == "Any spelling"
    assert ask("احمد") == ["أحمد"]
    bar.form.switches["alef"].trigger()
    qtbot.waitUntil(lambda: bar.result.text() == "Nothing found")
    assert bar.form.spelling.text() == "Some spellings"
    assert ask("كتاب", folding=EXACT) == []
    assert bar.form.spelling.text() == "Exactly as typed"


def test_places_and_notes(ask, library, bitext, at_work):
    add_note(library, bitext, at_work.page.model.link_at(2), "3 May is not 3 أيار")
    at_work.page.reload()
    assert ask("3 May") == ["3 May"] * 2
    assert ask("3 May", where=Where.NOTES) == ["3 May"]
    assert ask("3", where=Where.SOURCE) == ["٣"]
    QTest.keyClick(at_work.page.find_bar.query, KEY.Key_Return)
    assert at_work.page.view.place().position == 2


def test_a_wrong_pattern_is_told_in_the_bar_and_nothing_stays_lit(ask, bar, at_work):
    assert ask("the", Kind.PART)
    assert ask("(the", Kind.REGEX) == []
    assert bar.result.text().startswith("The regular expression is wrong: missing )")
    assert "\\(" in bar.result.toolTip()
    assert not at_work.page.view.painting.cells.highlights.hits


def test_the_best_fuzzy_hit_comes_first_wherever_the_cursor_is(ask, bar, at_work):
    at_work.page.view.go_to(6)
    ask("Haifa Zangana", Kind.FUZZY)
    QTest.keyClick(bar.query, KEY.Key_Return)
    assert (at_work.page.view.place().position, at_work.page.view.place().side) == (3, Side.TARGET)
    QTest.keyClick(at_work, KEY.Key_F3)
    assert at_work.page.view.place().side is Side.SOURCE
    QTest.keyClick(at_work, KEY.Key_F3, SHIFT)
    assert at_work.page.view.place().side is Side.TARGET


def test_hits_follow_an_edit(ask, at_work, library, bitext, qtbot):
    assert ask("القاهرة") == ["القاهرة"]
    paragraph = at_work.page.model.row(0).source[0]
    changes = reviewing.edit_text(library, bitext, paragraph.id, "😀 بيان من القاهِرة والقاهرة.")
    at_work.page.reviewer.show(changes)
    qtbot.waitUntil(lambda: len(at_work.page.finder.hits) == 2)
    assert lit(at_work.page) == ["القاهِرة", "القاهرة"]
    at_work.page.view.grab()


def test_a_meaning_is_found_in_the_other_language_and_nonsense_nowhere(ask, at_work, bar, qtbot):
    def meant(text, where=Where.TEXTS):
        ask(text, Kind.MEANING, where=where)
        qtbot.waitUntil(lambda: not at_work.runner.jobs)
        return lit(at_work.page)

    assert meant("the teacher returned in May", Where.SOURCE)[0] == "عاد المعلم في ٣ أيار."
    assert meant("وصل الكتاب إلى المدرسة", Where.TARGET)[0] == "Ahmad's book reached the school."
    assert meant("blorf zint quade mertil") == []
    assert bar.result.text() == "Nothing found"


def test_typing_on_gives_up_the_search_under_way(at_work, bar, qtbot):
    runner = at_work.runner
    bar.form.choose(Query("Haifa Zangana", Kind.FUZZY), with_text=True)
    bar.form.asked.emit()
    first = runner.jobs[-1]
    bar.form.choose(Query("pupil"), with_text=True)
    bar.form.asked.emit()
    assert first.stop.is_set()
    qtbot.waitUntil(lambda: not runner.jobs)
    assert lit(at_work.page) == ["pupil"]
