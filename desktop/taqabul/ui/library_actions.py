"""The verbs of the library page."""

from typing import Final

from taqabul.ui.core.actions import Situation
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP
from taqabul.ui.library.listing import Kind
from taqabul.ui.window_spec import Spec

_LIBRARY = QT_TRANSLATE_NOOP("Menu", "&Library")
_LIVE = {Kind.ALL, Kind.PROJECT, Kind.ARCHIVE}


def _is_free(now: Situation) -> bool:
    return not now.busy


def _bitexts(now: Situation) -> bool:
    return not now.busy and now.entries > 0 and now.shelf in _LIVE


def _one_bitext(now: Situation) -> bool:
    return _bitexts(now) and now.entries == 1


def _one_entry(now: Situation) -> bool:
    return _deletable(now) and now.entries == 1


def _deletable(now: Situation) -> bool:
    return not now.busy and now.entries > 0 and now.shelf != Kind.BIN


def _in_bin(now: Situation) -> bool:
    return not now.busy and now.shelf == Kind.BIN and now.entries > 0


def _two_documents(now: Situation) -> bool:
    return not now.busy and now.shelf == Kind.DOCUMENTS and now.entries == 2


def _project(now: Situation) -> bool:
    return now.shelf == Kind.PROJECT


LIBRARY_ACTIONS: Final = (
    Spec(
        "import-folder",
        QT_TRANSLATE_NOOP("Actions", "&Import the pairs of a folder…"),
        lambda w: w.folders.ask(),
        ("Ctrl+Shift+O",),
        _LIBRARY,
        _is_free,
    ),
    Spec(
        "entry-rename",
        QT_TRANSLATE_NOOP("Actions", "&Rename…"),
        lambda w: w.entries.rename(),
        ("Shift+F2",),
        _LIBRARY,
        _one_entry,
        group=True,
    ),
    Spec(
        "entry-tags",
        QT_TRANSLATE_NOOP("Actions", "&Tags…"),
        lambda w: w.entries.tag(),
        ("Ctrl+Shift+T",),
        _LIBRARY,
        _bitexts,
    ),
    Spec(
        "entry-project",
        QT_TRANSLATE_NOOP("Actions", "&Project…"),
        lambda w: w.entries.move_to_project(),
        ("Ctrl+J",),
        _LIBRARY,
        _bitexts,
    ),
    Spec(
        "entry-duplicate",
        QT_TRANSLATE_NOOP("Actions", "&Duplicate…"),
        lambda w: w.entries.duplicate(),
        ("Ctrl+Shift+Y",),
        _LIBRARY,
        _one_bitext,
    ),
    Spec(
        "entry-archive",
        QT_TRANSLATE_NOOP("Actions", "Into the &archive, or out of it"),
        lambda w: w.entries.archive(),
        ("Ctrl+Shift+A",),
        _LIBRARY,
        _bitexts,
    ),
    Spec(
        "entry-bin",
        QT_TRANSLATE_NOOP("Actions", "Into the &bin"),
        lambda w: w.entries.put_into_bin(),
        ("Delete",),
        _LIBRARY,
        _deletable,
    ),
    Spec(
        "entry-restore",
        QT_TRANSLATE_NOOP("Actions", "&Out of the bin"),
        lambda w: w.entries.restore(),
        ("Ctrl+Shift+B",),
        _LIBRARY,
        _in_bin,
    ),
    Spec(
        "pair-documents",
        QT_TRANSLATE_NOOP("Actions", "Align two do&cuments"),
        lambda w: w.entries.pair_documents(),
        ("Ctrl+Shift+N",),
        _LIBRARY,
        _two_documents,
        group=True,
    ),
    Spec(
        "project-rename",
        QT_TRANSLATE_NOOP("Actions", "Rena&me the project…"),
        lambda w: w.entries.rename_project(),
        (),
        _LIBRARY,
        _project,
        group=True,
    ),
    Spec(
        "project-delete",
        QT_TRANSLATE_NOOP("Actions", "Dissol&ve the project"),
        lambda w: w.entries.delete_project(),
        (),
        _LIBRARY,
        _project,
    ),
    Spec(
        "empty-bin",
        QT_TRANSLATE_NOOP("Actions", "&Empty the bin…"),
        lambda w: w.entries.empty_bin(),
        (),
        _LIBRARY,
        _is_free,
        group=True,
    ),
)
