"""What the lines of a journal come to, act by act: done, undone, or nothing that is still there."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from taqabul.domain.ids import JournalId
from taqabul.storage.journal import Act, Kind


class Present(StrEnum):
    """What an act is in the other library."""

    ABSENT = "absent"
    DONE = "done"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Step:
    """Lines about one act that were not dealt with yet; ``kind`` is what they come to, None for nothing."""

    subject: JournalId
    lines: tuple[Act, ...]
    kind: Kind | None

    @property
    def last(self) -> Act:
        """The line that led to it."""
        return self.lines[-1]


def net_steps(
    acts: Sequence[Act], dealt: Collection[JournalId], arrived: Collection[JournalId]
) -> list[Step]:
    """The steps that ``acts``, the lines since the two libraries parted, come to, in their order.

    ``dealt`` are the lines that were dealt with before, ``arrived`` those of them that the other library took over.
    """
    about: dict[JournalId, list[Act]] = {}
    for act in acts:
        about.setdefault(act.of or act.id, []).append(act)
    steps = []
    for subject, lines in about.items():
        new = tuple(act for act in lines if act.id not in dealt)
        if new:
            steps.append(Step(subject, new, _net(_present(lines, new, dealt, arrived), new[-1].kind)))
    return sorted(steps, key=lambda step: step.last.id)


def _present(
    lines: Sequence[Act], new: Sequence[Act], dealt: Collection[JournalId], arrived: Collection[JournalId]
) -> Present:
    before = [act for act in lines if act.id in dealt]
    if before:
        if not any(act.id in arrived for act in before):
            return Present.ABSENT
        return Present.UNDONE if before[-1].kind is Kind.UNDO else Present.DONE
    return {Kind.DO: Present.ABSENT, Kind.UNDO: Present.DONE, Kind.REDO: Present.UNDONE}[new[0].kind]


def _net(present: Present, last: Kind) -> Kind | None:
    done = last is not Kind.UNDO
    if present is Present.ABSENT:
        return Kind.DO if done else None
    if done == (present is Present.DONE):
        return None
    return Kind.REDO if done else Kind.UNDO
