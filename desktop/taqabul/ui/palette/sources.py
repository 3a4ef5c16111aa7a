"""What the palette offers by itself: the verbs of the window, the bitexts and documents of the library."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from taqabul.domain.ids import BitextId, DocumentId
from taqabul.domain.language import Language
from taqabul.ui.core.actions import plain
from taqabul.ui.core.i18n import say, translate
from taqabul.ui.core.keymap import native
from taqabul.ui.palette.entries import Entry
from taqabul.workflow import projects, saved_filters
from taqabul.workflow.queues import Filter

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow


def verbs(window: "MainWindow") -> Iterator[Entry]:
    """Every action with its keys."""
    actions = window.actions_table
    for spec in actions.table:
        action = actions[spec.id]
        title = plain(action.text())
        if spec.checked is not None and action.isChecked():
            title = translate("Palette", "{title} (on)").format(title=title)
        kind = plain(say(spec.menu)) if spec.menu is not None else ""
        hint = "  ·  ".join(map(native, actions.keys[spec.id]))
        yield Entry(f"action:{spec.id}", title, kind, action.trigger, hint, enabled=action.isEnabled())


def bitexts(window: "MainWindow") -> Iterator[Entry]:
    """The bitexts of the library, with how much of each is confirmed."""
    kind = translate("Palette", "Bitext")
    for one in projects.list_bitexts(window.library):
        share = translate("Palette", "{share} % confirmed").format(share=round(100 * one.share))
        yield Entry(f"bitext:{one.id}", one.title, kind, _opening(window, one.id), share)


def filters(window: "MainWindow") -> Iterator[Entry]:
    """The filters kept under a name; they need an open bitext."""
    kind = translate("Palette", "Saved filter")
    for name, asked in saved_filters.saved_filters(window.library).items():
        yield Entry(f"filter:{name}", name, kind, _asking(window, asked), enabled=window.has_page)


def documents(window: "MainWindow") -> Iterator[Entry]:
    """The documents of the library; one leads to the bitext made of it last."""
    kinds = {
        Language.ARABIC: translate("Palette", "Arabic document"),
        Language.ENGLISH: translate("Palette", "English document"),
    }
    made: dict[DocumentId, BitextId] = {}
    for one in projects.list_bitexts(window.library):
        made[one.source] = made[one.target] = one.id
    for document in (one.document for one in projects.all_documents(window.library) if one.binned_at is None):
        bitext = made.get(document.id)
        run = _opening(window, bitext) if bitext is not None else _nothing
        kind = kinds[document.language]
        yield Entry(f"document:{document.id}", document.title, kind, run, enabled=bitext is not None)


def _opening(window: "MainWindow", bitext: BitextId) -> Callable[[], None]:
    return lambda: window.open_bitext(bitext)


def _asking(window: "MainWindow", asked: Filter) -> Callable[[], None]:
    return lambda: window.page.filtering.ask(asked)


def _nothing() -> None:
    """What is not possible does nothing."""
