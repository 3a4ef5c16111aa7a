"""Keeps the term base on behalf of a main window: from files, by hand, out of confirmed pairs."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from taqabul.domain.errors import AppError
from taqabul.domain.shelves import Project
from taqabul.text.direction import isolated
from taqabul.ui.core.asides import Aside
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, translate
from taqabul.workflow.terms import (
    Term,
    TermBase,
    candidates_of,
    keep_terms,
    kept_terms,
    project_of,
    put_back,
    term_base,
    write_term_base,
)

if TYPE_CHECKING:
    from taqabul.ui.checks.terms_dialog import TermsDialog
    from taqabul.ui.main_window import MainWindow

ADDED = QT_TRANSLATE_NOOP("Terms", "%n term(s) added")


class TermsFlow(QObject):
    """``kept`` where other terms hold from now on."""

    kept = Signal()

    def __init__(self, window: "MainWindow", parent: QObject) -> None:
        super().__init__(parent)
        self._window = window

    def edit(self) -> None:
        """Show the terms of the open bitext's project and of the library; keep them if agreed to."""
        from taqabul.ui.checks.terms_dialog import TermsDialog  # noqa: PLC0415 - the window comes up sooner without

        window = self._window
        library, bitext = window.library, window.page.summary.id
        project = project_of(library, bitext)
        scopes: dict[str, Project | None] = {}
        if project is not None:
            scopes[translate("Terms", "Project {name}").format(name=isolated(project.name))] = project
        scopes[translate("Terms", "The whole library")] = None
        before = {name: kept_terms(library, of) for name, of in scopes.items()}
        dialog = TermsDialog(before, window.reading.look.fonts, window)
        dialog.load_asked.connect(lambda: self._load(dialog))
        dialog.save_asked.connect(lambda: self._save(dialog))
        dialog.candidates_asked.connect(
            lambda: window.runner.start(
                lambda _progress: candidates_of(library, bitext), dialog.show_candidates, self._failed
            )
        )
        if dialog.exec() == TermsDialog.DialogCode.Accepted:
            changed = {name: terms for name, terms in dialog.terms().items() if terms != before[name]}
            if changed:
                self._keep([(scopes[name], terms) for name, terms in changed.items()])
        dialog.deleteLater()

    def _keep(self, changed: Sequence[tuple[Project | None, Sequence[Term]]]) -> None:
        """Keep other terms: one step, which undo takes back."""
        library = self._window.library
        try:
            kept = [(project, keep_terms(library, project, after), after) for project, after in changed]
        except AppError as error:
            self._window.messages.show_error(error)
            return

        def turn(*, redo: bool) -> None:
            for project, before, after in kept:
                put_back(library, project, *((after, before) if redo else (before, after)))
            self.kept.emit()

        self._window.page.asides.note(
            Aside("change terms", lambda: turn(redo=True), lambda: turn(redo=False))
        )
        self._window.refresh()
        self.kept.emit()

    def _load(self, dialog: "TermsDialog") -> None:
        kinds = translate("Terms", "Term bases (*.csv *.tsv *.tbx *.xml)")
        name, _ = QFileDialog.getOpenFileName(
            dialog, translate("Terms", "Load terms"), self._window.settings.last_folder, kinds
        )
        if not name:
            return

        def add(base: TermBase) -> None:
            dialog.told.setText(plural(ADDED, dialog.add_terms(base.terms)))
            dialog.told.show()

        def fail(error: Exception) -> None:
            if not isinstance(error, AppError):
                raise error
            dialog.told.setText(f"{error.message} {error.hint}")
            dialog.told.show()

        self._window.runner.start(lambda _progress: term_base(Path(name)), add, fail)

    def _save(self, dialog: "TermsDialog") -> None:
        folder = Path(self._window.settings.last_folder) / "terms.csv"
        name, _ = QFileDialog.getSaveFileName(
            dialog, translate("Terms", "Save terms"), str(folder), translate("Terms", "Tables (*.csv)")
        )
        if name:
            try:
                write_term_base(Path(name), dialog.shown_terms())
            except OSError as error:
                dialog.told.setText(
                    translate("Terms", "This cannot be written: {why}").format(why=error.strerror)
                )
                dialog.told.show()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            raise error
        self._window.messages.show_error(error)
