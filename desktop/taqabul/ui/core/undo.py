"""Undo and redo as the menu shows them.

There is no ``QUndoStack``: every edit is journalled in the library with its inverse, in the transaction that
makes it, and undo is one more edit. A second stack in memory would have to agree with the journal after
restarts and beside other programs; the journal alone cannot disagree with itself. What touches no text is not
journalled (``asides``).
"""

from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, say, translate

VERBS = {
    message.text: message
    for message in (
        QT_TRANSLATE_NOOP("Verb", "confirm"),
        QT_TRANSLATE_NOOP("Verb", "confirm up to"),
        QT_TRANSLATE_NOOP("Verb", "confirm the sure"),
        QT_TRANSLATE_NOOP("Verb", "mark for review"),
        QT_TRANSLATE_NOOP("Verb", "reject"),
        QT_TRANSLATE_NOOP("Verb", "reset status"),
        QT_TRANSLATE_NOOP("Verb", "link"),
        QT_TRANSLATE_NOOP("Verb", "unlink"),
        QT_TRANSLATE_NOOP("Verb", "merge"),
        QT_TRANSLATE_NOOP("Verb", "split"),
        QT_TRANSLATE_NOOP("Verb", "move up"),
        QT_TRANSLATE_NOOP("Verb", "move down"),
        QT_TRANSLATE_NOOP("Verb", "shift up"),
        QT_TRANSLATE_NOOP("Verb", "shift down"),
        QT_TRANSLATE_NOOP("Verb", "swap"),
        QT_TRANSLATE_NOOP("Verb", "bookmark"),
        QT_TRANSLATE_NOOP("Verb", "remove bookmark"),
        QT_TRANSLATE_NOOP("Verb", "merge paragraphs"),
        QT_TRANSLATE_NOOP("Verb", "split paragraph"),
        QT_TRANSLATE_NOOP("Verb", "edit text"),
        QT_TRANSLATE_NOOP("Verb", "apply correction"),
        QT_TRANSLATE_NOOP("Verb", "restore text"),
        QT_TRANSLATE_NOOP("Verb", "clean texts"),
        QT_TRANSLATE_NOOP("Verb", "turn direction"),
        QT_TRANSLATE_NOOP("Verb", "replace"),
        QT_TRANSLATE_NOOP("Verb", "add note"),
        QT_TRANSLATE_NOOP("Verb", "edit note"),
        QT_TRANSLATE_NOOP("Verb", "delete note"),
        QT_TRANSLATE_NOOP("Verb", "mark"),
        QT_TRANSLATE_NOOP("Verb", "mark pair"),
        QT_TRANSLATE_NOOP("Verb", "mark counterpart"),
        QT_TRANSLATE_NOOP("Verb", "unmark"),
        QT_TRANSLATE_NOOP("Verb", "relabel"),
        QT_TRANSLATE_NOOP("Verb", "set attributes"),
        QT_TRANSLATE_NOOP("Verb", "comment"),
        QT_TRANSLATE_NOOP("Verb", "set status"),
        QT_TRANSLATE_NOOP("Verb", "resize"),
        QT_TRANSLATE_NOOP("Verb", "add stretch"),
        QT_TRANSLATE_NOOP("Verb", "add counterpart"),
        QT_TRANSLATE_NOOP("Verb", "reattach"),
        QT_TRANSLATE_NOOP("Verb", "let go"),
        QT_TRANSLATE_NOOP("Verb", "reply"),
        QT_TRANSLATE_NOOP("Verb", "resolve note"),
        QT_TRANSLATE_NOOP("Verb", "reopen note"),
        QT_TRANSLATE_NOOP("Verb", "change relation"),
        QT_TRANSLATE_NOOP("Verb", "turn relation"),
        QT_TRANSLATE_NOOP("Verb", "propagate"),
        QT_TRANSLATE_NOOP("Verb", "relate"),
        QT_TRANSLATE_NOOP("Verb", "unrelate"),
        QT_TRANSLATE_NOOP("Verb", "propagate"),
        QT_TRANSLATE_NOOP("Verb", "new claim"),
        QT_TRANSLATE_NOOP("Verb", "gather"),
        QT_TRANSLATE_NOOP("Verb", "release"),
        QT_TRANSLATE_NOOP("Verb", "merge claims"),
        QT_TRANSLATE_NOOP("Verb", "split claim"),
        QT_TRANSLATE_NOOP("Verb", "change claim"),
        QT_TRANSLATE_NOOP("Verb", "delete claim"),
        QT_TRANSLATE_NOOP("Verb", "suppress"),
        QT_TRANSLATE_NOOP("Verb", "tell again"),
        QT_TRANSLATE_NOOP("Verb", "add to dictionary"),
        QT_TRANSLATE_NOOP("Verb", "change terms"),
        QT_TRANSLATE_NOOP("Verb", "align again"),
        QT_TRANSLATE_NOOP("Verb", "pinpoint"),
        QT_TRANSLATE_NOOP("Verb", "restore link"),
        QT_TRANSLATE_NOOP("Verb", "restore status"),
        QT_TRANSLATE_NOOP("Verb", "rename"),
        QT_TRANSLATE_NOOP("Verb", "tag"),
        QT_TRANSLATE_NOOP("Verb", "describe"),
        QT_TRANSLATE_NOOP("Verb", "archive"),
        QT_TRANSLATE_NOOP("Verb", "take out of the archive"),
        QT_TRANSLATE_NOOP("Verb", "move to a project"),
        QT_TRANSLATE_NOOP("Verb", "dissolve the project"),
        QT_TRANSLATE_NOOP("Verb", "move to the bin"),
        QT_TRANSLATE_NOOP("Verb", "take out of the bin"),
    )
}


def verb_name(verb: str) -> str:
    """A journal's verb in the language of the interface."""
    return say(VERBS[verb]) if verb in VERBS else verb


def undo_text(verb: str | None) -> str:
    """The menu entry that takes a verb back."""
    if verb is None:
        return translate("Undo", "&Undo")
    return translate("Undo", "&Undo “{verb}”").format(verb=verb_name(verb))


def redo_text(verb: str | None) -> str:
    """The menu entry that does a verb again."""
    if verb is None:
        return translate("Undo", "&Redo")
    return translate("Undo", "&Redo “{verb}”").format(verb=verb_name(verb))
