"""Undo for what is kept beside the texts (findings suppressed, words taken in, terms), in its turn among the edits."""

from collections.abc import Callable
from dataclasses import dataclass

from taqabul.domain.ids import BitextId
from taqabul.workflow import history
from taqabul.workflow.history import Turnable
from taqabul.workflow.library import Library


@dataclass(frozen=True, eq=False)
class Aside:
    """Something that was done and is not journalled: the verb, doing it again, and the way back."""

    verb: str
    again: Callable[[], object]
    back: Callable[[], object]


class Asides:
    """What was done to an open bitext beside its texts, the latest last; gone when the bitext is left.

    Each step remembers which edits were next to be undone and redone, so that it is turned around after those made
    later and before those made earlier.
    """

    def __init__(self, library: Library, bitext: BitextId) -> None:
        self._library, self._bitext = library, bitext
        self._done: list[tuple[Aside, Turnable]] = []
        self._undone: list[tuple[Aside, Turnable]] = []

    def note(self, step: Aside) -> None:
        """Remember something that was done."""
        self._done.append((step, self._now()))
        self._undone.clear()

    def take_back(self, step: Aside) -> None:
        """Take back a step that may not be the last; one that was taken back already stays so."""
        kept = [one for one in self._done if one[0] is not step]
        if len(kept) < len(self._done):
            step.back()
            self._done = kept

    def turn(self, *, redo: bool) -> bool:
        """Undo (or redo) the step whose turn it is; False where it is an edit's turn. Raises what the step raises."""
        now = self._now()
        step = self._next(now, redo=redo)
        if step is None:
            return False
        (step.again if redo else step.back)()
        (self._undone if redo else self._done).pop()
        (self._done if redo else self._undone).append((step, now))
        return True

    def verbs(self, now: Turnable) -> tuple[str | None, str | None]:
        """What undo and redo turn around, among these edits."""
        undo, redo = (self._next(now, redo=redo) for redo in (False, True))
        return undo.verb if undo else now.undo, redo.verb if redo else now.redo

    def _next(self, now: Turnable, *, redo: bool) -> Aside | None:
        steps = self._undone if redo else self._done
        if not steps:
            return None
        step, then = steps[-1]
        same = then.done == now.done and (then.undone == now.undone or not redo)
        return step if same else None

    def _now(self) -> Turnable:
        return history.turnable(self._library, self._bitext)
