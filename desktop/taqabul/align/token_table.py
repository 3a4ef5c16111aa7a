"""What a network makes of a token alone, worked out once for each token type and kept for many.

A text has far fewer token types than tokens. Rows are kept for a bounded number of types; where there is
no room for more, the half that nobody asked for longest goes.
"""

from collections.abc import Callable
from threading import Lock
from typing import Final, NamedTuple

import numpy as np

from taqabul.align.units import Floats, Ints

CAPACITY: Final = 4096
"""Token types that are kept: 63 MB. In a Bible in both languages they are 95 of 100 tokens."""
BLOCK: Final = 16
"""Token types that are worked out at once, never more and never fewer."""


class Rows(NamedTuple):
    """``places`` (n,): where the rows of n tokens stand in both tables. Row 0 of both is all zeros."""

    places: Ints
    own: Floats
    slots: Floats


class TokenTable:
    """Rows of token types, worked out when they are first asked for; several threads may ask at once.

    ``compute`` turns BLOCK types into two tables of BLOCK rows, of the given ``widths``. It always gets as
    many, so that its matrix products are of one shape, and what becomes of a type does not depend on the
    company it is first met in.
    """

    def __init__(
        self,
        compute: Callable[[Ints], tuple[Floats, Floats]],
        types: int,
        widths: tuple[int, int],
        capacity: int = CAPACITY,
    ) -> None:
        self._compute = compute
        self._widths, self._capacity = widths, capacity
        self._lock = Lock()
        self._place = np.zeros(types, dtype=np.int64)
        self._types = np.zeros(capacity + 1, dtype=np.int64)
        self._asked = np.zeros(capacity + 1, dtype=np.int64)
        self._clock = self._held = 0
        self._own, self._slots = self._tables()

    @property
    def most(self) -> int:
        """How many tokens may be asked for at once."""
        return self._capacity // 2

    def rows(self, tokens: Ints) -> Rows:
        """The rows of at most ``most`` tokens; the tables that are handed out are never overwritten."""
        with self._lock:
            new = np.unique(tokens[self._place[tokens] == 0])
        computed = self._computed(new) if len(new) else None
        with self._lock:
            self._clock += 1
            self._asked[self._place[tokens]] = self._clock
            if computed is not None:
                self._add(new, *computed)
            places = self._place[tokens]
            if places.all():
                return Rows(places, self._own, self._slots)
        return self.rows(tokens)  # another thread made room meanwhile

    def _computed(self, types: Ints) -> tuple[Floats, Floats]:
        padded = np.resize(types, -(-len(types) // BLOCK) * BLOCK)
        blocks = [self._compute(padded[start : start + BLOCK]) for start in range(0, len(padded), BLOCK)]
        own, slots = (np.concatenate(tables)[: len(types)] for tables in zip(*blocks, strict=True))
        return own, slots

    def _add(self, types: Ints, own: Floats, slots: Floats) -> None:
        missing = self._place[types] == 0  # another thread may have been faster
        types, own, slots = types[missing], own[missing], slots[missing]
        if self._held + len(types) > self._capacity:
            self._make_room()
        span = slice(self._held + 1, self._held + 1 + len(types))
        self._own[span], self._slots[span], self._types[span] = own, slots, types
        self._place[types] = np.arange(span.start, span.stop)
        self._asked[span] = self._clock
        self._held += len(types)

    def _make_room(self) -> None:
        """Move the half asked for last to new tables, since somebody may be reading the old ones."""
        held = np.argsort(self._asked[1 : self._held + 1], kind="stable")[-(self._capacity // 2) :] + 1
        own, slots = self._tables()
        kept = slice(1, len(held) + 1)
        own[kept], slots[kept] = self._own[held], self._slots[held]
        self._own, self._slots, self._held = own, slots, len(held)
        self._types[kept], self._asked[kept] = self._types[held], self._asked[held]
        self._place[:] = 0
        self._place[self._types[kept]] = np.arange(kept.start, kept.stop)

    def _tables(self) -> tuple[Floats, Floats]:
        """Empty, but for row 0; memory is taken as rows are written."""
        own, slots = (np.empty((self._capacity + 1, width), dtype=np.float32) for width in self._widths)
        own[0] = slots[0] = 0
        return own, slots
