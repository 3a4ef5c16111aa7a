"""The claims of a library for people to choose from, and each with all its mentions in context."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from taqabul.domain.annotation import Annotation, AnnotationStatus
from taqabul.domain.claims import Claim
from taqabul.domain.errors import EditConflict
from taqabul.domain.ids import BitextId, ClaimId
from taqabul.storage import bitexts, shelves
from taqabul.storage.annotations import read_annotations
from taqabul.storage.claims import all_claims, read_claims
from taqabul.storage.database import Transaction, undisturbed
from taqabul.storage.links import links_holding
from taqabul.storage.mentions import MentionBrief, mention_briefs, mention_ids, unclaimed_ids
from taqabul.text.folding import fold_key
from taqabul.workflow.library import Library
from taqabul.workflow.rows import Row, rows_in

CLAIMER: Final = "claimer"
DATES: Final = ("date", "date_hijri")


@dataclass(frozen=True, slots=True)
class ClaimBrief:
    """A claim with how many mentions it has, in which bitexts, who is said to claim it, and when.

    ``quote`` is what its first mention says, where the claim itself says nothing.
    """

    claim: Claim
    mentions: int
    bitexts: tuple[BitextId, ...]
    claimers: tuple[str, ...]
    dates: tuple[str, ...]
    quote: str = ""

    @property
    def name(self) -> str:
        """What people know it by."""
        return self.claim.text or self.quote


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims are wanted; what is empty does not matter.

    ``text`` is looked for in both texts, claimers and the words of mentions, whatever the spelling. ``attributes``
    are values of which the claim or one of its mentions has to have all.
    """

    text: str = ""
    statuses: frozenset[AnnotationStatus] = frozenset()
    claimer: str = ""
    bitext: BitextId | None = None
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """An annotation in its row; the row is missing where it has lost its place."""

    annotation: Annotation
    title: str
    row: Row | None


def list_claims(library: Library, wanted: ClaimFilter | None = None) -> list[ClaimBrief]:
    """The claims of a library, the oldest first. Mentions in a bitext in the bin do not count."""
    return all_and_wanted(library, wanted or ClaimFilter())[1]


def all_and_wanted(library: Library, wanted: ClaimFilter) -> tuple[list[ClaimBrief], list[ClaimBrief]]:
    """All claims of a library and those wanted, out of one look at it."""
    with library.database.read() as transaction, undisturbed():
        claims = all_claims(transaction)
        binned = _binned(transaction)
        by_claim: dict[ClaimId, list[MentionBrief]] = {}
        for one in mention_briefs(transaction, quotes=bool(wanted.text)):
            if one.bitext not in binned:
                by_claim.setdefault(one.claim, []).append(one)
        silent = [by_claim[one.id][0].annotation for one in claims if not one.text and one.id in by_claim]
        quotes = {
            one.claim: " … ".join(span.quote for span in one.spans if span.quote)
            for one in read_annotations(transaction, silent).values()
        }
        known = [
            (_brief(claim, by_claim.get(claim.id, []), quotes.get(claim.id, "")), by_claim.get(claim.id, []))
            for claim in claims
            if claim.bitext not in binned or claim.id in by_claim
        ]
        everything = [brief for brief, _ in known]
        if wanted == ClaimFilter():
            return everything, everything
        asked = replace(wanted, text=fold_key(wanted.text), claimer=fold_key(wanted.claimer))
        return everything, [brief for brief, mentions in known if _is_wanted(brief, mentions, asked)]


def _binned(transaction: Transaction) -> set[BitextId]:
    return {id_ for id_, place in shelves.placements(transaction).items() if place.binned_at is not None}


def _brief(claim: Claim, mentions: Sequence[MentionBrief], quote: str) -> ClaimBrief:
    claimers: dict[str, None] = {}
    dates: dict[str, None] = {}
    homes: dict[BitextId, None] = {}
    known = {
        id(one.attributes): one.attributes for one in mentions
    }  # mentions of which the same is said share it
    for said in (claim.attributes, *known.values()):
        for key, values in said:
            if key == CLAIMER:
                claimers.update(dict.fromkeys(values))
            elif key in DATES:
                dates.update(dict.fromkeys(values))
    for one in mentions:
        homes[one.bitext] = None
    return ClaimBrief(claim, len(mentions), tuple(homes), tuple(claimers), tuple(dates), quote)


def _is_wanted(brief: ClaimBrief, mentions: Sequence[MentionBrief], wanted: ClaimFilter) -> bool:
    """Whether a claim has all that is wanted; the words wanted are folded already."""
    claim = brief.claim
    if wanted.statuses and claim.status not in wanted.statuses:
        return False
    if wanted.bitext is not None and wanted.bitext not in brief.bitexts:
        return False
    if wanted.attributes:
        known = [dict(claim.attributes), *(dict(one.attributes) for one in mentions)]
        if any(all(value not in one.get(key, ()) for one in known) for key, value in wanted.attributes):
            return False
    if wanted.claimer and not any(wanted.claimer in fold_key(one) for one in brief.claimers):
        return False
    said = (claim.arabic, claim.english, *brief.claimers, *(one.quote for one in mentions))
    return not wanted.text or any(wanted.text in fold_key(one) for one in said)


def claim(library: Library, id_: ClaimId) -> Claim:
    """One claim. Raises EditConflict where it is not there any more."""
    with library.database.read() as transaction:
        found = read_claims(transaction, [id_])
    if id_ not in found:
        raise EditConflict("The claim is not there any more: it was taken away meanwhile.", "Choose another.")
    return found[id_]


def mentions_of(library: Library, claim: ClaimId) -> list[Mention]:
    """All mentions of a claim with their rows, the oldest first; those in a bitext in the bin are left out."""
    with library.database.read() as transaction:
        binned = _binned(transaction)
        ids = mention_ids(transaction, [claim]).get(claim, [])
        found = read_annotations(transaction, ids)
        return in_context(transaction, [one for one in found.values() if one.bitext not in binned])


def in_context(transaction: Transaction, annotations: Sequence[Annotation]) -> list[Mention]:
    """Annotations with the rows in which they begin."""
    titles = {one.id: one.title for one in bitexts.read_bitexts(transaction, {a.bitext for a in annotations})}
    holders = links_holding(transaction, [one.spans[0].paragraph for one in annotations if one.spans])
    links = {}
    for one in annotations:
        begins = holders.get((one.spans[0].paragraph, one.bitext)) if one.spans else one.link
        if begins is not None:
            links[one.id] = begins
    rows = {row.link.id: row for row in rows_in(transaction, list(dict.fromkeys(links.values())))}
    return [
        Mention(one, titles[one.bitext], rows.get(links[one.id]) if one.id in links else None)
        for one in annotations
    ]


def mentions_by_claim(library: Library, claims: Sequence[ClaimId]) -> dict[ClaimId, list[Annotation]]:
    """The mentions of each of the claims outside the bin, the oldest first."""
    with library.database.read() as transaction:
        binned = _binned(transaction)
        ids = mention_ids(transaction, claims)
        found = read_annotations(transaction, [id_ for some in ids.values() for id_ in some])
        return {
            claim: [found[id_] for id_ in some if found[id_].bitext not in binned]
            for claim, some in ids.items()
        }


def loose_mentions(library: Library, label_sets: Iterable[str]) -> list[Mention]:
    """The annotations of some label sets that are mentions of no claim, in their rows, the oldest first."""
    with library.database.read() as transaction:
        ids = unclaimed_ids(transaction, list(label_sets), _binned(transaction))
        return in_context(transaction, list(read_annotations(transaction, ids).values()))
