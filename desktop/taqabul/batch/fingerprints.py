"""The texts of a folder as what they are known by: worked out by workers, kept until their pairs are found."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from taqabul.align.encoder import find_encoder
from taqabul.batch.spool import Spool
from taqabul.batch.streaming import Lost, Streaming
from taqabul.batch.work import Choices, Failure, FileBytes
from taqabul.domain.errors import AppError, InvalidInput
from taqabul.domain.language import Language
from taqabul.domain.options import Progress, no_progress
from taqabul.workflow.content_pairing import Fingerprint, fingerprint
from taqabul.workflow.reading_files import prepare_files


@dataclass(frozen=True, slots=True)
class TextJob:
    """A text on its way to a worker."""

    number: int
    file: FileBytes

    @property
    def size(self) -> int:
        """Bytes of its file."""
        return len(self.file.content)


@dataclass(frozen=True, slots=True)
class KnownText:
    """A file of a folder and what it is known by; neither ``print`` nor ``failure``: it holds both languages."""

    path: Path
    print: Fingerprint | None = None
    failure: str = ""


def text_print(job: TextJob, choices: Choices) -> Fingerprint | Failure | None:
    """What a text is known by; None where its file holds both languages."""
    encoder = find_encoder(choices.aligning)
    if encoder is None:
        raise InvalidInput("Texts are paired by content with the encoder.", "Leave out --engine lexical.")
    try:
        with TemporaryDirectory(prefix="taqabul-", ignore_cleanup_errors=True) as place:
            path = Path(place) / job.file.name
            path.write_bytes(job.file.content)
            read = prepare_files([path], choices.reading)
    except AppError as error:
        return Failure(error.message.replace(str(path), path.name), error.hint)
    if read.refused:
        return Failure(read.refused[0].error.message)
    if len(read.languages) == len(Language):
        return None
    (text,) = (text for one in read.prepared for text in one.texts)
    return fingerprint([body for body, _ in text.paragraphs], text.language, encoder)


def known_texts(
    files: Sequence[Path],
    kept: Path,
    choices: Choices,
    workers: Callable[[], AbstractContextManager[Streaming]],
    progress: Progress = no_progress,
) -> list[KnownText]:
    """What each file is known by. What was worked out before stays in the folder ``kept``; it is not asked again."""
    spool = Spool(kept)
    try:
        with workers() as hands:
            jobs = _left(files, spool)
            done = len(spool.known(0))
            for job, found in hands.stream(text_print, jobs, choices):
                about = {
                    "file": str(files[job.number]),
                    "sha256": hashlib.sha256(job.file.content).hexdigest(),
                }
                spool.add(0, job.number, about | _about(found), _body(found))
                done += 1
                progress(done, len(files))
        return [_known(path, spool, number) for number, path in enumerate(files)]
    finally:
        spool.close()


def _left(files: Sequence[Path], spool: Spool) -> Iterator[TextJob]:
    """The files that nothing is known of, or that changed since."""
    for number, path in enumerate(files):
        try:
            content = path.read_bytes()
        except OSError as error:
            spool.add(0, number, {"file": str(path), "sha256": None, "failure": error.strerror}, b"")
            continue
        known = spool.known(0).get(number)
        if known and (known["file"], known["sha256"]) == (str(path), hashlib.sha256(content).hexdigest()):
            continue
        if known:
            spool.forget(0, number)
        yield TextJob(number, FileBytes(path.name, 0, content))


def _about(found: Fingerprint | Failure | Lost | None) -> dict[str, Any]:
    match found:
        case Fingerprint():
            return {"language": found.language, "numbers": found.numbers, "letters": found.letters}
        case Failure():
            return {"failure": found.message}
        case Lost():
            return {"failure": found.reason}
        case _:
            return {}


def _body(found: Fingerprint | Failure | Lost | None) -> bytes:
    return found.vector.tobytes() if isinstance(found, Fingerprint) else b""


def _known(path: Path, spool: Spool, number: int) -> KnownText:
    about = spool.known(0)[number]
    if "language" not in about:
        return KnownText(path, failure=about.get("failure", ""))
    vector = np.frombuffer(spool.body(0, number), np.float32)
    language = Language(about["language"])
    return KnownText(path, Fingerprint(language, vector, about["numbers"], about["letters"]))
