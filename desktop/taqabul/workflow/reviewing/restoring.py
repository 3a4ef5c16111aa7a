"""An earlier version of a row, out of the history, as a new step."""

from dataclasses import replace

from taqabul.domain.bitext import Link
from taqabul.domain.changes import ChangeSet
from taqabul.domain.edits import Verdict
from taqabul.domain.errors import InvalidEdit
from taqabul.domain.ids import BitextId, LinkId
from taqabul.storage.documents import read_paragraphs
from taqabul.workflow.draft import drafting
from taqabul.workflow.library import Library
from taqabul.workflow.reviewing.relations import rows_of, take_out
from taqabul.workflow.reviewing.statuses import give_verdict


def restore_link(library: Library, bitext: BitextId, version: Link) -> ChangeSet:
    """Have the paragraphs of an earlier version face each other again, with the status it had.

    They are taken out of the rows they stand in now. Raises InvalidEdit where not all of them exist any more.
    """
    with drafting(library, bitext, "restore link") as draft:
        wanted = (*version.source, *version.target)
        if len(read_paragraphs(draft.transaction, wanted)) < len(wanted):
            raise InvalidEdit(
                "Not all paragraphs of that version are there any more: some were merged.",
                "Undo the merging, or link the paragraphs there are.",
            )
        source, target = draft.sides(wanted)
        rows = rows_of(draft, [*source, *target])
        home = next((row for row in rows if row.id == version.id), rows[0])
        if (home.source, home.target) != (source, target):
            take_out(draft, home, [row for row in rows if row.id != home.id], set(wanted))
        draft.put(
            replace(
                draft.link(home.id),
                source=source,
                target=target,
                status=version.status,
                confidence=version.confidence,
                evidence=version.evidence,
                reason=version.reason,
            )
        )
    return draft.changes


def restore_verdict(library: Library, bitext: BitextId, link: LinkId, verdict: Verdict) -> ChangeSet:
    """Think of a row again what was thought of it."""
    return give_verdict(library, bitext, [link], verdict.status, "restore status", verdict.reason)
