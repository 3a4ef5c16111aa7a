"""The aligner at work: in this process, or in one of its own that stays warm between calls.

The process of its own leaves the window all of Python's attention, and can be stopped at any moment.
"""

import atexit
import multiprocessing
import signal
import threading
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

import numpy as np

from taqabul.align.encoder import Halves, VectorStore
from taqabul.align.linking import Pairing
from taqabul.domain.bitext import Alignment
from taqabul.domain.errors import AlignerStopped, AppError
from taqabul.domain.options import AlignOptions, Progress, no_progress

Paragraphs = Sequence[Sequence[str]]
Job = tuple[Paragraphs, Paragraphs, AlignOptions, Sequence[Pairing]]

_GLANCE = 0.1
"""Seconds between two looks at whether the person wants to stop."""


def propose(
    source: Paragraphs,
    target: Paragraphs,
    options: AlignOptions | None = None,
    progress: Progress = no_progress,
    anchors: Sequence[Pairing] = (),
    store: VectorStore | None = None,
) -> Alignment:
    """Align two documents, given as paragraphs that are lists of sentences, in this process.

    ``anchors`` come back as they are; ``store`` remembers vectors from one call to the next.
    """
    # The engine and its model are slow to load; who only reviews never needs them.
    from taqabul.align.encoder import find_encoder  # noqa: PLC0415
    from taqabul.align.engine import align  # noqa: PLC0415

    options = options or AlignOptions()
    encoder = find_encoder(options)
    return align(source, target, options, progress, encoder, anchors=anchors, store=store)


def propose_in_process(
    source: Paragraphs,
    target: Paragraphs,
    options: AlignOptions | None = None,
    progress: Progress = no_progress,
    anchors: Sequence[Pairing] = (),
    store: VectorStore | None = None,
) -> Alignment:
    """``propose`` in a process of its own; ``progress`` is called here, a few times a second.

    ``store`` too is asked and told here: the other process never opens the library.
    Raises what ``progress`` raises (Cancelled) after stopping the work, and AlignerStopped where the
    process ends before its time. Calls from several threads wait for each other.
    """
    with _turn:
        worker = _worker()
        try:
            return worker.run((source, target, options or AlignOptions(), anchors), progress, store)
        except BaseException:
            stop()  # whatever went wrong, the next call begins with a fresh process
            raise


@dataclass(frozen=True, slots=True)
class _Recall:
    """The other process asks for vectors. Vectors cross the pipe as bytes: there are many of them."""

    encoder: str
    texts: Sequence[str]

    def ask(self, store: VectorStore | None) -> dict[int, bytes]:
        """What a store knows, by the place of the text in the question."""
        known = {} if store is None else store.recall(self.encoder, self.texts)
        return {place: known[text].tobytes() for place, text in enumerate(self.texts) if text in known}


@dataclass(frozen=True, slots=True)
class _Keep:
    """The other process hands over new vectors."""

    encoder: str
    vectors: dict[str, bytes]

    def tell(self, store: VectorStore | None) -> None:
        """Pass them on."""
        if store is not None:
            store.keep(self.encoder, {text: _as_vector(row) for text, row in self.vectors.items()})


def _as_vector(row: bytes) -> Halves:
    return np.frombuffer(row, np.float16)


class _StoreOverPipe:
    """What remembers vectors, as the other process sees it."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe

    def recall(self, encoder: str, texts: Sequence[str]) -> dict[str, Halves]:
        """Ask, and wait for the answer."""
        self._pipe.send(_Recall(encoder, texts))
        return {texts[place]: _as_vector(row) for place, row in self._pipe.recv().items()}

    def keep(self, encoder: str, vectors: Mapping[str, Halves]) -> None:
        """Hand over."""
        self._pipe.send(_Keep(encoder, {text: row.tobytes() for text, row in vectors.items()}))


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

    def run(self, job: Job, progress: Progress, store: VectorStore | None) -> Alignment:
        """Hand over a job and wait for what becomes of it; meanwhile serve its questions about vectors."""
        state = (0, 0)
        try:
            self.pipe.send(job)
            while True:
                if not self.pipe.poll(_GLANCE):
                    progress(*state)
                    continue
                answer = self.pipe.recv()
                match answer:
                    case Alignment():
                        return answer
                    case BaseException():
                        raise answer
                    case _Recall():
                        self.pipe.send(answer.ask(store))
                    case _Keep():
                        answer.tell(store)
                    case _:
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
            source, target, options, anchors = pipe.recv()
        except EOFError:
            return
        try:
            pipe.send(
                propose(
                    source, target, options, lambda *state: pipe.send(state), anchors, _StoreOverPipe(pipe)
                )
            )
        except (EOFError, BrokenPipeError, ConnectionResetError):
            return  # nobody is waiting any more
        except AppError as error:
            pipe.send(error)
        except Exception:  # noqa: BLE001  (a bug: its story goes to whoever asked)
            pipe.send(RuntimeError(traceback.format_exc()))
