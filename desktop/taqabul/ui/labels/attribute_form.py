"""What is asked about a label: the questions in their order, and the fields of one of them."""

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from taqabul.domain.labels import Attribute, AttributeKind, Choice, Condition, Words
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, say, translate
from taqabul.ui.labels.label_form import ticked
from taqabul.ui.labels.label_tree import both
from taqabul.ui.labels.words_edit import WordsEdit
from taqabul.workflow.label_editing import key_for

KINDS = {
    AttributeKind.CHOICE: QT_TRANSLATE_NOOP("Labels", "one of several choices"),
    AttributeKind.CHOICES: QT_TRANSLATE_NOOP("Labels", "any of several choices"),
    AttributeKind.TEXT: QT_TRANSLATE_NOOP("Labels", "text"),
    AttributeKind.NUMBER: QT_TRANSLATE_NOOP("Labels", "number"),
    AttributeKind.DATE: QT_TRANSLATE_NOOP("Labels", "date"),
    AttributeKind.PERSON: QT_TRANSLATE_NOOP("Labels", "person"),
    AttributeKind.FLAG: QT_TRANSLATE_NOOP("Labels", "yes or no"),
}
LIMITED = (AttributeKind.CHOICE, AttributeKind.CHOICES)
BETWEEN = "|"
LIST_WIDTH, CHOICES_HEIGHT, VALUES_HEIGHT = 190, 130, 74


class AttributesForm(QWidget):
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


