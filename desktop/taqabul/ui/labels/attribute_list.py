"""What is asked about a label: the questions in their order, and the fields of the one chosen."""

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPushButton, QVBoxLayout, QWidget

from taqabul.domain.labels import Attribute, AttributeKind, Words
from taqabul.ui.core.i18n import translate
from taqabul.ui.labels.attribute_form import AttributeForm
from taqabul.ui.labels.label_tree import both
from taqabul.workflow.label_editing import key_for

LIST_WIDTH = 190
NOTHING = Attribute("", AttributeKind.TEXT, Words())


class AttributeList(QWidget):
    """Shows the attributes of a label or relation. ``changed`` gives them as people left them."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own: tuple[Attribute, ...] = ()
        self._asked: tuple[Attribute, ...] = ()
        self._kept: Collection[str] = ()
        self.list = QListWidget(self)
        self.list.setAccessibleName(translate("Labels", "Questions"))
        self.list.setMaximumWidth(LIST_WIDTH)
        self.add = QPushButton(translate("Labels", "&Add"), self)
        self.remove = QPushButton(translate("Labels", "&Remove"), self)
        self.up = QPushButton(translate("Labels", "&Up"), self)
        self.down = QPushButton(translate("Labels", "Do&wn"), self)
        self.form = AttributeForm(self)
        left, buttons = QVBoxLayout(), QHBoxLayout()
        below = QHBoxLayout()
        left.addWidget(self.list, 1)
        for layout, pair in ((buttons, (self.add, self.remove)), (below, (self.up, self.down))):
            for button in pair:
                button.setAutoDefault(False)
                layout.addWidget(button)
            left.addLayout(layout)
        whole = QHBoxLayout(self)
        whole.addLayout(left)
        whole.addWidget(self.form, 1)
        self.list.currentRowChanged.connect(self._on_list_current_row_changed)
        self.form.changed.connect(self._on_form_changed)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))

    def show_attributes(
        self, own: tuple[Attribute, ...], asked: tuple[Attribute, ...], kept: Collection[str]
    ) -> None:
        """Fill the fields: ``own`` can be changed, ``asked`` may be conditions, ``kept`` are keys that stay."""
        self._own, self._asked, self._kept = own, asked, kept
        self._fill(max(0, self.list.currentRow()))

    def _fill(self, row: int) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for attribute in self._own:
            self.list.addItem(both(attribute.name) or attribute.key)
        self.list.setCurrentRow(min(row, len(self._own) - 1))
        self.list.blockSignals(False)
        self._on_list_current_row_changed(self.list.currentRow())

    def _on_list_current_row_changed(self, row: int) -> None:
        there = 0 <= row < len(self._own)
        self.form.setEnabled(there)
        self.remove.setEnabled(there)
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < len(self._own) - 1)
        if there:
            others = tuple(one for one in self._asked if one.key != self._own[row].key)
            self.form.show_attribute(self._own[row], others)
        else:
            self.form.show_attribute(NOTHING, ())

    def _on_form_changed(self, attribute: Attribute) -> None:
        row = self.list.currentRow()
        before = self._own[row]
        if attribute.name != before.name and before.key not in self._kept:
            taken = [one.key for one in (*self._own, *self._asked) if one.key != before.key]
            attribute = replace(attribute, key=key_for(attribute.name, taken, "question"))
            self.form.rename(attribute.key)
        others = [_following(one, before.key, attribute.key) for one in self._own]
        self._put((*others[:row], attribute, *others[row + 1 :]))
        self.list.item(row).setText(both(attribute.name) or attribute.key)

    def _add(self) -> None:
        name = Words(translate("Labels", "New question"))
        taken = [one.key for one in (*self._own, *self._asked)]
        self._put((*self._own, Attribute(key_for(name, taken, "question"), AttributeKind.TEXT, name)))
        self._fill(len(self._own) - 1)
        self.form.name.english.setFocus()
        self.form.name.english.selectAll()

    def _remove(self) -> None:
        row = self.list.currentRow()
        self._put(self._own[:row] + self._own[row + 1 :])
        self._fill(row)

    def _move(self, step: int) -> None:
        row = self.list.currentRow()
        moved = list(self._own)
        moved[row], moved[row + step] = moved[row + step], moved[row]
        self._put(tuple(moved))
        self._fill(row + step)

    def _put(self, own: tuple[Attribute, ...]) -> None:
        self._own = own
        self.changed.emit(own)


def _following(attribute: Attribute, key: str, now: str) -> Attribute:
    """An attribute that depends on one whose key changes."""
    condition = attribute.when
    if condition is None or condition.attribute != key:
        return attribute
    return replace(attribute, when=replace(condition, attribute=now))
