"""What single acts of the history changed: texts, links and statuses before and after, which acts concern a row."""

from collections.abc import Collection
from dataclasses import dataclass

from taqabul.domain.annotation import Annotation
from taqabul.domain.bitext import Bitext, Link
from taqabul.domain.edits import Edit, Record, Replacement
from taqabul.domain.ids import BitextId, JournalId, ParagraphId
from taqabul.domain.language import Side
from taqabul.domain.options import Progress, no_progress
from taqabul.storage import documents, journal
from taqabul.storage.database import Transaction
from taqabul.storage.links import read_links
from taqabul.workflow.act_versions import (
    ClaimVersions,
    DirectionVersions,
    LinkVersions,
    MarkVersions,
    NoteVersions,
    RelationVersions,
    TextVersions,
    VerdictVersions,
    Versions,
)
from taqabul.workflow.history import JournalEntry, entry
from taqabul.workflow.library import Library
from taqabul.workflow.projects import bitext_in

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Changes:
    """What an act changed, up to a limit, and how much more there was.

    ``numbers`` tells the number people know a paragraph by.
    """

    versions: tuple[Versions, ...]
    more: int
    numbers: dict[ParagraphId, int]


@dataclass(frozen=True, slots=True)
class Subject:
    """A row as the history knows it: its link, and its paragraphs wherever they stood."""

    links: frozenset[int]
    paragraphs: frozenset[int]


def changes_of(
    library: Library, bitext: BitextId, act: JournalEntry, limit: int, only: Subject | None = None
) -> Changes:
    """What an act changed, texts first; ``only`` what concerns a row."""
    with library.database.read() as transaction:
        record = bitext_in(transaction, bitext)
        edit = journal.edit_of(transaction, act.of or act.id)
        if act.kind == "undo":
            edit = edit.inverse
        found = [one for one in _versions(transaction, record, edit) if only is None or _concerns(one, only)]
        shown = tuple(found[:limit])
        return Changes(shown, len(found) - len(shown), _numbers(transaction, edit, shown))


def _versions(transaction: Transaction, record: Bitext, edit: Edit) -> list[Versions]:
    texts = {one.id: one for one in edit.paragraphs.removed}
    new_texts = {one.id: one for one in edit.paragraphs.inserted}
    found: list[Versions] = []
    for id_ in {**texts, **new_texts}:
        old, new = texts.get(id_), new_texts.get(id_)
        known = new or old
        before, after = (old.text if old else None), (new.text if new else None)
        if known is None:
            continue
        side = Side.SOURCE if known.document == record.source else Side.TARGET
        if before != after:
            found.append(TextVersions(id_, side, known.number, before, after))
        if old and new and old.direction is not new.direction:
            found.append(DirectionVersions(id_, side, known.number, old.direction, new.direction))
    links = {one.id: one for one in edit.links.removed if one.bitext == record.id}
    new_links = {one.id: one for one in edit.links.inserted if one.bitext == record.id}
    both = [LinkVersions(links.get(id_), new_links.get(id_)) for id_ in {**links, **new_links}]
    found += [one for one in both if _is_seen(one)]
    now = read_links(transaction, [change.link for change in edit.verdicts])
    found += [VerdictVersions(one.link, now.get(one.link), one.before, one.after) for one in edit.verdicts]
    notes = {one.id: one.text for one in edit.notes.removed}
    new_notes = {one.id: one.text for one in edit.notes.inserted}
    changed = [NoteVersions(notes.get(id_), new_notes.get(id_)) for id_ in {**notes, **new_notes}]
    found += [one for one in changed if one.before != one.after]
    found += [one for one in (MarkVersions(*pair) for pair in _pairs(edit.annotations)) if _is_seen_in(one)]
    found += [RelationVersions(*pair) for pair in _pairs(edit.relations)]
    return found + [ClaimVersions(*pair) for pair in _pairs(edit.claims)]


