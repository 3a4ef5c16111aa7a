"""The aligner at work: in this process, or in one of its own that stays warm between calls.

The process of its own leaves the window all of Python's attention, and can be stopped at any moment.
"""

import atexit
import multiprocessing
import signal
import threading
import traceback
from collections.abc import Sequence
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from taqabul.domain.bitext import Alignment
from taqabul.domain.errors import AlignerStopped, AppError
from taqabul.domain.options import AlignOptions, Progress, no_progress

Paragraphs = Sequence[Sequence[str]]
Job = tuple[Paragraphs, Paragraphs, AlignOptions]

_GLANCE = 0.1
"""Seconds between two looks at whether the person wants to stop."""


def propose(
    source: Paragraphs,
    target: Paragraphs,
    options: AlignOptions | None = None,
    progress: Progress = no_progress,
) -> Alignment:
    """Align two documents, given as paragraphs that are lists of sentences, in this process."""
    # The engine and its model are slow to load; who only reviews never needs them.
    from taqabul.align.encoder import find_encoder  # noqa: PLC0415
    from taqabul.align.engine import align  # noqa: PLC0415

    options = options or AlignOptions()
    return align(source, target, options, progress, find_encoder(options))


def propose_in_process(
    source: Paragraphs,
    target: Paragraphs,
    options: AlignOptions | None = None,
    progress: Progress = no_progress,
) -> Alignment:
    """``propose`` in a process of its own; ``progress`` is called here, a few times a second.

    Raises what ``progress`` raises (Cancelled) after stopping the work, and AlignerStopped where the
    process ends before its time. Calls from several threads wait for each other.
    """
    with _turn:
        worker = _worker()
        try:
            return worker.run((source, target, options or AlignOptions()), progress)
        except BaseException:
            stop()  # whatever went wrong, the next call begins with a fresh process
            raise


class _Worker:
    """The other process, and the pipe to it."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        # Not a daemon, which may have no helpers of its own: ``stop`` ends it when this program ends,
        # and where this program is killed, the pipe's closing does.
        self.process: BaseProcess = context.Process(target=_serve, args=(theirs,))
        self.process.start()
        theirs.close()

    def run(self, job: Job, progress: Progress) -> Alignment:
        """Hand over a job and wait for what becomes of it."""
        state = (0, 0)
        try:
            self.pipe.send(job)
            while True:
                if not self.pipe.poll(_GLANCE):
                    progress(*state)
                    continue
                answer = self.pipe.recv()
                if isinstance(answer, Alignment):
                    return answer
                if isinstance(answer, BaseException):
                    raise answer
                state = answer
                progress(*state)
        except (EOFError, BrokenPipeError, ConnectionResetError):
            self.process.join()
            raise AlignerStopped(
                f"The aligner ended before it was done (exit code {self.process.exitcode}).",
                "If memory was short, close other programs; then try again.",
            ) from None

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        self.pipe.close()
        self.process.kill()
        self.process.join()
        self.process.close()


_turn = threading.Lock()
_warm: list[_Worker] = []


def _worker() -> _Worker:
    if not _warm:
        _warm.append(_Worker())
    return _warm[0]


@atexit.register
def stop() -> None:
    """End the aligner's process, if there is one; the next call starts another."""
    while _warm:
        _warm.pop().stop()


def _serve(pipe: Connection) -> None:
    """What the other process does: jobs come in, progress and results go out, until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program that started us
    while True:
        try:
            source, target, options = pipe.recv()
        except EOFError:
            return
        try:
            pipe.send(propose(source, target, options, lambda done, total: pipe.send((done, total))))
        except (BrokenPipeError, ConnectionResetError):
            return  # nobody is waiting any more
        except AppError as error:
            pipe.send(error)
        except Exception:  # noqa: BLE001  (a bug: its story goes to whoever asked)
            pipe.send(RuntimeError(traceback.format_exc()))
