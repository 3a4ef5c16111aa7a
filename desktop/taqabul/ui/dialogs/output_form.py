"""The file that is written and its format: each follows the other, by the ending of the file's name."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from taqabul.domain.errors import AppError
from taqabul.ui.core.i18n import translate
from taqabul.workflow import exporting
from taqabul.workflow.annotating import taking_out


class OutputForm(QFormLayout):
    """``changed`` follows every letter of the file's name, ``format_chosen`` a choice of the format."""

    changed = Signal()
    format_chosen = Signal()

    def __init__(self, suggestion: Path, parent: QWidget) -> None:
        super().__init__()
        self._parent = parent
        self.file = QLineEdit(str(suggestion), parent)
        self.file.setMinimumWidth(380)
        self.file.setAccessibleName(translate("ExportDialog", "File to write"))
        browse = QPushButton(translate("ExportDialog", "&Browse…"), parent)
        self.format = QComboBox(parent)
        self._fill()
        place = QHBoxLayout()
        place.addWidget(self.file, 1)
        place.addWidget(browse)
        label = QLabel(translate("ExportDialog", "&File"), parent)
        label.setBuddy(self.file)
        self.addRow(label, place)
        self.addRow(translate("ExportDialog", "F&ormat"), self.format)
        self._follow()
        browse.clicked.connect(self._on_browse_clicked)
        self.file.textChanged.connect(self._on_file_changed)
        self.format.activated.connect(self._on_format_chosen)

    @property
    def path(self) -> Path:
        """The chosen file."""
        typed = Path(self.file.text())
        try:
            return typed.expanduser()
        except RuntimeError:  # ~somebody whom this machine does not know, or whose name is being typed
            return typed

    @property
    def ending(self) -> str:
        """The ending of the chosen format."""
        return self.format.currentData() or ""

    @property
    def problem(self) -> str:
        """What speaks against the file; empty where nothing does."""
        if not self.file.text().strip():
            return translate("ExportDialog", "Choose a file.")
        try:
            if taking_out.is_for_annotations(self.path):
                taking_out.check_annotation_output(self.path)
            else:
                exporting.check_output(self.path)
        except AppError as error:
            return f"{error.message} {error.hint}".strip()
        return ""

    def choose(self, ending: str) -> None:
        """Choose the format of an ending, where there is one, and give the file's name that ending."""
        at = self.format.findData(ending)
        if at >= 0:
            self.format.setCurrentIndex(at)
            self._on_format_chosen()

    def _fill(self) -> None:
        for ending, name in exporting.export_formats().items():
            self.format.addItem(f"{name} ({ending})", ending)
        self.format.insertSeparator(self.format.count())
        for ending, name in taking_out.annotation_formats().items():
            words = translate("ExportDialog", "Annotations: {name} ({ending})")
            self.format.addItem(words.format(name=name, ending=ending), ending)

    def _follow(self) -> None:
        """Choose the format that the file's name tells."""
        at = self.format.findData(taking_out.ending_of(self.path) or exporting.ending_of(self.path))
        if at >= 0:
            self.format.setCurrentIndex(at)

    def _on_file_changed(self) -> None:
        self._follow()
        self.changed.emit()

    def _on_format_chosen(self) -> None:
        """Give the file's name the ending of the chosen format."""
        path = self.path
        known = taking_out.ending_of(path) or exporting.ending_of(path) or ""
        name = path.name[: len(path.name) - len(known)]
        if path.name:
            self.file.setText(str(path.with_name(f"{name}{self.ending}")))
        self.format_chosen.emit()

    def _on_browse_clicked(self) -> None:
        kinds = exporting.export_formats() | taking_out.annotation_formats()
        names = [f"{name} (*{one})" for one, name in kinds.items()]
        path, _ = QFileDialog.getSaveFileName(
            self._parent,
            translate("ExportDialog", "Export"),
            self.file.text(),
            ";;".join(names),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if path:
            self.file.setText(path)
