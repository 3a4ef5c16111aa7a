"""Every change that replacing would make, each with a tick: only what is ticked is changed."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from taqabul.domain.language import Language, Side
from taqabul.ui.bitext.look import Look
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, translate
from taqabul.ui.search.snippets import Mark, Snippet, draw, height
from taqabul.workflow.replacing import Change

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
REPLACE = QT_TRANSLATE_NOOP("ReplaceDialog", "&Replace %n place(s)")
CHECKED = Qt.CheckState.Checked
TICK = 26
BOX = 16
APART = "\u200c"
NUMBER = 52


class ChangesModel(QAbstractListModel):
    """Changes and whether each is ticked."""

    def __init__(self, changes: Sequence[Change], parent: QWidget) -> None:
        super().__init__(parent)
        self.changes = tuple(changes)
        self._ticked = [True] * len(changes)

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """One row a change."""
        return 0 if parent.isValid() else len(self.changes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The tick, and the change in words for people who listen."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.CheckStateRole:
            return CHECKED if self._ticked[index.row()] else Qt.CheckState.Unchecked
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            change = self.changes[index.row()]
            words = translate("ReplaceDialog", "Paragraph {n}: “{old}” becomes “{new}”")
            return words.format(n=change.number, old=change.old, new=change.new)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick, or take the tick away."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self._ticked[index.row()] = Qt.CheckState(value) is CHECKED
        self.dataChanged.emit(index, index)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be ticked."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def tick_all(self, *, ticked: bool) -> None:
        """Tick all changes, or none."""
        self._ticked = [ticked] * len(self.changes)
        self.dataChanged.emit(self.index(0), self.index(len(self.changes) - 1))

    @property
    def ticked(self) -> list[Change]:
        """The changes that are agreed to."""
        return [change for change, ticked in zip(self.changes, self._ticked, strict=True) if ticked]


class _ChangePainter(QStyledItemDelegate):
    """Draws a change in its text: what goes struck through, what comes underlined."""

    def __init__(self, look: Look, languages: dict[Side, Language], parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._languages, self._list = look, languages, parent

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows are of one height, and as wide as the list."""
        return QSize(0, height(self._look))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        model = index.model()
        if not isinstance(model, ChangesModel):
            return
        change, colours = model.changes[index.row()], self._look.colours
        rect, state = option.rect, option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colours.selected)
        tick = QStyleOptionButton()
        tick.rect = QRect(rect.left() + 6, rect.center().y() - BOX // 2, BOX, BOX)
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) is CHECKED
        flag = QStyle.StateFlag.State_On if ticked else QStyle.StateFlag.State_Off
        tick.state = QStyle.StateFlag.State_Enabled | flag
        self._list.style().drawPrimitive(
            QStyle.PrimitiveElement.PE_IndicatorCheckBox, tick, painter, self._list
        )
        painter.setPen(colours.muted)
        painter.setFont(self._look.small)
        number = QRectF(rect.left() + TICK, rect.top(), NUMBER, rect.height())
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(change.number))
        inside = QRectF(rect).adjusted(TICK + NUMBER, 4, -10, -2)
        draw(painter, inside, snippet_of(change, self._languages[change.side]), self._look, colours.text)
        painter.setPen(colours.line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()


def snippet_of(change: Change, language: Language) -> Snippet:
    """Both versions in one: what goes, then what comes; their letters do not join."""
    begin = change.end + len(APART)
    text = f"{change.text[: change.end]}{APART}{change.new}{change.text[change.end :]}"
    marks = (Mark(change.start, change.end, "old"), Mark(begin, begin + len(change.new), "new"))
    return Snippet(text, language, marks, change.start)


class _Changes(QListView):
    """Space ticks all chosen rows alike."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick by key."""
        rows = self.selectionModel().selectedIndexes()
        if Qt.Key(event.key()) is Qt.Key.Key_Space and rows:
            ticked = rows[0].data(Qt.ItemDataRole.CheckStateRole) is CHECKED
            for row in rows:
                state = Qt.CheckState.Unchecked if ticked else CHECKED
                self.model().setData(row, state, Qt.ItemDataRole.CheckStateRole)
            return
        super().keyPressEvent(event)


class ReplaceDialog(QDialog):
    """Asks which changes are to be made."""

    def __init__(
        self, changes: Sequence[Change], languages: dict[Side, Language], look: Look, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("ReplaceDialog", "Replace"))
        self.resize(900, 520)
        self.model = ChangesModel(changes, self)
        self.list = _Changes(self)
        self.list.setAccessibleName(translate("ReplaceDialog", "Changes"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(_ChangePainter(look, languages, self.list))
        self.list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.list.setUniformItemSizes(True)
        self.list.setCurrentIndex(self.model.index(0))
        self.all = QPushButton(translate("ReplaceDialog", "Tick &all"), self)
        self.all.clicked.connect(lambda: self.model.tick_all(ticked=True))
        self.none = QPushButton(translate("ReplaceDialog", "Tick &none"), self)
        self.none.clicked.connect(lambda: self.model.tick_all(ticked=False))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.replace = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.replace.setDefault(True)
        for button in (self.all, self.none):
            button.setAutoDefault(False)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        hint = translate(
            "ReplaceDialog", "Space ticks a change or takes the tick away. One undo takes all back."
        )
        below = QHBoxLayout()
        below.addWidget(self.all)
        below.addWidget(self.none)
        below.addStretch(1)
        below.addWidget(self.buttons)
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(hint, self))
        layout.addWidget(self.list, 1)
        layout.addLayout(below)
        self.model.dataChanged.connect(self._count)
        self.list.setFocus()
        self._count()

    def _count(self) -> None:
        ticked = len(self.model.ticked)
        self.replace.setText(plural(REPLACE, ticked))
        self.replace.setEnabled(ticked > 0)
