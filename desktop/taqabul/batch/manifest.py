"""The list of the pairs that a batch aligns: CSV, TSV or JSON Lines, read line by line, however long it is."""

import csv
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from taqabul.domain.errors import InvalidInput, UnreadableFile
from taqabul.domain.options import Progress, no_progress

_ROLES: Final = {
    **dict.fromkeys(("ar", "arabic", "source"), "ar"),
    **dict.fromkeys(("en", "english", "target"), "en"),
    **dict.fromkeys(("name", "id"), "name"),
}
_UNNAMED: Final = ("ar", "en", "name")
"""What the columns are where no header says so."""
_SEPARATORS: Final = {".csv": ",", ".tsv": "\t"}
ENDINGS: Final = (*_SEPARATORS, ".jsonl")
_NOT_IN_NAMES: Final = re.compile("[\0\ud800-\udfff]")
_HINT: Final = "Each line needs an Arabic and an English file, and may give the pair a name."


@dataclass(frozen=True, slots=True)
class ListedPair:
    """A pair of a manifest: its number from 0, its name, and one bilingual file or two files, seen from ``folder``."""

    number: int
    name: str
    files: tuple[str, ...]
    folder: Path

    @property
    def paths(self) -> list[Path]:
        """Where its files are."""
        return [self.folder / file for file in self.files]


@dataclass(frozen=True, slots=True)
class Manifest:
    """A manifest that was read through once: how many pairs it has, and a digest of all it says."""

    path: Path
    pairs: int
    digest: str

    def listed(self) -> Iterator[ListedPair]:
        """Its pairs, one at a time, in their order."""
        return _listed(self.path)


def read_manifest(path: Path, progress: Progress = no_progress) -> Manifest:
    """Read a manifest through, and find what is wrong with it before any work begins.

    Raises UnreadableFile, and InvalidInput for a line that names no pair or a name that stands twice.
    """
    seen: set[bytes] = set()
    digest = hashlib.sha256()
    count = 0
    for one in _listed(path):
        key = hashlib.sha256(one.name.encode()).digest()[:12]
        if key in seen:
            raise InvalidInput(
                f"{path} has two pairs by the name “{one.name}”.", "Give each pair a name of its own."
            )
        seen.add(key)
        digest.update(json.dumps([one.name, one.files]).encode())
        count += 1
        progress(count, count)
    if not count:
        raise InvalidInput(f"There is no pair in {path}.", _HINT)
    return Manifest(path, count, digest.hexdigest())


def _listed(path: Path) -> Iterator[ListedPair]:
    folder = path.parent
    for number, (place, entry) in enumerate(_entries(path)):
        files = tuple(entry[role] for role in ("ar", "en") if entry.get(role))
        if not files:
            raise InvalidInput(f"{path}, line {place} names no file.", _HINT)
        if any(_NOT_IN_NAMES.search(word) for word in entry.values()):
            raise InvalidInput(f"{path}, line {place} has a name that no file can have.", _HINT)
        name = entry.get("name") or str(Path(files[0]).with_suffix(""))
        yield ListedPair(number, name, files, folder)


def _entries(path: Path) -> Iterator[tuple[int, Mapping[str, str]]]:
    """What each line says, by role, with the number of the line."""
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise InvalidInput(f"{path} is no manifest.", f"Name a folder, or a list in {', '.join(ENDINGS)}.")
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            if ending == ".jsonl":
                yield from _objects(path, lines)
            else:
                yield from _cells(path, csv.reader(lines, delimiter=_SEPARATORS[ending], strict=True))
    except UnicodeDecodeError as error:
        raise UnreadableFile(
            f"{path} cannot be read as a manifest: it is not in UTF-8.",
            "Save it as UTF-8; spreadsheets call that “CSV UTF-8”.",
        ) from error
    except OSError as error:
        raise UnreadableFile(
            f"{path} cannot be read as a manifest: {error.strerror}.",
            "Give a list or a folder that is there.",
        ) from error
    except csv.Error as error:
        raise UnreadableFile(f"{path} cannot be read as a manifest: {error}.", _HINT) from error


def _cells(path: Path, rows: "Iterator[list[str]]") -> Iterator[tuple[int, Mapping[str, str]]]:
    roles: tuple[str | None, ...] | None = None
    for place, row in enumerate(rows, start=1):
        cells = [cell.strip() for cell in row]
        if not any(cells):
            continue
        if roles is None:
            found = tuple(_ROLES.get(cell.casefold()) for cell in cells)
            if {"ar", "en"} <= set(found):
                roles = found
                continue
            roles = _UNNAMED
        if len(cells) < 2:
            raise InvalidInput(f"{path}, line {place} names no pair.", _HINT)
        yield place, {role: cell for role, cell in zip(roles, cells, strict=False) if role}


def _objects(path: Path, lines: Iterator[str]) -> Iterator[tuple[int, Mapping[str, str]]]:
    for place, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            said = json.loads(line)
        except (ValueError, RecursionError):
            said = None
        if not isinstance(said, dict):
            raise InvalidInput(f"{path}, line {place} is no JSON object.", _HINT)
        known = {_ROLES.get(key.casefold()): value for key, value in said.items()}
        yield (
            place,
            {role: value for role, value in known.items() if role and isinstance(value, str) and value},
        )
