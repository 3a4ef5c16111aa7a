"""Every verb as pictures: a bitext as text, the keys pressed in the window, and the bitext after them.

`3 B` puts the cursor on the third row's target; `'…` is typed where the keyboard is; `history`, `restore` and `replacement`
are parts of the window that Tab leads to; everything else is a key, and a dialog that comes up is answered by key. Of the bitext after it the lines that are other than before are given: `-` went,
`+` came. Each verb is done, undone, compared, done again, compared, and undone for the next.
"""

import random
from difflib import ndiff

import pytest
from PySide6.QtWidgets import QInputDialog
from tests.benchmarks.soak_hands import Hands, pause
from tests.pictures import in_full, picture, whole

from taqabul.domain.language import Side
from taqabul.ui.dialogs.reason_dialog import ReasonDialog
from taqabul.ui.dialogs.sure_dialog import SureDialog
from taqabul.ui.search.replace_dialog import ReplaceDialog

pytestmark = pytest.mark.long
START = ["A1 | B1", "A2 | B2 B3", "A3 | B4", "A4 | B6", "A5 | B5", "- | B7", "A6 | -"]
SIDES = {"A": Side.SOURCE, "B": Side.TARGET}
N = ()
VERBS = {
    "confirm and go on": (
        N,
        ("1 A", "Space"),
        ["- A1 | B1", "+ A1 | B1 ✓"],
    ),
    "confirm, or take it back": (
        N,
        ("1 A", "S"),
        ["- A1 | B1", "+ A1 | B1 ✓"],
    ),
    "confirm several": (
        N,
        ("2 A", "Shift+Down", "Shift+Down", "Space"),
        ["- A2 | B2 B3", "+ A2 | B2 B3 ✓", "- A3 | B4", "+ A3 | B4 ✓", "- A4 | B6", "+ A4 | B6 ✓"],
    ),
    "confirm up to here": (
        ("2 A", "X"),
        ("3 A", "C"),
        ["- A1 | B1", "+ A1 | B1 ✓", "- A3 | B4", "+ A3 | B4 ✓"],
    ),
    "confirm all above a confidence": (
        N,
        ("Shift+C",),
        ["- A1 | B1", "+ A1 | B1 ✓", "- A2 | B2 B3", "+ A2 | B2 B3 ✓", "- A3 | B4", "+ A3 | B4 ✓"],
    ),
    "mark for review": (
        N,
        ("4 A", "R"),
        ["- A4 | B6", "+ A4 | B6 ?"],
    ),
    "mark for review, with a reason": (
        N,
        ("4 A", "Shift+R"),
        ["- A4 | B6", "+ A4 | B6 ?(الرقم ناقص)"],
    ),
    "reject": (
        N,
        ("5 B", "X"),
        ["- A5 | B5", "+ A5 | B5 ✗"],
    ),
    "back to proposed": (
        ("1 A", "Space"),
        ("1 A", "Shift+S"),
        ["- A1 | B1 ✓", "+ A1 | B1"],
    ),
    "merge with next": (
        N,
        ("3 A", "M"),
        ["+ A3 A4 | B4 B6 ✓", "- A3 | B4", "- A4 | B6"],
    ),
    "merge many": (
        N,
        ("1 A", "Shift+Down", "Shift+Down", "Shift+Down", "M"),
        ["+ A1 A2 A3 A4 | B1 B2 B3 B4 B6 ✓", "- A1 | B1", "- A2 | B2 B3", "- A3 | B4", "- A4 | B6"],
    ),
    "split": (
        N,
        ("2 B", "D"),
        ["- A2 | B2 B3", "+ A2 | B2 ✓", "+ - | B3 ✓"],
    ),
    "unlink": (
        N,
        ("2 A", "Ctrl+Shift+L"),
        ["- A2 | B2 B3", "+ A2 | - ✓", "+ - | B2 ✓", "+ - | B3 ✓"],
    ),
    "link far apart": (
        N,
        ("7 A", "[", "1 B", "]", "Ctrl+L"),
        ["- A1 | B1", "+ A1 | -", "- A6 | -", "+ A6 | B1 ✓"],
    ),
    "link two with one": (
        N,
        ("6 B", "]", "4 B", "]", "7 A", "[", "Ctrl+L"),
        ["- A4 | B6", "+ A4 | -", "+ A6 | B6 B7 ✓", "- - | B7", "- A6 | -"],
    ),
    "move a source paragraph up": (
        N,
        ("3 A", "Ctrl+Up"),
        ["- A2 | B2 B3", "+ A2 A3 | B2 B3 ✓", "- A3 | B4", "+ - | B4"],
    ),
    "move a source paragraph down": (
        N,
        ("3 A", "Ctrl+Down"),
        ["- A3 | B4", "+ - | B4", "- A4 | B6", "+ A3 A4 | B6 ✓"],
    ),
    "move a target paragraph up": (
        N,
        ("3 B", "Ctrl+Up"),
        ["- A2 | B2 B3", "+ A2 | B2 B3 B4 ✓", "- A3 | B4", "+ A3 | -"],
    ),
    "move a target paragraph down": (
        N,
        ("2 B", "Ctrl+Down"),
        ["- A2 | B2 B3", "+ A2 | B2", "- A3 | B4", "+ A3 | B3 B4 ✓"],
    ),
    "shift the source up": (
        N,
        ("3 A", "Ctrl+Shift+Up"),
        [
            "- A2 | B2 B3",
            "+ A2 A3 | B2 B3 ✓",
            "- A3 | B4",
            "+ A4 | B4",
            "- A4 | B6",
            "+ A5 | B6",
            "- A5 | B5",
            "- - | B7",
            "+ - | B5",
            "- A6 | -",
            "+ A6 | B7",
        ],
    ),
    "shift the source down": (
        N,
        ("3 A", "Ctrl+Shift+Down"),
        [
            "+ - | B4",
            "- A3 | B4",
            "+ A3 | B6",
            "- A4 | B6",
            "+ A4 | B5",
            "- A5 | B5",
            "+ A5 | B7",
            "- - | B7",
        ],
    ),
    "shift the target up": (
        N,
        ("4 B", "Ctrl+Shift+Up"),
        ["- A3 | B4", "+ A3 | B4 B6 ✓", "- A4 | B6", "+ A4 | B5", "- A5 | B5", "+ A5 | B7", "- - | B7"],
    ),
    "shift the target down": (
        N,
        ("4 B", "Ctrl+Shift+Down"),
        ["+ A4 | -", "- A4 | B6", "+ A5 | B6", "- A5 | B5", "- - | B7", "+ - | B5", "- A6 | -", "+ A6 | B7"],
    ),
    "shift as far as a decided pair": (
        ("6 B", "S"),
        ("3 B", "Ctrl+Shift+Down"),
        ["+ A3 | -", "- A3 | B4", "+ A4 | B4", "- A4 | B6", "+ A5 | B6", "- A5 | B5", "+ - | B5"],
    ),
    "exchange with the next": (
        N,
        ("4 B", "Ctrl+X"),
        ["- A4 | B6", "+ A4 | B5 ✓", "- A5 | B5", "+ A5 | B6 ✓"],
    ),
    "exchange between two chosen": (
        N,
        ("1 A", "Shift+Down", "Ctrl+X"),
        ["- A1 | B1", "+ A2 | B1 ✓", "- A2 | B2 B3", "+ A1 | B2 B3 ✓"],
    ),
    "bookmark": (
        N,
        ("6 B", "Shift+B"),
        ["- - | B7", "+ - | B7 ★"],
    ),
    "take a bookmark away": (
        ("6 B", "Shift+B"),
        ("6 B", "Shift+B"),
        ["- - | B7 ★", "+ - | B7"],
    ),
    "write a note": (
        N,
        ("3 A", "I", "'من؟ who?", "Ctrl+Return"),
        ["- A3 | B4", "+ A3 | B4 [من؟ who?]"],
    ),
    "edit a text": (
        N,
        ("3 B", "E", "Ctrl+A", "'The teacher came on 4 May.", "F2"),
        ["- A3 | B4", "+ A3 | B4 B4=The teacher came on 4 May."],
    ),
    "restore the imported text": (
        ("1 A", "E", "Ctrl+A", "'نص", "F2"),
        ("1 A", "Ctrl+Backspace"),
        ["- A1 | B1 A1=نص", "+ A1 | B1"],
    ),
    "split a paragraph": (
        N,
        ("2 A", "E", "Ctrl+Left", "Ctrl+Left", "Ctrl+Left", "Ctrl+B"),
        ["- A2 | B2 B3", "+ A2 A2 | B2 B3"],
    ),
    "merge paragraphs of a pair": (
        N,
        ("2 B", "Ctrl+D"),
        ["- A2 | B2 B3", "+ A2 | B2"],
    ),
    "merge paragraphs of two pairs": (
        N,
        ("1 A", "Ctrl+D"),
        ["+ A1 | B1 B2 B3 ✓", "- A1 | B1", "- A2 | B2 B3"],
    ),
    "turn the direction": (
        N,
        ("1 A", "Ctrl+Shift+D"),
        ["- A1 | B1", "+ A1 | B1 A1↔"],
    ),
    "replace": (
        N,
        (
            "1 A",
            "Ctrl+H",
            "Ctrl+A",
            "'the",
            "replacement",
            "Ctrl+A",
            "'a",
            "Return",
        ),
        [
            "- A2 | B2 B3",
            "- A3 | B4",
            "+ A2 | B2 B3 B2=Ahmad's book reached a school. B3=a pupils read it.",
            "+ A3 | B4 B4=a teacher came back on 3 May.",
        ],
    ),
    "clean": (
        ("1 B", "E", "Ctrl+A", "'A  statement.", "F2"),
        ("Ctrl+Shift+K",),
        ["- A1 | B1 B1=A  statement.", "+ A1 | B1 B1=A statement."],
    ),
    "restore from the history": (
        ("3 A", "X"),
        ("3 A", "H", "history", "Down", "restore"),
        ["- A3 | B4 ✗", "+ A3 | B4"],
    ),
    "pin": (
        N,
        ("4 A", "[", "5 B", "]", "P"),
        ["+ A4 | B5 ✓", "- A4 | B6", "+ A5 | B6", "- A5 | B5", "- - | B7", "+ A6 | B7", "- A6 | -"],
    ),
    "re-align what is chosen": (
        ("1 B", "Ctrl+X", "Shift+Down", "Shift+S"),
        ("1 A", "Shift+Down", "Ctrl+Shift+R"),
        ["+ A1 | B1", "- A1 | B2 B3", "+ A2 | B2 B3", "- A2 | B1"],
    ),
    "re-align what is not confirmed": (
        ("1 B", "Ctrl+X", "Shift+Down", "Shift+S"),
        ("Ctrl+R",),
        ["+ A1 | B1", "- A1 | B2 B3", "+ A2 | B2 B3", "- A2 | B1", "- - | B7", "+ A6 | B7", "- A6 | -"],
    ),
}


