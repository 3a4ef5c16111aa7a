"""Moses, as OPUS gives its corpora: two texts named alike but for ".ar" and ".en", line for line."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from taqabul.domain.files import BitextFile
from taqabul.domain.options import ImportOptions
from taqabul.formats import plain_text
from taqabul.formats.given_pairs import GivenPair, as_bitext

_ENDINGS: Final = (".ar", ".en")


def two_of(paths: Sequence[Path]) -> tuple[Path, Path] | None:
    """The Arabic and the English file, where these are two named so, or one whose other lies beside it."""
    known = {path.suffix.lower(): path for path in paths}
    if not known or not known.keys() <= set(_ENDINGS) or len(known) != len(paths):
        return None
    first = paths[0]
    ours, theirs = (known.get(ending, first.with_suffix(ending)) for ending in _ENDINGS)
    if ours.with_suffix("") != theirs.with_suffix("") or not (ours.is_file() and theirs.is_file()):
        return None
    return ours, theirs


def read(arabic: Path, english: Path, options: ImportOptions) -> BitextFile | None:
    """Line n facing line n; None where the lines are not equally many. Raises UnreadableFile."""
    files = [plain_text.read(path, options) for path in (arabic, english)]
    lines = [file.text.removesuffix("\n").split("\n") for file in files]
    if len(lines[0]) != len(lines[1]):
        return None
    return as_bitext(
        arabic.stem,
        hashlib.sha256("".join(file.sha256 for file in files).encode()).hexdigest(),
        [GivenPair(ours, theirs) for ours, theirs in zip(*lines, strict=True)],
        encoding=files[0].encoding,
        findings=(f"{arabic.name} and {english.name} have {len(lines[0]):,} lines each: line for line.",),
    )
