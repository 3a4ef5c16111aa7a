"""Projects, tags, archive and bin; copies; documents paired anew; several pairs at once."""

from pathlib import Path

import pytest

from taqabul.domain.errors import Cancelled, InvalidInput
from taqabul.domain.options import AlignOptions, EngineChoice, ImportOptions
from taqabul.workflow import backups, projects, reviewing, shelving
from taqabul.workflow.aligning import align_files, pair_documents
from taqabul.workflow.annotating.notes import add_note
from taqabul.workflow.batches import import_pairs
from taqabul.workflow.compute import propose
from taqabul.workflow.duplicating import duplicate
from taqabul.workflow.library import open_library

PICTURE = """
A1 | B1
A2 | B2 B3
A3 |
"""
TEXTS = (
    "هذا بيان من القاهرة.\n\nوصل الوفد في ٣ أيار.",
    "A statement from Cairo.\n\nThe delegation came on 3 May.",
)


def quickly(source, target, options, progress, anchors, store):
    return propose(source, target, AlignOptions(engine=EngineChoice.LEXICAL), progress, anchors, store)


@pytest.fixture
def texts(tmp_path):
    def made(number=1, *more):
        files = [tmp_path / f"{number}_{language}.txt" for language in ("ar", "en")]
        for path, text in zip(files, TEXTS, strict=True):
            path.write_text("\n\n".join((text, *more, f"{number}")), "utf-8")
        return files

    return made


def places(library):
    return {
        one.title: (one.project, one.place.archived, one.place.tags) for one in projects.list_bitexts(library)
    }


def test_projects_tags_and_the_archive_stay_with_a_bitext(draw):
    drawn = draw(PICTURE)
    library = drawn.library
    project = shelving.make_project(library, "  Iraq  papers ")
    assert shelving.make_project(library, "Iraq papers") == project
    shelving.move_to_project(library, [drawn.id], project)
    shelving.tag(library, drawn.id, ["urgent", " sent  back ", "", "urgent"])
    shelving.archive(library, [drawn.id])
    again = open_library(library.location, "rim")
    try:
        assert places(again) == {"drawn": ("Iraq papers", True, ("sent back", "urgent"))}
    finally:
        again.close()
    shelving.rename_project(library, project, "Papers")
    shelving.archive(library, [drawn.id], archived=False)
    shelving.tag(library, drawn.id, [])
    assert places(library) == {"drawn": ("Papers", False, ())}
    shelving.delete_project(library, project)
    assert places(library) == {"drawn": ("", False, ())}
    assert shelving.list_projects(library) == []


def test_a_project_needs_a_name_of_its_own(studio):
    library = studio.open()
    shelving.make_project(library, "One")
    other = shelving.make_project(library, "Other")
    with pytest.raises(InvalidInput, match="“One” already"):
        shelving.rename_project(library, other, "One")
    with pytest.raises(InvalidInput, match="needs a name"):
        shelving.make_project(library, "  ")


def test_what_is_in_the_bin_is_whole_until_it_is_emptied(draw):
    drawn = draw(PICTURE)
    library = drawn.library
    add_note(library, drawn.id, drawn.link("A1"), "Good")
    before = drawn.state()
    shelving.bin_bitexts(library, [drawn.id])
    assert projects.list_bitexts(library) == []
    assert [one.in_bin for one in projects.all_bitexts(library)] == [True]
    shelving.restore(library, [drawn.id])
    assert [one.id for one in projects.list_bitexts(library)] == [drawn.id]
    after = drawn.state()
    assert {name: rows for name, rows in after.items() if name != "placement"} == {
        name: rows for name, rows in before.items() if name != "placement"
    }
    assert shelving.empty_bin(library) == shelving.Emptied(0, 0)
    shelving.bin_bitexts(library, [drawn.id])
    assert shelving.empty_bin(library) == shelving.Emptied(1, 2)
    assert {name for name, rows in drawn.state().items() if rows} == {"library_info"}


def test_emptying_leaves_documents_that_another_bitext_uses(draw, studio):
    drawn = draw(PICTURE)
    twin = studio.twin(drawn)
    shelving.bin_bitexts(drawn.library, [drawn.id])
    assert shelving.empty_bin(drawn.library) == shelving.Emptied(1, 0)
    assert len(twin.all_rows()) == 3


def test_a_document_in_use_is_not_put_into_the_bin(draw):
    drawn = draw(PICTURE)
    library = drawn.library
    source, _ = projects.list_documents(library)
    with pytest.raises(InvalidInput, match="“drawn”"):
        shelving.bin_document(library, source.id)
    shelving.bin_bitexts(library, [drawn.id])
    shelving.bin_document(library, source.id)
    assert [one.binned_at is None for one in projects.all_documents(library)] == [False, True]
    shelving.restore(library, [drawn.id])
    assert [one.binned_at is None for one in projects.all_documents(library)] == [True, True]
    assert [one.used for one in projects.all_documents(library)] == [1, 1]


