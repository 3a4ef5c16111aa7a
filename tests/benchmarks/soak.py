"""A long session by key in the real window: does it end as it should, and does anything grow? Run by hand.

    PYTHONPATH=desktop .venv/bin/python -m tests.benchmarks.soak [--minutes 20] [--seed 1] [--rows 5000] [--steps N]

Opens the sample and a made bitext of ROWS pairs from a real library file, and does whatever a reviewer does, drawn
by chance: every verb of the table of actions, edits, notes, searches of every kind, filters, history, dialogs,
opening and closing. Then it undoes everything to the beginning and does it again to the end. It fails where a bitext
is not at each end what it was (as text, with all that belongs to it), where anything was said in any log, or where
threads, files, processes, widgets, timers, objects or memory grew. Offscreen unless QT_QPA_PLATFORM says otherwise.
"""

import argparse
import os
import random
import sys
import tempfile
import time
import weakref
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.benchmarks.soak_acts import Acts
from tests.benchmarks.soak_hands import Hands, pause
from tests.benchmarks.soak_visits import PROJECTS, Visit
from tests.benchmarks.soak_watch import Listener, census, clean_up, growth, holders, resident_mb, slope
from tests.pictures import drawn, in_full, picture

from taqabul.domain.ids import BitextId
from taqabul.ui.core.settings import Settings
from taqabul.ui.main_window import MainWindow
from taqabul.workflow import compute, shelving
from taqabul.workflow.library import Library, open_library
from taqabul.workflow.projects import list_bitexts

VISIT = 40
"""Acts between two visits to the library page, where everything is counted."""
LOOK = 20
"""Acts between two looks at whether all that is shown is what the library holds."""
WARM_UP = 0.5
TRIES = 20
MB_PER_HUNDRED_ACTS = 4.0
"""What memory may grow by, per hundred acts of the second half. Caches fill up to their bounds for a long time (the
texts as they are searched, vectors, pages of the database), in steps; a page of 5,000 pairs that is not let go costs
more than this at each of the visits to the library."""


@dataclass
class Session:
    """A session on a library; ``problems`` is what was wrong in the end."""

    library: Library
    window: MainWindow
    hands: Hands
    bitexts: list[BitextId]
    listener: Listener
    done: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    memory: list[tuple[float, float]] = field(default_factory=list)
    counted: list[Counter[str]] = field(default_factory=list)

    def run(self, steps: int, seconds: float = float("inf")) -> None:
        """Do so many acts, or as many as fit into so many seconds; then undo all and redo all."""
        acts, visit = Acts(self.hands), Visit(self.hands, self.bitexts)
        start = {one: in_full(self.library, one) for one in self.bitexts}
        end = time.monotonic() + seconds
        visit.enter(self.bitexts[0])
        acts.see_everything()
        while len(self.done) < steps and time.monotonic() < end:
            if len(self.done) % VISIT == VISIT - 1:
                self._leave()
                self.done.append(f"library: {visit.one()}")
                visit.enter(self.hands.chance.choice(self.bitexts))
            else:
                self.done.append(acts.one())
            self._check()
        for one in self.bitexts:
            self._there_and_back(visit, one, start[one])
        self._leave(count=False)
        self._judge()

    def _there_and_back(self, visit: Visit, one: BitextId, start: list[str]) -> None:
        """Undo to the beginning, compare, redo to the end, compare."""
        self._leave(count=False)
        visit.enter(one)
        self._press_to_the_end("redo", "Ctrl+Y")  # the last act may have been an undo
        finish = in_full(self.library, one)
        for verb, key, goal in (("undo", "Ctrl+Z", start), ("redo", "Ctrl+Y", finish)):
            times = self._press_to_the_end(verb, key)
            self._compare(f"after {verb} of {times}", goal, in_full(self.library, one))

    def _press_to_the_end(self, verb: str, key: str) -> int:
        times = 0
        self.window.refresh()
        while self.window.actions_table[verb].isEnabled():
            self.hands.press(key)
            self.hands.settle()
            self.window.refresh()
            times += 1
            if times > len(self.done) * 3:
                self.problems.append(f"{verb} has no end")
                break
        self.done.append(f"{verb} {times} times")
        return times

    def _compare(self, when: str, wanted: list[str], found: list[str]) -> None:
        if wanted != found:
            other = [pair for pair in zip(wanted, found, strict=False) if pair[0] != pair[1]][:3]
            self.problems.append(f"{when}: {len(wanted)} rows, {len(found)} found; {other}")

    def _check(self) -> None:
        """What the window shows is what the library holds, and nobody said anything."""
        model = self.window.page.model
        if len(self.done) % LOOK == 0 and not model.is_filtered:
            shown = [drawn(model.row(position)) for position in range(model.count)]
            held = picture(self.library, self.window.page.summary.id)
            self._compare(f"what is shown after {self.done[-1]}", held, shown)
        if self.listener.heard:
            told = "\n".join(self.listener.heard)
            self.problems.append(f"heard after act {len(self.done)}, {self.done[-3:]}: {told}")
            self.listener.heard.clear()

    def _leave(self, *, count: bool = True) -> None:
        """Close the bitext; nobody may hold on to its page. Then count, unless a long undo was what came last."""
        page = weakref.ref(self.window.page)
        model = weakref.ref(self.window.page.model)
        self.hands.press("Ctrl+W")
        self.hands.settle()
        clean_up()
        for _ in range(TRIES):  # a worker's thread may not have come to let go of its last job
            if page() is None and model() is None:
                break
            pause(50)
            clean_up()
        for name, held in (("page", page), ("model", model)):
            if held() is not None:
                self.problems.append(
                    f"{name} not let go after act {len(self.done)}, {self.done[-VISIT:]}: {holders(held())}"
                )
        if count:
            self.memory.append((len(self.done), resident_mb()))
        self.counted.append(census())

    def _judge(self) -> None:
        """Compare the second half with what there was at its beginning."""
        middle = int(len(self.counted) * WARM_UP)
        if not 0 < middle < len(self.counted) - 1:
            return
        before: Counter[str] = Counter()
        for counted in self.counted[1 : middle + 1]:
            before |= counted
        self.problems += [
            f"{name} grew from {old} to {new}"
            for name, (old, new) in growth(before, self.counted[-1]).items()
        ]
        grown = 100 * slope(self.memory[middle:])
        if grown > MB_PER_HUNDRED_ACTS:
            self.problems.append(f"memory grows by {grown:.1f} MB with a hundred acts: {self.memory}")


