"""Undo and redo for the library page: what was done on the shelves since the window opened, and the way back."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace

from taqabul.domain.errors import AppError
from taqabul.ui.core.actions import Situation
from taqabul.workflow import tidying
from taqabul.workflow.library import Library
from taqabul.workflow.tidying import Order

KEPT = 200


@dataclass(frozen=True)
class Step:
    """Something that was done, by name, and the order that turns it around."""

    verb: str
    way_back: Order


class TidyUndo:
    """Remembers steps. What others did in between stays: only what a step changed is put back."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._done: deque[Step] = deque(maxlen=KEPT)
        self._undone: deque[Step] = deque(maxlen=KEPT)

    def do(self, verb: str, write: Callable[[], object]) -> None:
        """Do something on the shelves, and remember the way back. Raises what the writing raises."""
        before = tidying.order_of(self._library)
        try:
            write()
        finally:
            way_back = before.where_other(tidying.order_of(self._library))
            if not way_back.is_empty:
                self._done.append(Step(verb, way_back))
                self._undone.clear()

    def forget(self) -> None:
        """Something was taken out for good: there is no way back before that."""
        self._done.clear()
        self._undone.clear()

    def undo(self) -> None:
        """Turn the last step around. Raises AppError where that cannot be."""
        self._turn(self._done, self._undone)

    def redo(self) -> None:
        """Do again what was turned around last. Raises AppError where that cannot be."""
        self._turn(self._undone, self._done)

    def known_to(self, now: Situation) -> Situation:
        """A situation that says what undo and redo would turn around."""
        undo, redo = (steps[-1].verb if steps else None for steps in (self._done, self._undone))
        return replace(now, undo=undo, redo=redo)

    def _turn(self, steps: deque[Step], others: deque[Step]) -> None:
        if not steps:
            return
        step = steps.pop()
        try:
            others.append(Step(step.verb, tidying.put_back(self._library, step.way_back)))
        except AppError:
            others.clear()
            raise
