"""Asks where a bitext is exported and in which format; of pairs shows how many, of annotations what is lost."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
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
    QVBoxLayout,
    QWidget,
)

from taqabul.domain.errors import AppError
from taqabul.domain.ids import BitextId
from taqabul.domain.options import ExportOptions
from taqabul.ui.core.fonts import text_fonts
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, translate
from taqabul.ui.core.jobs import Job, JobRunner
from taqabul.ui.dialogs.first_pairs import MOST, FirstPairs
from taqabul.ui.dialogs.pair_choices import PairChoices
from taqabul.ui.dialogs.template_bar import TemplateBar
from taqabul.workflow import exporting
from taqabul.workflow.annotating import taking_out
from taqabul.workflow.export_templates import ExportTemplate
from taqabul.workflow.library import Library
from taqabul.workflow.projects import bitext_summary

PAIRS = QT_TRANSLATE_NOOP("ExportDialog", "%n pair(s) will be written")
PAUSE_MS = 120
LINES = 5
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
        self._reading: Job[list[exporting.ExportRow]] | None = None
        started: list[Job[list[exporting.ExportRow]]] = []
        self._started = started
        self.destroyed.connect(lambda: _cancel(started))
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
        # The focus goes in the order in which controls are made.
        self.templates = TemplateBar(self._as_template, self)
        self.choices = PairChoices(self)
        self.counts = QLabel(self)
        self.counts.setWordWrap(True)
        self.counts.setMinimumHeight(self.counts.fontMetrics().lineSpacing() * 2)
        summary = bitext_summary(library, bitext)
        languages = (summary.source_language, summary.target_language)
        self.pairs = FirstPairs(text_fonts(80), languages, self)
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
        return self.choices.options

    def _as_template(self) -> ExportTemplate:
        return ExportTemplate(self.format.currentData() or "", self.options)

    def count(self) -> None:
        """Show how many pairs the options choose, or what the format loses, and what speaks against the file."""
        self._pause.stop()
        ending = taking_out.ending_of(self.path)
        self.choices.setEnabled(ending is None)
        self.pairs.setVisible(ending is None)
        problem = self._problem()
        number = 1
        if ending is not None:
            text = self._told_losses(ending)
        else:
            number, text = self._told_pairs()
            self._show_pairs()
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
        lost = self._lost_of_pairs()
        self.losses.setPlainText("\n".join(lost))
        self.losses.setVisible(bool(lost))
        return counts.exported, f"{plural(PAIRS, counts.exported)} {left}"

    def _lost_of_pairs(self) -> list[str]:
        try:
            return exporting.told_losses(self._library, self._bitext, self.path, self.options)
        except AppError:
            return []  # what is wrong with the file's name is told below

    def _show_pairs(self) -> None:
        """Read the first pairs beside the window."""
        if self._reading is not None:
            self._reading.cancel()
        library, bitext, options = self._library, self._bitext, self.options

        def show(rows: list[exporting.ExportRow]) -> None:
            self._reading = None
            if options == self.options:
                self.pairs.put(rows)

        self._reading = self._runner.start(
            lambda _progress: exporting.first_pairs(library, bitext, options, MOST), show, self._on_failed
        )
        self._started[:] = [self._reading]

    def _told_losses(self, ending: str) -> str:
        """What is known of the losses in a format; where nothing is, it is looked for beside the window."""
        self.losses.setVisible(True)
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
        self._looking = self._reading = None
        self.counts.setText(f"{error.message} {error.hint}".strip())

    def done(self, result: int) -> None:
        """Stop looking when the dialog is left."""
        self.stop()
        super().done(result)

    def stop(self) -> None:
        """Want nothing more of the jobs under way, nor of the clock."""
        self._pause.stop()
        for job in (self._looking, self._reading):
            if job is not None:
                job.cancel()

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
        form = QFormLayout()
        label = QLabel(translate("ExportDialog", "&File"), self)
        label.setBuddy(self.file)
        form.addRow(label, place)
        form.addRow(translate("ExportDialog", "F&ormat"), self.format)
        template = QLabel(translate("ExportDialog", "Te&mplate"), self)
        template.setBuddy(self.templates.names)
        form.addRow(template, self.templates)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.choices)
        layout.addWidget(self.counts)
        layout.addWidget(self.pairs)
        layout.addWidget(self.losses)
        layout.addStretch(1)
        layout.addWidget(self.buttons)
        self.file.setAccessibleName(translate("ExportDialog", "File to write"))

    def _connect(self) -> None:
        self.file.textChanged.connect(self._on_file_changed)
        self.format.activated.connect(self._on_format_chosen)
        self.choices.changed.connect(self._pause.start)
        self.templates.chosen.connect(self._on_template_chosen)
        self.templates.failed.connect(self.counts.setText)

    def _on_template_chosen(self, template: ExportTemplate) -> None:
        self.choices.options = template.options
        at = self.format.findData(template.ending)
        if at >= 0:
            self.format.setCurrentIndex(at)
            self._on_format_chosen()

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


def _cancel(jobs: list[Job[list[exporting.ExportRow]]]) -> None:
    """Want nothing more of jobs; knows no dialog, which is gone by then."""
    for job in jobs:
        job.cancel()
