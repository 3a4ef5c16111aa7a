"""The verbs about sharing a library: on a server, away from it, who is to do what."""

from typing import Final

from taqabul.ui.core.actions import Situation, has_bitext
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP
from taqabul.ui.library.listing import Kind
from taqabul.ui.window_spec import Spec

_FILE = QT_TRANSLATE_NOOP("Menu", "&File")
_LIBRARY = QT_TRANSLATE_NOOP("Menu", "&Library")


def _is_free(now: Situation) -> bool:
    return not now.busy


def _bitexts(now: Situation) -> bool:
    return not now.busy and now.entries > 0 and now.shelf in {Kind.ALL, Kind.PROJECT, Kind.ARCHIVE}


SERVER_ACTIONS: Final = (
    Spec(
        "open-server",
        QT_TRANSLATE_NOOP("Actions", "Open a library on a ser&ver…"),
        lambda w: w.servers.ask(),
        (),
        _FILE,
        _is_free,
        group=True,
    ),
    Spec(
        "check-in",
        QT_TRANSLATE_NOOP("Actions", "C&heck in what was checked out…"),
        lambda w: w.sharing.check_in(),
        (),
        _FILE,
        _is_free,
    ),
)
AWAY_ACTIONS: Final = (
    Spec(
        "check-out",
        QT_TRANSLATE_NOOP("Actions", "Check out into a &file…"),
        lambda w: w.sharing.check_out(),
        (),
        _LIBRARY,
        _bitexts,
        group=True,
    ),
    Spec(
        "assign",
        QT_TRANSLATE_NOOP("Actions", "Assi&gn to somebody…"),
        lambda w: w.sharing.assign(),
        (),
        _LIBRARY,
        lambda now: _bitexts(now) or has_bitext(now),
    ),
    Spec(
        "work-done",
        QT_TRANSLATE_NOOP("Actions", "My wor&k here is done"),
        lambda w: w.sharing.finish_work(),
        (),
        _LIBRARY,
        has_bitext,
    ),
)
