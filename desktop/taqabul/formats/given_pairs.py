"""Pairs as files hold them, one after the other, become two texts and their links."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import regex

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.errors import UnreadableFile
from taqabul.domain.files import BitextFile, Block, Metadata, ReadyLink
from taqabul.text.direction import script_share
from taqabul.text.newlines import normalise_newlines

_UNFIT: Final = regex.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
"""Controls and halves of surrogate pairs: nothing to read, and some programs stop at them."""
_VISIBLE: Final = regex.compile(r"[^\s\p{Cf}]")
_OTHER_WORDS: Final = {
    **dict.fromkeys(("approved", "accepted", "final", "signed-off"), LinkStatus.CONFIRMED),
    **dict.fromkeys(("review", "fuzzy", "draft"), LinkStatus.NEEDS_REVIEW),
}
_NUMBER: Final = regex.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9})*")


@dataclass(frozen=True, slots=True)
class GivenPair:
    """One pair of a file, Arabic first; a side may be empty.

    ``source_ids`` and ``target_ids`` number its segments in the order of their texts ("3", or "3.2" for
    a sentence), where the file does. Where there are several, the lines of a side are its segments.
    """

    source: str
    target: str
    status: LinkStatus = LinkStatus.PROPOSED
    confidence: float | None = None
    notes: tuple[str, ...] = ()
    reason: str = ""
    changed_by: str = ""
    source_ids: tuple[str, ...] = ()
    target_ids: tuple[str, ...] = ()


def turned(pair: GivenPair) -> GivenPair:
    """A pair with its sides exchanged."""
    return replace(
        pair,
        source=pair.target,
        target=pair.source,
        source_ids=pair.target_ids,
        target_ids=pair.source_ids,
    )


def arabic_first(pairs: Sequence[GivenPair]) -> list[GivenPair]:
    """Pairs of which nobody says which side is which: the one with more Arabic letters comes first."""
    ours = script_share("\n".join(pair.source for pair in pairs))
    theirs = script_share("\n".join(pair.target for pair in pairs))
    arabic, english = ours
    as_it_is = ours[arabic] + theirs[english]
    return list(pairs) if as_it_is >= ours[english] + theirs[arabic] else [turned(pair) for pair in pairs]


def status_from(word: str) -> LinkStatus:
    """A status as we write it, or as others do; a word that is none is a proposal."""
    if not word:
        return LinkStatus.PROPOSED
    plain = word.strip().casefold().replace("_", "-").replace(" ", "-")
    known = next((status for status in LinkStatus if status.value == plain), LinkStatus.PROPOSED)
    return _OTHER_WORDS.get(plain, known)


def confidence_from(word: str) -> float | None:
    """A confidence from 0 to 1 ("0.85", "85 %"), None where the word is no such number."""
    number, is_percentage = word.strip().removesuffix("%"), word.strip().endswith("%")
    try:
        value = float(number) / (100 if is_percentage else 1)
    except ValueError:
        return None
    return value if 0 <= value <= 1 else None


def as_bitext(
    name: str,
    sha256: str,
    pairs: Iterable[GivenPair],
    *,
    encoding: str = "utf-8",
    findings: Sequence[str] = (),
    metadata: Metadata | None = None,
    certain: bool = True,
) -> BitextFile:
    """The pairs as two texts and their links. ``name`` and ``sha256`` are the file's; ``certain`` as BitextFile has it.

    Each side is in the order of the numbers of its segments, where all of them have one, so that links
    that crossed cross again; else in the order of the pairs. What holds nothing to read is left out,
    and counted in the findings. Raises UnreadableFile where one language is missing altogether.
    """
    tidy = _Tidy()
    kept = [pair for one in pairs if (pair := tidy.pair(one)) is not None]
    sides = [_laid_out(kept, side) for side in (_source, _target)]
    for (blocks, _), word in zip(sides, ("Arabic", "English"), strict=True):
        if not blocks:
            raise UnreadableFile(
                f"There is no {word} text in “{name}”.", "Choose a file that holds Arabic and English."
            )
    links = tuple(
        ReadyLink(
            sides[0][1][k],
            sides[1][1][k],
            pair.status,
            pair.confidence,
            pair.notes,
            pair.reason,
            pair.changed_by,
        )
        for k, pair in enumerate(kept)
    )
    return BitextFile(
        name=name,
        text="\n\n".join(block.text for blocks, _ in sides for block in blocks),
        encoding=encoding,
        sha256=sha256,
        source=tuple(sides[0][0]),
        target=tuple(sides[1][0]),
        links=links,
        findings=(*findings, *tidy.findings()),
        metadata=metadata or Metadata(),
        certain=certain,
    )


class _Tidy:
    """Takes out of pairs what is no text, and counts it."""

    def __init__(self) -> None:
        self._empty = self._controls = 0

    def pair(self, pair: GivenPair) -> GivenPair | None:
        """The pair as it can be kept; None where nothing is left of it."""
        source, target = self._text(pair.source), self._text(pair.target)
        if not (source or target):
            self._empty += 1
            return None
        # Written out, for files have pairs by the hundred thousand.
        return GivenPair(
            source,
            target,
            pair.status,
            pair.confidence,
            tuple(text for note in pair.notes if (text := self._text(note))),
            self._text(pair.reason),
            self._text(pair.changed_by),
            pair.source_ids,
            pair.target_ids,
        )

    def findings(self) -> list[str]:
        """What was left out, in sentences."""
        found = []
        if self._empty:
            were = "pair without any text was" if self._empty == 1 else "pairs without any text were"
            found.append(f"{self._empty:,} {were} left out.")
        if self._controls:
            were = "control character was" if self._controls == 1 else "control characters were"
            found.append(f"{self._controls:,} {were} left out.")
        return found

    def _text(self, text: str) -> str:
        if not text:
            return ""
        kept, count = _UNFIT.subn("", normalise_newlines(text))
        self._controls += count
        return kept.strip() if _VISIBLE.search(kept) else ""


_Side = Callable[[GivenPair], tuple[str, tuple[str, ...]]]


def _source(pair: GivenPair) -> tuple[str, tuple[str, ...]]:
    return pair.source, pair.source_ids


def _target(pair: GivenPair) -> tuple[str, tuple[str, ...]]:
    return pair.target, pair.target_ids


def _laid_out(pairs: Sequence[GivenPair], side: _Side) -> tuple[list[Block], list[tuple[int, ...]]]:
    """The blocks of a side, and for each pair the numbers of its blocks."""
    texts: list[str] = []
    keys: list[tuple[int, ...] | None] = []
    members = []
    for pair in pairs:
        text, ids = side(pair)
        parts = _parts(text, ids)
        members.append(range(len(texts), len(texts) + len(parts)))
        texts += parts
        keys += [_key(ids[k]) if k < len(ids) else None for k in range(len(parts))]
    known = [key for key in keys if key is not None]
    if len(known) < len(texts):
        return [Block(text) for text in texts], [tuple(numbers) for numbers in members]
    order = sorted(range(len(texts)), key=known.__getitem__)
    place = {number: at for at, number in enumerate(order)}
    return [Block(texts[number]) for number in order], [
        tuple(sorted(place[number] for number in numbers)) for numbers in members
    ]


def _parts(text: str, ids: Sequence[str]) -> list[str]:
    """A side's segments: its lines, where they are as many as its numbers."""
    if not text:
        return []
    if not ids:
        return [text]
    lines = [line.strip() for line in text.split("\n")]
    return lines if len(lines) == len(ids) and all(map(_VISIBLE.search, lines)) else [text]


def _key(id_: str) -> tuple[int, ...] | None:
    return tuple(map(int, id_.split("."))) if _NUMBER.fullmatch(id_) else None
