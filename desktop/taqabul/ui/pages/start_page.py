"""Where work starts: open files, try the sample, or go on with a bitext of the library."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from taqabul.ui.core.actions import Situation
from taqabul.ui.core.i18n import say, translate
from taqabul.ui.core.icons import app_icon, icon
from taqabul.ui.core.settings import Settings
from taqabul.ui.core.theme import Colours
from taqabul.ui.library.entries import Entry, EntryTable
from taqabul.ui.library.listing import ORDERS, Kind, Order, Shelf, bitexts_on, documents_on
from taqabul.ui.library.shelf_list import ShelfList
from taqabul.ui.pages.page import Page
from taqabul.workflow import projects, shelving
from taqabul.workflow.library import Library
from taqabul.workflow.projects import BitextSummary


class StartPage(Page):
    """The shelves of the library, what stands on them, and ways in."""

    open_asked = Signal()
    sample_asked = Signal()
    folder_asked = Signal()
    bitext_asked = Signal(object)
    file_asked = Signal(object)
    rename_asked = Signal()
    situation_changed = Signal()

    def __init__(self, library: Library, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library, self._settings = library, settings
        self._bitexts = projects.all_bitexts(library)
        self._documents = projects.all_documents(library)
        self.shelves = ShelfList(self)
        self.search = QLineEdit(self)
        self.order = QComboBox(self)
        self.table = EntryTable(self)
        self.empty = QLabel(self)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setObjectName("quiet")
        self._recent = QVBoxLayout()
        self._drawings: dict[QPushButton, str] = {}
        self._takes_texts = True
        self._dress()
        self._lay_out()
        self._connect()

    @property
    def shelf(self) -> Shelf:
        """The chosen shelf."""
        return self.shelves.shelf

    def situation(self, *, busy: bool, report: bool) -> Situation:
        """What the actions' being enabled depends on."""
        return Situation(
            busy=busy, report=report, shelf=self.shelf.kind.value, entries=len(self.table.chosen())
        )

    def take_texts(self, *, allowed: bool) -> None:
        """Offer the ways in for texts, or grey them where they are not for whoever is at work."""
        self._takes_texts = allowed
        for button in (*self._ways, *self.findChildren(QPushButton, "recent-file")):
            button.setEnabled(allowed)

    def refresh(self, recent_files: list[str]) -> None:
        """Read the library again."""
        self.read_again()
        self._show_recent(recent_files)

    def read_again(self) -> None:
        """Read what stands on the shelves again."""
        self._bitexts = projects.all_bitexts(self._library)
        self._documents = projects.all_documents(self._library)
        self.shelves.fill(shelving.list_projects(self._library), self._bitexts, self._documents)
        self.show_shelf()

    def show_shelf(self) -> None:
        """List the chosen shelf as it is sorted and searched."""
        query, order = self.search.text(), Order(self._settings.library_order)
        papers = self.shelf.kind is Kind.DOCUMENTS
        found = bitexts_on(self.shelf, self._bitexts, query, order)
        entries: list[Entry] = [*found, *documents_on(self.shelf, self._documents, query, order)]
        self.table.show_entries(entries, documents=papers)
        self.table.setVisible(bool(entries))
        self.empty.setText(self._why_empty())
        self.empty.setVisible(not entries)
        self.situation_changed.emit()

    def set_colours(self, colours: Colours) -> None:
        """Draw icons, bars and the frame of what has the keyboard in the colours in force."""
        for button, drawing in self._drawings.items():
            button.setIcon(icon(drawing))
        self.table.set_bar_colour(colours.good)
        frame = "border: 2px solid"
        self.setStyleSheet(
            f"QTableWidget, QListWidget {{ {frame} transparent; background: {colours.ground.name()}; }}"
            f"QListWidget::item {{ padding: 4px 6px; }} QListWidget::item:selected {{"
            f" background: {colours.selected.name()}; color: {colours.text.name()}; }}"
            f"QTableWidget:focus, QListWidget:focus {{ {frame} {colours.accent.name()}; }}"
        )

    def open_chosen(self) -> None:
        """Go on with the bitext under the cursor, unless it is in the bin."""
        chosen = [one for one in self.table.chosen() if isinstance(one, BitextSummary)]
        if chosen and not chosen[0].in_bin:
            self.bitext_asked.emit(chosen[0].id)

    def _why_empty(self) -> str:
        if self.search.text().strip():
            return translate("StartPage", "Nothing on this shelf is called that.")
        return {
            Kind.ALL: translate(
                "StartPage", "The library is empty. Open a text, or look at the sample first."
            ),
            Kind.PROJECT: translate("StartPage", "This project is empty. Ctrl+J puts a bitext into it."),
            Kind.ARCHIVE: translate("StartPage", "The archive is empty."),
            Kind.DOCUMENTS: translate("StartPage", "There is no document yet."),
            Kind.BIN: translate("StartPage", "The bin is empty."),
        }[self.shelf.kind]

    def _dress(self) -> None:
        self.search.setPlaceholderText(translate("StartPage", "Search titles, projects and tags (Ctrl+F)"))
        self.search.setAccessibleName(translate("StartPage", "Search the library"))
        self.search.setClearButtonEnabled(True)
        self.order.setAccessibleName(translate("StartPage", "Order"))
        for order, name in ORDERS.items():
            self.order.addItem(say(name), order)
        chosen = self.order.findData(self._settings.library_order)
        self.order.setCurrentIndex(max(0, chosen))
        self._settings.library_order = Order(self.order.currentData())

    def _connect(self) -> None:
        self.shelves.shelf_changed.connect(self.show_shelf)
        self.search.textChanged.connect(lambda _text: self.show_shelf())
        self.search.returnPressed.connect(self.table.setFocus)
        self.order.activated.connect(self._on_order_activated)
        self.table.opened.connect(self.open_chosen)
        self.table.rename_asked.connect(self.rename_asked)
        self.table.itemSelectionChanged.connect(self.situation_changed)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._on_find_activated)

    def _on_order_activated(self, _index: int) -> None:
        self._settings.library_order = Order(self.order.currentData())
        self.show_shelf()

    def _on_find_activated(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _lay_out(self) -> None:
        ways = QWidget(self)
        ways.setFixedWidth(300)
        left = QVBoxLayout(ways)
        left.setContentsMargins(28, 24, 24, 16)
        left.setSpacing(7)
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
        left.addSpacing(6)
        self._ways = [
            open_texts := self._button("open", translate("StartPage", "&Open texts…"), self.open_asked.emit)
        ]
        open_texts.setToolTip(
            translate(
                "StartPage",
                "One file that holds both languages, or two files, one for each. You may also drop them here.",
            )
        )
        left.addWidget(open_texts)
        for drawing, called, asked in (
            ("folder", translate("StartPage", "Import a fol&der…"), self.folder_asked),
            ("sample", translate("StartPage", "Try the &sample"), self.sample_asked),
        ):
            self._ways.append(self._button(drawing, called, asked.emit))
            left.addWidget(self._ways[-1])
        left.addSpacing(6)
        heading = QLabel(translate("StartPage", "In the library"), self)
        heading.setObjectName("heading")
        left.addWidget(heading)
        left.addWidget(self.shelves, 1)
        left.addLayout(self._recent)
        right = QVBoxLayout()
        right.setContentsMargins(8, 28, 28, 16)
        bar = QHBoxLayout()
        bar.addWidget(self.search, 1)
        bar.addWidget(self.order)
        right.addLayout(bar)
        right.addWidget(self.table, 1)
        right.addWidget(self.empty, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(ways)
        layout.addLayout(right, 1)
        self.first = self.table

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
        for path in there[:4]:
            button = QPushButton(
                self.fontMetrics().elidedText(path.name, Qt.TextElideMode.ElideMiddle, 230), self
            )
            button.setFlat(True)
            button.setObjectName("recent-file")
            button.setToolTip(str(path))
            button.setAccessibleName(str(path))
            button.clicked.connect(lambda _checked=False, path=path: self.file_asked.emit(path))
            button.setEnabled(self._takes_texts)
            self._recent.addWidget(button)
