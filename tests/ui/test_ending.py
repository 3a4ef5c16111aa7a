"""The program ended from outside in the middle of a job: no process is left, and the library is whole."""

import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from tests.benchmarks.soak_watch import children

from taqabul import paths
from taqabul.ui.open_flow import SAMPLE
from taqabul.workflow.library import open_library
from taqabul.workflow.projects import list_bitexts
from taqabul.workflow.rows import iter_rows

pytestmark = pytest.mark.long
PATIENCE = 90


def wait_for(condition) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def alive(pid: int) -> bool:
    try:
        status = Path(f"/proc/{pid}/stat").read_text("utf-8")
    except (FileNotFoundError, ProcessLookupError):  # it may end while it is read
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


def below(pid: int) -> list[int]:
    found = children(pid)
    return found + [one for child in found for one in below(child)]


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_no_process_is_left_and_the_library_is_whole(tmp_path, end):
    library = tmp_path / "library.db"
    named = {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"}
    environment = os.environ | {name: str(tmp_path / name) for name in named}
    sample = paths.seeds() / SAMPLE
    command = [sys.executable, "-m", "taqabul", "--library", str(library), str(sample)]
    program = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    try:
        wait_for(lambda: children(program.pid))
        helpers = below(program.pid)
        program.send_signal(end)
        program.wait(PATIENCE)
        wait_for(lambda: not any(map(alive, helpers)))
    finally:
        program.kill()
        program.wait()
    again = open_library(library, "Rana")
    assert len(list_bitexts(again)) <= 1
    again.close()


AT_WORK = """
import signal
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from taqabul.ui.application import run_window
from taqabul.ui.main_window import MainWindow

for one in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
    signal.signal(one, signal.SIG_DFL)  # whoever began the tests may have had them ignored
library, bitext, what, ready, asked = sys.argv[1:]
app = QApplication([])
clock = QTimer(interval=20)


def begin():
    (window,) = (one for one in app.topLevelWidgets() if isinstance(one, MainWindow))
    if not window.has_page:
        window.open_bitext(int(bitext))
    elif window.page.view.places.height > 0:
        clock.stop()
        {"typing": type_into, "dialog": open_dialog, "staying": refuse}[what](window)


def type_into(window):
    window.page.view.edit_asked.emit()
    QTest.keyClicks(window.page.editing.editor, "kept ")
    Path(ready).touch()


def open_dialog(window):
    type_into(window)
    Path(ready).unlink()
    clock.timeout.disconnect()
    clock.timeout.connect(lambda: Path(ready).touch() if app.activeModalWidget() is not None else None)
    clock.start()
    window.actions_table["assign"].trigger()


def refuse(window):
    MainWindow.close = MainWindow.closeEvent = lambda _self, event: (event.ignore(), Path(asked).touch())
    Path(ready).touch()


clock.timeout.connect(begin)
clock.start()
sys.exit(run_window(library, []))
"""


@pytest.fixture
def begun(tmp_path, fill):
    """Begins a program with a window in which something is being done; gives it and its library."""
    library = tmp_path / "library.db"
    with closing(open_library(library, "Rana")) as made:
        bitext = fill(made, 3)
    script, ready, asked = tmp_path / "at_work.py", tmp_path / "ready", tmp_path / "asked"
    script.write_text(AT_WORK, "utf-8")
    named = {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"}
    environment = os.environ | {name: str(tmp_path / name) for name in named}
    started = []

    def begin(what):
        words = map(str, (script, library, bitext, what, ready, asked))
        started.append(subprocess.Popen([sys.executable, *words], env=environment))
        wait_for(lambda: ready.exists() or started[0].poll() is not None)
        return started[0], library, asked

    yield begin
    for program in started:
        program.kill()
        program.wait()


@pytest.mark.parametrize(
    ("what", "end"),
    [
        ("typing", signal.SIGTERM),
        ("typing", signal.SIGHUP),
        ("typing", signal.SIGINT),
        ("dialog", signal.SIGTERM),
    ],
)
def test_what_is_typed_is_kept_when_the_program_is_asked_to_end(begun, what, end):
    program, library, _asked = begun(what)
    program.send_signal(end)
    assert program.wait(PATIENCE) == 0
    assert not library.with_name("library.db-wal").exists(), "it was closed as by its own button"
    with closing(open_library(library, "Rana")) as again:
        (bitext,) = list_bitexts(again)
        assert next(iter_rows(again, bitext.id)).source[0].text == "kept A0"


def test_who_asks_twice_is_obeyed_at_once(begun):
    program, _library, asked = begun("staying")
    program.send_signal(signal.SIGTERM)
    wait_for(lambda: asked.exists() or program.poll() is not None)
    assert program.poll() is None
    program.send_signal(signal.SIGTERM)
    assert program.wait(PATIENCE) == -signal.SIGTERM
