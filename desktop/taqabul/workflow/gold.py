"""Texts whose alignment people made: gold files, read a document at a time.

A gold file is JSON Lines, a document a line: {"id", "variant", "source": [paragraphs],
"target": [paragraphs], "links": [[[source numbers], [target numbers]], ...]}, numbers from 0. The
set of a document is what stands before the first "/" of its id.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from taqabul.align.linking import Pairing
from taqabul.domain.bitext import ProposedLink, misplaced
from taqabul.domain.errors import InvalidInput, UnreadableFile


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """Two texts whose links are known."""

    id: str
    variant: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    links: tuple[Pairing, ...]

    @property
    def set(self) -> str:
        """The collection it belongs to."""
        return self.id.partition("/")[0]


def read_gold(path: Path) -> Iterator[GoldDocument]:
    """The documents of a gold file; only one is held at a time.

    Raises UnreadableFile where it cannot be read as text, InvalidInput at a line that is no document.
    """
    if not path.is_file():
        raise UnreadableFile(f"There is no file {path}.", "Give a gold file in JSON Lines.")
    try:
        with path.open(encoding="utf-8", newline="\n") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield _document(line, f"{path}, line {number}")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(
            f"{path} cannot be read as UTF-8 text.", "Give a gold file in JSON Lines."
        ) from error


def _document(line: str, place: str) -> GoldDocument:
    try:
        raw: dict[str, Any] = json.loads(line)
        links = tuple(Pairing(tuple(map(int, a)), tuple(map(int, b))) for a, b in raw["links"])
        source, target = tuple(map(str, raw["source"])), tuple(map(str, raw["target"]))
        document = GoldDocument(str(raw["id"]), str(raw.get("variant", "plain")), source, target, links)
    except (ValueError, KeyError, TypeError) as error:
        raise InvalidInput(
            f"{place} is not a gold document.", "Each line needs id, source, target and links."
        ) from error
    faults = misplaced([ProposedLink(*pairing) for pairing in links], len(source), len(target))
    if faults:
        raise InvalidInput(
            f"{place}: {faults[0]}.", "Every paragraph must be in exactly one link, counted from 0."
        )
    return document
