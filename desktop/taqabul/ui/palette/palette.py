"""The palette itself: a line to type into, and below it what fits."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from taqabul.ui.core.i18n import translate
from taqabul.ui.core.mixed_words import MixedWords
from taqabul.ui.palette.entries import Entry
from taqabul.ui.palette.ranking import ranked

SHOWN = 200
MOVES = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -10,
    Qt.Key.Key_PageDown: 10,
}


class Palette(QDialog):
    """Asks what to do. ``chosen`` is the entry to run once the dialog was accepted."""

    def __init__(self, entries: Sequence[Entry], recent: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._entries, self._recent = entries, recent
        self._found: list[Entry] = []
        self._items: list[QTreeWidgetItem] = []
        self.setWindowTitle(translate("Palette", "Commands"))
        self.query = QLineEdit(self)
        self.query.setPlaceholderText(translate("Palette", "What to do or to open"))
        self.query.setAccessibleName(translate("Palette", "What to do or to open"))
        self.list = QTreeWidget(self)
        self.list.setAccessibleName(translate("Palette", "What fits"))
        self._dress()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self.query)
        layout.addWidget(self.list)
        self.query.textChanged.connect(self.search)
        self.list.itemActivated.connect(lambda _item: self.take())
        self.list.itemClicked.connect(lambda _item: self.take())
        self._place(parent)
        self.search()
        self.query.setFocus()

    @property
    def chosen(self) -> Entry | None:
        """The entry under the bar."""
        at = self.list.currentIndex().row()
        return self._found[at] if 0 <= at < len(self._found) else None

    @property
    def found(self) -> list[Entry]:
        """What is shown, the best first."""
        return self._found

    def search(self) -> None:
        """Show what fits the line typed."""
        self._found = ranked(self.query.text(), self._entries, self._recent)[:SHOWN]
        self.list.clear()
        self._items = []
        grey = self.palette().brush(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
        for entry in self._found:
            item = QTreeWidgetItem([entry.title, entry.kind, entry.hint])
            item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            if not entry.enabled:
                for column in range(3):
                    item.setForeground(column, grey)
                said = translate("Palette", "{title}, not possible now").format(title=entry.title)
                item.setData(0, Qt.ItemDataRole.AccessibleTextRole, said)
            self._items.append(item)
        self.list.addTopLevelItems(self._items)
        if self._items:
            self.list.setCurrentItem(self._items[0])

    def take(self) -> None:
        """Accept the entry under the bar; one that is not possible now does nothing."""
        if self.chosen is not None and self.chosen.enabled:
            self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The line keeps the letters; arrows move in the list, Enter takes, Esc leaves."""
        key = Qt.Key(event.key())
        if key in MOVES and self._found:
            at = self.list.currentIndex().row() + MOVES[key]
            self.list.setCurrentItem(self._items[min(max(at, 0), len(self._items) - 1)])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.take()
        else:
            super().keyPressEvent(event)

    def _dress(self) -> None:
        self.list.setColumnCount(3)
        self.list.setHeaderHidden(True)
        self.list.setItemDelegate(MixedWords(self.list))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAllColumnsShowFocus(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)

    def _place(self, parent: QWidget) -> None:
        width, height = min(680, parent.width() - 40), min(440, parent.height() - 120)
        self.resize(width, height)
        corner = QPoint((parent.width() - width) // 2, min(90, parent.height() // 8))
        self.move(parent.mapToGlobal(corner))
