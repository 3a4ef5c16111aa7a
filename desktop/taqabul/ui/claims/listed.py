"""What the claims page lists, read in one go."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from taqabul.domain.ids import BitextId
from taqabul.domain.labels import Attribute, Purpose
from taqabul.workflow import projects
from taqabul.workflow.annotating import claims
from taqabul.workflow.annotating.claim_list import CLAIMER, ClaimBrief, ClaimFilter, all_and_wanted
from taqabul.workflow.label_sets import label_sets
from taqabul.workflow.library import Library


class Listed(NamedTuple):
    """All claims, those wanted, what texts are called, what is asked of claims."""

    everything: list[ClaimBrief]
    found: list[ClaimBrief]
    titles: Mapping[BitextId, str]
    asked: Sequence[Attribute]


def listed(library: Library, wanted: ClaimFilter) -> Listed:
    """Read it all."""
    everything, found = all_and_wanted(library, wanted)
    titles = {one.id: one.title for one in projects.list_bitexts(library)}
    keys = (CLAIMER, *claims.OF_THE_CLAIM)
    asked = {
        one.key: one
        for known in label_sets(library).values()
        if known.purpose is Purpose.CLAIMS
        for label in known.labels
        for one in known.attributes_of(label.key)
        if one.key in keys
    }
    return Listed(everything, found, titles, tuple(asked.values()))
