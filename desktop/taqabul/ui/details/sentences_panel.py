"""The sentences of a pair side by side, with a caret that can go through their words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from taqabul.domain.language import Side
from taqabul.text.offsets import from_utf16, to_utf16
from taqabul.ui.bitext.look import Look
from taqabul.ui.bitext.word_lights import Word
from taqabul.ui.core.i18n import translate
from taqabul.ui.details.sentence_cells import Cell, SentenceCell, sentence_cells
from taqabul.ui.details.texts_panel import Languages, TextsPanel, sentences_html
from taqabul.workflow.rows import Row
from taqabul.workflow.word_links import Stretch


class SentencesPanel(TextsPanel):
    """Shows a row's sentence links; ``word_pointed`` tells the word under the caret, None beside words."""

    word_pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("Details", "Sentences of this pair"), parent)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setTabChangesFocus(True)
        self._row: Row | None = None
        self._look: Look | None = None
        self._cells: dict[Cell, SentenceCell] = {}
        self.cursorPositionChanged.connect(self._on_caret_moved)

    def show_row(self, row: Row | None, languages: Languages, look: Look) -> None:
        """Show a row's sentences, or nothing."""
        self._row, self._look = None, look
        self._cells = {} if row is None else sentence_cells(row, languages, look.display)
        self.setExtraSelections([])
        mirrored = self.isRightToLeft()
        self.setHtml("" if row is None else sentences_html(self._cells, look, mirrored=mirrored))
        self._row = row

    def light(self, stretches: list[Stretch]) -> None:
        """Light up these words of the row."""
        self.setExtraSelections(
            [
                self._selection(cell, start, end)
                for cell, held in self._cells.items()
                for start, end, stretch in held.words
                if stretch in stretches
            ]
        )

    def word_at_caret(self) -> Word | None:
        """The word the caret stands in, or at an end of."""
        caret = self.textCursor()
        table = caret.currentTable()
        if self._row is None or table is None:
            return None
        cell = table.cellAt(caret)
        place = cell.row(), self._column(cell.column())
        held = self._cells.get(place)
        if held is None:
            return None
        at = from_utf16(held.text, caret.position() - cell.firstCursorPosition().position())
        for start, end, stretch in held.words:
            if start <= at <= end:
                return Word(self._row, tuple(Side)[place[1]], stretch)
        return None

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Who leaves the panel points at nothing any more."""
        super().focusOutEvent(event)
        self.word_pointed.emit(None)

    def _on_caret_moved(self) -> None:
        if self._row is not None and self.hasFocus():
            self.word_pointed.emit(self.word_at_caret())

    def _column(self, column: int) -> int:
        """The table's column of a cell's, and the reverse: Qt does not mirror tables, we do."""
        return len(Side) - 1 - column if self.isRightToLeft() else column

    def _selection(self, cell: Cell, start: int, end: int) -> QTextEdit.ExtraSelection:
        """The mark on a word of a cell."""
        begin = QTextCursor(self.document())
        begin.movePosition(QTextCursor.MoveOperation.NextBlock)
        first = begin.currentTable().cellAt(cell[0], self._column(cell[1])).firstCursorPosition().position()
        text = self._cells[cell].text
        begin.setPosition(first + to_utf16(text, start))
        begin.setPosition(first + to_utf16(text, end), QTextCursor.MoveMode.KeepAnchor)
        shape = QTextCharFormat()
        shape.setFontUnderline(True)
        if self._look is not None:
            shape.setBackground(self._look.colours.word)
        made = QTextEdit.ExtraSelection()
        made.cursor, made.format = begin, shape
        return made
