"""Fields for a day."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QDateEdit

_OFTEN_FREE = (Qt.DayOfWeek.Friday, Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


def give_calendar(field: QDateEdit) -> None:
    """Let a field open a calendar, in which all days look alike: Qt's red is hard to read on dark, and not everybody rests on the same days."""
    field.setCalendarPopup(True)
    for day in _OFTEN_FREE:
        field.calendarWidget().setWeekdayTextFormat(day, QTextCharFormat())
