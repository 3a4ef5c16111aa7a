"""Asks where a bitext is exported and in which format; of pairs shows how many, of annotations what is lost."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from taqabul.domain.errors import AppError
from taqabul.domain.ids import BitextId
from taqabul.domain.options import ExportOptions
from taqabul.ui.core.fonts import text_fonts
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, translate
from taqabul.ui.core.jobs import JobRunner
from taqabul.ui.core.scrolled import ScrolledForm
from taqabul.ui.dialogs.export_look import ExportLook
from taqabul.ui.dialogs.first_pairs import FirstPairs
from taqabul.ui.dialogs.output_form import OutputForm
from taqabul.ui.dialogs.pair_choices import PairChoices
from taqabul.ui.dialogs.template_bar import TemplateBar
from taqabul.workflow import exporting
from taqabul.workflow.annotating import taking_out
from taqabul.workflow.export_templates import ExportTemplate
from taqabul.workflow.library import Library
from taqabul.workflow.projects import bitext_summary

PAIRS = QT_TRANSLATE_NOOP("ExportDialog", "%n pair(s) will be written")
PAUSE_MS = 120
MARKED = {".csv", ".tsv"}
"""Endings of what spreadsheets take for another encoding without a byte order mark."""
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
        self._library, self._bitext = library, bitext
        self._losses: dict[str, list[str]] = {}
        self._looking_at = self._told = ""
        self.setWindowTitle(translate("ExportDialog", "Export"))
        self.output = OutputForm(suggestion, self)
        # The focus goes in the order in which controls are made.
        self.templates = TemplateBar(self._as_template, self)
        self.choices = PairChoices(self)
        self.counts = QLabel(self)
        self.counts.setWordWrap(True)
        self.counts.setMinimumHeight(self.counts.fontMetrics().lineSpacing() * 2)
        summary = bitext_summary(library, bitext)
        languages = (summary.source_language, summary.target_language)
        self.pairs = FirstPairs(text_fonts(80), languages, self)
        self._look = ExportLook(runner, self._on_told, self.pairs.put, self._on_lost, self._on_failed)
        # Who is deleted without being closed wants no answer either.
        self.destroyed.connect(self._look.stop)
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
        self.count()

    @property
    def path(self) -> Path:
        """The chosen file."""
        return self.output.path

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
        return ExportTemplate(self.output.ending, self.options)

    def count(self) -> None:
        """Look how many pairs the options choose, or what the format loses, and say what speaks against the file."""
        self._pause.stop()
        ending, alone = taking_out.ending_of(self.path), exporting.language_alone(self.path)
        self.choices.setEnabled(ending is None)
        self.choices.choose_text_only(alone is not None)
        self.choices.choose_mark(useful=self.path.suffix.lower() in MARKED)
        self.pairs.setVisible(ending is None and alone is None)
        if alone is not None:
            self._look.drop_pairs()
            self._show_losses(())
            words = translate("ExportDialog", "The whole {language} text will be written.")
            self._tell(words.format(language=alone.name.capitalize()))
        elif ending is None:
            self._look.at_pairs(self._library, self._bitext, self.path, self.options)
            # What was told last stands until something new is known: it would flicker else.
            self.counts.setEnabled(False)
            self._tell(self._told or translate("ExportDialog", "Counting…"))
        elif ending in self._losses:
            self._show_lost(ending)
        else:
            self.losses.setVisible(True)
            self.losses.setPlainText("")
            self._looking_at = ending
            self._look.at_annotations(self._library, self._bitext, self.path)
            self._tell(translate("ExportDialog", "Looking what this format cannot hold…"))

    def _tell(self, words: str, *, is_empty: bool = False) -> None:
        """Say this, and what speaks against the file; what is empty cannot be written."""
        problem = self.output.problem
        self.counts.setText(f"{words}\n{problem}" if problem else words)
        save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setEnabled(not (problem or is_empty))

    def _on_told(self, told: exporting.Foretold) -> None:
        counts = told.counts
        left = translate(
            "ExportDialog",
            "of {total}. Left out: {status} by status, {sided} without counterpart, {confidence} by confidence.",
        ).format(
            total=counts.total,
            status=counts.left_out_status,
            sided=counts.left_out_one_sided,
            confidence=counts.left_out_confidence,
        )
        self._told = f"{plural(PAIRS, counts.exported)} {left}"
        self._show_losses(told.losses)
        self._tell(self._told, is_empty=counts.exported == 0)

    def _show_losses(self, losses: Sequence[str]) -> None:
        self.counts.setEnabled(True)
        self.losses.setPlainText("\n".join(losses))
        self.losses.setVisible(bool(losses))

    def _on_lost(self, found: list[str]) -> None:
        self._losses[self._looking_at] = found
        if taking_out.ending_of(self.path) == self._looking_at:
            self._show_lost(self._looking_at)

    def _show_lost(self, ending: str) -> None:
        known = self._losses[ending]
        self._look.drop_pairs()
        self._show_losses(known)
        if known:
            self._tell(translate("ExportDialog", "What this format cannot hold:"))
        else:
            self._tell(translate("ExportDialog", "This format holds everything."))

    def _on_failed(self, error: AppError) -> None:
        self.counts.setEnabled(True)
        self.counts.setText(f"{error.message} {error.hint}".strip())

    def done(self, result: int) -> None:
        """Stop looking when the dialog is left."""
        self.stop()
        super().done(result)

    def stop(self) -> None:
        """Want nothing more of the jobs under way, nor of the clock."""
        self._pause.stop()
        self._look.stop()

    def _lay_out(self) -> None:
        form = self.output
        template = QLabel(translate("ExportDialog", "Te&mplate"), self)
        template.setBuddy(self.templates.names)
        form.addRow(template, self.templates)
        body = QWidget(self)  # in the same window from the first: else the keys would go another way
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addLayout(form)
        inner.addWidget(self.choices)
        inner.addWidget(self.counts)
        inner.addWidget(self.pairs)
        inner.addWidget(self.losses)
        inner.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addWidget(ScrolledForm(body, self))
        layout.addWidget(self.buttons)

    def _connect(self) -> None:
        self.output.changed.connect(self._pause.start)
        self.output.format_chosen.connect(self.count)
        self.choices.changed.connect(self._look.drop_pairs)
        self.choices.changed.connect(self._pause.start)
        self.templates.chosen.connect(self._on_template_chosen)
        self.templates.failed.connect(self.counts.setText)

    def _on_template_chosen(self, template: ExportTemplate) -> None:
        self.choices.options = template.options
        self.output.choose(template.ending)
