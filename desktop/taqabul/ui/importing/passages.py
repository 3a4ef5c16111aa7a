"""The paragraphs of one language as they would be kept, numbered; those left out are among them."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from taqabul.domain.files import Aside, BlockKind
from taqabul.domain.language import Language
from taqabul.ui.bitext.look import Look
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, say, translate
from taqabul.ui.dialogs.pair_table import LANGUAGE, dress
from taqabul.workflow.diagnosis import Passage

Index = QModelIndex | QPersistentModelIndex

NUMBER, WHAT, TEXT = range(3)
ROOM: Final = 18
"""Pixels beside the words of a column."""
HEADINGS: Final = (
    QT_TRANSLATE_NOOP("Doctor", "No."),
    QT_TRANSLATE_NOOP("Doctor", "What"),
    QT_TRANSLATE_NOOP("Doctor", "Text"),
)
KINDS: Final = {
    BlockKind.PARAGRAPH: QT_TRANSLATE_NOOP("Doctor", "Paragraph"),
    BlockKind.HEADING: QT_TRANSLATE_NOOP("Doctor", "Heading"),
    BlockKind.LIST_ITEM: QT_TRANSLATE_NOOP("Doctor", "List item"),
    BlockKind.CELL: QT_TRANSLATE_NOOP("Doctor", "Cell"),
    BlockKind.FOOTNOTE: QT_TRANSLATE_NOOP("Doctor", "Footnote"),
    BlockKind.SUBTITLE: QT_TRANSLATE_NOOP("Doctor", "Subtitle"),
}
ASIDES: Final = {
    Aside.MENU: QT_TRANSLATE_NOOP("Doctor", "Menu"),
    Aside.CAPTION: QT_TRANSLATE_NOOP("Doctor", "Caption"),
    Aside.COMMENTS: QT_TRANSLATE_NOOP("Doctor", "Comments"),
    Aside.READ_MORE: QT_TRANSLATE_NOOP("Doctor", "Read more"),
    Aside.SHARING: QT_TRANSLATE_NOOP("Doctor", "Sharing"),
    Aside.CODE: QT_TRANSLATE_NOOP("Doctor", "Code"),
    Aside.RUNNING_HEAD: QT_TRANSLATE_NOOP("Doctor", "Running head"),
    Aside.PAGE_NUMBER: QT_TRANSLATE_NOOP("Doctor", "Page number"),
    Aside.REPEATED: QT_TRANSLATE_NOOP("Doctor", "Said twice"),
}
TITLES: Final = {
    Language.ARABIC: QT_TRANSLATE_NOOP("Doctor", "Arabic: %n paragraph(s)"),
    Language.ENGLISH: QT_TRANSLATE_NOOP("Doctor", "English: %n paragraph(s)"),
}


class PassagesModel(QAbstractTableModel):
    """Passages as rows; what is left out is paler and has no number."""

    def __init__(self, language: Language, muted: QColor, parent: QObject) -> None:
        super().__init__(parent)
        self._language, self._muted = language, muted
        self._passages: Sequence[Passage] = ()

    def show_passages(self, passages: Sequence[Passage]) -> None:
        """Show others."""
        self.beginResetModel()
        self._passages = passages
        self.endResetModel()

    def words(self, row: int) -> str:
        """A passage's own words, unmended."""
        return self._passages[row].words

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """One row a passage."""
        return 0 if parent.isValid() else len(self._passages)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Number, what it is, text."""
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The columns' names."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return say(HEADINGS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A passage's number, what it is, and its text on one line."""
        one = self._passages[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (str(one.number or ""), _what(one), " ".join(one.text.split()))[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == TEXT:
            return one.text
        if role == Qt.ItemDataRole.ForegroundRole and one.number is None:
            return self._muted
        if role == LANGUAGE and index.column() == TEXT:
            return self._language
        return None


MOVES: Final = {
    Language.ARABIC: QT_TRANSLATE_NOOP("Doctor", "It is En&glish"),
    Language.ENGLISH: QT_TRANSLATE_NOOP("Doctor", "It is A&rabic"),
}


class PassagesView(QWidget):
    """A language's paragraphs under a line that counts them. ``moved`` gives the words of those that are in the other language."""

    moved = Signal(list)

    def __init__(self, language: Language, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self.title = QLabel(self)
        self.model = PassagesModel(language, look.colours.muted, self)
        self.table = QTableView(self)
        self.table.setModel(self.model)
        self.table.setShowGrid(False)
        dress(self.table, look.fonts, (TEXT,))
        for column in (NUMBER, WHAT):
            self.table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        self.move_button = QPushButton(say(MOVES[language]), self)
        self.move_button.setToolTip(
            translate("Doctor", "Takes the chosen paragraphs for text in the other language")
        )
        self.move_button.setAutoDefault(False)
        self.move_button.clicked.connect(self._move)
        self.table.selectionModel().selectionChanged.connect(self._offer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.move_button)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)
        self.show_passages(())

    def show_passages(self, passages: Sequence[Passage], *, movable: bool = False) -> None:
        """Show the paragraphs, and count those that are kept; ``movable`` where they may be in the other language."""
        at = self.table.currentIndex().row()
        self.model.show_passages(passages)
        self._fit(NUMBER, {str(len(passages))})
        self._fit(WHAT, {_what(one) for one in passages})
        self.move_button.setVisible(movable)
        if 0 <= at < len(passages):
            self.table.selectRow(at)
        self._offer()
        title = plural(TITLES[self._language], sum(one.number is not None for one in passages))
        if left := sum(one.number is None for one in passages):
            title = translate("Doctor", "{title}, {left} left out").format(title=title, left=left)
        self.title.setText(title)
        self.table.setAccessibleName(title)

    def _fit(self, column: int, words: set[str]) -> None:
        """Give the texts the room that a column does not need; one without words goes."""
        metrics = QFontMetrics(self.font())
        widest = max(map(metrics.horizontalAdvance, (say(HEADINGS[column]), *words)))
        self.table.setColumnHidden(column, not any(words))
        self.table.horizontalHeader().resizeSection(column, widest + ROOM)

    def _offer(self) -> None:
        self.move_button.setEnabled(self.table.selectionModel().hasSelection())

    def _move(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        self.moved.emit([self.model.words(index.row()) for index in rows])


def _what(one: Passage) -> str:
    if one.aside is not None:
        return say(ASIDES[one.aside])
    return "" if one.kind is BlockKind.PARAGRAPH else say(KINDS[one.kind])
