"""Work in bundles: what a scheduler does for each piece of work costs some ten milliseconds, and a small pair takes a hundred."""

from collections import deque
from collections.abc import Iterable
from typing import Final, Generic, Protocol, TypeVar

_MOST: Final = 24
_BYTES: Final = 128 << 10
"""A bundle holds no more than so many items, and no other beside so many bytes of them: about a second of work."""
_SHARE: Final = 3
"""Of what is known to be left, each thread has so many bundles before it: they become smaller towards the end."""
_BYTES_READ_AHEAD: Final = 16 << 20


class Sized(Protocol):
    """Work that can be sent; ``size`` are its bytes."""

    @property
    def number(self) -> int:
        """By which it is known."""

    @property
    def size(self) -> int:
        """Bytes it holds."""


Item = TypeVar("Item", bound=Sized)


class Bundles(Generic[Item]):
    """Items cut into bundles; they are taken as they are wanted, a little ahead, to see the end come."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._items = iter(items)
        self._ahead: deque[Item] = deque()
        self._held = 0
        self._taken = 0
        self._fill(1)

    @property
    def left(self) -> bool:
        """Whether there is more."""
        return bool(self._ahead)

    def take(self, threads: int) -> list[Item]:
        """The next bundle; at first one item for each thread, so that nobody waits while many are read."""
        if self._taken >= threads:
            self._fill(_MOST * _SHARE * threads)
        self._taken += 1
        most = min(max(len(self._ahead) // (_SHARE * threads), 1), _MOST)
        bundle = [self._pop()]
        held = bundle[0].size
        while len(bundle) < most and held + self._ahead[0].size <= _BYTES:
            bundle.append(self._pop())
            held += bundle[-1].size
        self._fill(1)
        return bundle

    def _pop(self) -> Item:
        item = self._ahead.popleft()
        self._held -= item.size
        return item

    def _fill(self, count: int) -> None:
        while len(self._ahead) < count and (not self._ahead or self._held < _BYTES_READ_AHEAD):
            item = next(self._items, None)
            if item is None:
                return
            self._ahead.append(item)
            self._held += item.size
