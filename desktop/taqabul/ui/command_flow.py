"""Commands by name and by key: the palette, the keys a person chose, the keyboard card on paper."""

import atexit
import shutil
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from taqabul.ui.core import keymap
from taqabul.ui.dialogs.keys_dialog import KeysDialog
from taqabul.ui.dialogs.shortcuts_dialog import ShortcutsDialog, card_page
from taqabul.ui.palette import sources
from taqabul.ui.palette.entries import Entry, Registry
from taqabul.ui.palette.palette import Palette

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow

REMEMBERED = 30


class CommandFlow:
    """Performs them on behalf of a main window. ``registry`` takes further kinds of entries."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self.palette: Palette | None = None
        self.registry = Registry()
        for source in (sources.verbs, sources.filters, sources.bitexts, sources.documents):
            self.registry.add(partial(source, window))

    def show_palette(self) -> None:
        """Ask for a command by a few letters."""
        window = self._window
        window.refresh()
        palette = Palette(self.registry.entries(), window.settings.recent_commands, window)
        palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        palette.accepted.connect(lambda: self._run(palette.chosen))
        palette.finished.connect(self._on_palette_finished)
        self.palette = palette
        palette.show()

    def apply_keys(self) -> None:
        """Put the keys in force that the settings hold."""
        self._window.actions_table.set_keys(keymap.read(self._window.settings.shortcuts))
        self._window.refresh()

    def change_keys(self) -> None:
        """Let the person choose keys, and put them in force."""
        window = self._window
        dialog = KeysDialog(window.actions_table.table, keymap.read(window.settings.shortcuts), window)
        if dialog.exec() == KeysDialog.DialogCode.Accepted:
            window.settings.shortcuts = keymap.written(dialog.chosen)
            self.apply_keys()
        dialog.deleteLater()

    def show_card(self) -> None:
        """Show the keys in force."""
        dialog = ShortcutsDialog(self._window.actions_table, self._window)
        dialog.page_button.clicked.connect(self.open_card_page)
        dialog.keys_button.clicked.connect(dialog.accept)
        if dialog.exec() == ShortcutsDialog.DialogCode.Accepted:
            self.change_keys()
        dialog.deleteLater()

    def open_card_page(self) -> Path:
        """Write the card as a page and open it in the browser, from where it can be kept."""
        folder = Path(tempfile.mkdtemp(prefix="taqabul-"))
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        page = folder / "taqabul-keys.html"
        page.write_text(card_page(self._window.actions_table), encoding="utf-8")
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(page)))
        return page

    def _run(self, entry: Entry | None) -> None:
        if entry is None:
            return
        settings = self._window.settings
        recent = [entry.id, *(one for one in settings.recent_commands if one != entry.id)]
        settings.recent_commands = recent[:REMEMBERED]
        QTimer.singleShot(0, entry.run)

    def _on_palette_finished(self) -> None:
        self.palette = None
