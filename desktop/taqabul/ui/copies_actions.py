"""The verbs about the library as a file: copy it, bring a copy back, look it through."""

from typing import Final

from taqabul.ui.core.actions import Situation
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP
from taqabul.ui.window_spec import Spec

_FILE = QT_TRANSLATE_NOOP("Menu", "&File")


def _is_free(now: Situation) -> bool:
    return not now.busy


COPIES_ACTIONS: Final = (
    Spec(
        "open-library",
        QT_TRANSLATE_NOOP("Actions", "Open &another library…"),
        lambda w: w.library_file.ask(),
        (),
        _FILE,
        _is_free,
    ),
    Spec(
        "encrypt-library",
        QT_TRANSLATE_NOOP("Actions", "Encr&ypt the library…"),
        lambda w: w.library_file.encrypt(),
        (),
        _FILE,
        _is_free,
    ),
    Spec(
        "decrypt-library",
        QT_TRANSLATE_NOOP("Actions", "&Write the library without a password…"),
        lambda w: w.library_file.decrypt(),
        (),
        _FILE,
        _is_free,
    ),
    Spec(
        "keep-copy",
        QT_TRANSLATE_NOOP("Actions", "&Copy the library now"),
        lambda w: w.copies.keep(),
        (),
        _FILE,
        _is_free,
        group=True,
    ),
    Spec(
        "restore-copy",
        QT_TRANSLATE_NOOP("Actions", "Restore the library from a co&py…"),
        lambda w: w.copies.ask(),
        (),
        _FILE,
        _is_free,
    ),
    Spec(
        "verify-library",
        QT_TRANSLATE_NOOP("Actions", "Loo&k through the library"),
        lambda w: w.copies.look_through(),
        (),
        _FILE,
        _is_free,
    ),
)
