"""Times annotating on a bitext with 10,000 marks against the same bitext without any. Run by hand.

    .venv/bin/python tests/benchmarks/bench_annotate.py [ROWS] [MARKS]

Builds two libraries of the same ROWS pairs (2,000 by default) in a temporary folder, in a process of its own, puts MARKS
annotations (10,000 by default) on one of them, half of them overlapping others, with a relation for every fourth, and opens
both in windows. Each step is done in the one and then in the other, so that both meet the same machine; before each, the
window has done all it puts off, and no job runs. Prints milliseconds, without marks and with them:

    median, p95   of the window's thread's processor time from the key until the rows are painted as they are now; at a
                  far place these are the texts, with the room that their marks take: the marks count among what is put off
    clock         95th percentile of the same by the clock, which counts the disk and whoever else works on the machine
    after         95th percentile of the longest that the window's thread is held up at once by what it put off, as the
                  writing of a mark that is painted already
"""

import gc
import multiprocessing
import random
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench_view import build, opened  # first: it says which platform Qt shall use
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollBar

from taqabul.domain.annotation import Annotation, span_of
from taqabul.domain.ids import BitextId
from taqabul.domain.language import Side
from taqabul.text.tokens import words
from taqabul.ui.core.settings import Settings
from taqabul.ui.main_window import MainWindow
from taqabul.workflow.annotating.marking import Given, put_mark
from taqabul.workflow.annotating.relating import put_tie
from taqabul.workflow.draft import drafting
from taqabul.workflow.library import Library, open_library
from taqabul.workflow.projects import list_bitexts
from taqabul.workflow.rows import iter_rows

KEY, NONE = Qt.Key, Qt.KeyboardModifier.NoModifier
LABELS = ("person", "organisation", "place", "date", "quantity")


