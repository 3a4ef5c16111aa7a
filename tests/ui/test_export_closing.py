"""The export dialog is left again and again while it reads, in a program of its own: it ends as it should."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.long

ROOT = Path(__file__).parents[2]


@pytest.mark.timeout(240)
@pytest.mark.parametrize("end", ["close", "window", "quit"])
def test_leaving_while_it_reads_ends_in_nothing_broken(tmp_path, end):
    places = os.pathsep.join([str(ROOT), str(ROOT / "desktop"), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.closing_exports", str(tmp_path), end, "25"],
        capture_output=True,
        text=True,
        timeout=220,
        check=False,
        env=os.environ | {"PYTHONPATH": places, "QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert "Fatal" not in done.stderr
