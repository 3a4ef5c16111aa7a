"""How the texts are shown: fonts, zoom, what of them is visible."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from taqabul.text.showing import Display
from taqabul.ui.bitext.look import Look, small_font
from taqabul.ui.core import theme
from taqabul.ui.core.fonts import text_fonts
from taqabul.ui.core.i18n import translate
from taqabul.ui.dialogs.fonts_dialog import FontsDialog

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow


class Reading:
    """The look of a main window's texts, and the verbs that change it."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    @property
    def look(self) -> Look:
        """The look that the settings ask for."""
        settings = self._window.settings
        return Look(
            theme.colours(settings.theme),
            text_fonts(settings.zoom, settings),
            small_font(QApplication.font(), settings.zoom),
            Display(settings.tashkeel, settings.unseen),
        )

    def apply(self) -> None:
        """Show the open texts as the settings ask for."""
        if self._window.has_page:
            self._window.page.set_look(self.look)

    def toggle_tashkeel(self) -> None:
        """Show the vowel signs, or hide them; the texts keep them."""
        self._window.settings.tashkeel = not self._window.settings.tashkeel
        self.apply()
        self._window.refresh()

    def toggle_unseen(self) -> None:
        """Name the characters that have no shape of their own, or no longer."""
        self._window.settings.unseen = not self._window.settings.unseen
        self.apply()
        self._window.refresh()

    def follow_crossing(self) -> None:
        """Go to the other end of the crossing link at the cursor."""
        page = self._window.page
        if not page.crossing_ends.follow():
            page.told.emit(translate("Reading", "No crossing link begins or ends in this row."))

    def ask_fonts(self) -> None:
        """Choose the fonts of the texts; what is chosen shows at once, and goes again if it is not kept."""
        dialog = FontsDialog(self._window.settings, self._window)
        dialog.chosen.connect(self.apply)
        dialog.exec()
        dialog.deleteLater()
