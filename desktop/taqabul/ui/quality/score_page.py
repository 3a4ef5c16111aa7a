"""The scorecard of the open bitext: score, points by type, where the errors are, each error."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSplitter,
    QTableView,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from taqabul.domain.annotation import AnnotationStatus
from taqabul.ui.core.i18n import translate
from taqabul.ui.core.mixed_words import MixedWords, Remarks
from taqabul.ui.core.row_ends import RowEnds
from taqabul.ui.core.theme import Colours
from taqabul.ui.labels.label_tree import both
from taqabul.ui.pages.page import Page
from taqabul.ui.quality.error_model import COMMENT, ErrorModel, severity_name
from taqabul.ui.quality.groups_view import GroupsView
from taqabul.ui.quality.points_chart import PointsChart
from taqabul.ui.quality.score_head import ScoreHead
from taqabul.workflow.marked_errors import Evaluated
from taqabul.workflow.scoring import SEVERITIES, Scorecard, chosen_errors, corrected_errors, points_along

STRETCHES = 40
TYPES = 8


class ScorePage(Page):
    """``row_asked`` gives a row to go to, ``correction_asked`` marks to correct, ``options_changed`` wants another score."""

    row_asked = Signal(int)
    correction_asked = Signal(object)
    options_changed = Signal()
    report_asked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card: Scorecard | None = None
        self.material: Evaluated | None = None
        self.head = ScoreHead(self)
        self.types = QTableWidget(0, len(SEVERITIES) + 2, self)
        self.by_type = PointsChart(translate("Quality", "Points by type"), self)
        self.along = PointsChart(translate("Quality", "Points along the text"), self)
        self.model = ErrorModel(self)
        self.errors = QTableView(self)
        self.errors.setModel(self.model)
        self.apply = QPushButton(translate("Quality", "Put correction into the text (Ctrl+Enter)"), self)
        self.groups = GroupsView(self)
        self.tabs = QTabWidget(self)
        self._set_up_tables()
        self._lay_out()
        self.head.chosen.connect(self.options_changed)
        self.head.back.clicked.connect(self.left)
        self.head.report.clicked.connect(self.report_asked)
        self.apply.clicked.connect(self._correct)
        self.errors.activated.connect(lambda index: self._go_to(index.row()))
        self.errors.selectionModel().selectionChanged.connect(self._on_errors_selection_changed)
        self.along.pressed.connect(self._on_along_pressed)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._correct)

    def show_card(self, material: Evaluated, card: Scorecard) -> None:
        """Show a score and what it is made of; the errors chosen stay chosen."""
        chosen = {self.model.lines[row].annotation for row in self._chosen_rows()}
        self.card, self.material = card, material
        self.head.offer(material.annotators)
        self.head.show_card(card, corrected_errors(material, self.head.options))
        self._fill_types(material, card)
        self._fill_charts(material, card)
        self.model.show_lines(chosen_errors(material, self.head.options))
        for row, one in enumerate(self.model.lines):
            if one.annotation in chosen:
                self.errors.selectRow(row)
                break
        self._on_errors_selection_changed()

    def set_colours(self, colours: Colours) -> None:
        """Take over a theme."""
        for chart in (self.by_type, self.along):
            chart.set_colours(colours)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _fill_types(self, material: Evaluated, card: Scorecard) -> None:
        self.types.setRowCount(len(card.lines))
        for row, line in enumerate(card.lines):
            name = material.names.get(line.label)
            cells = (
                both(name) if name else line.label,
                *(str(line.counts.get(one, 0) or "") for one in SEVERITIES),
                f"{line.points:g}",
            )
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                if column:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.types.setItem(row, column, item)

    def _fill_charts(self, material: Evaluated, card: Scorecard) -> None:
        top = card.lines[:TYPES]
        cost = {
            severity: np.array(
                [
                    card.profile.points(material.lineage(one.label), severity) * one.counts.get(severity, 0)
                    for one in top
                ]
            )
            for severity in SEVERITIES
        }
        names = [material.names.get(one.label) for one in top]
        ticks = [
            (at, (name.english or name.arabic) if name else line.label)
            for at, (name, line) in enumerate(zip(names, top, strict=True))
        ]
        # Every other name stands a line lower, so that neighbours do not touch.
        self.by_type.show_points(cost, [(at, "\n" * (at % 2) + _short(name)) for at, name in ticks])
        stretches = min(STRETCHES, max(1, len(material.words)))
        parts: dict[str, NDArray[np.float64]] = points_along(material, self.head.options, stretches)
        rows = len(material.words)
        marks = [
            (at, str(round(at * rows / stretches) + 1)) for at in range(0, stretches, max(1, stretches // 8))
        ]
        self.along.show_points(parts, marks)

    def _chosen_rows(self) -> list[int]:
        return sorted(index.row() for index in self.errors.selectionModel().selectedRows())

    def _on_errors_selection_changed(self) -> None:
        self.apply.setEnabled(bool(self._correctable()))

    def _correctable(self) -> list[int]:
        chosen = [self.model.lines[row] for row in self._chosen_rows()]
        return [
            one.annotation for one in chosen if one.correction and one.status is not AnnotationStatus.FINAL
        ]

    def _correct(self) -> None:
        marks = self._correctable()
        if marks:
            self.correction_asked.emit(marks)

    def _go_to(self, row: int) -> None:
        place = self.model.lines[row].row
        if place is not None:
            self.row_asked.emit(place)

    def _on_along_pressed(self, at: int) -> None:
        rows = len(self.material.words) if self.material is not None else 0
        stretches = min(STRETCHES, max(1, rows))
        for one in self.model.lines:
            if one.row is not None and one.row * stretches // max(1, rows) == at:
                self.row_asked.emit(one.row)
                return

    def _set_up_tables(self) -> None:
        self.types.setAccessibleName(translate("Quality", "Errors by type and severity"))
        self.types.setHorizontalHeaderLabels(
            [
                translate("Quality", "Type"),
                *(severity_name(one) for one in SEVERITIES),
                translate("Quality", "Points"),
            ]
        )
        self.errors.setAccessibleName(translate("Quality", "Errors"))
        for table in (self.types, self.errors):
            table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
            table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
            table.setTabKeyNavigation(False)
            table.setWordWrap(False)  # dots say that words are cut
            RowEnds(table)
            table.setShowGrid(False)
            table.verticalHeader().hide()
            table.horizontalHeader().setHighlightSections(False)
        head = self.types.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        widths = (48, 190, 70, 170, 170, 170, 160, 100, 80)
        for column, width in enumerate(widths):
            self.errors.setColumnWidth(column, width)
        self.errors.horizontalHeader().setSectionResizeMode(COMMENT, QHeaderView.ResizeMode.Stretch)
        self.errors.setItemDelegate(MixedWords(self.errors))
        self.errors.setItemDelegateForColumn(COMMENT, Remarks(self.errors))

    def _lay_out(self) -> None:
        figures = QSplitter(Qt.Orientation.Horizontal, self)
        for widget in (self.types, self.by_type, self.along):
            figures.addWidget(widget)
        figures.setSizes([560, 360, 360])  # types in both languages as a whole
        below = QWidget(self)
        column = QVBoxLayout(below)
        column.setContentsMargins(8, 0, 8, 6)
        column.addWidget(self.errors, 1)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.apply)
        column.addLayout(line)
        here = QSplitter(Qt.Orientation.Vertical, self)
        here.addWidget(figures)
        here.addWidget(below)
        here.setSizes([260, 300])
        here.setChildrenCollapsible(False)
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(here, translate("Quality", "This bitext"))
        self.tabs.addTab(self.groups, translate("Quality", "Whole library"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.head)
        layout.addWidget(self.tabs, 1)
        self.first = self.errors


def _short(name: str) -> str:
    return name if len(name) <= 14 else f"{name[:13]}…"
