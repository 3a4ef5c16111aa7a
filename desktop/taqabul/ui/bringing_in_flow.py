"""Brings annotations of a file into the open bitext, beside the window, and tells what came of it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from taqabul.domain.errors import AppError
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, translate
from taqabul.workflow.annotating.from_files import READ_ENDINGS, FromFile, bring_in_file

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow
    from taqabul.ui.pages.bitext_page import BitextPage

NEW = QT_TRANSLATE_NOOP("BringIn", "%n annotation(s) came in.")
_MORE = (
    ("changed", QT_TRANSLATE_NOOP("BringIn", "Changed: %n.")),
    ("same", QT_TRANSLATE_NOOP("BringIn", "Here already: %n.")),
    ("kept", QT_TRANSLATE_NOOP("BringIn", "Different, left as they are here: %n.")),
    ("lost", QT_TRANSLATE_NOOP("BringIn", "Without a place in these texts, kept as orphans: %n.")),
    ("relations", QT_TRANSLATE_NOOP("BringIn", "Relations: %n.")),
    ("notes", QT_TRANSLATE_NOOP("BringIn", "Notes: %n.")),
    ("claims", QT_TRANSLATE_NOOP("BringIn", "Claims: %n.")),
)
SHOWN_REMARKS = 3


class BringingInFlow:
    """Imports annotations on behalf of a main window."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def ask(self) -> None:
        """Choose a file, then bring in what it holds."""
        window = self._window
        if not window.page.editing.finish():
            return
        kinds = " ".join(f"*{ending}" for ending in READ_ENDINGS)
        chosen, _ = QFileDialog.getOpenFileName(
            window,
            translate("BringIn", "Import annotations"),
            window.settings.last_folder or str(Path.home()),
            translate("BringIn", "Annotations ({kinds})").format(kinds=kinds),
        )
        if chosen:
            self.bring_in(Path(chosen))

    def bring_in(self, path: Path) -> None:
        """Bring in a file's annotations."""
        page = self._window.page
        library, bitext = self._window.library, page.summary.id
        self._window.runner.start(
            lambda _progress: bring_in_file(library, bitext, path),
            lambda done: self._on_done(page, done),
            self._on_failed,
            translate("BringIn", "Importing {name}").format(name=path.name),
        )

    def _on_done(self, page: "BitextPage", done: FromFile) -> None:
        window = self._window
        window.annotating.take_sets()
        if window.has_page and window.page is page:
            page.reviewer.show(done.changes)
        window.messages.show_message(told_of(done))

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            raise error
        self._window.messages.show_error(error)


def told_of(done: FromFile) -> str:
    """What came of an import, in words."""
    parts = [plural(NEW, done.new)]
    parts += [plural(words, number) for name, words in _MORE if (number := getattr(done, name))]
    parts += done.remarks[:SHOWN_REMARKS]
    if len(done.remarks) > SHOWN_REMARKS:
        parts.append(translate("BringIn", "… and {n} more").format(n=len(done.remarks) - SHOWN_REMARKS))
    return " ".join(parts)
