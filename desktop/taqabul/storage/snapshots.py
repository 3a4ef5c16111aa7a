"""All that edits can change of a bitext, as one edit that puts it in: to be checked whole, or kept as a base."""

from collections.abc import Sequence

from taqabul.domain.claims import Claim
from taqabul.domain.edits import Edit, Replacement
from taqabul.domain.ids import BitextId
from taqabul.storage.annotations import annotations_of
from taqabul.storage.bitexts import read_bitexts
from taqabul.storage.claims import all_claims
from taqabul.storage.database import Transaction
from taqabul.storage.documents import paragraph_ids, read_paragraphs
from taqabul.storage.links import link_ids, read_links
from taqabul.storage.notes import notes_of
from taqabul.storage.relations import decisions_of, relations_of


def whole(transaction: Transaction, bitext: BitextId, claims: Sequence[Claim] | None = None) -> Edit:
    """The bitext as it now is; ``claims`` are those of the library, where they were read already."""
    (record,) = read_bitexts(transaction, [bitext])
    texts = [id_ for side in (record.source, record.target) for id_ in paragraph_ids(transaction, side)]
    gathered = all_claims(transaction) if claims is None else claims
    return Edit(
        bitext,
        "whole",
        Replacement((), tuple(read_links(transaction, link_ids(transaction, bitext)).values())),
        Replacement((), tuple(read_paragraphs(transaction, texts).values())),
        Replacement((), tuple(notes_of(transaction, bitext))),
        (),
        Replacement((), tuple(annotations_of(transaction, bitext).values())),
        Replacement((), tuple(relations_of(transaction, bitext))),
        Replacement((), tuple(one for one in gathered if one.bitext == bitext)),
        Replacement((), tuple(decisions_of(transaction, bitext))),
    )
