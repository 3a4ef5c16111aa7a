"""How an edit gets into the library, for every verb: checked against what others did, signed, written."""

from datetime import UTC, datetime

from taqabul.domain.changes import ChangeSet
from taqabul.domain.edits import Edit
from taqabul.domain.errors import EditConflict
from taqabul.domain.ids import BitextId
from taqabul.storage import journal
from taqabul.storage.applying import Signature, apply
from taqabul.storage.database import Transaction
from taqabul.workflow.library import Library, Watch


def save(library: Library, transaction: Transaction, edit: Edit) -> ChangeSet:
    """Write an edit, or nothing where it changes nothing.

    Raises EditConflict where another program changed the same records since this one last looked: the
    person decided without seeing that.
    """
    if edit.is_empty:
        return ChangeSet(edit.bitext, edit.verb)
    watch = watch_others(library, transaction, edit.bitext)
    if watch.concerns(edit):
        library.looked_at(edit.bitext, watch.up_to)
        raise EditConflict(
            "Somebody changed the same rows meanwhile, in another window or on the command line.",
            "Look at them as they are now, then do what is still needed; nothing was changed.",
        )
    return apply(transaction, edit, Signature(library.author, library.session, datetime.now(UTC)))


def watch_others(library: Library, transaction: Transaction, bitext: BitextId) -> Watch:
    """What other programs did to a bitext or its documents, brought up to this moment."""
    watch = library.watch(bitext)
    for act in journal.acts_of_others(transaction, watch.up_to, library.session):
        watch.note_down(journal.edit_of(transaction, act.of or act.id))
    watch.up_to = journal.last_act(transaction)
    return watch
