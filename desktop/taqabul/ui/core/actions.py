"""Actions are data: one record each; menus, toolbar, context menu and the keyboard card are made from them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QToolButton, QWidget

from taqabul.ui.core import keymap
from taqabul.ui.core.i18n import Message, say, translate
from taqabul.ui.core.icons import icon
from taqabul.ui.core.keymap import Keys
from taqabul.ui.core.telling_menu import TellingMenu

Host = TypeVar("Host")


@dataclass(frozen=True)
class Situation:
    """What the actions' being enabled depends on."""

    bitext: bool = False
    rows: int = 0
    paragraph: bool = False
    paragraphs_in_row: int = 0
    marked: bool = False
    edited: bool = False
    undo: str | None = None
    redo: str | None = None
    report: bool = False
    busy: bool = False
    shelf: str = ""
    entries: int = 0
    beneath: bool = False
    """Whether a bitext's rows lie under the page in sight."""


def always(_now: Situation) -> bool:
    """Nothing is needed."""
    return True


def has_bitext(now: Situation) -> bool:
    """A bitext is open and nothing is rebuilding it."""
    return now.bitext and not now.busy


def has_bitext_anywhere(now: Situation) -> bool:
    """A bitext is open, in sight or under another page, and nothing is rebuilding it."""
    return (now.bitext or now.beneath) and not now.busy


def has_rows(now: Situation) -> bool:
    """Some pair is selected."""
    return has_bitext(now) and now.rows > 0


def has_paragraph(now: Situation) -> bool:
    """The cursor stands on a paragraph."""
    return has_bitext(now) and now.paragraph


@dataclass(frozen=True)
class ActionSpec(Generic[Host]):
    """A verb of the window. ``menu`` is a menu's title, ``submenu`` that of one in it; ``group`` begins a new group there."""

    id: str
    text: Message
    handler: Callable[[Host], object]
    keys: tuple[str, ...] = ()
    menu: Message | None = None
    enabled: Callable[[Situation], bool] = always
    icon: str = ""
    toolbar: bool = False
    context: bool = False
    group: bool = False
    checked: Callable[[Host], bool] | None = None
    submenu: Message | None = None


