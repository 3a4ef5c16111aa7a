"""The lines of a concordance for Qt: hits at once, their texts by pages."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from taqabul.domain.ids import ParagraphId
from taqabul.domain.language import Side
from taqabul.text.direction import language_of
from taqabul.ui.core.i18n import translate
from taqabul.ui.search.snippets import Snippet, marks
from taqabul.workflow.library import Library
from taqabul.workflow.searching import Hit
from taqabul.workflow.searching.concordance import Line, lines
from taqabul.workflow.word_links import Stretch

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
PAGE = 40
WHERE, FOUND, FACING = range(3)


class ConcordanceModel(QAbstractTableModel):
    """One row a hit: where it stands, its context, what faces it."""

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._lines: dict[int, Line | None] = {}
        self._words: dict[int, list[Stretch]] = {}
        self.hits: tuple[Hit, ...] = ()

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Show other hits."""
        self.beginResetModel()
        self.hits = tuple(hits)
        self._lines.clear()
        self._words.clear()
        self.endResetModel()

    def line(self, row: int) -> Line | None:
        """A line in full; None where what it shows is not there any more."""
        if row not in self._lines:
            start = row // PAGE * PAGE
            page = self.hits[start : start + PAGE]
            found = {line.hit: line for line in lines(self._library, page)}
            self._lines |= {start + number: found.get(hit) for number, hit in enumerate(page)}
        return self._lines[row]

    def without_words(self, rows: Iterable[int]) -> list[tuple[int, Line]]:
        """Those of the rows for whose hits nobody has looked yet which words face them."""
        wanted = ((row, self.line(row)) for row in rows if row not in self._words)
        return [(row, line) for row, line in wanted if line is not None and line.facing()]

    def put_words(self, words: dict[int, list[Stretch]]) -> None:
        """Show which words face some hits."""
        self._words |= {row: stretches for row, stretches in words.items() if row < len(self.hits)}
        for row in words:
            self.dataChanged.emit(self.index(row, FACING), self.index(row, FACING))

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """One row a hit."""
        return 0 if parent.isValid() else len(self.hits)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Where, found, facing."""
        return 0 if parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The columns' titles."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is Qt.Orientation.Vertical:
            return None
        return (
            translate("Concordance", "Where"),
            translate("Concordance", "Found"),
            translate("Concordance", "What faces it"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell, for people who listen and for copying."""
        if not index.isValid() or role not in {
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        }:
            return None
        line = self.line(index.row())
        if line is None:
            return translate("Concordance", "no longer there")
        if index.column() == WHERE:
            return where_of(line)
        return line.text if index.column() == FOUND else "\n".join(one.text for one in line.facing())

    def snippet(self, row: int, column: int) -> Snippet | None:
        """What a cell of text shows; None where there is nothing."""
        line = self.line(row)
        if line is None or column == WHERE:
            return None
        if column == FOUND:
            language = line.language or language_of(line.text) or line.target_language
            return Snippet(
                line.text, language, marks([(line.hit.start, line.hit.end)], "hit"), line.hit.start
            )
        return _facing(line, self._words.get(row, ()))


def where_of(line: Line) -> str:
    """Where a hit stands, in words."""
    if line.hit.note is not None:
        place = translate("Concordance", "note")
    else:
        place = translate("Concordance", "paragraph {n}").format(n=line.number)
    return f"{line.title}\n{place}"


def _facing(line: Line, words: Sequence[Stretch]) -> Snippet | None:
    """What faces a hit, with the words that stand for it marked."""
    paragraphs = line.facing()
    if not paragraphs:
        return None
    starts: dict[ParagraphId, int] = {}
    at = 0
    for one in paragraphs:
        starts[one.id] = at
        at += len(one.text) + 1
    spans = [
        (starts[one.paragraph] + one.start, starts[one.paragraph] + one.end)
        for one in words
        if one.paragraph in starts
    ]
    language = line.source_language if line.hit.side is Side.TARGET else line.target_language
    text = " ".join(one.text for one in paragraphs)
    return Snippet(text, language, marks(spans, "word"), spans[0][0] if spans else 0)
