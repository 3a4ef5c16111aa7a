"""Which files of a folder belong together: by their names, their numbers, and the language found in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import regex
from rapidfuzz import fuzz

from taqabul.align.assignment import assign
from taqabul.domain.errors import AppError, InvalidInput
from taqabul.domain.language import Language
from taqabul.domain.options import Progress, no_progress
from taqabul.formats.registry import READERS, read_file
from taqabul.text.direction import script_share
from taqabul.text.folding import fold_key
from taqabul.text.names import name_similarity
from taqabul.workflow.mending import doubts

MOST_FILES: Final = 2_000
LEAST: Final = 0.45
"""Two files whose names are less alike are not proposed as a pair."""

_BOTH: Final = 0.2
"""From this share of letters in either script on, a file holds both languages."""
_WORD: Final = regex.compile(r"\p{L}[\p{L}\p{M}]*|\p{N}+")
_LANGUAGE_WORDS: Final = frozenset(
    {
        *("ar", "ara", "arb", "arabic", "arabe", "en", "eng", "english", "anglais", "us", "uk", "gb"),
        *("source", "target", "src", "tgt", "trg", "orig", "original", "translation"),
        *("عربي", "عربيه", "العربيه", "بالعربيه", "انجليزي", "انجليزيه", "الانجليزيه", "بالانجليزيه"),
        *("انكليزي", "انكليزيه", "الانكليزيه", "بالانكليزيه", "اصل", "الاصل", "ترجمه", "الترجمه"),
    }
)
_SAME_NUMBERS: Final = 0.55
_NUMBERS_ASTRAY: Final = 0.8
"""What is left of the score where the numbers stand in another order, or only one name has any."""
_SIZES_APART: Final = 0.15
"""How much the score falls where one text is many times as long as the other."""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A text of a folder: where it is, ``name`` relative to the folder, its language, how many letters it has.

    ``language`` None: it holds both, and is a bitext by itself. ``doubts`` are sentences on what is odd about it.
    """

    path: Path
    name: str
    language: Language | None
    letters: int
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FilePair:
    """Files to be imported together. ``score`` from 0 to 1 is how much their names speak for it."""

    files: tuple[FoundFile, ...]
    score: float


@dataclass(frozen=True, slots=True)
class FoundPairs:
    """What a folder holds: pairs, texts without a counterpart, and files that cannot be read."""

    pairs: tuple[FilePair, ...]
    alone: tuple[FoundFile, ...]
    unreadable: tuple[AppError, ...]


def find_pairs(folder: Path, progress: Progress = no_progress) -> FoundPairs:
    """Read the texts of a folder (and of the folders in it) and propose which belong together.

    ``progress`` hears (files read, files). Raises InvalidInput where there is no text, or far too many.
    """
    paths = sorted(_texts(folder))
    if not paths:
        raise InvalidInput(
            f"There is no text in {folder}.",
            f"Choose a folder with files that end in {', '.join(sorted(READERS))}.",
        )
    found: list[FoundFile] = []
    unreadable: list[AppError] = []
    for done, path in enumerate(paths):
        progress(done, len(paths))
        try:
            found.append(_found(folder, path))
        except AppError as error:
            unreadable.append(error)
    progress(len(paths), len(paths))
    pairs, alone = matched(found)
    return FoundPairs(tuple(pairs), tuple(alone), tuple(unreadable))


def matched(files: Sequence[FoundFile]) -> tuple[list[FilePair], list[FoundFile]]:
    """The pairs whose names speak for each other best, each file at most once, and the files left over."""
    arabic = [one for one in files if one.language is Language.ARABIC]
    english = [one for one in files if one.language is Language.ENGLISH]
    pairs = [FilePair((one,), 1.0) for one in files if one.language is None]
    if arabic and english:
        scores = np.array([[likeness(one, other) for other in english] for one in arabic])
        for row, column in assign(np.where(scores >= LEAST, scores, 0.0)):
            pairs.append(FilePair((arabic[row], english[column]), float(scores[row, column])))
    taken = {one.path for pair in pairs for one in pair.files}
    pairs.sort(key=lambda pair: pair.files[0].name)
    return pairs, [one for one in files if one.path not in taken]


def likeness(one: FoundFile, other: FoundFile) -> float:
    """How much two names speak for each other, 0 to 1.

    Words for a language ("ar", "English", "ترجمة") do not count; names that hold different numbers are of
    different texts; an Arabic name and an English one are compared by their sound.
    """
    ours, theirs = _words(one.name), _words(other.name)
    numbers = tuple([int(word) for word in side if word.isdecimal()] for side in (ours, theirs))
    if all(numbers) and sorted(numbers[0]) != sorted(numbers[1]):
        return 0.0
    names = tuple(" ".join(word for word in side if not word.isdecimal()) for side in (ours, theirs))
    if not any(names):
        score = 1.0 if numbers[0] == numbers[1] else 0.0
    elif _scripts(names[0]) == _scripts(names[1]):
        score = fuzz.ratio(" ".join(sorted(ours)), " ".join(sorted(theirs))) / 100
    else:
        score = name_similarity(*sorted(names, key=lambda name: "arabic" not in _scripts(name)))
    if numbers[0] and numbers[0] == numbers[1]:
        score = _SAME_NUMBERS + (1 - _SAME_NUMBERS) * score
    elif any(numbers):
        score *= _NUMBERS_ASTRAY
    longer, shorter = max(one.letters, other.letters), max(1, min(one.letters, other.letters))
    return max(0.0, score - (_SIZES_APART if longer / shorter > 4 else 0.0))


def _texts(folder: Path) -> list[Path]:
    found: list[Path] = []
    try:
        for path in folder.rglob("*"):
            hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
            if not hidden and path.suffix.lower() in READERS and path.is_file():
                found.append(path)
            if len(found) > MOST_FILES:
                raise InvalidInput(
                    f"There are more than {MOST_FILES} texts in {folder}.", "Choose one of the folders in it."
                )
    except OSError as error:
        raise InvalidInput(f"{folder} cannot be read: {error.strerror}.", "Choose another folder.") from error
    return found


def _found(folder: Path, path: Path) -> FoundFile:
    file = read_file(path)
    share = script_share(file.text)
    letters = sum(share.values())
    name = str(path.relative_to(folder))
    if not letters:
        raise InvalidInput(f"There is no Arabic or English text in {name}.", "Leave it out.")
    if min(share.values()) >= _BOTH * letters:
        return FoundFile(path, name, None, letters, doubts(file))
    return FoundFile(path, name, max(share, key=lambda language: share[language]), letters, doubts(file))


def _words(name: str) -> list[str]:
    """The words of a name that tell texts apart, folded; numbers among them as digits."""
    stem = str(Path(name).with_suffix(""))
    found = [match[0] for match in _WORD.finditer(fold_key(stem))]
    return [word for word in found if word not in _LANGUAGE_WORDS]


def _scripts(words: str) -> frozenset[str]:
    scripts = {
        "arabic": regex.search(r"\p{Script=Arabic}", words),
        "latin": regex.search(r"\p{Script=Latin}", words),
    }
    return frozenset(name for name, found in scripts.items() if found)
