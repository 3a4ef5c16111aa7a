"""A file is replaced whole or not at all, and each reason for failing has its own words."""

import errno
import io
import os
from pathlib import Path
from typing import BinaryIO

import pytest

from taqabul.domain.errors import CannotWrite
from taqabul.formats import atomic
from taqabul.formats.atomic import cannot_write, replacing


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_has_the_content_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    with replacing(tmp_path / "out.csv") as out:
        out.write("نص".encode())
        assert not (tmp_path / "out.csv").exists()
    assert (tmp_path / "out.csv").read_text(encoding="utf-8") == "نص"
    assert names(tmp_path) == ["out.csv"]


def test_an_old_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old")
    path.chmod(0o640)
    with replacing(path) as out:
        out.write(b"new")
    assert path.read_text() == "new"
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("failure", [RuntimeError("midway"), KeyboardInterrupt()])
def test_whatever_is_raised_midway_leaves_the_old_file(tmp_path: Path, failure: BaseException) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old")

    def write_half() -> None:
        with replacing(path) as out:
            out.write(b"half of the new")
            raise failure

    with pytest.raises(type(failure)):
        write_half()
    assert path.read_text() == "old"
    assert names(tmp_path) == ["out.csv"]


class FullDisk(io.BytesIO):
    """A stream on a disk with no space left."""

    def __init__(self, real: BinaryIO) -> None:
        super().__init__()
        self.real = real

    def fileno(self) -> int:
        return self.real.fileno()

    def flush(self) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def close(self) -> None:
        self.real.close()
        super().close()


def test_a_full_disk_leaves_the_old_file_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old")
    created = atomic._created
    monkeypatch.setattr(atomic, "_created", lambda *args, **kw: FullDisk(created(*args, **kw)))
    with pytest.raises(CannotWrite, match="disk is full") as caught, replacing(path) as out:
        out.write(b"new")
    assert "space" in caught.value.hint
    assert path.read_text() == "old"
    assert names(tmp_path) == ["out.csv"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_really_full_device_is_told_as_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def on_full_device(beside: Path, like: Path, mode: int) -> BinaryIO:
        beside.touch()
        return open("/dev/full", "wb", buffering=0)  # noqa: PTH123

    monkeypatch.setattr(atomic, "_created", on_full_device)
    with pytest.raises(CannotWrite, match="disk is full"), replacing(tmp_path / "out.csv") as out:
        out.write(b"new")
    assert names(tmp_path) == []


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="folder does not exist"), replacing(tmp_path / "no" / "out.csv"):
        pass
    assert names(tmp_path) == []


def test_a_file_where_a_folder_should_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CannotWrite, match="folder is a file"), replacing(tmp_path / "file" / "out.csv"):
        pass


def test_a_folder_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "out.csv").mkdir()
    with pytest.raises(CannotWrite, match="a folder has this name"), replacing(tmp_path / "out.csv"):
        pass
    assert names(tmp_path) == ["out.csv"]


def test_a_pipe_is_never_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "out.csv")
    with pytest.raises(CannotWrite, match="device or a pipe"), replacing(tmp_path / "out.csv"):
        pass
    assert (tmp_path / "out.csv").is_fifo()


def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link.csv").symlink_to(tmp_path / "real" / "out.csv")
    with replacing(tmp_path / "link.csv") as out:
        out.write(b"new")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real" / "out.csv").read_bytes() == b"new"


def test_a_name_as_long_as_the_system_allows_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 251 + ".csv")
    with replacing(path) as out:
        out.write(b"new")
    assert path.read_bytes() == b"new"
    with pytest.raises(CannotWrite, match="name is too long"), replacing(tmp_path / ("n" * 300 + ".csv")):
        pass


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS, errno.ENOSPC, errno.EIO])
def test_every_reason_has_a_sentence_and_a_hint(number: int) -> None:
    error = cannot_write(Path("out.csv"), OSError(number, os.strerror(number)))
    assert error.message.startswith("Cannot write out.csv: ")
    assert error.hint


def test_a_write_protected_file_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old")
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write to anything
    with pytest.raises(CannotWrite, match="may not write"), replacing(path):
        pass
    assert path.read_text() == "old"
