"""The pairs of a folder, found once and kept beside the output, where people can look at them."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from taqabul.batch.plan import PRIVATE
from taqabul.domain.errors import InvalidInput
from taqabul.domain.options import Progress, no_progress
from taqabul.formats.atomic import replacing
from taqabul.workflow.pairing import FoundFile, find_texts, matched, texts_in

PAIRING: Final = "pairing.jsonl"
UNPAIRED: Final = "unpaired.jsonl"
MOST_FILES: Final = 4_000_000


@dataclass(frozen=True, slots=True)
class FoundList:
    """Where the list of the pairs is, and how many files of the folder are in none. ``known`` where it was there before."""

    path: Path
    unpaired: int
    known: bool


def listed_folder(folder: Path, out: Path, progress: Progress = no_progress) -> FoundList:
    """Find the pairs of a folder by their names and list them in ``out``; a list that is there is taken as it is.

    Raises InvalidInput where the folder holds other files than when it was listed.
    """
    path, beside = out / PAIRING, out / UNPAIRED
    inside = out.resolve()
    files = [one for one in texts_in(folder.resolve(), MOST_FILES) if not one.is_relative_to(inside)]
    if path.exists() and beside.exists():
        return _as_listed(path, beside, files)
    found, unreadable = find_texts(folder.resolve(), files, progress)
    pairs, alone = matched(found)
    lines = [_line(pair.files, {"score": round(pair.score, 4)}) for pair in pairs]
    left = [{"file": str(one.path), "language": one.language} for one in alone]
    known = {one.path for one in found}
    bad = iter(unreadable)
    left += [{"file": str(one), "error": next(bad).message} for one in files if one not in known]
    for place, some in ((beside, left), (path, lines)):
        with replacing(place, PRIVATE) as stream:
            stream.writelines(json.dumps(one, ensure_ascii=False).encode() + b"\n" for one in some)
    return FoundList(path, len(left), known=False)


def _as_listed(path: Path, beside: Path, files: list[Path]) -> FoundList:
    listed = {one[role] for one in _objects(path) for role in ("ar", "en") if role in one}
    left = {one["file"] for one in _objects(beside)}
    if listed | left != {str(one) for one in files}:
        raise InvalidInput(
            "The folder holds other files than when its pairs were listed.",
            f"Name another output folder, or {path} as the list to go on with those.",
        )
    return FoundList(path, len(left), known=True)


def _objects(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _line(files: Iterable[FoundFile], about: dict[str, object]) -> dict[str, object]:
    """A line of a manifest, with what speaks for the pair."""
    both = list(files)
    line: dict[str, object] = {"name": str(Path(both[0].name).with_suffix("")), "ar": str(both[0].path)}
    if len(both) > 1:
        line["en"] = str(both[1].path)
    return line | about
