"""The label sets of a library: looked at, changed, saved as new versions, given to files and taken from them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QMessageBox, QWidget

from taqabul.domain.errors import AppError
from taqabul.domain.label_rules import faults
from taqabul.domain.labels import Attribute, Label, LabelSet
from taqabul.ui.core.i18n import translate
from taqabul.ui.labels import sets_layout
from taqabul.ui.labels.label_tree import Spot, both
from taqabul.ui.labels.set_draft import SetDraft, Word
from taqabul.ui.labels.versions_dialog import VersionsDialog
from taqabul.workflow import label_sets
from taqabul.workflow.library import Library


class LabelSetsDialog(QDialog):
    """Changes label sets. ``saved`` gives each set that was saved or taken in."""

    saved = Signal(object)

    def __init__(self, library: Library, folder: str, shown: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Labels", "Label sets"))
        self._library, self._folder = library, folder
        self.draft = SetDraft(library)
        self.parts = sets_layout.Parts(self)
        self._connect()
        self._fill_chooser(shown)

    def save(self) -> bool:
        """Keep the set as its next version; False where that cannot be."""
        try:
            kept = self.draft.save()
        except AppError as error:
            self.parts.tell(f"{error.message} {error.hint}")
            return False
        self._keep(kept)
        self.parts.tell(translate("Labels", "Saved as version {n}.").format(n=kept.version))
        return True

    def take_in(self, path: Path) -> None:
        """Take a set from a file into the library, and show it."""
        try:
            taken = label_sets.import_set(self._library, path)
        except AppError as error:
            self.parts.tell(f"{error.message} {error.hint}")
            return
        self._keep(taken)
        self.parts.tell(translate("Labels", "Taken in as version {n}.").format(n=taken.version))

    def give_out(self, path: Path) -> None:
        """Write the set as last saved to a file."""
        try:
            label_sets.export_set(self.draft.sets[self.draft.now.key], path)
        except AppError as error:
            self.parts.tell(f"{error.message} {error.hint}")
            return
        self.parts.tell(translate("Labels", "Written to {path}.").format(path=path))

    def reject(self) -> None:
        """Leave; what was not saved is asked about."""
        if self._may_leave():
            super().reject()

    # What the buttons do.

    def _add_set(self) -> None:
        name, agreed = QInputDialog.getText(
            self, translate("Labels", "New set"), translate("Labels", "Name of the set, in English:")
        )
        if agreed and name.strip() and self._may_leave():
            self._keep(self.draft.new_set(name))

    def _add(self, *, below: bool) -> None:
        spot = self.parts.tree.spot
        if spot is not None and spot.relation:
            self._add_relation()
            return
        self._take(self.draft.add_label(spot, below=below))
        self._name_it(self.parts.label.name.english)

    def _add_relation(self) -> None:
        self._take(self.draft.add_relation())
        self._name_it(self.parts.relation.name.english)

    def _name_it(self, field: QWidget) -> None:
        self.parts.tabs.setCurrentIndex(0)
        field.setFocus()
        field.selectAll()  # type: ignore[attr-defined]

    def _move(self, step: int) -> None:
        spot = self.parts.tree.spot
        if spot is not None:
            self.draft.move(spot, step)
            self._take(spot)

    def _remove(self) -> None:
        spot = self.parts.tree.spot
        if spot is not None:
            self._take(self.draft.remove(spot))

    def _show_versions(self) -> None:
        dialog = VersionsDialog(label_sets.versions(self._library, self.draft.now.key), self)
        if dialog.exec() == VersionsDialog.DialogCode.Accepted:
            self.draft.take_up(dialog.chosen)
            self._take(None)
        dialog.deleteLater()

    def _ask_import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self,
            translate("Labels", "Take in a label set"),
            self._folder,
            translate("Labels", "Label sets (*.json)"),
        )
        if name and self._may_leave():
            self.take_in(Path(name))

    def _ask_export(self) -> None:
        place = Path(self._folder) / f"{self.draft.now.key}.json"
        name, _ = QFileDialog.getSaveFileName(
            self,
            translate("Labels", "Write the label set"),
            str(place),
            translate("Labels", "Label sets (*.json)"),
        )
        if name and (not self.draft.is_changed or self.save()):
            self.give_out(Path(name))

    # What follows from a change.

    def _on_chooser_activated(self) -> None:
        key = self.parts.chooser.currentData()
        if key != self.draft.now.key and self._may_leave():
            self.draft.turn_to(key)
            self._take(None)
        self._fill_chooser(self.draft.now.key, anew=False)

    def _on_word_changed(self, word: Word) -> None:
        """A label or relation was changed in its form."""
        spot = self.parts.tree.spot
        if spot is not None and self.draft.word(spot) is not None:
            self._take(self.draft.put(spot, word))

    def _on_set_changed(self, changed: LabelSet) -> None:
        self.draft.now = changed
        self._take(self.parts.tree.spot)

    def _on_attributes_changed(self, own: tuple[Attribute, ...]) -> None:
        """Take over questions without filling the form they come from again."""
        spot = self.parts.tree.spot
        word = self.draft.word(spot)
        if spot is not None and word is not None:
            changed = replace(word, attributes=own)
            self.draft.put(spot, changed)
            self._show_word(changed)
            self._show_whole()

    def _take(self, spot: Spot | None) -> None:
        self.parts.tree.show_set(self.draft.now, spot)
        self._show()

    def _keep(self, kept: LabelSet) -> None:
        """Go on from what the library holds now."""
        spot = self.parts.tree.spot if kept.key == self.draft.now.key else None
        self.draft.reread()
        self._fill_chooser(kept.key)
        self.parts.tree.go_to(spot)
        self.saved.emit(kept)

    def _show(self) -> None:
        """Fill the forms with what the cursor is on."""
        parts, spot = self.parts, self.parts.tree.spot
        word = self.draft.word(spot)
        if word is not None:
            self._show_word(word)
        parts.show_word(word)
        if spot is not None and word is not None:
            stay = self.draft.keys_that_stay(spot)
            parts.attributes.show_attributes(word.attributes, self.draft.asked(word), stay)
        else:
            parts.attributes.show_attributes((), (), [])
        self._show_whole()

    def _show_word(self, word: Word) -> None:
        if isinstance(word, Label):
            self.parts.label.show_label(word, self.draft.now, self.draft.used(word))
        else:
            self.parts.relation.show_relation(word, self.draft.now, self.draft.used(word))

    def _show_whole(self) -> None:
        """Show what is said of the whole set, and what stands against saving it."""
        self.parts.set_form.show_set(self.draft.now)
        self.parts.guidelines.show_set(self.draft.now)
        wrong = faults(self.draft.now)
        self.parts.tell("\n".join(wrong[:2]), warning=bool(wrong))
        self.parts.save.setEnabled(self.draft.is_changed and not wrong)

    def _may_leave(self) -> bool:
        if not self.draft.is_changed:
            return True
        box = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self,
            translate("Labels", "Changes not saved"),
            translate("Labels", "Save the changes to “{name}” first?").format(name=both(self.draft.now.name)),
            box.Save | box.Discard | box.Cancel,
        )
        return answer == box.Discard or (answer == box.Save and self.save())

    def _fill_chooser(self, key: str, *, anew: bool = True) -> None:
        chooser = self.parts.chooser
        chooser.clear()
        for one in self.draft.sets.values():
            chooser.addItem(f"{both(one.name)}   ({one.version})", one.key)
        chooser.setCurrentIndex(max(0, chooser.findData(key)))
        if anew:
            self.draft.turn_to(chooser.currentData())
            self._take(None)

    def _connect(self) -> None:
        parts = self.parts
        parts.chooser.activated.connect(self._on_chooser_activated)
        parts.tree.currentItemChanged.connect(lambda _now, _before: self._show())
        parts.label.changed.connect(self._on_word_changed)
        parts.relation.changed.connect(self._on_word_changed)
        parts.attributes.changed.connect(self._on_attributes_changed)
        parts.set_form.changed.connect(self._on_set_changed)
        parts.guidelines.changed.connect(self._on_set_changed)
        verbs: tuple[tuple[QWidget, Callable[[], object], str], ...] = (
            (parts.add, lambda: self._add(below=False), "Ins"),
            (parts.add_below, lambda: self._add(below=True), "Shift+Ins"),
            (parts.add_relation, self._add_relation, "Ctrl+Ins"),
            (parts.remove, self._remove, "Del"),
            (parts.up, lambda: self._move(-1), "Alt+Up"),
            (parts.down, lambda: self._move(1), "Alt+Down"),
        )
        for button, verb, key in verbs:
            button.clicked.connect(verb)  # type: ignore[attr-defined]
            QShortcut(QKeySequence(key), parts.tree, verb, context=Qt.ShortcutContext.WidgetShortcut)
        parts.new_set.clicked.connect(self._add_set)
        parts.versions.clicked.connect(self._show_versions)
        parts.take_in.clicked.connect(self._ask_import)
        parts.give_out.clicked.connect(self._ask_export)
        parts.save.clicked.connect(self.save)
        parts.close.clicked.connect(self.reject)
        QShortcut(QKeySequence.StandardKey.Save, self, self.save)
