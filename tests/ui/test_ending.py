"""The program ended from outside in the middle of a job: no process is left, and the library is whole."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.benchmarks.soak_watch import children

from taqabul import paths
from taqabul.ui.open_flow import SAMPLE
from taqabul.workflow.library import open_library
from taqabul.workflow.projects import list_bitexts

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
