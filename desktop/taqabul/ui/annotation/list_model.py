"""The marks of a bitext as a list, all or those of a filter."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from taqabul.domain.annotation import AnnotationStatus
from taqabul.domain.language import Language, Side
from taqabul.ui.annotation.label_book import LabelBook
from taqabul.ui.annotation.pens import draw_line, line_colour
from taqabul.ui.annotation.status_buttons import STATUSES
from taqabul.ui.bitext.look import Look
from taqabul.ui.core.i18n import say, translate
from taqabul.ui.core.mixed_words import elided
from taqabul.workflow.annotating.listing import Listed

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
_PAD = 8


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of the marks is listed; "" and None stand for any. ``label`` is "set/label"."""

    label: str = ""
    author: str = ""
    status: AnnotationStatus | None = None
    orphans: bool = False

    def lets(self, one: Listed) -> bool:
        """Whether a mark passes."""
        mark = one.annotation
        return (
            self.label in {"", f"{mark.label_set}/{mark.label}"}
            and self.author in {"", mark.author}
            and self.status in {None, mark.status}
            and (mark.is_orphan or not self.orphans)
        )


class MarksModel(QAbstractListModel):
    """Marks in the order of the rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.book = LabelBook()
        self.everything: list[Listed] = []
        self.shown: list[Listed] = []
        self._wanted = Wanted()

    def show_marks(self, marks: Sequence[Listed], book: LabelBook) -> None:
        """List these."""
        self.everything, self.book = list(marks), book
        self.want(self._wanted)

    def want(self, wanted: Wanted) -> None:
        """List only some of them."""
        self.beginResetModel()
        self._wanted = wanted
        self.shown = [one for one in self.everything if wanted.lets(one)]
        self.endResetModel()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """One line a mark."""
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The mark itself for the painter, its words for people who listen."""
        if not index.isValid() or index.row() >= len(self.shown):
            return None
        one = self.shown[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return one
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{self.book.name(one.annotation)}: {one.source} {one.target}".strip()
        return one.annotation.comment or None if role == Qt.ItemDataRole.ToolTipRole else None


class MarkDelegate(QStyledItemDelegate):
    """Paints a mark: label, author and status; below, its words on each side, each in its own direction."""

    def __init__(self, look: Look, languages: dict[Side, Language], parent: QWidget) -> None:
        super().__init__(parent)
        self.look, self._languages = look, languages

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """A line of labels and two of words."""
        return QSize(200, QFontMetrics(option.font).height() * 3 + 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one."""
        one: Listed | None = index.data(Qt.ItemDataRole.UserRole)
        model = index.model()
        if one is None or not isinstance(model, MarksModel):
            return
        colours = self.look.colours
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colours.selected)
        painter.setPen(colours.line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        metrics = QFontMetrics(option.font)
        height = metrics.height()
        line = QRect(rect.left() + _PAD, rect.top() + 4, rect.width() - 2 * _PAD, height)
        self._head(painter, line, one, model.book, metrics)
        texts = [
            (side, text) for side, text in ((Side.SOURCE, one.source), (Side.TARGET, one.target)) if text
        ]
        if not texts:
            self._whole(painter, line.translated(0, height + 3))
        for number, (side, text) in enumerate(texts, start=1):
            place = line.translated(0, number * (height + 3))
            self._words(painter, place, text, self._languages[side], metrics)
        painter.restore()

    def _head(
        self, painter: QPainter, line: QRect, one: Listed, book: LabelBook, metrics: QFontMetrics
    ) -> None:
        mark, colours = one.annotation, self.look.colours
        label = book.label(mark)
        colour = line_colour(label.colour, colours)
        way, under = painter.layoutDirection(), line.center().y() + 3
        swatch = QStyle.visualRect(way, line, QRect(line.left(), line.top(), 22, line.height()))
        draw_line(painter, swatch.left(), swatch.right() + 1, under, label.pattern, colour, chosen=True)
        name = f"{'⚠ ' if mark.is_orphan else ''}{book.name(mark)}"
        words = QStyle.visualRect(way, line, line.adjusted(28, 0, 0, 0))
        name = elided(name, metrics, words.width())
        painter.setPen(colours.text)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        status = f" · {say(STATUSES[mark.status])}"
        # What it is comes before whose it is.
        room = words.width() - metrics.horizontalAdvance(name + status) - 8
        said = elided(mark.author, metrics, room) + status if room > metrics.height() else ""
        painter.setPen(colours.muted)
        painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, said)

    def _whole(self, painter: QPainter, line: QRect) -> None:
        painter.setPen(self.look.colours.muted)
        words = translate("Annotation", "the whole pair")
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _words(
        self, painter: QPainter, line: QRect, text: str, language: Language, metrics: QFontMetrics
    ) -> None:
        rtl = language is Language.ARABIC
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        painter.setPen(self.look.colours.text)
        shown = elided(text, metrics, line.width())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(
            line, flags | (Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft), shown
        )
        painter.restore()
