"""The bilingual concordance: every hit of a bitext or of the library in its context, and what faces it."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDockWidget,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from taqabul.text.direction import isolated
from taqabul.ui.bitext.look import Look
from taqabul.ui.core.i18n import translate
from taqabul.ui.core.row_ends import RowEnds
from taqabul.ui.search.concordance_model import FACING, FOUND, WHERE, ConcordanceModel, Index
from taqabul.ui.search.search_form import SearchForm
from taqabul.ui.search.snippets import draw, height
from taqabul.workflow.library import Library

PAUSE_MS = 120
WHERE_WIDTH = 170


class _LinePainter(QStyledItemDelegate):
    """Draws the cells of a line, each text in its own direction."""

    def __init__(self, look: Look, parent: QTableView) -> None:
        super().__init__(parent)
        self.look = look

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All lines are of one height."""
        return QSize(option.rect.width(), height(self.look))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        model, colours, rect = index.model(), self.look.colours, option.rect
        if not isinstance(model, ConcordanceModel):
            return
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, colours.selected if chosen else colours.ground)
        inside = QRectF(rect).adjusted(8, 4, -8, -2)
        snippet = model.snippet(index.row(), index.column())
        if snippet is not None:
            draw(painter, inside, snippet, self.look, colours.text)
        elif index.column() == WHERE:
            painter.setPen(colours.muted)
            painter.setFont(self.look.small)
            _draw_where(painter, inside, *str(index.data()).rsplit("\n", 1))
        painter.setPen(colours.line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()


def _draw_where(painter: QPainter, rect: QRectF, title: str, place: str = "") -> None:
    """Draw as many words of a title as there is room for above the place, which is always seen."""
    flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
    words, shown = title.split(), title
    room = rect.height() - painter.fontMetrics().lineSpacing()
    while (used := painter.boundingRect(rect, int(flags), isolated(shown)).height()) > room and len(
        words
    ) > 1:
        words.pop()
        shown = f"{' '.join(words)}…"
    painter.drawText(rect, int(flags), isolated(shown))
    rect.setTop(rect.top() + used)
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignTop), place)


class _Lines(QTableView):
    """``entered_by_key`` tells that somebody pressed Return on a line."""

    entered_by_key = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return goes to the row."""
        if Qt.Key(event.key()) in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered_by_key.emit()
            return
        super().keyPressEvent(event)


class ConcordancePanel(QDockWidget):
    """Asks and shows. ``chosen`` names the row of the hit to go to, ``opened`` and ``closed`` whether anybody looks."""

    asked = Signal()
    chosen = Signal(int)
    export_asked = Signal()
    opened = Signal()
    closed = Signal()
    words_wanted = Signal()

    def __init__(self, library: Library, look: Look, parent: QWidget) -> None:
        super().__init__(translate("Concordance", "Find in the library"), parent)
        self.setObjectName("concordance")
        self.form = SearchForm(self)
        self.scope = QComboBox(self)
        self.scope.setAccessibleName(translate("Concordance", "What to search"))
        self.scope.addItem(translate("Concordance", "Whole library"), True)
        self.scope.addItem(translate("Concordance", "This bitext"), False)
        self.result = QLabel(self)
        self.result.setAccessibleName(translate("Concordance", "Places found"))
        self.result.setTextFormat(Qt.TextFormat.PlainText)
        self.result.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.export = QPushButton(translate("Concordance", "E&xport…"), self)
        self.export.setAutoDefault(False)
        self.model = ConcordanceModel(library, self)
        self.lines = _Lines(self)
        self._painter = _LinePainter(look, self.lines)
        self._is_open = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._lay_out()
        self._connect()
        self.set_look(look)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Take over a theme or a zoom."""
        self._painter.look = look
        self.lines.verticalHeader().setDefaultSectionSize(height(look))
        self.lines.viewport().update()

    def open(self) -> None:
        """Show the panel with its words chosen, ready to be typed over."""
        self.show()
        self.raise_()
        self.form.query.setFocus()
        self.form.query.selectAll()

    @property
    def whole_library(self) -> bool:
        """Whether all of the library is searched."""
        return bool(self.scope.currentData())

    @property
    def row(self) -> int:
        """The line under the cursor; -1 for none."""
        return self.lines.currentIndex().row()

    def go_to(self, row: int) -> None:
        """Put the cursor on a line."""
        self.lines.setCurrentIndex(self.model.index(row, FOUND))

    def visible_rows(self) -> range:
        """The lines in the window."""
        first = max(0, self.lines.rowAt(0))
        last = self.lines.rowAt(self.lines.viewport().height() - 1)
        return range(first, (last if last >= 0 else self.model.rowCount() - 1) + 1)

    def rest(self) -> None:
        """Ask nothing any more of what was typed or is in sight."""
        self.form.stop()
        self._pause.stop()

    def tell(self, text: str, hint: str = "") -> None:
        """Say how the search went."""
        self.result.setText(text)
        self.result.setToolTip(f"{text} {hint}".strip() if hint else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leads from the words to the lines, Esc closes."""
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self.close()
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.model.rowCount():
            self.lines.setFocus()
            self.go_to(max(0, self.row))
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setContentsMargins(8, 5, 6, 5)
        above.setSpacing(8)
        above.addWidget(self.form, 3)
        above.addWidget(self.scope)
        above.addWidget(self.result, 1)
        above.addWidget(self.export)
        whole = QWidget(self)
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(above)
        layout.addWidget(self.lines, 1)
        self.setWidget(whole)
        view = self.lines
        view.setAccessibleName(translate("Concordance", "Places found, with what faces them"))
        view.setModel(self.model)
        view.setItemDelegate(self._painter)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)
        RowEnds(view)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(WHERE, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(WHERE, WHERE_WIDTH)
        for column in (FOUND, FACING):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def _connect(self) -> None:
        self.form.asked.connect(self.asked)
        self.scope.currentIndexChanged.connect(self.asked)
        self.export.clicked.connect(self.export_asked)
        self.lines.clicked.connect(lambda index: self.chosen.emit(index.row()))
        self.lines.entered_by_key.connect(lambda: self.chosen.emit(self.row))
        self._pause.timeout.connect(self.words_wanted)
        self.lines.verticalScrollBar().valueChanged.connect(self._pause.start)
        self.model.modelReset.connect(self._pause.start)
        self.visibilityChanged.connect(self._on_visibility_changed)

    def _on_visibility_changed(self, visible: bool) -> None:
        if visible and not self._is_open:
            self._is_open = True
            self.opened.emit()
        elif self._is_open and self.isHidden():
            self._is_open = False
            self.rest()
            self.closed.emit()
