"""Two programs on one library, and one that is killed: no edit is lost, half written or written over."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from taqabul.domain.errors import EditConflict
from taqabul.storage.ciphering import password_of
from taqabul.workflow import reviewing
from taqabul.workflow.history import journal, undo
from taqabul.workflow.library import open_library
from taqabul.workflow.rows import iter_rows, outline

pytestmark = pytest.mark.long
EDITOR = """
import sys
from taqabul.workflow import reviewing
from taqabul.workflow.annotating.notes import add_note
from taqabul.workflow.library import open_library
from taqabul.workflow.rows import iter_rows
library = open_library(sys.argv[1], "editor")
first, second, *others = [row.link for row in iter_rows(library, 1)]
for k in range(100_000):  # till it is killed
    if k % 4 == 0:
        changes = reviewing.merge_with_next(library, 1, first.id)
    elif k % 4 == 1:
        changes = reviewing.split(library, 1, first.id, 1, 1)
    elif k % 4 == 2:
        changes = add_note(library, 1, others[k % len(others)].id, str(k))
    else:
        changes = reviewing.edit_text(library, 1, others[0].source[0], f"A{k}.")
    print(changes.journal, flush=True)
"""


def start(code, *arguments):
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, text=True, env=environment
    )


@pytest.mark.file
@pytest.mark.parametrize("killed_after", [3, 57, 120])
def test_what_was_acknowledged_survives_a_kill(library, fill, killed_after):
    bitext = fill(library, 10)
    path = Path(library.location)
    library.close()
    with start(EDITOR, str(path)) as child:
        acknowledged = [int(child.stdout.readline()) for _ in range(killed_after)]
        child.send_signal(signal.SIGKILL)
        acknowledged += [int(line) for line in child.stdout if line.endswith("\n")]
    assert child.returncode == -signal.SIGKILL
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    again = open_library(path, "editor")
    try:
        lines = journal(again, bitext, limit=100_000)
        assert {line.id for line in lines} >= set(acknowledged)
        assert len(lines) - len(acknowledged) in (0, 1)
        while undo(again, bitext):
            pass
        texts = [(row.source[0].text, row.target[0].text) for row in iter_rows(again, bitext)]
        assert texts == [(f"A{k}", f"B{k}") for k in range(10)]
    finally:
        again.close()


MARKER = """
import sys
from taqabul.workflow.annotating.notes import add_note
from taqabul.workflow.library import open_library
from taqabul.workflow.rows import iter_rows
library = open_library(sys.argv[1], sys.argv[2])
link = next(iter_rows(library, 1)).link
for k in range(40):
    add_note(library, 1, link.id, f"{sys.argv[2]} {k}")
"""


def test_two_programs_that_write_at_once_lose_nothing(library, fill):
    if library.file and password_of(library.file):
        pytest.skip("the other programs would ask for the password")
    bitext = fill(library)
    children = [start(MARKER, library.location, author) for author in ("rim", "samir")]
    for child in children:
        child.communicate()
    assert [child.returncode for child in children] == [0, 0]
    notes = next(iter_rows(library, bitext)).notes
    assert sorted(note.text for note in notes) == sorted(
        f"{a} {k}" for a in ("rim", "samir") for k in range(40)
    )
    assert len(journal(library, bitext, limit=1000)) == 80


def test_of_two_who_edit_the_same_row_one_is_told_to_look_again(library, fill):
    bitext = fill(library)
    other = open_library(library.location, "samir")
    try:
        outline(library, bitext)
        outline(other, bitext)
        row = next(iter_rows(library, bitext)).link
        reviewing.reject(library, bitext, [row.id])
        with pytest.raises(EditConflict, match="Somebody changed"):
            reviewing.confirm(other, bitext, [row.id])
        assert next(iter_rows(library, bitext)).link.changed_by == "rim"
        outline(other, bitext)
        reviewing.confirm(other, bitext, [row.id])
        assert next(iter_rows(library, bitext)).link.changed_by == "samir"
    finally:
        other.close()
