"""The versions of a label set: who saved which, when, and what each changed."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from taqabul.domain.labels import LabelSet, Words
from taqabul.text.direction import isolated
from taqabul.ui.core.i18n import translate
from taqabul.ui.labels.label_tree import both
from taqabul.workflow.label_editing import Changes, changes
from taqabul.workflow.label_sets import SetVersion

NAMED = 12


class VersionsDialog(QDialog):
    """Shows versions, the newest first. ``chosen`` is one to take up again, once it was accepted."""

    def __init__(self, kept: list[SetVersion], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Labels", "Versions of the label set"))
        self._kept = kept
        self.list = QListWidget(self)
        self.list.setAccessibleName(translate("Labels", "Versions"))
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.told.setMinimumHeight(96)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.again = self.buttons.addButton(
            translate("Labels", "&Take this one up again"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.told)
        layout.addWidget(self.buttons)
        self.resize(560, 420)
        for one in kept:
            text = translate("Labels", "Version {n}  ·  {when}  ·  {who}").format(
                n=one.label_set.version,
                when=f"{one.at.astimezone():%Y-%m-%d %H:%M}",
                who=isolated(one.author),
            )
            QListWidgetItem(text, self.list)
        self._told = [
            *(_in_words(changes(older.label_set, newer.label_set)) for newer, older in pairwise(kept)),
            translate("Labels", "The first version."),
        ]
        self.list.currentRowChanged.connect(self._on_list_current_row_changed)
        self.list.setCurrentRow(0)

    @property
    def chosen(self) -> LabelSet:
        """The version under the cursor."""
        return self._kept[self.list.currentRow()].label_set

    def _on_list_current_row_changed(self, row: int) -> None:
        self.again.setEnabled(row > 0)
        self.told.setText(self._told[row] if row >= 0 else "")


def _in_words(found: Changes) -> str:
    lines = [
        f"{heading} {_names(words)}"
        for heading, words in (
            (translate("Labels", "New:"), found.added),
            (translate("Labels", "Changed:"), found.changed),
            (translate("Labels", "Deprecated:"), found.deprecated),
        )
        if words
    ]
    if found.rest:
        lines.append(translate("Labels", "Name, description, guidelines or order changed."))
    return "\n".join(lines)


def _names(words: tuple[Words, ...]) -> str:
    named = ", ".join(both(one) for one in words[:NAMED])
    return f"{named} …" if len(words) > NAMED else named
