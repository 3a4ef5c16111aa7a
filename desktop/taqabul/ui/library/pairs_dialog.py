"""The pairs found in a folder, for confirmation: leave some out, or give a text another partner."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from taqabul.domain.language import Language
from taqabul.domain.options import ImportOptions
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, translate
from taqabul.ui.core.mixed_words import MixedWords
from taqabul.workflow.mending import advised
from taqabul.workflow.pairing import FoundFile, FoundPairs

FIRST, SECOND, SURE, DOUBTS = range(4)
FILE = Qt.ItemDataRole.UserRole
PAIRS = QT_TRANSLATE_NOOP("PairsDialog", "Import %n pair(s)")
Index = QModelIndex | QPersistentModelIndex


class PairsDialog(QDialog):
    """One row an Arabic text (or a file with both languages); F2 or a double click changes its partner."""

    def __init__(
        self, found: FoundPairs, projects: Sequence[str], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("PairsDialog", "Pairs of texts in {name}").format(name=name))
        self.resize(860, 520)
        texts = [one for pair in found.pairs for one in pair.files] + list(found.alone)
        self._english = {one.name: one for one in texts if one.language is Language.ENGLISH}
        self.table = QTableWidget(0, 4, self)
        self.mend = QCheckBox(translate("PairsDialog", "&Mend what is advised"), self)
        self.mend.setVisible(any(one.doubts for one in texts))
        self.left_over = QLabel(self)
        self.left_over.setWordWrap(True)
        self.left_over.setObjectName("quiet")
        self.project = QComboBox(self)
        self.project.setEditable(True)
        self.project.addItems(["", *projects])
        self.project.setCurrentText(name)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.agree = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._dress()
        for pair in found.pairs:
            self._add(pair.files[0], pair.files[1] if len(pair.files) > 1 else None, pair.score)
        for one in found.alone:
            if one.language is Language.ARABIC:
                self._add(one, None, None)
        self._lay_out(found)
        self.table.itemChanged.connect(self._on_item_changed)
        self._tell()
        if self.table.rowCount():
            self.table.setCurrentCell(0, FIRST)

    def pairs(self) -> list[list[Path]]:
        """The files to be imported together."""
        return [files for row in range(self.table.rowCount()) if (files := self._files(row))]

    def options(self) -> ImportOptions:
        """How the files shall be read."""
        return ImportOptions(repairs=advised() if self.mend.isChecked() else frozenset())

    def project_name(self) -> str:
        """The project they shall go to, empty for none."""
        return self.project.currentText().strip()

    def partner_names(self) -> list[str]:
        """The English texts one may choose from."""
        return sorted(self._english)

    def _add(self, one: FoundFile, other: FoundFile | None, score: float | None) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        both = one.language is None
        first = QTableWidgetItem(one.name)
        first.setData(FILE, one)
        first.setToolTip(str(one.path))
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        first.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable)
        first.setCheckState(Qt.CheckState.Checked if both or other else Qt.CheckState.Unchecked)
        second = QTableWidgetItem(
            translate("PairsDialog", "both languages in one file") if both else other.name if other else ""
        )
        second.setFlags(flags if both else flags | Qt.ItemFlag.ItemIsEditable)
        sure = QTableWidgetItem("" if score is None or both else f"{score * 100:.0f} %")
        sure.setFlags(flags)
        doubts = QTableWidgetItem("")
        doubts.setFlags(flags)
        for column, item in enumerate((first, second, sure, doubts)):
            self.table.setItem(row, column, item)
        self._tell_doubts(row)

    def _files(self, row: int) -> list[Path]:
        first, second = self.table.item(row, FIRST), self.table.item(row, SECOND)
        if first is None or second is None or first.checkState() != Qt.CheckState.Checked:
            return []
        one: FoundFile = first.data(FILE)
        if one.language is None:
            return [one.path]
        other = self._english.get(second.text())
        return [one.path, other.path] if other is not None else []

    def _tell_doubts(self, row: int) -> None:
        """Say what had better be looked at in the two files of a row."""
        first, second, told = (self.table.item(row, column) for column in (FIRST, SECOND, DOUBTS))
        if first is None or second is None or told is None:
            return
        one: FoundFile = first.data(FILE)
        other = self._english.get(second.text())
        words = "; ".join(dict.fromkeys((*one.doubts, *(other.doubts if other is not None else ()))))
        told.setText(words)
        told.setToolTip(words)

    def _on_item_changed(self, item: QTableWidgetItem) -> None:
        """A partner was changed: whoever had it before lets it go; or a row was ticked."""
        self.table.blockSignals(True)
        if item.column() == SECOND:
            for row in range(self.table.rowCount()):
                other, first = self.table.item(row, SECOND), self.table.item(row, FIRST)
                if other is None or first is None or row == item.row():
                    continue
                if item.text() and other.text() == item.text():
                    other.setText("")
                    first.setCheckState(Qt.CheckState.Unchecked)
            first, sure = self.table.item(item.row(), FIRST), self.table.item(item.row(), SURE)
            if first is not None and sure is not None:
                first.setCheckState(Qt.CheckState.Checked if item.text() else Qt.CheckState.Unchecked)
                sure.setText("")
            self._tell_doubts(item.row())
        self.table.blockSignals(False)
        self._tell()

    def _tell(self) -> None:
        rows = range(self.table.rowCount())
        taken = {item.text() for row in rows if (item := self.table.item(row, SECOND)) is not None}
        left = [name for name in self.partner_names() if name not in taken]
        self.left_over.setText(
            translate("PairsDialog", "English texts without a partner: {names}").format(
                names=", ".join(left[:12]) + (" …" if len(left) > 12 else "")
            )
            if left
            else ""
        )
        self.left_over.setVisible(bool(left))
        count = len(self.pairs())
        self.agree.setText(plural(PAIRS, count))
        self.agree.setEnabled(count > 0)

    def _dress(self) -> None:
        self.table.setAccessibleName(translate("PairsDialog", "Pairs"))
        self.table.setHorizontalHeaderLabels(
            [
                translate("PairsDialog", "Arabic text"),
                translate("PairsDialog", "English version"),
                translate("PairsDialog", "Alike"),
                translate("PairsDialog", "To look at"),
            ]
        )
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(
            QTableWidget.EditTrigger.EditKeyPressed | QTableWidget.EditTrigger.DoubleClicked
        )
        self.table.setItemDelegate(MixedWords(self.table))
        self.table.setItemDelegateForColumn(SECOND, _PartnerDelegate(self))
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setColumnHidden(DOUBTS, self.mend.isHidden())
        header.setSectionResizeMode(SURE, QHeaderView.ResizeMode.ResizeToContents)

    def _lay_out(self, found: FoundPairs) -> None:
        words = translate(
            "PairsDialog",
            "Texts were paired by their names. Space takes a pair in or leaves it out; F2 in the second column "
            "chooses another partner.",
        )
        hint = QLabel(words, self)
        hint.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addWidget(hint)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.left_over)
        layout.addWidget(self.mend)
        if found.unreadable:
            told = " ".join(error.message for error in found.unreadable[:4])
            problem = QLabel(
                translate("PairsDialog", "Left out, because they cannot be read: {files}").format(files=told),
                self,
            )
            problem.setWordWrap(True)
            layout.addWidget(problem)
        form = QFormLayout()
        form.addRow(translate("PairsDialog", "&Project"), self.project)
        layout.addLayout(form)
        layout.addWidget(self.buttons)


class _PartnerDelegate(MixedWords):
    """Edits a partner with a list of the English texts."""

    def __init__(self, dialog: PairsDialog) -> None:
        super().__init__(dialog)
        self._dialog = dialog

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        """The list, with an empty line for nobody."""
        box = QComboBox(parent)
        box.addItems(["", *self._dialog.partner_names()])
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The present partner is chosen."""
        if isinstance(editor, QComboBox):
            editor.setCurrentText(str(index.data() or ""))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Take over what was chosen."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
