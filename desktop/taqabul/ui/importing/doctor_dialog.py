"""The import doctor's page: files, findings with their repairs, paragraphs, and what is known of the texts."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from taqabul.domain.errors import AppError
from taqabul.domain.files import Metadata
from taqabul.domain.language import Language
from taqabul.domain.options import ImportOptions, ParagraphRule
from taqabul.ui.bitext.look import Look
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, say, translate
from taqabul.ui.core.jobs import Job, JobRunner
from taqabul.ui.dialogs.describe_dialog import SIDES, MetadataForm
from taqabul.ui.importing.columns import ColumnsForm
from taqabul.ui.importing.findings import FindingsView
from taqabul.ui.importing.lone import lone_text
from taqabul.ui.importing.passages import PassagesView
from taqabul.ui.importing.sources import SourcesForm
from taqabul.workflow.describing import checked
from taqabul.workflow.diagnosis import Diagnosis
from taqabul.workflow.doctoring import Examination

RULES: Final = {
    ParagraphRule.AUTO: QT_TRANSLATE_NOOP("Doctor", "Find out"),
    ParagraphRule.BLANK_LINES: QT_TRANSLATE_NOOP("Doctor", "Blank lines"),
    ParagraphRule.LINES: QT_TRANSLATE_NOOP("Doctor", "Lines"),
}
PAUSE_MS: Final = 120
"""How long after the last choice the files are looked at again."""


class DoctorDialog(QDialog):
    """Shows a diagnosis and keeps it up with what is chosen. ``options`` and ``examination`` are what was agreed to.

    ``alone`` where the one text there is shall be opened by itself.
    """

    def __init__(
        self, examination: Examination, diagnosis: Diagnosis, runner: JobRunner, look: Look, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Doctor", "Import with a look"))
        self.examination, self.diagnosis, self.alone = examination, diagnosis, False
        self._runner = runner
        self._job: Job[Diagnosis] | None = None
        self._told: dict[Language, Metadata] = {}
        self._moved = dict(diagnosis.options.languages)
        self.sources = SourcesForm(self)
        self.sources.show_sources(diagnosis.sources)
        self.columns = ColumnsForm(self)
        self.rule = QComboBox(self)
        for rule, message in RULES.items():
            self.rule.addItem(say(message), rule)
        self.findings = FindingsView(look, self)
        self.passages = {language: PassagesView(language, look, self) for language in Language}
        self.forms = {language: MetadataForm(Metadata(), SIDES[language]) for language in Language}
        self.problem = QLabel(self)
        self.problem.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        role = QDialogButtonBox.ButtonRole
        self.agree = self.buttons.addButton(translate("Doctor", "&Import"), role.AcceptRole)
        self.other = self.buttons.addButton(translate("Doctor", "Add the &other text…"), role.ActionRole)
        self.by_itself = self.buttons.addButton(translate("Doctor", "Open it a&lone"), role.ActionRole)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(PAUSE_MS)
        self._lay_out()
        self._connect()
        self._show(diagnosis)
        self.findings.list.setFocus()

    @property
    def options(self) -> ImportOptions:
        """How to read the files, and what to do with what is in them."""
        shown, shown_table = self.diagnosis.options, self.diagnosis.table is not None
        return ImportOptions(
            encoding=shown.encoding,
            paragraphs=ParagraphRule(self.rule.currentData()),
            title=shown.title,
            columns=self.columns.columns if shown_table else shown.columns,
            sheet=self.columns.chosen_sheet or shown.sheet,
            encodings=self.sources.encodings,
            repairs=self.findings.repairs,
            leave_out=self.findings.left_out,
            keep=self.findings.kept,
            metadata={one: self.forms[one].metadata for one in self._told if self._is_told(one)},
            languages=dict(self._moved),
        )

    def accept(self) -> None:
        """Close where all that was typed can be kept; else say what cannot."""
        try:
            for language in self.diagnosis.languages:
                checked(self.forms[language].metadata)
        except AppError as error:
            self._say(error)
            self.tabs.setCurrentIndex(1)
            return
        self._stop()
        super().accept()

    def reject(self) -> None:
        """Close, and look no further."""
        self._stop()
        super().reject()

    def _connect(self) -> None:
        self.sources.chosen.connect(self._look_soon)
        self.columns.chosen.connect(self._look_soon)
        self.rule.activated.connect(lambda _at: self._look_soon())
        self.findings.chosen.connect(self._look_soon)
        for language, view in self.passages.items():
            view.moved.connect(partial(self._move, language))
        self._waiting.timeout.connect(self._look)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.other.clicked.connect(self._add_other)
        self.by_itself.clicked.connect(self._open_alone)

    def _move(self, language: Language, words: list[str]) -> None:
        """Take paragraphs of a language for text in the other one."""
        (other,) = set(Language) - {language}
        self._moved.update(dict.fromkeys(words, other))
        self._look_soon()

    def _look_soon(self) -> None:
        self.agree.setEnabled(False)
        self._waiting.start()

    def _look(self) -> None:
        """Look at the files again, beside the window."""
        self._stop()
        examination, options = self.examination, self.options
        self._job = self._runner.start(
            lambda progress: examination.look(options, progress), self._show, self._on_failed
        )

    def _stop(self) -> None:
        self._waiting.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _show(self, diagnosis: Diagnosis) -> None:
        self._job = None
        self.diagnosis = diagnosis
        self.sources.show_sources(diagnosis.sources)
        self.columns.show_table(diagnosis.table, diagnosis.options.columns)
        self.rule.setCurrentIndex(self.rule.findData(diagnosis.options.paragraphs))
        self.findings.show_diagnosis(diagnosis)
        for language, view in self.passages.items():
            view.show_passages(diagnosis.passages.get(language, ()), movable=diagnosis.is_told_apart)
            view.setVisible(language in diagnosis.languages or not diagnosis.languages)
            found = diagnosis.metadata.get(language)
            if found is not None and not self._is_told(language):
                self._told[language] = found
                self.forms[language].show_metadata(found)
        lone = len(diagnosis.sources) == 1 and len(diagnosis.languages) == 1
        for button in (self.other, self.by_itself):
            button.setVisible(lone)
        self.agree.setEnabled(diagnosis.problem is None)
        self._say(
            lone_text(next(iter(diagnosis.languages))) if lone and diagnosis.problem else diagnosis.problem
        )

    def _is_told(self, language: Language) -> bool:
        """Whether a person changed what is known of a text."""
        return language in self._told and self.forms[language].metadata != self._told[language]

    def _say(self, error: AppError | None) -> None:
        self.problem.setText("" if error is None else f"{error.message} {error.hint}")
        self.problem.setVisible(error is not None)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            raise error
        self._say(error)

    def _add_other(self) -> None:
        first = self.examination.paths[0]
        name, _ = QFileDialog.getOpenFileName(self, translate("Doctor", "The other text"), str(first.parent))
        if name:
            self.add(Path(name))

    def add(self, path: Path) -> None:
        """Look at another file beside the one there is."""
        self.examination = Examination([*self.examination.paths, path])
        self._look_soon()

    def _open_alone(self) -> None:
        self.alone = True
        self.accept()

    def _lay_out(self) -> None:
        rule = QLabel(translate("Doctor", "&Paragraphs are parted by"), self)
        rule.setBuddy(self.rule)
        above = QHBoxLayout()
        above.addWidget(self.sources, 1)
        above.addSpacing(18)
        above.addWidget(rule, 0, Qt.AlignmentFlag.AlignVCenter)
        above.addWidget(self.rule, 0, Qt.AlignmentFlag.AlignVCenter)
        texts = QSplitter(Qt.Orientation.Horizontal, self)
        for view in self.passages.values():
            texts.addWidget(view)
        texts.setChildrenCollapsible(False)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(texts, translate("Doctor", "&Texts"))
        self.tabs.addTab(self._details(list(self.forms.values())), translate("Doctor", "&Details"))
        parts = QSplitter(Qt.Orientation.Horizontal, self)
        parts.addWidget(self.findings)
        parts.addWidget(self.tabs)
        parts.setSizes([400, 800])
        parts.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.addLayout(above)
        layout.addWidget(self.columns)
        layout.addWidget(parts, 1)
        layout.addWidget(self.problem)
        layout.addWidget(self.buttons)
        self.setTabOrder(self.findings.view, self.tabs.tabBar())
        self.agree.setDefault(True)
        self.resize(1240, 640)

    def _details(self, forms: Sequence[MetadataForm]) -> QWidget:
        page = QWidget(self)
        columns = QHBoxLayout(page)
        for language, form in zip(Language, forms, strict=True):
            column = QVBoxLayout()
            column.addWidget(QLabel(say(SIDES[language]), page))
            column.addLayout(form)
            column.addStretch(1)
            columns.addLayout(column, 1)
        return page
