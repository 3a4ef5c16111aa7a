"""A bitext whose links a file gives: kept as they are, with what was thought and written of them."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from taqabul.domain.annotation import Note
from taqabul.domain.bitext import Evidence, Link, ProposedLink, SentenceLink, misplaced
from taqabul.domain.document import Paragraph
from taqabul.domain.edits import Replacement
from taqabul.domain.errors import InvalidInput
from taqabul.domain.files import BitextFile, ReadyLink
from taqabul.domain.ids import BitextId, DocumentId, LinkId, NoteId, new_uid
from taqabul.domain.options import Progress, no_progress
from taqabul.storage.counters import take
from taqabul.storage.link_changes import add_links
from taqabul.storage.notes import replace_notes
from taqabul.workflow.bitext_records import add_record
from taqabul.workflow.library import Library
from taqabul.workflow.ordering import row_order
from taqabul.workflow.proposals import DIGITS, Sides, paragraphs_of
from taqabul.workflow.ranks import STEP
from taqabul.workflow.relinking import in_order, relinked, sentences_of

_PROGRESS_STEP = 100
_MOST_FAULTS = 3


def engine(file: BitextFile) -> str:
    """What stands for the aligner: the file, so that it is known again when it comes a second time."""
    return f"{file.name} {file.sha256[:8]}"


def check(file: BitextFile) -> None:
    """Raise InvalidInput where the links of a file are none of its texts: a block in two links, or one that is not there."""
    links = [ProposedLink(one.source, one.target) for one in file.links]
    faults = misplaced(links, len(file.source), len(file.target))
    if faults:
        told = "; ".join(faults[:_MOST_FAULTS]) + ("; …" if len(faults) > _MOST_FAULTS else "")
        raise InvalidInput(
            f"What faces what in {file.name} does not fit its texts (counted from 0): {told}.",
            "Correct the file, or align the two texts anew.",
        )


def keep_ready(
    library: Library,
    file: BitextFile,
    documents: tuple[DocumentId, DocumentId],
    progress: Progress = no_progress,
) -> BitextId:
    """Keep two documents, whose paragraphs are the file's blocks, as a bitext with the links of the file.

    Inside each pair the sentences are linked in their order, where they are not equally many by the aligner.
    Raises Cancelled from ``progress``, which counts links.
    """
    now = datetime.now(UTC)
    with library.database.read() as transaction:
        sides = (paragraphs_of(transaction, documents[0]), paragraphs_of(transaction, documents[1]))
    inside = _sentence_links(file.links, sides, progress)
    with library.database.write() as transaction:
        record = add_record(transaction, *documents, engine(file), now)
        ids = take(transaction, "link", len(file.links))
        rows, remarks = _laid_in_rows(file, sides, inside, record.id, ids, now)
        add_links(transaction, rows)
        texts = [(row.id, text) for row, said in zip(rows, remarks, strict=True) for text in said]
        numbers = take(transaction, "note", len(texts))
        written = [
            Note(NoteId(number), record.id, id_, text, file.name, now, uid=new_uid())
            for number, (id_, text) in zip(numbers, texts, strict=True)
        ]
        replace_notes(transaction, Replacement((), tuple(written)))
    return record.id


def ready_links(
    file: BitextFile, sides: Sides, bitext: BitextId, ids: Iterable[int], at: datetime
) -> tuple[list[Link], list[tuple[str, ...]]]:
    """The links of a file over its paragraphs, in row order, and the notes of each."""
    return _laid_in_rows(file, sides, _sentence_links(file.links, sides, no_progress), bitext, ids, at)


def _laid_in_rows(
    file: BitextFile,
    sides: Sides,
    inside: Sequence[tuple[SentenceLink, ...]],
    bitext: BitextId,
    ids: Iterable[int],
    at: datetime,
) -> tuple[list[Link], list[tuple[str, ...]]]:
    order = row_order([(link.source, link.target) for link in file.links])
    rows = [
        _link(bitext, LinkId(id_), row, file.links[place], sides, inside[place], file.name, at)
        for row, (place, id_) in enumerate(zip(order, ids, strict=True), start=1)
    ]
    return rows, [tuple(file.links[place].notes) for place in order]


def _link(
    bitext: BitextId,
    id_: LinkId,
    row: int,
    ready: ReadyLink,
    sides: Sides,
    inside: tuple[SentenceLink, ...],
    name: str,
    at: datetime,
) -> Link:
    return Link(
        id_,
        bitext,
        STEP * row,
        tuple(sides[0][p].id for p in sorted(ready.source)),
        tuple(sides[1][p].id for p in sorted(ready.target)),
        ready.status,
        None if ready.confidence is None else round(ready.confidence, DIGITS),
        Evidence(),
        ready.changed_by or name,
        at,
        inside,
        ready.reason,
    )


def _sentence_links(
    links: Sequence[ReadyLink], sides: Sides, progress: Progress
) -> list[tuple[SentenceLink, ...]]:
    found = []
    for done, link in enumerate(links, start=1):
        found.append(
            _inside(
                *(
                    [side[p] for p in sorted(places)]
                    for side, places in zip(sides, (link.source, link.target), strict=True)
                )
            )
        )
        if done % _PROGRESS_STEP == 0 or done == len(links):
            progress(done, len(links))
    return found


def _inside(source: Sequence[Paragraph], target: Sequence[Paragraph]) -> tuple[SentenceLink, ...]:
    ours, theirs = sentences_of(source), sentences_of(target)
    return in_order(ours, theirs) if len(ours) == len(theirs) else relinked(ours, theirs, ())
