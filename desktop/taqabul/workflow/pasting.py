"""What was pasted becomes a file, to be read as any other."""

from datetime import datetime
from pathlib import Path
from typing import Final

import regex

from taqabul.domain.errors import AppError, InvalidInput
from taqabul.formats.registry import READERS, read_file
from taqabul.text.direction import script_share

FOLDER: Final = "taqabul-pasted-"
"""How the names of folders begin that hold what was pasted."""

_UNFIT: Final = regex.compile(r'[\p{C}\\/:*?"<>|.]+')
_LONGEST: Final = 48
"""Code points of a name."""
_ENOUGH: Final = 0.9
"""Which part of the letters HTML must give to be taken in place of the plain text."""


def pasted(folder: Path, plain: str, html: str, at: datetime) -> Path:
    """Write what was pasted into a folder, named after its first words; HTML where that is readable and says as much.

    Raises InvalidInput where there is no text in the clipboard.
    """
    if not plain.strip() and not html.strip():
        raise InvalidInput(
            "There is no text in the clipboard.", "Copy a text in another program, then paste."
        )
    stem = _name(plain, at)
    if html and ".html" in READERS:
        path = folder / f"{stem}.html"
        path.write_text(html, encoding="utf-8", newline="")
        if _letters_in(path) >= _ENOUGH * sum(script_share(plain).values()):
            return path
        path.unlink()
    path = folder / f"{stem}.txt"
    path.write_text(plain, encoding="utf-8", newline="", errors="replace")
    return path


def is_pasted(path: Path) -> bool:
    """Whether a file holds what was pasted, and is gone when the window is closed."""
    return path.parent.name.startswith(FOLDER)


def _name(text: str, at: datetime) -> str:
    """The first words of a text, or when it was pasted."""
    words = " ".join(_UNFIT.sub(" ", next((line for line in text.splitlines() if line.strip()), "")).split())
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rsplit(" ", 1)[0]
    return words or f"{at:%Y-%m-%d %H.%M.%S}"


def _letters_in(path: Path) -> int:
    try:
        return max(1, sum(script_share(read_file(path).text).values()))
    except AppError:
        return 0