def _pairs(part: Replacement[Record]) -> list[tuple[Record | None, Record | None]]:
    """Each record of a part of an edit before and after it."""
    before: dict[int, Record] = {one.id: one for one in part.removed}
    after: dict[int, Record] = {one.id: one for one in part.inserted}
    return [(before.get(id_), after.get(id_)) for id_ in {**before, **after}]


def _is_seen_in(one: MarkVersions) -> bool:
    """Whether a person would see the change; a mark that only moved with its words looks as before."""
    return one.before is None or one.after is None or _said(one.before) != _said(one.after)


def _said(mark: Annotation) -> tuple[object, ...]:
    quotes = [(span.paragraph, span.quote) for span in mark.spans], [span.quote for span in mark.lost]
    return (
        *quotes,
        mark.link,
        mark.label_set,
        mark.label,
        mark.attributes,
        mark.comment,
        mark.status,
        mark.claim,
    )


def _is_seen(one: LinkVersions) -> bool:
    """Whether a person would see the change; ranks and sentence links are not shown."""
    return one.before is None or one.after is None or _look(one.before) != _look(one.after)


def _look(link: Link) -> tuple[object, ...]:
    return link.source, link.target, link.status, link.reason, link.bookmarked, link.confidence


def _concerns(one: Versions, row: Subject) -> bool:
    match one:
        case TextVersions() | DirectionVersions():
            return one.paragraph in row.paragraphs
        case LinkVersions():
            states = [link for link in (one.before, one.after) if link is not None]
            return any(
                link.id in row.links or not row.paragraphs.isdisjoint(link.source + link.target)
                for link in states
            )
        case VerdictVersions():
            return one.link in row.links
        case MarkVersions():
            marks = [mark for mark in (one.before, one.after) if mark is not None]
            return any(
                mark.link in row.links or any(span.paragraph in row.paragraphs for span in mark.spans)
                for mark in marks
            )
        case NoteVersions() | RelationVersions() | ClaimVersions():
            return True


def _numbers(transaction: Transaction, edit: Edit, shown: Collection[Versions]) -> dict[ParagraphId, int]:
    links = [link for one in shown if isinstance(one, LinkVersions) for link in (one.before, one.after)]
    links += [one.now for one in shown if isinstance(one, VerdictVersions)]
    members = {id_ for link in links if link is not None for id_ in link.source + link.target}
    known = {one.id: one.number for one in (*edit.paragraphs.removed, *edit.paragraphs.inserted)}
    known |= {
        id_: one.number for id_, one in documents.read_paragraphs(transaction, members - known.keys()).items()
    }
    return known


class RowHistory:
    """Finds the acts that concern a row. Every act of the bitext is looked into once, and remembered."""

    def __init__(self, library: Library, bitext: BitextId) -> None:
        self._library, self._bitext = library, bitext
        self._seen = JournalId(0)
        self._subjects: dict[JournalId, Subject] = {}

    def acts(self, row: Subject, progress: Progress = no_progress) -> list[JournalEntry]:
        """The acts that concern a row, the newest first; may be called from a worker's thread."""
        with self._library.database.read() as transaction:
            seen, subjects = self._seen, dict(self._subjects)
            while new := journal.new_subjects(transaction, self._bitext, seen, _BATCH):
                subjects |= {id_: Subject(frozenset(links), frozenset(texts)) for id_, links, texts in new}
                seen = new[-1][0]
                progress(len(subjects), 0)
            self._seen, self._subjects = seen, subjects
            concerned = {
                id_
                for id_, one in subjects.items()
                if not (row.links.isdisjoint(one.links) and row.paragraphs.isdisjoint(one.paragraphs))
            }
            turned = journal.turned(transaction, self._bitext)
            concerned |= {id_ for id_, of in turned.items() if of in concerned}
            return [entry(act) for act in journal.acts_by_id(transaction, sorted(concerned))]
