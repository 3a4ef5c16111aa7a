"""Tells what others did meanwhile where a verb was refused for it, and shows the rows as they are now."""

from contextlib import suppress
from typing import TYPE_CHECKING

from taqabul.domain.errors import AppError, EditConflict
from taqabul.text.direction import isolated
from taqabul.ui.core.i18n import translate
from taqabul.ui.core.undo import verb_name
from taqabul.workflow.others import Deed, deeds_on, still_there
from taqabul.workflow.rows import Row

if TYPE_CHECKING:
    from taqabul.ui.pages.bitext_page import BitextPage

TOLD = 3


class Meanwhile:
    """On behalf of an open bitext. What was picked for a link stays picked, as far as it is there."""

    def __init__(self, page: "BitextPage") -> None:
        self._page = page

    def met(self, error: EditConflict) -> AppError:
        """Read the rows anew, with the cursor where its words are now; gives what to tell."""
        page, place = self._page, self._page.view.place()
        rows = self._rows()
        deeds: list[Deed] = []
        with suppress(AppError):  # a server may have gone: the conflict is told all the same
            deeds = deeds_on(page.library, page.summary.id, rows)
            page.reviewer.picks.keep_only(still_there(page.library, page.reviewer.picks.everything))
        page.reload()
        page.reviewer.picks_changed.emit()
        if place is not None and place.paragraph is not None and page.model.row_of(place.row.link.id) < 0:
            page.reviewer.show_paragraph(place.paragraph.id, place.side, near=place.position)
        return EditConflict(_told(deeds), error.hint, error.by) if deeds else error

    def _rows(self) -> list[Row]:
        """The rows chosen as they were seen, with their neighbours, which a verb may take in."""
        model = self._page.model
        chosen = self._page.view.selected_positions()
        near = {at + step for at in chosen for step in (-1, 0, 1) if 0 <= at + step < model.count}
        known = (model.cache.known(model.link_at(at)) for at in sorted(near))
        return [row for row in known if row is not None]


def _told(deeds: list[Deed]) -> str:
    done = translate("Conflict", "{who}: {verb}, {time}")
    back = translate("Conflict", "{who}: {verb} taken back, {time}")
    told = [
        (back if one.back else done).format(
            who=isolated(one.by), verb=f"“{verb_name(one.verb)}”", time=f"{one.at.astimezone():%H:%M:%S}"
        )
        for one in deeds[-TOLD:]
    ]
    return translate(
        "Conflict", "These rows were changed meanwhile ({told}), and are shown as they are now."
    ).format(told="; ".join(told))
