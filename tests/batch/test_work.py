"""What a worker makes of a pair that is sent to it."""

import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.batch.conftest import CHOICES

from taqabul.batch import work
from taqabul.batch.work import Failure, Figures, FileBytes, Job, align_job, unpacked

AT = datetime(2021, 3, 4, tzinfo=UTC)
ARABIC = "عُقد الاجتماع عام 1999.\n\nحضره 45 مندوباً.".encode()
ENGLISH = b"The meeting was held in 1999.\n\nIt was attended by 45 delegates."


def job(*contents: tuple[str, bytes]) -> Job:
    files = tuple(FileBytes(name, number, content) for number, (name, content) in enumerate(contents))
    return Job(7, "seven", files, AT)


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files go."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_bytes_become_rows_and_figures(place: Path) -> None:
    result = align_job(job(("same.txt", ARABIC), ("same.txt", ENGLISH)), CHOICES)
    assert isinstance(result.done, Figures)
    assert (result.number, result.done.paragraphs, result.done.links, result.done.rows) == (7, (2, 2), 2, 2)
    rows = unpacked(result.body)
    assert [row.target for row in rows] == ENGLISH.decode().split("\n\n")
    assert {row.changed_at for row in rows} == {AT}
    assert result.done.confidence == pytest.approx(sum(row.confidence or 0 for row in rows), abs=1e-3)
    assert not list(place.iterdir())


def test_rows_go_and_come_as_they_are() -> None:
    result = align_job(job(("a.txt", ARABIC), ("b.txt", ENGLISH)), CHOICES)
    rows = unpacked(result.body)
    assert unpacked(work.packed(tuple(rows))) == rows


def test_what_is_wrong_with_the_files_is_told_by_their_names(place: Path) -> None:
    done = align_job(job(("one.txt", ARABIC)), CHOICES).done
    assert done == Failure(
        "one.txt is in Arabic only: there is nothing to align it with.",
        "Name its English version as a second file.",
    )
    done = align_job(job(("one.docx", b"PK\x03\x04 broken"), ("two.txt", ENGLISH)), CHOICES).done
    assert isinstance(done, Failure)
    assert "one.docx" in done.message
    assert str(place) not in done.message
    assert not list(place.iterdir())


@pytest.mark.parametrize(("error", "bug"), [(ZeroDivisionError("inside"), True), (MemoryError(), False)])
def test_a_bug_is_told_as_one_and_stops_nobody(
    monkeypatch: pytest.MonkeyPatch, error: Exception, *, bug: bool
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(work, "align_texts", fail)
    done = align_job(job(("a.txt", ARABIC), ("b.txt", ENGLISH)), CHOICES).done
    assert isinstance(done, Failure)
    assert done.bug is bug
    assert ("ZeroDivisionError: inside" in done.message) is bug
