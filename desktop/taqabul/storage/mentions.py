"""Which annotations are mentions of which claims, and what they are tied to."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Final, NamedTuple

from sqlalchemy import literal, select, union

from taqabul.domain.annotation import Attributes
from taqabul.domain.ids import AnnotationId, BitextId, ClaimId
from taqabul.storage.batches import batches
from taqabul.storage.database import Transaction, undisturbed
from taqabul.storage.replacing import attributes_back
from taqabul.storage.tables import annotation, annotation_span, relation

_OF = annotation.c
_FIRST: Final = (annotation_span.c.annotation_id == _OF.id) & (annotation_span.c.place == 0)
_QUOTED: Final = (
    select(_OF.claim_id, _OF.id, _OF.bitext_id, _OF.attributes, annotation_span.c.quote)
    .join_from(annotation, annotation_span, _FIRST, isouter=True)
    .where(_OF.claim_id.is_not(None))
    .order_by(_OF.id)
)
_PLAIN: Final = (
    select(_OF.claim_id, _OF.id, _OF.bitext_id, _OF.attributes, literal(""))
    .where(_OF.claim_id.is_not(None))
    .order_by(_OF.id)
)


class MentionBrief(NamedTuple):
    """A mention without its places; ``quote`` is what its first stretch says."""

    claim: ClaimId
    annotation: AnnotationId
    bitext: BitextId
    attributes: Attributes
    quote: str


def mention_ids(
    transaction: Transaction, claims: Sequence[ClaimId] | None = None
) -> dict[ClaimId, list[AnnotationId]]:
    """The mentions of each of the claims, or of all, the oldest first."""
    found: defaultdict[ClaimId, list[AnnotationId]] = defaultdict(list)
    query = select(_OF.claim_id, _OF.id).where(_OF.claim_id.is_not(None)).order_by(_OF.id)
    queries = [query] if claims is None else [query.where(_OF.claim_id.in_(some)) for some in batches(claims)]
    for one in queries:
        for claim, id_ in transaction.connection.execute(one):
            found[claim].append(id_)
    return found


def mention_briefs(transaction: Transaction, *, quotes: bool = True) -> list[MentionBrief]:
    """All mentions of all claims in brief, the oldest first; without ``quotes`` they are empty."""
    read: dict[str, Attributes] = {}  # what is said of mentions is often the same
    with undisturbed():
        found = transaction.connection.execute(_QUOTED if quotes else _PLAIN).all()
        for _, _, _, said, _ in found:
            if said not in read:
                read[said] = attributes_back(said)
        return [
            MentionBrief(claim, id_, bitext, read[said], quote or "")
            for claim, id_, bitext, said, quote in found
        ]


def unclaimed_ids(
    transaction: Transaction, label_sets: Sequence[str], left_out: Collection[BitextId]
) -> list[AnnotationId]:
    """The annotations of some label sets that are mentions of no claim, the oldest first."""
    query = select(_OF.id).where(
        _OF.label_set.in_(label_sets), _OF.claim_id.is_(None), _OF.bitext_id.not_in(left_out)
    )
    return [AnnotationId(id_) for id_ in transaction.connection.scalars(query.order_by(_OF.id))]


def annotations_tied_to(transaction: Transaction, ids: Sequence[AnnotationId]) -> list[AnnotationId]:
    """The annotations at the other ends of the relations that some are in, the oldest first."""
    of = relation.c
    found: set[int] = set()
    for some in batches(ids):
        ends = union(
            select(of.target_id).where(of.source_id.in_(some)),
            select(of.source_id).where(of.target_id.in_(some)),
        )
        found.update(transaction.connection.scalars(ends))
    return [AnnotationId(id_) for id_ in sorted(found - {*ids})]
