"""A batch from its list to its output: only what is not done yet is sent out, and what comes back is kept at once."""

import hashlib
import json
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from taqabul import __version__
from taqabul.batch.cluster import Lost, Streaming
from taqabul.batch.manifest import ListedPair, Manifest
from taqabul.batch.plan import PRIVATE, Plan, settle
from taqabul.batch.record import Record, file_line
from taqabul.batch.spool import Spool
from taqabul.batch.summary import Summary, summarise
from taqabul.batch.work import Failure, FileBytes, Job, Result, align_job, unpacked
from taqabul.domain.errors import InvalidInput
from taqabul.domain.language import Language
from taqabul.domain.options import Progress, no_progress
from taqabul.formats.atomic import cannot_write, replacing
from taqabul.formats.rows import ExportHeader, ExportRow, PartsWriter
from taqabul.formats.side_text import SideWriter
from taqabul.formats.writers import writer_for

_WORK: Final = ".work"
_AGAIN: Final = "Restore the texts, or have what failed and what changed done again with --redo."


@dataclass(frozen=True, slots=True)
class Ran:
    """What a batch came to, and what this run did of it.

    ``working_seconds`` passed from when there were workers until all was done; ``processor_seconds`` they took for it.
    """

    summary: Summary
    done_now: int
    working_seconds: float
    processor_seconds: float


def run_batch(
    manifest: Manifest,
    plan: Plan,
    out: Path,
    workers: Callable[[], AbstractContextManager[Streaming]],
    progress: Progress = no_progress,
    checking: Progress = no_progress,
    *,
    redo: bool = False,
) -> Ran:
    """Align what a manifest lists and is not done yet; ``out`` is held by the caller.

    ``workers`` are opened where there is something to do. ``redo`` has the files of the output made again that hold
    pairs which failed or whose texts have changed. ``progress`` counts pairs done; ``checking`` those looked at before.
    Stopped on the way, by whatever, what is done stays and the next call goes on from there. Raises InvalidInput
    where texts have changed, CannotWrite, and what ``workers`` raise.
    """
    goes_on = settle(out, plan)
    try:
        record = Record(out)
        if goes_on:
            _look_again(manifest, plan, out, record, checking, redo=redo)
        spool = Spool(out / _WORK)
        try:
            run = _Run(manifest, plan, out, record, spool, progress)
            run.all(workers)
        finally:
            spool.close()
        if len(record.files) != plan.shards:  # better to stop here than to tell that all is done
            raise RuntimeError(f"{plan.shards - len(record.files)} files of the output are not there")
        record.put_in_order()
        sizes = [one.size for one in record.files.values()]
        summary = summarise(record.pairs(), len(sizes), sum(sizes))
        with replacing(out / "summary.json", PRIVATE) as stream:
            stream.write(json.dumps(asdict(summary), ensure_ascii=False, indent=2).encode() + b"\n")
    except OSError as error:
        raise cannot_write(out, error) from error
    return Ran(summary, run.done_now, run.seconds, run.processor_seconds)


def _look_again(
    manifest: Manifest, plan: Plan, out: Path, record: Record, checking: Progress, *, redo: bool
) -> None:
    """Find files of the output that are to be made again."""
    missing = record.missing()
    if missing and not redo:
        raise InvalidInput(
            f"{missing[0]} is not in {out} as it was written.", "Have it made again with --redo."
        )
    stale = {number for number, one in record.files.items() if one.file in missing}
    known = {one["pair"]: (_digest(one["sha256"]), "error" in one) for one in record.pairs()}
    for done, listed in enumerate(manifest.listed() if known else ()):
        checking(done, plan.pairs)
        if listed.number not in known:
            continue
        digests, failed = known[listed.number]
        changed = _digest(_read(listed)[0]["sha256"]) != digests
        if changed and not redo:
            raise InvalidInput(f"The text of “{listed.name}” has changed since it was aligned.", _AGAIN)
        if redo and (changed or failed):
            stale.add(plan.shard_of(listed.number))
    if stale:
        record.reopen(frozenset(stale))


