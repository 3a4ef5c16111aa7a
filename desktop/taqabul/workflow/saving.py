"""How an edit gets into the library, for every verb: checked against what others did, signed, written."""

from datetime import UTC, datetime

from taqabul.domain.changes import ChangeSet
from taqabul.domain.edits import Edit
from taqabul.domain.errors import EditConflict
from taqabul.domain.ids import BitextId, JournalId, LinkId
from taqabul.storage import journal
from taqabul.storage.applying import Signature, apply
from taqabul.storage.database import Transaction
from taqabul.storage.links import links_holding, paragraphs_of
from taqabul.workflow.library import Library
from taqabul.workflow.watch import Watch


def save(library: Library, transaction: Transaction, edit: Edit) -> ChangeSet:
    """Write an edit, or nothing where it changes nothing.

    Raises EditConflict where another program changed the same records since this one last looked: the
    person decided without seeing that.
    """
    if edit.is_empty:
        return ChangeSet(edit.bitext, edit.verb)
    watch = watch_others(library, transaction, edit.bitext)
    by = watch.met_by(edit)
    if by or _is_about_other_words(transaction, watch, edit):
        watch.tell()
        raise EditConflict(
            "Somebody changed the same rows meanwhile, in another window or on the command line.",
            "Look at them as they are now, then do what is still needed; nothing was changed.",
            by,
        )
    changes = apply(transaction, edit, Signature(library.author, library.session, datetime.now(UTC)))
    if changes.journal is not None:
        # Nobody else writes before this is done, so all lines before this one were looked through.
        watch.read = JournalId(changes.journal - 1)
    return changes


def watch_others(library: Library, transaction: Transaction, bitext: BitextId) -> Watch:
    """What other programs did to a bitext or its documents, brought up to this moment."""
    watch = library.watch(bitext)
    for act in journal.acts_of_others(transaction, watch.read, library.session):
        watch.note_down(act.id, act.author, journal.edit_of(transaction, act.of or act.id))
    return watch


def changed_unseen(transaction: Transaction, watch: Watch, bitext: BitextId) -> set[LinkId]:
    """The rows that others changed and nobody saw here: themselves, or what their paragraphs say."""
    holders = links_holding(transaction, list(watch.paragraphs()), bitext) if watch.unseen else {}
    return watch.links() | set(holders.values())


def _is_about_other_words(transaction: Transaction, watch: Watch, edit: Edit) -> bool:
    """Whether it says of rows what somebody thinks of them who did not see their words as they are now."""
    if not edit.verdicts or not watch.unseen:
        return False
    links = [one.link for one in edit.verdicts]
    others_words = watch.paragraphs()
    if len(links) > len(others_words):
        return not changed_unseen(transaction, watch, edit.bitext).isdisjoint(links)
    return not others_words.isdisjoint(
        paragraphs_of(transaction, links)
    )  # one edit's, however much is unseen
