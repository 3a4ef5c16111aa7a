"""The verbs that show all of a bitext at once."""

from typing import TYPE_CHECKING, Final

from taqabul.ui.core.actions import has_bitext_anywhere
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP
from taqabul.ui.window_spec import Spec

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow

_VIEW = QT_TRANSLATE_NOOP("Menu", "&View")


def toggle_minimap(window: "MainWindow") -> None:
    """Show all rows as a strip beside the scroll bar, or no longer."""
    window.settings.minimap = not window.settings.minimap
    if window.has_page:
        window.page.minimap.setVisible(window.settings.minimap)
    window.refresh()


GLANCE_ACTIONS: Final = (
    Spec(
        "overview",
        QT_TRANSLATE_NOOP("Actions", "&Overview of all pairs"),
        lambda w: w.overview.toggle(),
        ("Ctrl+M",),
        _VIEW,
        has_bitext_anywhere,
        "overview",
        toolbar=True,
        group=True,
        checked=lambda w: w.overview.shown,
    ),
    Spec(
        "minimap",
        QT_TRANSLATE_NOOP("Actions", "Show the &minimap"),
        toggle_minimap,
        ("Shift+F9",),
        _VIEW,
        checked=lambda w: w.settings.minimap,
    ),
)
