"""Whether the panel below the texts is shown, and writing a note in it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow


class DetailsFlow:
    """The verbs of a main window that are about the panel below the texts."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._wanted, self._folded = True, False

    @property
    def shown(self) -> bool:
        """Whether the panel is wanted, and nothing else needs its place."""
        return self._wanted and not self._folded

    def fold(self, *, folded: bool) -> None:
        """Let something else have the place of the panel, or give it back."""
        self._folded = folded
        if self._window.has_page:
            self._window.page.details.setVisible(self.shown)
        self._window.refresh_soon()

    def toggle(self) -> None:
        """Show or hide the panel."""
        self._wanted = not self.shown
        self.fold(folded=False)
        self._window.refresh()

    def write_note(self) -> None:
        """Begin a note on the row under the cursor."""
        if not self.shown:
            self.toggle()
        self._window.page.details.write_note()
