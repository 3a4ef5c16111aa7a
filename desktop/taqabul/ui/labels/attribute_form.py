"""The fields of one of the questions that are asked about a label."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGroupBox,
    QHeaderView,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTableWidget,
    QTableWidgetItem,
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
CHOICES_HEIGHT, VALUES_HEIGHT = 130, 74


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


def _cell(table: QTableWidget, row: int, column: int) -> str:
    item = table.item(row, column)
    return item.text().strip() if item is not None else ""
