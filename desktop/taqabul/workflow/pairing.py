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
    found, unreadable = find_texts(folder, texts_in(folder), progress)
    pairs, alone = matched(found)
    return FoundPairs(tuple(pairs), tuple(alone), tuple(unreadable))


def find_texts(
    folder: Path, paths: Sequence[Path], progress: Progress = no_progress
) -> tuple[list[FoundFile], list[AppError]]:
    """The texts of a folder and the languages they are in, and what is wrong with those that cannot be read."""
    found: list[FoundFile] = []
    unreadable: list[AppError] = []
    for done, path in enumerate(paths):
        progress(done, len(paths))
        try:
            found.append(_found(folder, path))
        except AppError as error:
            unreadable.append(error)
    progress(len(paths), len(paths))
    return found, unreadable


def matched(files: Sequence[FoundFile]) -> tuple[list[FilePair], list[FoundFile]]:
    """The pairs whose names speak for each other best, each file at most once, and the files left over.

    Names that are the same but for words for a language need no others to compare with; of the rest, names are
    compared each with each, unless there are far too many.
    """
    pairs = [FilePair((one,), 1.0) for one in files if one.language is None]
    pairs += _namesakes(files)
    named = {one.path for pair in pairs for one in pair.files}
    arabic, english = (
        [one for one in files if one.language is language and one.path not in named] for language in Language
    )
    if arabic and english and max(len(arabic), len(english)) <= MOST_FILES:
        scores = np.array([[likeness(one, other) for other in english] for one in arabic])
        for row, column in assign(np.where(scores >= LEAST, scores, 0.0)):
            pairs.append(FilePair((arabic[row], english[column]), float(scores[row, column])))
    taken = {one.path for pair in pairs for one in pair.files}
    pairs.sort(key=lambda pair: pair.files[0].name)
    return pairs, [one for one in files if one.path not in taken]


def _namesakes(files: Sequence[FoundFile]) -> list[FilePair]:
    """The pairs of two files, one in each language, that have their name for themselves."""
    by_name: dict[tuple[str, ...], list[FoundFile]] = {}
    for one in files:
        words = tuple(sorted(_words(one.name)))
        if words and one.language is not None:
            by_name.setdefault(words, []).append(one)
    both = (sorted(some, key=lambda one: one.language is Language.ENGLISH) for some in by_name.values())
    return [
        FilePair((some[0], some[1]), likeness(*some))
        for some in both
        if len(some) == 2 and some[0].language is not some[1].language and likeness(*some) >= LEAST
    ]


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


def texts_in(folder: Path, most: int = MOST_FILES) -> list[Path]:
    """The files of a folder, and of the folders in it, that have a reader, sorted; none that is hidden.

    Raises InvalidInput where there is none, or there are more than ``most``.
    """
    found: list[Path] = []
    try:
        for path in folder.rglob("*"):
            hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
            if not hidden and path.suffix.lower() in READERS and path.is_file():
                found.append(path)
            if len(found) > most:
                raise InvalidInput(
                    f"There are more than {most} texts in {folder}.", "Choose one of the folders in it."
                )
    except OSError as error:
        raise InvalidInput(f"{folder} cannot be read: {error.strerror}.", "Choose another folder.") from error
    if not found:
        raise InvalidInput(
            f"There is no text in {folder}.",
            f"Choose a folder with files that end in {', '.join(sorted(READERS))}.",
        )
    return sorted(found)


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
