"""An aligner's proposal as links: positions become ids, and rows find their order."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from taqabul.align.encoder import VectorStore
from taqabul.align.linking import Pairing
from taqabul.domain.bitext import (
    Alignment,
    Evidence,
    Link,
    LinkStatus,
    ProposedLink,
    SentenceLink,
    misplaced,
)
from taqabul.domain.document import Paragraph
from taqabul.domain.ids import BitextId, DocumentId, LinkId, SentenceId
from taqabul.domain.options import AlignOptions, Progress
from taqabul.storage import documents
from taqabul.storage.database import Transaction
from taqabul.workflow.ordering import row_order
from taqabul.workflow.projects import document_in
from taqabul.workflow.ranks import STEP

Sides = tuple[Sequence[Paragraph], Sequence[Paragraph]]

Texts = list[list[str]]
"""A document for the aligner: its paragraphs, each the list of its sentences."""

Propose = Callable[
    [
        Sequence[Sequence[str]],
        Sequence[Sequence[str]],
        AlignOptions,
        Progress,
        Sequence[Pairing],
        VectorStore | None,
    ],
    Alignment,
]
"""An aligner: ``compute.propose`` or ``compute.propose_in_process``. It is given both texts, the pairings
of paragraphs that are settled, and what remembers vectors.
"""

DIGITS = 4
"""Digits after the point that are kept of scores: more would only fill the file."""


def paragraphs_of(transaction: Transaction, document: DocumentId) -> list[Paragraph]:
    """The paragraphs of a document, in order. Raises InvalidInput where there is no such document."""
    document_in(transaction, document)
    ids = documents.paragraph_ids(transaction, document)
    return list(documents.read_paragraphs(transaction, ids).values())


def sentence_texts(paragraphs: Sequence[Paragraph]) -> Texts:
    """Paragraphs for the aligner."""
    return [[one.sentence_text(sentence) for sentence in one.sentences] for one in paragraphs]


def check_alignment(alignment: Alignment, sides: Sides) -> None:
    """An aligner that loses a segment is a bug: better to stop here than to keep half a text."""
    sentences = [sum(len(one.sentences) for one in side) for side in sides]
    faults = misplaced(alignment.paragraphs, len(sides[0]), len(sides[1]))
    faults += misplaced(alignment.sentences, *sentences)
    if faults:
        raise ValueError("; ".join(faults[:10]))


def proposed_links(
    bitext: BitextId, alignment: Alignment, sides: Sides, ids: Iterable[int], at: datetime
) -> list[Link]:
    """The links of a proposal in row order, for paragraphs given in document order."""
    parts = sentence_links(alignment, sides)
    order = row_order([(link.source, link.target) for link in alignment.paragraphs])
    links = []
    for row, (place, id_) in enumerate(zip(order, ids, strict=True), start=1):
        proposal = alignment.paragraphs[place]
        links.append(
            Link(
                LinkId(id_),
                bitext,
                STEP * row,
                tuple(sides[0][p].id for p in sorted(proposal.source)),
                tuple(sides[1][p].id for p in sorted(proposal.target)),
                LinkStatus.PROPOSED,
                round(proposal.confidence, DIGITS),
                _rounded(proposal.evidence),
                alignment.engine,
                at,
                parts[place],
            )
        )
    return links


def sentence_links(alignment: Alignment, sides: Sides) -> list[tuple[SentenceLink, ...]]:
    """The sentence links inside each paragraph link, ordered like rows."""
    flat = [
        [(sentence.id, p) for p, paragraph in enumerate(side) for sentence in paragraph.sentences]
        for side in sides
    ]
    holder: tuple[dict[int, int], dict[int, int]] = ({}, {})
    for place, link in enumerate(alignment.paragraphs):
        holder[0].update(dict.fromkeys(link.source, place))
        holder[1].update(dict.fromkeys(link.target, place))
    inside: defaultdict[int, list[ProposedLink]] = defaultdict(list)
    for link in alignment.sentences:
        owners = {holder[side][flat[side][p][1]] for side in (0, 1) for p in (link.source, link.target)[side]}
        if len(owners) > 1:
            raise ValueError(f"sentence link {link.source}-{link.target} lies in several paragraph links")
        inside[owners.pop()].append(link)
    return [
        tuple(
            _sentence_link(found[k], flat) for k in row_order([(link.source, link.target) for link in found])
        )
        for found in (inside[place] for place in range(len(alignment.paragraphs)))
    ]


def _sentence_link(link: ProposedLink, flat: Sequence[Sequence[tuple[SentenceId, int]]]) -> SentenceLink:
    source = tuple(flat[0][p][0] for p in sorted(link.source))
    target = tuple(flat[1][p][0] for p in sorted(link.target))
    return SentenceLink(source, target, round(link.confidence, DIGITS), _rounded(link.evidence))


def _rounded(evidence: Evidence) -> Evidence:
    return Evidence(**{name: round(value, DIGITS) for name, value in evidence.parts().items()})
