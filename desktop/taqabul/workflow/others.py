"""What others did to a bitext since it was last looked at here, as one change that a screen can bring in."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from taqabul.domain.bitext import Bitext
from taqabul.domain.changes import ChangeSet
from taqabul.domain.document import Paragraph
from taqabul.domain.edits import Edit, Replacement
from taqabul.domain.ids import BitextId, JournalId, LinkId, ParagraphId
from taqabul.storage import journal
from taqabul.storage.applying import change_set, links_seen_in
from taqabul.storage.database import Transaction
from taqabul.storage.documents import read_paragraphs
from taqabul.storage.links import links_holding
from taqabul.workflow.library import Library
from taqabul.workflow.projects import bitext_in
from taqabul.workflow.rows import Row
from taqabul.workflow.saving import watch_others
from taqabul.workflow.watch import touched_by

MANY_ACTS = 300
MANY_ROWS = 1000
_RECENT = 200


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What others did up to a line of the journal.

    ``changes`` is all of it at once; None where it is so much that reading the bitext anew is quicker. ``by`` names
    who did it, in the order in which they came.
    """

    up_to: JournalId
    changes: ChangeSet | None
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deed:
    """What somebody else did, when; ``back``: they took it back."""

    by: str
    verb: str
    at: datetime
    back: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """How a paragraph stands in the library, and who changed it last; "" where that is not known any more."""

    paragraph: Paragraph
    by: str


def done_by_others(library: Library, bitext: BitextId) -> Elsewhere | None:
    """What others did to a bitext and was not shown here yet; None where that is nothing.

    May be called from a worker's thread. Nothing counts as shown before ``Library.shown`` says so.
    """
    with library.database.read() as transaction:
        record = bitext_in(transaction, bitext)
        now = journal.last_act(transaction)
        acts = journal.acts_of_others(transaction, library.watch(bitext).seen, library.session)
        if len(acts) > MANY_ACTS:
            return Elsewhere(now, None, _once(act.author for act in acts))
        found = []
        for act in acts:
            edit = journal.edit_of(transaction, act.of or act.id)
            changes = _seen_from(transaction, record, edit.inverse if act.kind is journal.Kind.UNDO else edit)
            if changes is not None:
                found.append((act.author, changes))
    if not found:
        library.shown(bitext, now)
        return None
    whole = composed([changes for _, changes in found])
    rows = len(whole.removed) + len(whole.inserted) + len(whole.moved) + len(whole.touched)
    return Elsewhere(now, whole if rows <= MANY_ROWS else None, _once(author for author, _ in found))


def standing(library: Library, bitext: BitextId, paragraph: ParagraphId) -> Standing | None:
    """How a paragraph reads now, and who made it read so; None where it is gone.

    What others did to it and its rows up to now counts as known: what is written there next is written over it.
    """
    with library.database.read() as transaction:
        bitext_in(transaction, bitext)
        found = read_paragraphs(transaction, [paragraph]).get(paragraph)
        if found is None:
            return None
        watch = watch_others(library, transaction, bitext)
        watch.forgive(set(links_holding(transaction, [paragraph]).values()), [paragraph])
        for act in journal.acts(transaction, bitext, _RECENT):
            edit = journal.edit_of(transaction, act.of or act.id)
            if any(one.id == paragraph for one in edit.paragraphs.inserted + edit.paragraphs.removed):
                return Standing(found, act.author)
        return Standing(found, "")


def show_remark(library: Library, bitext: BitextId, part: str, id_: int) -> None:
    """Somebody is shown what people wrote as it is now: what is written there next is written over it.

    ``part`` is that of an edit ("notes", "annotations", "claims").
    """
    with library.database.read() as transaction:
        watch_others(library, transaction, bitext).forgive_remark(part, id_)


def deeds_on(library: Library, bitext: BitextId, rows: Collection[Row]) -> list[Deed]:
    """What others did to some rows since these were shown here, and was not shown yet, the oldest first."""
    links = {row.link.id for row in rows}
    paragraphs = {id_ for row in rows for id_ in row.link.source + row.link.target}
    with library.database.read() as transaction:
        acts = journal.acts_of_others(transaction, library.watch(bitext).seen, library.session)
        found = []
        for act in acts[-_RECENT:]:
            touched = touched_by(act.author, journal.edit_of(transaction, act.of or act.id))
            if not (touched.links.isdisjoint(links) and touched.paragraphs.isdisjoint(paragraphs)):
                found.append(Deed(act.author, act.verb, act.at, back=act.kind is journal.Kind.UNDO))
    return found


def still_there(library: Library, paragraphs: Collection[ParagraphId]) -> set[ParagraphId]:
    """Those of the paragraphs that the library still holds."""
    with library.database.read() as transaction:
        return set(read_paragraphs(transaction, paragraphs))


def composed(changes: Iterable[ChangeSet]) -> ChangeSet:
    """Several changes to one bitext, one after the other, as one."""
    removed: dict[LinkId, None] = {}
    inserted: dict[LinkId, int] = {}
    moved: dict[LinkId, int] = {}
    touched: dict[LinkId, None] = {}
    more_than_marked: set[LinkId] = set()
    parts: dict[str, dict[Any, None]] = {}
    last: ChangeSet | None = None
    for last in changes:
        for link in last.removed:
            if inserted.pop(link, None) is None:
                removed[link] = None
            moved.pop(link, None)
            touched.pop(link, None)
        for link, rank in last.inserted:
            if link in removed:  # it came back, perhaps elsewhere and looking different
                del removed[link]
                moved[link] = rank
                touched[link] = None
                more_than_marked.add(link)
            else:
                inserted[link] = rank
        for link, rank in last.moved:
            (inserted if link in inserted else moved)[link] = rank
        touched |= dict.fromkeys(link for link in last.touched if link not in inserted)
        more_than_marked.update(set(last.touched) - set(last.marked))
        for name in ("paragraphs", "notes", "annotations", "relations", "claims"):
            parts.setdefault(name, {}).update(dict.fromkeys(getattr(last, name)))
    if last is None:
        raise ValueError("nothing to put together")
    return replace(
        last,
        removed=tuple(removed),
        inserted=tuple(inserted.items()),
        moved=tuple(moved.items()),
        touched=tuple(touched),
        marked=tuple(link for link in touched if link not in more_than_marked),
        **_tuples(parts),
    )


def _seen_from(transaction: Transaction, record: Bitext, edit: Edit) -> ChangeSet | None:
    """What an edit changed for readers of a bitext; None where they see nothing of it."""
    if edit.bitext == record.id:
        return change_set(edit, JournalId(0), links_seen_in(transaction, edit))
    of_both = replace(edit, bitext=record.id, verdicts=(), notes=Replacement())
    changes = change_set(of_both, JournalId(0), links_seen_in(transaction, of_both))
    rows = changes.removed or changes.inserted or changes.moved or changes.touched
    return changes if rows or changes.claims else None


def _tuples(parts: Mapping[str, Mapping[Any, None]]) -> dict[str, Any]:
    return {name: tuple(ids) for name, ids in parts.items()}


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
