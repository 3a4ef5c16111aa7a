"""Marks that lost their words when a text was corrected: what they said, where that may stand now, one key to put them there."""

from html import escape

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from taqabul.domain.annotation import Annotation, Span
from taqabul.text.direction import dir_attribute, isolated
from taqabul.ui.annotation.key_list import KeyList
from taqabul.ui.annotation.label_book import LabelBook
from taqabul.ui.annotation.quotes import in_place, quoted
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, say, translate
from taqabul.ui.core.mixed_words import window_way
from taqabul.ui.core.theme import Colours
from taqabul.workflow.annotating.orphans import Guess, Orphan

COUNT = QT_TRANSLATE_NOOP("Orphans", "%n lost stretch(es)")
_KEYS = QT_TRANSLATE_NOOP("Orphans", "Enter puts it on the first of the places below; Del lets it go.")
_NO_PLACE = QT_TRANSLATE_NOOP(
    "Orphans",
    "No place says the like any more. Choose words in the texts (Esc, A), come back (Ctrl+Alt+O) and press Alt+C; Del lets it go.",
)
Lost = tuple[Orphan, int]
"""A mark, and which of its lost stretches."""


class OrphansPanel(QWidget):
    """Lists lost stretches. ``chosen_changed`` wishes guesses, ``gone_to`` to see the place of one, the others say what shall become of one."""

    chosen_changed = Signal()
    placed = Signal(object, object)
    placed_here = Signal(object)
    let_go = Signal(object)
    gone_to = Signal(object)
    left = Signal()
    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours: Colours | None = None
        self.count = QLabel(self)
        self.list = KeyList(self)
        self.list.setAccessibleName(translate("Orphans", "Marks that lost their words"))
        self.hint = QLabel(self)
        self.context = QLabel(self)
        self.context.setWordWrap(True)
        self.context.setTextFormat(Qt.TextFormat.RichText)
        self.places = KeyList(self)
        self.places.setAccessibleName(translate("Orphans", "Where the words may stand now"))
        self.places.setMaximumHeight(130)
        self.here = QPushButton(translate("Orphans", "Put it on what is &chosen"), self)
        self.here.setToolTip(translate("Orphans", "The words chosen in the texts while annotating is on"))
        self.forget = QPushButton(translate("Orphans", "Let it go"), self)
        self._lay_out()
        self.list.currentRowChanged.connect(lambda _row: self._show_context())
        self.list.entered.connect(self._place_first)
        self.list.deleted.connect(self._let_go)
        self.list.left.connect(self.left)
        self.places.entered.connect(self._place_chosen)
        self.places.passed.connect(self._go)
        self.places.itemClicked.connect(lambda _item: self._go())
        self.places.left.connect(self.list.setFocus)
        self.here.clicked.connect(lambda: self._tell(self.placed_here))
        self.forget.clicked.connect(self._let_go)

    def show_orphans(self, orphans: list[Orphan], book: LabelBook, colours: Colours) -> None:
        """List these."""
        self._colours = colours
        before = self.list.currentRow()
        self.list.blockSignals(True)
        self.list.clear()
        for orphan in orphans:
            for number, span in enumerate(orphan.annotation.lost):
                item = QListWidgetItem(f"{book.name(orphan.annotation)}: {in_place(span)}")
                item.setData(Qt.ItemDataRole.UserRole, (orphan, number))
                self.list.addItem(item)
        self.list.blockSignals(False)
        self.count.setText(plural(COUNT, self.list.count()))
        if self.list.count():
            self.list.setCurrentRow(min(max(before, 0), self.list.count() - 1))
        self._show_context()

    def show_guesses(self, guesses: list[Guess]) -> None:
        """Offer these places for the stretch under the bar."""
        self.places.clear()
        self.places.setVisible(bool(guesses))
        self.hint.setText(say(_KEYS if guesses else _NO_PLACE))
        for guess in guesses:
            item = QListWidgetItem(f"{round(guess.score * 100)} %  {quoted(guess.quote)}")
            item.setData(Qt.ItemDataRole.UserRole, guess)
            self.places.addItem(item)
        if guesses:
            self.places.setCurrentRow(0)

    def chosen(self) -> Lost | None:
        """The stretch under the bar."""
        row = self.list.currentRow()
        found: Lost | None = self.list.item(row).data(Qt.ItemDataRole.UserRole) if row >= 0 else None
        return found

    def begin(self) -> None:
        """Take the keyboard."""
        self.list.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody looks."""
        super().showEvent(event)
        self.shown.emit()

    def _show_context(self) -> None:
        found = self.chosen()
        self.places.clear()
        self.hint.clear()
        for widget in (self.here, self.forget):
            widget.setEnabled(found is not None)
        if found is None or self._colours is None:
            self.context.setText(escape(translate("Orphans", "Every mark is on its words.")))
            return
        orphan, number = found
        self.context.setText(context_html(orphan.annotation, orphan.annotation.lost[number], self._colours))
        self.chosen_changed.emit()

    def _guess(self, row: int) -> Guess | None:
        item = self.places.item(row) if 0 <= row < self.places.count() else None
        guess: Guess | None = None if item is None else item.data(Qt.ItemDataRole.UserRole)
        return guess

    def _place_first(self) -> None:
        self._place(0)

    def _place_chosen(self) -> None:
        self._place(self.places.currentRow())

    def _place(self, row: int) -> None:
        found, guess = self.chosen(), self._guess(row)
        if found is not None and guess is not None:
            self.placed.emit(found, guess)

    def _go(self) -> None:
        guess = self._guess(self.places.currentRow())
        if guess is not None:
            self.gone_to.emit(guess)

    def _let_go(self) -> None:
        self._tell(self.let_go)

    def _tell(self, signal: SignalInstance) -> None:
        found = self.chosen()
        if found is not None:
            signal.emit(found)

    def _lay_out(self) -> None:
        self.hint.setWordWrap(True)
        self.hint.setObjectName("quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(4)
        layout.addWidget(self.count)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.hint)
        layout.addWidget(self.context)
        layout.addWidget(self.places)
        buttons = QHBoxLayout()
        buttons.addWidget(self.here)
        buttons.addWidget(self.forget)
        layout.addLayout(buttons)


def context_html(annotation: Annotation, lost: Span, colours: Colours) -> str:
    """What stood around a lost stretch, the stretch struck out, and who marked it."""
    muted, gone = colours.muted.name(), colours.deleted.name()
    words = (
        f"<s style='color:{gone}'>{escape(lost.quote)}</s>"
        if lost.quote
        else f"<b style='color:{gone}'>‸</b>"
    )
    around = dir_attribute(lost.prefix + lost.quote + lost.suffix)
    return (
        f"<p {around}><span style='color:{muted}'>{escape(f'…{lost.prefix}' if lost.prefix else '')}</span>{words}"
        f"<span style='color:{muted}'>{escape(f'{lost.suffix}…' if lost.suffix else '')}</span></p>"
        f"<p {window_way()} style='color:{muted}'>{escape(isolated(annotation.author))}, {annotation.created_at.astimezone():%Y-%m-%d}</p>"
    )
