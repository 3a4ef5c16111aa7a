"""What others wrote on the same texts, in a copy of the library or a file, brought into this one.

Things are known by their uid: what is here as it is there stays; what differs is a conflict, listed and left as
it is here, unless a person takes theirs; what is new comes in, signed by whoever made it. Bringing the same in
again changes nothing.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from taqabul.domain.annotated import AnnotatedBitext
from taqabul.domain.annotation import Annotation, Decision, Note, Relation
from taqabul.domain.changes import ChangeSet
from taqabul.domain.claims import Claim
from taqabul.domain.ids import (
    AnnotationId,
    BitextId,
    ClaimId,
    DecisionId,
    LinkId,
    NoteId,
    RelationId,
)
from taqabul.domain.language import Side
from taqabul.storage.annotations import read_annotations, uids_known
from taqabul.storage.claims import all_claims
from taqabul.workflow.annotating.conflicts import Choice, Conflict, Item, is_same, keep_ours
from taqabul.workflow.annotating.note_uids import uids_of
from taqabul.workflow.annotating.reading import annotated_in
from taqabul.workflow.annotating.same_texts import SameTexts
from taqabul.workflow.draft import Draft, drafting
from taqabul.workflow.label_sets import meet_set
from taqabul.workflow.library import Library
from taqabul.workflow.saving import watch_others

_PARTS: Final[Mapping[type[Item], str]] = {
    Annotation: "annotations",
    Relation: "relations",
    Claim: "claims",
}
"""The part of an edit that each is in."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of what others wrote.

    ``added`` and ``same`` count annotations, relations, claims, notes and decisions by these words; ``orphans`` are the
    uids of annotations that came in without a place, ``homeless`` those on pairs that are not here, and
    ``waiting`` the uids of relations to annotations that are not here: neither of the last two came in.
    ``taken`` are the uids of the conflicts in which what is there replaced what was here.
    """

    changes: ChangeSet
    added: Mapping[str, int]
    same: Mapping[str, int]
    conflicts: tuple[Conflict, ...]
    orphans: tuple[str, ...]
    homeless: tuple[str, ...]
    waiting: tuple[str, ...]
    taken: tuple[str, ...]


def bring_in(
    library: Library, bitext: BitextId, theirs: AnnotatedBitext, takes_theirs: Choice = keep_ours
) -> Brought:
    """Bring in what is written on another copy of a bitext, in one edit; all of it or nothing.

    What is here is looked at when nobody else can write any more, and ``takes_theirs`` is asked of what differs then.
    Label sets that it uses come as well; they are the library's, and stay when the edit is undone. Raises
    InvalidInput where a label set cannot be taken in or the bitext is gone.
    """
    with drafting(library, bitext, "bring in annotations") as draft:
        for label_set in theirs.label_sets.values():
            meet_set(library, draft.transaction, label_set)
        ours = annotated_in(draft.transaction, bitext)
        work = _BringingIn(draft, ours, theirs, takes_theirs)
        work.bring()
        _know(library, draft, work.taken)
    return Brought(
        draft.changes,
        dict(work.added),
        dict(work.same),
        tuple(work.conflicts),
        tuple(work.orphans),
        tuple(work.homeless),
        tuple(work.waiting),
        tuple(one.uid for one in work.taken),
    )


def _know(library: Library, draft: Draft, taken: Sequence[Conflict]) -> None:
    """What was chosen was chosen of things as they are now, whoever changed them last."""
    if taken:
        watch = watch_others(library, draft.transaction, draft.bitext.id)
        for one in taken:
            watch.forgive_remark(_PARTS[type(one.ours)], one.ours.id)


class _BringingIn:
    """One bringing in, while it goes on."""

    def __init__(
        self, draft: Draft, ours: AnnotatedBitext, theirs: AnnotatedBitext, takes_theirs: Choice
    ) -> None:
        self._draft, self._ours, self._theirs, self._takes_theirs = draft, ours, theirs, takes_theirs
        self._texts = SameTexts(ours, theirs)
        self.added: Counter[str] = Counter()
        self.same: Counter[str] = Counter()
        self.conflicts: list[Conflict] = []
        self.orphans: list[str] = []
        self.homeless: list[str] = []
        self.waiting: list[str] = []
        self.taken: list[Conflict] = []
        self._claims: dict[ClaimId, ClaimId] = {}
        self._annotations: dict[AnnotationId, AnnotationId] = {}

    def bring(self) -> None:
        """Do it: what others refer to comes before them."""
        self._bring_claims()
        self._bring_annotations()
        self._bring_relations()
        self._bring_notes()
        self._bring_decisions()

    def _bring_claims(self) -> None:
        here = {one.uid: one for one in all_claims(self._draft.transaction)}
        sheet = self._draft.written.claims
        for one in self._theirs.claims:
            ours = here.get(one.uid)
            id_ = ClaimId(self._draft.take("claim")) if ours is None else ours.id
            home = self._draft.bitext.id if ours is None else ours.bitext
            self._claims[one.id] = id_
            fitted = replace(one, id=id_, bitext=home)
            if self._counts("claim", ours, fitted):
                if ours is not None:
                    sheet.read(self._draft.transaction, [id_])
                sheet.put(fitted)

    def _bring_annotations(self) -> None:
        uids = [one.uid for one in self._theirs.annotations]
        known = uids_known(self._draft.transaction, uids + list(self._theirs.elsewhere.values()))
        here = read_annotations(self._draft.transaction, known.values())
        self._annotations = {id_: known[uid] for id_, uid in self._theirs.elsewhere.items() if uid in known}
        sheet = self._draft.written.annotations
        for one in self._theirs.annotations:
            placed = self._texts.placed(one)
            if placed is None:
                self.homeless.append(one.uid)
                continue
            ours = here[known[one.uid]] if one.uid in known else None
            id_ = AnnotationId(self._draft.take("annotation")) if ours is None else ours.id
            self._annotations[one.id] = id_
            claim = None if one.claim is None else self._claims.get(one.claim)
            fitted = replace(
                placed, id=id_, bitext=self._draft.bitext.id if ours is None else ours.bitext, claim=claim
            )
            if self._counts("annotation", ours, fitted):
                if ours is not None:
                    sheet.read(self._draft.transaction, [id_])
                elif fitted.lost:
                    self.orphans.append(one.uid)
                sheet.put(fitted)

    def _bring_relations(self) -> None:
        here = {one.uid: one for one in self._ours.relations}
        sheet = self._draft.written.relations
        for one in self._theirs.relations:
            if one.source not in self._annotations or one.target not in self._annotations:
                self.waiting.append(one.uid)
                continue
            ours = here.get(one.uid)
            fitted = replace(
                one,
                id=RelationId(self._draft.take("relation")) if ours is None else ours.id,
                bitext=self._draft.bitext.id,
                source=self._annotations[one.source],
                target=self._annotations[one.target],
            )
            if self._counts("relation", ours, fitted):
                if ours is not None:
                    sheet.read(self._draft.transaction, [ours.id])
                sheet.put(fitted)

    def _bring_notes(self) -> None:
        """Notes are only ever added: what somebody wrote before is not overwritten by what they wrote since."""
        here = {uid: id_ for id_, uid in uids_of(self._ours.notes).items()}
        uids = uids_of(self._theirs.notes)
        ids: dict[NoteId, NoteId] = {}
        for one in self._theirs.notes:
            uid = uids[one.id]
            if uid in here:
                ids[one.id] = here[uid]
                self.same["note"] += 1
                continue
            fitted = self._fitted_note(replace(one, uid=uid), ids)
            if fitted is not None:
                ids[one.id] = fitted.id
                self._draft.written.notes.put(fitted)
                self.added["note"] += 1

    def _fitted_note(self, note: Note, ids: Mapping[NoteId, NoteId]) -> Note | None:
        documents = {self._theirs.text(side).document.id: self._ours.text(side).document.id for side in Side}
        link: LinkId | None = None if note.link is None else self._texts.row(note.link)
        annotation = None if note.annotation is None else self._annotations.get(note.annotation)
        document = None if note.document is None else documents.get(note.document)
        thread = None if note.thread is None else ids.get(note.thread)
        if (link, annotation, document) == (None, None, None) or (note.thread is not None and thread is None):
            return None
        return replace(
            note,
            id=NoteId(self._draft.take("note")),
            bitext=self._draft.bitext.id,
            link=link,
            annotation=annotation,
            document=document,
            thread=thread,
        )

    def _bring_decisions(self) -> None:
        here = {one.uid for one in self._ours.decisions}
        for one in self._theirs.decisions:
            if one.uid in here:
                self.same["decision"] += 1
                continue
            id_ = DecisionId(self._draft.take("decision"))
            fitted: Decision = replace(one, id=id_, bitext=self._draft.bitext.id)
            self._draft.written.decisions.put(fitted)
            self.added["decision"] += 1

    def _counts(self, kind: str, ours: Item | None, fitted: Item) -> bool:
        """Whether it has to be written; counts it, and lists it where the two differ."""
        if ours is None:
            self.added[kind] += 1
            return True
        if is_same(ours, fitted):
            self.same[kind] += 1
            return False
        conflict = Conflict(fitted.uid, ours, fitted)
        self.conflicts.append(conflict)
        if not self._takes_theirs(conflict):
            return False
        self.taken.append(conflict)
        return True
