"""Who corrected which text last, and when, as the journal tells it."""

from collections.abc import Mapping
from datetime import datetime

from taqabul.domain.ids import BitextId, ParagraphId
from taqabul.storage import journal
from taqabul.storage.database import Transaction
from taqabul.storage.journal import Kind, State

Credits = Mapping[int, tuple[str, datetime]]
"""Author and time by paragraph."""


def credits_in(transaction: Transaction, bitext: BitextId) -> Credits:
    """Who gave paragraphs of a bitext other words, by paragraph; steps that were taken back do not count."""
    found: dict[int, tuple[str, datetime]] = {}
    for act in journal.all_acts(transaction, bitext):
        if act.kind is not Kind.DO or act.state is not State.DONE:
            continue
        paragraphs = journal.edit_of(transaction, act.id).paragraphs
        before: dict[ParagraphId, str] = {one.id: one.text for one in paragraphs.removed}
        changed = (one.id for one in paragraphs.inserted if one.text != before.get(one.id))
        found.update(dict.fromkeys(changed, (act.author, act.at)))
    return found
