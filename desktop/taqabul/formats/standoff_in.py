"""What aligners write beside two texts: hunalign's ladder, the beads of vecalign, SentAlign and bertalign."""

import hashlib
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

import regex

from taqabul.domain.errors import UnreadableFile
from taqabul.domain.files import BitextFile, TextFile
from taqabul.domain.options import ImportOptions
from taqabul.formats import plain_text
from taqabul.formats.linked_texts import NamedLink, faults, linked, unnamed

_BEAD: Final = regex.compile(r"\(?\s*\[([\d,\s]*)\]\s*[:,]\s*\[([\d,\s]*)\]\s*\)?(?:\s*:\s*\S+)?,?")
_BETWEEN: Final = regex.compile(r"\)\s*,\s*")
_RUNG: Final = regex.compile(r"(\d{1,9})\t(\d{1,9})(?:\t\S+)?")
_HINT: Final = (
    "Choose the file that hunalign (ladder), vecalign, SentAlign or bertalign wrote for these two texts."
)
_PARAGRAPH_MARK: Final = "<p>"
_SNIFFED: Final = 4096
_MOST_SEGMENTS: Final = 2_000_000

Lines = list[tuple[int, str]]


def is_alignment(path: Path) -> bool:
    """Whether a file looks like what an aligner writes: numbers, and no text."""
    try:
        with path.open("rb") as file:
            head = file.read(_SNIFFED)
    except OSError:
        return False
    text = head.decode("utf-8", errors="replace").removeprefix("\ufeff")
    lines = [line.strip() for line in _one_a_line(text).splitlines() if line.strip()]
    if len(head) == _SNIFFED:
        lines = lines[:-1] or lines
    return bool(lines) and any(all(form.fullmatch(line) for line in lines) for form in (_BEAD, _RUNG))


def read(
    texts: tuple[Path, Path], alignment: Path, options: ImportOptions, *, either_order: bool = False
) -> BitextFile:
    """Two texts, a segment a line, and what an aligner wrote of them; the first one's numbers stand first.

    In ``either_order`` that is found out, where the numbers say it. Lines are counted as the aligner counted
    them: with the empty ones, or without, whichever fits. Raises UnreadableFile, and InvalidInput with the
    place of the fault where the numbers fit neither.
    """
    file = plain_text.read(alignment, options)
    links = parse(file.text, alignment.name)
    read_ones = [plain_text.read(path, options) for path in texts]
    orders = [(0, 1), (1, 0)] if either_order else [(0, 1)]
    tries = [
        (_misfit(links, sides), (read_ones[one], read_ones[other]), sides)
        for one, other in orders
        for sides in _counted(read_ones[one].text, read_ones[other].text)
    ]
    _, (first, second), sides = min(tries, key=lambda tried: tried[0])
    digests = "".join((file.sha256, first.sha256, second.sha256))
    return linked(
        alignment.name,
        hashlib.sha256(digests.encode()).hexdigest(),
        sides,
        links,
        (first.name, second.name),
        _findings(file, first, second),
    )


def parse(text: str, name: str) -> list[NamedLink]:
    """The links of an alignment; segments are counted from 0. Raises UnreadableFile with the line that is none."""
    text = _one_a_line(text)
    lines = [(number, line.strip()) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
    if not lines:
        raise UnreadableFile(f"“{name}” is empty: there is no link in it.", _HINT)
    first = lines[0][1]
    if _BEAD.fullmatch(first):
        return [_bead(number, line, name) for number, line in lines]
    if _RUNG.fullmatch(first):
        return list(_ladder(lines, name))
    raise UnreadableFile(f"“{name}” is no alignment that is known.", _HINT)


def _one_a_line(text: str) -> str:
    """Beads a line each, also those of one list, as Python prints what bertalign gives."""
    printed = text.strip()
    if not printed.startswith("[("):
        return text
    return "),\n".join(_BETWEEN.split(printed.removeprefix("[").removesuffix("]")))


def _bead(number: int, line: str, name: str) -> NamedLink:
    match = _BEAD.fullmatch(line)
    if match is None:
        raise _no_link(number, name)
    source, target = (
        tuple(int(word[:9]) for word in match[side].replace(",", " ").split()) for side in (1, 2)
    )
    return NamedLink(f"Line {number:,}", source, target)


def _ladder(lines: Lines, name: str) -> Iterator[NamedLink]:
    """Between two rungs lie the segments of a link."""
    rungs = []
    for number, line in lines:
        match = _RUNG.fullmatch(line)
        if match is None:
            raise _no_link(number, name)
        rungs.append((number, int(match[1]), int(match[2])))
    for (number, i, j), (after, k, m) in pairwise(rungs):
        if k < i or m < j or max(k, m) > _MOST_SEGMENTS:
            raise UnreadableFile(f"Line {after:,} of “{name}” counts back, or too far.", _HINT)
        if (i, j) != (k, m):
            yield NamedLink(f"Line {number:,}", tuple(range(i, k)), tuple(range(j, m)))


def _no_link(number: int, name: str) -> UnreadableFile:
    return UnreadableFile(f"Line {number:,} of “{name}” is no link.", _HINT)


def _counted(one: str, other: str) -> Iterator[tuple[list[str], list[str]]]:
    """Both texts in lines, with the empty ones and without."""
    for drop in (False, True):
        yield _lines(one, drop=drop), _lines(other, drop=drop)


def _lines(text: str, *, drop: bool) -> list[str]:
    lines = ["" if line.strip() == _PARAGRAPH_MARK else line for line in text.removesuffix("\n").split("\n")]
    return [line for line in lines if line.strip()] if drop else lines


def _misfit(links: Sequence[NamedLink], sides: tuple[list[str], list[str]]) -> tuple[int, int]:
    """How badly links fit texts counted so: their faults, then the lines that no link names."""
    wrong = faults(links, (len(sides[0]), len(sides[1])), ("", ""))
    return len(wrong), len(unnamed(links, sides))


def _findings(alignment: TextFile, *texts: TextFile) -> list[str]:
    found = [f"{text.name}: {finding}" for text in texts for finding in text.findings]
    scored = any(
        line.count("\t") == 2 or line.count(":") > 1 for line in alignment.text[:_SNIFFED].split("\n")
    )
    return (
        [*found, "Its scores are left out: what they mean, each aligner says otherwise."] if scored else found
    )
