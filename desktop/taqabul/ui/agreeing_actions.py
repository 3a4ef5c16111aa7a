"""The verbs for several annotators."""

from typing import Final

from taqabul.ui.core.actions import has_bitext
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP
from taqabul.ui.window_spec import Spec

_FILE = QT_TRANSLATE_NOOP("Menu", "&File")
_ANNOTATE = QT_TRANSLATE_NOOP("Menu", "&Annotate")

MERGING_ACTIONS: Final = (
    Spec(
        "merge-library",
        QT_TRANSLATE_NOOP("Actions", "&Merge annotations from another library…"),
        lambda w: w.agreeing.merge(),
        ("Ctrl+Alt+M",),
        _FILE,
        lambda now: not now.busy,
    ),
)
AGREEING_ACTIONS: Final = (
    Spec(
        "adjudicate",
        QT_TRANSLATE_NOOP("Actions", "&Decide between two annotators…"),
        lambda w: w.agreeing.adjudicate(),
        ("Ctrl+Alt+J",),
        _ANNOTATE,
        has_bitext,
        group=True,
    ),
    Spec(
        "agreement",
        QT_TRANSLATE_NOOP("Actions", "Ag&reement of annotators…"),
        lambda w: w.agreeing.measure(),
        ("Ctrl+Alt+A",),
        _ANNOTATE,
        has_bitext,
    ),
)
