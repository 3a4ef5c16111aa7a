"""Which rows were changed since a moment, and which of them by somebody else: read from the journal."""

from dataclasses import dataclass
from datetime import datetime

from taqabul.domain.edits import Edit
from taqabul.domain.ids import BitextId, LinkId
from taqabul.storage import journal
from taqabul.storage.database import Transaction
from taqabul.storage.links import links_holding
from taqabul.workflow.library import Library
from taqabul.workflow.projects import bitext_in


@dataclass(frozen=True, slots=True)
class Changed:
    """Links changed by anybody, and those among them that somebody else changed."""

    links: frozenset[LinkId]
    by_others: frozenset[LinkId]


def changed_since(library: Library, bitext: BitextId, since: datetime) -> Changed:
    """The rows of a bitext whose links, texts, notes or annotations were changed at ``since`` (with a time zone) or later.

    Taking something back is a change too. Rows that are gone may be among them.
    """
    everybody: set[LinkId] = set()
    others: set[LinkId] = set()
    with library.database.read() as transaction:
        bitext_in(transaction, bitext)
        for act in journal.acts_since(transaction, bitext, since):
            links = _touched(transaction, bitext, journal.edit_of(transaction, act.of or act.id))
            everybody |= links
            if act.author != library.author:
                others |= links
    return Changed(frozenset(everybody), frozenset(others))


def _touched(transaction: Transaction, bitext: BitextId, edit: Edit) -> set[LinkId]:
    both = edit.links.removed + edit.links.inserted
    links = {one.id for one in both if one.bitext == bitext}
    links |= {change.link for change in edit.verdicts}
    links |= {one.link for one in edit.notes.removed + edit.notes.inserted if one.link is not None}
    marked = [one for one in edit.annotations.removed + edit.annotations.inserted if one.bitext == bitext]
    links |= {one.link for one in marked if one.link is not None}
    paragraphs = {one.id for one in edit.paragraphs.inserted}
    paragraphs |= {span.paragraph for one in marked for span in one.spans}
    return links | set(links_holding(transaction, list(paragraphs), bitext).values())
