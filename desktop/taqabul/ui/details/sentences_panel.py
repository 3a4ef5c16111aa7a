"""The sentences of a pair side by side, with a caret that can go through their words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QTextCharFormat, QTextCursor, QTextTable
from PySide6.QtWidgets import QTextEdit, QWidget

from taqabul.domain.language import Side
from taqabul.text.offsets import from_utf16, to_utf16
from taqabul.text.tokens import words
from taqabul.ui.bitext.look import Look
from taqabul.ui.bitext.word_lights import Word
from taqabul.ui.core.i18n import translate
from taqabul.ui.details.texts_panel import Languages, TextsPanel, sentences_html
from taqabul.workflow.rows import Row
from taqabul.workflow.word_links import Stretch

Cell = tuple[int, int]


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
        self._words: dict[Cell, list[Stretch]] = {}
        self.cursorPositionChanged.connect(self._on_caret_moved)

    def show_row(self, row: Row | None, languages: Languages, look: Look) -> None:
        """Show a row's sentences, or nothing."""
        self._row, self._look = None, look
        self._words = {} if row is None else _words_of(row)
        self.setExtraSelections([])
        self.setHtml("" if row is None else sentences_html(row, languages, look))
        self._row = row

    def light(self, stretches: list[Stretch]) -> None:
        """Light up these words of the row."""
        made = []
        for cell, held in self._words.items():
            wanted = [number for number, stretch in enumerate(held) if stretch in stretches]
            made += [self._selection(cell, number) for number in wanted]
        self.setExtraSelections(made)

    def word_at_caret(self) -> Word | None:
        """The word the caret stands in, or at an end of."""
        caret = self.textCursor()
        table = caret.currentTable()
        if self._row is None or table is None:
            return None
        cell = table.cellAt(caret)
        text = self._text(table, (cell.row(), cell.column()))
        at = from_utf16(text, caret.position() - cell.firstCursorPosition().position())
        for number, (start, end) in enumerate(words(text)):
            if start <= at <= end:
                stretch = self._words[cell.row(), cell.column()][number]
                return Word(self._row, tuple(Side)[cell.column()], stretch)
        return None

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Who leaves the panel points at nothing any more."""
        super().focusOutEvent(event)
        self.word_pointed.emit(None)

    def _on_caret_moved(self) -> None:
        if self._row is not None and self.hasFocus():
            self.word_pointed.emit(self.word_at_caret())

    def _text(self, table: QTextTable, cell: Cell) -> str:
        place = table.cellAt(*cell)
        reader = place.firstCursorPosition()
        reader.setPosition(place.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
        return reader.selectedText()

    def _selection(self, cell: Cell, number: int) -> QTextEdit.ExtraSelection:
        """The mark on a word of a cell."""
        begin = QTextCursor(self.document())
        begin.movePosition(QTextCursor.MoveOperation.NextBlock)
        table = begin.currentTable()
        text = self._text(table, cell)
        start, end = words(text)[number]
        first = table.cellAt(*cell).firstCursorPosition().position()
        begin.setPosition(first + to_utf16(text, start))
        begin.setPosition(first + to_utf16(text, end), QTextCursor.MoveMode.KeepAnchor)
        shape = QTextCharFormat()
        shape.setFontUnderline(True)
        if self._look is not None:
            shape.setBackground(self._look.colours.word)
        made = QTextEdit.ExtraSelection()
        made.cursor, made.format = begin, shape
        return made


def _words_of(row: Row) -> dict[Cell, list[Stretch]]:
    """The words of every cell of the table, in order, as stretches of their paragraphs."""
    places = {
        sentence.id: (paragraph, sentence)
        for paragraph in (*row.source, *row.target)
        for sentence in paragraph.sentences
    }
    found: dict[Cell, list[Stretch]] = {}
    for line, link in enumerate(row.link.sentences):
        for column, side in enumerate(Side):
            held = (places[one] for one in link.side(side) if one in places)
            found[line, column] = [
                Stretch(paragraph.id, sentence.start + start, sentence.start + end)
                for paragraph, sentence in held
                for start, end in words(paragraph.sentence_text(sentence))
            ]
    return found
