"""Files aligned without a library give the rows that the library would export."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from taqabul import paths
from taqabul.domain.errors import InvalidInput
from taqabul.domain.options import AlignOptions, EngineChoice, ExportOptions, Level
from taqabul.workflow.aligning import align_files
from taqabul.workflow.exporting import ExportRow, pairs
from taqabul.workflow.file_pairs import align_texts
from taqabul.workflow.library import open_library
from taqabul.workflow.reading_files import read_files

THEN = datetime(2020, 5, 4, tzinfo=UTC)
LEXICAL = AlignOptions(EngineChoice.LEXICAL)


def by_library(tmp_path: Path, files: list[Path], options: ExportOptions) -> list[ExportRow]:
    library = open_library(tmp_path / "library.db")
    try:
        done = align_files(library, files, align_options=LEXICAL)
        assert done.bitext is not None
        return list(pairs(library, done.bitext, options))
    finally:
        library.close()


def plain(rows: list[ExportRow] | tuple[ExportRow, ...]) -> list[ExportRow]:
    """Rows without what only a library knows: the order inside documents, and who wrote when."""
    return [
        row._replace(id=str(n), changed_at=THEN, block=0, source_segments=(), target_segments=())
        for n, row in enumerate(rows)
    ]


@pytest.mark.parametrize(
    "options",
    [
        ExportOptions(),
        ExportOptions(one_sided=True),
        ExportOptions(level=Level.SENTENCE),
        ExportOptions(level=Level.SENTENCE, min_confidence=0.6, one_sided=True),
    ],
    ids=["paragraphs", "one-sided", "sentences", "sure sentences"],
)
def test_the_rows_are_those_of_the_library(tmp_path: Path, options: ExportOptions) -> None:
    sample = next(paths.seeds().glob("000_*.txt"))
    found = align_texts(read_files([sample]), LEXICAL, options, THEN)
    assert plain(found.rows) == plain(by_library(tmp_path, [sample], options))
    assert {row.changed_at for row in found.rows} == {THEN}
    assert len({row.id for row in found.rows}) == len(found.rows)


def test_a_file_that_says_what_faces_what_keeps_what_it_says(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text(
        "source,target,status,confidence,note\n"
        "عُقد الاجتماع في القاهرة.,The meeting was held in Cairo.,confirmed,,Good.\n"
        "تأجلت الجلسة.,The session was postponed.,proposed,0.5,\n",
        encoding="utf-8",
    )
    options = ExportOptions()
    found = align_texts(read_files([table]), LEXICAL, options, THEN)
    assert plain(found.rows) == plain(by_library(tmp_path, [table], options))
    assert [row.notes for row in found.rows] == [("Good.",), ()]
    assert found.confidences == (0.5,)


def test_a_text_in_one_language_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "alone.txt"
    path.write_text("عُقد الاجتماع في القاهرة.", encoding="utf-8")
    with pytest.raises(InvalidInput, match="Arabic only"):
        align_texts(read_files([path]), LEXICAL, ExportOptions(), THEN)
