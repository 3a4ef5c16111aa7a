"""The editor that stands over a paragraph while its text is corrected."""

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor, QTextLayout, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from taqabul.domain.document import Paragraph
from taqabul.domain.language import Direction, Language
from taqabul.text.offsets import from_utf16
from taqabul.ui.core.i18n import translate
from taqabul.ui.core.own_keys import keeps_where

MARGIN = 5
STAYS = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason}


class SegmentEditor(QPlainTextEdit):
    """A paragraph's text, in its own direction. F2 or Ctrl+Enter saves, Esc discards, Tab saves and goes on."""

    saved = Signal()
    paused = Signal()
    discarded = Signal()
    stepped = Signal(int)
    parted = Signal()

    def __init__(self, paragraph: Paragraph, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self.paragraph, self.language = paragraph, language
        self.before = paragraph.text
        rtl = paragraph.runs(language) is Direction.RTL
        option = QTextOption(Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)
        self.document().setDocumentMargin(MARGIN)
        self.setFrameShape(QFrame.Shape.Box)
        self.setAccessibleName(translate("SegmentEditor", "Text of paragraph {n}").format(n=paragraph.number))
        self.setPlainText(paragraph.text)
        self.setToolTip(
            translate(
                "SegmentEditor", "F2 saves, Esc discards, Tab saves and goes on, Ctrl+B splits at the cursor"
            )
        )
        self.moveCursor(QTextCursor.MoveOperation.Start)

    @property
    def text(self) -> str:
        """The text as it stands; no-break spaces survive, which ``toPlainText`` would lose."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    @property
    def cursor_offset(self) -> int:
        """The code point before which the cursor stands."""
        return from_utf16(self.text, self.textCursor().position())

    def stand_over(self, text: QRectF, area: QRect) -> None:
        """Cover a paragraph whose text is at ``text``, inside a window of ``area``."""
        frame = self.frameWidth()
        place = text.toAlignedRect().adjusted(
            -MARGIN - frame, -MARGIN - frame, MARGIN + frame, MARGIN + frame
        )
        needed = int(self._text_height(place.width())) + 2 * (MARGIN + frame) + 2
        place.setHeight(min(max(place.height(), needed), max(60, area.height() - 8)))
        if place.bottom() > area.bottom() - 4:
            place.moveBottom(area.bottom() - 4)
        if place.top() < area.top() + 4:
            place.moveTop(area.top() + 4)
        self.setGeometry(place)

    def event(self, event: QEvent) -> bool:
        """Take our own keys before the window's shortcuts do."""
        return keeps_where(event, lambda key: self._verb(key) is not None) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save, discard, go on, split; everything else is typing."""
        verb = self._verb(event)
        if verb is None:
            super().keyPressEvent(event)
        elif verb == "save":
            self.saved.emit()
        elif verb == "discard":
            self.discarded.emit()
        elif verb == "part":
            self.parted.emit()
        else:
            self.stepped.emit(-1 if verb == "back" else 1)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving saves; a menu is no leaving, and another window only a pause."""
        super().focusOutEvent(event)
        if event.reason() is Qt.FocusReason.ActiveWindowFocusReason:
            self.paused.emit()
        elif event.reason() not in STAYS:
            self.saved.emit()

    def _verb(self, event: QKeyEvent) -> str | None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_F2 or (control and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}):
            return "save"
        if control:
            return "part" if key is Qt.Key.Key_B else None
        plain = {Qt.Key.Key_Escape: "discard", Qt.Key.Key_Tab: "on", Qt.Key.Key_Backtab: "back"}
        return plain.get(key)

    def _text_height(self, width: int) -> float:
        """How tall the text is in lines of the editor's width."""
        height = 0.0
        for text in self.text.split("\n"):
            layout = QTextLayout(text, self.font())
            layout.setTextOption(self.document().defaultTextOption())
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(max(1, width - 2 * (MARGIN + self.frameWidth())))
                height += line.height()
            layout.endLayout()
            height += self.fontMetrics().lineSpacing() if not text else 0
        return height
