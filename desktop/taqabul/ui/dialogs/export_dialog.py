"""Asks where a bitext is exported and in which format; of pairs shows how many, of annotations what is lost."""

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
    QPlainTextEdit,
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
from taqabul.ui.core.jobs import Job, JobRunner
from taqabul.workflow import exporting
from taqabul.workflow.annotating import taking_out
from taqabul.workflow.library import Library

PAIRS = QT_TRANSLATE_NOOP("ExportDialog", "%n pair(s) will be written")
PAUSE_MS = 120
LINES = 8
"""Lines of losses that are in view."""


class ExportDialog(QDialog):
    """Chooses a file and ``ExportOptions``; whoever opened it writes.

    The ending of the file's name decides: pairs, or what people wrote on them.
    """

    def __init__(
        self,
        library: Library,
        bitext: BitextId,
        suggestion: Path,
        runner: JobRunner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._library, self._bitext, self._runner = library, bitext, runner
        self._looking: Job[list[str]] | None = None
        self._losses: dict[str, list[str]] = {}
        self.setWindowTitle(translate("ExportDialog", "Export"))
        self.file = QLineEdit(str(suggestion), self)
        self.file.setMinimumWidth(380)
        self.format = QComboBox(self)
        for ending, name in exporting.export_formats().items():
            self.format.addItem(f"{name} ({ending})", ending)
        self.format.insertSeparator(self.format.count())
        for ending, name in taking_out.annotation_formats().items():
            self.format.addItem(
                translate("ExportDialog", "Annotations: {name} ({ending})").format(name=name, ending=ending),
                ending,
            )
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
        self.losses = QPlainTextEdit(self)
        self.losses.setReadOnly(True)
        self.losses.setTabChangesFocus(True)
        self.losses.setFixedHeight(self.losses.fontMetrics().lineSpacing() * LINES + 12)
        self.losses.setAccessibleName(translate("ExportDialog", "What the format cannot hold"))
        self.losses.hide()
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
        self._on_file_changed()
        self.count()

    @property
    def path(self) -> Path:
        """The chosen file."""
        return Path(self.file.text()).expanduser()

    @property
    def files(self) -> list[Path]:
        """The files that will be written."""
        if taking_out.is_for_annotations(self.path):
            return [self.path]
        return exporting.output_files(self._library, self._bitext, self.path)

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
        """Show how many pairs the options choose, or what the format loses, and what speaks against the file."""
        self._pause.stop()
        ending = taking_out.ending_of(self.path)
        for one in self._about_pairs:
            one.setEnabled(ending is None)
        self.losses.setVisible(ending is not None)
        problem = self._problem()
        number = 1
        if ending is not None:
            text = self._told_losses(ending)
        else:
            number, text = self._told_pairs()
        self.counts.setText(f"{text}\n{problem}" if problem else text)
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(number > 0 and not problem)

    def _told_pairs(self) -> tuple[int, str]:
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
        return counts.exported, f"{plural(PAIRS, counts.exported)} {left}"

    def _told_losses(self, ending: str) -> str:
        """What is known of the losses in a format; where nothing is, it is looked for beside the window."""
        known = self._losses.get(ending)
        if known is None:
            self._look(ending)
            self.losses.setPlainText("")
            return translate("ExportDialog", "Looking what this format cannot hold…")
        self.losses.setPlainText("\n".join(known))
        if not known:
            return translate("ExportDialog", "This format holds everything.")
        return translate("ExportDialog", "What this format cannot hold:")

    def _look(self, ending: str) -> None:
        if self._looking is not None:
            self._looking.cancel()
        library, bitext, out = self._library, self._bitext, self.path

        def show(found: list[str]) -> None:
            self._looking = None
            self._losses[ending] = found
            self.count()

        self._looking = self._runner.start(
            lambda _progress: taking_out.losses(library, bitext, out), show, self._on_failed
        )

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            raise error
        self._looking = None
        self.counts.setText(f"{error.message} {error.hint}".strip())

    def done(self, result: int) -> None:
        """Stop looking when the dialog is left."""
        if self._looking is not None:
            self._looking.cancel()
        super().done(result)

    def _problem(self) -> str:
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
        form.addRow(translate("ExportDialog", "F&ormat"), self.format)
        form.addRow(translate("ExportDialog", "&Level"), self.level)
        form.addRow(translate("ExportDialog", "Status"), statuses)
        form.addRow(translate("ExportDialog", "Least &confidence"), self.confidence)
        form.addRow("", self.one_sided)
        form.addRow("", self.mark)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.counts)
        layout.addWidget(self.losses)
        layout.addStretch(1)
        layout.addWidget(self.buttons)
        self.file.setAccessibleName(translate("ExportDialog", "File to write"))

    @property
    def _about_pairs(self) -> tuple[QWidget, ...]:
        return (self.level, *self.statuses.values(), self.confidence, self.one_sided, self.mark)

    def _connect(self) -> None:
        self.file.textChanged.connect(self._on_file_changed)
        self.format.activated.connect(self._on_format_chosen)
        self.level.currentIndexChanged.connect(self._pause.start)
        self.confidence.valueChanged.connect(self._pause.start)
        for box in (*self.statuses.values(), self.one_sided, self.mark):
            box.toggled.connect(self._pause.start)

    def _on_file_changed(self) -> None:
        ending = taking_out.ending_of(self.path) or exporting.ending_of(self.path)
        at = self.format.findData(ending)
        if at >= 0:
            self.format.setCurrentIndex(at)
        self._pause.start()

    def _on_format_chosen(self) -> None:
        """Give the file's name the ending of the chosen format."""
        path = self.path
        known = taking_out.ending_of(path) or exporting.ending_of(path) or ""
        name = path.name[: len(path.name) - len(known)]
        self.file.setText(str(path.with_name(f"{name}{self.format.currentData()}")))
        self.count()

    def _on_browse_clicked(self) -> None:
        kinds = exporting.export_formats() | taking_out.annotation_formats()
        names = [f"{name} (*{one})" for one, name in kinds.items()]
        path, _ = QFileDialog.getSaveFileName(
            self,
            translate("ExportDialog", "Export"),
            self.file.text(),
            ";;".join(names),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if path:
            self.file.setText(path)
