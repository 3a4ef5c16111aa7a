"""The verbs for label sets, their guidelines, and the score of what was marked with them."""

from typing import Final

from taqabul.ui.core.actions import has_bitext, has_bitext_anywhere
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP
from taqabul.ui.window_spec import Spec

_ANNOTATE = QT_TRANSLATE_NOOP("Menu", "&Annotate")


LABELS_ACTIONS: Final = (
    Spec(
        "label-sets",
        QT_TRANSLATE_NOOP("Actions", "La&bel sets…"),
        lambda w: w.labels.edit(),
        ("Ctrl+Alt+L",),
        _ANNOTATE,
        lambda now: not now.busy,
        group=True,
    ),
    Spec(
        "guidelines",
        QT_TRANSLATE_NOOP("Actions", "&Guidelines beside the texts"),
        lambda w: w.labels.toggle_guidelines(),
        ("Shift+F1",),
        _ANNOTATE,
        has_bitext,
        checked=lambda w: w.settings.guidelines,
    ),
    Spec(
        "scorecard",
        QT_TRANSLATE_NOOP("Actions", "&Scorecard"),
        lambda w: w.scores.toggle(),
        ("Ctrl+Alt+S",),
        _ANNOTATE,
        has_bitext_anywhere,
        group=True,
        checked=lambda w: w.scores.shown,
    ),
    Spec(
        "apply-correction",
        QT_TRANSLATE_NOOP("Actions", "&Put its correction into the text"),
        lambda w: w.scores.correct_chosen(),
        ("Ctrl+Alt+Return",),
        _ANNOTATE,
        has_bitext,
    ),
)
