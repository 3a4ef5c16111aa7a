"""What people write about a pair."""

from dataclasses import dataclass
from datetime import datetime

from taqabul.domain.ids import BitextId, LinkId, NoteId


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on a link of a bitext."""

    id: NoteId
    bitext: BitextId
    link: LinkId
    text: str
    author: str
    at: datetime
