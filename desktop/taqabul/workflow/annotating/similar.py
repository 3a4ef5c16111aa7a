"""What says the like of a claim, in either language and any document: other claims, loose mentions, passages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from taqabul.domain.annotation import Annotation
from taqabul.domain.claims import Claim
from taqabul.domain.ids import BitextId, ClaimId, LinkId
from taqabul.domain.labels import Purpose
from taqabul.domain.language import Side
from taqabul.domain.options import Progress, no_progress
from taqabul.storage.documents import read_paragraphs
from taqabul.workflow.annotating.claim_list import (
    ClaimBrief,
    Mention,
    claim,
    list_claims,
    loose_mentions,
    mentions_by_claim,
    mentions_of,
)
from taqabul.workflow.annotating.likeness import Likeness, Rating
from taqabul.workflow.label_sets import label_sets
from taqabul.workflow.library import Library
from taqabul.workflow.searching.finding import nearest
from taqabul.workflow.word_links import Stretch

_LEAST: Final = 0.3
_LOOKED_AT: Final = 500
"""Sentences that are compared word by word: the nearest in meaning."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence in which nobody marked a claim."""

    bitext: BitextId
    link: LinkId
    side: Side
    stretch: Stretch


@dataclass(frozen=True, slots=True)
class Similar:
    """Something that may be the same claim: another claim (with its ``name``), a mention of none, or a passage."""

    subject: Claim | Mention | Passage
    text: str
    rating: Rating
    name: str = ""


def similar(
    library: Library,
    of: ClaimId,
    *,
    passages: bool = True,
    most: int = 40,
    progress: Progress = no_progress,
) -> list[Similar]:
    """What says the like of a claim, the likeliest first, at most ``most``.

    Looks for the claim's texts and its mentions' words in either language; loads the encoder, and encodes what
    the library remembers nothing of, so not in the window. Raises EditConflict where the claim is gone.
    """
    known, ours = claim(library, of), mentions_of(library, of)
    asked = [*_texts(known), *(text for one in ours for text in quotes(one.annotation))]
    if not asked:
        return []
    likeness = Likeness(library, asked)
    others = {one.claim.id: one for one in list_claims(library) if one.claim.id != of}
    candidates = _candidates(library, others)
    ratings = likeness.rate([text for text, _ in candidates])
    best: dict[tuple[str, int], Similar] = {}
    for (text, subject), rating in zip(candidates, ratings, strict=True):
        key = _key(subject)
        if rating.score >= _LEAST and (key not in best or rating.score > best[key].rating.score):
            name = others[subject.id].name if isinstance(subject, Claim) else ""
            best[key] = Similar(subject, text, rating, name)
    found = list(best.values())
    if passages and likeness.has_meaning:
        loose = [one.subject.annotation for one in found if isinstance(one.subject, Mention)]
        found += _passages(library, likeness, [*(one.annotation for one in ours), *loose], progress)
    return sorted(found, key=lambda one: -one.rating.score)[:most]


def quotes(annotation: Annotation) -> list[str]:
    """What a mention says, each side for itself: stretches of one paragraph are read together."""
    by_paragraph: dict[int, list[str]] = {}
    for span in annotation.spans:
        if span.quote.strip():
            by_paragraph.setdefault(span.paragraph, []).append(span.quote)
    return [" ".join(some) for some in by_paragraph.values()]


def _texts(known: Claim) -> list[str]:
    return [text for text in (known.arabic, known.english) if text]


def _candidates(library: Library, others: Mapping[ClaimId, ClaimBrief]) -> list[tuple[str, Claim | Mention]]:
    """The texts of other claims and of their mentions, and those of mentions of none."""
    found: list[tuple[str, Claim | Mention]] = [
        (text, one.claim) for one in others.values() for text in _texts(one.claim)
    ]
    for id_, mentions in mentions_by_claim(library, list(others)).items():
        found += [(text, others[id_].claim) for one in mentions for text in quotes(one)]
    sets = [key for key, one in label_sets(library).items() if one.purpose is Purpose.CLAIMS]
    for mention in loose_mentions(library, sets):
        found += [(text, mention) for text in quotes(mention.annotation)]
    return found


def _key(subject: Claim | Mention) -> tuple[str, int]:
    return ("claim", subject.id) if isinstance(subject, Claim) else ("mention", subject.annotation.id)


def _passages(
    library: Library, likeness: Likeness, taken: Sequence[Annotation], progress: Progress
) -> list[Similar]:
    """The sentences that say the like, without those in which mentions lie; a clause of one is enough."""
    # Cutting into clauses comes with the aligner, which is slow to load.
    from taqabul.align.units import unit_texts  # noqa: PLC0415

    marked: dict[int, list[tuple[int, int]]] = {}
    for mention in taken:
        for span in mention.spans:
            marked.setdefault(span.paragraph, []).append((span.start, span.end))
    free: dict[Stretch, Passage] = {}
    for hit in nearest(library, likeness.asked, most=_LOOKED_AT, progress=progress):
        if hit.paragraph is None or hit.bitext is None or hit.link is None or hit.side is None:
            continue
        stretch = Stretch(hit.paragraph, hit.start, hit.end)
        if not any(start < hit.end and end > hit.start for start, end in marked.get(hit.paragraph, ())):
            free.setdefault(stretch, Passage(hit.bitext, hit.link, hit.side, stretch))
    with library.database.read() as transaction:
        texts = read_paragraphs(transaction, {one.paragraph for one in free})
    said = {one: texts[one.paragraph].text[one.start : one.end] for one in free}
    clauses = [(clause, one) for one, text in said.items() for clause in unit_texts([[text]])]
    best: dict[Stretch, Rating] = {}
    for (_, one), rating in zip(clauses, likeness.rate([clause for clause, _ in clauses]), strict=True):
        if one not in best or rating.score > best[one].score:
            best[one] = rating
    return [Similar(free[one], said[one], rating) for one, rating in best.items() if rating.score >= _LEAST]