class AttributeForm(QGroupBox):
    """The fields of one attribute. ``changed`` gives it as it stands in the fields."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attribute: Attribute | None = None
        self._others: tuple[Attribute, ...] = ()
        self.name = WordsEdit(translate("Labels", "Question"), self)
        self.definition = WordsEdit(translate("Labels", "What is meant"), self)
        self.kind = QComboBox(self)
        for kind, name in KINDS.items():
            self.kind.addItem(say(name), kind)
        self.choices = QTableWidget(0, 3, self)
        self.default = QLineEdit(self)
        self.default.setPlaceholderText(translate("Labels", "several values parted by |"))
        self.required = QCheckBox(translate("Labels", "Must be answered"), self)
        self.when = QComboBox(self)
        self.values = QListWidget(self)
        self._lay_out()
        for signal in (
            self.name.changed,
            self.definition.changed,
            self.choices.itemChanged,
            self.default.textEdited,
            self.required.clicked,
            self.values.itemChanged,
        ):
            signal.connect(self._on_field_changed)
        self.kind.activated.connect(self._on_kind_activated)
        self.when.activated.connect(self._on_when_activated)

    def show_attribute(self, attribute: Attribute, others: tuple[Attribute, ...]) -> None:
        """Fill the fields; ``others`` may be conditions."""
        self._attribute, self._others = None, others
        self.setTitle(attribute.key)
        self.name.show_words(attribute.name)
        self.definition.show_words(attribute.definition)
        self.kind.setCurrentIndex(list(KINDS).index(attribute.kind))
        self.choices.setVisible(attribute.kind in LIMITED)
        self.choices.setRowCount(len(attribute.choices) + 1)
        for row, choice in enumerate((*attribute.choices, Choice("", Words()))):
            for column, text in enumerate((choice.name.english, choice.name.arabic, choice.key)):
                self.choices.setItem(row, column, QTableWidgetItem(text))
        self.default.setText(BETWEEN.join(attribute.default))
        self.required.setChecked(attribute.required)
        self.when.clear()
        self.when.addItem(translate("Labels", "always"), None)
        for other in others:
            self.when.addItem(both(other.name), other.key)
        condition = attribute.when
        self.when.setCurrentIndex(self.when.findData(condition.attribute) if condition else 0)
        self._show_values(condition)
        self._attribute = attribute

    def rename(self, key: str) -> None:
        """Take over another key."""
        if self._attribute is not None:
            self._attribute = replace(self._attribute, key=key)
            self.setTitle(key)

    def _show_values(self, condition: Condition | None) -> None:
        other = next((one for one in self._others if condition and one.key == condition.attribute), None)
        choices = other.choices if other else ()
        self.values.setVisible(bool(choices))
        self.values.clear()
        for choice in choices:
            item = QListWidgetItem(both(choice.name), self.values)
            item.setData(Qt.ItemDataRole.UserRole, choice.key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            on = condition is not None and choice.key in condition.values
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def _on_kind_activated(self) -> None:
        self._on_field_changed()
        if self._attribute is not None:
            self.choices.setVisible(self._attribute.kind in LIMITED)

    def _on_when_activated(self) -> None:
        key = self.when.currentData()
        self.values.blockSignals(True)
        self._show_values(Condition(key) if key else None)
        self.values.blockSignals(False)
        self._on_field_changed()

    def _on_field_changed(self) -> None:
        if self._attribute is None:
            return
        kind, key = AttributeKind(self.kind.currentData()), self.when.currentData()
        default = (one.strip() for one in self.default.text().split(BETWEEN))
        self._attribute = replace(
            self._attribute,
            name=self.name.words,
            definition=self.definition.words,
            kind=kind,
            choices=self._read_choices() if kind in LIMITED else (),
            default=tuple(one for one in default if one),
            required=self.required.isChecked(),
            when=Condition(key, ticked(self.values)) if key else None,
        )
        self.changed.emit(self._attribute)

    def _read_choices(self) -> tuple[Choice, ...]:
        """The choices of the table; a line that was begun below them is one more, and another is put below it."""
        found: list[Choice] = []
        table = self.choices
        for row in range(table.rowCount()):
            english, arabic, key = (_cell(table, row, column) for column in range(3))
            if english or arabic or key:
                name = Words(english, arabic)
                found.append(Choice(key or key_for(name, [one.key for one in found], "choice"), name))
        table.blockSignals(True)
        for row, choice in enumerate(found[: table.rowCount()]):
            if not _cell(table, row, 2) and (_cell(table, row, 0) or _cell(table, row, 1)):
                table.setItem(row, 2, QTableWidgetItem(choice.key))
        if any(_cell(table, table.rowCount() - 1, column) for column in range(3)):
            table.insertRow(table.rowCount())
        table.blockSignals(False)
        return tuple(found)

    def _lay_out(self) -> None:
        self.choices.setHorizontalHeaderLabels(
            [translate("Labels", "English"), translate("Labels", "Arabic"), translate("Labels", "Kept as")]
        )
        self.choices.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.choices.verticalHeader().hide()
        self.choices.setTabKeyNavigation(False)
        self.choices.setAccessibleName(translate("Labels", "Choices"))
        self.choices.setMinimumHeight(CHOICES_HEIGHT)
        self.values.setAccessibleName(translate("Labels", "Where it is one of"))
        self.values.setMaximumHeight(VALUES_HEIGHT)
        form = QFormLayout(self)
        form.addRow(translate("Labels", "&Question"), self.name)
        form.addRow(translate("Labels", "&Meaning"), self.definition)
        form.addRow(translate("Labels", "&Kind"), self.kind)
        form.addRow(translate("Labels", "&Choices"), self.choices)
        form.addRow(translate("Labels", "&Begins with"), self.default)
        form.addRow("", self.required)
        form.addRow(translate("Labels", "&Asked"), self.when)
        form.addRow("", self.values)


def _following(attribute: Attribute, key: str, now: str) -> Attribute:
    """An attribute that depends on one whose key changes."""
    condition = attribute.when
    if condition is None or condition.attribute != key:
        return attribute
    return replace(attribute, when=replace(condition, attribute=now))


def _cell(table: QTableWidget, row: int, column: int) -> str:
    item = table.item(row, column)
    return item.text().strip() if item is not None else ""
