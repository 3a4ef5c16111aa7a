"""The files that are looked at, each with the encoding it is read in."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from taqabul.text.direction import isolated
from taqabul.ui.core.i18n import translate
from taqabul.workflow.diagnosis import Source

ENCODINGS: Final = ("utf-8", "windows-1256", "iso-8859-6", "utf-16", "windows-1252", "mac-arabic")


class SourcesForm(QWidget):
    """One line a file. ``chosen`` is emitted when an encoding was chosen or typed."""

    chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self.boxes: dict[Path, QComboBox] = {}
        self._labels: dict[Path, QLabel] = {}

    @property
    def encodings(self) -> dict[Path, str]:
        """The encodings that people chose, by file."""
        found = {path: _encoding(box) for path, box in self.boxes.items()}
        return {path: name for path, name in found.items() if name}

    def show_sources(self, sources: Sequence[Source]) -> None:
        """Show files; what was chosen for those that were there stays."""
        for line, one in enumerate(sources):
            if one.path not in self.boxes:
                self._add(line, one)
            box = self.boxes[one.path]
            for widget in (self._labels[one.path], box):
                widget.setVisible(one.recodable)
            box.setItemText(
                0,
                translate("Doctor", "Find out ({encoding})").format(encoding=one.encoding)
                if one.encoding and not _encoding(box)
                else translate("Doctor", "Find out"),
            )

    def _add(self, line: int, one: Source) -> None:
        name = QLabel(isolated(one.path.name), self)
        name.setToolTip(str(one.path))
        name.setTextFormat(Qt.TextFormat.PlainText)
        box = QComboBox(self)
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.addItem(translate("Doctor", "Find out"))
        box.addItems(list(ENCODINGS))
        box.setMinimumContentsLength(20)
        box.setAccessibleName(translate("Doctor", "Encoding of {name}").format(name=one.path.name))
        box.activated.connect(lambda _at: self.chosen.emit())
        field = box.lineEdit()
        if field is not None:
            field.editingFinished.connect(self.chosen)
        label = QLabel(translate("Doctor", "Encoding"), self)
        label.setBuddy(box)
        for column, widget in enumerate((name, label, box)):
            self._grid.addWidget(widget, line, column)
        for before in list(self.boxes.values())[-1:]:
            self.setTabOrder(before, box)
        self.boxes[one.path], self._labels[one.path] = box, label


def _encoding(box: QComboBox) -> str:
    """What was chosen or typed; nothing where it shall be found out."""
    typed = box.currentText().strip()
    return "" if box.currentIndex() == 0 and typed == box.itemText(0) else typed
