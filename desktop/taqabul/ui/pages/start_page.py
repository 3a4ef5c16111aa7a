"""Where work starts: open files, try the sample, or go on with a bitext of the library."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QInputDialog,
    QLabel,
    QMenu,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from taqabul.domain.ids import BitextId
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, translate
from taqabul.ui.core.icons import app_icon, icon
from taqabul.workflow import projects, shelving
from taqabul.workflow.library import Library
from taqabul.workflow.projects import BitextSummary

PARAGRAPHS = QT_TRANSLATE_NOOP("StartPage", "%n paragraph(s)")


class StartPage(QWidget):
    """Lists the library's bitexts, the latest first, and offers ways in."""

    open_asked = Signal()
    sample_asked = Signal()
    bitext_asked = Signal(object)
    file_asked = Signal(object)
    bitext_renamed = Signal(object)
    bitext_deleted = Signal(object)
    failed = Signal(object)

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._bitexts: list[BitextSummary] = []
        self.table = QTableWidget(0, 4, self)
        self.empty = QLabel(
            translate("StartPage", "The library is empty. Open a text, or look at the sample first."), self
        )
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setObjectName("quiet")
        self._recent = QVBoxLayout()
        self._drawings: dict[QPushButton, str] = {}
        self._dress_table()
        self._lay_out()

    def refresh(self, recent_files: list[str]) -> None:
        """Read the library again."""
        self._bitexts = sorted(
            projects.list_bitexts(self._library), key=lambda one: one.created_at, reverse=True
        )
        self.table.setRowCount(len(self._bitexts))
        for line, summary in enumerate(self._bitexts):
            for column, text in enumerate(_words(summary)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(line, column, item)
        self.table.setVisible(bool(self._bitexts))
        self.empty.setVisible(not self._bitexts)
        if self._bitexts:
            self.table.selectRow(0)
        self._show_recent(recent_files)

    def paint_icons(self) -> None:
        """Draw the icons in the colours in force."""
        for button, drawing in self._drawings.items():
            button.setIcon(icon(drawing))

    def chosen(self) -> BitextSummary | None:
        """The bitext under the cursor."""
        row = self.table.currentRow()
        return self._bitexts[row] if 0 <= row < len(self._bitexts) else None

    def open_chosen(self) -> None:
        """Go on with the bitext under the cursor."""
        summary = self.chosen()
        if summary is not None:
            self.bitext_asked.emit(summary.id)

    def rename_chosen(self) -> None:
        """Ask for another title."""
        summary = self.chosen()
        if summary is None:
            return
        title, agreed = QInputDialog.getText(
            self,
            translate("StartPage", "Rename"),
            translate("StartPage", "Title of the bitext"),
            text=summary.title,
        )
        if agreed and title.strip():
            projects.rename_bitext(self._library, summary.id, title)
            self.bitext_renamed.emit(summary.id)

    def delete_chosen(self) -> None:
        """Put a bitext into the bin."""
        summary = self.chosen()
        if summary is not None:
            shelving.bin_bitexts(self._library, [summary.id])
            self.bitext_deleted.emit(BitextId(summary.id))

    def _dress_table(self) -> None:
        self.table.setAccessibleName(translate("StartPage", "Bitexts of the library"))
        self.table.setHorizontalHeaderLabels(
            [
                translate("StartPage", "Title"),
                translate("StartPage", "Size"),
                translate("StartPage", "Confirmed"),
                translate("StartPage", "Made"),
            ]
        )
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 14)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.itemActivated.connect(self.open_chosen)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._on_table_menu_asked)

    def _lay_out(self) -> None:
        ways = QWidget(self)
        ways.setFixedWidth(300)
        left = QVBoxLayout(ways)
        left.setContentsMargins(28, 32, 24, 24)
        left.setSpacing(8)
        head = QHBoxLayout()
        picture = QLabel(ways)
        picture.setPixmap(app_icon().pixmap(QSize(44, 44)))
        title = QLabel("Taqabul", ways)
        title.setObjectName("title")
        head.addWidget(picture)
        head.addWidget(title, 1)
        left.addLayout(head)
        words = QLabel(translate("StartPage", "Arabic and English texts, side by side"), ways)
        words.setWordWrap(True)
        words.setObjectName("quiet")
        left.addWidget(words)
        left.addSpacing(14)
        left.addWidget(self._button("open", translate("StartPage", "&Open texts…"), self.open_asked.emit))
        left.addWidget(
            self._button("sample", translate("StartPage", "Try the &sample"), self.sample_asked.emit)
        )
        hint = QLabel(
            translate(
                "StartPage",
                "One file that holds both languages, or two files, one for each. You may also drop them here.",
            ),
            ways,
        )
        hint.setWordWrap(True)
        hint.setObjectName("quiet")
        left.addWidget(hint)
        left.addSpacing(14)
        left.addLayout(self._recent)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setContentsMargins(8, 32, 28, 24)
        heading = QLabel(translate("StartPage", "In the library"), self)
        heading.setObjectName("heading")
        right.addWidget(heading)
        right.addWidget(self.table, 1)
        right.addWidget(self.empty, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(ways)
        layout.addLayout(right, 1)

    def _button(self, drawing: str, text: str, press: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        self._drawings[button] = drawing
        button.setObjectName("way-in")
        button.setIconSize(QSize(18, 18))
        button.clicked.connect(press)
        return button

    def _show_recent(self, files: list[str]) -> None:
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        there = [Path(name) for name in files if Path(name).is_file()]
        if not there:
            return
        heading = QLabel(translate("StartPage", "Recent files"), self)
        heading.setObjectName("heading")
        self._recent.addWidget(heading)
        for path in there[:6]:
            button = QPushButton(
                self.fontMetrics().elidedText(path.name, Qt.TextElideMode.ElideMiddle, 230), self
            )
            button.setFlat(True)
            button.setObjectName("recent-file")
            button.setToolTip(str(path))
            button.setAccessibleName(str(path))
            button.clicked.connect(lambda _checked=False, path=path: self.file_asked.emit(path))
            self._recent.addWidget(button)

    def _on_table_menu_asked(self, place: QPoint) -> None:
        if self.table.itemAt(place) is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(translate("StartPage", "&Open"), self.open_chosen)
        menu.addAction(translate("StartPage", "&Rename…"), self.rename_chosen)
        menu.addAction(translate("StartPage", "Move to the &bin"), self.delete_chosen)
        menu.popup(self.table.viewport().mapToGlobal(place))


def _words(summary: BitextSummary) -> tuple[str, str, str, str]:
    size = plural(PARAGRAPHS, max(summary.source_paragraphs, summary.target_paragraphs))
    share = round(100 * summary.confirmed / summary.links) if summary.links else 0
    made = f"{summary.created_at.astimezone():%Y-%m-%d %H:%M}"
    return summary.title, size, f"{summary.confirmed} / {summary.links} ({share} %)", made