@pytest.fixture
def hands(at_work, qtbot, tmp_path):
    """Keys for the window; dialogs are agreed to, and asked for a reason, a confidence, a number they get these."""
    qtbot.waitUntil(at_work.isActiveWindow)
    made = Hands(at_work, random.Random(1), tmp_path)
    made.agrees = lambda: True
    made.answers |= {
        ReasonDialog: lambda dialog: made.fill(dialog.line, "الرقم ناقص"),
        SureDialog: lambda dialog: made.fill(dialog.least.lineEdit(), "70"),
        ReplaceDialog: lambda _dialog: None,
    }
    made.words = "4"
    assert QInputDialog in made.answers
    yield made
    made.rest()


def perform(window, hands, keys):
    """Press keys one after the other, waiting for what each sets going."""
    for key in keys:
        hands.settle()
        window.refresh()
        if key[0].isdigit() and key[-1] in SIDES:
            row, side = key.split()
            window.page.view.go_to(int(row) - 1, SIDES[side])
            window.page.view.setFocus()
        elif key == "history":
            pause(150)
            hands.settle()
            window.history.panel.changes.setFocus()
        elif key == "restore":
            window.history.panel.before.setFocus()
            hands.press("Space")
        elif key == "replacement":
            window.page.find_bar.replacement.setFocus()
        elif key.startswith("'"):
            hands.write(key[1:])
            pause(170)
        else:
            hands.press(key)
            hands.settle()
            pause(20)  # some dialogs wait until the runner has handed over
    hands.settle()
    window.page.view.setFocus()
    window.refresh()


def test_each_verb_by_key_as_pictures(at_work, hands, library, bitext):
    def shown(model):
        return [whole(model.row(position)) for position in range(model.count)]

    def other(before, after):
        return [line for line in ndiff(before, after) if line[0] in "+-"]

    wrong = {}
    for name, (given, keys, expected) in VERBS.items():
        perform(at_work, hands, given)
        steps, before = [picture(library, bitext)], in_full(library, bitext)
        perform(at_work, hands, keys)
        steps.append(picture(library, bitext))
        after = in_full(library, bitext)
        for key, goal in (("Ctrl+Z", before), ("Ctrl+Y", after)):
            perform(at_work, hands, [key])
            if in_full(library, bitext) != goal or shown(at_work.page.model) != goal:
                wrong[f"{name}, {key}"] = other(goal, in_full(library, bitext))
        if other(*steps) != expected:
            wrong[name] = other(*steps)
        while at_work.actions_table["undo"].isEnabled():
            perform(at_work, hands, ["Ctrl+Z"])
        perform(at_work, hands, ["Backspace"])
        assert picture(library, bitext) == START, name
    assert not wrong
