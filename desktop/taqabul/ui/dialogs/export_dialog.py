"""Asks where a bitext is exported and which pairs, and shows at once how many that are."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.errors import AppError
from taqabul.domain.ids import BitextId
from taqabul.domain.options import ExportOptions, Level
from taqabul.ui.bitext.row_words import status_name
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, translate
from taqabul.workflow import exporting
from taqabul.workflow.library import Library

PAIRS = QT_TRANSLATE_NOOP("ExportDialog", "%n pair(s) will be written")
PAUSE_MS = 120


class ExportDialog(QDialog):
    """Chooses a file and ``ExportOptions``; whoever opened it writes."""

    def __init__(
        self, library: Library, bitext: BitextId, suggestion: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._library, self._bitext = library, bitext
        self.setWindowTitle(translate("ExportDialog", "Export pairs"))
        self.file = QLineEdit(str(suggestion), self)
        self.file.setMinimumWidth(380)
        self.level = QComboBox(self)
        self.level.addItem(translate("ExportDialog", "Paragraphs"), Level.PARAGRAPH)
        self.level.addItem(translate("ExportDialog", "Sentences"), Level.SENTENCE)
        self.statuses = {status: QCheckBox(status_name(status), self) for status in LinkStatus}
        for status, box in self.statuses.items():
            box.setChecked(status in ExportOptions().statuses)
        self.confidence = QSpinBox(self)
        self.confidence.setRange(0, 100)
        self.confidence.setSuffix(" %")
        self.confidence.setToolTip(translate("ExportDialog", "Confirmed pairs count as 100 %"))
        self.one_sided = QCheckBox(translate("ExportDialog", "Also what has no counterpart"), self)
        self.mark = QCheckBox(
            translate("ExportDialog", "Byte order mark, so that Excel reads the Arabic"), self
        )
        self.mark.setChecked(True)
        self.counts = QLabel(self)
        self.counts.setWordWrap(True)
        self.counts.setMinimumHeight(self.counts.fontMetrics().lineSpacing() * 3)
        buttons = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(buttons.Save | buttons.Cancel, self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.count)
        self._lay_out()
        self._connect()
        self.count()

    @property
    def path(self) -> Path:
        """The chosen file."""
        return Path(self.file.text()).expanduser()

    @property
    def options(self) -> ExportOptions:
        """The chosen pairs."""
        return replace(
            ExportOptions(),
            level=Level(self.level.currentData()),
            statuses=frozenset(status for status, box in self.statuses.items() if box.isChecked()),
            min_confidence=self.confidence.value() / 100,
            one_sided=self.one_sided.isChecked(),
            byte_order_mark=self.mark.isChecked(),
        )

    def count(self) -> None:
        """Show how many pairs the options choose, and what speaks against the file."""
        self._pause.stop()
        counts = exporting.preview(self._library, self._bitext, self.options)
        left = translate(
            "ExportDialog",
            "of {total}. Left out: {status} by status, {sided} without counterpart, {confidence} by confidence.",
        ).format(
            total=counts.total,
            status=counts.left_out_status,
            sided=counts.left_out_one_sided,
            confidence=counts.left_out_confidence,
        )
        text = f"{plural(PAIRS, counts.exported)} {left}"
        problem = self._problem()
        self.counts.setText(f"{text}\n{problem}" if problem else text)
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(
            counts.exported > 0 and not problem
        )

    def _problem(self) -> str:
        if not self.file.text().strip():
            return translate("ExportDialog", "Choose a file.")
        try:
            exporting.check_output(self.path)
        except AppError as error:
            return f"{error.message} {error.hint}".strip()
        return ""

    def _lay_out(self) -> None:
        browse = QPushButton(translate("ExportDialog", "&Browse…"), self)
        browse.clicked.connect(self._on_browse_clicked)
        place = QHBoxLayout()
        place.addWidget(self.file, 1)
        place.addWidget(browse)
        self.setTabOrder(self.file, browse)
        statuses = QHBoxLayout()
        for box in self.statuses.values():
            statuses.addWidget(box)
        form = QFormLayout()
        label = QLabel(translate("ExportDialog", "&File"), self)
        label.setBuddy(self.file)
        form.addRow(label, place)
        formats = ", ".join(f"{one} ({name})" for one, name in exporting.export_formats().items())
        hint = QLabel(
            translate("ExportDialog", "The ending decides the format: {formats}").format(formats=formats)
        )
        hint.setWordWrap(True)
        form.addRow("", hint)
        form.addRow(translate("ExportDialog", "&Level"), self.level)
        form.addRow(translate("ExportDialog", "Status"), statuses)
        form.addRow(translate("ExportDialog", "Least &confidence"), self.confidence)
        form.addRow("", self.one_sided)
        form.addRow("", self.mark)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.counts)
        layout.addStretch(1)
        layout.addWidget(self.buttons)
        self.file.setAccessibleName(translate("ExportDialog", "File to write"))

    def _connect(self) -> None:
        self.file.textChanged.connect(self._pause.start)
        self.level.currentIndexChanged.connect(self._pause.start)
        self.confidence.valueChanged.connect(self._pause.start)
        for box in (*self.statuses.values(), self.one_sided, self.mark):
            box.toggled.connect(self._pause.start)

    def _on_browse_clicked(self) -> None:
        names = [f"{name} (*{one})" for one, name in exporting.export_formats().items()]
        path, _ = QFileDialog.getSaveFileName(
            self,
            translate("ExportDialog", "Export pairs"),
            self.file.text(),
            ";;".join(names),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if path:
            self.file.setText(path)
