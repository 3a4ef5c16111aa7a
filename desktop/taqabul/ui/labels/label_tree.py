"""The labels and relations of a set as a tree, in their order."""

from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from taqabul.domain.labels import Label, LabelSet, RelationType, Words
from taqabul.ui.core.i18n import translate
from taqabul.ui.labels.swatch import HEIGHT, WIDTH, swatch

PLACE = Qt.ItemDataRole.UserRole


class Spot(NamedTuple):
    """A line of the tree: a label or a relation by key."""

    relation: bool
    key: str


class LabelTree(QTreeWidget):
    """Shows a set. ``spot`` is what the cursor is on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("Labels", "Labels and relations"))
        self.setHeaderLabels([translate("Labels", "Label"), translate("Labels", "Key")])
        self.setIconSize(QSize(WIDTH, HEIGHT))
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._items: dict[Spot, QTreeWidgetItem] = {}

    @property
    def spot(self) -> Spot | None:
        """The line under the cursor; None on a heading or where there is nothing."""
        item = self.currentItem()
        found: Spot | None = item.data(0, PLACE) if item is not None else None
        return found

    def show_set(self, shown: LabelSet, spot: Spot | None = None) -> None:
        """Show a set, with the cursor on a line of it."""
        self.blockSignals(True)
        self.clear()
        self._items = {}
        below: dict[str | None, list[Label]] = {}
        for label in shown.labels:
            known = label.parent is not None and shown.label(label.parent) is not None
            below.setdefault(label.parent if known else None, []).append(label)
        self._add_below(None, below, self.invisibleRootItem())
        if shown.relations:
            heading = QTreeWidgetItem(self, [translate("Labels", "Relations")])
            heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
            for relation in shown.relations:
                self._add(heading, Spot(relation=True, key=relation.key), relation)
        for label in shown.labels:  # those above each other in a ring hang from nothing
            self._add_lost(label)
        self.expandAll()
        self.blockSignals(False)
        self.go_to(spot)

    def go_to(self, spot: Spot | None) -> None:
        """Put the cursor on a line, or on the first."""
        first = next(iter(self._items.values()), None)
        item = self._items.get(spot, first) if spot is not None else first
        if item is not None:
            self.setCurrentItem(item)

    def _add_below(
        self, key: str | None, below: dict[str | None, list[Label]], item: QTreeWidgetItem
    ) -> None:
        for label in below.get(key, []):
            spot = Spot(relation=False, key=label.key)
            if spot not in self._items:
                self._add_below(label.key, below, self._add(item, spot, label))

    def _add_lost(self, label: Label) -> None:
        spot = Spot(relation=False, key=label.key)
        if spot not in self._items:
            self._add(self.invisibleRootItem(), spot, label)

    def _add(self, above: QTreeWidgetItem, spot: Spot, word: Label | RelationType) -> QTreeWidgetItem:
        item = QTreeWidgetItem(above, [both(word.name)])
        item.setData(0, PLACE, spot)
        if isinstance(word, Label):
            item.setIcon(0, swatch(word.colour, word.pattern))
            item.setText(1, word.shortcut.upper())
        elif word.across:
            item.setText(1, "⇄")
            item.setToolTip(1, translate("Labels", "between the two languages"))
        font = item.font(0)
        font.setStrikeOut(word.deprecated)
        item.setFont(0, font)
        self._items[spot] = item
        return item


def both(words: Words) -> str:
    """Words in both languages on one line, each kept in its own direction."""
    return "  ·  ".join(f"\u2068{one}\u2069" for one in (words.english, words.arabic) if one)
