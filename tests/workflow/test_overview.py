"""What the overview counts."""

import numpy as np
import pytest

from taqabul.domain.errors import UnsupportedFormat
from taqabul.workflow import history, reviewing
from taqabul.workflow.overview import overview, save_picture

PICTURE = """
A1 | B1
A2 | B4
A3 | B2 B3
A4 |
   | B5
"""


def test_shapes_places_and_crossings_are_those_of_the_rows(draw):
    drawn = draw(PICTURE)
    found = overview(drawn.library, drawn.id)
    rows = drawn.all_rows()
    assert found.source_count.tolist() == [len(row.source) for row in rows]
    assert found.target_count.tolist() == [len(row.target) for row in rows]
    assert found.shapes == {"1-1": 2, "1-2": 1, "1-0": 1, "0-1": 1}
    assert [rows[at].target[0].text for at in np.flatnonzero(found.crossing)] in (["B4"], ["B2"])
    assert [side.paragraphs for side in found.sides] == [4, 5]
    assert [side.words for side in found.sides] == [4, 5]
    assert [side.characters for side in found.sides] == [8, 10]
    assert np.isnan(found.ratio).tolist() == [not (row.source and row.target) for row in rows]


def test_a_row_of_unusual_length_stands_out(draw):
    long, short = "a" * 60, "b" * 60
    lines = [f"{long}{k} | {short}{k}" for k in range(1, 20)] + [f"{long}20 | {short * 6}20"]
    drawn = draw("\n".join(lines))
    found = overview(drawn.library, drawn.id)
    assert found.outliers.tolist() == [19]


def test_progress_is_told_by_the_journal_with_what_was_taken_back(draw):
    drawn = draw(PICTURE)
    library = drawn.library
    reviewing.confirm(library, drawn.id, drawn.links("A1", "A2"))
    reviewing.reject(library, drawn.id, drawn.links("A4"))
    reviewing.confirm(library, drawn.id, drawn.links("A3"))
    history.undo(library, drawn.id)
    history.redo(library, drawn.id)
    reviewing.merge_with_next(library, drawn.id, drawn.link("A1"))
    counts = [count for _, count in overview(library, drawn.id).progress]
    merged = sum(row.link.status == "confirmed" for row in drawn.all_rows())
    assert counts[:5] == [0, 2, 3, 2, 3]
    assert counts[-1] == merged


def test_an_untouched_and_an_empty_bitext_have_an_overview_too(draw):
    drawn = draw(PICTURE)
    assert overview(drawn.library, drawn.id).progress == []
    empty = draw("A1 |", drawn.library)
    found = overview(empty.library, empty.id)
    assert found.shapes == {"1-0": 1}
    assert found.outliers.tolist() == []


def test_a_picture_is_written_whole_or_refused(tmp_path):
    save_picture(tmp_path / "a.png", b"drawn")
    assert (tmp_path / "a.png").read_bytes() == b"drawn"
    with pytest.raises(UnsupportedFormat):
        save_picture(tmp_path / "a.doc", b"drawn")
