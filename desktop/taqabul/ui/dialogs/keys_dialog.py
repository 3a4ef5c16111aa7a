"""Chooses the keys of actions: press one, see whom it belongs to, decide."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from taqabul.text.folding import fold_key
from taqabul.ui.core import keymap
from taqabul.ui.core.actions import ActionSpec, Host, plain
from taqabul.ui.core.i18n import say, translate
from taqabul.ui.core.keymap import Keys

RESERVED = frozenset(
    {"Up", "Down", "Left", "Right", "Tab", "Shift+Tab", "Return", "Enter", "PgUp", "PgDown", "Home", "End"}
)
"""Keys that move the cursor or work everywhere; no verb can have them."""
ID = Qt.ItemDataRole.UserRole


class KeysDialog(QDialog):
    """Shows every action with its keys. ``chosen`` holds what differs from the table once it was accepted."""

    def __init__(
        self, table: Sequence[ActionSpec[Host]], chosen: dict[str, Keys], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Keys", "Change keys"))
        self._titles = {spec.id: plain(say(spec.text)) for spec in table}
        self._defaults = {spec.id: spec.keys for spec in table}
        self.chosen = dict(chosen)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(translate("Keys", "Find an action"))
        self.search.setAccessibleName(translate("Keys", "Find an action"))
        self.tree = QTreeWidget(self)
        self.tree.setAccessibleName(translate("Keys", "Actions and their keys"))
        self.tree.setHeaderLabels([translate("Keys", "Action"), translate("Keys", "Keys")])
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.edit = QKeySequenceEdit(self)
        self.edit.setMaximumSequenceLength(1)
        self.edit.setAccessibleName(translate("Keys", "Press the new key"))
        for inner in self.edit.findChildren(QLineEdit):  # where the focus really is
            inner.setAccessibleName(self.edit.accessibleName())
        self.remark = QLabel(self)
        self.remark.setWordWrap(True)
        self.replace_button = QPushButton(translate("Keys", "Use &this key"), self)
        self.add_button = QPushButton(translate("Keys", "&Add this key"), self)
        self.remove_button = QPushButton(translate("Keys", "&No key"), self)
        self.reset_button = QPushButton(translate("Keys", "As it &was"), self)
        self.reset_all_button = QPushButton(translate("Keys", "All as they were"), self)
        self._groups: list[QTreeWidgetItem] = []
        self._items = self._fill(table)
        self._lay_out()
        self._connect()
        self._show_keys()
        self.tree.setCurrentItem(next(iter(self._items.values())))
        self.resize(620, 620)

    @property
    def keys(self) -> dict[str, Keys]:
        """Every action's keys as they would be in force."""
        return keymap.effective(self._defaults, self.chosen)

    def choose(self, action: str) -> None:
        """Go to an action."""
        self.tree.setCurrentItem(self._items[action])

    def _action(self) -> str | None:
        item = self.tree.currentItem()
        return item.data(0, ID) if item is not None else None

    def _pressed(self) -> str:
        """The key in the field, as an English keyboard calls it."""
        return keymap.latin(self.edit.keySequence())

    def _give(self, *, beside: bool) -> None:
        """Give the action the key in the field; whoever had it goes without."""
        action, key = self._action(), self._pressed()
        if action is None or not key or key in RESERVED:
            return
        keys = self.keys
        held = keys[action]
        before = keymap.holder(keys, key)
        if before == action:
            held = tuple(one for one in held if not keymap.is_same(one, key))
        elif before is not None:
            self._set(before, tuple(one for one in keys[before] if not keymap.is_same(one, key)))
        self._set(action, (*held, key) if beside else (key,))
        self.edit.clear()
        self._show_keys()

    def _set(self, action: str, keys: Keys) -> None:
        if keys == self._defaults[action]:
            self.chosen.pop(action, None)
        else:
            self.chosen[action] = keys

    def _remove(self) -> None:
        action = self._action()
        if action is not None:
            self._set(action, ())
            self._show_keys()

    def _reset(self) -> None:
        """Give the action its own keys back; others that were given them go without."""
        action = self._action()
        if action is None:
            return
        self.chosen.pop(action, None)
        for key in self._defaults[action]:
            keys = self.keys
            other = keymap.holder({name: held for name, held in keys.items() if name != action}, key)
            if other is not None:
                self._set(other, tuple(one for one in keys[other] if not keymap.is_same(one, key)))
        self._show_keys()

    def _reset_all(self) -> None:
        self.chosen.clear()
        self._show_keys()

    def _show_keys(self) -> None:
        for action, keys in self.keys.items():
            item = self._items[action]
            item.setText(1, "  ·  ".join(map(keymap.native, keys)))
            font = item.font(1)
            font.setBold(action in self.chosen)
            item.setFont(1, font)
        self._tell()

    def _tell(self) -> None:
        """Say what the key in the field would do."""
        action, key = self._action(), self._pressed()
        refused = key in RESERVED
        can = bool(action and key) and not refused
        self.replace_button.setEnabled(can)
        self.add_button.setEnabled(can)
        for button in (self.remove_button, self.reset_button):
            button.setEnabled(action is not None)
        self.edit.setEnabled(action is not None)
        if action is None:
            self.remark.setText(translate("Keys", "Choose an action, then press its new key in the field."))
        elif not key:
            self.remark.setText(translate("Keys", "Press the new key in the field."))
        elif refused:
            text = translate("Keys", "{key} moves the cursor and cannot be given away.")
            self.remark.setText(text.format(key=keymap.native(key)))
        else:
            before = keymap.holder(self.keys, key)
            if before is None:
                text = translate("Keys", "{key} is free.")
            elif before == action:
                text = translate("Keys", "{key} does this already.")
            else:
                text = translate("Keys", "{key} belongs to “{title}”, which would lose it.")
            self.remark.setText(text.format(key=keymap.native(key), title=self._titles.get(before or "", "")))

    def _filter(self, text: str) -> None:
        wanted = fold_key(text)
        for item in self._items.values():
            item.setHidden(wanted not in fold_key(item.text(0)))
        for group in self._groups:
            group.setHidden(all(item.isHidden() for item in self._items.values() if item.parent() is group))

    def _fill(self, table: Sequence[ActionSpec[Host]]) -> dict[str, QTreeWidgetItem]:
        groups: dict[str, QTreeWidgetItem] = {}
        items = {}
        for spec in table:
            title = plain(say(spec.menu)) if spec.menu is not None else translate("Keys", "Others")
            if title not in groups:
                groups[title] = QTreeWidgetItem(self.tree, [title])
                groups[title].setFlags(Qt.ItemFlag.ItemIsEnabled)
                groups[title].setExpanded(True)
            items[spec.id] = QTreeWidgetItem(groups[title], [self._titles[spec.id], ""])
            items[spec.id].setData(0, ID, spec.id)
        self._groups = list(groups.values())
        return items

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        label = QLabel(translate("Keys", "New &key:"), self)
        label.setBuddy(self.edit)
        line.addWidget(label)
        line.addWidget(self.edit, 1)
        line.addWidget(self.replace_button)
        line.addWidget(self.add_button)
        resets = QHBoxLayout()
        resets.addWidget(self.remove_button)
        resets.addWidget(self.reset_button)
        resets.addStretch(1)
        resets.addWidget(self.reset_all_button)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.search)
        layout.addWidget(self.tree, 1)
        layout.addLayout(line)
        layout.addWidget(self.remark)
        layout.addLayout(resets)
        layout.addWidget(buttons)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._filter)
        self.tree.currentItemChanged.connect(lambda _now, _before: self._tell())
        self.tree.itemActivated.connect(lambda _item: self.edit.setFocus())
        self.edit.keySequenceChanged.connect(lambda _sequence: self._tell())
        self.replace_button.clicked.connect(lambda: self._give(beside=False))
        self.add_button.clicked.connect(lambda: self._give(beside=True))
        self.remove_button.clicked.connect(self._remove)
        self.reset_button.clicked.connect(self._reset)
        self.reset_all_button.clicked.connect(self._reset_all)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
