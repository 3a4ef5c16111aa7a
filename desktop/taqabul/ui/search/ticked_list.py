"""Places in texts, each with a tick: what is ticked is agreed to."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QWidget,
)

from taqabul.text.direction import isolated
from taqabul.ui.bitext.look import Look
from taqabul.ui.core.mixed_words import elided
from taqabul.ui.search.snippets import Snippet, draw, height

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
CHECKED = Qt.CheckState.Checked
TICK = 26
BOX = 16
NUMBER = 52
TITLE = 170


@dataclass(frozen=True, slots=True)
class TickLine:
    """A place: the paragraph's number, the text around it, and it in words for people who listen.

    One that is not ``free`` is there to be seen, and cannot be ticked. ``title`` names what it stands in where
    the places are not all of one text.
    """

    number: int
    snippet: Snippet
    words: str
    free: bool = True
    title: str = ""


class TickModel(QAbstractListModel):
    """Lines and whether each is ticked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: tuple[TickLine, ...] = ()
        self._ticked: list[bool] = []

    def show_lines(self, lines: Sequence[TickLine]) -> None:
        """Take these lines, all that can be ticked being so."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self._ticked = [line.free for line in lines]
        self.endResetModel()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """One row a line."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The tick, and the line in words for people who listen."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.CheckStateRole:
            return CHECKED if self._ticked[index.row()] else Qt.CheckState.Unchecked
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.lines[index.row()].words
        if role == Qt.ItemDataRole.ToolTipRole:
            return isolated(self.lines[index.row()].title)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick, or take the tick away."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        ticked = Qt.CheckState(value) is CHECKED
        self._ticked[index.row()] = ticked and self.lines[index.row()].free
        self.dataChanged.emit(index, index)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be ticked."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def tick_all(self, *, ticked: bool) -> None:
        """Tick all lines that can be ticked, or none."""
        self._ticked = [ticked and line.free for line in self.lines]
        self.dataChanged.emit(self.index(0), self.index(len(self.lines) - 1))

    @property
    def ticked(self) -> list[int]:
        """The rows that are agreed to."""
        return [row for row, ticked in enumerate(self._ticked) if ticked]


class _LinePainter(QStyledItemDelegate):
    """Draws a line: the tick, what text it is, the paragraph's number, the text around the place."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._list = look, parent

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows are of one height, and as wide as the list."""
        return QSize(0, height(self._look))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        model = index.model()
        if not isinstance(model, TickModel):
            return
        line, colours = model.lines[index.row()], self._look.colours
        rect, state = option.rect, option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colours.selected)
        if line.free:
            self._tick(painter, rect, ticked=index.data(Qt.ItemDataRole.CheckStateRole) is CHECKED)
        painter.setPen(colours.muted)
        painter.setFont(self._look.small)
        title = TITLE if any(one.title for one in model.lines) else 0
        name = QRectF(rect.left() + TICK, rect.top(), title, rect.height())
        shown = elided(line.title, painter.fontMetrics(), name.width())
        painter.drawText(name, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        number = QRectF(name.right(), rect.top(), NUMBER, rect.height())
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(line.number))
        inside = QRectF(rect).adjusted(TICK + title + NUMBER, 4, -10, -2)
        draw(painter, inside, line.snippet, self._look, colours.text if line.free else colours.muted)
        painter.setPen(colours.line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _tick(self, painter: QPainter, rect: QRect, *, ticked: bool) -> None:
        tick = QStyleOptionButton()
        tick.rect = QRect(rect.left() + 6, rect.center().y() - BOX // 2, BOX, BOX)
        flag = QStyle.StateFlag.State_On if ticked else QStyle.StateFlag.State_Off
        tick.state = QStyle.StateFlag.State_Enabled | flag
        primitive = QStyle.PrimitiveElement.PE_IndicatorCheckBox
        self._list.style().drawPrimitive(primitive, tick, painter, self._list)


class TickList(QListView):
    """Space ticks all chosen rows alike."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines = TickModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(_LinePainter(look, self))
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setUniformItemSizes(True)

    def show_lines(self, lines: Sequence[TickLine]) -> None:
        """Show these, the cursor on the first."""
        self.lines.show_lines(lines)
        self.setCurrentIndex(self.lines.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick by key."""
        rows = self.selectionModel().selectedIndexes()
        if Qt.Key(event.key()) is Qt.Key.Key_Space and rows:
            ticked = rows[0].data(Qt.ItemDataRole.CheckStateRole) is CHECKED
            for row in rows:
                state = Qt.CheckState.Unchecked if ticked else CHECKED
                self.lines.setData(row, state, Qt.ItemDataRole.CheckStateRole)
            return
        super().keyPressEvent(event)
