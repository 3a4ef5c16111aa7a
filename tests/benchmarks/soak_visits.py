"""What a person does on the library page between two bitexts, by key."""

from tests.benchmarks.soak_hands import Hands, pause

from taqabul.domain.ids import BitextId
from taqabul.ui.library.listing import Kind
from taqabul.workflow.projects import BitextSummary

COPY = "copy"
PROJECTS = ("Press", "كتب")


class Visit:
    """The library page; the bitexts of the session are never thrown away, only copies of them."""

    def __init__(self, hands: Hands, bitexts: list[BitextId]) -> None:
        self.hands, self.window, self.bitexts = hands, hands.window, bitexts
        self.way = (
            self.rename,
            self.tag,
            self.duplicate_and_bin,
            self.archive,
            self.project,
            self.search,
            self.undo,
        )

    def one(self) -> str:
        """Do something; its name."""
        self.shelf(Kind.ALL)
        self.choose(self.hands.chance.choice(self.bitexts))
        act = self.hands.chance.choice(self.way)
        act()
        self.hands.settle()
        self.hands.words = ""
        self.shelf(Kind.ALL)
        return act.__name__

    def enter(self, bitext: BitextId) -> None:
        """Open a bitext by Enter."""
        self.shelf(Kind.ALL)
        self.choose(bitext)
        self.hands.press("Return", self.window.start.table)
        self.hands.settle()
        if not self.window.has_page or self.window.page.summary.id != bitext:
            raise AssertionError("Enter did not open the bitext")
        pause(1)
        self.window.page.view.setFocus()
        self.window.refresh()

    def shelf(self, kind: Kind) -> None:
        """Go to a shelf by arrows."""
        shelves = self.window.start.shelves
        shelves.setFocus()
        self.hands.press("Home", shelves)
        for _ in range(shelves.count()):
            if shelves.shelf.kind is kind:
                break
            self.hands.press("Down", shelves)
        assert shelves.shelf.kind is kind
        self.window.start.table.setFocus()

    def choose(self, bitext: BitextId) -> None:
        """Go to a bitext of the shelf by arrows."""
        table = self.window.start.table
        table.setFocus()
        self.hands.press("Up", table, times=len(table.entries))
        for _ in range(len(table.entries)):
            chosen = table.chosen()
            if [one.id for one in chosen if isinstance(one, BitextSummary)] == [bitext]:
                break
            self.hands.press("Down", table)
        else:
            raise AssertionError("the bitext is not on this shelf")
        self.window.refresh()

    def rename(self) -> None:
        """Another title."""
        self.hands.words = self.hands.chance.choice(("Title", "عنوان"))
        self.hands.press("F2", self.window.start.table)

    def tag(self) -> None:
        """Other tags."""
        self.hands.words = "news, أخبار"
        self.hands.press("Ctrl+Shift+T")

    def duplicate_and_bin(self) -> None:
        """Copy a bitext, throw the copy away, take it back, throw it away for good."""
        self.hands.agrees = lambda: True
        self.hands.words = COPY
        self.hands.press("Ctrl+Shift+Y")
        self.hands.settle()
        copy = next(one.id for one in self._entries() if one.title == COPY)
        self.choose(copy)
        self.hands.press("Delete")
        self.shelf(Kind.BIN)
        self.choose(copy)
        self.hands.press("Ctrl+Shift+B")
        self.shelf(Kind.ALL)
        self.choose(copy)
        self.hands.press("Delete")
        self.window.actions_table["empty-bin"].trigger()
        self.hands.settle()
        self.hands.agrees = lambda: self.hands.chance.random() < 0.8

    def archive(self) -> None:
        """Into the archive and out again."""
        chosen = self._chosen()
        self.hands.press("Ctrl+Shift+A")
        self.shelf(Kind.ARCHIVE)
        self.choose(chosen)
        self.hands.press("Ctrl+Shift+A")

    def project(self) -> None:
        """Into a project."""
        self.hands.words = self.hands.chance.choice(PROJECTS)
        self.hands.press("Ctrl+J")

    def undo(self) -> None:
        """Take back what was done on the shelves, and do it again."""
        for keys in ("Ctrl+Z", "Ctrl+Z", "Ctrl+Y", "Ctrl+Y"):
            self.window.refresh()
            self.hands.press(keys)

    def search(self) -> None:
        """Look for a title."""
        page = self.window.start
        self.hands.press("Ctrl+F", page.table)
        self.hands.write("t")
        self.hands.press("Backspace", page.search)
        self.hands.press("Return", page.search)

    def _entries(self) -> list[BitextSummary]:
        return [one for one in self.window.start.table.entries if isinstance(one, BitextSummary)]

    def _chosen(self) -> BitextId:
        return next(one.id for one in self.window.start.table.chosen() if isinstance(one, BitextSummary))
