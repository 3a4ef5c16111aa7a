"""The overview of one bitext: the alignment map, charts, figures, and rows that stand out."""

from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from taqabul.domain.errors import AppError
from taqabul.text.direction import isolated
from taqabul.ui.bitext.row_words import FAIR, HIGH, confidence_text, status_name
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, say, translate
from taqabul.ui.core.theme import Colours
from taqabul.ui.glance.bar_chart import BarChart
from taqabul.ui.glance.charts import Chart, ProgressChart
from taqabul.ui.glance.map_chart import MapChart
from taqabul.ui.glance.map_raster import CLASSES, MapRaster, class_colours
from taqabul.ui.glance.outlier_table import OutlierTable
from taqabul.ui.pages.page import Page
from taqabul.workflow.overview import Overview, save_picture
from taqabul.workflow.projects import BitextHead
from taqabul.workflow.rows import STATUSES

CONFIDENCES: NDArray[np.float64] = np.arange(21, dtype=np.float64) / 20
RATIOS: NDArray[np.float64] = np.linspace(-3, 3, 31, dtype=np.float64)
SHAPES = 8
WORDS = QT_TRANSLATE_NOOP("Overview", "%n word(s)")
PARAGRAPHS = QT_TRANSLATE_NOOP("Overview", "%n paragraph(s)")
CHARACTERS = QT_TRANSLATE_NOOP("Overview", "%n character(s)")


class OverviewPage(Page):
    """Shows an overview.

    ``row_asked`` gives a row to go to, ``rows_asked`` the rows behind a bar, as an array, to be shown alone;
    ``left`` says that somebody wants to go back.
    """

    row_asked = Signal(int)
    rows_asked = Signal(object)
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
        self.outliers = OutlierTable(shown, self)
        self.back = QPushButton(translate("Overview", "Back to the pairs (Esc)"), self)
        self.figures = QLabel(_figures(summary, shown), self)
        self.figures.setTextFormat(Qt.TextFormat.PlainText)
        self.figures.setWordWrap(True)
        self.legend = QLabel(self)
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        self.legend.setWordWrap(True)
        self.likeness = QCheckBox(translate("Overview", "Likeness of meaning"), self)
        self.likeness.setToolTip(
            translate("Overview", "Behind the links, the darker (in dark colours the lighter) the more alike")
        )
        self.likeness.setChecked(True)
        self._heat: NDArray[np.float32] | None = None
        self.back.clicked.connect(self.left)
        self._fill()
        self._lay_out()
        for chart in self.charts:
            chart.save_asked.connect(lambda chart=chart: self.save(chart))
        self.map.row_asked.connect(self.row_asked)
        self.outliers.row_asked.connect(self.row_asked)
        self.likeness.toggled.connect(self._show_heat)
        self.confidence.pressed.connect(lambda at: self._ask_for(_in_bar(self._sure, CONFIDENCES, at)))
        self.ratio.pressed.connect(lambda at: self._ask_for(_in_bar(self._ratio, RATIOS, at)))
        self.shapes.pressed.connect(self._ask_for_shape)

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
            " &nbsp; ".join(
                f'<span style="color:{hue.name()}">■</span>&nbsp;{say(name).replace(" ", "&nbsp;")}'
                for hue, name in spots
            )
        )

    def tell_share(self, done: int, total: int) -> None:
        """How far the work on the likeness is."""
        share = translate("Overview", "Likeness of meaning: {share} % read")
        self.likeness.setText(share.format(share=100 * done // max(total, 1)))

    def show_heat(self, table: NDArray[np.float32] | None) -> None:
        """How alike source paragraphs (rows) are to target paragraphs (columns); None where nobody can tell."""
        self._heat = table
        self.likeness.setText(translate("Overview", "Likeness of meaning"))
        self.likeness.setEnabled(table is not None)
        if table is None:
            self.likeness.setToolTip(
                translate("Overview", "It needs the sentence encoder, which is not installed.")
            )
        self._show_heat()

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
        for chart in self.charts:
            chart.subject = self._title
        self.map.show_links(MapRaster(shown), self._row_words)
        self.confidence.show_bars(
            CONFIDENCES,
            np.histogram(self._sure[~np.isnan(self._sure)], CONFIDENCES)[0],
            [f"{5 * at}–{5 * at + 5} %" for at in range(len(CONFIDENCES) - 1)],
            _sureness_hues,
            [(x / 4, f"{25 * x} %") for x in range(5)],
        )
        self.ratio.show_bars(
            RATIOS,
            np.histogram(self._ratio[facing], RATIOS)[0],
            [f"{2**low:.2f}–{2**high:.2f}" for low, high in pairwise(RATIOS.tolist())],
            lambda colours: [colours.accent] * (len(RATIOS) - 1),
            [(-3, "⅛"), (-2, "¼"), (-1, "½"), (0, "1"), (1, "2"), (2, "4"), (3, "8")],
        )
        self._shapes = list(shown.shapes)[:SHAPES]
        heights = np.array([shown.shapes[name] for name in self._shapes], np.int64)
        self.shapes.show_bars(
            np.arange(len(self._shapes) + 1, dtype=np.float64) - 0.5,
            heights,
            self._shapes,
            lambda colours: [colours.muted if "0" in name else colours.accent for name in self._shapes],
            list(enumerate(self._shapes)),
        )
        self.progress.show_progress(shown.progress, len(brief))

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
        beside = QHBoxLayout()
        beside.setContentsMargins(12, 3, 8, 0)
        beside.addWidget(self.likeness)
        beneath.addLayout(beside)
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
        self.setTabOrder(self.map.save, self.likeness)
        self.first = self.map.widget

    def _ask_for(self, rows: NDArray[np.int64]) -> None:
        if len(rows):
            self.rows_asked.emit(rows)

    def _ask_for_shape(self, at: int) -> None:
        source, target = map(int, self._shapes[at].split("-"))
        shown = self.shown
        self._ask_for(np.flatnonzero((shown.source_count == source) & (shown.target_count == target)))

    def _show_heat(self) -> None:
        self.map.show_heat(self._heat if self.likeness.isChecked() else None)

    def _row_words(self, row: int) -> str:
        """What a row of the map is."""
        brief, shown = self.shown.outline, self.shown
        parts = [
            translate("Overview", "Row {n}").format(n=row + 1),
            f"{shown.source_count[row]}-{shown.target_count[row]}",
            status_name(STATUSES[brief.status[row]]),
        ]
        if not np.isnan(brief.confidence[row]):
            parts.append(confidence_text(float(brief.confidence[row])))
        if shown.crossing[row]:
            parts.append(translate("Overview", "crossing"))
        return ", ".join(parts)


def _in_bar(values: NDArray[np.float64], edges: NDArray[np.float64], at: int) -> NDArray[np.int64]:
    """The rows behind a bar; the last bar holds its upper edge too."""
    last = at == len(edges) - 2
    return np.flatnonzero((values >= edges[at]) & ((values < edges[at + 1]) | last))


def _sureness_hues(colours: Colours) -> list[QColor]:
    middles = (CONFIDENCES[:-1] + CONFIDENCES[1:]) / 2
    return [colours.good if x >= HIGH else colours.fair if x >= FAIR else colours.poor for x in middles]


def _figures(summary: BitextHead, shown: Overview) -> str:
    """What the two texts hold, in words."""
    parts = [isolated(summary.title)]
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
