"""The small questions and answers of the window: each opens a dialog and does what was said."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QMessageBox

from taqabul import paths
from taqabul.domain.language import Side
from taqabul.text.direction import isolated
from taqabul.ui.core.i18n import translate
from taqabul.ui.dialogs.about import about_text
from taqabul.ui.dialogs.guides_dialog import GuidesDialog
from taqabul.ui.dialogs.split_dialog import SplitDialog, probable_places

_REMARK_MS = 8000
if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow


class Prompts:
    """Asks on behalf of a main window."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def split(self) -> None:
        """Ask where to part the row under the cursor, and part it."""
        page = self._window.page
        place = page.view.place()
        if place is None:
            return
        parts = {place.side: place.part}
        at = probable_places(place.row, parts.get(Side.SOURCE), parts.get(Side.TARGET))
        languages = {side: page.model.language(side) for side in Side}
        dialog = SplitDialog(place.row, *at, languages, self._window)
        if dialog.exec() == SplitDialog.DialogCode.Accepted:
            page.reviewer.split(*dialog.places)
        dialog.deleteLater()

    def go_to_paragraph(self) -> None:
        """Ask for a paragraph's number on the side of the cursor, and go there."""
        page = self._window.page
        place = page.view.place()
        side = place.side if place is not None else Side.SOURCE
        title = translate("Prompts", "Go to paragraph")
        number, agreed = QInputDialog.getInt(
            self._window, title, translate("Prompts", "Number"), 1, 1, 10_000_000
        )
        if agreed and not page.navigator.paragraph(side, number):
            self._window.messages.show_message(
                translate("Prompts", "There is no paragraph {n} on this side.").format(n=number)
            )

    def to_message(self) -> None:
        """Take the keyboard to the message above the texts."""
        if not self._window.messages.begin():
            self._window.statusBar().showMessage(translate("Prompts", "There is no message now."), _REMARK_MS)

    def ask_author(self) -> None:
        """Ask for the name that signs edits and notes."""
        library = self._window.library
        if library.holds_to_names:
            told = translate(
                "Prompts", "You sign as {name}: the server holds everybody to the name it knows them by."
            )
            self._window.messages.show_message(told.format(name=isolated(library.author)))
            return
        name, agreed = QInputDialog.getText(
            self._window,
            translate("Prompts", "Your name"),
            translate("Prompts", "It signs what you confirm, change and note:"),
            text=library.author,
        )
        if agreed:
            self._sign_as(name)

    def ask_author_once(self) -> None:
        """Whoever begins to annotate is asked for a name, once: the login that signs otherwise is often "user" or "root"."""
        library, settings = self._window.library, self._window.settings
        if settings.author or settings.author_asked or library.file is None:
            return
        settings.author_asked = True
        dialog = QInputDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(translate("Prompts", "Your name"))
        dialog.setLabelText(
            translate(
                "Prompts",
                "What you mark, note and decide is signed with it, so that it can be told from what others do.\n"
                "You are asked only now; Help → Your name changes it.",
            )
        )
        dialog.setTextValue(library.author)
        dialog.textValueSelected.connect(self._sign_as)
        dialog.open()

    def _sign_as(self, name: str) -> None:
        if name.strip():
            self._window.settings.author = self._window.library.author = name.strip()
            self._window.refresh()

    def show_guides(self) -> None:
        """Open the guides beside the work."""
        guides = GuidesDialog(paths.resources() / "guides", self._window)
        guides.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        guides.show()

    def show_about(self) -> None:
        """Tell what the program is."""
        title = translate("Prompts", "About Taqabul")
        QMessageBox.about(self._window, title, about_text(self._window.library.readable))
