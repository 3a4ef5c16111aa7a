"""The fields of one label, and of one type of relation."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from taqabul.domain.labels import Label, LabelSet, Pattern, Place, RelationType
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, say, translate
from taqabul.ui.labels.label_tree import both
from taqabul.ui.labels.swatch import swatch
from taqabul.ui.labels.words_edit import WordsEdit

PATTERNS = {
    Pattern.SOLID: QT_TRANSLATE_NOOP("Labels", "Solid"),
    Pattern.DASHED: QT_TRANSLATE_NOOP("Labels", "Dashed"),
    Pattern.DOTTED: QT_TRANSLATE_NOOP("Labels", "Dotted"),
    Pattern.WAVED: QT_TRANSLATE_NOOP("Labels", "Waved"),
    Pattern.DOUBLE: QT_TRANSLATE_NOOP("Labels", "Double"),
}
PLACES = {
    Place.SPAN: QT_TRANSLATE_NOOP("Labels", "words"),
    Place.GAP: QT_TRANSLATE_NOOP("Labels", "a gap between words"),
    Place.PAIR: QT_TRANSLATE_NOOP("Labels", "a whole pair"),
}
MARKS = QT_TRANSLATE_NOOP("Labels", "%n annotation(s)")
TIES = QT_TRANSLATE_NOOP("Labels", "%n relation(s)")
ENDS_HEIGHT = 96


class LabelForm(QWidget):
    """Shows a label and what people make of it. ``changed`` gives the label as it stands in the fields."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label: Label | None = None
        self.name = WordsEdit(translate("Labels", "Name"), self)
        self.definition = WordsEdit(translate("Labels", "Definition"), self, lines=True)
        self.example = WordsEdit(translate("Labels", "Example"), self, lines=True)
        self.colour = QPushButton(self)
        self.colour.setAccessibleName(translate("Labels", "Colour"))
        self.colour.setAutoDefault(False)
        self.pattern = QComboBox(self)
        self.shortcut = QLineEdit(self, maxLength=1)
        self.shortcut.setMaximumWidth(48)
        self.parent_label = QComboBox(self)
        self.places = {place: QCheckBox(say(name), self) for place, name in PLACES.items()}
        self.deprecated = QCheckBox(
            translate("Labels", "Deprecated: shown where used, offered no more"), self
        )
        self.key = QLabel(self)
        self.key.setObjectName("quiet")
        self._lay_out()
        for signal in (
            self.name.changed,
            self.definition.changed,
            self.example.changed,
            self.pattern.activated,
            self.shortcut.textEdited,
            self.parent_label.activated,
            self.deprecated.clicked,
            *(box.clicked for box in self.places.values()),
        ):
            signal.connect(self._on_field_changed)
        self.colour.clicked.connect(self._ask_colour)

    def show_label(self, label: Label, label_set: LabelSet, used: int = 0) -> None:
        """Fill the fields; ``used`` counts the annotations with this label."""
        self._label = label
        self.name.show_words(label.name)
        self.definition.show_words(label.definition)
        self.example.show_words(label.example)
        self._show_colour(label.colour)
        self.pattern.clear()
        for pattern, name in PATTERNS.items():
            self.pattern.addItem(swatch(label.colour, pattern), say(name), pattern)
        self.pattern.setCurrentIndex(list(PATTERNS).index(label.pattern))
        self.shortcut.setText(label.shortcut.upper())
        self.parent_label.clear()
        self.parent_label.addItem(translate("Labels", "none"), None)
        for other in label_set.labels:
            if label.key not in [one.key for one in label_set.lineage(other.key)]:
                self.parent_label.addItem(both(other.name), other.key)
        self.parent_label.setCurrentIndex(max(0, self.parent_label.findData(label.parent)))
        for place, box in self.places.items():
            box.setChecked(place in label.places)
        self.deprecated.setChecked(label.deprecated)
        self.key.setText(f"{label.key}   ·   {plural(MARKS, used)}")

    def _on_field_changed(self) -> None:
        if self._label is None:
            return
        self._label = replace(
            self._label,
            name=self.name.words,
            definition=self.definition.words,
            example=self.example.words,
            pattern=Pattern(self.pattern.currentData()),
            shortcut=self.shortcut.text().strip().lower(),
            parent=self.parent_label.currentData(),
            places=tuple(place for place, box in self.places.items() if box.isChecked()),
            deprecated=self.deprecated.isChecked(),
        )
        self.changed.emit(self._label)

    def _ask_colour(self) -> None:
        if self._label is None:
            return
        chosen = QColorDialog.getColor(
            QColor(self._label.colour), self, translate("Labels", "Colour of the label")
        )
        if chosen.isValid():
            self._label = replace(self._label, colour=chosen.name())
            self._show_colour(chosen.name())
            self.changed.emit(self._label)

    def _show_colour(self, colour: str) -> None:
        pixmap = QPixmap(32, 14)
        pixmap.fill(QColor(colour))
        self.colour.setIcon(QIcon(pixmap))
        self.colour.setText(colour)

    def _lay_out(self) -> None:
        look = QHBoxLayout()
        for label, field in (
            (translate("Labels", "&Underline"), self.pattern),
            (translate("Labels", "&Key"), self.shortcut),
        ):
            named = QLabel(label, self)
            named.setBuddy(field)
            field.setAccessibleName(label.replace("&", ""))
            look.addWidget(named)
            look.addWidget(field)
        look.insertWidget(0, self.colour)
        look.addStretch(1)
        stands = QHBoxLayout()
        for box in self.places.values():
            stands.addWidget(box)
        stands.addStretch(1)
        form = QFormLayout(self)
        form.addRow(translate("Labels", "&Name"), self.name)
        form.addRow(translate("Labels", "&Definition"), self.definition)
        form.addRow(translate("Labels", "E&xample"), self.example)
        form.addRow(translate("Labels", "Colour"), look)
        form.addRow(translate("Labels", "&Below"), self.parent_label)
        form.addRow(translate("Labels", "Stands on"), stands)
        form.addRow("", self.deprecated)
        form.addRow(translate("Labels", "Kept as"), self.key)


