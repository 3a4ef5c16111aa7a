"""Home and End in a table whose rows are chosen whole: to the first row and to the last, not to a column."""

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView

_FLAGS = QItemSelectionModel.SelectionFlag
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.KeypadModifier


class RowEnds(QObject):
    """Gives one table these keys; with Shift, all rows up to there are chosen."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        table.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take our keys before the table does, and before verbs of the window that have them."""
        if not isinstance(event, QKeyEvent) or event.key() not in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            return False
        shift = Qt.KeyboardModifier.ShiftModifier
        if event.modifiers() & ~(_HELD | shift):
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() is not QEvent.Type.KeyPress:
            return False
        self._go(first=event.key() == Qt.Key.Key_Home, extend=bool(event.modifiers() & shift))
        return True

    def _go(self, *, first: bool, extend: bool) -> None:
        table, model, chosen = self._table, self._table.model(), self._table.selectionModel()
        seen = [row for row in range(model.rowCount()) if not table.isRowHidden(row)]
        if not seen:
            return
        before = table.currentIndex()
        column = max(before.column(), 0)
        goal = model.index(seen[0] if first else seen[-1], column)
        many = table.selectionMode() is not QTableView.SelectionMode.SingleSelection
        if extend and many and before.isValid():
            top, bottom = sorted((before, goal), key=lambda one: one.row())
            chosen.select(QItemSelection(top, bottom), _FLAGS.Select | _FLAGS.Rows)
            chosen.setCurrentIndex(goal, _FLAGS.NoUpdate)
        else:
            chosen.setCurrentIndex(goal, _FLAGS.ClearAndSelect | _FLAGS.Rows)
        table.scrollTo(goal)
