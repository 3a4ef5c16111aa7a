"""The label sets of a library: looked at, changed, saved as new versions, given to files and taken from them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QMessageBox, QWidget

from taqabul.domain.errors import AppError
from taqabul.domain.label_rules import faults
from taqabul.domain.labels import Attribute, Label, LabelSet, Purpose, RelationType, Words
from taqabul.ui.core.i18n import translate
from taqabul.ui.labels import sets_layout
from taqabul.ui.labels.label_tree import Spot, both
from taqabul.ui.labels.versions_dialog import VersionsDialog
from taqabul.workflow import label_editing, label_sets
from taqabul.workflow.library import Library


class LabelSetsDialog(QDialog):
    """Changes label sets. ``saved`` gives each set that was saved or taken in."""

    saved = Signal(object)

    def __init__(self, library: Library, folder: str, shown: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Labels", "Label sets"))
        self._library, self._folder = library, folder
        self._sets = label_sets.label_sets(library)
        self.parts = sets_layout.Parts(self)
        self.draft = next(iter(self._sets.values()))
        self._use = label_sets.use_of(library, self.draft.key)
        self._connect()
        self._fill_chooser(shown)

    @property
    def is_changed(self) -> bool:
        """Whether something would be lost by leaving."""
        return self.draft != self._sets.get(self.draft.key)

    def save(self) -> bool:
        """Keep the set as its next version; False where that cannot be."""
        try:
            kept = label_sets.save_set(self._library, self.draft)
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
            label_sets.export_set(self._sets[self.draft.key], path)
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
            words = Words(name.strip())
            key = label_editing.key_for(words, list(self._sets), "set")
            self._keep(label_sets.save_set(self._library, LabelSet(key, 1, words, Purpose.PLAIN)))

    def _add(self, *, below: bool) -> None:
        spot = self.parts.tree.spot
        if spot is not None and spot.relation:
            self._add_relation()
            return
        here = self.draft.label(spot.key) if spot is not None else None
        parent = here.key if here and below else here.parent if here else None
        draft, key = label_editing.add_label(self.draft, Words(translate("Labels", "New label")), parent)
        self._take(draft, Spot(relation=False, key=key))
        self._name_it(self.parts.label.name.english)

    def _add_relation(self) -> None:
        name = Words(translate("Labels", "New relation"))
        draft, key = label_editing.add_relation(self.draft, name)
        self._take(draft, Spot(relation=True, key=key))
        self._name_it(self.parts.relation.name.english)

    def _name_it(self, field: QWidget) -> None:
        self.parts.tabs.setCurrentIndex(0)
        field.setFocus()
        field.selectAll()  # type: ignore[attr-defined]

    def _move(self, step: int) -> None:
        spot = self.parts.tree.spot
        if spot is not None:
            move = label_editing.move_relation if spot.relation else label_editing.move_label
            self._take(move(self.draft, spot.key, step), spot)

    def _remove(self) -> None:
        """Take out what was never saved; deprecate what was, or bring it back."""
        spot = self.parts.tree.spot
        if spot is None:
            return
        if not self._was_saved(spot):
            drop = label_editing.drop_relation if spot.relation else label_editing.drop_label
            self._take(drop(self.draft, spot.key), None)
            return
        word = self._word(spot)
        if word is not None:
            self._on_word_changed(replace(word, deprecated=not word.deprecated))
            self._show()

    def _show_versions(self) -> None:
        dialog = VersionsDialog(label_sets.versions(self._library, self.draft.key), self)
        if dialog.exec() == VersionsDialog.DialogCode.Accepted:
            newest = self._sets[self.draft.key]
            self._take(label_sets.brought_together(dialog.chosen, newest), None)
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
        place = Path(self._folder) / f"{self.draft.key}.json"
        name, _ = QFileDialog.getSaveFileName(
            self,
            translate("Labels", "Write the label set"),
            str(place),
            translate("Labels", "Label sets (*.json)"),
        )
        if name and (not self.is_changed or self.save()):
            self.give_out(Path(name))

    # What follows from a change.

    def _on_chooser_activated(self) -> None:
        key = self.parts.chooser.currentData()
        if key != self.draft.key and self._may_leave():
            self._use = label_sets.use_of(self._library, key)
            self._take(self._sets[key], None)
        self._fill_chooser(self.draft.key, anew=False)

    def _on_word_changed(self, word: Label | RelationType) -> None:
        """A label or relation was changed in its form; one that was never saved takes its key from its name."""
        spot = self.parts.tree.spot
        before = self._word(spot) if spot is not None else None
        if spot is None or before is None:
            return
        if word.name != before.name and not self._was_saved(spot):
            words = self.draft.relations if spot.relation else self.draft.labels
            taken = [one.key for one in words if one.key != spot.key]
            word = replace(word, key=label_editing.key_for(word.name, taken, "label"))
        if isinstance(word, Label):
            draft = label_editing.put_label(self.draft, spot.key, word)
        else:
            draft = label_editing.put_relation(self.draft, spot.key, word)
        self._take(draft, Spot(spot.relation, word.key))

    def _on_attributes_changed(self, own: tuple[Attribute, ...]) -> None:
        spot = self.parts.tree.spot
        word = self._word(spot) if spot is not None else None
        if spot is not None and word is not None:
            self._put_quietly(replace(word, attributes=own), spot)

    def _put_quietly(self, word: Label | RelationType, spot: Spot) -> None:
        """Take over a change without filling the form it comes from again."""
        if isinstance(word, Label):
            self.draft = label_editing.put_label(self.draft, spot.key, word)
            self.parts.label.show_label(word, self.draft, self._use.labels.get(word.key, 0))
        else:
            self.draft = label_editing.put_relation(self.draft, spot.key, word)
            self.parts.relation.show_relation(word, self.draft, self._use.relations.get(word.key, 0))
        self.parts.set_form.show_set(self.draft)
        self.parts.guidelines.show_set(self.draft)
        self._judge()

    def _take(self, draft: LabelSet, spot: Spot | None) -> None:
        self.draft = draft
        self.parts.tree.show_set(draft, spot)
        self._show()

    def _keep(self, kept: LabelSet) -> None:
        """Go on from what the library holds now."""
        spot = self.parts.tree.spot if kept.key == self.draft.key else None
        self._sets = label_sets.label_sets(self._library)
        self.draft = self._sets[kept.key]
        self._fill_chooser(kept.key)
        self.parts.tree.go_to(spot)
        self.saved.emit(kept)

    def _show(self) -> None:
        """Fill the forms with what the cursor is on."""
        parts, spot = self.parts, self.parts.tree.spot
        word = self._word(spot) if spot is not None else None
        kept = self._sets.get(self.draft.key)
        saved: tuple[Attribute, ...] = ()
        asked: tuple[Attribute, ...] = ()
        if isinstance(word, Label):
            parts.label.show_label(word, self.draft, self._use.labels.get(word.key, 0))
            asked = self.draft.attributes_of(word.key)
            before = kept.label(word.key) if kept else None
            saved = before.attributes if before else ()
        elif word is not None:
            parts.relation.show_relation(word, self.draft, self._use.relations.get(word.key, 0))
            asked = word.attributes
            tie = kept.relation(word.key) if kept else None
            saved = tie.attributes if tie else ()
        parts.show_word(word)
        parts.attributes.show_attributes(word.attributes if word else (), asked, [one.key for one in saved])
        parts.set_form.show_set(self.draft)
        parts.guidelines.show_set(self.draft)
        self._judge()

    def _judge(self) -> None:
        """Say what stands against saving."""
        wrong = faults(self.draft)
        self.parts.tell("\n".join(wrong[:2]), warning=bool(wrong))
        self.parts.save.setEnabled(self.is_changed and not wrong)

    def _word(self, spot: Spot) -> Label | RelationType | None:
        return self.draft.relation(spot.key) if spot.relation else self.draft.label(spot.key)

    def _was_saved(self, spot: Spot) -> bool:
        kept = self._sets.get(self.draft.key)
        if kept is None:
            return False
        return (kept.relation(spot.key) if spot.relation else kept.label(spot.key)) is not None

    def _may_leave(self) -> bool:
        if not self.is_changed:
            return True
        box = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self,
            translate("Labels", "Changes not saved"),
            translate("Labels", "Save the changes to “{name}” first?").format(name=both(self.draft.name)),
            box.Save | box.Discard | box.Cancel,
        )
        return answer == box.Discard or (answer == box.Save and self.save())

    def _fill_chooser(self, key: str, *, anew: bool = True) -> None:
        chooser = self.parts.chooser
        chooser.clear()
        for one in self._sets.values():
            chooser.addItem(f"{both(one.name)}   ({one.version})", one.key)
        chooser.setCurrentIndex(max(0, chooser.findData(key)))
        if anew:
            self._use = label_sets.use_of(self._library, chooser.currentData())
            self._take(self._sets[chooser.currentData()], None)

    def _connect(self) -> None:
        parts = self.parts
        parts.chooser.activated.connect(self._on_chooser_activated)
        parts.tree.currentItemChanged.connect(lambda _now, _before: self._show())
        parts.label.changed.connect(self._on_word_changed)
        parts.relation.changed.connect(self._on_word_changed)
        parts.attributes.changed.connect(self._on_attributes_changed)
        parts.set_form.changed.connect(lambda draft: self._take(draft, parts.tree.spot))
        parts.guidelines.changed.connect(lambda draft: self._take(draft, parts.tree.spot))
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
