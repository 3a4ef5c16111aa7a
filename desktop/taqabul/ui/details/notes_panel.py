"""The notes on a pair: read, write, change, delete."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from taqabul.domain.annotation import Note
from taqabul.domain.ids import LinkId
from taqabul.text.direction import isolated
from taqabul.ui.core.i18n import translate
from taqabul.ui.core.lines_edit import LinesEdit
from taqabul.ui.core.mixed_words import MixedWords


class NoteField(LinesEdit):
    """Where a note is typed: Ctrl+Enter keeps it, Esc lets it be."""

    kept = Signal()
    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Take our own keys before the window's shortcuts do."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (_keeps(event) or event.key() == Qt.Key.Key_Escape)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep, leave, or type."""
        if _keeps(event):
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class NotesPanel(QWidget):
    """The notes of one row. The signals ask; whoever listens writes."""

    add_asked = Signal(str)
    edit_asked = Signal(object, str)
    delete_asked = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editing: Note | None = None
        self._on: LinkId | None = None
        self.list = QListWidget(self)
        self.list.setAccessibleName(translate("Notes", "Notes on this pair"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setWordWrap(True)
        self.list.setItemDelegate(MixedWords(self.list))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.field = NoteField(self)
        self.field.setAccessibleName(translate("Notes", "Text of the note"))
        self.field.setPlaceholderText(translate("Notes", "Write a note on this pair (Ctrl+Enter keeps it)"))
        self.field.setFixedHeight(self.field.fontMetrics().lineSpacing() * 2 + 14)
        self.keep = QPushButton(self)
        self.change = QPushButton(translate("Notes", "Change"), self)
        self.delete = QPushButton(translate("Notes", "Delete"), self)
        buttons = QHBoxLayout()
        for button in (self.change, self.delete):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.keep)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setSpacing(4)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.field)
        layout.addLayout(buttons)
        self._connect()
        self.let_go()

    def show_notes(self, notes: tuple[Note, ...], on: LinkId | None) -> None:
        """Show a row's notes; what is being typed for this row stays, what was for another row's note is let go."""
        self.list.clear()
        for note in notes:
            item = QListWidgetItem(
                f"{note.text}\n{isolated(note.author)}, {note.at.astimezone():%Y-%m-%d %H:%M}"
            )
            item.setData(Qt.ItemDataRole.UserRole, note)
            self.list.addItem(item)
        if notes:
            self.list.setCurrentRow(0)
        if on != self._on:
            self.let_go()
        self._on = on
        self._enable()

    def let_go(self) -> None:
        """What was typed is written, or not wanted: begin anew."""
        self._begin(None, "")

    def keep_as_new(self) -> None:
        """The note that was being changed is gone: what was typed may become another."""
        self._begin(None, self.field.toPlainText())

    def write(self) -> None:
        """Begin to write a note."""
        self.field.setFocus()

    def _connect(self) -> None:
        self.field.kept.connect(self._on_kept)
        self.keep.clicked.connect(self._on_kept)
        self.field.left.connect(self._on_left)
        self.field.textChanged.connect(self._enable)
        self.list.currentRowChanged.connect(self._enable)
        self.list.itemDoubleClicked.connect(self._on_change_clicked)
        self.change.clicked.connect(self._on_change_clicked)
        self.delete.clicked.connect(self._on_delete_clicked)

    def _chosen(self) -> Note | None:
        row = self.list.currentRow()
        if row < 0:
            return None
        note: Note = self.list.item(row).data(Qt.ItemDataRole.UserRole)
        return note

    def _begin(self, note: Note | None, text: str) -> None:
        self._editing = note
        self.field.setPlainText(text)
        self.keep.setText(
            translate("Notes", "Add note") if note is None else translate("Notes", "Keep change")
        )
        self._enable()

    def _enable(self) -> None:
        self.keep.setEnabled(bool(self.field.toPlainText().strip()))
        chosen = self.list.currentRow() >= 0
        self.change.setEnabled(chosen)
        self.delete.setEnabled(chosen)

    def _on_kept(self) -> None:
        text = self.field.toPlainText().strip()
        if not text:
            return
        if self._editing is None:
            self.add_asked.emit(text)
        else:
            self.edit_asked.emit(self._editing, text)

    def _on_left(self) -> None:
        self.let_go()
        self.left.emit()

    def _on_change_clicked(self) -> None:
        note = self._chosen()
        if note is not None:
            self._begin(note, note.text)
            self.field.setFocus()

    def _on_delete_clicked(self) -> None:
        note = self._chosen()
        if note is not None:
            self.delete_asked.emit(note.id)


def _keeps(event: QKeyEvent) -> bool:
    return event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and bool(
        event.modifiers() & Qt.KeyboardModifier.ControlModifier
    )
