"""Times annotating on a bitext with 10,000 marks against the same bitext without any. Run by hand.

    .venv/bin/python tests/benchmarks/bench_annotate.py [ROWS] [MARKS]

Builds two libraries of the same ROWS pairs (2,000 by default) in a temporary folder, in a process of its own, puts MARKS
annotations (10,000 by default) on one of them, half of them overlapping others, with a relation for every fourth, and opens
both in windows. Each step is done in the one and then in the other, so that both meet the same machine. Prints
milliseconds of processor time of this process: median and 95th percentile without marks and with them, and how many times as long
the median takes with them.
"""

import gc
import multiprocessing
import random
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bench_view import build  # first: it says which platform Qt shall use
from PySide6.QtCore import Qt
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


def side_by_side(
    name: str,
    windows: Sequence[MainWindow],
    step: Callable[[MainWindow], object],
    times: int,
    pause: int = 150,
) -> None:
    """Do something so many times in each of two windows in turn, let it paint, print how long it took in each.

    ``pause``: milliseconds before each.
    """
    taken: list[list[float]] = [[], []]
    for _ in range(times):
        QTest.qWait(pause)  # a person looks before going on, and the window reads ahead meanwhile
        for window, here in zip(windows, taken, strict=True):
            QApplication.processEvents()
            start = time.process_time()
            step(window)
            QApplication.processEvents()
            here.append((time.process_time() - start) * 1000)
    figures = [value for here in taken for value in middle_and_late(here)]
    print(name.ljust(32), *(f"{value:8.1f}" for value in figures), f"{figures[2] / figures[0]:8.2f}")


def middle_and_late(taken: Sequence[float]) -> tuple[float, float]:
    """Median and 95th percentile."""
    ordered = sorted(taken)
    return ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]


def bar(window: MainWindow) -> QScrollBar:
    """The scroll bar of the rows."""
    return window.page.view.verticalScrollBar()


def measure_scrolling(windows: Sequence[MainWindow]) -> None:
    """Going through the rows, as somebody who reads."""

    def by(pixels: int) -> Callable[[MainWindow], None]:
        return lambda window: bar(window).setValue(bar(window).value() + pixels)

    side_by_side("scroll by the wheel", windows, by(72), 300, pause=15)
    side_by_side("scroll by a page", windows, by(500), 100)
    side_by_side("back by the wheel", windows, by(-72), 300, pause=15)
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

    side_by_side("next word", windows, press(KEY.Key_Space), 200)
    side_by_side("a word more", windows, press(KEY.Key_Left, Qt.KeyboardModifier.ShiftModifier), 60)
    side_by_side("line down", windows, press(KEY.Key_Down), 200)

    def mark(window: MainWindow) -> None:
        QTest.keyClick(window.page.view, KEY.Key_Space)
        QTest.keyClick(window.page.view, KEY.Key_P)

    side_by_side("next word and mark it", windows, mark, 100)
    for window in windows:
        window.annotating.desk.offers.decline()
    undo = press(KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    side_by_side("undo a mark", windows, undo, 50)
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
            window = MainWindow(library, Settings(label_set="entities"))
            window.resize(1366, 768)
            window.show()
            windows.append(window)
        app.processEvents()
        gc.freeze()  # as the program does
        print(
            f"{rows} rows, {marks} marks".ljust(32), "  without: median, p95     with: median, p95    times"
        )
        side_by_side(
            "open to first paint", windows, lambda one: one.open_bitext(list_bitexts(one.library)[0].id), 3
        )
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
