"""Annotations of a file brought into a bitext, in one step to undo.

What was changed in the file since is taken, what was changed here since stays; bringing the same in again changes
nothing.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from taqabul.domain.annotated import AnnotatedBitext
from taqabul.domain.annotation import Relation
from taqabul.domain.changes import ChangeSet
from taqabul.domain.ids import BitextId
from taqabul.formats.annotations.reading import READ_ENDINGS, read_annotations
from taqabul.storage.annotations import uids_known
from taqabul.storage.claims import all_claims
from taqabul.workflow.annotating.bringing_in import Brought, bring_in
from taqabul.workflow.annotating.bringing_sets import labels_found, sets_wanted
from taqabul.workflow.annotating.conflicts import Conflict
from taqabul.workflow.annotating.fitting import Fitting
from taqabul.workflow.annotating.reading import annotated_bitext
from taqabul.workflow.library import Library

__all__ = ["READ_ENDINGS", "FromFile", "bring_in_file"]


@dataclass(frozen=True, slots=True)
class FromFile:
    """What became of a file's annotations, and how many of the rest came; ``remarks`` tell what did not.

    ``kept`` differ from the file's and stayed as they are here. ``lost`` of those that came have no place in the
    texts and are listed as orphans.
    """

    path: Path
    new: int
    changed: int
    same: int
    kept: int
    lost: int
    relations: int
    notes: int
    claims: int
    remarks: tuple[str, ...]
    changes: ChangeSet


def bring_in_file(library: Library, bitext: BitextId, path: Path) -> FromFile:
    """Bring a file's annotations into a bitext; the file is our JSON, Web Annotations, or brat's.

    Label sets that the library lacks come too, and stay when the rest is undone. Raises UnreadableFile,
    InvalidInput.
    """
    read = read_annotations(path)
    ours = annotated_bitext(library, bitext)
    remarks: list[str] = []
    if isinstance(read, AnnotatedBitext):
        wanted, remarks = sets_wanted(library, read.label_sets)
        theirs = replace(_turned(ours, read), label_sets=wanted)
    else:
        labels, remarks = labels_found(library, read)
        with library.database.read() as transaction:
            claims = all_claims(transaction)
        fitting = Fitting(ours, read, labels, library.author, claims)
        theirs = fitting.fitted
        remarks += [*read.remarks, *fitting.remarks]
    theirs = _named(library, ours, theirs)
    return _told(path, bring_in(library, bitext, theirs, _is_newer_there), remarks)


def _turned(ours: AnnotatedBitext, theirs: AnnotatedBitext) -> AnnotatedBitext:
    """Theirs with its sides exchanged where its source is our target."""
    languages = [one.source.document.language for one in (ours, theirs)]
    if languages[0] == languages[1]:
        return theirs
    return replace(theirs, source=theirs.target, target=theirs.source)


def _named(library: Library, ours: AnnotatedBitext, theirs: AnnotatedBitext) -> AnnotatedBitext:
    """Theirs with names of its own for what is in another bitext of this library, and for notes without one."""
    with library.database.read() as transaction:
        known = uids_known(transaction, [one.uid for one in theirs.annotations])
    here = {one.uid for one in ours.annotations}

    def named(uid: str) -> str:
        return uuid5(NAMESPACE_URL, f"urn:x-taqabul:{ours.bitext.id}/{uid}").hex

    if known.keys() - here:
        theirs = replace(
            theirs,
            annotations=tuple(replace(one, uid=named(one.uid)) for one in theirs.annotations),
            relations=tuple(replace(one, uid=named(one.uid)) for one in theirs.relations),
            notes=tuple(replace(one, uid=named(one.uid)) if one.uid else one for one in theirs.notes),
            decisions=tuple(replace(one, uid=named(one.uid)) for one in theirs.decisions),
        )
    unnamed = {(one.text, one.author, one.at) for one in ours.notes if not one.uid}
    notes = tuple(
        one if one.uid else replace(one, uid=named(f"{one.text}{one.author}{one.at}"))
        for one in theirs.notes
        if one.uid or (one.text, one.author, one.at) not in unnamed
    )
    return replace(theirs, notes=notes)


def _is_newer_there(conflict: Conflict) -> bool:
    """Whether it was changed there after it was changed here; nobody knows that of a tie."""
    here, there = conflict.ours, conflict.theirs
    if isinstance(here, Relation) or isinstance(there, Relation):
        return False
    return there.changed_at > here.changed_at


def _told(path: Path, brought: Brought, remarks: list[str]) -> FromFile:
    kept = len(brought.conflicts) - len(brought.taken)
    told = [
        (len(brought.homeless), "annotations are on pairs that are not here; they were left out."),
        (len(brought.waiting), "relations have an end that is not in the library; they were left out."),
    ]
    remarks = remarks + [f"{number} {what}" for number, what in told if number]
    added = brought.added
    return FromFile(
        path,
        added.get("annotation", 0),
        len(brought.taken),
        brought.same.get("annotation", 0),
        kept,
        len(brought.orphans),
        added.get("relation", 0),
        added.get("note", 0),
        added.get("claim", 0),
        tuple(dict.fromkeys(remarks)),
        brought.changes,
    )
