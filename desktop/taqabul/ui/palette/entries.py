"""What the palette offers: entries by kind, each kind from a source that can be added."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """Something to be done or opened. ``id`` is the same from one start to the next; ``hint`` stands beside the title."""

    id: str
    title: str
    kind: str
    run: Callable[[], object]
    hint: str = ""
    enabled: bool = True


Source = Callable[[], Iterable[Entry]]


class Registry:
    """The sources of entries, in the order in which they are offered."""

    def __init__(self) -> None:
        self._sources: list[Source] = []

    def add(self, source: Source) -> None:
        """Offer one more kind of entry; the source is asked each time the palette opens."""
        self._sources.append(source)

    def entries(self) -> list[Entry]:
        """Everything there is now."""
        return [entry for source in self._sources for entry in source()]
