"""A window on a real library file, holding one small bitext whose alignment was made by hand."""

import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, SignalInstance
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker
from tests.fresh import new_library

from taqabul.domain.bitext import Alignment, Evidence, ProposedLink
from taqabul.domain.ids import BitextId
from taqabul.domain.options import ImportOptions
from taqabul.ui.core.settings import Settings
from taqabul.ui.main_window import MainWindow
from taqabul.ui.pages import late_modules
from taqabul.workflow import aligning
from taqabul.workflow.importing import import_files
from taqabul.workflow.library import Library, open_library
from taqabul.workflow.rows import iter_rows

ARABIC = (
    "بيان من القاهرة.",
    "وصل كِتَابُ أحمد إلى المدرسة. قرأه الطلاب.",
    "عاد المعلم في ٣ أيار.",
    "هيفاء زنكنة، كاتبة.",
    "زهير الشاروك، عميد.",
    "انتهى البيان.",
)
ENGLISH = (
    "A statement from Cairo.",
    "Ahmad's book reached the school.",
    "The pupils read it.",
    "The teacher came back on 3 May.",
    "Zuhair Al Sharook, dean.",
    "Haifa Zangana, writer.",
    "A line without counterpart.",
)
BESIDE = QPoint(9000, 9000)
PATIENCE = 120_000
"""Milliseconds: on a machine with other work the first chart or the first model is long in loading."""
SURE = Evidence(meaning=0.9, numbers=1.0, length=0.8)
PARAGRAPH_LINKS = (
    ProposedLink((0,), (0,), 0.95, SURE),
    ProposedLink((1,), (1, 2), 0.7, SURE),
    ProposedLink((2,), (3,), 0.85, SURE),
    ProposedLink((3,), (5,), 0.6, SURE),
    ProposedLink((4,), (4,), 0.3, SURE),
    ProposedLink((), (6,)),
    ProposedLink((5,), ()),
)
SENTENCE_LINKS = (
    ProposedLink((0,), (0,), 0.9),
    ProposedLink((1,), (1,), 0.8),
    ProposedLink((2,), (2,), 0.8),
    ProposedLink((3,), (3,), 0.8),
    ProposedLink((4,), (5,), 0.6),
    ProposedLink((5,), (4,), 0.3),
    ProposedLink((), (6,)),
    ProposedLink((6,), ()),
)


@pytest.fixture(autouse=True)
def nothing_stays_on_the_desk(qapp: QApplication) -> Iterator[None]:
    """Let widgets that were told to go do so: without an event loop they would stay till the end of the run.

    The pointer starts beside all windows, wherever a test before left it: it would point at something.
    """
    QCursor.setPos(BESIDE)
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


class PatientBot(QtBot):
    """Waits longer for what has to come: who waits for nothing but the clock learns nothing here."""

    def waitUntil(self, callback: Callable[[], object], *, timeout: int = PATIENCE) -> None:  # noqa: N802
        """Let Qt work until something holds; fails after ``timeout`` milliseconds."""
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: SignalInstance, *, timeout: int = PATIENCE) -> SignalBlocker:  # noqa: N802
        """Let Qt work until a signal came; fails after ``timeout`` milliseconds."""
        return super().waitSignal(signal, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:
    return PatientBot(request)


@pytest.fixture
def text_file(tmp_path: Path) -> Path:
    path = tmp_path / "statement.txt"
    path.write_text("\n\n".join((*ARABIC, *ENGLISH)), encoding="utf-8")
    return path


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = new_library(tmp_path / "library.db", "Rana")
    yield opened
    opened.close()


@pytest.fixture
def mine(address: str) -> Iterator[Library]:
    """A library on a server, opened by Rana."""
    with closing(open_library(address, "Rana")) as opened:
        yield opened


@pytest.fixture
def bitext(library: Library, text_file: Path) -> BitextId:
    report = import_files(library, [text_file], ImportOptions())
    assert report.pair is not None
    source, target = aligning.texts_of(library, *report.pair)
    assert (len(source), len(target)) == (len(ARABIC), len(ENGLISH))
    assert sum(map(len, source)) == 7
    alignment = Alignment(PARAGRAPH_LINKS, SENTENCE_LINKS, "by hand")
    return aligning.create_bitext(library, *report.pair, alignment)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(last_folder=str(tmp_path), author_asked=True)


def threads() -> set[str]:
    """The names of the program's own threads that run."""
    return {thread.name for thread in threading.enumerate() if thread.name.startswith("taqabul")}


@pytest.fixture
def window(qtbot, library: Library, settings: Settings) -> Iterator[MainWindow]:
    before = threads()
    made = MainWindow(library, settings)
    qtbot.addWidget(made)
    made.resize(1200, 760)
    made.show()
    made.activateWindow()
    yield made
    for job in made.runner.jobs:
        job.cancel()
    qtbot.waitUntil(lambda: not made.runner.jobs)
    if made.has_page:
        made.page.editing.discard()
    made.close()
    qtbot.waitUntil(lambda: not threads() - before)


@pytest.fixture
def at_work(window: MainWindow, bitext: BitextId, qtbot) -> MainWindow:
    """The window with the bitext open, the cursor in the first row."""
    window.open_bitext(bitext)
    qtbot.waitUntil(lambda: window.page.view.places.height > 0)
    window.page.view.setFocus()
    return window


@pytest.fixture
def picture(library: Library, bitext: BitextId):
    """The bitext as text, one row a line: ``A2 | B2 B3 confirmed``."""

    def drawn() -> list[str]:
        lines = []
        for row in iter_rows(library, bitext):
            source = " ".join(f"A{one.number}" for one in row.source) or "-"
            target = " ".join(f"B{one.number}" for one in row.target) or "-"
            status = "" if row.link.status == "proposed" else f" {row.link.status}"
            lines.append(f"{source} | {target}{status}")
        return lines

    return drawn


@pytest.fixture
def shown():
    """The rows as the model holds them, in the same words."""

    def drawn(window: MainWindow) -> list[str]:
        model = window.page.model
        lines = []
        for position in range(model.count):
            row = model.row(position)
            source = " ".join(f"A{one.number}" for one in row.source) or "-"
            target = " ".join(f"B{one.number}" for one in row.target) or "-"
            status = "" if row.link.status == "proposed" else f" {row.link.status}"
            lines.append(f"{source} | {target}{status}")
        return lines

    return drawn


@pytest.fixture
def loaded_in(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """As if nothing that is loaded late were there yet: the names of what is loaded since, and whether the window waited for it."""
    found: list[tuple[str, bool]] = []

    def importing(name: str) -> object:
        found.append((name, threading.current_thread() is threading.main_thread()))
        return import_module(name)

    monkeypatch.setattr(late_modules, "_loaded", set())
    monkeypatch.setattr(late_modules, "import_module", importing)
    return found
