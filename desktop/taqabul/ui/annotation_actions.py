"""The table's part for annotating; the keys inside the mode are in ``ui/annotation/keys.py``."""

from typing import Final

from taqabul.ui.core.actions import Situation, has_bitext, has_rows
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP
from taqabul.ui.window_spec import Spec

_ANNOTATE = QT_TRANSLATE_NOOP("Menu", "&Annotate")


def _rows_or_library(now: Situation) -> bool:
    """What was found may stand in the list of places over the library."""
    return has_rows(now) or (bool(now.shelf) and not now.busy)


ANNOTATION_ACTIONS: Final = (
    Spec(
        "annotate",
        QT_TRANSLATE_NOOP("Actions", "&Annotate"),
        lambda w: w.annotating.toggle(),
        ("A",),
        _ANNOTATE,
        has_rows,
        checked=lambda w: w.annotating.is_on,
    ),
    Spec(
        "annotate-hit",
        QT_TRANSLATE_NOOP("Actions", "Annotate what was &found"),
        lambda w: w.annotating.mark_hit(),
        ("Ctrl+Shift+M",),
        _ANNOTATE,
        _rows_or_library,
    ),
    Spec(
        "propagate",
        QT_TRANSLATE_NOOP("Actions", "The same words &elsewhere…"),
        lambda w: w.annotating.propagate(),
        ("Ctrl+Alt+P",),
        _ANNOTATE,
        has_rows,
    ),
    Spec(
        "label-set",
        QT_TRANSLATE_NOOP("Actions", "&Next label set"),
        lambda w: w.annotating.next_set(),
        (),
        _ANNOTATE,
        has_bitext,
    ),
    Spec(
        "marks-panel",
        QT_TRANSLATE_NOOP("Actions", "Annotations beside the te&xts"),
        lambda w: w.annotating.toggle_panel(),
        ("F10",),
        _ANNOTATE,
        has_bitext,
        checked=lambda w: w.annotating.panel_shown,
        group=True,
    ),
    Spec(
        "orphans",
        QT_TRANSLATE_NOOP("Actions", "Marks that lost t&heir words"),
        lambda w: w.annotating.show_orphans(),
        ("Ctrl+Alt+O",),
        _ANNOTATE,
        has_bitext,
    ),
    Spec(
        "threads",
        QT_TRANSLATE_NOOP("Actions", "N&otes as threads"),
        lambda w: w.annotating.show_threads(),
        ("Ctrl+Alt+N",),
        _ANNOTATE,
        has_bitext,
    ),
    Spec(
        "marks-list",
        QT_TRANSLATE_NOOP("Actions", "&List of annotations"),
        lambda w: w.annotating.show_list(),
        ("Shift+A",),
        _ANNOTATE,
        has_bitext,
    ),
)
