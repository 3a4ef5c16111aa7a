"""A page that hands the keyboard on to what one works with in it."""

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """``first`` is the widget that gets the keyboard's attention when the page gets it.

    A focus proxy of Qt's would do the same, but Tab would never come to what stands before that widget.
    """

    first: QWidget

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand it on."""
        super().focusInEvent(event)
        self.first.setFocus(event.reason())
