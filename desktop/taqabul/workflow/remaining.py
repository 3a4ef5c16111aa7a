"""What a checked-out file holds beside its journal: label sets, and findings that people suppressed."""

from taqabul.domain.checkouts import Checkout
from taqabul.domain.roles import Right
from taqabul.storage import label_sets as stored
from taqabul.storage import suppressions
from taqabul.storage.database import Transaction
from taqabul.workflow.label_sets import label_sets, take_set
from taqabul.workflow.library import Library
from taqabul.workflow.team import allowed


def bring_sets(library: Library, copy: Library) -> None:
    """Take in the label sets that were changed or made in the copy, where one's role includes it.

    Raises InvalidInput where one does not fit.
    """
    if not allowed(library, Right.LABEL_SETS):
        return
    with library.database.read() as ours, copy.database.read() as theirs:
        new = [
            one.key
            for one in stored.newest_sets(theirs)
            if (one.version, one.content) not in _versions(ours, one.key)
        ]
    sets = label_sets(copy) if new else {}
    for key in new:
        take_set(library, sets[key])


def _versions(ours: Transaction, key: str) -> set[tuple[int, str]]:
    return {(one.version, one.content) for one in stored.versions_of(ours, key)}


def bring_suppressions(library: Library, copy: Library, away: Checkout) -> None:
    """Take in what was suppressed since; what is suppressed here already stays as it is."""
    for bitext in away.bitexts:
        with copy.database.read() as theirs:
            found = suppressions.read_suppressions(theirs, bitext)
        new = [one for one in found if one.at > away.at]
        if not new:
            continue
        with library.database.write() as ours:
            known = {(one.check, one.reach, one.key) for one in suppressions.read_suppressions(ours, bitext)}
            for one in new:
                if (one.check, one.reach, one.key) not in known:
                    suppressions.keep_suppression(ours, one)
