"""Times the claims page of a library with 10,000 annotations on one bitext, mentions of 2,000 claims. Run by hand.

    .venv/bin/python tests/benchmarks/bench_claims.py [MENTIONS] [CLAIMS] [--profile]

Builds the library in a temporary folder, in a process of its own, and opens the page by its key in the real window, ten
times. Prints milliseconds of the processor (all threads of the window's process) and on the clock, median and worst: from the
key to the first claims painted, to everything that is read after them, for a step to the next claim with its mentions, and
for what is typed into the filter.
"""

import argparse
import cProfile
import gc
import multiprocessing
import pstats
import random
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from bench_view import build  # first: it says which platform Qt shall use
from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtGui import QKeySequence, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from taqabul.domain.annotation import AnnotationStatus, span_of
from taqabul.domain.claims import Claim
from taqabul.domain.ids import ClaimId, new_uid
from taqabul.text.tokens import words
from taqabul.ui.claims import claims_page
from taqabul.ui.claims.claims_table import ClaimsTable
from taqabul.ui.core.settings import Settings
from taqabul.ui.main_window import MainWindow
from taqabul.workflow.annotating.marking import Given, put_mark
from taqabul.workflow.draft import drafting
from taqabul.workflow.library import Library, open_library
from taqabul.workflow.projects import list_bitexts
from taqabul.workflow.rows import iter_rows

ROWS, TIMES = 2000, 10
CLAIMERS = ("the government", "المتحدث باسم الحكومة", "a witness", "الاتحاد")


def claim_all(library: Library, mentions: int, claims: int) -> None:
    """Put so many mentions of so many claims on the one bitext, in one edit."""
    chance = random.Random(5)
    bitext = list_bitexts(library)[0].id
    rows = [row for row in iter_rows(library, bitext) if row.source and row.target]
    with drafting(library, bitext, "mark") as draft:
        made: list[ClaimId] = []
        for number in range(claims):
            said = " ".join(chance.choices(CLAIMERS, k=3))
            claim = Claim(
                ClaimId(draft.take("claim")), new_uid(), bitext, draft.author, draft.now, draft.author, draft.now,
                f"{said} ({number})", f"Claim {number} of {said}", chance.choice(list(AnnotationStatus)),
                (("date", (f"{chance.randint(1990, 2026)}-0{chance.randint(1, 9)}",)), ("type", ("factual",))),
            )  # fmt: skip
            draft.written.claims.put(claim)
            made.append(claim.id)
        for number in range(mentions):
            text = chance.choice(
                (rows[number * len(rows) // mentions].source, rows[number * len(rows) // mentions].target)
            )[0]
            places = words(text.text)
            first = chance.randrange(len(places))
            last = min(len(places) - 1, first + chance.randrange(5))
            span = span_of(text.id, text.text, places[first][0], places[last][1])
            given = Given("claims", "claim", attributes=(("claimer", (chance.choice(CLAIMERS),)),))
            try:
                mark = put_mark(draft, (span,), given)
            except Exception:  # noqa: BLE001 - the same label on the same words twice
                continue
            draft.written.annotations.put(replace(mark, claim=made[number % claims]))


def prepare(folder: Path, mentions: int, claims: int) -> None:
    """The library, made in a process of its own."""
    build(folder, ROWS)
    library = open_library(folder / "library.db", "bench")
    claim_all(library, mentions, claims)
    library.close()


class Painted(ClaimsTable):
    """The table, which notes when claims were painted in it for the first time: processor, clock."""

    at: tuple[float, float] | None = None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint, then look at the clocks."""
        super().paintEvent(event)
        if Painted.at is None and self.listed.rowCount():
            Painted.at = (time.process_time(), time.perf_counter())


class Clock:
    """The processor's and the wall's milliseconds of several goes."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.taken: list[tuple[float, float]] = []

    def take(self, before: tuple[float, float], after: tuple[float, float]) -> None:
        """Keep the time between two looks at the clocks."""
        self.taken.append(((after[0] - before[0]) * 1000, (after[1] - before[1]) * 1000))

    def tell(self) -> None:
        """Print it; the first go does not count, in which modules are loaded."""
        for kind, values in zip(("processor", "clock"), zip(*self.taken[1:], strict=True), strict=True):
            some = sorted(values)
            print(f"{self.name:<42} {kind:<10} {some[len(some) // 2]:8.1f} {some[-1]:8.1f}")


def now() -> tuple[float, float]:
    """The processor's and the wall's clock."""
    return time.process_time(), time.perf_counter()


def wait(window: MainWindow) -> None:
    """Until all is read and painted."""
    while window.claims.waits:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    QApplication.processEvents()


def one_go(window: MainWindow, clocks: list[Clock]) -> None:
    """Open the page, step, filter, close."""
    first, everything, step, words_ = clocks
    QApplication.processEvents()
    Painted.at, before = None, now()
    QTest.keySequence(window, QKeySequence("Ctrl+Alt+C"))
    wait(window)
    assert Painted.at is not None
    first.take(before, Painted.at)
    everything.take(before, now())
    page = window.claims.page
    before = now()
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    wait(window)
    step.take(before, now())
    before = now()
    page.filters.words.setText("1999")
    wait(window)
    words_.take(before, now())
    assert page.model.rowCount() == 1
    window.claims.close()
    QApplication.processEvents()


def measure(window: MainWindow, *, profile: bool) -> None:
    """Do it several times, and print what it took."""
    names = ("open: claims painted", "open: all of it", "next claim and its mentions", "filter")
    clocks = [Clock(one) for one in names]
    one_go(window, clocks)
    profiler = cProfile.Profile()
    if profile:
        profiler.enable()
    for _ in range(TIMES):
        one_go(window, clocks)
    profiler.disable()
    print(f"{'milliseconds':<42} {'':<10} {'median':>8} {'worst':>8}")
    for clock in clocks:
        clock.tell()
    if profile:
        pstats.Stats(profiler).sort_stats("tottime").print_stats(45)


def main() -> None:
    """Build, open, measure."""
    asked = argparse.ArgumentParser()
    asked.add_argument("mentions", nargs="?", type=int, default=10_000)
    asked.add_argument("claims", nargs="?", type=int, default=2_000)
    asked.add_argument("--profile", action="store_true")
    wanted = asked.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        building = multiprocessing.get_context("spawn").Process(
            target=prepare, args=(folder, wanted.mentions, wanted.claims)
        )
        building.start()
        building.join()
        app = QApplication([])
        library = open_library(folder / "library.db", "bench")
        claims_page.ClaimsTable = Painted
        window = MainWindow(library, Settings())
        window.resize(1366, 768)
        window.show()
        window.activateWindow()
        app.processEvents()
        gc.freeze()  # as the program does
        measure(window, profile=wanted.profile)
        window.close()
        library.close()


if __name__ == "__main__":
    main()
