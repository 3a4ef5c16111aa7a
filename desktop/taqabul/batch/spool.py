"""What is done and not in a file of the output yet: kept on the disk, result by result, whatever happens next.

A file for each file of the output. A record is a line - a checksum, the size of the rows, what is known of the pair
- and the packed rows. What a killed program left half written at the end is not counted, and written over.
"""

import json
import os
import time
import zlib
from collections.abc import Container
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Final

_SYNC_EVERY: Final = 2.0
"""Seconds of work at most that a power failure takes back; what a killed program wrote is never lost."""


@dataclass(slots=True)
class _Part:
    stream: IO[bytes]
    places: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Where the rows of each pair stand, and how many bytes they are."""
    known: dict[int, dict[str, Any]] = field(default_factory=dict)
    dirty: bool = False


class Spool:
    """The results of all files of the output that are not complete."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, exist_ok=True)
        self._folder = folder
        self._parts: dict[int, _Part] = {}
        self._synced = time.monotonic()

    def known(self, shard: int) -> dict[int, dict[str, Any]]:
        """What is known of the pairs that are done, by number."""
        return self._part(shard).known

    def add(self, shard: int, number: int, about: dict[str, Any], body: bytes) -> None:
        """Keep a result."""
        part = self._part(shard)
        line = json.dumps([number, about], ensure_ascii=False).encode()
        mark = b"%08x %d " % (zlib.crc32(line + body), len(body))
        at = part.stream.seek(0, os.SEEK_END)
        part.stream.write(mark + line + b"\n" + body + b"\n")
        part.stream.flush()
        part.places[number] = at + len(mark) + len(line) + 1, len(body)
        part.known[number] = about
        part.dirty = True
        if time.monotonic() - self._synced >= _SYNC_EVERY:
            self.sync()

    def forget(self, shard: int, number: int) -> None:
        """Take no notice of a result; another takes its place."""
        part = self._part(shard)
        part.known.pop(number, None)
        part.places.pop(number, None)

    def body(self, shard: int, number: int) -> bytes:
        """The packed rows of a pair."""
        part = self._part(shard)
        at, size = part.places[number]
        part.stream.seek(at)
        return part.stream.read(size)

    def drop(self, shard: int) -> None:
        """The file of the output is there: what was kept for it goes."""
        self._part(shard).stream.close()
        del self._parts[shard]
        self._file(shard).unlink()

    def drop_done(self, shards: Container[int]) -> None:
        """What a program left that was killed between noting a file of the output and letting go of what it was made of."""
        for path in list(self._folder.iterdir()):
            if path.name.isdigit() and int(path.name) in shards:
                path.unlink()

    def sync(self) -> None:
        """Have the disk keep what was written."""
        for part in self._parts.values():
            if part.dirty:
                os.fsync(part.stream.fileno())
                part.dirty = False
        self._synced = time.monotonic()

    def close(self) -> None:
        """Let go of the files; the folder goes where nothing is in it."""
        self.sync()
        for part in self._parts.values():
            part.stream.close()
        for shard, part in self._parts.items():
            if not part.known:
                self._file(shard).unlink()
        self._parts.clear()
        if not any(self._folder.iterdir()):
            self._folder.rmdir()

    def _file(self, shard: int) -> Path:
        return self._folder / f"{shard:05}"

    def _part(self, shard: int) -> _Part:
        if shard not in self._parts:
            descriptor = os.open(
                self._file(shard), os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600
            )
            self._parts[shard] = _read(os.fdopen(descriptor, "r+b"))
        return self._parts[shard]


def _read(stream: IO[bytes]) -> _Part:
    """All whole records; what follows them is cut off. A pair that was done twice counts as it was done last."""
    part = _Part(stream)
    good = 0
    while line := stream.readline():
        mark, _, rest = line.partition(b" ")
        size, _, said = rest.partition(b" ")
        if not (line.endswith(b"\n") and size.isdigit()):
            break
        at = stream.tell()
        body = stream.read(int(size))
        if len(body) < int(size) or stream.read(1) != b"\n" or mark != b"%08x" % zlib.crc32(said[:-1] + body):
            break
        number, about = json.loads(said)
        part.places[number] = at, len(body)
        part.known[number] = about
        good = stream.tell()
    stream.truncate(good)
    stream.seek(0, os.SEEK_END)
    return part