class RelationForm(QWidget):
    """Shows a type of relation and what people make of it. ``changed`` gives it as it stands in the fields."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._relation: RelationType | None = None
        self.name = WordsEdit(translate("Labels", "Name"), self)
        self.definition = WordsEdit(translate("Labels", "Definition"), self, lines=True)
        self.across = QCheckBox(translate("Labels", "Ties the two languages; offered for counterparts"), self)
        self.sources, self.targets = QListWidget(self), QListWidget(self)
        self.deprecated = QCheckBox(
            translate("Labels", "Deprecated: shown where used, offered no more"), self
        )
        self.key = QLabel(self)
        self.key.setObjectName("quiet")
        form = QFormLayout(self)
        form.addRow(translate("Labels", "&Name"), self.name)
        form.addRow(translate("Labels", "&Definition"), self.definition)
        form.addRow("", self.across)
        form.addRow(translate("Labels", "&From (none: any)"), self.sources)
        form.addRow(translate("Labels", "&To (none: any)"), self.targets)
        form.addRow("", self.deprecated)
        form.addRow(translate("Labels", "Kept as"), self.key)
        for ends, name in ((self.sources, "From"), (self.targets, "To")):
            ends.setMaximumHeight(ENDS_HEIGHT)
            ends.setAccessibleName(
                translate("Labels", "From") if name == "From" else translate("Labels", "To")
            )
            ends.itemChanged.connect(self._on_field_changed)
        for signal in (
            self.name.changed,
            self.definition.changed,
            self.across.clicked,
            self.deprecated.clicked,
        ):
            signal.connect(self._on_field_changed)

    def show_relation(self, relation: RelationType, label_set: LabelSet, used: int = 0) -> None:
        """Fill the fields; ``used`` counts the relations of this type."""
        self._relation = None
        self.name.show_words(relation.name)
        self.definition.show_words(relation.definition)
        self.across.setChecked(relation.across)
        self.deprecated.setChecked(relation.deprecated)
        self.key.setText(f"{relation.key}   ·   {plural(TIES, used)}")
        for ends, keys in ((self.sources, relation.sources), (self.targets, relation.targets)):
            ends.clear()
            for label in label_set.labels:
                item = QListWidgetItem(swatch(label.colour, label.pattern), both(label.name), ends)
                item.setData(Qt.ItemDataRole.UserRole, label.key)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                on = label.key in keys
                item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self._relation = relation

    def _on_field_changed(self) -> None:
        if self._relation is None:
            return
        self._relation = replace(
            self._relation,
            name=self.name.words,
            definition=self.definition.words,
            across=self.across.isChecked(),
            sources=ticked(self.sources),
            targets=ticked(self.targets),
            deprecated=self.deprecated.isChecked(),
        )
        self.changed.emit(self._relation)


def ticked(choices: QListWidget) -> tuple[str, ...]:
    """The keys of the lines that are ticked."""
    lines = [choices.item(row) for row in range(choices.count())]
    return tuple(
        str(line.data(Qt.ItemDataRole.UserRole))
        for line in lines
        if line.checkState() is Qt.CheckState.Checked
    )
