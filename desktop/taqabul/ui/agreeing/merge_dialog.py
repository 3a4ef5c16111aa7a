"""What would come from another library, and the conflicts in which a person has to choose."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from taqabul.text.direction import isolated
from taqabul.ui.agreeing.conflict_words import side_by_side
from taqabul.ui.annotation.label_book import LabelBook
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, Message, plural, translate
from taqabul.workflow.annotating.conflicts import Conflict
from taqabul.workflow.annotating.merging import Merged

ADDED = {
    "annotation": QT_TRANSLATE_NOOP("Merge", "%n mark(s)"),
    "relation": QT_TRANSLATE_NOOP("Merge", "%n tie(s) between marks"),
    "claim": QT_TRANSLATE_NOOP("Merge", "%n claim(s)"),
    "note": QT_TRANSLATE_NOOP("Merge", "%n note(s)"),
    "decision": QT_TRANSLATE_NOOP("Merge", "%n decision(s)"),
}
ORPHANS = QT_TRANSLATE_NOOP("Merge", "Without their words here, and so among the orphans: %n mark(s).")
HOMELESS = QT_TRANSLATE_NOOP("Merge", "Left out, for their pairs are not here: %n label(s).")
WAITING = QT_TRANSLATE_NOOP("Merge", "Left out, for the marks they lead to are not here: %n tie(s).")
MISSING = QT_TRANSLATE_NOOP("Merge", "%n bitext(s) of the other library not here: {titles}.")
OVERTAKEN = QT_TRANSLATE_NOOP(
    "Merge",
    "What you chose was changed meanwhile in %n bitext(s), and stays there as it is here: {titles}.",
)
CONFLICTS = QT_TRANSLATE_NOOP(
    "Merge", "Not the same here and there: %n thing(s). Tick those to be taken from the other library."
)


class MergeDialog(QDialog):
    """Tells what would come in, and asks; ``taken`` are the conflicts in which theirs shall replace ours."""

    def __init__(self, merged: Merged, book: LabelBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Merge", "Annotations from another library"))
        self._book = book
        said = [came_in(merged, translate("Merge", "What would come in: {things}.")), *remarks(merged)]
        self.said = QLabel("\n".join(said), self)
        self.said.setWordWrap(True)
        self.conflicts = [one for _, brought in merged.brought for one in brought.conflicts]
        self.table = QTableWidget(len(self.conflicts), 3, self)
        self.table.setAccessibleName(translate("Merge", "What differs"))
        self.table.setHorizontalHeaderLabels(
            [translate("Merge", "Take theirs"), translate("Merge", "Here"), translate("Merge", "There")]
        )
        self.table.verticalHeader().hide()
        self.table.setTabKeyNavigation(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        for at, one in enumerate(self.conflicts):
            self._fill(at, one)
        self.table.setWordWrap(True)
        standard = QDialogButtonBox.StandardButton
        self.box = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        self.box.button(standard.Ok).setText(translate("Merge", "&Bring it in"))
        self.box.accepted.connect(self.accept)
        self.box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.said)
        self.table.setVisible(bool(self.conflicts))
        if self.conflicts:
            layout.addWidget(self.table, 1)
        layout.addWidget(self.box)
        if self.conflicts:
            self.resize(760, 420)
        else:
            self.said.setMinimumWidth(460)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows are as high as their words once the columns have their widths."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self.table, self.table.resizeRowsToContents)

    @property
    def taken(self) -> tuple[Conflict, ...]:
        """What was ticked."""
        ticks = (self.table.item(at, 0) for at in range(len(self.conflicts)))
        return tuple(
            one
            for one, tick in zip(self.conflicts, ticks, strict=True)
            if tick is not None and tick.checkState() is Qt.CheckState.Checked
        )

    def _fill(self, at: int, conflict: Conflict) -> None:
        tick = QTableWidgetItem()
        tick.setFlags(
            Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        )
        tick.setCheckState(Qt.CheckState.Unchecked)
        self.table.setItem(at, 0, tick)
        for column, words in enumerate(side_by_side(conflict, self._book), start=1):
            item = QTableWidgetItem(words)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self.table.setItem(at, column, item)


def is_anything(merged: Merged) -> bool:
    """Whether there is something to bring in or to decide."""
    return any(any(one.added.values()) or one.conflicts for _, one in merged.brought)


def came_in(merged: Merged, words: str) -> str:
    """What is new, counted by its kind, in a sentence that has room for it."""
    counts = {kind: sum(one.added.get(kind, 0) for _, one in merged.brought) for kind in ADDED}
    things = ", ".join(plural(ADDED[kind], count) for kind, count in counts.items() if count)
    return words.format(things=things or translate("Merge", "nothing new"))


def remarks(merged: Merged) -> list[str]:
    """What finds no place, what differs, and what is not here, a sentence a line."""
    brought = [one for _, one in merged.brought]
    said = [
        plural(words, total)
        for words, total in (
            (ORPHANS, sum(len(one.orphans) for one in brought)),
            (HOMELESS, sum(len(one.homeless) for one in brought)),
            (WAITING, sum(len(one.waiting) for one in brought)),
            (CONFLICTS, sum(len(one.conflicts) for one in brought)),
        )
        if total
    ]
    if merged.missing:
        said.append(_with_titles(MISSING, merged.missing))
    return said


def overtaken(merged: Merged) -> str:
    """Where something was not taken, because it was not any more what was shown."""
    return _with_titles(OVERTAKEN, merged.overtaken)


def _with_titles(words: Message, titles: Sequence[str]) -> str:
    return plural(words, len(titles)).format(titles=", ".join(isolated(one) for one in titles))
