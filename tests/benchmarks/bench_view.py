"""Times the window on a long bitext: opening, scrolling, keys, resizing, edits. Run by hand.

    .venv/bin/python tests/benchmarks/bench_view.py [ROWS]

Builds a library of ROWS pairs (100,000 by default) in a temporary folder, in a process of its own, opens it in the
real window, with Qt's offscreen platform unless QT_QPA_PLATFORM says otherwise, and prints milliseconds: median, 95th
percentile, worst.
"""

import gc
import multiprocessing
import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "desktop"))

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from taqabul.domain.bitext import Alignment, Evidence, ProposedLink
from taqabul.domain.ids import BitextId
from taqabul.domain.language import Side
from taqabul.domain.options import ImportOptions, ParagraphRule
from taqabul.ui.core.settings import Settings
from taqabul.ui.main_window import MainWindow
from taqabul.workflow import aligning, reviewing
from taqabul.workflow.importing import import_files
from taqabul.workflow.library import open_library
from taqabul.workflow.projects import list_bitexts

ARABIC = [
    "فقدت",
    "الحكومة",
    "فرصة",
    "تاريخية",
    "في",
    "ان",
    "تلعب",
    "دورا",
    "حيويا",
    "في",
    "فتح",
    "حوار",
    "مع",
    "المقاومة",
    "العراقية",
    "عبر",
    "الأجنحة",
]
ENGLISH = [
    "the",
    "state",
    "and",
    "union",
    "have",
    "lost",
    "a",
    "historic",
    "opportunity",
    "to",
    "play",
    "vital",
    "role",
    "in",
    "opening",
    "discussions",
]


def build(folder: Path, rows: int) -> None:
    """A library with one bitext of so many rows, one in fifty of them out of order."""
    chance = random.Random(7)
    files = []
    for name, words in (("a", ARABIC), ("b", ENGLISH)):
        lines = (" ".join(chance.choices(words, k=chance.randint(3, 60))) + "." for _ in range(rows))
        files.append(folder / f"{name}.txt")
        files[-1].write_text("\n".join(lines), encoding="utf-8")
    library = open_library(folder / "library.db", "bench")
    report = import_files(library, files, ImportOptions(paragraphs=ParagraphRule.LINES))
    assert report.pair is not None
    target = list(range(rows))
    for row in range(0, rows - 20, 50):
        target[row], target[row + 9] = target[row + 9], target[row]
    evidence = Evidence(meaning=0.8, length=0.7)
    links = tuple(ProposedLink((s,), (t,), chance.random(), evidence) for s, t in enumerate(target))
    alignment = Alignment(links, links, "bench")
    aligning.create_bitext(library, *report.pair, alignment)
    library.close()


def timed(
    name: str, step: Callable[[], object], times: int, before: Callable[[], object] = lambda: None
) -> None:
    """Do something so many times, let the window paint after each, print how long it took.

    What is done ``before`` each time is not counted.
    """
    taken = []
    for _ in range(times):
        before()
        QApplication.processEvents()
        start = time.perf_counter()
        step()
        QApplication.processEvents()
        taken.append((time.perf_counter() - start) * 1000)
    taken.sort()
    middle, late = taken[len(taken) // 2], taken[int(len(taken) * 0.95)]
    print(f"{name:<42} {middle:8.1f} {late:8.1f} {taken[-1]:8.1f}")


def opened(window: MainWindow, bitext: BitextId) -> float:
    """Open a bitext and wait until it is in sight; how many seconds the longest turn of the event loop took."""
    window.show_start()
    turns, begin = [], time.perf_counter()
    window.open_bitext(bitext)
    while not turns or not window.has_page:
        QApplication.processEvents()
        turns.append(time.perf_counter() - begin)
        time.sleep(0.001)
        begin = time.perf_counter()
    return max(turns)


def resident() -> int:
    """How many megabytes of memory this process holds now; 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0
    return pages * resource.getpagesize() // 2**20


def main() -> None:
    """Build, open, measure."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        builder = multiprocessing.get_context("spawn").Process(target=build, args=(Path(folder), rows))
        builder.start()
        builder.join()
        library = open_library(Path(folder) / "library.db", "bench")
        bitext = list_bitexts(library)[0].id
        window = MainWindow(library, Settings())
        window.resize(1366, 768)
        window.show()
        app.processEvents()
        gc.freeze()  # as the program does
        print(f"memory: {resident()} MB with the window up")
        print(f"{rows} rows{'':<32} {'median':>8} {'p95':>8} {'worst':>8}")
        turns: list[float] = []
        timed("open a bitext to first paint", lambda: turns.append(opened(window, bitext)), 3)
        print(f"{'longest turn of the event loop meanwhile':<42} {'':8} {'':8} {max(turns) * 1000:8.1f}")
        print(f"memory: {resident()} MB with the bitext open")
        measure(window, rows)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"memory: {resident()} MB after all, at most {memory} MB")
        window.close()
        library.close()


