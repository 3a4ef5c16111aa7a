"""The table's part for work queues: what to filter by, and going from one match to the next."""

from typing import Final

from taqabul.ui.core.actions import has_bitext
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP
from taqabul.ui.queues.words import SUBMENUS, TITLES
from taqabul.ui.window_spec import Spec
from taqabul.workflow.queues import CONDITIONS

QUEUES = QT_TRANSLATE_NOOP("Menu", "&Queue")


def _condition(name: str, *, group: bool) -> "Spec":
    return Spec(
        f"filter-{name}",
        TITLES[name],
        lambda w: w.page.filtering.toggle(name),
        (),
        QUEUES,
        has_bitext,
        checked=lambda w: w.has_page and name in w.page.filtering.asked.conditions,
        group=group,
        submenu=SUBMENUS.get(name),
    )


QUEUE_ACTIONS: Final = (
    Spec(
        "filter",
        QT_TRANSLATE_NOOP("Actions", "&Filter…"),
        lambda w: w.page.filter_bar.open(),
        ("F",),
        QUEUES,
        has_bitext,
        "filter",
        toolbar=True,
    ),
    Spec(
        "filter-clear",
        QT_TRANSLATE_NOOP("Actions", "Show &all pairs"),
        lambda w: w.page.filter_bar.close_bar(),
        ("Backspace",),
        QUEUES,
        has_bitext,
    ),
    Spec(
        "filter-refresh",
        QT_TRANSLATE_NOOP("Actions", "&Look again what matches"),
        lambda w: w.page.filtering.look_again(),
        ("F5",),
        QUEUES,
        has_bitext,
    ),
    Spec(
        "filter-only",
        QT_TRANSLATE_NOOP("Actions", "&Hide the other pairs"),
        lambda w: w.page.filtering.set_only(not w.page.filtering.only),
        ("Ctrl+Shift+H",),
        QUEUES,
        has_bitext,
        checked=lambda w: w.has_page and w.page.filtering.only,
    ),
    Spec(
        "filter-lowest-first",
        QT_TRANSLATE_NOOP("Actions", "Lowest confi&dence first"),
        lambda w: w.page.filtering.toggle_order(),
        ("Shift+L",),
        QUEUES,
        has_bitext,
        checked=lambda w: w.has_page and w.page.filtering.asked.lowest_first,
    ),
    Spec(
        "filter-save",
        QT_TRANSLATE_NOOP("Actions", "&Save this filter…"),
        lambda w: w.page.filter_bar.saved.ask_name(),
        (),
        QUEUES,
        has_bitext,
    ),
    Spec(
        "queue-next",
        QT_TRANSLATE_NOOP("Actions", "&Next in the queue"),
        lambda w: w.page.filtering.step(1),
        ("J",),
        QUEUES,
        has_bitext,
        group=True,
    ),
    Spec(
        "queue-previous",
        QT_TRANSLATE_NOOP("Actions", "&Previous in the queue"),
        lambda w: w.page.filtering.step(-1),
        ("K",),
        QUEUES,
        has_bitext,
    ),
    *(_condition(name, group=at == 0) for at, name in enumerate(CONDITIONS)),
)
