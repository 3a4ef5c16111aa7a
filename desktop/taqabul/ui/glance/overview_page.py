"""The overview of one bitext: the alignment map, charts, figures, and rows that stand out."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from taqabul.domain.errors import AppError
from taqabul.ui.bitext.row_words import FAIR, HIGH
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, say, translate
from taqabul.ui.core.theme import Colours
from taqabul.ui.glance.charts import BarChart, Chart, ProgressChart
from taqabul.ui.glance.map_chart import MapChart
from taqabul.ui.glance.map_raster import CLASSES, MapRaster, class_colours
from taqabul.workflow.overview import Overview, save_picture
from taqabul.workflow.projects import BitextHead

CONFIDENCES: NDArray[np.float64] = np.arange(21, dtype=np.float64) / 20
RATIOS: NDArray[np.float64] = np.linspace(-3, 3, 31, dtype=np.float64)
SHAPES = 8
WORDS = QT_TRANSLATE_NOOP("Overview", "%n word(s)")
PARAGRAPHS = QT_TRANSLATE_NOOP("Overview", "%n paragraph(s)")
CHARACTERS = QT_TRANSLATE_NOOP("Overview", "%n character(s)")


class OverviewPage(QWidget):
    """Shows an overview. ``row_asked`` gives a row to go to, ``left`` says that somebody wants to go back."""

    row_asked = Signal(int)
    left = Signal()
    failed = Signal(object)
    saved = Signal(str)

    def __init__(
        self, summary: BitextHead, shown: Overview, folder: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.shown = shown
        self._folder, self._title = folder, summary.title
        self.map = MapChart(self)
        self.confidence = BarChart(translate("Overview", "Confidence"), self)
        self.ratio = BarChart(translate("Overview", "Length of the target, in lengths of the source"), self)
        self.shapes = BarChart(translate("Overview", "Shapes of links"), self)
        self.progress = ProgressChart(translate("Overview", "Confirmed rows over time"), self)
        self.outliers = QTableWidget(0, 3, self)
        self.back = QPushButton(translate("Overview", "Back to the pairs (Esc)"), self)
        self.figures = QLabel(_figures(summary, shown), self)
        self.figures.setTextFormat(Qt.TextFormat.PlainText)
        self.figures.setWordWrap(True)
        self.legend = QLabel(self)
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        self.legend.setWordWrap(True)
        self.back.clicked.connect(self.left)
        self._fill()
        self._fill_outliers()
        self._lay_out()
        for chart in self.charts:
            chart.save_asked.connect(lambda chart=chart: self.save(chart))
        self.map.row_asked.connect(self.row_asked)
        self.confidence.pressed.connect(lambda at: self._go_to_first(self._sure, CONFIDENCES, at))
        self.ratio.pressed.connect(lambda at: self._go_to_first(self._ratio, RATIOS, at))
        self.shapes.pressed.connect(self._go_to_shape)

    @property
    def charts(self) -> tuple[Chart, ...]:
        """All pictures of the page."""
        return (self.map, self.confidence, self.ratio, self.shapes, self.progress)

    def set_colours(self, colours: Colours) -> None:
        """Take over a theme."""
        for chart in self.charts:
            chart.set_colours(colours)
        spots = zip(class_colours(colours), CLASSES, strict=True)
        self.legend.setText(
            " &nbsp; ".join(f'<span style="color:{hue.name()}">■</span> {say(name)}' for hue, name in spots)
        )

    def save(self, chart: Chart) -> None:
        """Ask for a file and draw a chart into it."""
        name, _ = QFileDialog.getSaveFileName(
            self,
            translate("Overview", "Save the picture"),
            str(Path(self._folder) / f"{chart.title}.png"),
            translate("Overview", "Pictures (*.png *.svg)"),
        )
        if not name:
            return
        try:
            save_picture(Path(name), chart.drawing(Path(name)))
        except AppError as error:
            self.failed.emit(error)
        else:
            self.saved.emit(translate("Overview", "Saved {name}").format(name=name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        shown, brief = self.shown, self.shown.outline
        facing = ~np.isnan(shown.ratio)
        self._sure: NDArray[np.float64] = np.where(facing, brief.confidence, np.nan)
        self._ratio: NDArray[np.float64] = np.clip(shown.ratio, RATIOS[0], RATIOS[-1] - 1e-9)
        self.map.name_axes(
            translate("Overview", "source paragraph"), translate("Overview", "target paragraph")
        )
        self.map.show_links(MapRaster(shown))
        self.confidence.show_bars(
            CONFIDENCES,
            np.histogram(self._sure[~np.isnan(self._sure)], CONFIDENCES)[0],
            _sureness_hues,
            [(x / 4, f"{25 * x} %") for x in range(5)],
        )
        self.ratio.show_bars(
            RATIOS,
            np.histogram(self._ratio[facing], RATIOS)[0],
            lambda colours: [colours.accent] * (len(RATIOS) - 1),
            [(-3, "⅛"), (-2, "¼"), (-1, "½"), (0, "1"), (1, "2"), (2, "4"), (3, "8")],
        )
        self._shapes = list(shown.shapes)[:SHAPES]
        heights = np.array([shown.shapes[name] for name in self._shapes], np.int64)
        self.shapes.show_bars(
            np.arange(len(self._shapes) + 1, dtype=np.float64) - 0.5,
            heights,
            lambda colours: [colours.muted if "0" in name else colours.accent for name in self._shapes],
            list(enumerate(self._shapes)),
        )
        self.progress.show_progress(shown.progress, len(brief))

    def _fill_outliers(self) -> None:
        table, brief = self.outliers, self.shown.outline
        table.setAccessibleName(translate("Overview", "Rows of unusual length"))
        table.setHorizontalHeaderLabels(
            [
                translate("Overview", "Row of unusual length"),
                translate("Overview", "Target / source"),
                translate("Overview", "Confidence"),
            ]
        )
        table.setRowCount(len(self.shown.outliers))
        for line, row in enumerate(self.shown.outliers.tolist()):
            sure = brief.confidence[row]
            words = (
                f"{row + 1}",
                f"{2 ** self.shown.ratio[row]:.2f}",
                "–" if np.isnan(sure) else f"{100 * sure:.0f} %",
            )
            for column, text in enumerate(words):
                table.setItem(line, column, QTableWidgetItem(text))
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.itemActivated.connect(lambda item: self.row_asked.emit(int(self.shown.outliers[item.row()])))
        table.itemClicked.connect(lambda item: self.row_asked.emit(int(self.shown.outliers[item.row()])))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 6, 8, 0)
        head.addWidget(self.figures, 1)
        head.addWidget(self.back)
        left = QWidget(self)
        beneath = QVBoxLayout(left)
        beneath.setContentsMargins(0, 0, 0, 6)
        beneath.addWidget(self.map, 1)
        beneath.addWidget(self.legend)
        beneath.setSpacing(0)
        self.legend.setContentsMargins(12, 0, 8, 0)
        right = QWidget(self)
        grid = QGridLayout(right)
        grid.setContentsMargins(0, 0, 8, 6)
        grid.setSpacing(0)
        for place, chart in enumerate((self.confidence, self.ratio, self.shapes, self.progress)):
            grid.addWidget(chart, place // 2, place % 2)
        grid.addWidget(self.outliers, 2, 0, 1, 2)
        for row, share in enumerate((4, 4, 3)):
            grid.setRowStretch(row, share)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setSizes([620, 640])
        splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(splitter, 1)
        self.setFocusProxy(self.map.widget)

    def _go_to_first(self, values: NDArray[np.float64], edges: NDArray[np.float64], at: int) -> None:
        """The first row behind a bar; the last bar holds its upper edge too."""
        last = at == len(edges) - 2
        found = np.flatnonzero((values >= edges[at]) & ((values < edges[at + 1]) | last))
        if len(found):
            self.row_asked.emit(int(found[0]))

    def _go_to_shape(self, at: int) -> None:
        source, target = map(int, self._shapes[at].split("-"))
        found = np.flatnonzero((self.shown.source_count == source) & (self.shown.target_count == target))
        if len(found):
            self.row_asked.emit(int(found[0]))


def _sureness_hues(colours: Colours) -> list[QColor]:
    middles = (CONFIDENCES[:-1] + CONFIDENCES[1:]) / 2
    return [colours.good if x >= HIGH else colours.fair if x >= FAIR else colours.poor for x in middles]


def _figures(summary: BitextHead, shown: Overview) -> str:
    """What the two texts hold, in words."""
    parts = [summary.title]
    for side, language in zip(shown.sides, (summary.source_language, summary.target_language), strict=True):
        counts = ", ".join(
            plural(words, count)
            for words, count in (
                (PARAGRAPHS, side.paragraphs),
                (WORDS, side.words),
                (CHARACTERS, side.characters),
            )
        )
        parts.append(f"{language.name.capitalize()}: {counts}")
    return "   ·   ".join(parts)
