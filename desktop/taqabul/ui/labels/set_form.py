"""The fields of a whole set, and its guidelines."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from taqabul.domain.labels import LabelSet, Purpose
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, say, translate
from taqabul.ui.labels.words_edit import WordsEdit

PURPOSES = {
    Purpose.PLAIN: QT_TRANSLATE_NOOP("Labels", "Labels, nothing more"),
    Purpose.CLAIMS: QT_TRANSLATE_NOOP("Labels", "Claims, gathered on the claims page"),
    Purpose.ERRORS: QT_TRANSLATE_NOOP("Labels", "Translation errors, which are scored"),
}


class SetForm(QWidget):
    """Name, purpose and description of a set. ``changed`` gives the set as it stands in the fields."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._set: LabelSet | None = None
        self.name = WordsEdit(translate("Labels", "Name of the set"), self)
        self.description = WordsEdit(translate("Labels", "Description"), self, lines=True)
        self.purpose = QComboBox(self)
        for purpose, name in PURPOSES.items():
            self.purpose.addItem(say(name), purpose)
        self.key = QLabel(self)
        self.key.setObjectName("quiet")
        form = QFormLayout(self)
        form.addRow(translate("Labels", "&Name"), self.name)
        form.addRow(translate("Labels", "&Description"), self.description)
        form.addRow(translate("Labels", "&Purpose"), self.purpose)
        form.addRow(translate("Labels", "Kept as"), self.key)
        self.name.changed.connect(self._on_field_changed)
        self.description.changed.connect(self._on_field_changed)
        self.purpose.activated.connect(self._on_field_changed)

    def show_set(self, shown: LabelSet) -> None:
        """Fill the fields."""
        self._set = shown
        self.name.show_words(shown.name)
        self.description.show_words(shown.description)
        self.purpose.setCurrentIndex(list(PURPOSES).index(shown.purpose))
        self.key.setText(shown.key)

    def _on_field_changed(self) -> None:
        if self._set is None:
            return
        self._set = replace(
            self._set,
            name=self.name.words,
            description=self.description.words,
            purpose=Purpose(self.purpose.currentData()),
        )
        self.changed.emit(self._set)


class GuidelinesForm(QWidget):
    """The guidelines as Markdown. ``changed`` gives the set with what was typed."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._set: LabelSet | None = None
        self.words = WordsEdit(translate("Labels", "Guidelines"), self, lines=True, fixed=False)
        hint = QLabel(translate("Labels", "Markdown: # heading, **bold**, - list, | table |"), self)
        hint.setObjectName("quiet")
        layout = QVBoxLayout(self)
        layout.addWidget(self.words, 1)
        layout.addWidget(hint)
        self.words.changed.connect(self._on_words_changed)

    def show_set(self, shown: LabelSet) -> None:
        """Fill the fields."""
        self._set = shown
        self.words.show_words(shown.guidelines)

    def _on_words_changed(self) -> None:
        if self._set is not None:
            self._set = replace(self._set, guidelines=self.words.words)
            self.changed.emit(self._set)
