"""From the claims page to where something is said."""

from typing import TYPE_CHECKING

from taqabul.domain.claims import Claim
from taqabul.ui.claims.claims_page import ClaimsPage
from taqabul.workflow.annotating.claim_list import Mention
from taqabul.workflow.annotating.similar import Passage

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow


def go_to_mention(window: "MainWindow", page: ClaimsPage) -> None:
    """Leave the page for the mention chosen."""
    chosen = page.chosen_mentions()
    if chosen:
        _go_to(window, chosen[0])


def go_to_similar(window: "MainWindow", page: ClaimsPage) -> None:
    """Leave the page for what says the like; a claim stands nowhere."""
    one = page.like.chosen
    if one is None or isinstance(one.subject, Claim):
        return
    if isinstance(one.subject, Mention):
        _go_to(window, one.subject)
    else:
        _go_to_passage(window, one.subject)


def _go_to(window: "MainWindow", mention: Mention) -> None:
    window.claims.close()
    window.annotating.go_to(mention.annotation.id)


def _go_to_passage(window: "MainWindow", passage: Passage) -> None:
    window.claims.close()

    def show() -> None:
        near = max(0, window.page.model.reveal(passage.link))
        window.page.reviewer.show_paragraph(passage.stretch.paragraph, passage.side, near=near)

    window.pages.at(passage.bitext, show)
