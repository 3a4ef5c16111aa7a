"""Times what shows all of a long bitext at once: minimap, overview, library page. Run by hand.

    .venv/bin/python tests/benchmarks/bench_glance.py [ROWS]

Builds a library of ROWS pairs (100,000 by default) as ``bench_view.py`` does, opens it in the real window
(offscreen unless QT_QPA_PLATFORM says otherwise) and prints milliseconds: median and worst.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench_view import build, opened
from PySide6.QtWidgets import QApplication

from taqabul.ui.core.settings import Settings
from taqabul.ui.main_window import MainWindow
from taqabul.workflow.library import open_library
from taqabul.workflow.overview import overview
from taqabul.workflow.projects import list_bitexts


def timed(name: str, step: Callable[[], object], times: int) -> None:
    """Do something so many times and print how long it took."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        step()
        taken.append((time.perf_counter() - start) * 1000)
    taken.sort()
    print(f"{name:<42} {taken[len(taken) // 2]:8.1f} {taken[-1]:8.1f}")


def main() -> None:
    """Build, open, measure."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        build(Path(folder), rows)
        library = open_library(Path(folder) / "library.db", "bench")
        (summary,) = list_bitexts(library)
        window = MainWindow(library, Settings())
        window.resize(1366, 768)
        window.show()
        app.processEvents()
        print(f"{rows} rows{'':<32} {'median':>8} {'worst':>8}")
        timed("read the library page", window.start.read_again, 5)
        opened(window, summary.id)
        minimap = window.page.minimap

        def anew() -> None:
            minimap.count_again()
            minimap.grab()

        timed("count and paint the minimap", anew, 20)
        timed("paint the minimap", minimap.grab, 20)
        timed("compute the overview, beside the window", lambda: overview(library, summary.id), 2)
        stops: list[float] = []

        def overviewed() -> None:
            window.overview.toggle()
            while not window.overview.shown:
                start = time.perf_counter()
                app.processEvents()
                stops.append((time.perf_counter() - start) * 1000)
            app.processEvents()

        timed("open the overview", overviewed, 1)
        print(f"{'longest stop of the window meanwhile':<42} {max(stops):8.1f}")
        assert window.overview.page is not None
        chart = window.overview.page.map

        def closer() -> None:
            chart.zoom(0.8)
            chart.widget.grab()

        timed("draw the whole map", lambda: (chart.show_all(), chart.widget.grab()), 10)
        timed("zoom the map by a step", closer, 20)
        chart.show_all()
        if len(sys.argv) > 2:
            window.grab().save(sys.argv[2])
        window.close()
        library.close()


if __name__ == "__main__":
    main()
