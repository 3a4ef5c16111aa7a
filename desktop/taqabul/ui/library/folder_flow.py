"""From a folder to many bitexts: finding pairs, asking whether they are right, importing one after the other."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from taqabul.domain.errors import AppError
from taqabul.domain.ids import ProjectId
from taqabul.domain.options import ImportOptions, Progress
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, translate
from taqabul.ui.core.jobs import Job
from taqabul.ui.core.message_bar import Kind
from taqabul.ui.library.pairs_dialog import PairsDialog
from taqabul.workflow import compute, pairing, shelving
from taqabul.workflow.batches import PairOutcome, import_pairs
from taqabul.workflow.pairing import FoundPairs

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow

IMPORTED = QT_TRANSLATE_NOOP("FolderFlow", "%n pair(s) imported and aligned.")
KNOWN = QT_TRANSLATE_NOOP("FolderFlow", "%n pair(s) the library had already.")
FAILED = QT_TRANSLATE_NOOP("FolderFlow", "%n pair(s) skipped:")
LEFT = QT_TRANSLATE_NOOP("FolderFlow", "%n pair(s) not begun.")
IMPORTING = QT_TRANSLATE_NOOP("FolderFlow", "Importing and aligning %n pair(s)")
TOLD = 3


class FolderFlow(QObject):
    """Imports the pairs of a folder for a window. Stopped on the way, what is done stays."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._job: Job[Any] | None = None
        self._outcomes: list[PairOutcome] = []
        self._wanted = 0
        window.runner.ended.connect(self._on_ended)

    def ask(self) -> None:
        """Let the person choose a folder."""
        settings = self._window.settings
        title = translate("FolderFlow", "Folder with Arabic texts and their English versions")
        folder = QFileDialog.getExistingDirectory(self._window, title, settings.last_folder)
        if folder:
            settings.last_folder = folder
            self.look_into(Path(folder))

    def look_into(self, folder: Path) -> None:
        """Find the pairs of a folder beside the window, then show them."""
        self._window.runner.start(
            lambda progress: pairing.find_pairs(folder, progress),
            lambda found: self._propose(folder, found),
            self._failed,
            translate("FolderFlow", "Looking into {folder}").format(folder=folder.name),
        )

    def _propose(self, folder: Path, found: FoundPairs) -> None:
        library = self._window.library
        names = [one.name for one in shelving.list_projects(library)]
        dialog = PairsDialog(found, names, folder.name, self._window)
        if dialog.exec() == PairsDialog.DialogCode.Accepted:
            name = dialog.project_name()
            project = shelving.make_project(library, name) if name else None
            self.start(dialog.pairs(), project, dialog.options())
        dialog.deleteLater()

    def start(
        self,
        pairs: Sequence[Sequence[Path]],
        project: ProjectId | None,
        options: ImportOptions | None = None,
    ) -> None:
        """Import pairs of files beside the window."""
        library = self._window.library
        outcomes: list[PairOutcome] = []

        def work(progress: Progress) -> None:
            import_pairs(
                library, pairs, project, progress, compute.propose_in_process, outcomes.append, options
            )

        self._outcomes, self._wanted = outcomes, len(pairs)
        self._window.messages.dismiss()
        self._job = self._window.runner.start(
            work, lambda _done: None, self._failed, plural(IMPORTING, len(pairs))
        )

    def _on_ended(self, job: Job[Any]) -> None:
        """Tell what came of it, whether it went to its end or was stopped."""
        if job is not self._job:
            return
        self._job = None
        self._window.start.read_again()
        failed = [one for one in self._outcomes if one.error is not None]
        known = sum(one.known for one in self._outcomes)
        words = [plural(IMPORTED, len(self._outcomes) - len(failed) - known)]
        if known:
            words.append(plural(KNOWN, known))
        if left := self._wanted - len(self._outcomes):
            words.append(plural(LEFT, left))
        if failed:
            words.append(plural(FAILED, len(failed)))
            words += [f"{one.error.message}" for one in failed[:TOLD] if one.error is not None]
            if len(failed) > TOLD:
                words.append("…")
        self._window.messages.show_message(" ".join(words), kind=Kind.PROBLEM if failed else Kind.NEWS)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            raise error
        self._window.messages.show_error(error)
