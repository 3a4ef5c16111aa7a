"""Very long pairs: their pieces are the work of several workers, kept as they are done, and joined when all are there."""

import hashlib
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from taqabul.batch.spool import Spool
from taqabul.batch.streaming import Lost, Streaming
from taqabul.batch.work import (
    Choices,
    Failure,
    Figures,
    InPieces,
    Piece,
    Result,
    align_piece,
    packed,
    unpacked,
)
from taqabul.domain.options import Progress, no_progress
from taqabul.formats.rows import ExportRow
from taqabul.workflow.text_parts import Point

_PIECES: Final = 0
_CUTS: Final = 1
"""Under these two numbers a pair's spool keeps its pieces, and where it was cut."""
_KILLED: Final = Failure(
    "The workers that had a part of this pair ended, again and again.", "Give workers more memory."
)


class LargePairs:
    """The very long pairs of a batch; ``folder`` keeps what is done of them until they are whole.

    ``progress`` counts the pieces of a pair that are done.
    """

    def __init__(self, folder: Path, choices: Choices, progress: Progress = no_progress) -> None:
        self._folder, self._choices, self._progress = folder, choices, progress

    def cuts(self, number: int, digests: list[str]) -> tuple[Point, ...]:
        """Where a pair was cut before, by files of the same ``digests``; nothing where that is not known."""
        if not (self._folder / str(number)).is_dir():
            return ()
        with closing(Spool(self._folder / str(number))) as spool:
            kept = spool.known(_CUTS).get(0, {})
        return tuple((i, j) for i, j in kept["cuts"]) if kept.get("sha256") == digests else ()

    def align(self, hands: Streaming, number: int, cut: InPieces, digests: list[str]) -> Result:
        """Have the pieces of a pair done that are not done yet, and join all; a piece that fails fails the pair.

        Where it is cut is kept first, with the ``digests`` of its files: to find that takes a while.
        """
        self._folder.mkdir(mode=0o700, exist_ok=True)
        spool = Spool(self._folder / str(number))
        seconds = 0.0
        try:
            spool.add(_CUTS, 0, {"sha256": digests, "cuts": cut.cuts}, b"")
            spool.sync()
            known = spool.known(_PIECES)
            left = [one for one in cut.pieces if known.get(one.number, {}).get("sha256") != _digest(one)]
            done = len(cut.pieces) - len(left)
            self._progress(done, len(cut.pieces))
            for piece, result in _each(hands, left, self._choices):
                if not isinstance(result.done, Figures):
                    return Result(number, result.done, seconds=seconds, version=result.version)
                seconds += result.seconds
                about = {"sha256": _digest(piece), "seconds": result.seconds, "done": _plain(result.done)}
                spool.add(_PIECES, piece.number, about, result.body)
                done += 1
                self._progress(done, len(cut.pieces))
            figures = [Figures(**known[one.number]["done"]) for one in cut.pieces]
            bodies = (spool.body(_PIECES, one.number) for one in cut.pieces)
            return Result(number, _joined(figures), packed(tuple(_renumbered(bodies, figures))), seconds)
        finally:
            spool.close()

    def let_go(self, number: int) -> None:
        """A pair is whole and kept elsewhere."""
        shutil.rmtree(self._folder / str(number), ignore_errors=True)

    def close(self) -> None:
        """All pairs are."""
        shutil.rmtree(self._folder, ignore_errors=True)


def _each(hands: Streaming, pieces: Iterable[Piece], choices: Choices) -> Iterator[tuple[Piece, Result]]:
    """Pieces as they are done; those whose workers ended once more, each alone."""
    lost = []
    for piece, result in hands.stream(align_piece, pieces, choices):
        if isinstance(result, Lost):
            lost.append(piece)
        else:
            yield piece, result
    for one in lost:
        for piece, result in hands.stream(align_piece, [one], choices):
            yield piece, Result(piece.number, _KILLED) if isinstance(result, Lost) else result


def _renumbered(bodies: Iterable[bytes], figures: Iterable[Figures]) -> Iterator[ExportRow]:
    """The rows of all pieces, numbered on from one to the next."""
    before = 0
    for body, one in zip(bodies, figures, strict=True):
        for row in unpacked(body):
            link, dot, sentence = row.id.partition(".")
            yield row._replace(id=f"{before + int(link)}{dot}{sentence}")
        before += one.links


def _joined(figures: list[Figures]) -> Figures:
    said: Counter[str] = Counter()
    for one in figures:
        for remark in one.remarks:
            said[remark] += sum(one.paragraphs)
    whole = sum(sum(one.paragraphs) for one in figures)
    return Figures(
        figures[0].engine,
        (sum(one.paragraphs[0] for one in figures), sum(one.paragraphs[1] for one in figures)),
        sum(one.links for one in figures),
        sum(one.scored for one in figures),
        round(sum(one.confidence for one in figures), 4),
        sum(one.sure for one in figures),
        sum(one.rows for one in figures),
        tuple(remark for remark, held in said.items() if 2 * held > whole),
        len(figures),
    )


def _plain(figures: Figures) -> dict[str, Any]:
    return {name: getattr(figures, name) for name in Figures.__slots__}


def _digest(piece: Piece) -> str:
    return hashlib.sha256(piece.content).hexdigest()
