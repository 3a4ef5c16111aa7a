"""The pairs of a folder, found once and kept beside the output, where people can look at them."""

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from taqabul.batch.fingerprints import KnownText
from taqabul.batch.plan import PRIVATE
from taqabul.domain.errors import InvalidInput
from taqabul.domain.language import Language
from taqabul.domain.options import Progress, no_progress
from taqabul.formats.atomic import replacing
from taqabul.workflow.content_pairing import match_texts
from taqabul.workflow.pairing import find_texts, matched, texts_in

Line = dict[str, object]
Found = tuple[list[Line], list[Line]]
"""The pairs, and the files that are in none."""
Find = Callable[[Path, Sequence[Path]], Found]

PAIRING: Final = "pairing.jsonl"
UNPAIRED: Final = "unpaired.jsonl"
TEXTS: Final = ".texts"
"""Where what texts are known by is kept until their pairs are listed."""
MOST_FILES: Final = 4_000_000


@dataclass(frozen=True, slots=True)
class FoundList:
    """Where the list of the pairs is, and how many files of the folder are in none. ``known`` where it was there before."""

    path: Path
    unpaired: int
    known: bool


def listed_folder(folder: Path, out: Path, find: Find) -> FoundList:
    """Find the pairs of a folder and list them in ``out``; a list that is there is taken as it is.

    Raises InvalidInput where the folder holds other files than when it was listed, and what ``find`` raises.
    """
    path, beside = out / PAIRING, out / UNPAIRED
    folder, inside = folder.resolve(), out.resolve()
    files = [one for one in texts_in(folder, MOST_FILES) if not one.is_relative_to(inside)]
    if path.exists() and beside.exists():
        return _as_listed(path, beside, files)
    pairs, left = find(folder, files)
    for place, some in ((beside, left), (path, pairs)):
        with replacing(place, PRIVATE) as stream:
            stream.writelines(json.dumps(one, ensure_ascii=False).encode() + b"\n" for one in some)
    shutil.rmtree(out / TEXTS, ignore_errors=True)
    return FoundList(path, len(left), known=False)


def by_name(folder: Path, files: Sequence[Path], progress: Progress = no_progress) -> Found:
    """Files whose names belong together."""
    found, unreadable = find_texts(folder, files, progress)
    pairs, alone = matched(found)
    known = {one.path for one in found}
    bad = iter(unreadable)
    left = [_left(one.path, language=one.language) for one in alone]
    left += [_left(one, error=next(bad).message) for one in files if one not in known]
    return [_pair(folder, [one.path for one in pair.files], pair.score) for pair in pairs], left


def by_content(folder: Path, texts: Sequence[KnownText], progress: Progress = no_progress) -> Found:
    """Files whose texts belong together, and those that hold both languages."""
    sides = [
        [(one.path, one.print) for one in texts if one.print and one.print.language is language]
        for language in Language
    ]
    prints = [[print_ for _, print_ in side] for side in sides]
    matches = match_texts(prints[0], prints[1], progress)
    pairs = [_pair(folder, [one.path], 1.0) for one in texts if not (one.print or one.failure)]
    taken = {one.path for one in texts if not (one.print or one.failure)}
    for match in matches:
        both = [sides[0][match.arabic][0], sides[1][match.english][0]]
        pairs.append(_pair(folder, both, match.score, margin=round(match.margin, 4)))
        taken.update(both)
    left = [_left(one.path, error=one.failure) for one in texts if one.failure]
    left += [
        _left(one.path, language=one.print.language) for one in texts if one.print and one.path not in taken
    ]
    return pairs, left


def _as_listed(path: Path, beside: Path, files: Sequence[Path]) -> FoundList:
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


def _pair(folder: Path, files: Sequence[Path], score: float, **about: object) -> Line:
    """A line of a manifest, with what speaks for the pair."""
    name = str(files[0].relative_to(folder).with_suffix(""))
    return {
        "name": name,
        **dict(zip(("ar", "en"), map(str, files), strict=False)),
        "score": round(score, 4),
        **about,
    }


def _left(path: Path, **about: object) -> Line:
    return {"file": str(path), **about}
