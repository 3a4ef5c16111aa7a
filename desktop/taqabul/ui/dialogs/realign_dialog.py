"""What aligning anew would change, the old links beside the new ones: to take over, or to leave."""

from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTableView, QVBoxLayout, QWidget

from taqabul.domain.document import Paragraph
from taqabul.domain.language import Language, Side
from taqabul.ui.bitext.look import Look
from taqabul.ui.bitext.row_words import confidence_text
from taqabul.ui.core.fonts import text_fonts
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, say, translate
from taqabul.ui.dialogs.pair_table import LANGUAGE, dress
from taqabul.workflow.differences import Differences, Pair

LINKS = QT_TRANSLATE_NOOP("RealignDialog", "%n pair(s)")
SAME = QT_TRANSLATE_NOOP("RealignDialog", "As they are: %n pair(s).")
REFRESHED = QT_TRANSLATE_NOOP("RealignDialog", "Only the figures change: %n pair(s).")
NAMES = {
    Language.ARABIC: QT_TRANSLATE_NOOP("RealignDialog", "Arabic"),
    Language.ENGLISH: QT_TRANSLATE_NOOP("RealignDialog", "English"),
}
SHOWN = 160
BRIEF = 620
Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class Line(NamedTuple):
    """An old link and a new one of the same difference, one under the other; ``band`` tells differences apart."""

    before: Pair | None
    after: Pair | None
    band: bool


class DifferencesModel(QAbstractTableModel):
    """Differences as lines: the old link's source and target, the new one's, and how sure that is."""

    def __init__(
        self, found: Differences, languages: Mapping[Side, Language], look: Look, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._languages, self._look = languages, look
        self.lines = [
            Line(before, after, number % 2 == 1)
            for number, change in enumerate(found.changes)
            for before, after in zip_longest(change.before, change.after)
        ]

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """As many lines as the longer side of each difference has."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Two texts before, two after, a figure."""
        return 0 if parent.isValid() else 5

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The beginning of a text, or all of it as a tooltip."""
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.BackgroundRole:
            return self._look.colours.band if line.band else None
        pair = line.before if index.column() < 2 else line.after
        if index.column() == 4:
            shown = role == Qt.ItemDataRole.DisplayRole and pair is not None
            return confidence_text(pair.confidence) if shown and pair is not None else None
        side = Side.SOURCE if index.column() % 2 == 0 else Side.TARGET
        if role == LANGUAGE:
            return self._languages[side]
        if pair is None or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        paragraphs = pair.source if side is Side.SOURCE else pair.target
        return _text(paragraphs, SHOWN if role == Qt.ItemDataRole.DisplayRole else 2000)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What stands in the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is Qt.Orientation.Vertical:
            return None
        if section == 4:
            return translate("RealignDialog", "Sure")
        words = translate("RealignDialog", "Now: {language}")
        if section >= 2:
            words = translate("RealignDialog", "Then: {language}")
        side = Side.SOURCE if section % 2 == 0 else Side.TARGET
        return words.format(language=say(NAMES[self._languages[side]]))


class RealignDialog(QDialog):
    """Shows counts, the aligner's remarks and all differences; whoever opened it takes them over."""

    def __init__(
        self,
        found: Differences,
        remarks: Sequence[str],
        languages: Mapping[Side, Language],
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("RealignDialog", "What aligning again would change"))
        self.counts = QLabel(_counts(found), self)
        self.counts.setWordWrap(True)
        self.remarks = QLabel("\n".join(f"• {one}" for one in remarks), self)
        self.remarks.setWordWrap(True)
        self.remarks.setTextFormat(Qt.TextFormat.PlainText)
        self.remarks.setVisible(bool(remarks))
        self.lines = DifferencesModel(found, languages, look, self)
        self.table = QTableView(self)
        self.table.setModel(self.lines)
        self.table.setAccessibleName(translate("RealignDialog", "Old and new pairs"))
        dress(self.table, text_fonts(85), (0, 1, 2, 3))
        self.table.setVisible(bool(found.changes))
        buttons = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(buttons.Ok | buttons.Cancel, self)
        self.buttons.button(buttons.Ok).setText(translate("RealignDialog", "&Take it over"))
        self.buttons.button(buttons.Cancel).setText(translate("RealignDialog", "Leave it as it &is"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.counts)
        layout.addWidget(self.remarks)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.buttons)
        if found.changes:
            self.resize(1180, 520)
        else:
            self.resize(BRIEF, layout.totalHeightForWidth(BRIEF))


def _counts(found: Differences) -> str:
    before, after = found.counts
    parts = []
    if found.changes:
        words = translate("RealignDialog", "{before} would be replaced by {after}.")
        parts.append(words.format(before=plural(LINKS, before), after=after))
    if found.refreshed:
        parts.append(plural(REFRESHED, found.refreshed))
    if found.same:
        parts.append(plural(SAME, found.same))
    parts.append(
        translate("RealignDialog", "What was confirmed, rejected, noted or corrected is not touched.")
    )
    return " ".join(parts)


def _text(paragraphs: Sequence[Paragraph], length: int) -> str:
    if not paragraphs:
        return "–"
    numbers = ", ".join(str(one.number) for one in paragraphs)
    text = " ".join(" ".join(one.text[:length].split()) for one in paragraphs)
    return f"{numbers}. {text[:length]}"
