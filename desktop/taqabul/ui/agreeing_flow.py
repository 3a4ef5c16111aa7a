"""Several annotators, in the window: merging their libraries, deciding between them, measuring their agreement."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from taqabul.domain.errors import AppError, InvalidInput, LibraryLocked
from taqabul.domain.ids import LinkId
from taqabul.domain.language import Side
from taqabul.ui.agreeing.adjudication_dialog import AdjudicationDialog
from taqabul.ui.agreeing.agreement_dialog import AgreementDialog
from taqabul.ui.agreeing.merge_dialog import MergeDialog, came_in, is_anything, overtaken, remarks
from taqabul.ui.annotation.label_book import LabelBook
from taqabul.ui.core.i18n import translate
from taqabul.ui.core.jobs import Job
from taqabul.ui.dialogs.password_dialog import ask_password
from taqabul.ui.pages.bitext_page import BitextPage
from taqabul.workflow.annotating import agreeing, merging
from taqabul.workflow.annotating.agreeing import AgreementReport
from taqabul.workflow.annotating.merging import Merged
from taqabul.workflow.annotating.reading import all_annotations
from taqabul.workflow.label_sets import label_sets
from taqabul.workflow.passwords import Answer, once, wrong_password

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow


class AgreeingFlow(QObject):
    """What several annotators need, on behalf of a main window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def merge(self) -> None:
        """Ask for another library and bring its annotations in."""
        window = self._window
        if window.has_page and not window.page.editing.finish():
            return
        name, _ = QFileDialog.getOpenFileName(
            window,
            translate("Merge", "Merge annotations from another library"),
            window.settings.last_folder,
            translate("Merge", "Libraries (*.db);;All files (*)"),
        )
        if name:
            self.merge_file(Path(name))

    def merge_file(self, path: Path, answer: Answer | None = None) -> None:
        """See beside the window what would come in and what differs, then ask; first for the password of an encrypted library."""
        library = self._window.library
        # The runner is handing over: a dialog waits until it has done so.
        self._window.runner.start(
            lambda progress: merging.preview(library, path, progress, once(answer)),
            lambda seen: QTimer.singleShot(0, self, lambda: self._ask(path, seen)),
            lambda error: self._not_seen(path, answer, error),
            translate("Merge", "Looking at {name}").format(name=path.name),
        )

    def _not_seen(self, path: Path, answer: Answer | None, error: Exception) -> None:
        if isinstance(error, LibraryLocked):
            again = wrong_password(path) if answer else ""
            QTimer.singleShot(0, self, lambda: self._ask_password(path, again))
        else:
            self._failed(error)

    def _ask_password(self, path: Path, trouble: str) -> None:
        answer = ask_password(str(path), trouble, self._window)
        if answer is not None:
            self.merge_file(path, answer)

    def adjudicate(self) -> None:
        """Decide between two annotators of the open bitext."""
        window = self._window
        page = window.page
        if not page.editing.finish():
            return
        people = sorted({one.author for one in all_annotations(window.library, page.summary.id)})
        if len(people) < 2:
            window.messages.show_error(self._too_few())
            return
        languages = (page.model.language(Side.SOURCE), page.model.language(Side.TARGET))
        dialog = AdjudicationDialog(
            window.library,
            page.summary.id,
            people,
            label_sets(window.library),
            languages,
            page.view.look,
            window,
        )
        dialog.decided.connect(page.reviewer.show)

        def go_to(link: LinkId) -> None:
            dialog.accept()
            at = page.model.row_of(link)
            if at >= 0:
                page.view.go_to(at)

        dialog.row_asked.connect(go_to)
        dialog.exec()
        dialog.deleteLater()

    def measure(self) -> None:
        """Show how well the annotators of the open bitext agree."""
        dialog = AgreementDialog(label_sets(self._window.library), self._window)
        page = self._window.page
        under_way: list[Job[AgreementReport]] = []

        def stop() -> None:
            """What was asked before, or of a dialog that is closed, is not wanted any more."""
            while under_way:
                under_way.pop().cancel()

        def ask(key: str | None) -> None:
            stop()
            under_way.append(self._measure(page, dialog, key))

        dialog.set_asked.connect(ask)
        dialog.finished.connect(stop)
        dialog.finished.connect(dialog.deleteLater)
        ask(None)

    def _measure(
        self, page: BitextPage, dialog: AgreementDialog, label_set: str | None
    ) -> Job[AgreementReport]:
        library, bitext = self._window.library, page.summary.id

        def show(report: AgreementReport) -> None:
            if len(report.annotators) < 2 and label_set is None:
                dialog.deleteLater()
                self._window.messages.show_error(self._too_few())
                return
            dialog.show_report(report)
            if not dialog.isVisible():
                dialog.open()

        return self._window.runner.start(
            lambda _progress: agreeing.agreement_report(library, [bitext], None, label_set),
            show,
            self._failed,
            translate("Agreement", "Measuring agreement"),
        )

    def _ask(self, path: Path, seen: Merged) -> None:
        window = self._window
        if not is_anything(seen):
            self._tell(seen)
            return
        dialog = MergeDialog(seen, LabelBook(label_sets(window.library).values()), window)
        agreed, taken = dialog.exec() == MergeDialog.DialogCode.Accepted, dialog.taken
        dialog.deleteLater()
        if agreed:
            window.runner.start(
                lambda progress: merging.merge_library(window.library, path, taken, progress),
                lambda merged: self._show(path, merged),
                self._failed,
                translate("Merge", "Merging {name}").format(name=path.name),
            )

    def _show(self, path: Path, merged: Merged) -> None:
        window = self._window
        for bitext, brought in merged.brought:
            if window.has_page and window.page.summary.id == bitext and brought.changes.journal is not None:
                window.page.reviewer.show(brought.changes)
        window.claims.read()
        if merged.stopped is not None:
            self._failed(merged.stopped)
        elif merged.overtaken:
            again = (translate("Merge", "&Look again…"), lambda: self.merge_file(path))
            window.messages.show_message(" ".join([*_said(merged), overtaken(merged)]), again)
        else:
            self._tell(merged)

    def _tell(self, merged: Merged) -> None:
        self._window.messages.show_message(" ".join(_said(merged)))

    def _too_few(self) -> InvalidInput:
        return InvalidInput(
            translate("Adjudication", "Fewer than two people marked anything in this bitext."),
            translate("Adjudication", "Merge another annotator’s library first (File menu)."),
        )

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            raise error
        self._window.messages.show_error(error)


def _said(merged: Merged) -> list[str]:
    """What came in, and what is not here, a sentence each."""
    came = came_in(merged, translate("Merge", "Came in: {things}."))
    return [came, remarks(merged)[-1]] if merged.missing else [came]