def annotate(library: Library, bitext: BitextId, how_many: int) -> None:
    """Put so many annotations on a bitext, spread over its rows, in one edit."""
    chance = random.Random(5)
    rows = [row for row in iter_rows(library, bitext) if row.source and row.target]
    with drafting(library, bitext, "mark") as draft:
        before: list[Annotation] = []
        for number in range(how_many):
            row = rows[number * len(rows) // how_many]
            text = chance.choice((row.source, row.target))[0]
            places = words(text.text)
            first = chance.randrange(len(places))
            last = min(len(places) - 1, first + chance.randrange(5))
            span = span_of(text.id, text.text, places[first][0], places[last][1])
            try:
                before.append(put_mark(draft, (span,), Given("entities", chance.choice(LABELS))))
            except Exception:  # noqa: BLE001 - the same label on the same words twice
                continue
            if number % 4 == 3:
                put_tie(draft, before[-2], before[-1], "entities", "same")


class Painted(QObject):
    """Notices when a window's rows are painted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.seen = False
        self.at: tuple[float, float] | None = None
        """When painting was over that did not wait for the event loop, on both clocks of ``Taken``."""
        view = window.page.view
        view.viewport().installEventFilter(self)
        view.paint_now = self._paint_now
        self._view = view

    def stop(self) -> None:
        """Notice nothing any more."""
        del self._view.paint_now
        self.deleteLater()

    def _paint_now(self) -> None:
        type(self._view).paint_now(self._view)
        self.at = time.thread_time(), time.perf_counter()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let everything pass."""
        self.seen = self.seen or event.type() is QEvent.Type.Paint
        return False


@dataclass(frozen=True, slots=True)
class Taken:
    """How many milliseconds a step took."""

    thread: float
    clock: float
    after: float


def one_step(window: MainWindow, step: Callable[[MainWindow], object], pause: int) -> Taken | None:
    """Do something, let it paint, and then what was put off; None where nothing came of it that wanted painting."""
    painted = Painted(window)
    start, began = time.thread_time(), time.perf_counter()
    step(window)
    done = time.perf_counter()
    QApplication.sendPostedEvents()  # what is posted, as painting is, and no timer: what waits for one comes after
    while not painted.seen and time.perf_counter() - done < 0.05:
        QApplication.processEvents()
    end = time.thread_time()
    thread, clock = painted.at or (end, time.perf_counter())
    painted.stop()
    after = max((end - thread) * 1000, settle(window, pause))
    return Taken((thread - start) * 1000, (clock - began) * 1000, after) if painted.seen else None


def settle(window: MainWindow, pause: int) -> float:
    """Wait so many milliseconds, and until no job runs; gives the longest that the window's thread was busy at once."""
    longest = 0.0
    until = time.perf_counter() + pause / 1000
    while window.runner.jobs or time.perf_counter() < until:
        start = time.thread_time()
        QApplication.processEvents()
        longest = max(longest, time.thread_time() - start)
        time.sleep(0.001)
    return longest * 1000


def side_by_side(
    name: str,
    windows: Sequence[MainWindow],
    step: Callable[[MainWindow], object],
    times: int,
    *,
    pause: int = 100,
    before: Callable[[MainWindow], object] | None = None,
) -> None:
    """Do something so many times in each of two windows in turn and print how long it took in each.

    ``pause``: milliseconds after each; a person looks before going on, and the window reads ahead meanwhile. What is
    done ``before`` is not counted.
    """
    taken: list[list[Taken]] = [[], []]
    for _ in range(times):
        for window, here in zip(windows, taken, strict=True):
            if before is not None:
                one_step(window, before, pause)
            one = one_step(window, step, pause)
            if one is not None:
                here.append(one)
    print(name.ljust(30), *(cells(some) for some in taken))


def cells(taken: Sequence[Taken]) -> str:
    """The columns of a step in one window; dashes where it never painted anything."""
    if not taken:
        return "".join(f"{'–':>7}" for _ in range(4))
    thread, clock, after = ([getattr(one, name) for one in taken] for name in ("thread", "clock", "after"))
    values = sorted(thread)[len(thread) // 2], late_one(thread), late_one(clock), late_one(after)
    return "".join(f"{value:7.1f}" for value in values)


def late_one(taken: Sequence[float]) -> float:
    """The 95th percentile."""
    return sorted(taken)[int(len(taken) * 0.95)]


def bar(window: MainWindow) -> QScrollBar:
    """The scroll bar of the rows."""
    return window.page.view.verticalScrollBar()


def measure_scrolling(windows: Sequence[MainWindow]) -> None:
    """Going through the rows, as somebody who reads."""

    def by(pixels: int) -> Callable[[MainWindow], None]:
        return lambda window: bar(window).setValue(bar(window).value() + pixels)

    side_by_side("scroll by the wheel", windows, by(72), 200, pause=15)
    side_by_side("scroll by a page", windows, by(500), 100)
    side_by_side("back by the wheel", windows, by(-72), 200, pause=15)
    chances = {id(window): random.Random(3) for window in windows}
    side_by_side(
        "drag the scroll bar anywhere",
        windows,
        lambda window: bar(window).setValue(chances[id(window)].randint(0, bar(window).maximum())),
        100,
    )


def measure_annotating(windows: Sequence[MainWindow]) -> None:
    """What an annotator does."""
    for window in windows:
        window.page.view.go_to(window.page.view.rows.count // 2, Side.SOURCE)
        window.annotating.desk.mode.set_on(on=True)

    def press(key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> Callable[[MainWindow], None]:
        return lambda window: QTest.keyClick(window.page.view, key, modifier)

    side_by_side("next word", windows, press(KEY.Key_Space), 100)
    side_by_side("a word more", windows, press(KEY.Key_Left, Qt.KeyboardModifier.ShiftModifier), 60)
    side_by_side("line down", windows, press(KEY.Key_Down), 100)

    def mark(window: MainWindow) -> None:
        QTest.keyClick(window.page.view, KEY.Key_Space)
        QTest.keyClick(window.page.view, KEY.Key_P)

    side_by_side("next word and mark it at once", windows, mark, 50)
    side_by_side("mark a word", windows, press(KEY.Key_P), 100, before=press(KEY.Key_Space))
    for window in windows:
        window.annotating.desk.offers.decline()
    # Not by key: shortcuts are the active window's.
    side_by_side("undo a mark", windows, lambda window: window.actions_table["undo"].trigger(), 50)
    side_by_side("to the next mark", windows, press(KEY.Key_BracketRight), 40)


def build_both(folder: Path, rows: int, marks: int) -> None:
    """Two libraries in folders of their own, the second with marks."""
    for name in ("plain", "marked"):
        (folder / name).mkdir()
        build(folder / name, rows)
    library = open_library(folder / "marked" / "library.db", "bench")
    annotate(library, list_bitexts(library)[0].id, marks)
    library.close()


def main() -> None:
    """Build, open both, measure."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    marks = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        builder = multiprocessing.get_context("spawn").Process(
            target=build_both, args=(Path(folder), rows, marks)
        )
        builder.start()
        builder.join()
        windows = []
        for name in ("plain", "marked"):
            library = open_library(Path(folder) / name / "library.db", "bench")
            window = MainWindow(library, Settings(label_set="entities", author_asked=True))
            window.resize(1366, 768)
            window.show()
            windows.append(window)
        columns = "".join(f"{name:>7}" for name in ("median", "p95", "clock", "after"))
        print(f"{rows} rows, {marks} marks".ljust(30), "without:".ljust(28), "with:")
        print(" " * 30, columns, columns)
        for window in windows:
            opened(window, list_bitexts(window.library)[0].id)
            settle(window, 500)
        gc.freeze()  # as the program does
        measure_scrolling(windows)
        measure_annotating(windows)
        start = time.process_time()
        listing = windows[1].annotating
        listing.show_list()
        while listing.listing.waits:
            app.processEvents()
        print(f"the list of {marks} marks: {(time.process_time() - start) * 1000:.0f}")
        for window in windows:
            window.close()
            window.library.close()


if __name__ == "__main__":
    main()
