"""The relations of a mark in its panel: where they lead, and by key another type, the other way, what is asked about them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidgetItem, QVBoxLayout, QWidget

from taqabul.domain.annotation import Relation
from taqabul.domain.ids import AnnotationId
from taqabul.domain.labels import Attribute
from taqabul.ui.annotation.attribute_form import AttributeForm
from taqabul.ui.annotation.key_list import KeyList
from taqabul.ui.core.i18n import translate
from taqabul.ui.core.theme import Colours

_TYPE, _TURN, _FILL = "T", "R", "A"
_TALLEST = 120
"""Pixels; more relations are scrolled to."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation as the panel lists it: ``words`` say its type, way and other end, ``asked`` what its type asks."""

    relation: Relation
    other: AnnotationId
    words: str
    asked: tuple[Attribute, ...] = ()


class TiePart(QWidget):
    """Lists relations; each signal but ``left`` gives a Tie, ``attributes_changed`` what is said of it too."""

    followed = Signal(object)
    dropped = Signal(object)
    retyped = Signal(object)
    turned = Signal(object)
    attributes_changed = Signal(object, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours: Colours | None = None
        self.list = KeyList(self, {_TYPE, _TURN, _FILL})
        self.list.setAccessibleName(translate("Annotation", "Relations of this mark"))
        self.form = AttributeForm(self)
        hint = QLabel(
            translate(
                "Annotation",
                "Relations (Enter goes there, T another type, R the other way, A fills in, Del takes away)",
            ),
            self,
        )
        hint.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for one in (hint, self.list, self.form):
            layout.addWidget(one)
        self.list.entered.connect(lambda: self._tell(self.followed.emit))
        self.list.deleted.connect(lambda: self._tell(self.dropped.emit))
        self.list.asked.connect(self._on_letter)
        self.list.left.connect(self.left)
        self.list.currentRowChanged.connect(self._on_row_changed)
        self.form.changed.connect(
            lambda values: self._tell(lambda tie: self.attributes_changed.emit(tie, values))
        )
        for left in (self.form.ended, self.form.left):
            left.connect(self.list.setFocus)

    def show_ties(self, ties: Sequence[Tie], colours: Colours) -> None:
        """List these; the cursor stays on the relation it was on."""
        before = self.chosen()
        self._colours = colours
        self.list.blockSignals(True)
        self.list.clear()
        for tie in ties:
            item = QListWidgetItem(tie.words)
            item.setData(Qt.ItemDataRole.UserRole, tie)
            self.list.addItem(item)
        ids = [tie.relation.id for tie in ties]
        if before is not None and before.relation.id in ids:
            self.list.setCurrentRow(ids.index(before.relation.id))
        self.list.blockSignals(False)
        self._on_row_changed()
        lines = sum(2 + tie.words.count("\n") for tie in ties)
        height = lines * self.list.fontMetrics().lineSpacing() + 8 * len(ties)
        self.list.setFixedHeight(min(height, _TALLEST))
        self.setVisible(bool(ties))

    def begin(self) -> None:
        """Take the keyboard, where there are relations."""
        if self.list.count():
            self.list.setCurrentRow(max(self.list.currentRow(), 0))
            self.list.setFocus()

    def chosen(self) -> Tie | None:
        """The relation under the cursor."""
        row = self.list.currentRow()
        found = self.list.item(row).data(Qt.ItemDataRole.UserRole) if row >= 0 else None
        return found if isinstance(found, Tie) else None

    def _on_row_changed(self) -> None:
        tie = self.chosen()
        self.form.setVisible(tie is not None and bool(tie.asked))
        if tie is not None and tie.asked and self._colours is not None:
            self.form.ask(tie.asked, {}, self._colours)
            self.form.show_values(tie.relation.attributes)

    def _on_letter(self, letter: str) -> None:
        if letter == _TYPE:
            self._tell(self.retyped.emit)
        elif letter == _TURN:
            self._tell(self.turned.emit)
        else:
            self.form.begin()

    def _tell(self, tell: Callable[[Tie], object]) -> None:
        tie = self.chosen()
        if tie is not None:
            tell(tie)
