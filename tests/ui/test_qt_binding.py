"""The binding itself: a version of it once lost a reference to None at each call and killed the program."""

import sys

from PySide6.QtCore import QObject


def test_void_calls_leave_the_references_to_none_where_they_were():
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(10_000):
        thing.setObjectName("a")
    assert abs(sys.getrefcount(None) - before) <= 10
