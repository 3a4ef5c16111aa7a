"""Draws two versions beside each other with what differs marked: struck through before, underlined after."""

from typing import Literal

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from taqabul.domain.language import Direction, Language
from taqabul.text.changes import Change
from taqabul.text.direction import isolated
from taqabul.text.offsets import to_utf16
from taqabul.text.showing import LINE_BREAK, Display, shown
from taqabul.ui.bitext.view import BitextView
from taqabul.ui.core.fonts import TextFonts
from taqabul.ui.dialogs.pair_table import LANGUAGE

CHANGES = Qt.ItemDataRole.UserRole + 2
"""The role that gives a cell's stretches: what is the same, and what this version has alone."""

Index = QModelIndex | QPersistentModelIndex
Kind = Literal["removed", "added"]
PAD = 4


class VersionPainter(QStyledItemDelegate):
    """Lays a version out in the direction and font of its language; what stands out has the colours of the rows."""

    def __init__(self, view: BitextView, fonts: TextFonts, parent: QTableView) -> None:
        super().__init__(parent)
        self._view, self._fonts, self._table = view, fonts, parent

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Take direction and font from the language."""
        super().initStyleOption(option, index)
        said = index.data(LANGUAGE)  # Qt hands a string on, whatever kind of string it was given
        if said in set(Language):
            rtl = Language(said).direction is Direction.RTL
            option.direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
            option.font = self._fonts.of(Language(said))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As tall as the text is in the column's width."""
        made = QStyleOptionViewItem(option)
        self.initStyleOption(made, index)
        width = self._table.columnWidth(index.column())
        layout = self._laid_out(made, index, width - 2 * PAD)
        natural = int(layout.boundingRect().width()) + 2 * PAD + 2
        return QSize(natural, int(layout.boundingRect().height()) + 2 * PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell; the chosen line has the ground of chosen rows, on which marks stay readable."""
        made = QStyleOptionViewItem(option)
        self.initStyleOption(made, index)
        colours = self._view.look.colours
        painter.save()
        if made.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(made.rect, colours.selected)
        inside = QRectF(made.rect).adjusted(PAD, PAD, -PAD, -PAD)
        painter.setClipRect(made.rect)
        painter.setPen(colours.text)
        self._laid_out(made, index, int(inside.width())).draw(painter, inside.topLeft())
        painter.restore()

    def _laid_out(self, option: QStyleOptionViewItem, index: Index, width: int) -> QTextLayout:
        changes: list[Change] = index.data(CHANGES) or [Change("same", str(index.data() or ""))]
        rtl = option.direction is Qt.LayoutDirection.RightToLeft
        text, formats = self._marked(changes, option.direction, has_language=bool(index.data(LANGUAGE)))
        layout = QTextLayout(text, option.font)
        way = QTextOption(Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
        way.setTextDirection(option.direction)
        way.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(way)
        layout.setFormats(formats)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(20, width))
            line.setPosition(QPointF(0, y))
            y += line.height()
        layout.endLayout()
        return layout

    def _marked(
        self, changes: list[Change], way: Qt.LayoutDirection, *, has_language: bool
    ) -> tuple[str, list[QTextLayout.FormatRange]]:
        """The text of a cell and how its stretches look; what is unseen is named where it makes a difference."""
        direction = Direction.RTL if way is Qt.LayoutDirection.RightToLeft else Direction.LTR
        text, formats = "", []
        for change in changes:
            if has_language:
                made = shown(change.text, direction, Display(unseen=change.kind != "same")).text
            else:
                made = isolated(change.text).replace("\n", LINE_BREAK)
            if change.kind != "same":
                formats.append(
                    self._format(change.kind, to_utf16(text, len(text)), to_utf16(made, len(made)))
                )
            text += made
        return text, formats

    def _format(self, kind: Kind, start: int, length: int) -> QTextLayout.FormatRange:
        colours = self._view.look.colours
        shape = QTextCharFormat()
        shape.setForeground(colours.deleted if kind == "removed" else colours.inserted)
        shape.setFontStrikeOut(kind == "removed")
        shape.setFontUnderline(kind == "added")
        made = QTextLayout.FormatRange()
        made.start, made.length, made.format = start, length, shape
        return made


def versions(before: str, after: str, found: list[Change]) -> tuple[list[Change], list[Change]]:
    """The stretches of the version before and of the one after, out of the differences between them."""
    return (
        [one for one in found if one.kind != "added"] or [Change("same", before)],
        [one for one in found if one.kind != "removed"] or [Change("same", after)],
    )
