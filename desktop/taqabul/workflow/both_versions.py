"""Two versions of the same record, in words to be set side by side."""

from dataclasses import dataclass

from taqabul.domain.annotation import Annotation, Note, Relation
from taqabul.domain.bitext import Link
from taqabul.domain.claims import Claim
from taqabul.domain.document import Paragraph
from taqabul.domain.ids import ParagraphId
from taqabul.storage.database import Transaction
from taqabul.storage.documents import read_paragraphs
from taqabul.storage.foreign_edits import Clash


@dataclass(frozen=True, slots=True)
class Versions:
    """A record as two people left it: ``kind`` is link, paragraph, note, ...; "" where it is gone or not there."""

    kind: str
    here: str
    wanted: str


def versions_of(transaction: Transaction, clash: Clash) -> Versions:
    """The two versions of what clashes."""
    here, wanted = (_told(transaction, one) for one in (clash.here, clash.wanted))
    return Versions(clash.part[:-1], here, wanted)


def _told(transaction: Transaction, record: object) -> str:
    if isinstance(record, Link):
        sides = (_numbers(transaction, side) for side in (record.source, record.target))
        told = f"{' | '.join(sides)} {record.status.value} ({record.changed_by})"
        return f"{told} {record.reason}".strip()
    if isinstance(record, Annotation):
        quote = " … ".join(span.quote for span in (*record.spans, *record.lost))
        return f"{record.label} “{quote}” {record.comment}".strip() if quote else record.label
    if isinstance(record, Claim):
        return " / ".join(text for text in (record.arabic, record.english) if text)
    if isinstance(record, Relation):
        return record.kind
    if isinstance(record, Paragraph | Note):
        return record.text
    return "" if record is None else str(getattr(record, "ruling", ""))


def _numbers(transaction: Transaction, ids: tuple[ParagraphId, ...]) -> str:
    known = read_paragraphs(transaction, ids)
    return " ".join(f"¶{known[id_].number}" if id_ in known else "¶+" for id_ in ids) or "–"
