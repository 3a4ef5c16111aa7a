"""What both a checked-out file and the library changed, with both versions, and which shall stay."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from taqabul.domain.ids import JournalId
from taqabul.domain.language import Direction, Language
from taqabul.text.direction import isolated, language_of
from taqabul.ui.bitext.look import Look
from taqabul.ui.core.i18n import translate
from taqabul.ui.core.undo import verb_name
from taqabul.ui.details.texts_panel import TextsPanel, Version, marked_html, versions_html
from taqabul.workflow.both_versions import Versions
from taqabul.workflow.checked_in import Conflict, Keep


class _Choice(QComboBox):
    """Which version stays; ``reached`` is called when the keyboard comes to it."""

    def __init__(self, reached: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._reached = reached

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The row of this choice is the one in hand."""
        self._reached()
        super().focusInEvent(event)


class BothVersionsDialog(QDialog):
    """A row a conflict: what was done in the file and by whom, both versions, and a choice; at first all stay open.

    Below the rows, the versions of the row in hand are set in full, with what is different in the file marked.
    """

    def __init__(self, conflicts: Sequence[Conflict], look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("BothVersions", "Changed in the library and in the file"))
        self._conflicts, self._look = tuple(conflicts), look
        told = QLabel(
            translate(
                "BothVersions",
                "These steps in the file meet what was changed in the library meanwhile. Nothing was overwritten.",
            ),
            self,
        )
        told.setWordWrap(True)
        self.table = QTableWidget(len(conflicts), 4, self)
        self.table.setHorizontalHeaderLabels(
            [
                translate("BothVersions", "Step"),
                translate("BothVersions", "In the library"),
                translate("BothVersions", "In the file"),
                translate("BothVersions", "Keep"),
            ]
        )
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().hide()
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setAccessibleName(self.windowTitle())
        self.versions = TextsPanel(translate("BothVersions", "Both versions"), self)
        self.choices = [self._fill(row, one) for row, one in enumerate(self._conflicts)]
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.ResizeToContents)
        self.table.currentCellChanged.connect(lambda row, *_: self._show(row))
        self.table.setCurrentCell(0, 0)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(told)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.addWidget(self.table)
        parts.addWidget(self.versions)
        parts.setChildrenCollapsible(False)
        parts.setStretchFactor(1, 1)
        layout.addWidget(parts, 1)
        layout.addWidget(buttons)
        order = [self.table, *self.choices, self.versions, buttons]
        for one, following in pairwise(order):
            self.setTabOrder(one, following)
        self.table.setFocus()
        self.resize(900, 560)
        parts.setSizes([180, 300])

    def chosen(self) -> dict[JournalId, Keep]:
        """Which version stays, by the line of the file's journal; those left open are missing."""
        return {
            one.line: Keep(choice.currentData())
            for one, choice in zip(self._conflicts, self.choices, strict=True)
            if choice.currentData()
        }

    def _fill(self, row: int, conflict: Conflict) -> QComboBox:
        here = " · ".join(isolated(one.here) or "—" for one in conflict.versions) or conflict.why
        there = " · ".join(isolated(one.wanted) or "—" for one in conflict.versions) or conflict.summary
        step = f"{verb_name(conflict.verb)} ({isolated(conflict.author)})"
        for column, words in enumerate((step, here, there)):
            item = QTableWidgetItem(words)
            item.setToolTip(words)
            rtl = column > 0 and language_of(words) is Language.ARABIC
            side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
            item.setTextAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
            self.table.setItem(row, column, item)
        choice = _Choice(lambda: self.table.setCurrentCell(row, 0), self.table)
        choice.addItem(translate("BothVersions", "decide later"), "")
        choice.addItem(translate("BothVersions", "the library's"), Keep.THEIRS.value)
        choice.addItem(translate("BothVersions", "the file's"), Keep.MINE.value)
        choice.setAccessibleName(translate("BothVersions", "Version to keep of step {n}").format(n=row + 1))
        self.table.setCellWidget(row, 3, choice)
        return choice

    def _show(self, row: int) -> None:
        """Set the versions of a row in full."""
        conflict = self._conflicts[row] if 0 <= row < len(self._conflicts) else None
        if conflict is None:
            self.versions.clear()
            return
        pairs = conflict.versions or (Versions("", conflict.why, conflict.summary),)
        told = [version for pair in pairs for version in self._both(pair, marking=bool(conflict.versions))]
        self.versions.setHtml(versions_html(told, self._look))

    def _both(self, pair: Versions, *, marking: bool) -> list[Version]:
        made = []
        for name, text in (
            (translate("BothVersions", "In the library"), pair.here),
            (translate("BothVersions", "In the file"), pair.wanted),
        ):
            language = language_of(text) or Language.ENGLISH
            way: Direction = language.direction
            begun = pair.here if marking and pair.here and text else text
            made.append(Version(name, marked_html(begun, text or "—", way, self._look), language, way))
        return made
