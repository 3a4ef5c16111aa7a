"""The verbs of finding, for the one table of actions."""

from typing import Final

from taqabul.ui.core.actions import Situation, has_bitext
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP
from taqabul.ui.window_spec import Spec

EDIT = QT_TRANSLATE_NOOP("Menu", "&Edit")


def _is_free(now: Situation) -> bool:
    return not now.busy


SEARCH_ACTIONS: Final = (
    Spec(
        "find",
        QT_TRANSLATE_NOOP("Actions", "&Find…"),
        lambda w: w.page.find_bar.open(),
        ("Ctrl+F",),
        EDIT,
        has_bitext,
        "find",
        group=True,
    ),
    Spec(
        "find-next",
        QT_TRANSLATE_NOOP("Actions", "Find &next"),
        lambda w: w.search.step(1),
        ("F3",),
        EDIT,
        _is_free,
    ),
    Spec(
        "find-previous",
        QT_TRANSLATE_NOOP("Actions", "Find pre&vious"),
        lambda w: w.search.step(-1),
        ("Shift+F3",),
        EDIT,
        _is_free,
    ),
    Spec(
        "replace",
        QT_TRANSLATE_NOOP("Actions", "R&eplace…"),
        lambda w: w.page.find_bar.open(replacing=True),
        ("Ctrl+H",),
        EDIT,
        has_bitext,
    ),
    Spec(
        "find-in-library",
        QT_TRANSLATE_NOOP("Actions", "Find in the li&brary…"),
        lambda w: w.search.open_library(),
        ("Ctrl+Shift+F",),
        EDIT,
    ),
    Spec(
        "list-places",
        QT_TRANSLATE_NOOP("Actions", "&List all places in this bitext"),
        lambda w: w.search.list_places(),
        ("Alt+F3",),
        EDIT,
        has_bitext,
    ),
)
