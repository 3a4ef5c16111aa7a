"""The history beside the rows: acts on this pair or on the whole bitext, what each changed, the way back."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTableView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from taqabul.domain.language import Side
from taqabul.domain.options import Progress
from taqabul.text.changes import Change, differences
from taqabul.ui.annotation.label_book import LabelBook
from taqabul.ui.core.fonts import text_fonts
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, translate
from taqabul.ui.core.jobs import Job, JobRunner
from taqabul.ui.dialogs.pair_table import LANGUAGE, dress
from taqabul.ui.history.acts_model import ActsModel
from taqabul.ui.history.version_painter import CHANGES, VersionPainter, versions
from taqabul.ui.history.words import ChangeLine, lines
from taqabul.ui.pages.bitext_page import BitextPage
from taqabul.workflow import reviewing
from taqabul.workflow.act_versions import (
    LinkVersions,
    TextVersions,
    VerdictVersions,
)
from taqabul.workflow.history import JournalEntry
from taqabul.workflow.label_sets import label_sets
from taqabul.workflow.versions import Changes, RowHistory, Subject, changes_of

Result = TypeVar("Result")
PAUSE_MS = 120
SHOWN = 200
MORE = QT_TRANSLATE_NOOP("History", "%n more change(s)")


class HistoryPanel(QWidget):
    """The history of one open bitext. Reading goes on beside the window; restoring is a new step."""

    def __init__(self, page: BitextPage, runner: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page, self._runner = page, runner
        self._row_history = RowHistory(page.library, page.summary.id)
        self._jobs: dict[str, Job[Any]] = {}
        self._lines: list[ChangeLine] = []
        self._stale = True
        self.of = QComboBox(self)
        self.of.addItems([translate("History", "This pair"), translate("History", "The whole bitext")])
        self.of.setAccessibleName(translate("History", "History of"))
        self.acts = ActsModel(page.library, page.summary.id, self)
        self.table = QTableView(self)
        self.table.setModel(self.acts)
        self.table.setAccessibleName(translate("History", "What was done"))
        dress(self.table, text_fonts(80), (2,))
        header = self.table.horizontalHeader()
        for column, width in ((0, 112), (1, 80)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, width)
        self.changes = QTableWidget(0, 3, self)
        self.changes.setAccessibleName(translate("History", "What it changed"))
        self.before = QPushButton(translate("History", "&Restore what was before"), self)
        self.after = QPushButton(translate("History", "Restore &what came after"), self)
        self.more = QLabel(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._narrowed = QTimer(self)  # a text in a narrower column takes more lines
        self._narrowed.setSingleShot(True)
        self._narrowed.timeout.connect(self.changes.resizeRowsToContents)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Read the acts anew, now where the panel is seen, or else when it is next."""
        self._pause.stop()
        self._stale = not self.isVisible()
        if self._stale:
            return
        if self.of.currentIndex() == 1:
            self._stop("acts")
            self.acts.show_all()
            self._choose_first()
            return
        row = self._subject()
        if row is None:
            self._show_acts([])
            return
        self._start("acts", lambda progress: self._row_history.acts(row, progress), self._show_acts)

    def stop(self) -> None:
        """Let all reading be; the page closes."""
        self._pause.stop()
        self._narrowed.stop()
        for name in list(self._jobs):
            self._stop(name)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was not read while nobody looked."""
        super().showEvent(event)
        if self._stale:
            self._pause.start()

    def _subject(self) -> Subject | None:
        place = self._page.view.place()
        if place is None:
            return None
        paragraphs = (*place.row.source, *place.row.target)
        return Subject(frozenset({place.row.link.id}), frozenset(one.id for one in paragraphs))

    def _show_acts(self, acts: list[JournalEntry]) -> None:
        self.acts.show_these(acts)
        self._choose_first()

    def _choose_first(self) -> None:
        if self.acts.rowCount():
            self.table.selectRow(0)
        else:
            self._show_changes(None)

    def _on_act_chosen(self, now: QModelIndex, _before: QModelIndex) -> None:
        act = self.acts.act(now.row()) if now.isValid() else None
        if act is None:
            return
        only = self._subject() if self.of.currentIndex() == 0 else None
        library, bitext = self._page.library, self._page.summary.id

        def read(_progress: Progress) -> tuple[Changes, LabelBook]:
            return changes_of(library, bitext, act, SHOWN, only), LabelBook(label_sets(library).values())

        self._start("changes", read, lambda found: self._show_changes(*found))

    def _show_changes(self, found: Changes | None, book: LabelBook | None = None) -> None:
        languages = {side: self._page.model.language(side) for side in Side}
        self._lines = lines(found, languages, book or LabelBook()) if found else []
        self.more.setText(plural(MORE, found.more) if found and found.more else "")
        self.changes.setRowCount(len(self._lines))
        for number, line in enumerate(self._lines):
            marked = _marked(line)
            for column, text in enumerate((line.what, line.before, line.after)):
                item = QTableWidgetItem("–" if text is None else text)
                item.setData(CHANGES, marked[column])
                item.setData(LANGUAGE, line.language if column and text is not None else None)
                item.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                self.changes.setItem(number, column, item)
        if self._lines:
            self.changes.selectRow(0)
        self._enable()

    def _enable(self) -> None:
        line = self._line()
        able = line is not None and isinstance(line.versions, _RESTORABLE)
        self.before.setEnabled(able and line is not None and line.before is not None)
        self.after.setEnabled(able and line is not None and line.after is not None)

    def _line(self) -> ChangeLine | None:
        row = self.changes.currentRow()
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def _restore(self, *, after: bool) -> None:
        line = self._line()
        if line is None:
            return
        page = self._page
        here = (page.library, page.summary.id)
        match line.versions:
            case TextVersions() as text:
                words = text.after if after else text.before
                if words is not None:
                    page.reviewer.perform(lambda: reviewing.edit_text(*here, text.paragraph, words))
            case LinkVersions() as link:
                version = link.after if after else link.before
                if version is not None:
                    page.reviewer.perform(lambda: reviewing.restore_link(*here, version))
            case VerdictVersions() as said:
                verdict = said.after if after else said.before
                page.reviewer.perform(lambda: reviewing.restore_verdict(*here, said.link, verdict))

    def _start(self, name: str, work: Callable[[Progress], Result], show: Callable[[Result], None]) -> None:
        """Read something beside the window, in place of what is being read of the same kind."""
        self._stop(name)
        self._jobs[name] = self._runner.start(work, show, self._raise)

    def _stop(self, name: str) -> None:
        if name in self._jobs:
            self._jobs.pop(name).cancel()

    def _raise(self, error: Exception) -> None:
        raise error

    def _lay_out(self) -> None:
        self.changes.setHorizontalHeaderLabels(
            [translate("History", "Changed"), translate("History", "Before"), translate("History", "After")]
        )
        self.changes.setItemDelegate(VersionPainter(self._page.view, text_fonts(85), self.changes))
        self.changes.verticalHeader().hide()
        self.changes.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.changes.setWordWrap(True)
        self.changes.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.changes.setTabKeyNavigation(False)
        self.changes.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.changes.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.changes.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.changes.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setHighlightSections(False)
        header.sectionResized.connect(lambda *_: self._narrowed.start())
        below = QWidget(self)
        buttons = QHBoxLayout()
        buttons.addWidget(self.before)
        buttons.addWidget(self.after)
        under = QVBoxLayout(below)
        under.setContentsMargins(0, 0, 0, 0)
        under.addWidget(self.changes, 1)
        under.addWidget(self.more)
        under.addLayout(buttons)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.addWidget(self.table)
        parts.addWidget(below)
        parts.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self.of)
        layout.addWidget(parts, 1)

    def _connect(self) -> None:
        self._pause.timeout.connect(self.refresh)
        self.of.currentIndexChanged.connect(self.refresh)
        self.table.selectionModel().currentRowChanged.connect(self._on_act_chosen)
        self.changes.currentItemChanged.connect(self._enable)
        self.before.clicked.connect(lambda: self._restore(after=False))
        self.after.clicked.connect(lambda: self._restore(after=True))
        self._page.view.place_changed.connect(self._on_place_changed)
        self._page.reviewer.changed.connect(self._pause.start)

    def _on_place_changed(self) -> None:
        if self.of.currentIndex() == 0:
            self._pause.start()


def _marked(line: ChangeLine) -> tuple[list[Change] | None, list[Change] | None, list[Change] | None]:
    """What differs in the cells of a line; None where there is nothing to compare."""
    if line.before is None or line.after is None:
        return None, None, None
    return None, *versions(line.before, line.after, differences(line.before, line.after))


_RESTORABLE = (TextVersions, LinkVersions, VerdictVersions)
