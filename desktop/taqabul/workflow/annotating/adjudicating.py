"""Where two people differ, and what somebody made of it.

Nothing of theirs is changed: a decision says which of the annotations stand, and the others are overruled as long
as it does. What agrees needs no decision.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Final

from taqabul.domain.annotation import Annotation, AnnotationStatus, Decision, Ruling
from taqabul.domain.changes import ChangeSet
from taqabul.domain.errors import EditConflict, InvalidEdit
from taqabul.domain.ids import BitextId, DecisionId, LinkId, new_uid
from taqabul.storage.annotations import read_annotations, uids_known
from taqabul.storage.relations import decision_on, decisions_of
from taqabul.workflow.annotating.comparing import Case, latest_decisions
from taqabul.workflow.annotating.marking import Given, placed, put_mark
from taqabul.workflow.draft import Draft, drafting
from taqabul.workflow.library import Library
from taqabul.workflow.word_links import Stretch

_KEEPS: Final[Mapping[Ruling, tuple[bool, bool]]] = {
    Ruling.LEFT: (True, False),
    Ruling.RIGHT: (False, True),
    Ruling.BOTH: (True, True),
    Ruling.NEITHER: (False, False),
    Ruling.EDITED: (False, False),
}


def what_became_of(library: Library, mark: Annotation) -> Decision | None:
    """What was decided last on an annotation, by its uid in ``kept`` whether it stands; None where nothing was."""
    with library.database.read() as transaction:
        return decision_on(transaction, mark.bitext, mark.uid)


def decide(library: Library, bitext: BitextId, case: Case, ruling: Ruling, reason: str = "") -> ChangeSet:
    """Say which of the two stand. Those that do are reviewed from then on; a decision made before is replaced.

    Raises InvalidEdit where there is nothing on the side that is kept, EditConflict where one of the two is
    not there any more.
    """
    if ruling is Ruling.EDITED:
        raise InvalidEdit("Nothing was put in their place.", "Say what shall stand instead.")
    keeps = _KEEPS[ruling]
    kept = [one for one, keep in zip((case.left, case.right), keeps, strict=True) if keep and one is not None]
    if any(keeps) and len(kept) < sum(keeps):
        raise InvalidEdit("There is nothing to keep on that side.", "Keep the other side, or neither.")
    with drafting(library, bitext, "adjudicate") as draft:
        _check_there(draft, case)
        for one in draft.written.annotations.read(draft.transaction, [one.id for one in kept]):
            if one.status is AnnotationStatus.DRAFT:
                draft.written.annotations.put(replace(one, status=AnnotationStatus.REVIEWED))
        _put_decision(draft, case, ruling, [one.uid for one in kept], reason)
    return draft.changes


def decide_otherwise(
    library: Library,
    bitext: BitextId,
    case: Case,
    stretches: Sequence[Stretch],
    given: Given,
    reason: str = "",
) -> ChangeSet:
    """Have something else stand in the place of both: a new annotation, by whoever decides.

    ``stretches`` may be empty where both are on a pair. Raises InvalidEdit, EditConflict.
    """
    with drafting(library, bitext, "adjudicate") as draft:
        _check_there(draft, case)
        link: LinkId | None = None if stretches else case.first.link
        made = put_mark(
            draft,
            placed(draft, stretches) if stretches else (),
            given._replace(status=AnnotationStatus.REVIEWED),
            link,
        )
        _put_decision(draft, case, Ruling.EDITED, [made.uid], reason)
    return draft.changes


def reopen(library: Library, bitext: BitextId, case: Case) -> ChangeSet:
    """Take a decision back; what was put in their place goes, and what they had is as it was."""
    with drafting(library, bitext, "reopen") as draft:
        decision = _decision_on(draft, _uids(case))
        if decision is None:
            raise InvalidEdit("Nothing was decided here.", "Choose a case that was decided.")
        if decision.ruling is Ruling.EDITED:
            ids = uids_known(draft.transaction, decision.kept).values()
            draft.written.erase(draft.written.annotations.read(draft.transaction, ids))
        draft.written.decisions.read(draft.transaction, [decision.id])
        draft.written.decisions.drop(decision)
    return draft.changes


def _put_decision(draft: Draft, case: Case, ruling: Ruling, kept: Sequence[str], reason: str) -> None:
    before = _decision_on(draft, _uids(case))
    if before is not None:
        draft.written.decisions.read(draft.transaction, [before.id])
        if before.ruling is Ruling.EDITED:
            ids = uids_known(draft.transaction, [uid for uid in before.kept if uid not in kept]).values()
            draft.written.erase(draft.written.annotations.read(draft.transaction, ids))
    left, right = (() if one is None else (one.uid,) for one in (case.left, case.right))
    draft.written.decisions.put(
        Decision(
            DecisionId(draft.take("decision")) if before is None else before.id,
            new_uid() if before is None else before.uid,
            draft.bitext.id,
            left,
            right,
            ruling,
            tuple(kept),
            draft.author,
            draft.now,
            reason.strip(),
        )
    )


def _decision_on(draft: Draft, uids: Collection[str]) -> Decision | None:
    decided = latest_decisions(decisions_of(draft.transaction, draft.bitext.id))
    return next((decided[uid] for uid in uids if uid in decided), None)


def _check_there(draft: Draft, case: Case) -> None:
    wanted = [one for one in (case.left, case.right) if one is not None]
    if len(read_annotations(draft.transaction, [one.id for one in wanted])) < len(wanted):
        raise EditConflict(
            "One of the two marks is not there any more.", "Look at the cases as they are now."
        )


def _uids(case: Case) -> list[str]:
    return [one.uid for one in (case.left, case.right) if one is not None]