def measure(window: MainWindow, rows: int) -> None:
    """Everything a person does with the rows."""
    page = window.page
    view, bar = page.view, page.view.verticalScrollBar()
    chance = random.Random(3)
    timed("scroll by the wheel", lambda: bar.setValue(bar.value() + 72), 300)
    timed("scroll by a page", lambda: bar.setValue(bar.value() + 500), 60)
    timed("drag the scroll bar anywhere", lambda: bar.setValue(chance.randint(0, bar.maximum())), 60)
    view.go_to(rows // 2)
    timed("arrow down", lambda: QTest.keyClick(view, Qt.Key.Key_Down), 200)
    timed("next unconfirmed", lambda: QTest.keyClick(view, Qt.Key.Key_U), 60)
    timed("next lowest confidence", lambda: QTest.keyClick(view, Qt.Key.Key_L), 30)
    timed("confirm and go on", lambda: QTest.keyClick(view, Qt.Key.Key_Space), 60)
    measure_edits(window, rows)
    measure_filter(window)
    widths = iter(range(900, 1366, 20))
    timed("resize", lambda: window.resize(next(widths), 768), 20)


def measure_edits(window: MainWindow, rows: int) -> None:
    """Edits, from the key to the row as it is now: saved and shown."""
    page, bitext = window.page, window.page.summary.id
    view, reviewer = page.view, page.reviewer
    control = Qt.KeyboardModifier.ControlModifier
    places = iter(range(rows // 4, rows, 20))

    def go_on() -> None:
        view.go_to(next(places))

    def merged() -> None:
        go_on()
        reviewer.merge_with_next()

    def bounded() -> None:
        """A row five above one that is decided on, so that a column moves by no more than these."""
        at = next(places)
        view.go_to(at + 5)
        reviewer.confirm()
        view.go_to(at)

    def retyped() -> None:
        place = view.place()
        assert place is not None
        assert place.paragraph is not None
        text = place.paragraph.text
        reviewer.edit_text(place.paragraph.id, f"{text} {text[:20]}", before=text)

    def shifted() -> None:
        place = view.place()
        assert place is not None
        reviewer.perform(
            lambda: reviewing.shift(window.library, bitext, Side.TARGET, place.row.link.id, up=False)
        )

    timed("merge", lambda: QTest.keyClick(view, Qt.Key.Key_M), 20, go_on)
    timed("undo", lambda: QTest.keyClick(view, Qt.Key.Key_Z, control), 20)
    timed("redo", lambda: QTest.keyClick(view, Qt.Key.Key_Y, control), 20)
    timed("split", lambda: reviewer.split(1, 1), 20, merged)
    timed("unlink", reviewer.unlink, 20, merged)
    timed("edit a text", retyped, 20, go_on)
    timed("shift a column of five rows", shifted, 20, bounded)
    timed("undo all of that", lambda: QTest.keyClick(view, Qt.Key.Key_Z, control), 60)


def measure_filter(window: MainWindow) -> None:
    """Choosing rows by a filter, and working on what it leaves."""
    page = window.page
    view, filtering = page.view, page.filtering
    page.filter_bar.open()
    while window.runner.jobs:
        QApplication.processEvents()
    view.setFocus()  # the bar took it, and its conditions hear Space
    timed("filter: count every condition", filtering.recount, 20)
    timed("filter: low confidence on and off", lambda: filtering.toggle("doubtful"), 10)
    timed("filter: lowest confidence first", filtering.toggle_order, 9)
    timed("filter: arrow down", lambda: QTest.keyClick(view, Qt.Key.Key_Down), 100)
    filtering.clear()
    filtering.toggle("proposed")
    timed("filter: confirm and go on", lambda: QTest.keyClick(view, Qt.Key.Key_Space), 60)
    timed("filter: next in the queue", lambda: QTest.keyClick(view, Qt.Key.Key_J), 60)
    timed("filter: next unconfirmed", lambda: QTest.keyClick(view, Qt.Key.Key_U), 60)
    timed("filter: next lowest confidence", lambda: QTest.keyClick(view, Qt.Key.Key_L), 30)
    page.filter_bar.close_bar()


if __name__ == "__main__":
    main()
