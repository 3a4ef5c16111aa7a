"""A batch from its list to its output: only what is not done yet is sent out, and what comes back is kept at once."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

from taqabul import __version__
from taqabul.batch.large_pairs import LargePairs
from taqabul.batch.manifest import Manifest
from taqabul.batch.output import Output
from taqabul.batch.plan import PRIVATE, Plan, settle
from taqabul.batch.record import Record
from taqabul.batch.sending import digest_of, read_pair
from taqabul.batch.spool import Spool
from taqabul.batch.streaming import Lost, Streaming
from taqabul.batch.summary import Summary, summarise
from taqabul.batch.work import Failure, InPieces, Job, Result, align_job
from taqabul.domain.errors import InvalidInput
from taqabul.domain.options import Progress, no_progress
from taqabul.formats.atomic import cannot_write, replacing

_WORK: Final = ".work"
_PARTS: Final = ".parts"
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
    pieces: Progress = no_progress,
    *,
    redo: bool = False,
) -> Ran:
    """Align what a manifest lists and is not done yet; ``out`` is held by the caller.

    ``workers`` are opened where there is something to do. ``redo`` has the files of the output made again that hold
    pairs which failed or whose texts have changed. ``progress`` counts pairs done; ``checking`` those looked at before;
    ``pieces`` those of a very long pair.
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
            spool.drop_done(record.files)
            run = _Run(manifest, plan, out, record, spool, progress, pieces)
            run.all(workers)
            run.tidy()
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
    known = {one["pair"]: (digest_of(one["sha256"]), "error" in one) for one in record.pairs()}
    for done, listed in enumerate(manifest.listed() if known else ()):
        checking(done, plan.pairs)
        if listed.number not in known:
            continue
        digests, failed = known[listed.number]
        changed = digest_of(read_pair(listed)[0]["sha256"]) != digests
        if changed and not redo:
            raise InvalidInput(f"The text of “{listed.name}” has changed since it was aligned.", _AGAIN)
        if redo and (changed or failed):
            stale.add(plan.shard_of(listed.number))
    if stale:
        record.reopen(frozenset(stale))


class _Run:
    """One run over what is left to do."""

    def __init__(
        self,
        manifest: Manifest,
        plan: Plan,
        out: Path,
        record: Record,
        spool: Spool,
        progress: Progress,
        pieces: Progress,
    ) -> None:
        self._manifest, self._plan, self._progress = manifest, plan, progress
        self._record, self._spool = record, spool
        self._large = LargePairs(out / _PARTS, plan.choices, pieces)
        self._output = Output(out, plan, record, spool)
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

    def tidy(self) -> None:
        """All is done: nothing of the work is left beside the output."""
        self._large.close()

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
                if isinstance(result.done, InPieces):
                    self._finish_large(hands, job.number, result.done)
                else:
                    self._finish(job.number, result.done, result.body)

    def _finish_large(self, hands: Streaming, number: int, cut: InPieces) -> None:
        """Have a very long pair aligned piece by piece, by whoever has time."""
        result = self._large.align(hands, number, cut, self._about[number]["sha256"])
        _check_version(result)
        self.processor_seconds += result.seconds
        self._finish(number, result.done, result.body)
        self._large.let_go(number)

    def _left(self) -> Iterator[Job]:
        """The pairs to be sent out; the files of the output that need none are closed on the way."""
        for listed in self._manifest.listed():
            shard = self._plan.shard_of(listed.number)
            if shard in self._record.files:
                continue
            about, job = read_pair(listed)
            known = self._spool.known(shard).get(listed.number)
            if known is not None and known["sha256"] == about["sha256"]:
                self._done += 1
                self._progress(self._done, self._plan.pairs)
                self._output.seal(shard)
                continue
            if known is not None:
                self._spool.forget(shard, listed.number)
            self._about[listed.number] = about
            if isinstance(job, Failure):
                self._finish(listed.number, job)
            else:
                yield replace(job, cuts=self._large.cuts(listed.number, about["sha256"]))

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
        self._output.seal(shard)


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
