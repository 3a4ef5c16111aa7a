"""Notes as threads: on pairs, on marks, on whole texts; answered, settled, and gone to."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from taqabul.text.direction import dir_attribute, isolated
from taqabul.ui.annotation.key_list import KeyList
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, translate
from taqabul.ui.core.mixed_words import window_way
from taqabul.ui.core.theme import Colours
from taqabul.ui.details.notes_panel import NoteField
from taqabul.workflow.annotating.notes import Thread

COUNT = QT_TRANSLATE_NOOP("Threads", "%n thread(s)")
ANSWERS = QT_TRANSLATE_NOOP("Threads", "%n answer(s)")
_SHORT = 80


class ThreadsPanel(QWidget):
    """Lists threads and shows one. The signals ask; whoever listens writes, and clears the field when that is done.

    ``written`` holds a text and what it is on; ``gone_to`` takes the keyboard along, ``passed`` leaves it in the list.
    """

    written = Signal(str, str)
    answered = Signal(object, str)
    settled = Signal(object, bool)
    deleted = Signal(object)
    gone_to = Signal(object)
    passed = Signal(object)
    left = Signal()
    shown = Signal()

    def __init__(self, places: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._threads: list[Thread] = []
        self._names: dict[int, str] = {}
        self._colours: Colours | None = None
        self._begins = False
        self.open_only = QCheckBox(translate("Threads", "Only open ones"), self)
        self.count = QLabel(self)
        self.list = KeyList(self)
        self.list.setAccessibleName(translate("Threads", "Notes of this bitext"))
        self.text = QTextBrowser(self)
        self.text.setAccessibleName(translate("Threads", "The thread"))
        self.text.setMaximumHeight(170)
        self.field = NoteField(self)
        self.field.setAccessibleName(translate("Threads", "Text of the note or answer"))
        self.field.setFixedHeight(self.field.fontMetrics().lineSpacing() * 2 + 14)
        self.answer = QPushButton(translate("Threads", "Answer"), self)
        self.settle = QPushButton(self)
        self.new = QPushButton(translate("Threads", "Ne&w note on"), self)
        self.on = QComboBox(self)
        self.on.setAccessibleName(translate("Threads", "What the new note is on"))
        for key, name in places:
            self.on.addItem(name, key)
        self._lay_out()
        self._connect()
        self._show_thread()

    def show_threads(self, threads: Sequence[Thread], names: dict[int, str], colours: Colours) -> None:
        """List these; ``names`` say what each is on, by the first note's id."""
        self._threads, self._names, self._colours = list(threads), names, colours
        self._list()
        if self._begins and self.list.hasFocus():
            self.begin()
        self._begins = False

    def chosen(self) -> Thread | None:
        """The thread under the bar."""
        row = self.list.currentRow()
        found: Thread | None = self.list.item(row).data(Qt.ItemDataRole.UserRole) if row >= 0 else None
        return found

    def begin(self) -> None:
        """Take the keyboard: the list, or where there is none the place to write in; once it is known which."""
        self._begins = self._colours is None
        (self.field if self._colours is not None and not self.list.count() else self.list).setFocus()

    def write(self, on: str) -> None:
        """Begin a note on a mark, a pair or a text."""
        self.on.setCurrentIndex(max(0, self.on.findData(on)))
        self.field.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody looks."""
        super().showEvent(event)
        self.shown.emit()

    def _list(self) -> None:
        before = self.chosen()
        self.list.blockSignals(True)
        self.list.clear()
        at = 0
        for thread in self._threads:
            if thread.resolved and self.open_only.isChecked():
                continue
            if before is not None and thread.first.id == before.first.id:
                at = self.list.count()
            item = QListWidgetItem(self._line(thread))
            item.setData(Qt.ItemDataRole.UserRole, thread)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.count.setText(plural(COUNT, self.list.count()))
        if self.list.count():
            self.list.setCurrentRow(at)
        self._show_thread()

    def _line(self, thread: Thread) -> str:
        on = self._names.get(thread.first.id, "")
        words = " ".join(thread.first.text.split())
        short = words if len(words) <= _SHORT else f"{words[:_SHORT]}…"
        state = "✓ " if thread.resolved else ""
        answers = f" · {plural(ANSWERS, len(thread.replies))}" if thread.replies else ""
        return f"{state}{on}: {short}{answers}"

    def _show_thread(self) -> None:
        thread = self.chosen()
        for widget in (self.answer, self.settle):
            widget.setEnabled(thread is not None)
        self.field.setPlaceholderText(
            translate("Threads", "Write a note (Ctrl+Enter keeps it)")
            if thread is None
            else translate("Threads", "Write here (Ctrl+Enter keeps it as an answer)")
        )
        settled = thread is not None and thread.resolved
        self.settle.setText(translate("Threads", "&Reopen") if settled else translate("Threads", "&Settled"))
        self.text.setHtml(
            "" if thread is None or self._colours is None else thread_html(thread, self._colours)
        )

    def _connect(self) -> None:
        self.open_only.toggled.connect(self._list)
        self.list.currentRowChanged.connect(lambda _row: self._show_thread())
        self.list.entered.connect(lambda: self._go(self.gone_to))
        self.list.passed.connect(lambda: self._go(self.passed))
        self.list.deleted.connect(self._delete)
        self.list.left.connect(self.left)
        self.field.kept.connect(self._keep)
        self.field.left.connect(self.list.setFocus)
        self.answer.clicked.connect(self._answer)
        self.settle.clicked.connect(self._settle)
        self.new.clicked.connect(self._write)

    def _keep(self) -> None:
        if self.chosen() is not None:
            self._answer()
        else:
            self._write()

    def _answer(self) -> None:
        thread, text = self.chosen(), self.field.toPlainText().strip()
        if thread is not None and text:
            self.answered.emit(thread, text)

    def _write(self) -> None:
        text = self.field.toPlainText().strip()
        if text:
            self.written.emit(text, self.on.currentData())
        else:
            self.field.setFocus()

    def _settle(self) -> None:
        thread = self.chosen()
        if thread is not None:
            self.settled.emit(thread, not thread.resolved)

    def _delete(self) -> None:
        thread = self.chosen()
        if thread is not None:
            self.deleted.emit(thread)

    def _go(self, signal: SignalInstance) -> None:
        thread = self.chosen()
        if thread is not None:
            signal.emit(thread)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(4)
        above = QHBoxLayout()
        above.addWidget(self.open_only)
        above.addStretch(1)
        above.addWidget(self.count)
        layout.addLayout(above)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.text)
        layout.addWidget(self.field)
        buttons = QHBoxLayout()
        buttons.addWidget(self.answer)
        buttons.addWidget(self.settle)
        layout.addLayout(buttons)
        below = QHBoxLayout()
        below.addWidget(self.new)
        below.addWidget(self.on, 1)
        layout.addLayout(below)


def thread_html(thread: Thread, colours: Colours) -> str:
    """A note and its answers, the oldest first, each in the direction of its words."""
    muted = colours.muted.name()
    parts = [
        f"<p {window_way()} style='color:{muted}; margin-bottom:0'>{escape(isolated(one.author))}, {one.at.astimezone():%Y-%m-%d %H:%M}</p>"
        f"<p {dir_attribute(one.text)} style='margin-top:0'>{escape(one.text).replace(chr(10), '<br>')}</p>"
        for one in (thread.first, *thread.replies)
    ]
    return "".join(parts)
