"""What the model knows of its rows after edits is what a fresh reading of the library would tell."""

from dataclasses import fields

import numpy as np
import pytest
from PySide6.QtTest import QAbstractItemModelTester

from taqabul.domain.language import Side
from taqabul.ui.bitext import shown_rows
from taqabul.ui.bitext.model import BitextModel
from taqabul.ui.bitext.row_source import LibraryRows, RowTable, table_of_rows
from taqabul.workflow import history, reviewing
from taqabul.workflow.annotating.marking import Given, mark
from taqabul.workflow.annotating.notes import add_note
from taqabul.workflow.projects import bitext_summary
from taqabul.workflow.word_links import Stretch

EDITS = (
    lambda at, links: reviewing.confirm(*at, links[:5]),
    lambda at, links: reviewing.merge_with_next(*at, links[1]),
    lambda at, links: reviewing.unlink(*at, links[:3]),
    lambda at, links: reviewing.move(*at, Side.SOURCE, links[2], up=False),
    lambda at, links: reviewing.shift(*at, Side.TARGET, links[3], up=False),
    lambda at, links: add_note(*at, links[4], "Look again."),
    lambda at, _links: history.undo(*at),
    lambda at, _links: history.undo(*at),
    lambda at, _links: history.redo(*at),
)


@pytest.fixture
def model(library, bitext, qapp):
    made = BitextModel(LibraryRows(library, bitext_summary(library, bitext)))
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def columns(table: RowTable, links=None):
    """A table's arrays by name, but for the places of paragraphs, which only a reading of all tells."""
    if links is not None:
        table = table.taken(table.places(links))
    names = (one.name for one in fields(table) if not one.name.endswith("_first"))
    return {name: getattr(table, name).tolist() for name in names}


def same(one: RowTable, other: RowTable) -> None:
    np.testing.assert_equal(columns(one), columns(other))


@pytest.mark.parametrize("at_most_in_full", [1000, 0])
@pytest.mark.parametrize("hidden", [None, (), (1, 3, 4)])
def test_after_every_edit_the_table_is_what_a_reading_would_tell(
    model, library, bitext, monkeypatch, hidden, at_most_in_full
):
    monkeypatch.setattr(shown_rows, "MANY", at_most_in_full)
    if hidden is not None:
        model.show_only(np.delete(model.everything.links, hidden))
    for edit in EDITS:
        model.apply(edit((library, bitext), model.everything.links.tolist()))
        now = model.source.table()
        same(model.everything, now)
        np.testing.assert_equal(columns(model.table), columns(now, model.table.links))
        assert (np.diff(model.table.ranks) > 0).all()
        for position in range(model.count):
            assert model.row(position).link.id == model.link_at(position)


def test_rows_read_in_full_tell_the_same_as_the_outline(model):
    same(table_of_rows(model.row(position) for position in range(model.count)), model.table)
    assert len(table_of_rows([])) == 0


def test_crossings_are_still_there_once_a_filter_under_which_somebody_confirmed_is_off(
    model, library, bitext
):
    crossing = model.crossings.rows.tolist()
    assert crossing
    model.show_only(model.everything.links[:2])
    model.apply(reviewing.confirm(library, bitext, [model.link_at(0)]))
    model.show_only(None)
    assert model.crossings.rows.tolist() == crossing


def test_a_row_revealed_tells_what_the_hidden_one_told(model):
    whole = columns(model.everything)
    model.show_only(model.everything.links[[0, 5]])
    assert model.reveal(model.everything.links[3]) == 1
    np.testing.assert_equal(columns(model.table), {name: [a[0], a[3], a[5]] for name, a in whole.items()})
    assert model.reveal(10**9) == -1


def test_rows_in_which_only_marks_change_are_not_read_again(model, library, bitext):
    row, told = model.row(1), []
    model.marks_changed.connect(lambda first, last: told.append((first, last)))
    stretch = Stretch(row.source[0].id, 0, 1)
    assert not model.apply(mark(library, bitext, [stretch], Given("claims", "claim")))
    assert model.row(1) is row
    assert told == [(1, 1)]
    correction = reviewing.edit_text(library, bitext, row.source[0].id, "A9 says more.")
    model.apply(correction)
    assert model.row(1).source[0].text == "A9 says more."
