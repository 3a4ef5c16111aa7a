"""Where things are kept in a library: projects, the archive, the bin, tags."""

from dataclasses import dataclass
from datetime import datetime

from taqabul.domain.ids import ProjectId


@dataclass(frozen=True, slots=True)
class Project:
    """A named group of bitexts."""

    id: ProjectId
    name: str


@dataclass(frozen=True, slots=True)
class Placement:
    """Where one bitext is kept; ``binned_at`` None: not in the bin. ``tags`` in alphabetical order."""

    project: ProjectId | None = None
    archived: bool = False
    binned_at: datetime | None = None
    tags: tuple[str, ...] = ()
