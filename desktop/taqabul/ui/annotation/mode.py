"""Annotating as a mode of the rows: a cursor that goes word by word, on either side, by key or by mouse."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from taqabul.domain.ids import ParagraphId
from taqabul.ui.annotation import word_cursor
from taqabul.ui.annotation.keys import VERBS, label_key, pressed
from taqabul.ui.annotation.moves import Moves
from taqabul.ui.annotation.pointer import Pointer
from taqabul.ui.annotation.word_cursor import Span, WordCursor
from taqabul.ui.bitext.cell_layout import LaidParagraph
from taqabul.ui.bitext.selection import Place
from taqabul.ui.bitext.view import BitextView


class Annotating(QObject):
    """Takes keys and clicks while it is on; what they choose is in ``cursor`` and ``held``.

    ``verb_asked`` hands on what is not about moving, ``label_asked`` a label's key and what was held down with it.
    ``moved`` follows every change of what is chosen, ``turned`` the mode's going on or off.
    """

    turned = Signal(bool)
    moved = Signal()
    verb_asked = Signal(str)
    label_asked = Signal(str, str)

    def __init__(self, view: BitextView) -> None:
        super().__init__(view)
        self._view = view
        self.is_on = False
        self.cursor: WordCursor | None = None
        self.held: list[tuple[ParagraphId, Span]] = []
        self.at: ParagraphId | None = None
        self._painted: set[int | None] = set()
        self._going = False
        self._verbs = Moves(view, self).verbs()
        self._pointer = Pointer(view, self)
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)
        view.place_changed.connect(self._on_place_changed)
        view.rows.dataChanged.connect(self._check)
        view.rows.modelReset.connect(self._check)

    def set_on(self, *, on: bool) -> None:
        """Begin, or leave."""
        if on == self.is_on:
            return
        self.is_on = on
        self.held = []
        self.cursor = None
        self._view.viewport().update()
        if on:
            self.settle()
        self.turned.emit(on)
        self._tell()

    def chosen(self) -> list[tuple[ParagraphId, Span]]:
        """The stretches to be marked: those held and the one under the cursor, each once."""
        here = [] if self.cursor is None or self.at is None else [(self.at, self.cursor.span)]
        return list(dict.fromkeys((*self.held, *here)))

    def here(self) -> tuple[Place, LaidParagraph] | None:
        """The paragraph with the cursor."""
        place = self._view.place()
        if place is None or place.paragraph is None:
            return None
        cell = self._view.cell(place.position, place.side)
        return place, cell.paragraphs[min(place.part, len(cell.paragraphs) - 1)]

    def put(self, cursor: WordCursor | None, *, place: Place | None = None) -> None:
        """Put the cursor somewhere, in another paragraph if one is given."""
        if place is not None:
            now = self._view.place()
            if now is None or (now.position, now.side, now.part) != (place.position, place.side, place.part):
                self._going = True
                self._view.go_to(place.position, place.side, place.part)
                self._going = False
        self.cursor = cursor
        here = self.here()
        self.at = None if here is None else here[1].paragraph.id
        if here is not None and cursor is not None:
            self._view.reveal_stretch(here[0], *cursor.span)
            start, end = cursor.span
            self._view.say(here[1].paragraph.text[start:end])
        self._tell()

    def go_over(self, place: Place, span: Span) -> None:
        """Choose just this stretch of a paragraph; where the mode is off, only show it."""
        if not self.is_on:
            self._view.go_to(place.position, place.side, place.part)
            self._view.reveal_stretch(place, *span)
        elif span[0] == span[1]:
            self.put(WordCursor(span, span, span[0]), place=place)
        else:
            self.put(WordCursor(span, span), place=place)

    def draw(self, cursor: WordCursor) -> None:
        """Choose more or less of the same paragraph."""
        self.cursor = cursor
        self._tell()

    def release_held(self) -> None:
        """What was held has been marked."""
        if self.held:
            self.held = []
            self._view.viewport().update()
            self._tell()

    def let_go(self) -> bool:
        """Let go what was held, then what was chosen beyond one word; False where there is no more."""
        if self.held:
            self.held = []
            self._view.viewport().update()
        elif self.cursor is not None and (
            self.cursor.gap is not None or self.cursor.anchor != self.cursor.head
        ):
            here = self.here()
            self.cursor = (
                None if here is None else word_cursor.at_word(here[1].paragraph.text, self.cursor.span[0])
            )
        else:
            return False
        self._tell()
        return True

    # Keys.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is ours before the window's verbs and the view do."""
        if not self.is_on:
            return False
        if event.type() is QEvent.Type.Resize and watched is self._view.viewport():
            QTimer.singleShot(0, self, self._stay_in_sight)  # once the rows are laid out
        if isinstance(event, QKeyEvent) and watched is self._view:
            return self._filter_key(event)
        if isinstance(event, QMouseEvent) and watched is self._view.viewport():
            return self._pointer.follow(event)
        return False

    def _filter_key(self, event: QKeyEvent) -> bool:
        if event.type() not in {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}:
            return False
        name = pressed(event)
        verb, label = VERBS.get(name), label_key(name)
        if verb is None and label is None:
            return False
        if event.type() is QEvent.Type.KeyPress:
            if verb is None and label is not None:
                self.label_asked.emit(*label)
            elif verb is not None:
                self.perform(verb)
        event.accept()
        return True

    def perform(self, verb: str) -> None:
        """Do what a key of the table stands for."""
        if verb in self._verbs:
            self._verbs[verb]()
        else:
            self.verb_asked.emit(verb)

    # Keeping in step.

    def now(self) -> tuple[Place, LaidParagraph, WordCursor] | None:
        """The paragraph with the cursor, and the cursor; None where there are no words."""
        here = self.here()
        if here is None or self.cursor is None:
            return None
        return *here, self.cursor

    def settle(self) -> None:
        """Put the cursor on what the search found in this paragraph, or on its first word."""
        here = self.here()
        if here is None:
            self.cursor, self.at = None, None
            self._tell()
            return
        laid = here[1]
        lights = self._view.painting.cells.highlights
        id_ = laid.paragraph.id
        hit = next((one for one in lights.hits.get(id_, ()) if lights.current == (id_, one[0])), None)
        text = laid.paragraph.text
        self.put(
            word_cursor.over(text, *hit, letters=True) if hit is not None else word_cursor.at_word(text, 0)
        )

    def _on_place_changed(self) -> None:
        if self.is_on and not self._going:
            self.settle()

    def _stay_in_sight(self) -> None:
        """Labels, a panel or a list took some of the rows' room."""
        now = self.now() if self.is_on else None
        if now is not None:
            self._view.reveal_stretch(now[0], *now[2].span)

    def _check(self) -> None:
        """A text may have changed under the cursor."""
        here = self.here()
        if not self.is_on or here is None:
            return
        text = here[1].paragraph.text
        if self.cursor is None or self.at != here[1].paragraph.id or self.cursor.span[1] > len(text):
            self.settle()

    def _tell(self) -> None:
        """Paint the rows that look different: those of what is chosen now and was before."""
        now = {self._row(), *self._painted} - {None}
        self._painted = {self._row()}
        view = self._view
        for row in now:
            if row is not None and row < view.rows.count:
                view.paint_rows(row, row)
        self.moved.emit()

    def _row(self) -> int | None:
        place = self._view.place()
        return None if place is None else place.position
