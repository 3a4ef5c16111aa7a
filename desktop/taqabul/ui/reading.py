"""How the texts are shown: fonts, zoom, what of them is visible."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QToolBar, QWidget
from shiboken6 import isValid

from taqabul.text.showing import Display
from taqabul.ui.bitext.look import Look, small_font
from taqabul.ui.core import theme
from taqabul.ui.core.fonts import text_fonts
from taqabul.ui.core.i18n import translate
from taqabul.ui.dialogs.fonts_dialog import FontsDialog

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow

ZOOMS = (60, 70, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)


class Reading:
    """The look of a main window's texts, and the verbs that change it."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._put_away: list[QWidget] | None = None
        self._state = Qt.WindowState.WindowNoState
        self._leaving = QShortcut(QKeySequence(Qt.Key.Key_Escape), window)
        self._leaving.setEnabled(False)
        for signal in (self._leaving.activated, self._leaving.activatedAmbiguously):
            signal.connect(self.leave_mode)

    @property
    def only_texts(self) -> bool:
        """Whether everything but the texts is put away."""
        return self._put_away is not None

    @property
    def look(self) -> Look:
        """The look that the settings ask for."""
        settings = self._window.settings
        return Look(
            theme.colours(settings.theme),
            text_fonts(settings.zoom, settings),
            small_font(QApplication.font(), settings.zoom),
            Display(settings.tashkeel, settings.unseen),
            only_texts=self.only_texts,
        )

    def apply(self) -> None:
        """Show the open texts as the settings ask for."""
        self._window.search.set_look(self.look)
        self._window.claims.set_look()
        if self._window.has_page:
            self._window.page.set_look(self.look)
            self._window.annotating.apply_look()

    def zoom(self, step: int) -> None:
        """Make the texts larger or smaller by so many steps; 0 is the normal size."""
        settings = self._window.settings
        nearest = min(range(len(ZOOMS)), key=lambda at: abs(ZOOMS[at] - settings.zoom))
        settings.zoom = ZOOMS[min(max(nearest + step, 0), len(ZOOMS) - 1)] if step else 100
        self.apply()

    def toggle_word_links(self) -> None:
        """Light up the words that face the one pointed at, or stop doing so."""
        settings = self._window.settings
        settings.word_links = not settings.word_links
        if self._window.has_page:
            self._window.page.word_lights.set_shown(settings.word_links)
        self._window.refresh()

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

    def toggle_mode(self) -> None:
        """Put everything but the texts away, or bring it back."""
        if self.only_texts:
            self.leave_mode()
            return
        window, page = self._window, self._window.page
        around = [window.menuBar(), window.statusBar(), *window.findChildren(QToolBar)]
        around += [page.details, page.minimap, page.view.horizontalHeader(), window.messages]
        self._put_away = [part for part in around if not part.isHidden()]
        for part in self._put_away:
            part.hide()
        self._state = window.windowState()
        window.setWindowState(self._state | Qt.WindowState.WindowFullScreen)
        self._leaving.setEnabled(True)
        self._show_mode()

    def leave_mode(self) -> None:
        """Bring back what was put away."""
        if self._put_away is None:
            return
        for part in self._put_away:
            if isValid(part):
                part.show()
        self._put_away = None
        self._window.setWindowState(self._state)
        self._leaving.setEnabled(False)
        self._show_mode()

    def _show_mode(self) -> None:
        self.apply()
        self._window.refresh()
        if self._window.has_page:
            self._window.page.view.setFocus()

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
