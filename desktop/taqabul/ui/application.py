"""Starts the window and ends it: application, translation, errors, library, settings."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, QSettings
from PySide6.QtWidgets import QApplication, QMessageBox

from taqabul.domain.errors import AppError
from taqabul.ui.core.ending import Ending
from taqabul.ui.core.errors import BugHook
from taqabul.ui.core.i18n import load_translators
from taqabul.ui.core.icons import app_icon
from taqabul.ui.core.settings import Settings, default_store, load_settings, save_settings
from taqabul.ui.core.theme import apply_theme
from taqabul.ui.dialogs.bug_dialog import BugDialog
from taqabul.ui.main_window import MainWindow
from taqabul.ui.opening_library import open_beside
from taqabul.workflow import compute
from taqabul.workflow.library import Library, is_on_server, library_place, open_library
from taqabul.workflow.passwords import Answer, AskPassword, shown


def run_window(location: str | Path | None, files: Sequence[Path], store: QSettings | None = None) -> int:
    """Open the library and the window, open files if any are named, and return when the window is closed.

    Raises LibraryError where the library cannot be opened.
    """
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Taqabul")
    QApplication.setWindowIcon(app_icon())
    QApplication.setDesktopFileName("taqabul")
    translators = load_translators(QLocale())
    for translator in translators:
        app.installTranslator(translator)
    store = default_store() if store is None else store
    settings = load_settings(store)
    apply_theme(app, settings.theme)  # what is asked before there is a window wears it too
    author = None if is_on_server(location) else settings.author or None
    library: Library | None = _opened(location, author)
    gc.freeze()  # what was imported stays: searching it for garbage again and again would make scrolling stutter
    code = 0
    try:
        while library is not None:
            code, library = show_library(library, settings, files)
            files = ()
        return code
    finally:
        save_settings(settings, store)
        compute.stop()
        for translator in translators:
            app.removeTranslator(translator)


def show_library(
    library: Library, settings: Settings, files: Sequence[Path] = ()
) -> tuple[int, Library | None]:
    """Open the window on a library; gives the exit code when it is closed, and the library to open after it."""
    window = MainWindow(library, settings)
    hook = BugHook(lambda report: show_bug(report, window), window.messages.show_error)
    hook.install()
    ending = Ending(window.end)
    ending.install()
    try:
        window.show()
        window.copies.begin()
        if files:
            window.files.open(files)
        return QApplication.exec(), window.servers.successor
    finally:
        ending.remove()
        hook.remove()
        window.deleteLater()
        library.close()


def _opened(location: str | Path | None, author: str | None) -> Library:
    given_up = False

    def open_it(ask: AskPassword) -> Library:
        def asked(address: str, trouble: str) -> Answer | None:
            nonlocal given_up
            answer = ask(address, trouble)
            given_up = answer is None
            return answer

        return open_library(location, author, ask_password=asked)

    try:
        return open_beside(shown(library_place(location)), open_it)
    except AppError as error:
        seen = given_up or (sys.stderr is not None and sys.stderr.isatty())
        if not seen and not nobody_looks():
            show_failure(error)
        raise


def nobody_looks() -> bool:
    """Whether the window is drawn where no person is."""
    return QApplication.platformName() in {"offscreen", "minimal"}


def show_failure(error: AppError) -> None:
    """Tell who began the program without a terminal why there is no window."""
    box = QMessageBox(QMessageBox.Icon.Warning, "Taqabul", error.message)
    box.setInformativeText(error.hint)
    box.exec()
    box.deleteLater()


def show_bug(report: str, window: MainWindow) -> None:
    """Tell the person about a bug of ours."""
    dialog = BugDialog(report, window)
    dialog.exec()
    dialog.deleteLater()
