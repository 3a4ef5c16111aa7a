"""Dates of claims as stretches of days, whichever calendar they are written in."""

import re
from typing import Final, NamedTuple

from PySide6.QtCore import QCalendar

_DATE: Final = re.compile(r"(AH )?(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_EPOCH: Final = 2440588
"""The Julian day of 1 January 1970."""
DAY: Final = 86400.0


class Days(NamedTuple):
    """Seconds since 1970 in UTC at which a day, a month or a year begins and ends; before it, negative."""

    start: float
    end: float


def days_of(written: str) -> Days | None:
    """The day, month or year that an attribute's date means (see AttributeKind); None where it is none.

    Hijri dates are reckoned by the civil (arithmetic) calendar, which may differ by a day or two from what was
    seen in the sky.
    """
    found = _DATE.fullmatch(written.strip())
    if found is None:
        return None
    hijri, *parts = found.groups()
    calendar = QCalendar(QCalendar.System.IslamicCivil if hijri else QCalendar.System.Gregorian)
    year, month, day = (int(one) if one else 0 for one in parts)
    first = calendar.dateFromParts(year, month or 1, day or 1)
    last_month = month or calendar.monthsInYear(year)
    last = calendar.dateFromParts(year, last_month, day or calendar.daysInMonth(last_month, year))
    if not (first.isValid() and last.isValid()):
        return None
    return Days((first.toJulianDay() - _EPOCH) * DAY, (last.toJulianDay() + 1 - _EPOCH) * DAY)