def begin(folder: Path, rows: int, seed: int, listener: Listener, *, sample: bool = True) -> Session:
    """A window on a new library with the bitexts of the session."""
    from tests.benchmarks.bench_view import build

    build(folder, rows)
    library = open_library(folder / "library.db", "Rana")
    for name in PROJECTS:
        shelving.make_project(library, name)
    window = MainWindow(library, Settings(last_folder=str(folder), author_asked=True))
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    hands = Hands(window, random.Random(seed), folder)
    if sample:
        window.files.open_sample()
        hands.settle()
        window.show_start()
    bitexts = [one.id for one in list_bitexts(library)]
    return Session(library, window, hands, bitexts, listener)


def finish(session: Session) -> None:
    """Close the window as a person would; what is left over is a problem."""
    session.hands.rest()
    session.window.close()
    session.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    session.library.close()
    compute.stop()
    session.problems += session.listener.heard


def main() -> None:
    """Read the command line, run, report."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rows", type=int, default=5000)
    parser.add_argument("--steps", type=int, default=sys.maxsize)
    asked = parser.parse_args()
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder, Listener() as listener:
        session = begin(Path(folder), asked.rows, asked.seed, listener)
        start = time.monotonic()
        try:
            session.run(asked.steps, asked.minutes * 60)
        except BaseException:
            print("\n".join(session.done[-12:]), "\n".join(listener.heard), sep="\n")
            raise
        finish(session)
        report(session, time.monotonic() - start)
    del app
    sys.exit(bool(session.problems))


def report(session: Session, seconds: float) -> None:
    """What was done and what it cost."""
    kinds = Counter(act.split()[0] if not act.startswith("verb") else act for act in session.done)
    print(
        f"{len(session.done)} acts in {seconds / 60:.1f} minutes, {sum(session.hands.met.values())} dialogs"
    )
    print(", ".join(f"{name} {count}" for name, count in sorted(kinds.items())))
    print("dialogs:", ", ".join(f"{name} {count}" for name, count in session.hands.met.most_common()))
    slowest = sorted(session.hands.stops.items(), key=lambda pair: -pair[1])[:10]
    print("slowest keys, ms:", ", ".join(f"{name} {1000 * took:.0f}" for name, took in slowest))
    print("memory, MB:", ", ".join(f"{at:.0f}: {size:.0f}" for at, size in session.memory))
    if session.counted:
        last = session.counted[-1]
        print("at the end:", ", ".join(f"{name} {count}" for name, count in last.items() if "." not in name))
    print("\n".join(session.problems) or "nothing wrong")


if __name__ == "__main__":
    main()