def test_the_same_files_again_find_their_bitext_in_the_bin(studio, texts):
    library = studio.open()
    made = align_files(library, texts(), propose=quickly)
    shelving.bin_bitexts(library, [made.bitext])
    found = align_files(library, texts(), propose=quickly, align_known=False)
    assert (found.bitext, found.known, found.in_bin) == (made.bitext, True, True)
    assert projects.list_bitexts(library) == []
    again = align_files(library, texts(), propose=quickly)
    assert (again.bitext, again.known, again.in_bin) == (made.bitext, True, False)
    assert [one.id for one in projects.list_bitexts(library)] == [made.bitext]


def test_a_copy_goes_its_own_way(draw):
    drawn = draw(PICTURE)
    library = drawn.library
    add_note(library, drawn.id, drawn.link("A1"), "Good")
    reviewing.confirm(library, drawn.id, [drawn.link("A2")])
    shelving.tag(library, drawn.id, ["urgent"])
    shelving.move_to_project(library, [drawn.id], shelving.make_project(library, "Papers"))
    copy = type(drawn)(library, duplicate(library, drawn.id, "Second"))
    assert copy.picture() == drawn.picture()
    assert copy.sentences("A2") == drawn.sentences("A2")
    assert [note.text for note in copy.row("A1").notes] == ["Good"]
    assert places(library)["Second"] == ("Papers", False, ("urgent",))
    reviewing.edit_text(library, copy.id, copy.paragraph("A1"), "Another")
    reviewing.merge_with_next(library, copy.id, copy.link("Another"))
    assert drawn.picture() == "A1 | B1\nA2 | B2 B3 +\nA3 |"
    shelving.bin_bitexts(library, [copy.id])
    shelving.empty_bin(library)
    assert len(drawn.all_rows()) == 3


def test_the_same_files_again_find_the_original_not_its_copy(studio, texts):
    library = studio.open()
    made = align_files(library, texts(), propose=quickly)
    duplicate(library, made.bitext, "Second")
    assert align_files(library, texts(), propose=quickly, align_known=False).bitext == made.bitext


def test_two_documents_make_a_new_bitext(studio, texts):
    library = studio.open()
    first, second = (align_files(library, texts(number), propose=quickly) for number in (1, 2))
    arabic, english = first.report.documents[0].id, second.report.documents[1].id
    made = pair_documents(library, english, arabic, propose=quickly)
    summary = projects.bitext_summary(library, made)
    assert (summary.source, summary.target, summary.title) == (arabic, english, "1_ar / 2_en")
    with pytest.raises(InvalidInput, match="same language"):
        pair_documents(library, arabic, second.report.documents[0].id)


def test_a_bad_file_is_told_and_the_other_pairs_are_imported(studio, texts, tmp_path):
    library = studio.open()
    broken = tmp_path / "broken.txt"
    broken.write_bytes(bytes(range(256)) * 20)
    project = shelving.make_project(library, "Papers")
    heard, steps = [], []
    outcomes = import_pairs(
        library,
        [texts(1), [texts(3)[0], broken], texts(2)],
        project,
        lambda done, total: steps.append((done, total)),
        quickly,
        heard.append,
    )
    assert heard == outcomes
    assert [one.error is None for one in outcomes] == [True, False, True]
    assert "broken.txt" in outcomes[1].error.message
    assert len(projects.list_documents(library)) == 4
    assert [one.project for one in projects.list_bitexts(library)] == ["Papers", "Papers"]
    assert steps == sorted(steps)
    assert steps[-1] == (3000, 3000)


def test_stopped_on_the_way_what_is_done_stays(studio, texts):
    library = studio.open()
    heard = []

    def progress(done, total):
        if done >= 1500:
            raise Cancelled

    with pytest.raises(Cancelled):
        import_pairs(library, [texts(1), texts(2), texts(3)], None, progress, quickly, heard.append)
    assert len(heard) == len(projects.list_bitexts(library)) == 1
    assert len(projects.list_documents(library)) == 2


def test_a_pair_the_library_has_is_left_as_it_was_but_taken_out_of_the_bin(studio, texts):
    library = studio.open()
    made = align_files(library, texts(), ImportOptions(), propose=quickly)
    shelving.bin_bitexts(library, [made.bitext])
    (outcome,) = import_pairs(library, [texts()], propose=quickly)
    assert (outcome.bitext, outcome.known) == (made.bitext, True)
    assert [one.id for one in projects.list_bitexts(library)] == [made.bitext]


@pytest.mark.file
def test_the_library_is_copied_before_its_bin_is_emptied(draw):
    drawn = draw("A1 | B1")
    shelving.bin_bitexts(drawn.library, [drawn.id])
    shelving.empty_bin(drawn.library)
    (kept,) = backups.list_copies(Path(drawn.library.location))
    assert kept.bitexts == 1
