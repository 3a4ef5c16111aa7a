"""Lights up the word under the pointer, or under a caret, and the words that face it."""

from collections import OrderedDict
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QTextLine

from taqabul.domain.ids import ParagraphId
from taqabul.domain.language import Side
from taqabul.text.tokens import words
from taqabul.ui.bitext.cell_layout import LaidParagraph
from taqabul.ui.bitext.model import column_of
from taqabul.ui.bitext.view import BitextView
from taqabul.ui.core.jobs import Job, JobRunner
from taqabul.workflow.rows import Row
from taqabul.workflow.word_links import RowWordLink, Stretch, WordLinker, counterparts

PAUSE_MS: Final = 120
"""How long the pointer rests on a word before anything is asked: who crosses the window wants nothing."""
_KEPT: Final = 60


class Word(NamedTuple):
    """A word of a row that somebody points at."""

    row: Row
    side: Side
    stretch: Stretch


class WordLights(QObject):
    """Follows the mouse over a view, and whoever else calls ``point``; links are found in a thread.

    ``lit`` tells which stretches light up now, the word itself first.
    """

    lit = Signal(object)

    def __init__(self, view: BitextView, linker: WordLinker, runner: JobRunner) -> None:
        super().__init__(view)
        self._view, self.linker, self._runner = view, linker, runner
        self._kept: OrderedDict[object, list[RowWordLink]] = OrderedDict()
        self._wanted: Word | None = None
        self._job: Job[list[RowWordLink]] | None = None
        self._at = QPoint()
        self._shown = True
        self._even_alone = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._on_pause_over)
        view.viewport().installEventFilter(self)
        for signal in (view.rows.dataChanged, view.rows.modelReset, view.rows.rowsRemoved):
            signal.connect(self.clear)

    @property
    def waits(self) -> bool:
        """Whether the pointer has yet to rest, or links are being looked for."""
        return self._pause.isActive() or self._job is not None

    def set_shown(self, shown: bool) -> None:
        """Turn the lights on or off for good."""
        self._shown = shown
        self.clear()

    def show(self, stretches: list[Stretch]) -> None:
        """Light up these stretches, until somebody points at something."""
        self._pause.stop()
        self._wanted = None
        self._put(stretches)

    def point(self, word: Word | None, *, even_alone: bool = False) -> None:
        """Light up a word and what faces it, as soon as that is known; nothing for None.

        A word that nothing faces stays dark, unless it is to be seen ``even_alone``.
        """
        self._pause.stop()
        self._even_alone = even_alone
        if word == self._wanted:
            return
        self._wanted = word if self._shown or even_alone else None
        self._light()

    def clear(self) -> None:
        """Nobody points at anything, and nothing is lit."""
        self._pause.stop()
        self._wanted = None
        self._put([])

    def stop(self) -> None:
        """Follow nothing any more."""
        self._view.viewport().removeEventFilter(self)
        self.clear()
        if self._job is not None:
            self._job.cancel()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See where the mouse goes; the view goes on to do with it what it does."""
        if event.type() is QEvent.Type.MouseMove and isinstance(event, QMouseEvent) and self._shown:
            self._at = event.position().toPoint()
            if event.buttons() == Qt.MouseButton.NoButton:
                self._pause.start()
        elif event.type() is QEvent.Type.Leave:
            self.point(None)
        return super().eventFilter(watched, event)

    def word_at(self, point: QPoint) -> Word | None:
        """The word under a point of the viewport."""
        place = self._view.mouse.place_at(point)
        if place is None or place.paragraph is None:
            return None
        cell = self._view.cell(place.position, place.side)
        laid = cell.paragraphs[place.part]
        rect = QRectF(self._view.cell_rect(place.position, column_of(place.side)))
        at = _character_at(
            laid, QPointF(point) - self._view.layouts.text_rect(laid, rect, rtl=cell.rtl).topLeft()
        )
        text = laid.paragraph.text
        for start, end in words(text) if at is not None else ():
            if start <= laid.position(at or 0) < end:
                return Word(place.row, place.side, Stretch(laid.paragraph.id, start, end))
        return None

    def _on_pause_over(self) -> None:
        self.point(self.word_at(self._at))

    def _light(self) -> None:
        word = self._wanted
        found: list[Stretch] = []
        if word is not None and not word.row.link.is_one_sided:
            links = self._links(word.row)
            facing = counterparts(links or (), word.side, word.stretch)
            found = [word.stretch, *facing] if facing or self._even_alone else []
        elif word is not None and self._even_alone:
            found = [word.stretch]
        self._put(found)

    def _put(self, found: list[Stretch]) -> None:
        lights: dict[int, list[tuple[int, int]]] = {}
        for stretch in found:
            lights.setdefault(stretch.paragraph, []).append((stretch.start, stretch.end))
        if lights != self._view.painting.cells.words:
            before, self._view.painting.cells.words = self._view.painting.cells.words, lights
            self._view.paint_paragraphs({ParagraphId(one) for one in (*before, *lights)})
            self.lit.emit(found)

    def _links(self, row: Row) -> list[RowWordLink] | None:
        """A row's links, if they are at hand; else they are looked for."""
        key = _told_by(row)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if self._job is None:
            self._job = self._runner.start(
                lambda _progress: self.linker.links(row), lambda links: self._take(key, links), self._raise
            )
        return None

    def _take(self, key: object, links: list[RowWordLink]) -> None:
        self._job = None
        self._kept[key] = links
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        if self._wanted is not None:
            self._light()

    def _raise(self, error: Exception) -> None:
        self._job = None
        raise error


def _told_by(row: Row) -> object:
    """All that a row's word links depend on: once a text changes, the links found before are not its."""
    return (
        row.link.sentences,
        tuple((one.id, one.text, one.sentences) for one in (*row.source, *row.target)),
    )


def _character_at(laid: LaidParagraph, point: QPointF) -> int | None:
    """The UTF-16 unit of the character drawn at a point of a paragraph; None beside its lines."""
    for number in range(laid.layout.lineCount()):
        line = laid.layout.lineAt(number)
        if line.naturalTextRect().contains(point):
            found = line.xToCursor(point.x(), QTextLine.CursorPosition.CursorOnCharacter)
            return int(found)
    return None
