"""The verb that brings in what was annotated elsewhere."""

from typing import Final

from taqabul.ui.core.actions import has_bitext
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP
from taqabul.ui.window_spec import Spec

EXCHANGE_ACTIONS: Final = (
    Spec(
        "import-annotations",
        QT_TRANSLATE_NOOP("Actions", "&Import annotations…"),
        lambda w: w.bringing_in.ask(),
        ("Ctrl+Shift+E",),
        QT_TRANSLATE_NOOP("Menu", "&Annotate"),
        has_bitext,
        group=True,
    ),
)
