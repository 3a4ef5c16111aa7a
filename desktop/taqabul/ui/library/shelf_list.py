"""The list of shelves: everything, projects, the archive, documents, the bin, each with how much it holds."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QWidget

from taqabul.domain.shelves import Project
from taqabul.text.direction import isolated
from taqabul.ui.core.i18n import translate
from taqabul.ui.library.listing import Kind, Shelf
from taqabul.workflow.projects import BitextSummary, DocumentSummary


class ShelfList(QListWidget):
    """One shelf is chosen at any time. ``shelf_changed`` says that it is another one now."""

    shelf_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelves: list[Shelf] = []
        self.setAccessibleName(translate("StartPage", "Shelves of the library"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMinimumHeight(6 * (self.fontMetrics().height() + 8))
        self.currentRowChanged.connect(self._on_current_row_changed)

    @property
    def shelf(self) -> Shelf:
        """The chosen shelf."""
        row = self.currentRow()
        return self._shelves[row] if 0 <= row < len(self._shelves) else Shelf()

    def fill(
        self,
        projects: Sequence[Project],
        bitexts: Sequence[BitextSummary],
        documents: Sequence[DocumentSummary],
    ) -> None:
        """Show what there is now; the chosen shelf stays chosen while it is there."""
        chosen = self.shelf
        named = [(Shelf(), translate("StartPage", "All bitexts"))]
        named += [(Shelf(Kind.PROJECT, one.id), one.name) for one in projects]
        named += [
            (Shelf(Kind.ARCHIVE), translate("StartPage", "Archive")),
            (Shelf(Kind.DOCUMENTS), translate("StartPage", "Documents")),
            (Shelf(Kind.BIN), translate("StartPage", "Bin")),
        ]
        self.blockSignals(True)
        self.clear()
        self._shelves = [shelf for shelf, _ in named]
        for shelf, name in named:
            count = sum(map(shelf.holds, bitexts)) + sum(map(shelf.holds_document, documents))
            indent = "    " if shelf.kind is Kind.PROJECT else ""
            item = QListWidgetItem(f"{indent}{isolated(name)}  ({count})")
            item.setToolTip(name)
            self.addItem(item)
        self.setCurrentRow(self._shelves.index(chosen) if chosen in self._shelves else 0)
        self.blockSignals(False)

    def choose(self, shelf: Shelf) -> None:
        """Go to a shelf."""
        if shelf in self._shelves:
            self.setCurrentRow(self._shelves.index(shelf))

    def _on_current_row_changed(self, _row: int) -> None:
        self.shelf_changed.emit()
