"""What can be done with what stands on the shelves; each asks what it must and shows what came of it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QMenu, QMessageBox

from taqabul.domain.errors import AppError
from taqabul.domain.ids import BitextId, DocumentId
from taqabul.domain.options import AlignOptions
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, translate
from taqabul.ui.library.listing import Kind, Shelf
from taqabul.ui.library.tidy_undo import TidyUndo
from taqabul.ui.pages.start_page import StartPage
from taqabul.workflow import aligning, compute, duplicating, projects, shelving
from taqabul.workflow.projects import BitextSummary, DocumentSummary

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow

ENTRY_MENU: Final = (
    "entry-rename",
    "entry-tags",
    "entry-project",
    "entry-duplicate",
    "pair-documents",
    "entry-archive",
    "check-out",
    "assign",
    "entry-bin",
    "entry-restore",
)
SHELF_MENU: Final = ("project-rename", "project-delete", "empty-bin")
BINNED = QT_TRANSLATE_NOOP("LibraryVerbs", "%n entry(s) moved to the bin.")
GOING = QT_TRANSLATE_NOOP("LibraryVerbs", "%n bitext(s)")


class LibraryVerbs:
    """Acts on the chosen entries of a window's library page."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self.undoing = TidyUndo(window.library)

    def connect(self, page: StartPage) -> None:
        """Serve the keys and the context menus of the library page."""
        page.rename_asked.connect(self.rename)
        for widget, names in ((page.table, ENTRY_MENU), (page.shelves, SHELF_MENU)):
            widget.customContextMenuRequested.connect(
                lambda place, widget=widget, names=names: self._menu(names).popup(
                    widget.viewport().mapToGlobal(place)
                )
            )

    def undo(self) -> None:
        """Take back what was done last on the shelves."""
        self._try(self.undoing.undo)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._try(self.undoing.redo)

    def rename(self) -> None:
        """Ask for another title of the bitext or the document under the cursor."""
        chosen, library = self._window.start.table.chosen(), self._window.library
        if not chosen:
            return
        one = chosen[0]
        is_bitext = isinstance(one, BitextSummary)
        title = self._asked(
            translate("LibraryVerbs", "Rename"),
            translate("LibraryVerbs", "Title of the bitext")
            if is_bitext
            else translate("LibraryVerbs", "Title of the document"),
            one.title if isinstance(one, BitextSummary) else one.document.title,
        )

        def rename() -> None:
            if isinstance(one, BitextSummary):
                projects.rename_bitext(library, one.id, title)
            else:
                projects.rename_document(library, one.document.id, title)

        if title:
            self.do("rename", rename)

    def duplicate(self) -> None:
        """Copy the chosen bitext beside the window."""
        chosen, library = self._bitexts(), self._window.library
        if not chosen:
            return
        name = translate("LibraryVerbs", "{title} (copy)").format(title=chosen[0].title)
        title = self._asked(
            translate("LibraryVerbs", "Duplicate"), translate("LibraryVerbs", "Title of the copy"), name
        )
        if title:
            self._window.runner.start(
                lambda progress: duplicating.duplicate(library, chosen[0].id, title, progress),
                lambda _made: self._window.start.read_again(),
                self._failed,
                translate("LibraryVerbs", "Copying {title}").format(title=chosen[0].title),
            )

    def archive(self) -> None:
        """Put the chosen bitexts into the archive, or take them out of it."""
        chosen = self._bitexts()
        away = self._window.start.shelf.kind is not Kind.ARCHIVE
        verb = "archive" if away else "take out of the archive"
        self.do(verb, lambda: shelving.archive(self._window.library, _ids(chosen), archived=away))

    def tag(self) -> None:
        """Ask for the tags that all chosen bitexts shall have; what only some have stays."""
        chosen = self._bitexts()
        if not chosen:
            return
        common = set.intersection(*(set(one.place.tags) for one in chosen))
        words, agreed = QInputDialog.getText(
            self._window,
            translate("LibraryVerbs", "Tags"),
            translate("LibraryVerbs", "Words to find these bitexts by, parted by commas"),
            text=", ".join(sorted(common)),
        )
        if not agreed:
            return
        wanted = set(words.replace("،", ",").split(","))

        def tag() -> None:
            for one in chosen:
                shelving.tag(self._window.library, one.id, (set(one.place.tags) - common) | wanted)

        self.do("tag", tag)

    def move_to_project(self) -> None:
        """Ask for a project, an old one or a new one, and put the chosen bitexts there."""
        chosen, library = self._bitexts(), self._window.library
        if not chosen:
            return
        names = ["", *(one.name for one in shelving.list_projects(library))]
        now = chosen[0].project
        name, agreed = QInputDialog.getItem(
            self._window,
            translate("LibraryVerbs", "Project"),
            translate("LibraryVerbs", "Choose a project or type the name of a new one (empty: in none)"),
            names,
            names.index(now) if now in names else 0,
            editable=True,
        )
        if agreed:
            self.do(
                "move to a project",
                lambda: shelving.move_to_project(
                    library, _ids(chosen), shelving.make_project(library, name) if name.strip() else None
                ),
            )

    def rename_project(self) -> None:
        """Ask for another name of the project whose shelf is chosen."""
        project = self._window.start.shelf.project
        if project is None:
            return
        names = {one.id: one.name for one in shelving.list_projects(self._window.library)}
        name = self._asked(
            translate("LibraryVerbs", "Rename the project"),
            translate("LibraryVerbs", "Name"),
            names.get(project, ""),
        )
        if name:
            self.do("rename", lambda: shelving.rename_project(self._window.library, project, name))

    def delete_project(self) -> None:
        """Take the project whose shelf is chosen away; its bitexts stay."""
        project = self._window.start.shelf.project
        if project is not None:
            self.do("dissolve the project", lambda: shelving.delete_project(self._window.library, project))

    def put_into_bin(self) -> None:
        """Put the chosen entries into the bin, and offer to take them back."""
        ids, papers = _ids(self._bitexts()), self._documents()
        library = self._window.library

        def put() -> None:
            for paper in papers:
                shelving.bin_document(library, paper)
            shelving.bin_bitexts(library, ids)

        if (ids or papers) and self.do("move to the bin", put):
            self._window.messages.show_message(
                plural(BINNED, len(ids) + len(papers)),
                (translate("LibraryVerbs", "Take back"), lambda: self._take_out(ids, papers)),
            )

    def restore(self) -> None:
        """Take the chosen entries out of the bin."""
        self._take_out(_ids(self._bitexts()), self._documents())

    def empty_bin(self) -> None:
        """Take all that is in the bin out for good, once the person agrees."""
        library = self._window.library
        count = sum(map(Shelf(Kind.BIN).holds, projects.all_bitexts(library)))
        answer = QMessageBox.question(
            self._window,
            translate("LibraryVerbs", "Empty the bin"),
            translate(
                "LibraryVerbs",
                "Take what is in the bin ({bitexts}) out for good, with its links, notes and history, and the "
                "documents that nothing else uses? This cannot be undone.",
            ).format(bitexts=plural(GOING, count)),
            defaultButton=QMessageBox.StandardButton.No,
        )
        if answer == QMessageBox.StandardButton.Yes:
            self._window.runner.start(
                lambda _: shelving.empty_bin(library),
                self._on_emptied,
                self._failed,
                translate("LibraryVerbs", "Emptying the bin"),
            )

    def _on_emptied(self, _gone: shelving.Emptied) -> None:
        self.undoing.forget()
        self._window.start.read_again()
        self._window.refresh()

    def pair_documents(self) -> None:
        """Make a new bitext of the two chosen documents, aligned beside the window."""
        papers, library = self._documents(), self._window.library
        if len(papers) != 2:
            return
        self._window.runner.start(
            lambda progress: aligning.pair_documents(
                library, papers[0], papers[1], AlignOptions(), progress, compute.propose_in_process
            ),
            self._window.open_bitext,
            self._failed,
            translate("LibraryVerbs", "Aligning two documents"),
        )

    def _menu(self, names: Sequence[str]) -> QMenu:
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in (self._window.actions_table[name] for name in names):
            if action.isEnabled():
                menu.addAction(action)
        return menu

    def _bitexts(self) -> list[BitextSummary]:
        return [one for one in self._window.start.table.chosen() if isinstance(one, BitextSummary)]

    def _documents(self) -> list[DocumentId]:
        chosen = self._window.start.table.chosen()
        return [one.document.id for one in chosen if isinstance(one, DocumentSummary)]

    def _asked(self, title: str, words: str, now: str) -> str:
        text, agreed = QInputDialog.getText(self._window, title, words, text=now)
        return text.strip() if agreed else ""

    def _take_out(self, ids: Sequence[BitextId], papers: Sequence[DocumentId]) -> None:
        self.do("take out of the bin", lambda: shelving.restore(self._window.library, ids, papers))

    def do(self, verb: str, write: Callable[[], object]) -> bool:
        """Do something that can be undone."""
        return self._try(lambda: self.undoing.do(verb, write))

    def _try(self, write: Callable[[], object]) -> bool:
        """Write, tell what was wrong, and show the library as it is now."""
        try:
            write()
        except AppError as error:
            self._window.messages.show_error(error)
            return False
        finally:
            self._window.start.read_again()
        return True

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            raise error
        self._window.messages.show_error(error)


def _ids(chosen: list[BitextSummary]) -> list[BitextId]:
    return [one.id for one in chosen]
