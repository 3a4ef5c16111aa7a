"""A library that is shared: opened on a server, taken along, brought back, divided among people."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QInputDialog

from taqabul.domain.checkouts import Checkout
from taqabul.domain.errors import AppError
from taqabul.domain.ids import BitextId, JournalId
from taqabul.domain.options import Progress
from taqabul.domain.roles import Role
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, translate
from taqabul.ui.dialogs.both_versions_dialog import BothVersionsDialog
from taqabul.ui.dialogs.server_dialog import ServerDialog
from taqabul.workflow import assigning, checking_in, checking_out
from taqabul.workflow.checking_in import CheckedIn, Keep
from taqabul.workflow.library import Library, open_library
from taqabul.workflow.passwords import Answer
from taqabul.workflow.projects import BitextSummary, list_bitexts

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow

CAME = QT_TRANSLATE_NOOP("Sharing", "%n step(s) came in.")
REFUSED = QT_TRANSLATE_NOOP(
    "Sharing",
    "%n step(s) are more than your role includes and stay in the file: have a reviewer or an owner check it in.",
)
TAKEN = QT_TRANSLATE_NOOP("Sharing", "%n bitext(s) checked out into {path}.")
FOUND = QT_TRANSLATE_NOOP(
    "Sharing", "The server answers: a library of %n bitext(s), in which you are {role}."
)
GIVEN = QT_TRANSLATE_NOOP("Sharing", "%n bitext(s) assigned to {person}.")


class SharingFlow:
    """Sharing on behalf of a main window. ``successor`` is a library that was opened to take this one's place."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self.successor: Library | None = None
        self._asking: ServerDialog | None = None

    def open_server(self) -> None:
        """Ask for a library on a server, and open it in the place of this one."""
        settings = self._window.settings
        dialog = ServerDialog(settings.recent_servers, lambda *told: self._try(dialog, *told), self._window)
        self._asking = dialog
        accepted = dialog.exec() == ServerDialog.DialogCode.Accepted
        self._asking = None  # what a try finds now is nobody's to hear
        address, answer = (dialog.address(), dialog.answer()) if accepted else ("", None)
        dialog.deleteLater()
        if accepted:
            self._window.runner.start(
                lambda _: _opened(address, answer),
                self._on_opened,
                self._on_failed,
                translate("Sharing", "Opening {address}").format(address=address),
            )

    def check_out(self) -> None:
        """Take the chosen bitexts along in a file."""
        library, chosen = self._window.library, self._chosen()
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            translate("Sharing", "Check out into a new file"),
            str(Path(self._window.settings.last_folder) / "taqabul-laptop.db"),
            translate("Sharing", "Libraries (*.db)"),
        )
        if chosen and name:
            self._window.runner.start(
                lambda _: (Path(name), checking_out.check_out(library, chosen, Path(name))),
                self._on_taken,
                self._on_failed,
                translate("Sharing", "Checking out"),
            )

    def check_in(self) -> None:
        """Bring back what was done in a file."""
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            translate("Sharing", "Check in a file that was checked out"),
            self._window.settings.last_folder,
            translate("Sharing", "Libraries (*.db)"),
        )
        if name:
            self._bring(Path(name), {})

    def assign(self) -> None:
        """Give the chosen bitexts to somebody."""
        chosen = self._chosen()
        person, agreed = QInputDialog.getText(
            self._window,
            translate("Sharing", "Assign"),
            translate("Sharing", "Who is to work on them (the name they sign with)"),
        )
        if not (chosen and agreed and person.strip()):
            return
        try:
            assigning.assign(self._window.library, chosen, person)
        except AppError as error:
            self._window.messages.show_error(error)
            return
        self._window.start.read_again()
        self._window.messages.show_message(plural(GIVEN, len(chosen)).format(person=person.strip()))

    def _bring(self, path: Path, chosen: dict[JournalId, Keep]) -> None:
        library = self._window.library

        def work(progress: Progress) -> CheckedIn:
            return checking_in.check_in(library, path, None, chosen, progress)

        self._window.runner.start(
            work,
            lambda done: self._on_brought(path, done, asked=bool(chosen)),
            self._on_failed,
            translate("Sharing", "Checking in {name}").format(name=path.name),
        )

    def _on_brought(self, path: Path, done: CheckedIn, *, asked: bool) -> None:
        window = self._window
        if not window.has_page:
            window.start.read_again()
        words = plural(CAME, done.came)
        if done.refused:
            words = f"{words} {plural(REFUSED, len(done.refused))}"
        if not done.conflicts:
            window.messages.show_message(words)
            return
        answers = [(translate("Sharing", "Choose versions…"), lambda: self._choose(path, done))]
        open_ = translate("Sharing", "What both sides changed is still open.")
        window.messages.show_message(f"{words} {open_}", *answers)
        if not asked:
            self._choose(path, done)

    def _choose(self, path: Path, done: CheckedIn) -> None:
        dialog = BothVersionsDialog(done.conflicts, self._window)
        accepted = dialog.exec() == BothVersionsDialog.DialogCode.Accepted
        chosen = dialog.chosen() if accepted else {}
        dialog.deleteLater()
        if chosen:
            self._bring(path, chosen)

    def _try(self, dialog: ServerDialog, address: str, answer: Answer | None) -> None:
        def work(_: Progress) -> tuple[int, Role]:
            library = _opened(address, answer)
            try:
                return len(list_bitexts(library)), library.role
            finally:
                library.close()

        def show(found: tuple[int, Role]) -> None:
            if self._asking is dialog:
                dialog.told(plural(FOUND, found[0]).format(role=found[1]))

        def fail(error: Exception) -> None:
            if not isinstance(error, AppError):
                raise error
            if self._asking is dialog:
                dialog.told(f"{error.message} {error.hint}".strip())

        self._window.runner.start(work, show, fail)

    def _on_opened(self, library: Library) -> None:
        window = self._window
        recent = window.settings.recent_servers
        window.settings.recent_servers = [
            library.location,
            *(one for one in recent if one != library.location),
        ][:10]
        self.successor = library
        if not window.close():  # what is being typed cannot be kept
            self.successor = None
            library.close()

    def _on_taken(self, taken: tuple[Path, Checkout]) -> None:
        path, made = taken
        self._window.start.read_again()
        self._window.messages.show_message(plural(TAKEN, len(made.bitexts)).format(path=path))

    def _chosen(self) -> list[BitextId]:
        return [one.id for one in self._window.start.table.chosen() if isinstance(one, BitextSummary)]

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            raise error
        self._window.messages.show_error(error)


def _opened(address: str, answer: Answer | None) -> Library:
    """The library, by the password given or those that are remembered."""
    given = [] if answer is None else [answer]
    return open_library(address, ask_password=lambda _address, _trouble: given.pop() if given else None)