class _Run:
    """One run over what is left to do."""

    def __init__(
        self, manifest: Manifest, plan: Plan, out: Path, record: Record, spool: Spool, progress: Progress
    ) -> None:
        self._manifest, self._plan, self._out = manifest, plan, out
        self._record, self._spool, self._progress = record, spool, progress
        self._about: dict[int, dict[str, Any]] = {}
        self._done = sum(len(plan.numbers(shard)) for shard in record.files)
        self.done_now = 0
        self.seconds = self.processor_seconds = 0.0

    def all(self, workers: Callable[[], AbstractContextManager[Streaming]]) -> None:
        """Do what is left, and close the files of the output one after the other."""
        self._progress(self._done, self._plan.pairs)
        left = self._left()
        first = next(left, None)
        if first is None:
            return
        with workers() as hands:
            began = time.monotonic()
            try:
                self._do(hands, _after(first, left))
            finally:
                self.seconds = time.monotonic() - began

    def _do(self, hands: Streaming, jobs: Iterator[Job]) -> None:
        # Work whose workers ended again and again may only have had a bad neighbour: once more, each alone.
        lost = list(self._through(hands, jobs))
        for one in lost:
            for again in self._through(hands, iter([one])):
                self._finish(again.number, Failure(_KILLED, "Give workers more memory, or cut the texts."))

    def _through(self, hands: Streaming, jobs: Iterator[Job]) -> Iterator[Job]:
        """Have jobs done; those that were lost come back."""
        for job, result in hands.stream(align_job, jobs, self._plan.choices):
            if isinstance(result, Lost):
                yield job
            else:
                _check_version(result)
                self.processor_seconds += result.seconds
                self._finish(result.number, result.done, result.body)

    def _left(self) -> Iterator[Job]:
        """The pairs to be sent out; the files of the output that need none are closed on the way."""
        for listed in self._manifest.listed():
            shard = self._plan.shard_of(listed.number)
            if shard in self._record.files:
                continue
            about, job = _read(listed)
            known = self._spool.known(shard).get(listed.number)
            if known is not None and known["sha256"] == about["sha256"]:
                self._done += 1
                self._progress(self._done, self._plan.pairs)
                self._seal(shard)
                continue
            if known is not None:
                self._spool.forget(shard, listed.number)
            self._about[listed.number] = about
            if isinstance(job, Failure):
                self._finish(listed.number, job)
            else:
                yield job

    def _finish(self, number: int, done: Any, body: bytes = b"") -> None:  # noqa: ANN401 - Figures or Failure
        about = self._about.pop(number)
        about |= (
            {"error": done.message, "hint": done.hint, "bug": done.bug}
            if isinstance(done, Failure)
            else asdict(done)
        )
        shard = self._plan.shard_of(number)
        self._spool.add(shard, number, about, body)
        self._done += 1
        self.done_now += 1
        self._progress(self._done, self._plan.pairs)
        self._seal(shard)

    def _seal(self, shard: int) -> None:
        """Write a file of the output, where all its pairs are there."""
        numbers, known = self._plan.numbers(shard), self._spool.known(shard)
        if len(known) < len(numbers):
            return
        path = self._out / self._plan.file(shard)
        writer = writer_for(path)
        if isinstance(writer, PartsWriter | SideWriter):
            raise TypeError(f"{path.suffix} is no format of one file of pairs")
        with replacing(path, PRIVATE) as stream:
            writer.write(self._rows(shard), stream, self._header(shard))
        self._record.add(
            file_line(shard, path), [{"pair": number, **_told(known[number])} for number in numbers]
        )
        self._spool.drop(shard)

    def _rows(self, shard: int) -> Iterator[ExportRow]:
        """The rows of a file, pair by pair; each row's id begins with the name of its pair."""
        known = self._spool.known(shard)
        for number in self._plan.numbers(shard):
            if "error" not in known[number]:
                for row in unpacked(self._spool.body(shard, number)):
                    yield row._replace(id=f"{known[number]['name']}:{row.id}")

    def _header(self, shard: int) -> ExportHeader:
        dates = [datetime.fromisoformat(one["at"]) for one in self._spool.known(shard).values()]
        return ExportHeader(
            title=f"Pairs {self._plan.numbers(shard).start + 1:,} to {self._plan.numbers(shard).stop:,}",
            source_language=Language.ARABIC,
            target_language=Language.ENGLISH,
            level=self._plan.choices.choosing.level,
            created_at=max(dates),
            byte_order_mark=False,
            file_name=self._plan.file(shard),
        )


_KILLED: Final = "The workers that had this pair ended, again and again."


def _after(first: Job, others: Iterator[Job]) -> Iterator[Job]:
    yield first
    yield from others


def _check_version(result: Result) -> None:
    if result.version != __version__:
        raise InvalidInput(
            f"A worker has version {result.version} of Taqabul, and this is {__version__}.",
            "Install the same version everywhere.",
        )


def _told(about: dict[str, Any]) -> dict[str, Any]:
    """What the record keeps of what is known of a pair."""
    return {key: value for key, value in about.items() if key != "at"}


def _read(listed: ListedPair) -> tuple[dict[str, Any], Job | Failure]:
    """A pair's files on their way to a worker; or why they cannot be read. Its rows are as old as the newer file."""
    digests: list[str | None] = []
    files: list[FileBytes] = []
    folders: dict[Path, int] = {}
    newest = 0
    failure = None
    for path in listed.paths:
        try:
            content = path.read_bytes()
            newest = max(newest, int(path.stat().st_mtime))
        except OSError as error:
            digests.append(None)
            failure = failure or Failure(
                f"{path.name} cannot be read: {error.strerror}.",
                "Restore it, or take the pair out of the list.",
            )
            continue
        digests.append(hashlib.sha256(content).hexdigest())
        files.append(FileBytes(path.name, folders.setdefault(path.parent, len(folders)), content))
    at = datetime.fromtimestamp(newest, UTC)
    about = {"name": listed.name, "files": list(listed.files), "sha256": digests, "at": at.isoformat()}
    return about, failure or Job(listed.number, listed.name, tuple(files), at)


def _digest(digests: Iterable[str | None]) -> bytes:
    """All digests of a pair in few bytes: there may be a million of them."""
    return hashlib.sha256(json.dumps(list(digests)).encode()).digest()[:12]
