"""The keys of annotating: while it is on, letters and digits give labels, and these do the rest."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from taqabul.ui.core import keymap
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, Message, say

_MODIFIERS = {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr}


@dataclass(frozen=True, slots=True)
class ModeKey:
    """Keys of one verb, in Qt's portable spelling, as the card shows them: ``shown`` instead where they are many."""

    verb: str
    keys: tuple[str, ...]
    text: Message
    shown: str = ""


KEYS: Final = (
    ModeKey("right", ("Right",), QT_TRANSLATE_NOOP("Annotating", "To the word on that side, as seen"), "← →"),
    ModeKey("left", ("Left",), QT_TRANSLATE_NOOP("Annotating", "To the word on that side, as seen")),
    ModeKey(
        "down", ("Down",), QT_TRANSLATE_NOOP("Annotating", "To the word above or below, row after row"), "↑ ↓"
    ),
    ModeKey("up", ("Up",), QT_TRANSLATE_NOOP("Annotating", "To the word above or below, row after row")),
    ModeKey("onwards", ("Space",), QT_TRANSLATE_NOOP("Annotating", "To the next word in reading order")),
    ModeKey("back", ("Shift+Space",), QT_TRANSLATE_NOOP("Annotating", "Back to the word before")),
    ModeKey(
        "sentence-right",
        ("Ctrl+Right",),
        QT_TRANSLATE_NOOP("Annotating", "To the next sentence, or back"),
        "Ctrl+← →",
    ),
    ModeKey(
        "sentence-left", ("Ctrl+Left",), QT_TRANSLATE_NOOP("Annotating", "To the next sentence, or back")
    ),
    ModeKey("first", ("Home",), QT_TRANSLATE_NOOP("Annotating", "To the paragraph's first word")),
    ModeKey("last", ("End",), QT_TRANSLATE_NOOP("Annotating", "To the paragraph's last word")),
    ModeKey("side", ("Tab", "Shift+Backtab"), QT_TRANSLATE_NOOP("Annotating", "To the other language")),
    ModeKey(
        "extend-right",
        ("Shift+Right",),
        QT_TRANSLATE_NOOP("Annotating", "Choose more words, or fewer"),
        "Shift+← →",
    ),
    ModeKey("extend-left", ("Shift+Left",), QT_TRANSLATE_NOOP("Annotating", "Choose more words, or fewer")),
    ModeKey(
        "extend-down", ("Shift+Down",), QT_TRANSLATE_NOOP("Annotating", "Choose a line more"), "Shift+↑ ↓"
    ),
    ModeKey("extend-up", ("Shift+Up",), QT_TRANSLATE_NOOP("Annotating", "Choose a line more")),
    ModeKey(
        "extend-last", ("Shift+End",), QT_TRANSLATE_NOOP("Annotating", "Choose up to the paragraph's end")
    ),
    ModeKey("extend-first", ("Shift+Home",), QT_TRANSLATE_NOOP("Annotating", "Choose from its beginning on")),
    ModeKey(
        "end-right",
        ("Alt+Shift+Right", "Shift+Alt+Right"),
        QT_TRANSLATE_NOOP("Annotating", "Move the end by a letter"),
        "Alt+Shift+← →",
    ),
    ModeKey(
        "end-left",
        ("Alt+Shift+Left", "Shift+Alt+Left"),
        QT_TRANSLATE_NOOP("Annotating", "Move the end by a letter"),
    ),
    ModeKey(
        "start-right",
        ("Alt+Right",),
        QT_TRANSLATE_NOOP("Annotating", "Move the beginning by a letter"),
        "Alt+← →",
    ),
    ModeKey("start-left", ("Alt+Left",), QT_TRANSLATE_NOOP("Annotating", "Move the beginning by a letter")),
    ModeKey(
        "release",
        ("/",),
        QT_TRANSLATE_NOOP("Annotating", "Let go what is joined to the Arabic word, step by step"),
    ),
    ModeKey("gap", (".",), QT_TRANSLATE_NOOP("Annotating", "Between two words: something is missing here")),
    ModeKey(
        "hold", (",",), QT_TRANSLATE_NOOP("Annotating", "Hold this stretch and choose another to go with it")
    ),
    ModeKey(
        "choose", (";",), QT_TRANSLATE_NOOP("Annotating", "Choose what is marked here; again, the next one")
    ),
    ModeKey("next", ("]",), QT_TRANSLATE_NOOP("Annotating", "To the next mark")),
    ModeKey("previous", ("[",), QT_TRANSLATE_NOOP("Annotating", "To the mark before")),
    ModeKey(
        "accept",
        ("Return", "Enter"),
        QT_TRANSLATE_NOOP("Annotating", "Accept what is offered, or fill in the chosen mark"),
    ),
    ModeKey(
        "leave", ("Esc",), QT_TRANSLATE_NOOP("Annotating", "Decline the offer, let go what is chosen, leave")
    ),
    ModeKey("delete", ("Del", "Backspace"), QT_TRANSLATE_NOOP("Annotating", "Delete the chosen mark")),
    ModeKey(
        "strike",
        ("Shift+Del", "Shift+Backspace"),
        QT_TRANSLATE_NOOP("Annotating", "Correction of the chosen error: its words go (∅)"),
    ),
    ModeKey("resize", ("=",), QT_TRANSLATE_NOOP("Annotating", "The chosen mark lies here instead")),
    ModeKey(
        "stretch", ("+", "Shift++"), QT_TRANSLATE_NOOP("Annotating", "The chosen mark lies here as well")
    ),
    ModeKey("status", ("F4",), QT_TRANSLATE_NOOP("Annotating", "Draft, reviewed, final")),
    ModeKey("comment", ("F7",), QT_TRANSLATE_NOOP("Annotating", "Write a comment on the chosen mark")),
    ModeKey(
        "relate", ("F8",), QT_TRANSLATE_NOOP("Annotating", "A relation begins here; again, it ends here")
    ),
    ModeKey(
        "relations",
        ("Shift+F8",),
        QT_TRANSLATE_NOOP("Annotating", "To the list of the chosen mark's relations"),
    ),
    ModeKey("set", ("F6",), QT_TRANSLATE_NOOP("Annotating", "The next label set")),
    ModeKey("any", ("\\", "Ctrl+Space"), QT_TRANSLATE_NOOP("Annotating", "Any label, by its name")),
)


def mode_keys() -> list[tuple[tuple[str, ...], str, str]]:
    """The keys for the card: each with how they are shown, if not as they are, and what they do; no line twice."""
    made: dict[str, tuple[tuple[str, ...], str, str]] = {}
    for one in KEYS:
        words = say(one.text)
        made.setdefault(words, (one.keys, one.shown, words))
    return list(made.values())


VERBS: Final = {key: one.verb for one in KEYS for key in one.keys}


def pressed(event: QKeyEvent) -> str:
    """A key with what is held down, as KEYS spells it, whichever of the two layouts is active; "" for a modifier alone."""
    if event.key() in _MODIFIERS or event.key() in {0, Qt.Key.Key_unknown}:
        return ""
    combination = QKeySequence(event.keyCombination())
    name = keymap.latin(combination)
    return name.replace("Num+", "")


def label_key(name: str) -> tuple[str, str] | None:
    """The letter or digit of a key that may give a label, and what is held down with it; None for any other key."""
    held, _, letter = name.rpartition("+")
    if len(letter) == 1 and letter.isalnum() and letter.isascii() and held in {"", "Shift", "Alt"}:
        return letter, held
    return None
