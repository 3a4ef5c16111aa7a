"""From an open bitext to a file: asks what, where and in which format, writes beside the window, tells what was written."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from taqabul.domain.errors import AppError
from taqabul.domain.options import ExportOptions
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, translate
from taqabul.ui.core.jobs import JobRunner
from taqabul.ui.core.message_bar import MessageBar
from taqabul.ui.core.settings import Settings
from taqabul.ui.dialogs.export_dialog import ExportDialog
from taqabul.workflow import exporting
from taqabul.workflow.annotating import taking_out
from taqabul.workflow.annotating.taking_out import TakenOut
from taqabul.workflow.exporting import ExportReport
from taqabul.workflow.library import Library
from taqabul.workflow.projects import BitextHead

WRITTEN = QT_TRANSLATE_NOOP("ExportFlow", "%n pair(s) written to")
TEXT_WRITTEN = QT_TRANSLATE_NOOP("ExportFlow", "%n paragraph(s) written to")
TAKEN_OUT = QT_TRANSLATE_NOOP("ExportFlow", "%n annotation(s) written to")


class ExportFlow(QObject):
    """Exports a bitext."""

    def __init__(
        self, library: Library, runner: JobRunner, messages: MessageBar, settings: Settings, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._library, self._runner = library, runner
        self._messages, self._settings, self._window = messages, settings, parent

    def ask(self, summary: BitextHead) -> None:
        """Open the dialog, then write."""
        folder = Path(self._settings.last_folder or Path.home())
        name = "".join(letter if letter.isalnum() or letter in " -_." else "-" for letter in summary.title)
        dialog = ExportDialog(
            self._library, summary.id, folder / f"{name[:80]}.tmx", self._runner, self._window
        )
        if dialog.exec() == ExportDialog.DialogCode.Accepted and self._may_replace(dialog.files):
            if taking_out.is_for_annotations(dialog.path):
                self.write_annotations(summary, dialog.path)
            else:
                self.write(summary, dialog.path, dialog.options)
        dialog.stop()
        dialog.deleteLater()

    def write(self, summary: BitextHead, out: Path, options: ExportOptions) -> None:
        """Write beside the window."""
        library = self._library
        self._runner.start(
            lambda progress: exporting.export(library, summary.id, out, options, progress),
            self._on_written,
            self._on_failed,
            translate("ExportFlow", "Writing {name}").format(name=out.name),
        )

    def write_annotations(self, summary: BitextHead, out: Path) -> None:
        """Write what people wrote on it, beside the window."""
        library = self._library
        self._runner.start(
            lambda _progress: taking_out.take_out(library, summary.id, out),
            self._on_taken_out,
            self._on_failed,
            translate("ExportFlow", "Writing {name}").format(name=out.name),
        )

    def _may_replace(self, files: Sequence[Path]) -> bool:
        there = [file.name for file in files if file.exists()]
        if not there:
            return True
        answer = QMessageBox.question(
            self._window,
            translate("ExportFlow", "Replace the file"),
            translate("ExportFlow", "{name} exists. Replace it?").format(name=", ".join(there)),
            defaultButton=QMessageBox.StandardButton.No,
        )
        return answer == QMessageBox.StandardButton.Yes

    def _on_written(self, report: ExportReport) -> None:
        alone = exporting.language_alone(report.path) is not None
        text = f"{plural(TEXT_WRITTEN if alone else WRITTEN, report.counts.exported)} {report.path}"
        if report.dropped_characters:
            lost = translate("ExportFlow", "The format cannot hold {n} characters; they were left out.")
            text = f"{text}. {lost.format(n=report.dropped_characters)}"
        self._messages.show_message(text)

    def _on_taken_out(self, taken: TakenOut) -> None:
        text = f"{plural(TAKEN_OUT, taken.annotations)} {taken.path}"
        if taken.replaced_characters:
            lost = translate("ExportFlow", "The format cannot hold {n} characters; they were replaced.")
            text = f"{text}. {lost.format(n=taken.replaced_characters)}"
        self._messages.show_message(text)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            raise error
        self._messages.show_error(error)
