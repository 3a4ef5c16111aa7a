"""An editor that is killed at any moment: what was acknowledged is there, and the library is whole."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.long


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the editor is a fork of the test")
def test_nothing_acknowledged_is_lost_by_kills():
    # In a program of its own: a test run has threads, which a fork would leave half way.
    command = [sys.executable, "-m", "tests.durability.kills", "--kills", "12", "--seed", "7"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(Path.cwd()), *sys.path])}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("12 kills, ")
    assert " 0 faults" in done.stdout
