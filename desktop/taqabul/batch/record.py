"""The record of what was done: a line a pair, in files of the output that are complete; then a line for the file.

Lines come when their file is complete, in one write that lasts; what a killed program left half written is cut off.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from taqabul.batch.plan import PRIVATE
from taqabul.domain.errors import UnreadableFile
from taqabul.formats.atomic import replacing

NAME: Final = "done.jsonl"


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file of the output: its number, size and digest."""

    number: int
    file: str
    size: int
    sha256: str


class Record:
    """The record in an output folder."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self._path = out / NAME
        self._files: dict[int, FileLine] = {}
        self._in_order = True
        self._mend()

    @property
    def files(self) -> dict[int, FileLine]:
        """The files of the output that are complete."""
        return self._files

    def pairs(self) -> Iterator[dict[str, Any]]:
        """What is known of each pair in them."""
        for line in self._lines():
            if "pair" in line:
                yield line

    def add(self, file: FileLine, pairs: Sequence[dict[str, Any]]) -> None:
        """A file is complete, with these pairs."""
        lines = [*pairs, _as_object(file)]
        with self._opened() as stream:
            stream.write(b"".join(map(_encoded, lines)))
            stream.flush()
            os.fsync(stream.fileno())
        self._in_order = self._in_order and file.number > max(self._files, default=-1)
        self._files[file.number] = file

    def reopen(self, numbers: frozenset[int]) -> None:
        """Files are to be made again: they and their pairs are taken out of the record."""
        self._write({number for number in self._files if number not in numbers})

    def put_in_order(self) -> None:
        """Files were complete in any order; their lines stand in that of their numbers, so that the record is always the same."""
        if not self._in_order:
            self._write(set(self._files))

    def missing(self) -> list[str]:
        """Files that the record has and the folder has not, or not in their size."""
        paths = [(self._out / one.file, one) for one in self._files.values()]
        return [one.file for path, one in paths if not path.is_file() or path.stat().st_size != one.size]

    def _write(self, kept: set[int]) -> None:
        places = self._places()
        with replacing(self._path, PRIVATE) as new, self._path.open("rb") as old:
            for number in sorted(kept):
                start, end = places[number]
                old.seek(start)
                new.write(old.read(end - start))
        self._files = {number: self._files[number] for number in sorted(kept)}
        self._in_order = True

    def _places(self) -> dict[int, tuple[int, int]]:
        """From where to where the lines of each file stand."""
        places, start, at = {}, 0, 0
        with self._path.open("rb") as stream:
            for line in stream:
                at += len(line)
                said = json.loads(line)
                if "file" in said:
                    places[said["file"]] = start, at
                    start = at
        return places

    def _mend(self) -> None:
        """Learn which files are complete, and cut off what follows the last of them."""
        good = at = 0
        with self._opened(), self._path.open("rb") as stream:
            for line in stream:
                at += len(line)
                try:
                    said = json.loads(line) if line.endswith(b"\n") else None
                except ValueError:
                    said = None
                if said is None:
                    break
                if "file" in said:
                    file = FileLine(said["file"], said["name"], said["bytes"], said["sha256"])
                    self._in_order = self._in_order and file.number > max(self._files, default=-1)
                    self._files[file.number] = file
                    good = at
        if self._path.stat().st_size > good:
            os.truncate(self._path, good)

    def _lines(self) -> Iterator[dict[str, Any]]:
        with self._path.open("rb") as stream:
            for line in stream:
                try:
                    yield json.loads(line)
                except ValueError as error:
                    raise UnreadableFile(
                        f"{self._path} is damaged.", "Name another output folder."
                    ) from error

    def _opened(self) -> Any:  # noqa: ANN401 - a stream of bytes
        descriptor = os.open(
            self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), PRIVATE
        )
        return os.fdopen(descriptor, "ab")


def file_line(number: int, path: Path) -> FileLine:
    """What the record keeps of a file that was just written."""
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return FileLine(number, path.name, path.stat().st_size, digest)


def _as_object(file: FileLine) -> dict[str, Any]:
    return {"file": file.number, "name": file.file, "bytes": file.size, "sha256": file.sha256}


def _encoded(line: dict[str, Any]) -> bytes:
    return json.dumps(line, ensure_ascii=False).encode() + b"\n"
