"""From files to an open bitext: choosing, reading, aligning beside the window, telling what was found."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from taqabul import paths
from taqabul.domain.errors import AppError, InvalidInput
from taqabul.domain.ids import BitextId
from taqabul.domain.language import Language
from taqabul.domain.options import AlignOptions, ImportOptions, Progress
from taqabul.ui.core.i18n import translate
from taqabul.ui.core.jobs import JobRunner
from taqabul.ui.core.message_bar import Kind, MessageBar
from taqabul.ui.core.settings import Settings
from taqabul.workflow import aligning, alone, compute, pasting, projects, reading_files, shelving
from taqabul.workflow.aligning import AlignedFiles
from taqabul.workflow.diagnosis import Diagnosis
from taqabul.workflow.doctoring import Examination
from taqabul.workflow.importing import ImportReport
from taqabul.workflow.library import Library

SAMPLE = "000_ed9df4b2a4667265.txt"


@dataclass(frozen=True)
class Reading:
    """Files that were read, and what was found out about them."""

    files: list[Path]
    options: ImportOptions
    report: ImportReport
    remarks: tuple[str, ...] = ()

    @property
    def findings(self) -> list[str]:
        """What was found out, the aligner's remarks first."""
        return [*self.remarks, *self.report.findings]


class OpenFlow(QObject):
    """Opens files. ``opened`` gives the bitext to show; everything else is said in the message bar.

    ``doubted`` gives an examination and its diagnosis where a person had better look before anything is kept;
    ``report_asked`` where one wants to see how the files were read.
    """

    opened = Signal(object)
    doubted = Signal(object, object)
    report_asked = Signal()

    def __init__(
        self, library: Library, runner: JobRunner, messages: MessageBar, settings: Settings, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._library, self._runner = library, runner
        self._messages, self._settings, self._window = messages, settings, parent
        self.reading: Reading | None = None

    def choose(self) -> list[Path]:
        """Let the person choose one bilingual file or two."""
        files, _ = QFileDialog.getOpenFileNames(
            self._window,
            translate(
                "OpenFlow",
                "Open one bilingual text, or an Arabic and an English one (with what an aligner wrote of them)",
            ),
            self._settings.last_folder,
            translate("OpenFlow", "Texts and pairs ({endings});;All files (*)").format(
                endings=" ".join(f"*{ending}" for ending in reading_files.known_extensions())
            ),
        )
        return [Path(name) for name in files]

    def ask(self) -> None:
        """Let the person choose files, and open them."""
        files = self.choose()
        if files:
            self.open(files)

    def open_sample(self) -> None:
        """Open the sample that comes with the program."""
        self.open([paths.seeds() / SAMPLE])

    def open(self, files: Sequence[Path]) -> None:
        """Open files; a bitext that the library has of just these texts is shown as it was left."""
        chosen = [path.absolute() for path in files]
        if len(chosen) > 2 and reading_files.alignment_among(chosen) is None:
            self._messages.show_error(
                InvalidInput(
                    translate("OpenFlow", "These are {n} files.").format(n=len(chosen)),
                    translate(
                        "OpenFlow",
                        "Open one bilingual text, or two that belong together; with them, what an aligner wrote of them.",
                    ),
                )
            )
            return
        self._read(Examination(chosen), ImportOptions(), sure=False)

    def align(self, examination: Examination, options: ImportOptions) -> None:
        """Keep and align files that a person has looked at."""
        self._read(examination, options, sure=True)

    def _read(self, examination: Examination, options: ImportOptions, *, sure: bool) -> None:
        """Read and align files beside the window; nothing is kept where a person had better look first."""
        library, files = self._library, examination.paths

        def work(progress: Progress) -> AlignedFiles | Diagnosis:
            diagnosis = examination.look(options, progress)
            if not sure and diagnosis.asks and not aligning.is_known(library, diagnosis.read):
                before = aligning.made_before(library, diagnosis.read)
                return before or examination.suggest(options, progress)
            return aligning.align_read(
                library,
                diagnosis.read,
                AlignOptions(),
                progress,
                compute.propose_in_process,
                align_known=False,
            )

        def show(done: AlignedFiles | Diagnosis) -> None:
            if isinstance(done, Diagnosis):
                self.doubted.emit(examination, done)
            else:
                self._on_read(examination, options, done)

        title = translate("OpenFlow", "Reading and aligning {name}").format(
            name=" + ".join(path.name for path in files)
        )
        self._messages.dismiss()
        self._runner.start(work, show, self._on_failed, title)

    def _remember(self, files: list[Path]) -> None:
        """The sample's folder is the program's own, what was pasted lies where it will not stay."""
        if not any(pasting.is_pasted(path) for path in files):
            self._settings.remember_files(files, folder=files[0].parent != paths.seeds())

    def _on_read(self, examination: Examination, options: ImportOptions, done: AlignedFiles) -> None:
        files = list(examination.paths)
        self.reading = Reading(files, options, done.report, done.remarks)
        if done.report.refused:
            error = done.report.refused[0].error
            self._messages.show_message(
                f"{error.message} {error.hint}".strip(),
                (translate("OpenFlow", "Details…"), self.report_asked.emit),
                kind=Kind.PROBLEM,
            )
            return
        self._remember(files)
        if done.bitext is None:
            self._offer_second(files, done.report)
            return
        if done.in_bin:
            self._offer_restoring(done.bitext)
            return
        self.opened.emit(done.bitext)
        words = " ".join(self.reading.findings)
        if done.known:
            words = translate(
                "OpenFlow", "These texts are in the library already, and shown as you left them."
            )
        kind = Kind.PROBLEM if done.remarks else Kind.NEWS
        self._messages.show_message(
            words, (translate("OpenFlow", "Details…"), self.report_asked.emit), kind=kind
        )

    def _offer_restoring(self, bitext: BitextId) -> None:
        """These very texts were deleted: ask before they come back."""

        def restore() -> None:
            shelving.restore(self._library, [bitext])
            self.opened.emit(bitext)

        self._messages.show_message(
            translate("OpenFlow", "The bitext of these texts is in the bin, with all that was done to it."),
            (translate("OpenFlow", "Take it out and open it"), restore),
            kind=Kind.PROBLEM,
        )

    def _offer_second(self, files: list[Path], report: ImportReport) -> None:
        """A text in one language only: ask for the other, or open it alone; nothing half done is left."""
        language = report.documents[0].language
        for document in report.documents:
            if document.known:
                continue
            projects.delete_document(self._library, document.id)
        if language is Language.ARABIC:
            words = translate(
                "OpenFlow", "{name} is in Arabic only. Choose its English version to align them."
            )
            press = translate("OpenFlow", "Choose the English text…")
        else:
            words = translate(
                "OpenFlow", "{name} is in English only. Choose its Arabic version to align them."
            )
            press = translate("OpenFlow", "Choose the Arabic text…")
        self._messages.show_message(
            words.format(name=files[0].name),
            (press, lambda: self._ask_second(files[0], press)),
            (
                translate("OpenFlow", "Open it alone"),
                lambda: self.open_alone(Examination(files), ImportOptions()),
            ),
            kind=Kind.PROBLEM,
        )

    def open_alone(self, examination: Examination, options: ImportOptions) -> None:
        """Open a text by itself, to annotate it."""
        library = self._library

        def work(progress: Progress) -> AlignedFiles:
            kept = alone.keep_alone(library, examination.look(options, progress).read)
            return AlignedFiles(kept.report, kept.bitext, kept.known, in_bin=kept.in_bin)

        title = translate("OpenFlow", "Reading {name}").format(name=examination.paths[0].name)
        self._runner.start(
            work, lambda done: self._on_read(examination, options, done), self._on_failed, title
        )

    def _ask_second(self, first: Path, title: str) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self._window, title, str(first.parent), translate("OpenFlow", "Texts (*.txt);;All files (*)")
        )
        if name:
            self.open([first, Path(name)])

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, AppError):
            self._messages.show_error(error)
        else:
            raise error
