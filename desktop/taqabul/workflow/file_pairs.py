"""Files aligned without a library: straight to the rows that writers of pairs are given.

For many pairs at once (``taqabul batch``); the rows are those that ``taqabul align FILES -o OUT`` writes, but for
their ids and dates.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count

from taqabul.domain.bitext import Link
from taqabul.domain.document import Paragraph, Sentence
from taqabul.domain.ids import BitextId, DocumentId, ParagraphId, SentenceId
from taqabul.domain.language import Language
from taqabul.domain.options import AlignOptions, ExportOptions, Level
from taqabul.formats.rows import ExportRow, Segment
from taqabul.workflow import compute, ready
from taqabul.workflow.chosen_pairs import Outcome, judged
from taqabul.workflow.intake import SegmentedText, Spans
from taqabul.workflow.proposals import DIGITS, Sides, check_alignment, proposed_links, sentence_texts
from taqabul.workflow.ranks import STEP
from taqabul.workflow.reading_files import ReadFiles, check_pair
from taqabul.workflow.text_parts import TextPart

_NOWHERE = BitextId(0)


@dataclass(frozen=True, slots=True)
class AlignedTexts:
    """Two texts that were aligned, and the rows chosen of them.

    ``paragraphs`` counts those of each text, ``confidences`` are of the links with two sides, but for those without
    one, ``remarks`` tell what is unusual about the texts.
    """

    engine: str
    paragraphs: tuple[int, int]
    links: int
    confidences: tuple[float, ...]
    remarks: tuple[str, ...]
    rows: tuple[ExportRow, ...]


def align_texts(
    read: ReadFiles, align_options: AlignOptions, options: ExportOptions, at: datetime
) -> AlignedTexts:
    """Align files that were read, and choose rows of them as an export does; rows are numbered from 1 and dated ``at``.

    What faces what is not asked again where a file says so. Raises what ``check_pair`` raises.
    """
    texts = both_texts(read)
    if read.ready is None:
        return align_part(
            TextPart((0, 0), (texts[0].paragraphs, texts[1].paragraphs)), align_options, options, at
        )
    sides = _numbered(texts[0].paragraphs, texts[1].paragraphs)
    ids = range(1, len(read.ready.links) + 1)
    links, notes = ready.ready_links(read.ready, sides, _NOWHERE, ids, at)
    return _chosen(links, notes, sides, options, ready.engine(read.ready))


def both_texts(read: ReadFiles) -> tuple[SegmentedText, SegmentedText]:
    """The Arabic text and the English one. Raises what ``check_pair`` raises."""
    check_pair(read)
    texts = {text.language: text for one in read.prepared for text in one.texts}
    return texts[Language.ARABIC], texts[Language.ENGLISH]


def align_part(
    part: TextPart, align_options: AlignOptions, options: ExportOptions, at: datetime
) -> AlignedTexts:
    """Align a part of two texts, or the whole; rows are numbered from 1, paragraphs as they are in the texts."""
    sides = _numbered(*part.sides, first=part.first)
    found = compute.propose(sentence_texts(sides[0]), sentence_texts(sides[1]), align_options)
    check_alignment(found, sides)
    links = proposed_links(_NOWHERE, found, sides, range(1, len(found.paragraphs) + 1), at)
    return _chosen(links, [()] * len(links), sides, options, found.engine, found.remarks)


def _chosen(
    links: Sequence[Link],
    notes: Sequence[tuple[str, ...]],
    sides: Sides,
    options: ExportOptions,
    engine: str,
    remarks: tuple[str, ...] = (),
) -> AlignedTexts:
    """All links, and the rows chosen of them."""
    rows = (row for link, said in zip(links, notes, strict=True) for row in _rows(link, said, sides, options))
    return AlignedTexts(
        engine,
        (len(sides[0]), len(sides[1])),
        len(links),
        tuple(one.confidence for one in links if one.confidence is not None and not one.is_one_sided),
        remarks,
        tuple(rows),
    )


def _numbered(
    *texts: Sequence[tuple[str, Spans]], first: tuple[int, int] = (0, 0)
) -> tuple[list[Paragraph], list[Paragraph]]:
    """The paragraphs of both texts with ids of their own; ``first`` so many precede them in the texts."""
    paragraphs, sentences = count(1), count(1)
    source, target = (
        [
            Paragraph(
                ParagraphId(next(paragraphs)),
                DocumentId(side),
                STEP * number,
                number,
                body,
                body,
                tuple(Sentence(SentenceId(next(sentences)), start, end) for start, end in spans),
            )
            for number, (body, spans) in enumerate(text, start=first[side - 1] + 1)
        ]
        for side, text in enumerate(texts, start=1)
    )
    return source, target


def _rows(link: Link, notes: tuple[str, ...], sides: Sides, options: ExportOptions) -> Iterator[ExportRow]:
    """The rows of a link that are chosen: itself, or its links of sentences."""
    made = link.confidence is None
    starts = tuple(side[0].id if side else ParagraphId(0) for side in sides)
    held = tuple(
        [side[id_ - start] for id_ in members]
        for side, start, members in zip(sides, starts, (link.source, link.target), strict=True)
    )
    if options.level is Level.PARAGRAPH or not link.sentences:
        source, target = (tuple(Segment(str(one.number), one.text) for one in some) for some in held)
        if judged(link.status, link.confidence, not link.is_one_sided, options) is Outcome.EXPORTED:
            yield _row(
                str(link.id), link, link.confidence, link.evidence.parts(), source, target, "\n", notes
            )
        return
    segments = {
        part.id: Segment(f"{one.number}.{place}", one.sentence_text(part))
        for some in held
        for one in some
        for place, part in enumerate(one.sentences, start=1)
    }
    for number, part in enumerate(link.sentences, start=1):
        confidence = None if made else part.confidence
        if judged(link.status, confidence, bool(part.source and part.target), options) is Outcome.EXPORTED:
            source, target = (tuple(segments[id_] for id_ in some) for some in (part.source, part.target))
            name, evidence = f"{link.id}.{number}", part.evidence.parts()
            yield _row(name, link, part.confidence, evidence, source, target, " ", notes)


def _row(
    id_: str,
    link: Link,
    confidence: float | None,
    evidence: dict[str, float],
    source: tuple[Segment, ...],
    target: tuple[Segment, ...],
    between: str,
    notes: tuple[str, ...],
) -> ExportRow:
    return ExportRow(
        id_,
        between.join(one.text for one in source),
        between.join(one.text for one in target),
        tuple(one.number for one in source),
        tuple(one.number for one in target),
        link.status,
        None if confidence is None else round(confidence, DIGITS),
        link.changed_by,
        link.changed_at,
        evidence,
        notes,
        link.reason,
    )
