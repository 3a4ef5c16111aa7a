"""What was found in files, as a list in which repairs are chosen, and what the one at the cursor changes."""

from collections.abc import Sequence
from html import escape
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSplitter, QWidget

from taqabul.domain.files import Aside
from taqabul.domain.language import Direction
from taqabul.text.direction import isolated, runs_one_way
from taqabul.ui.bitext.look import Look
from taqabul.ui.core.i18n import translate
from taqabul.ui.core.mixed_words import MixedWords
from taqabul.ui.details.texts_panel import TextsPanel, changed_paragraph_html
from taqabul.workflow.diagnosis import Diagnosis, Finding

MOST: Final = 60
"""How many places of a finding are shown."""
FINDING: Final = Qt.ItemDataRole.UserRole


class FindingsView(QSplitter):
    """The findings above, what the chosen one changes below. ``chosen`` is emitted when a repair is ticked or not."""

    chosen = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._look = look
        self._diagnosis: Diagnosis | None = None
        self.list = QListWidget(self)
        self.list.setAccessibleName(
            translate("Doctor", "What was found; Space makes a repair or takes it back")
        )
        self.list.setWordWrap(True)
        self.list.setItemDelegate(MixedWords(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view = TextsPanel(translate("Doctor", "What the chosen finding changes"), self)
        self.addWidget(self.list)
        self.addWidget(self.view)
        self.setSizes([300, 220])
        self.list.currentRowChanged.connect(self._show)
        self.list.itemChanged.connect(lambda _item: self.chosen.emit())

    @property
    def repairs(self) -> frozenset[str]:
        """The repairs that are ticked."""
        return frozenset(one.repair for one, ticked in self._choices() if one.repair and ticked)

    @property
    def left_out(self) -> frozenset[Aside]:
        """The parts of a page that are ticked to be left out."""
        return frozenset(one.aside for one, ticked in self._choices() if one.aside and ticked)

    @property
    def kept(self) -> frozenset[Aside]:
        """The parts of a page that are not."""
        return frozenset(one.aside for one, ticked in self._choices() if one.aside and not ticked)

    def show_diagnosis(self, diagnosis: Diagnosis) -> None:
        """Show what was found now; the cursor stays on the finding it was on."""
        at = max(0, self.list.currentRow())
        self._diagnosis = diagnosis
        self.list.blockSignals(True)
        self.list.clear()
        for finding in sorted(diagnosis.findings, key=lambda one: not one.is_choice and not one.asks):
            self.list.addItem(_item(finding, self._words(finding)))
        self.list.setCurrentRow(min(at, self.list.count() - 1))
        self.list.blockSignals(False)
        self._show(self.list.currentRow())

    def _choices(self) -> Sequence[tuple[Finding, bool]]:
        items = [self.list.item(row) for row in range(self.list.count())]
        return [(item.data(FINDING), item.checkState() is Qt.CheckState.Checked) for item in items]

    def _words(self, finding: Finding) -> str:
        """What a finding says, which the Arabic name of a file does not turn round."""
        words, sources = finding.text, self._diagnosis.sources if self._diagnosis else ()
        for name in {one.path.name for one in sources if not runs_one_way(one.path.name, Direction.LTR)}:
            words = words.replace(name, isolated(name))
        return words

    def _show(self, row: int) -> None:
        diagnosis = self._diagnosis
        if diagnosis is None or row < 0:
            self.view.clear()
            return
        finding: Finding = self.list.item(row).data(FINDING)
        if finding.repair:
            found = diagnosis.shown[finding.repair][:MOST]
            parts = [changed_paragraph_html(one.before, one.after, one.language, self._look) for one in found]
        elif finding.aside is not None:
            parts = [
                changed_paragraph_html(passage.text, passage.text, language, self._look)
                for language, passages in diagnosis.passages.items()
                for passage in passages
                if passage.aside is finding.aside
            ][:MOST]
        else:
            # An English sentence, also where it begins with the Arabic name of a file.
            parts = [f'<p dir="ltr">{escape(self._words(finding))}</p>']
        self.view.setHtml("".join(parts))


def _item(finding: Finding, words: str) -> QListWidgetItem:
    item = QListWidgetItem(words)
    item.setToolTip(words)
    item.setData(FINDING, finding)
    if finding.is_choice:
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if finding.done else Qt.CheckState.Unchecked)
    font = item.font()
    font.setBold(finding.asks)
    item.setFont(font)
    return item
