"""What a number of a text is: its value, what it is used for, where it stands."""

from dataclasses import dataclass
from enum import StrEnum

from taqabul.text.months import HIJRI


class NumberKind(StrEnum):
    """What a number is used for."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    PERCENT = "percent"
    DATE = "date"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text, at code points ``start`` (included) to ``end`` (excluded).

    The ``value`` of a date is year * 100000 + month * 100 + day, with 0 for what is not said; Hijri
    months count from 101, so that a Hijri date never equals a Gregorian one.
    """

    value: float
    kind: NumberKind
    start: int
    end: int

    @property
    def is_hijri(self) -> bool:
        """Whether it is a date with a Hijri month."""
        return self.kind is NumberKind.DATE and int(self.value) // 100 % 1000 > HIJRI

    def meanings(self) -> tuple[str, ...]:
        """What must reappear in a translation: the value, or a date's day, month and year apart."""
        if self.kind is not NumberKind.DATE:
            return (f"{self.value:g}" if self.value < 1e6 else f"{self.value:.0f}",)
        rest, day = divmod(int(self.value), 100)
        year, month = divmod(rest, 1000)
        parts = (str(day) if day else "", f"month {month}" if month else "", str(year) if year else "")
        return tuple(part for part in parts if part)
