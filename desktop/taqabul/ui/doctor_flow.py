"""Import with a look: files, a folder's pair, or what was pasted, shown by the doctor before they are kept."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from taqabul.domain.errors import AppError
from taqabul.domain.options import ImportOptions
from taqabul.ui.core.i18n import translate
from taqabul.ui.core.message_bar import Kind
from taqabul.ui.importing.doctor_dialog import DoctorDialog
from taqabul.workflow.diagnosis import Diagnosis
from taqabul.workflow.doctoring import Examination
from taqabul.workflow.pasting import FOLDER, pasted

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow


class DoctorFlow:
    """The doctor on behalf of a main window."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._folder: TemporaryDirectory[str] | None = None
        self._first: Path | None = None
        window.files.doubted.connect(self.show)
        window.files.report_asked.connect(self.show_report)

    def ask(self) -> None:
        """Let the person choose files, and show what they hold."""
        files = self._window.files.choose()
        if files:
            self.look(files, ImportOptions())

    def show_report(self) -> None:
        """Show how the files that were read last were read; read in another way, they make another bitext."""
        reading = self._window.files.reading
        if reading is not None:
            self.look(reading.files, reading.options)

    def look(self, files: Sequence[Path], options: ImportOptions) -> None:
        """Look at files beside the window, then show what they hold."""
        examination = Examination(files)
        window = self._window
        window.messages.dismiss()
        window.runner.start(
            lambda progress: examination.suggest(options, progress),
            lambda diagnosis: self.show(examination, diagnosis),
            self._on_failed,
            translate("Doctor", "Reading {name}").format(name=" + ".join(path.name for path in files)),
        )

    def show(self, examination: Examination, diagnosis: Diagnosis) -> None:
        """Show what files hold; agreed to, they are kept and aligned."""
        window = self._window
        dialog = DoctorDialog(examination, diagnosis, window.runner, window.reading.look, window)
        if dialog.exec() == DoctorDialog.DialogCode.Accepted:
            if dialog.alone:
                window.files.open_alone(dialog.examination, dialog.options)
            else:
                window.files.align(dialog.examination, dialog.options)
        dialog.deleteLater()

    def paste(self) -> None:
        """Look at what is in the clipboard; a text in one language waits for the next to be pasted."""
        try:
            path = pasted(
                self._pasted_to(),
                *_clipboard(QGuiApplication.clipboard().mimeData()),
                datetime.now(UTC).astimezone(),
            )
        except AppError as error:
            self._window.messages.show_error(error)
            return
        first, self._first = self._first, None
        files = [path] if first is None or first == path else [first, path]
        examination = Examination(files)
        self._window.runner.start(
            lambda progress: examination.suggest(progress=progress),
            lambda diagnosis: self._on_pasted(examination, diagnosis),
            self._on_failed,
            translate("Doctor", "Reading {name}").format(name=path.name),
        )

    def _on_pasted(self, examination: Examination, diagnosis: Diagnosis) -> None:
        self._window.messages.dismiss()
        if len(examination.paths) > 1 or len(diagnosis.languages) != 1:
            self.show(examination, diagnosis)
            return
        self._first = examination.paths[0]
        self._window.messages.show_message(
            translate(
                "Doctor",
                "{name} is in one language only. Copy its other version and paste that too, to align them.",
            ).format(name=self._first.name),
            (translate("Doctor", "Look at it alone"), lambda: self.show(examination, diagnosis)),
            kind=Kind.PROBLEM,
        )

    def _pasted_to(self) -> Path:
        """Where what was pasted lies until the window is closed; the library keeps its text."""
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix=FOLDER)
        return Path(self._folder.name)

    def close(self) -> None:
        """Take away what was pasted: the library has what was kept of it."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            raise error
        self._window.messages.show_error(error)


def _clipboard(data: QMimeData | None) -> tuple[str, str]:
    """What the clipboard holds as plain text and as HTML."""
    if data is None:
        return "", ""
    return data.text() if data.hasText() else "", data.html() if data.hasHtml() else ""
