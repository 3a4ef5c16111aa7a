"""A text by itself: every paragraph a row, the other side empty."""

from pathlib import Path

import pytest

from taqabul import paths
from taqabul.domain.errors import InvalidInput, UnreadableFile
from taqabul.workflow import projects, shelving
from taqabul.workflow.alone import ENGINE, keep_alone
from taqabul.workflow.reading_files import read_files


def seed(start: str) -> Path:
    return next(paths.seeds().glob(f"{start}*.txt"))


@pytest.mark.parametrize(
    ("start", "arabic", "title"),
    [
        ("002", True, "وزير خارجية إسبانيا: لوقف الهجمات على التحالف الدولي بالعراق"),
        ("003", False, "003_a0c7b805fdd45ce2"),
    ],
)
def test_each_paragraph_is_a_row_that_nothing_faces(studio, start, arabic, title):
    library = studio.open()
    done = keep_alone(library, read_files([seed(start)]))
    summary = projects.bitext_summary(library, done.bitext)
    assert summary.engine == ENGINE
    assert summary.title == title
    assert (summary.source_paragraphs > 0, summary.target_paragraphs > 0) == (arabic, not arabic)
    assert summary.links == done.report.documents[0].paragraphs > 5


def test_the_same_text_again_is_the_same_bitext_and_another_text_another(studio):
    library = studio.open()
    first, again, other = (keep_alone(library, read_files([seed(start)])) for start in ("002", "002", "004"))
    assert again.bitext == first.bitext
    assert again.known
    assert other.bitext != first.bitext
    assert not other.known


def test_it_goes_to_the_bin_and_comes_back(studio):
    library = studio.open()
    done = keep_alone(library, read_files([seed("002")]))
    shelving.bin_bitexts(library, [done.bitext])
    assert keep_alone(library, read_files([seed("002")])).in_bin
    shelving.restore(library, [done.bitext])
    assert not keep_alone(library, read_files([seed("002")])).in_bin


def test_a_file_in_both_languages_and_two_files_are_refused(studio):
    library = studio.open()
    with pytest.raises(InvalidInput, match="more than one text"):
        keep_alone(library, read_files([seed("000")]))
    with pytest.raises(InvalidInput, match="more than one text"):
        keep_alone(library, read_files([seed("002"), seed("003")]))
    assert projects.list_bitexts(library) == []


def test_a_file_that_cannot_be_read_is_refused_with_its_own_words(studio, tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    with pytest.raises(UnreadableFile):
        keep_alone(studio.open(), read_files([tmp_path / "empty.txt"]))
