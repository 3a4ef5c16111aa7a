"""Several lines that people type, set from the edge at which their script begins: Qt would set Arabic ones to the left."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from taqabul.domain.language import Direction
from taqabul.text.direction import language_of


class LinesEdit(QPlainTextEdit):
    """Runs as most of its letters do; an empty one as the window does. A ``direction`` holds whatever is typed."""

    def __init__(self, parent: QWidget | None = None, direction: Direction | None = None) -> None:
        super().__init__(parent)
        self._fixed = direction
        self.setTabChangesFocus(True)  # else nobody gets on from here by key
        self.textChanged.connect(self._run)
        self._run()

    def _run(self) -> None:
        language = language_of(self.toPlainText())
        direction = self._fixed or (language.direction if language else None)
        if direction is None:
            rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        else:
            rtl = direction is Direction.RTL
        option = self.document().defaultTextOption()
        way = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        if option.textDirection() is way:
            return
        option.setTextDirection(way)
        option.setAlignment(Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
        self.document().setDefaultTextOption(option)
