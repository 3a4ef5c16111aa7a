"""A library that is shared: taken along, brought back, divided among people."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from taqabul.domain.checkouts import Checkout
from taqabul.domain.errors import AppError
from taqabul.domain.ids import BitextId, JournalId
from taqabul.domain.options import Progress
from taqabul.text.direction import isolated
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, translate
from taqabul.ui.dialogs.assign_dialog import AssignDialog, Wish
from taqabul.ui.dialogs.both_versions_dialog import BothVersionsDialog
from taqabul.workflow import assigning, checking_in, checking_out
from taqabul.workflow.checked_in import CheckedIn, Keep
from taqabul.workflow.projects import BitextSummary

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow

CAME = QT_TRANSLATE_NOOP("Sharing", "%n step(s) came in.")
REFUSED = QT_TRANSLATE_NOOP(
    "Sharing",
    "Left in the file, because your role does not include so much: %n step(s). Have a reviewer or an owner check it in.",
)
TAKEN = QT_TRANSLATE_NOOP("Sharing", "%n bitext(s) checked out into {path}.")
DONE = QT_TRANSLATE_NOOP("Sharing", "%n piece(s) of work said to be done.")
GIVEN = QT_TRANSLATE_NOOP("Sharing", "%n bitext(s) assigned to {person}.")


class SharingFlow:
    """On behalf of a main window."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

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
        """Give the chosen bitexts to somebody, or rows of the one that is open."""
        window = self._window
        chosen = [window.page.summary.id] if window.has_page else self._chosen()
        if not chosen:
            return
        library = window.library
        try:
            rows = assigning.row_count(library, chosen[0]) if len(chosen) == 1 else 0
            known, free = assigning.people(library), not library.holds_to_names
            dialog = AssignDialog(known, len(chosen), rows, self._rows_chosen(), window, free=free)
        except AppError as error:
            window.messages.show_error(error)
            return
        wish = dialog.wish if dialog.exec() == AssignDialog.DialogCode.Accepted else None
        dialog.deleteLater()
        if wish is not None:
            self._give(chosen, wish)

    def finish_work(self) -> None:
        """Say that what one was given of the open bitext is done."""
        window, library = self._window, self._window.library
        bitext = window.page.summary.id
        try:
            mine = [one for one in assigning.assignments_of(library, library.author) if one.bitext == bitext]
            for one in mine:
                assigning.set_done(library, one.id)
        except AppError as error:
            window.messages.show_error(error)
            return
        if not mine:
            window.messages.show_message(translate("Sharing", "Nothing of this bitext is assigned to you."))
            return
        self._look_for_work()
        back = (translate("Sharing", "Take &back"), lambda: self._reopen([one.id for one in mine]))
        window.messages.show_message(plural(DONE, len(mine)), back)

    def _reopen(self, numbers: list[int]) -> None:
        try:
            for number in numbers:
                assigning.set_done(self._window.library, number, done=False)
        except AppError as error:
            self._window.messages.show_error(error)
        self._look_for_work()

    def _give(self, chosen: list[BitextId], wish: Wish) -> None:
        window = self._window
        try:
            assigning.assign(window.library, chosen, wish.person, wish.rows, wish.task, wish.until)
        except AppError as error:
            window.messages.show_error(error)
            return
        self._look_for_work()
        window.messages.show_message(plural(GIVEN, len(chosen)).format(person=isolated(wish.person)))

    def _look_for_work(self) -> None:
        if self._window.has_page:
            self._window.page.findings.want(numbers=False, since=None, work=True)
        else:
            self._window.start.read_again()

    def _rows_chosen(self) -> tuple[int, int] | None:
        """The numbers of the first and last row chosen in the open bitext, where there are several."""
        if not self._window.has_page:
            return None
        page = self._window.page
        positions = page.view.selected_positions()
        if len(positions) < 2:
            return None
        ours = page.model.everything.places(page.model.table.links[positions])
        return int(ours.min()) + 1, int(ours.max()) + 1

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
        dialog = BothVersionsDialog(done.conflicts, self._window.reading.look, self._window)
        accepted = dialog.exec() == BothVersionsDialog.DialogCode.Accepted
        chosen = dialog.chosen() if accepted else {}
        dialog.deleteLater()
        if chosen:
            self._bring(path, chosen)

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
