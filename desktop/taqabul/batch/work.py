"""What a worker does: the bytes of a pair of files come in, its rows go out. Nothing else is shared with it."""

import json
import time
import traceback
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from taqabul import __version__
from taqabul.domain.bitext import LinkStatus
from taqabul.domain.errors import AppError
from taqabul.domain.options import AlignOptions, ExportOptions, ImportOptions
from taqabul.formats.rows import ExportRow
from taqabul.workflow.file_pairs import AlignedTexts, align_part, align_texts, both_texts
from taqabul.workflow.reading_files import read_files
from taqabul.workflow.text_parts import Point, TextPart, cut_texts

SURE = 0.9
"""From this confidence on a link counts as sure."""


@dataclass(frozen=True, slots=True)
class Choices:
    """How all pairs of a batch are read, aligned and chosen from."""

    reading: ImportOptions
    aligning: AlignOptions
    choosing: ExportOptions


@dataclass(frozen=True, slots=True)
class FileBytes:
    """A file on its way to a worker: its name, its content; files of one ``folder`` lay beside each other."""

    name: str
    folder: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Job:
    """A pair to be aligned; ``at`` is what its rows are dated, ``cuts`` where it is known to be cut, if it is very long."""

    number: int
    name: str
    files: tuple[FileBytes, ...]
    at: datetime
    cuts: tuple[Point, ...] = ()

    @property
    def size(self) -> int:
        """Bytes of its files."""
        return sum(len(file.content) for file in self.files)


@dataclass(frozen=True, slots=True)
class Figures:
    """What is known of a pair that was aligned. ``confidence`` is the sum over its ``scored`` links, of which ``sure``."""

    engine: str
    paragraphs: tuple[int, int]
    links: int
    scored: int
    confidence: float
    sure: int
    rows: int
    remarks: tuple[str, ...]
    parts: int = 1


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a very long pair, on its way to a worker; ``content`` its paragraphs, packed."""

    number: int
    first: tuple[int, int]
    content: bytes
    at: datetime

    @property
    def size(self) -> int:
        """Bytes of its texts, packed."""
        return len(self.content)


@dataclass(frozen=True, slots=True)
class InPieces:
    """A pair that is too long for one worker: it was read and cut, no more."""

    pieces: tuple[Piece, ...]

    @property
    def cuts(self) -> tuple[Point, ...]:
        """Where it was cut: the paragraphs that begin each piece but the first."""
        return tuple(piece.first for piece in self.pieces[1:])


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a pair was not aligned, and what can be done; ``bug`` where nobody can but us."""

    message: str
    hint: str = ""
    bug: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a pair. ``body`` are its rows, packed; ``seconds`` of a processor it took on its worker."""

    number: int
    done: Figures | Failure | InPieces
    body: bytes = b""
    seconds: float = 0.0
    version: str = __version__


def align_job(job: Job, choices: Choices) -> Result:
    """Align a pair, or cut it where it is very long; whatever is wrong with it is part of the result."""
    return _told(job.number, lambda: _aligned(job, choices))


def align_piece(piece: Piece, choices: Choices) -> Result:
    """Align a piece of a very long pair; its rows are numbered from 1."""
    return _told(piece.number, lambda: align_part(_part(piece), choices.aligning, choices.choosing, piece.at))


def _told(number: int, work: Callable[[], AlignedTexts | InPieces]) -> Result:
    started = time.thread_time()
    try:
        found = work()
    except AppError as error:
        return Result(number, Failure(error.message, error.hint))
    except MemoryError:
        return Result(number, Failure("There was not enough memory for this pair.", "Give workers more."))
    except Exception:  # noqa: BLE001  (a bug with one pair must not stop the others: its story is kept)
        return Result(number, Failure(traceback.format_exc(limit=-4), bug=True))
    seconds = time.thread_time() - started
    if isinstance(found, InPieces):
        return Result(number, found, seconds=seconds)
    return Result(number, _figures(found), packed(found.rows), seconds)


def _aligned(job: Job, choices: Choices) -> AlignedTexts | InPieces:
    with TemporaryDirectory(prefix="taqabul-", ignore_cleanup_errors=True) as place:
        files = list(_laid_down(Path(place), job))
        try:
            read = read_files(files, choices.reading)
            if read.ready is None:
                parts = cut_texts(*both_texts(read), choices.aligning, job.cuts)
                if len(parts) > 1:
                    return InPieces(tuple(_piece(*one, job.at) for one in enumerate(parts)))
            return align_texts(read, choices.aligning, choices.choosing, job.at)
        except AppError as error:  # nobody knows these places
            for file in files:
                error.message = error.message.replace(str(file), file.name)
            raise


def _piece(number: int, part: TextPart, at: datetime) -> Piece:
    content = zlib.compress(json.dumps(part.sides, ensure_ascii=False).encode(), 1)
    return Piece(number, part.first, content, at)


def _part(piece: Piece) -> TextPart:
    source, target = json.loads(zlib.decompress(piece.content))
    return TextPart(piece.first, (source, target))


def _laid_down(place: Path, job: Job) -> Iterator[Path]:
    """The files of a job in a folder that only this user may read, named and placed as they were."""
    for file in job.files:
        folder = place / str(file.folder)
        folder.mkdir(mode=0o700, exist_ok=True)
        path = folder / file.name
        path.write_bytes(file.content)
        yield path


def _figures(found: AlignedTexts) -> Figures:
    return Figures(
        found.engine,
        found.paragraphs,
        found.links,
        len(found.confidences),
        round(sum(found.confidences), 4),
        sum(one >= SURE for one in found.confidences),
        len(found.rows),
        found.remarks,
    )


def packed(rows: tuple[ExportRow, ...]) -> bytes:
    """Rows as bytes that are short to send and safe to read."""
    return zlib.compress(json.dumps([_as_list(row) for row in rows], ensure_ascii=False).encode(), 1)


def unpacked(body: bytes) -> list[ExportRow]:
    """The rows that were packed."""
    return [_as_row(*values) for values in json.loads(zlib.decompress(body))]


def _as_list(row: ExportRow) -> list[object]:
    return [
        row.id,
        row.source,
        row.target,
        row.source_ids,
        row.target_ids,
        row.status.value,
        row.confidence,
        row.changed_by,
        row.changed_at.isoformat(),
        row.evidence,
        row.notes,
        row.reason,
    ]


def _as_row(*values: Any) -> ExportRow:  # noqa: ANN401 - as JSON gives them
    id_, source, target, ours, theirs, status, confidence, by, at, evidence, notes, reason = values
    return ExportRow(
        id_,
        source,
        target,
        tuple(ours),
        tuple(theirs),
        LinkStatus(status),
        confidence,
        by,
        datetime.fromisoformat(at),
        evidence,
        tuple(notes),
        reason,
    )
