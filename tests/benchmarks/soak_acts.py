"""What a reviewer does in a long session, by key: each act begins and ends on the rows of an open bitext."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from tests.benchmarks.soak_hands import Hands, pause

from taqabul.ui.core.actions import plain

KEY = Qt.Key
LATER = {
    *("quit", "library", "open", "import-folder", "sample", "author", "export", "keys", "filter-save"),
    "restore-copy",
}
"""Verbs that lead out of the bitext or ask the system; ``Visit`` and single acts do them."""
SLOW = {"realign", "realign-chosen", "pinpoint", "confirm-sure", "shift-up", "shift-down", "clean"}
LIBRARY = ("entry-", "project-", "pair-documents", "empty-bin")
MOVES = (
    "Down",
    "Up",
    "PgDown",
    "PgUp",
    "Left",
    "Right",
    "Home",
    "End",
    "Shift+Down",
    "Alt+Down",
    "Alt+Right",
)
SCREENS = (
    *("guidelines", "history", "marks-list", "orphans", "threads", "list-places"),
    *("overview", "scorecard", "claims", "label-sets", "agreement", "keyboard"),
)
"""What is made, or what fetches a library of its own, when it is first asked for."""
SOUGHT = ("the", "كتاب", "ال", "state", "2003", "العراق", "Iraq", r"\d+", "Haifa Zangana", "government")
WRITTEN = ("نص جديد.", "A new text.", "رقم ٣ من ٥.", "One. Two! Three?")


class Acts:
    """Acts of a person at the rows of a bitext, drawn by chance."""

    def __init__(self, hands: Hands) -> None:
        self.hands, self.window, self.chance = hands, hands.window, hands.chance
        self.table = {spec.id: spec for spec in self.window.actions_table.table}
        self.by_key: dict[Callable[[], None], int] = {
            self.move: 14,
            self.go_anywhere: 6,
            self.verb: 40,
            self.slow_verb: 2,
            self.edit: 6,
            self.split_a_paragraph: 2,
            self.note: 4,
            self.change_a_note: 3,
            self.find: 5,
            self.find_in_library: 3,
            self.replace: 3,
            self.filter: 6,
            self.save_a_filter: 1,
            self.use_a_saved_filter: 1,
            self.look_over: 2,
            self.restore_from_history: 4,
            self.only_texts: 1,
            self.export: 1,
            self.resize: 1,
            self.context_menu: 1,
        }

    def see_everything(self) -> None:
        """Every screen once, so that what is made on demand does not look like growth later."""
        for name in SCREENS:
            if self.can(name):
                self.do(name)
                self.hands.settle()
                self.back()

    def one(self) -> str:
        """Do something; its name."""
        act = self.chance.choices(list(self.by_key), list(self.by_key.values()))[0]
        said = act()
        self.hands.settle()
        self.back()
        return f"{act.__name__} {said or ''}".strip()

    def back(self) -> None:
        """To the rows, with what was in the way let go."""
        page, palette = self.window.page, self.window.commands.palette
        if palette is not None:
            self.hands.press("Esc", palette)
        for covering in (self.window.overview, self.window.scores, self.window.claims):
            if covering.shown:
                self.hands.press("Esc", covering.page)
        if page.editing.editor is not None:
            self.hands.press("F2", page.editing.editor)
            if page.editing.editor is not None:
                self.hands.press("Esc", page.editing.editor)
        page.view.setFocus()
        if not page.model.count:
            self.hands.press("Backspace")
        if not page.view.currentIndex().isValid():
            page.view.go_to(0)
        self.window.refresh()

    def do(self, verb: str) -> None:
        """Perform a verb of the table, by its key or, where it has none, by its name in the palette."""
        keys = self.window.actions_table.keys[verb]
        if keys:
            self.hands.press(self.chance.choice(keys))
            return
        self.hands.press("Ctrl+K")
        palette = self.window.commands.palette
        assert palette is not None
        self.hands.write(plain(self.window.actions_table[verb].text()), palette.query)
        while palette.chosen is not None and palette.chosen.id != f"action:{verb}":
            at = palette.list.currentIndex().row()
            self.hands.press("Down", palette)
            assert palette.list.currentIndex().row() != at, f"the palette does not offer {verb}"
        self.hands.press("Return" if palette.chosen is not None else "Esc", palette)
        pause(1)

    def can(self, verb: str) -> bool:
        """Whether a verb makes sense now."""
        return self.window.actions_table[verb].isEnabled()

    def move(self) -> None:
        """Go somewhere near."""
        self.hands.press(self.chance.choice(MOVES), times=self.chance.randint(1, 4))

    def go_anywhere(self) -> None:
        """Go to a paragraph by its number."""
        self.hands.words = str(self.chance.randint(1, 40))
        self.do("go-to")
        self.hands.words = ""

    def verb(self) -> str:
        """Any verb of the table that makes sense now."""
        possible = [
            name
            for name in self.table
            if name not in LATER | SLOW and not name.startswith(LIBRARY) and self.can(name)
        ]
        name = self.chance.choice(possible)
        self.do(name)
        return name

    def slow_verb(self) -> str:
        """One of those that take long or change much."""
        possible = sorted(filter(self.can, SLOW))
        if not possible:
            return "none"
        name = self.chance.choice(possible)
        self.do(name)
        return name

    def edit(self) -> None:
        """Correct a text."""
        self.do("edit")
        editor = self.window.page.editing.editor
        if editor is None:
            return
        self.hands.press(self.chance.choice(("End", "Home", "Ctrl+End", "Ctrl+A")), editor)
        self.hands.write(self.chance.choice(WRITTEN), editor)
        self.hands.press(self.chance.choice(("F2", "F2", "Ctrl+Return", "Tab", "Esc")), editor)

    def split_a_paragraph(self) -> None:
        """Part a text at the cursor."""
        self.do("edit")
        editor = self.window.page.editing.editor
        if editor is not None:
            self.hands.press("Ctrl+Right", editor, times=self.chance.randint(1, 5))
            self.hands.press("Ctrl+B", editor)

    def note(self) -> None:
        """Write a note."""
        self.do("note")
        field = self.window.page.details.notes.field
        self.hands.write(self.chance.choice(WRITTEN), field)
        self.hands.press(self.chance.choice(("Ctrl+Return", "Ctrl+Return", "Esc")), field)

    def change_a_note(self) -> None:
        """Change a note of a row that has one, or take it away."""
        rows = self.window.page.model.table.has_note.nonzero()[0]
        if not len(rows):
            return
        self.window.page.view.go_to(int(self.chance.choice(rows.tolist())))
        self.window.page.details.refresh()
        notes = self.window.page.details.notes
        if self.chance.random() < 0.4:
            notes.delete.setFocus()
            self.hands.press("Space")
        else:
            notes.change.setFocus()
            self.hands.press("Space")
            self.hands.write("!", notes.field)
            self.hands.press("Ctrl+Return", notes.field)

    def find(self) -> str:
        """Find in this bitext."""
        self.do("find")
        form = self.window.page.find_bar.form
        self.hands.press(self.chance.choice(("Up", "Down")), form.kind)
        self.hands.press(self.chance.choice(("Up", "Down")), form.where)
        self._seek(form.query)
        self.hands.press("Return", form.query, times=self.chance.randint(0, 4))
        if self.chance.random() < 0.7:
            self.hands.press("Esc", form.query)
        return form.kind.currentText()

    def find_in_library(self) -> None:
        """Find in all texts, and go to what is found."""
        self.do(self.chance.choice(("find-in-library", "list-places")))
        panel = self.window.search.library.panel
        self._seek(panel.form.query)
        self.hands.press("Down", panel.form.query)
        self.hands.press("F3", times=self.chance.randint(0, 3))
        if self.chance.random() < 0.7:
            self.hands.press("Esc", panel.form.query)

    def replace(self) -> None:
        """Replace a word, after a look."""
        self.do("replace")
        bar = self.window.page.find_bar
        bar.form.kind.setFocus()
        self.hands.press("Home", bar.form.kind)
        self.hands.press("Home", bar.form.where)
        self._seek(bar.query)
        bar.replacement.setFocus()
        self.hands.press("Ctrl+A", bar.replacement)
        self.hands.write(self.chance.choice(("word", "كلمة")), bar.replacement)
        self.hands.press("Return", bar.replacement)
        self.hands.settle()
        self.hands.press("Esc", bar.query)

    def filter(self) -> str:
        """Choose rows by conditions, and work on some of them."""
        page = self.window.page
        self.do("filter")
        conditions = []
        for _ in range(self.chance.randint(1, 2)):
            self.hands.press("Home")
            self.hands.press("Right", times=self.chance.randint(0, len(page.filter_bar.chips) - 1))
            conditions.append(getattr(self.hands.focus, "condition", "?"))
            self.hands.press("Space")
        self.hands.settle()
        self.hands.press("Down")
        for key in self.chance.sample(("J", "K", "Space", "Shift+L", "Ctrl+Shift+H", "F5", "X"), 3):
            self.back()
            self.hands.press(key)
            self.hands.settle()
        if self.chance.random() < 0.8:
            self.back()
            self.hands.press("Backspace")
        return "+".join(conditions)

    def save_a_filter(self) -> None:
        """Keep the filter in force under a name."""
        self.hands.words = self.chance.choice(("one", "two", "ثلاثة"))
        self.do("filter-save")
        self.hands.words = ""

    def use_a_saved_filter(self) -> None:
        """Set one by its name, look, and let it go."""
        self.hands.press("Ctrl+K")
        palette = self.window.commands.palette
        assert palette is not None
        self.hands.write(self.chance.choice(("one", "two", "ثلاثة")), palette.query)
        chosen = palette.chosen
        kept = chosen is not None and chosen.id.startswith("filter:")
        self.hands.press("Return" if kept else "Esc", palette)
        self.hands.settle()
        self.back()
        self.hands.press("Backspace")

    def look_over(self) -> None:
        """The overview: closer, farther, moved, and back."""
        self.do("overview")
        self.hands.settle()
        page = self.window.overview.page
        if page is not None:
            for key in self.chance.choices(("+", "-", "Left", "Down", "0"), k=3):
                self.hands.press(key, page.map.widget)
            page.grab()
            self.hands.press(self.chance.choice(("Esc", "Ctrl+M")), page)

    def restore_from_history(self) -> None:
        """Bring back what stood before or after some act."""
        if not self.window.settings.history:
            self.do("history")
        panel = self.window.history.panel
        if panel is None:
            return
        self.hands.press(self.chance.choice(("Home", "End")), panel.of)
        self.hands.settle()
        pause(130)
        self.hands.settle()
        panel.table.setFocus()
        self.hands.press("Down", panel.table, times=self.chance.randint(0, 5))
        self.hands.settle()
        panel.changes.setFocus()
        self.hands.press("Down", panel.changes)
        button = self.chance.choice((panel.before, panel.after))
        if button.isEnabled():
            button.setFocus()
            self.hands.press("Space")
        self.hands.settle()
        self.back()
        if self.chance.random() < 0.7:
            self.do("history")

    def only_texts(self) -> None:
        """Nothing but the texts, and back."""
        self.hands.press("F11")
        self.hands.press("Down", times=3)
        self.hands.press("Esc")

    def export(self) -> None:
        """Write the pairs to a file."""
        self.do("export")

    def resize(self) -> None:
        """Another size of the window."""
        self.window.resize(self.chance.randint(900, 1366), self.chance.randint(600, 768))

    def context_menu(self) -> None:
        """Open the menu of a row and leave it."""
        menu = self.window.actions_table.context_menu(self.window)
        menu.popup(self.window.mapToGlobal(self.window.rect().center()))
        self.hands.press("Esc", menu)

    def _seek(self, line: QLineEdit) -> None:
        line.setFocus()
        self.hands.press("Ctrl+A", line)
        self.hands.write(self.chance.choice(SOUGHT), line)
        pause(170)
        self.hands.settle()
