"""Reading a bitext: outline, rows, crossings."""

import numpy as np
import pytest

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.errors import InvalidInput
from taqabul.workflow import projects, reviewing, shelving
from taqabul.workflow import rows as rows_module
from taqabul.workflow.annotating.notes import add_note
from taqabul.workflow.rows import STATUSES, crossings, iter_rows, outline, rows

PICTURE = "A1 | B1 B2\nA2 |\nA3 A4 | B3\n| B4"


def test_the_outline_tells_each_row_in_brief(draw):
    bitext = draw(PICTURE)
    reviewing.reject(bitext.library, bitext.id, bitext.links("A2"))
    reviewing.link(bitext.library, bitext.id, bitext.paragraphs("A1"), bitext.paragraphs("B1"))
    reviewing.edit_text(bitext.library, bitext.id, bitext.paragraph("B3"), "B3 better")
    add_note(bitext.library, bitext.id, bitext.link("A2"), "hm")
    assert bitext.picture() == "A1 | B1 +\n| B2\nA2 | x\nA3 A4 | B3 better\n| B4"
    brief = outline(bitext.library, bitext.id)
    found = list(iter_rows(bitext.library, bitext.id))
    assert len(brief) == len(found) == 5
    assert brief.links.tolist() == [row.link.id for row in found]
    assert brief.rank.tolist() == [row.link.rank for row in found]
    assert [STATUSES[code] for code in brief.status] == [row.link.status for row in found]
    np.testing.assert_allclose(brief.confidence, [np.nan, np.nan, 0.75, 0.75, 0.75])
    assert brief.source_length.tolist() == [2, 0, 2, 4, 0]
    assert brief.target_length.tolist() == [2, 2, 0, 9, 2]
    assert brief.source_first.tolist() == [0, -1, 1, 2, -1]
    assert brief.target_first.tolist() == [0, 1, -1, 2, 3]
    assert brief.has_note.tolist() == [False, False, True, False, False]
    assert brief.edited.tolist() == [False, False, False, True, False]
    assert not brief.has_reason.any()
    assert not brief.bookmarked.any()


def test_the_outline_tells_reasons_and_bookmarks(draw):
    bitext = draw(PICTURE)
    reviewing.mark_for_review(bitext.library, bitext.id, bitext.links("A2", "A3"), "really?")
    reviewing.mark_for_review(bitext.library, bitext.id, bitext.links("A1"))
    reviewing.set_bookmarks(bitext.library, bitext.id, bitext.links("A1", "B4"), on=True)
    brief = outline(bitext.library, bitext.id)
    assert brief.has_reason.tolist() == [False, True, True, False]
    assert brief.bookmarked.tolist() == [True, False, False, True]


def test_what_is_written_while_both_texts_are_read_does_not_mix_two_states(draw, monkeypatch):
    bitext = draw(PICTURE)
    read_texts = rows_module._texts_beside
    cuts = []

    def cut_first(library, record):
        if not cuts:
            cuts.append(reviewing.split_paragraph(library, bitext.id, bitext.paragraph("B1"), 1))
        return read_texts(library, record)

    before = outline(bitext.library, bitext.id)
    monkeypatch.setattr(rows_module, "_texts_beside", cut_first)
    during = outline(bitext.library, bitext.id)
    assert cuts
    for name in ("links", "target_first", "target_length"):
        assert getattr(during, name).tolist() == getattr(before, name).tolist()
    assert outline(bitext.library, bitext.id).target_first.max() == before.target_first.max() + 1


def test_rows_come_as_asked_for_without_those_that_are_gone(draw):
    bitext = draw(PICTURE)
    other = draw("A9 | B9", bitext.library)
    ids = bitext.links("A3", "A1")
    found = rows(bitext.library, bitext.id, [ids[0], 999, other.link("A9"), ids[1]])
    assert [[p.text for p in row.source] for row in found] == [["A3", "A4"], ["A1"]]


def test_rows_come_in_batches(draw):
    bitext = draw("\n".join(f"A{k} | B{k}" for k in range(1, 8)))
    found = [row.source[0].text for row in iter_rows(bitext.library, bitext.id, batch=3)]
    assert found == [f"A{k}" for k in range(1, 8)]


@pytest.mark.parametrize(
    ("picture", "crossing", "stands_at"),
    [
        ("A1 | B1\nA2 | B2", [], []),
        ("A1 | B1\nA2 | B4\nA3 | B2\nA4 | B3", [1], [4]),
        ("A1 | B2\nA2 | B3\nA3 | B1", [2], [0]),
        ("A1 | B2\nA2 |\n| B3\nA3 | B4\nA4 | B1", [4], [0]),
        ("A1 | B1\n| B2\nA2 | B4\nA3 | B5\nA4 | B3", [4], [2]),
    ],
)
def test_crossing_rows_know_where_their_target_would_stand(draw, picture, crossing, stands_at):
    bitext = draw(picture)
    found = crossings(outline(bitext.library, bitext.id))
    assert (found.rows.tolist(), found.stands_at.tolist()) == (crossing, stands_at)


def test_projects_can_be_listed_renamed_and_deleted(draw):
    bitext = draw("A1 | B1\nA2 |")
    library = bitext.library
    reviewing.confirm(library, bitext.id, bitext.links("A1"))
    (summary,) = projects.list_bitexts(library)
    assert summary == projects.bitext_summary(library, bitext.id)
    assert (summary.source_paragraphs, summary.target_paragraphs, summary.links, summary.confirmed) == (
        2,
        1,
        2,
        1,
    )
    assert (summary.source_language, summary.target_language, summary.engine) == ("ar", "en", "drawn")
    projects.rename_bitext(library, bitext.id, " Gijon ")
    assert projects.bitext_summary(library, bitext.id).title == "Gijon"
    with pytest.raises(InvalidInput):
        projects.rename_bitext(library, bitext.id, " ")
    source, _ = projects.list_documents(library)
    with pytest.raises(InvalidInput, match="“drawn”"):
        projects.delete_document(library, source.id)
    shelving.bin_bitexts(library, [bitext.id])
    assert projects.list_bitexts(library) == []
    shelving.empty_bin(library)
    kept = {name: found for name, found in bitext.state().items() if found}
    assert kept.keys() == {"library_info"}
    with pytest.raises(InvalidInput):
        projects.delete_document(library, source.id)


def test_statuses_have_stable_codes():
    assert list(LinkStatus) == list(STATUSES)
