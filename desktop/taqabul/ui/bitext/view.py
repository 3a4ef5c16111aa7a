"""The bitext on the screen: state, source, links, target; a cursor that knows paragraphs."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QWidget

from taqabul.domain.ids import LinkId, ParagraphId
from taqabul.domain.language import Side
from taqabul.ui.bitext.laid_rows import LaidRows
from taqabul.ui.bitext.look import Look
from taqabul.ui.bitext.model import BitextModel, Column, column_of, paragraphs_of
from taqabul.ui.bitext.reading_ahead import ReadingAhead
from taqabul.ui.bitext.row_table_view import Index
from taqabul.ui.bitext.selection import Place
from taqabul.ui.bitext.view_mouse import ViewMouse
from taqabul.ui.bitext.view_painter import ViewPainter
from taqabul.ui.core.i18n import translate

Move = QAbstractItemView.CursorAction


class BitextView(LaidRows):
    """Rows of links.

    ``place_changed`` says that the cursor went elsewhere, ``link_drawn`` that somebody drew a line from a
    paragraph (a Place) to one of the other side.
    """

    place_changed = Signal()
    link_drawn = Signal(object, object)
    edit_asked = Signal()
    zoom_asked = Signal(int)

    def __init__(self, model: BitextModel, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(model, look, parent)
        self.part = 0
        self._next_part: int | None = None
        self.painting = ViewPainter(self)
        self.mouse = ViewMouse(self)
        self.ahead = ReadingAhead(self)
        self.attach(model)
        self._dress()
        model.table_read.connect(self.viewport().update)

    def place(self) -> Place | None:
        """Where the cursor is; None in an empty bitext."""
        index = self.currentIndex()
        if not index.isValid() or index.row() >= self.rows.count:
            return None
        side = Column(index.column()).side or Side.SOURCE
        return self.place_in(index.row(), side, self.part)

    def place_in(self, position: int, side: Side, part: int) -> Place:
        """A place by its numbers."""
        row = self.rows.row(position)
        return Place(position, row, side, min(part, max(0, len(paragraphs_of(row, side)) - 1)))

    def place_of(self, position: int, paragraph: ParagraphId) -> Place | None:
        """The place of a paragraph in a row; None where the row does not hold it."""
        for side in Side:
            ids = [one.id for one in paragraphs_of(self.rows.row(position), side)]
            if paragraph in ids:
                return self.place_in(position, side, ids.index(paragraph))
        return None

    def neighbour(self, place: Place, step: int) -> Place | None:
        """The place of the paragraph after another on the same side (before it, with -1); None at the ends."""
        part = place.part + step
        if 0 <= part < len(place.paragraphs):
            return self.place_in(place.position, place.side, part)
        position = place.position + step
        if not 0 <= position < self.rows.count:
            return None
        last = len(self.cell(position, place.side).paragraphs) - 1
        return self.place_in(position, place.side, 0 if step > 0 else max(0, last))

    def go_to(self, position: int, side: Side | None = None, part: int = 0) -> None:
        """Put the cursor on a row (on the side it is on, unless told), select the row and show it."""
        if not 0 <= position < self.rows.count:
            return
        if self.rows.cache.known(self.rows.link_at(position)) is None:
            self.expect_row(position)
        now = Column(max(0, self.currentIndex().column())).side or Side.SOURCE
        index = self.rows.index(position, column_of(side or now))
        self._next_part = part
        # Not setCurrentIndex: what it selects depends on the keys held down, and Ctrl+Z holds one.
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
        self._next_part = None
        self.take_part(part)
        self.scrollTo(index)

    def go_to_link(self, link: LinkId, side: Side | None = None, part: int = 0) -> bool:
        """``go_to`` a link, even one that a filter hides; False where there is no such link."""
        position = self.rows.reveal(link)
        self.go_to(position, side, part)
        return position >= 0

    def selected_positions(self) -> list[int]:
        """The selected rows, ascending."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def moving_parts(self) -> list[QRect]:
        """The texts and states: what is drawn between the texts leads from row to row, or out of the window."""
        if self.mouse.line is not None or any(
            one.isVisible() for one in self.viewport().findChildren(QWidget)
        ):
            return []
        area, header = self.viewport().rect(), self.horizontalHeader()
        left, width = header.sectionViewportPosition(Column.LINKS), header.sectionSize(Column.LINKS)
        return [area.adjusted(0, 0, left - area.width(), 0), area.adjusted(left + width, 0, 0, 0)]

    def part_shown(self, index: Index) -> tuple[int, int | None]:
        """The paragraph under the cursor, in a cell of several."""
        side = Column(index.column()).side
        if side is None or index != self.currentIndex():
            return 0, None
        cell = self.cell(index.row(), side)
        return (
            cell.stretch(min(self.part, len(cell.paragraphs) - 1)) if len(cell.paragraphs) > 1 else (0, None)
        )

    # Keys.

    def moveCursor(self, action: Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Where a key leads: up and down by paragraphs, then rows; left and right between the texts."""
        if self.rows.count == 0:
            return QModelIndex()
        current = self.currentIndex()
        if not current.isValid():
            return self.rows.index(0, Column.SOURCE)
        side = Column(current.column()).side or Side.SOURCE
        row = current.row()
        self._next_part = 0
        if action is Move.MoveLeft:
            side = Side.SOURCE
        elif action is Move.MoveRight:
            side = Side.TARGET
        elif action in {Move.MoveUp, Move.MoveDown}:
            whole = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
            row = self._stepped(row, side, 1 if action is Move.MoveDown else -1, whole=whole)
        elif action in {Move.MovePageUp, Move.MovePageDown}:
            row = self._paged(row, 1 if action is Move.MovePageDown else -1)
        elif action in {Move.MoveHome, Move.MoveEnd}:
            row = 0 if action is Move.MoveHome else self.rows.count - 1
        return self.rows.index(row, column_of(side))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Qt move the cursor; a step to another paragraph of the same cell is ours."""
        self._next_part = None
        before = self.currentIndex()
        super().keyPressEvent(event)
        self._arrive(before)

    def _arrive(self, before: Index) -> None:
        """A key may have led to another paragraph of the same cell."""
        if self._next_part is not None and self.currentIndex() == before:
            self.take_part(self._next_part)
            self.scrollTo(before)
        self._next_part = None

    def keyboardSearch(self, _search: str) -> None:
        """Letters are verbs here."""

    def currentChanged(self, current: Index, previous: Index) -> None:
        """The cursor went to another cell, by key or by mouse."""
        self.part = self._next_part or 0
        super().currentChanged(current, previous)
        self.place_changed.emit()

    # Mouse.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the row, the side and the paragraph under the pointer."""
        if self.mouse.follow(event):
            return
        super().mousePressEvent(event)
        self.mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw a link, or select rows."""
        if not self.mouse.move(event) and event.buttons():
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let a drawn link go."""
        self.mouse.release(event)
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit the paragraph under the pointer."""
        self.mouse.press(event)
        self.edit_asked.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll by pixels; with Ctrl, zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_asked.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tooltips name the crossing link under the pointer."""
        if event.type() is QEvent.Type.ToolTip and self.mouse.tooltip(event):
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that are in the window."""
        self.painting.paint(event)

    def take_part(self, part: int) -> None:
        """Put the cursor on a paragraph of the present cell."""
        if part != self.part:
            self.part = part
            self.viewport().update()
            self.place_changed.emit()
            self._announce()

    def _announce(self) -> None:
        """Tell people who listen the paragraph gone to: to Qt the cursor is still in the same cell."""
        place = self.place()
        if place is not None and place.paragraph is not None:
            self.say(f"{place.paragraph.number}. {place.paragraph.text}")

    def say(self, words: str) -> None:
        """Say something to people who listen."""
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _stepped(self, row: int, side: Side, step: int, *, whole: bool) -> int:
        parts = len(self.cell(row, side).paragraphs)
        part = min(self.part, max(0, parts - 1)) + step
        if not whole and 0 <= part < parts:
            self._next_part = part
            return row
        goal = min(max(row + step, 0), self.rows.count - 1)
        if goal == row:
            self._next_part = self.part
        elif step < 0 and not whole:
            self._next_part = max(0, len(self.cell(goal, side).paragraphs) - 1)
        return goal

    def _paged(self, row: int, step: int) -> int:
        """A page on: the cursor keeps its height in the window."""
        y = self.places.y_of(row)
        self.places.scroll(step * int(self.places.height * 0.9))
        self.settle()
        goal = self.places.row_at(min(max(y, 0), max(0, self.places.height - 1)))
        if goal in {row, -1}:
            goal = min(max(row + step, 0), self.rows.count - 1)
        return goal

    def _dress(self) -> None:
        self.setAccessibleName(translate("BitextView", "Pairs of paragraphs"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # all of it is painted by us
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