class ActionSet(Generic[Host]):
    """The table of actions, made into Qt's for one window."""

    def __init__(self, table: Sequence[ActionSpec[Host]], host: Host, parent: QWidget) -> None:
        self.table = tuple(table)
        self._host, self._parent = host, parent
        self.forbidden: Mapping[str, str] = {}
        """What is not offered, and why."""
        self.refused: Callable[[str], None] = lambda _why: None
        """Tells, when the key of a forbidden action is pressed, why it is."""
        self._telling: list[QShortcut] = []
        self.keys: dict[str, Keys] = {spec.id: spec.keys for spec in self.table}
        self._actions = {spec.id: self._made(spec, parent) for spec in self.table}
        parent.addActions(list(self._actions.values()))

    def __getitem__(self, action: str) -> QAction:
        return self._actions[action]

    def fill_menus(self, bar: QMenuBar) -> None:
        """Menus and those in them, in the order in which the table first names them."""
        menus: dict[Message, QMenu] = {}
        inner: dict[tuple[Message, Message], QMenu] = {}
        for spec in self.table:
            if spec.menu is None:
                continue
            if spec.menu not in menus:
                menus[spec.menu] = self._menu(spec.menu, bar)
                bar.addMenu(menus[spec.menu])
            menu, action = menus[spec.menu], self._actions[spec.id]
            if spec.submenu is None:
                _append(menu, spec, action)
                continue
            place = (spec.menu, spec.submenu)
            if place not in inner:
                if spec.group:
                    menu.addSeparator()
                inner[place] = self._menu(spec.submenu, menu)
                menu.addMenu(inner[place])
            inner[place].addAction(action)

    def fill_toolbar(self, bar: QToolBar) -> None:
        """The actions that have a place in the toolbar."""
        bar.setIconSize(QSize(18, 18))
        more = bar.findChild(QToolButton, "qt_toolbar_ext_button")
        if more is not None:
            more.setAccessibleName(translate("Actions", "More tools"))
        menu = None
        for spec in self.table:
            if not spec.toolbar:
                continue
            if menu is not None and (spec.menu != menu or spec.group):
                bar.addSeparator()
            menu = spec.menu
            bar.addAction(self._actions[spec.id])

    def context_menu(self, parent: QWidget) -> QMenu:
        """A menu of what can be done with the pairs under the pointer."""
        menu = TellingMenu("", parent, self.why)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for spec in self.table:
            if spec.context:
                _append(menu, spec, self._actions[spec.id])
        return menu

    def refresh(self, now: Situation) -> None:
        """Enable what makes sense now, and tick what is on."""
        for spec in self.table:
            action = self._actions[spec.id]
            action.setEnabled(spec.id not in self.forbidden and spec.enabled(now))
            if spec.checked is not None:
                action.setChecked(spec.checked(self._host))

    def forbid(self, reasons: Mapping[str, str]) -> None:
        """Offer these no longer, for these reasons, and those forbidden before again, from the next ``refresh`` on."""
        self.forbidden = reasons
        self._answer_forbidden_keys()

    def why(self, name: str) -> str:
        """Why an action is forbidden; empty where it is not."""
        return self.forbidden.get(name, "")

    def set_keys(self, chosen: Mapping[str, Keys]) -> None:
        """Put keys in force: those chosen, by action, and the table's for the rest."""
        self.keys = keymap.effective({spec.id: spec.keys for spec in self.table}, chosen)
        for spec in self.table:
            action = self._actions[spec.id]
            action.setShortcuts(keymap.sequences(self.keys[spec.id]))
            action.setToolTip(tooltip(action.text(), action.shortcut()))
        self._answer_forbidden_keys()

    def repaint_icons(self) -> None:
        """Draw the icons again in the colours of the palette in force."""
        for spec in self.table:
            if spec.icon:
                self._actions[spec.id].setIcon(icon(spec.icon))

    def _answer_forbidden_keys(self) -> None:
        """A disabled action's key does nothing, which nobody would understand."""
        for one in self._telling:
            one.setEnabled(False)  # it goes later, and the key may be an action's by then
            one.deleteLater()
        self._telling = []
        for name, why in self.forbidden.items():
            for key in self._actions[name].shortcuts():
                told = QShortcut(key, self._parent)
                told.activated.connect(lambda why=why: self.refused(why))
                self._telling.append(told)

    def _menu(self, title: Message, parent: QWidget) -> QMenu:
        return TellingMenu(say(title), parent, self.why)

    def _made(self, spec: ActionSpec[Host], parent: QWidget) -> QAction:
        action = QAction(say(spec.text), parent)
        action.setObjectName(spec.id)
        action.setShortcuts(keymap.sequences(spec.keys))
        action.setCheckable(spec.checked is not None)
        action.setIconVisibleInMenu(spec.checked is None)  # a menu shows either an icon or a tick
        action.setToolTip(tooltip(say(spec.text), action.shortcut()))
        action.triggered.connect(lambda _checked=False: spec.handler(self._host))
        return action


def plain(text: str) -> str:
    """An action's text without the mark of its mnemonic and without dots."""
    return text.replace("&", "").removesuffix("…")


def tooltip(text: str, key: QKeySequence) -> str:
    """What a button says when pointed at: its name and its key."""
    if key.isEmpty():
        return plain(text)
    return f"{plain(text)} ({key.toString(QKeySequence.SequenceFormat.NativeText)})"


def _append(menu: QMenu, spec: ActionSpec[Host], action: QAction) -> None:
    if spec.group and menu.actions():
        menu.addSeparator()
    menu.addAction(action)
