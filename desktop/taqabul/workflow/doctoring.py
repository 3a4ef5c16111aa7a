"""The import doctor: what files hold, what is odd about it, and what could be mended, before anything is kept."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Final

from taqabul.domain.errors import AppError
from taqabul.domain.files import Aside, BitextFile, Metadata, TextFile
from taqabul.domain.language import Language
from taqabul.domain.options import ImportOptions, Progress, no_progress
from taqabul.formats.raw import kind_of
from taqabul.formats.registry import read_file
from taqabul.text.direction import script_share
from taqabul.text.repairs import REPAIRS
from taqabul.workflow.choosing_columns import table_columns
from taqabul.workflow.diagnosis import Diagnosis, Finding, Passage, Source
from taqabul.workflow.mending import Change, advised, changes, places
from taqabul.workflow.page_parts import ASIDE_NAMES
from taqabul.workflow.preparing import NAMES, PreparedFile
from taqabul.workflow.reading_files import ReadFiles, check_pair, prepare_files

MUCH_LONGER: Final = 3.0
"""How many times the letters of the other text one must have to be asked about."""
_ENOUGH: Final = 1_000
"""Letters the longer text has at least, where its length says anything."""


class Examination:
    """Files that are looked at, as often as somebody changes the way they are read; each is opened once a way."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self.paths = tuple(paths)
        self._files: dict[object, TextFile | BitextFile] = {}

    def look(self, options: ImportOptions | None = None, progress: Progress = no_progress) -> Diagnosis:
        """What is found when the files are read so. Raises InvalidInput where there is no file at all."""
        options = options or ImportOptions()
        read = prepare_files(self.paths, options, progress, self._read)
        refused = {one.path: one.error for one in read.refused}
        # Two texts and what links them are one file by now, and the names of the others have no encoding of their own.
        encodings = iter([one.file.encoding for one in read.prepared])
        sources = tuple(
            _source(path, refused[path]) if path in refused else _source(path, None, next(encodings, ""))
            for path in self.paths
        )
        shown = {
            repair.id: tuple(
                chain.from_iterable(changes(one.file, one.kept, repair) for one in read.prepared)
            )
            for repair in REPAIRS
        }
        passages, metadata = _passages(read.prepared)
        return Diagnosis(
            options,
            sources,
            tuple(_findings(read, options, shown)),
            passages,
            metadata,
            _problem(read),
            read,
            table_columns(self.paths[0], options) if len(self.paths) == 1 else None,
            {name: found for name, found in shown.items() if found},
        )

    def suggest(self, options: ImportOptions | None = None, progress: Progress = no_progress) -> Diagnosis:
        """What is found with the repairs made that people are advised to make."""
        diagnosis = self.look(options, progress)
        wanted = advised() & diagnosis.shown.keys()
        if wanted <= diagnosis.options.repairs:
            return diagnosis
        chosen = replace(diagnosis.options, repairs=diagnosis.options.repairs | wanted)
        return self.look(chosen, progress)

    def _read(self, path: Path, options: ImportOptions) -> TextFile | BitextFile:
        key = (path, options.encoding, options.columns, options.sheet)
        if key not in self._files:
            self._files[key] = read_file(path, options)
        return self._files[key]


def examine(
    paths: Sequence[Path], options: ImportOptions | None = None, progress: Progress = no_progress
) -> Diagnosis:
    """Look at files once. Raises InvalidInput where there is no file at all."""
    return Examination(paths).look(options, progress)


def _source(path: Path, problem: AppError | None, encoding: str = "") -> Source:
    try:
        with path.open("rb") as file:
            head = file.read(16)
    except OSError:
        head = b""
    return Source(path, encoding, problem, recodable=kind_of(head) is None)


def _problem(read: ReadFiles) -> AppError | None:
    try:
        check_pair(read)
    except AppError as error:
        return error
    return None


def _findings(
    read: ReadFiles, options: ImportOptions, shown: Mapping[str, Sequence[Change]]
) -> Iterator[Finding]:
    for one in read.prepared:
        if not one.file.certain:
            guess = (
                "the encoding is a guess. Look whether the letters are right."
                if isinstance(one.file, TextFile)
                else "which columns hold the texts is a guess. Look whether these are they."
            )
            yield Finding(f"{one.file.name}: {guess}", asks=True)
    for repair in REPAIRS:
        if shown[repair.id]:
            done = repair.id in options.repairs
            words = f"{repair.name}: {places(repair, len(shown[repair.id]))}"
            yield Finding(words, repair.id, done=done, asks=repair.advised and not done)
    yield from _asides(read.prepared)
    yield from _lengths(read.prepared)
    for finding in read.findings:
        yield Finding(finding)


def _asides(prepared: Sequence[PreparedFile]) -> Iterator[Finding]:
    found: Counter[Aside] = Counter()
    left: Counter[Aside] = Counter()
    for one in prepared:
        for piece in chain.from_iterable(one.sides.values()):
            if piece.block.aside is not None:
                found[piece.block.aside] += 1
                left[piece.block.aside] += not piece.kept
    for aside in Aside:
        if found[aside]:
            words = f"Leave out {ASIDE_NAMES[aside]}: {found[aside]:,}"
            yield Finding(words, aside=aside, done=left[aside] > 0)


def _lengths(prepared: Sequence[PreparedFile]) -> Iterator[Finding]:
    letters = dict.fromkeys(Language, 0)
    for text in chain.from_iterable(one.texts for one in prepared):
        letters[text.language] += sum(script_share(body)[text.language] for body, _ in text.paragraphs)
    longer, shorter = sorted(Language, key=lambda one: -letters[one])
    if letters[shorter] and letters[longer] >= max(_ENOUGH, MUCH_LONGER * letters[shorter]):
        times = letters[longer] / letters[shorter]
        yield Finding(
            f"The {NAMES[longer]} text is {times:.0f} times as long as the {NAMES[shorter]} one: is one cut short?",
            asks=True,
        )


def _passages(
    prepared: Sequence[PreparedFile],
) -> tuple[dict[Language, list[Passage]], dict[Language, Metadata]]:
    passages: dict[Language, list[Passage]] = {}
    metadata = {}
    for one in prepared:
        for text in one.texts:
            metadata[text.language] = text.described
            kept = iter(text.paragraphs)
            made = passages.setdefault(text.language, [])
            number = 0
            for piece in one.sides[text.language]:
                block = piece.block
                number += piece.kept
                body = next(kept)[0] if piece.kept else block.text
                made.append(
                    Passage(number if piece.kept else None, body, block.kind, block.aside, block.text)
                )
    return passages, metadata
