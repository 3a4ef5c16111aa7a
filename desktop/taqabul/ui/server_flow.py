"""A library on a server: its address and password asked for, tried, and opened in the place of the one that is open."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from taqabul.domain.errors import AppError, ServerGone, ServerRefused
from taqabul.domain.options import Progress
from taqabul.domain.roles import Role
from taqabul.text.direction import isolated
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, translate
from taqabul.ui.dialogs.server_dialog import ServerDialog
from taqabul.workflow.library import Library, open_library
from taqabul.workflow.passwords import Answer, once
from taqabul.workflow.projects import list_bitexts
from taqabul.workflow.server_addresses import readable

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow

FOUND = QT_TRANSLATE_NOOP(
    "Sharing", "The server answers: a library of %n bitext(s), in which your role is {role}."
)
READABLE = QT_TRANSLATE_NOOP(
    "Sharing", "The server answers: a library of %n bitext(s), which you may only read."
)


class ServerFlow:
    """On behalf of a main window. ``successor`` is a library that was opened to take this one's place."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self.successor: Library | None = None
        self._asking: ServerDialog | None = None

    def ask(self, address: str = "", trouble: str = "") -> None:
        """Ask for a library on a server, and open it in the place of this one; ``trouble``: what came of the last time."""
        recent = self._window.settings.recent_servers
        known = [address, *(one for one in recent if one != address)] if address else recent
        dialog = ServerDialog(known, lambda *told: self._try(dialog, *told), self._window)
        self._asking = dialog
        if trouble:
            dialog.told(trouble)
            dialog.password.setFocus()
        accepted = dialog.exec() == ServerDialog.DialogCode.Accepted
        self._asking = None  # what a try finds now is nobody's to hear
        address, answer = (dialog.address(), dialog.answer()) if accepted else ("", None)
        dialog.deleteLater()
        if accepted:
            self._window.runner.start(
                lambda _: _opened(address, answer),
                self._on_opened,
                lambda error: self._on_not_opened(address, error),
                translate("Sharing", "Opening {address}").format(address=isolated(readable(address))),
            )

    def hand_over(self, library: Library) -> None:
        """Have a library that was opened take this one's place."""
        self.successor = library
        if not self._window.close():  # what is being typed cannot be kept
            self.successor = None
            library.close()

    def _try(self, dialog: ServerDialog, address: str, answer: Answer | None) -> None:
        def work(_: Progress) -> tuple[int, Role | None]:
            library = _opened(address, answer)
            try:
                return len(list_bitexts(library)), library.role
            finally:
                library.close()

        def show(found: tuple[int, Role | None]) -> None:
            if self._asking is dialog:
                words = plural(READABLE if found[1] is None else FOUND, found[0])
                dialog.told(words.format(role=found[1]))

        def fail(error: Exception) -> None:
            if not isinstance(error, AppError):
                raise error
            if self._asking is dialog:
                dialog.told(f"{error.message} {error.hint}".strip())

        self._window.runner.start(work, show, fail)

    def _on_not_opened(self, address: str, error: Exception) -> None:
        """Ask again, with what was given but the password; when the runner has handed over."""
        if not isinstance(error, ServerRefused | ServerGone):
            if not isinstance(error, AppError):
                raise error
            self._window.messages.show_error(error)
            return
        trouble = f"{error.message} {error.hint}".strip()
        QTimer.singleShot(0, self._window, lambda: self.ask(address, trouble))

    def _on_opened(self, library: Library) -> None:
        settings = self._window.settings
        settings.recent_servers = [
            library.location,
            *(one for one in settings.recent_servers if one != library.location),
        ][:10]
        self.hand_over(library)


def _opened(address: str, answer: Answer | None) -> Library:
    """The library, by the password given or those that are remembered."""
    return open_library(address, ask_password=once(answer))
