"""Hunspell dictionaries of this computer: where they are, and what they know."""

import os
import sys
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from taqabul.domain.language import Language
from taqabul.paths import user_data

_SHARED: Final = (
    "/usr/share/hunspell",
    "/usr/local/share/hunspell",
    "/usr/share/myspell",
    "/usr/share/myspell/dicts",
)
_OF_MACS: Final = ("/Library/Spelling", "~/Library/Spelling")
_OF_OFFICES: Final = (
    "/usr/lib/libreoffice/share/extensions", "/opt/libreoffice*/share/extensions",
    "/Applications/LibreOffice.app/Contents/Resources/extensions",
    "C:/Program Files/LibreOffice/share/extensions",
)  # fmt: skip
_MOST: Final = 3
"""Dictionaries of one language that are read: those of all countries take long, and know much the same."""


def own_folder() -> Path:
    """Where people may put dictionaries (.aff and .dic) for this program alone."""
    return user_data() / "dictionaries"


@cache
def dictionaries(language: Language) -> tuple[Path, ...]:
    """The .dic files of a language, each with its .aff beside it; the same file under several names counts once."""
    found: dict[Path, Path] = {}
    for folder in _folders():
        for path in sorted(folder.glob(f"{language.value}*.dic")):
            stem = path.stem.lower()
            whole = path.resolve()
            if (stem == language.value or stem[2:3] in {"_", "-"}) and path.with_suffix(".aff").is_file():
                found.setdefault(whole, path)
    return tuple(found)[:_MOST]


def _folders() -> Iterator[Path]:
    yield own_folder()
    for name in filter(None, os.environ.get("DICPATH", "").split(os.pathsep)):
        yield Path(name)
    for name in (*_SHARED, *(_OF_MACS if sys.platform == "darwin" else ())):
        yield Path(name).expanduser()
    for name in _OF_OFFICES:
        root = Path(name)
        base = root.parent.parent if "*" in name else root
        pattern = f"{root.parent.name}/{root.name}/dict-*" if "*" in name else "dict-*"
        yield from sorted(base.glob(pattern)) if base.is_dir() else ()
    from hunspell import __file__ as packaged  # noqa: PLC0415 - a library of its own, only for who wants it

    yield Path(packaged).parent / "dictionaries"


class Dictionary:
    """All dictionaries of one language as one. Reading the Arabic one takes a second or two."""

    def __init__(self, files: tuple[Path, ...]) -> None:
        from hunspell import Hunspell  # noqa: PLC0415 - as above

        self._parts = [Hunspell(path.stem, hunspell_data_dir=str(path.parent)) for path in files]

    def knows(self, word: str) -> bool:
        """Whether a word is spelt right."""
        return any(part.spell(word) for part in self._parts)

    def suggested(self, word: str) -> tuple[str, ...]:
        """What may be meant, the likeliest first."""
        return tuple(dict.fromkeys(one for part in self._parts for one in part.suggest(word)))


@lru_cache(maxsize=4)
def dictionary(files: tuple[Path, ...]) -> Dictionary:
    """Some files read, once."""
    return Dictionary(files)
