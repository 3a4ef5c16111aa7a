"""Files read and cut into texts, before anything of them is kept."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from taqabul.domain.errors import AppError, InvalidInput
from taqabul.domain.files import BitextFile, TextFile
from taqabul.domain.language import Language
from taqabul.domain.options import ImportOptions, Progress, no_progress
from taqabul.formats import moses_in, standoff_in
from taqabul.formats.registry import READERS, read_file
from taqabul.workflow.preparing import NAMES, PreparedFile, prepared

Read = Callable[[Path, ImportOptions], TextFile | BitextFile]


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not imported, and why."""

    path: Path
    error: AppError


@dataclass(frozen=True, slots=True)
class ReadFiles:
    """Files as they were read and cut; nothing of them is kept yet."""

    paths: Sequence[Path]
    prepared: list[PreparedFile]
    refused: list[Refused]

    @property
    def findings(self) -> list[str]:
        """What was decided about them, in sentences."""
        return [finding for one in self.prepared for finding in one.findings]

    @property
    def languages(self) -> set[Language]:
        """The languages found in them."""
        return {text.language for one in self.prepared for text in one.texts}

    @property
    def ready(self) -> BitextFile | None:
        """The file that holds both texts and what faces what, where it is one."""
        files = [one.file for one in self.prepared]
        return files[0] if len(files) == 1 and isinstance(files[0], BitextFile) else None

    @property
    def is_pair(self) -> bool:
        """Whether what could be read is a text and its version in the other language, and nothing else."""
        return sum(len(one.texts) for one in self.prepared) == len(self.languages) == len(Language)


def known_extensions() -> list[str]:
    """The endings of the names of files that have a reader of their own, with their dots."""
    return sorted(READERS)


def check_pair(read: ReadFiles, or_else: str = "") -> None:
    """Raise AppError where files that were read do not make a pair to align.

    ``or_else`` is what may be done with a text in one language instead, as the end of a sentence.
    """
    if read.refused:
        raise read.refused[0].error
    if read.is_pair:
        return
    if len(read.paths) > len(Language):
        raise InvalidInput(
            f"These are {len(read.paths)} files.", "Name one bilingual file, or two that belong together."
        )
    check_languages(read)
    (found,) = read.languages
    (missing,) = set(Language) - read.languages
    raise InvalidInput(
        f"{read.paths[0]} is in {NAMES[found]} only: there is nothing to align it with.",
        f"Name its {NAMES[missing]} version as a second file{or_else}.",
    )


def read_files(
    paths: Sequence[Path], options: ImportOptions | None = None, progress: Progress = no_progress
) -> ReadFiles:
    """Read files and cut them into paragraphs and sentences, without keeping anything.

    Two texts, and what an aligner wrote of them, make a pair that needs no aligning. Raises InvalidInput where there is
    no file, and where two are in one language.
    """
    read = prepare_files(paths, options, progress)
    check_languages(read)
    return read


def prepare_files(
    paths: Sequence[Path],
    options: ImportOptions | None = None,
    progress: Progress = no_progress,
    read: Read | None = None,
) -> ReadFiles:
    """Read files as ``read_files`` does, whatever languages they are in; ``read`` opens a file."""
    if not paths:
        raise InvalidInput("There is no file to import.", "Name one bilingual file, or two files.")
    options = options or ImportOptions()
    alignment = options.alignment or alignment_among(paths)
    if alignment is not None:
        return _read_linked(paths, alignment, options)
    facing = _line_for_line(paths, options)
    if facing is not None:
        return ReadFiles(paths, [facing], [])
    made, refused = [], []
    for done, path in enumerate(paths):
        progress(done, len(paths))
        encoding = options.encodings.get(path, options.encoding)
        try:
            file = (read or read_file)(path, replace(options, encoding=encoding))
            made.append(prepared(file, options, alone=len(paths) == 1))
        except AppError as error:
            refused.append(Refused(path, error))
    progress(len(paths), len(paths))
    return ReadFiles(paths, made, refused)


def alignment_among(paths: Sequence[Path]) -> Path | None:
    """Of three files, the one that links the two others; None where there is no such."""
    found = [path for path in paths if standoff_in.is_alignment(path)] if len(paths) == 3 else []
    return found[0] if len(found) == 1 else None


def _read_linked(paths: Sequence[Path], alignment: Path, options: ImportOptions) -> ReadFiles:
    """Two texts whose segments an aligner linked; their order is found out unless a person gave it."""
    texts = [path for path in paths if path != alignment]
    if options.alignment in paths:
        raise InvalidInput(
            f"{alignment.name} is named both as a text and as what links the texts.",
            "Name the two texts, and as the alignment the file that an aligner wrote of them.",
        )
    if len(texts) != 2:
        raise InvalidInput(
            f"{alignment.name} links two texts, and here are {len(texts)}.",
            "Name the two files that were aligned, in their order.",
        )
    try:
        said = options.alignment is not None
        file = standoff_in.read((texts[0], texts[1]), alignment, options, either_order=not said)
        return ReadFiles(paths, [prepared(file, options, alone=True)], [])
    except AppError as error:
        return ReadFiles(paths, [], [Refused(alignment, error)])


def _line_for_line(paths: Sequence[Path], options: ImportOptions) -> PreparedFile | None:
    """Two texts of which one line faces another, as their names say; None where there are no such."""
    try:
        both = moses_in.two_of(paths)
        file = moses_in.read(*both, options) if both else None
        return None if file is None else prepared(file, options, alone=True)
    except AppError:
        return None  # read one by one, they tell what is wrong


def check_languages(read: ReadFiles) -> None:
    """Raise InvalidInput for two files in one language."""
    if len(read.prepared) == 2 and len(read.languages) == 1:
        (language,) = read.languages
        raise InvalidInput(
            f"Both files are in {NAMES[language]}.", "Choose an Arabic text and its English version."
        )
