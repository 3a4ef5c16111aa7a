"""What the README and the guides say of keys is what the table of actions does."""

import re
from pathlib import Path

import pytest

from taqabul.ui.action_table import ACTIONS
from taqabul.ui.annotation.keys import VERBS

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHORT = README.split("\n## The window\n")[1].split("\n## ")[0]
GUIDES = ROOT / "resources" / "guides"
WINDOW = "\n\n".join(
    (GUIDES / f"{name}.md").read_text(encoding="utf-8") for name in ("reviewing", "annotating")
)
NAMES = r"F\d+|Up|Down|Left|Right|Space|Backspace|Delete|Enter|Esc|Tab|[A-Z0-9]|\[|\]"
KEY = re.compile(rf"(?<![\w+])((?:(?:Ctrl|Shift|Alt)\+)*(?:{NAMES}))(?![\w+])")
BOUND = {key: spec.id for spec in ACTIONS for key in spec.keys}
LOCAL = {"Ctrl+Enter"}
"""Keys of the field where a text or a note is typed."""
TOLD = {
    "Space": "confirm",
    "C": "confirm-up-to",
    "S": "status",
    "Shift+S": "reset",
    "R": "review",
    "X": "reject",
    "M": "merge",
    "Alt+Backspace": "merge",
    "D": "split",
    "Ctrl+Shift+L": "unlink",
    "[": "pick-source",
    "]": "pick-target",
    "Ctrl+L": "link",
    "Ctrl+Up": "up",
    "Ctrl+Down": "down",
    "Ctrl+Shift+Up": "shift-up",
    "Ctrl+Shift+Down": "shift-down",
    "Ctrl+X": "swap",
    "Shift+C": "confirm-sure",
    "Ctrl+R": "realign",
    "Ctrl+Shift+R": "realign-chosen",
    "P": "pinpoint",
    "E": "edit",
    "F2": "edit",
    "Ctrl+B": "split-paragraph",
    "Ctrl+D": "merge-paragraphs",
    "Ctrl+Backspace": "restore",
    "I": "note",
    "U": "next-unconfirmed",
    "Alt+U": "previous-unconfirmed",
    "N": "next-uneven",
    "Alt+N": "previous-uneven",
    "L": "least-sure",
    "Ctrl+F": "find",
    "F3": "find-next",
    "Ctrl+Shift+F": "find-in-library",
    "Shift+B": "bookmark",
    "B": "next-bookmark",
    "Alt+B": "previous-bookmark",
    "Shift+R": "review-why",
    "Ctrl+Z": "undo",
    "Ctrl+Y": "redo",
}
"""What each key of the guide's table is said to do, as the action that does it."""
TOLD_FIRST = {"A": "annotate", "F": "filter", "Ctrl+E": "export", "Ctrl+Shift+Q": "checks"}
"""Keys that the README's table has, and that guide tells of elsewhere."""


def keys_of_the_table(text):
    lines = [line for line in text.splitlines() if line.startswith("| ")][1:]
    cells = [line.strip("|").split(" | ") for line in lines]
    return [key for row in cells for cell in row[::2] for key in KEY.findall(cell)]


def test_the_table_has_the_keys_that_are_told():
    told = set(keys_of_the_table(WINDOW))
    assert told >= TOLD.keys()
    assert told <= BOUND.keys()


def test_the_short_table_says_nothing_else():
    assert set(keys_of_the_table(SHORT)) - LOCAL <= TOLD.keys() | TOLD_FIRST.keys()


@pytest.mark.parametrize(("key", "action"), [*TOLD.items(), *TOLD_FIRST.items()])
def test_a_key_of_the_table_does_what_it_says(key, action):
    assert BOUND.get(key) == action


@pytest.mark.parametrize(("text", "least"), [(SHORT, 8), (WINDOW, 30)])
def test_every_key_in_the_text_does_something(text, least):
    keys = {key for key in KEY.findall(text) if "+" in key or re.fullmatch(r"F\d+", key)}
    assert len(keys) >= least
    assert keys - BOUND.keys() - VERBS.keys() - LOCAL == set()
