"""Times annotating on a bitext without marks and with 10,000: scrolling, going word by word, marking. Run by hand.

    .venv/bin/python tests/benchmarks/bench_annotate.py [ROWS] [MARKS]

Builds a library of ROWS pairs (2,000 by default) in a temporary folder, in a process of its own, and prints
milliseconds: median, 95th percentile, worst; first as it is, then with MARKS annotations (10,000 by default) on it, half
of them overlapping others, with a relation for every fourth.
"""

import gc
import multiprocessing
import random
import sys
import tempfile
import time
from pathlib import Path

from bench_view import build, timed  # first: it says which platform Qt shall use
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

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

KEY = Qt.Key
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


def measure(window: MainWindow) -> None:
    """What an annotator does."""
    view = window.page.view
    bar = view.verticalScrollBar()
    bar.setValue(0)
    timed("scroll by the wheel", lambda: bar.setValue(bar.value() + 72), 300)
    timed("scroll by a page", lambda: bar.setValue(bar.value() + 500), 60)
    chance = random.Random(3)
    timed("drag the scroll bar anywhere", lambda: bar.setValue(chance.randint(0, bar.maximum())), 60)
    view.go_to(view.rows.count // 2, Side.SOURCE)
    window.annotating.desk.mode.set_on(on=True)
    QApplication.processEvents()
    timed("next word", lambda: QTest.keyClick(view, KEY.Key_Space), 200)
    timed("a word more", lambda: QTest.keyClick(view, KEY.Key_Left, Qt.KeyboardModifier.ShiftModifier), 60)
    timed("line down", lambda: QTest.keyClick(view, KEY.Key_Down), 200)

    def mark() -> None:
        QTest.keyClick(view, KEY.Key_Space)
        QTest.keyClick(view, KEY.Key_P)

    timed("next word and mark it", mark, 100)
    window.annotating.desk.offers.decline()
    timed("undo a mark", lambda: QTest.keyClick(view, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier), 50)
    timed("to the next mark", lambda: QTest.keyClick(view, KEY.Key_BracketRight), 60)
    window.annotating.desk.mode.set_on(on=False)


def main() -> None:
    """Build, open, measure; annotate, open, measure again."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    marks = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        builder = multiprocessing.get_context("spawn").Process(target=build, args=(Path(folder), rows))
        builder.start()
        builder.join()
        library = open_library(Path(folder) / "library.db", "bench")
        bitext = list_bitexts(library)[0].id
        window = MainWindow(library, Settings(label_set="entities"))
        window.resize(1366, 768)
        window.show()
        app.processEvents()
        gc.freeze()  # as the program does
        print(f"{rows} rows, no marks{'':<22} {'median':>8} {'p95':>8} {'worst':>8}")
        timed("open the bitext to first paint", lambda: window.open_bitext(bitext), 3)
        measure(window)
        window.show_start()
        start = time.perf_counter()
        annotate(library, bitext, marks)
        print(f"{rows} rows, {marks} marks in one edit: {time.perf_counter() - start:.1f} s")
        timed("open the bitext to first paint", lambda: window.open_bitext(bitext), 3)
        measure(window)
        timed("the list of marks", window.annotating.show_list, 1)
        while window.annotating.listing.waits:
            app.processEvents()
        window.close()
        library.close()


if __name__ == "__main__":
    main()
