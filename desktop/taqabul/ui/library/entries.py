"""The table of what stands on a shelf, with how far each bitext is as a bar."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from taqabul.domain.language import Language
from taqabul.text.direction import isolated
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, translate
from taqabul.ui.core.mixed_words import MixedWords
from taqabul.ui.core.row_ends import RowEnds
from taqabul.ui.library.room import Narrow, make_room
from taqabul.workflow.projects import BitextSummary, DocumentSummary

PARAGRAPHS = QT_TRANSLATE_NOOP("StartPage", "%n paragraph(s)")
BITEXTS = QT_TRANSLATE_NOOP("StartPage", "%n bitext(s)")
TITLE, SIZE, DONE, PROJECT, TAGS, CHANGED = range(6)
DISPENSABLE: Final[tuple[int, ...]] = (PROJECT, SIZE, CHANGED, TAGS)
"""What is left out first where there is little room; documents have no tags."""
SHARE = Qt.ItemDataRole.UserRole
BAR = 60

Entry = BitextSummary | DocumentSummary


@dataclass(frozen=True)
class _Line:
    """The words of a row, and the share that is confirmed (None: no bar)."""

    words: tuple[str, ...]
    share: float | None = None


class EntryTable(QTableWidget):
    """Bitexts or documents. ``rename_asked`` and ``opened`` come from its own keys, Enter and F2."""

    opened = Signal()
    rename_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 6, parent)
        self.entries: list[Entry] = []
        self._dispensable: tuple[int, ...] = DISPENSABLE
        self.setItemDelegate(MixedWords(self))
        self._progress, self._narrow = ProgressDelegate(self), Narrow(self)
        for column in (PROJECT, TAGS):
            self.setItemDelegateForColumn(column, self._narrow)
        self.setItemDelegateForColumn(DONE, self._progress)
        self.setAccessibleName(translate("StartPage", "Bitexts of the library"))
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableWidget.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        RowEnds(self)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 14)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        self.itemActivated.connect(lambda _item: self.opened.emit())

    def show_entries(self, entries: Sequence[Entry], *, documents: bool) -> None:
        """Show these rows; who was selected stays selected, else the first."""
        chosen = {_key(one) for one in self.chosen()}
        self.entries = list(entries)
        self.setHorizontalHeaderLabels(_headings(documents=documents))
        self.setColumnHidden(TAGS, documents)
        self._dispensable = DISPENSABLE[: -1 if documents else None]
        self.setRowCount(len(self.entries))
        for row, entry in enumerate(self.entries):
            line = _line(entry)
            for column, text in enumerate(line.words):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if column == DONE:
                    item.setData(SHARE, line.share)
                self.setItem(row, column, item)
        make_room(self, TITLE, self._dispensable)
        self.clearSelection()
        rows = [row for row, entry in enumerate(self.entries) if _key(entry) in chosen] or [0]
        if not self.entries:
            return
        self.setCurrentCell(rows[0], TITLE)
        flag = self.selectionModel().SelectionFlag
        for row in rows[1:]:
            self.selectionModel().select(self.model().index(row, 0), flag.Select | flag.Rows)

    def chosen(self) -> list[Entry]:
        """The selected rows' entries, from the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.entries[row] for row in rows if row < len(self.entries)]

    def set_bar_colour(self, colour: QColor) -> None:
        """Take over a theme."""
        self._progress.colour = colour
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There may be room for other columns."""
        super().resizeEvent(event)
        make_room(self, TITLE, self._dispensable)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, F2 renames; letters search as ever."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.rename_asked.emit()
        else:
            super().keyPressEvent(event)


class ProgressDelegate(QStyledItemDelegate):
    """Paints a share as a bar, with the figure beside it."""

    colour = QColor("#00795a")

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Room for the bar and the figure."""
        size = super().sizeHint(option, index)
        return size if index.data(SHARE) is None else QSize(size.width() + BAR + 24, size.height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The bar where the cell begins, the figure beside it."""
        share = index.data(SHARE)
        if share is None:
            super().paint(painter, option, index)
            return
        shifted = QStyleOptionViewItem(option)
        self.initStyleOption(shifted, index)
        words, shifted.text = shifted.text, ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shifted, painter, option.widget)
        rect = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        palette = option.palette
        ink = palette.color(QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text)
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        bar = QRectF(0, rect.center().y() - 3, BAR, 7)
        bar.moveLeft(rect.right() - BAR - 6 if mirrored else rect.left() + 6)
        faint = QColor(ink)
        faint.setAlpha(46)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faint)
        painter.drawRoundedRect(bar, 3, 3)
        if share > 0:
            painter.setBrush(ink if selected else self.colour)
            done = QRectF(bar)
            done.setWidth(bar.width() * share)
            done.moveLeft(bar.right() - done.width() if mirrored else bar.left())
            painter.drawRoundedRect(done, 3, 3)
        painter.setPen(ink)
        beside = rect.adjusted(4, 0, -BAR - 14, 0) if mirrored else rect.adjusted(BAR + 14, 0, -4, 0)
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, words)
        painter.restore()


def _headings(*, documents: bool) -> list[str]:
    if documents:
        return [
            translate("StartPage", "Title"),
            translate("StartPage", "Size"),
            translate("StartPage", "Language"),
            translate("StartPage", "Part of"),
            "",
            translate("StartPage", "Imported"),
        ]
    return [
        translate("StartPage", "Title"),
        translate("StartPage", "Size"),
        translate("StartPage", "Confirmed"),
        translate("StartPage", "Project"),
        translate("StartPage", "Tags"),
        translate("StartPage", "Changed"),
    ]


def _line(entry: Entry) -> _Line:
    if isinstance(entry, DocumentSummary):
        names = {
            Language.ARABIC: translate("BitextModel", "Arabic"),
            Language.ENGLISH: translate("BitextModel", "English"),
        }
        return _Line(
            (
                entry.document.title,
                plural(PARAGRAPHS, entry.paragraphs),
                names[entry.document.language],
                plural(BITEXTS, entry.used) if entry.used else "–",
                "",
                f"{entry.document.imported_at.astimezone():%Y-%m-%d %H:%M}",
            )
        )
    figure = f"{entry.confirmed} / {entry.links} ({round(100 * entry.share)} %)"
    return _Line(
        (
            entry.title,
            plural(PARAGRAPHS, max(entry.source_paragraphs, entry.target_paragraphs)),
            figure,
            entry.project,
            "; ".join([*filter(None, [", ".join(entry.place.tags)]), *words_on_people(entry)]),
            f"{entry.changed_at.astimezone():%Y-%m-%d %H:%M}",
        ),
        entry.share,
    )


def words_on_people(entry: BitextSummary) -> list[str]:
    """Who has a bitext with them, and who is to work on it."""
    away, work = translate("StartPage", "checked out: {name}"), translate("StartPage", "assigned: {name}")
    both = (away, entry.away), (work, entry.assigned)
    return [words.format(name=", ".join(map(isolated, names))) for words, names in both if names]


def _key(entry: Entry) -> tuple[bool, int]:
    if isinstance(entry, DocumentSummary):
        return True, entry.document.id
    return False, entry.id
