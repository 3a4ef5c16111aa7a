"""Claims: what is claimed, apart from the places that say so."""

from dataclasses import dataclass
from datetime import datetime

from taqabul.domain.annotation import AnnotationStatus, Attributes
from taqabul.domain.ids import BitextId, ClaimId


@dataclass(frozen=True, slots=True)
class Claim:
    """Something claimed in one or several places, languages and documents.

    Its mentions are annotations that name it. ``arabic`` and ``english`` are the claim in plain words, as people
    put it; ``attributes`` what is known of it as a whole (topic, verdict, evidence). ``bitext`` is where it was
    first noted: its history is kept there.
    """

    id: ClaimId
    uid: str
    bitext: BitextId
    author: str
    created_at: datetime
    changed_by: str
    changed_at: datetime
    arabic: str = ""
    english: str = ""
    status: AnnotationStatus = AnnotationStatus.DRAFT
    attributes: Attributes = ()

    @property
    def text(self) -> str:
        """What it says in one language, in English first; empty where nobody put it in words."""
        return self.english or self.arabic
