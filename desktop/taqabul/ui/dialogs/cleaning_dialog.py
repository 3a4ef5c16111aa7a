"""Shows what cleaning would change, paragraph by paragraph, and lets people choose."""

from collections.abc import Sequence
from html import escape
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from taqabul.domain.language import Direction, Language, Side
from taqabul.text.changes import differences
from taqabul.text.cleaning import CleanRule
from taqabul.text.direction import isolated
from taqabul.text.showing import name_of
from taqabul.ui.bitext.look import Look
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, say, translate
from taqabul.ui.details.differences import marked
from taqabul.ui.details.texts_panel import TextsPanel
from taqabul.workflow.cleaning import Cleaning, Unclean, cleanings

RULES: Final = {
    CleanRule.BIDI: QT_TRANSLATE_NOOP("Cleaning", "&Direction marks"),
    CleanRule.ZERO_WIDTH: QT_TRANSLATE_NOOP("Cleaning", "Characters without &width"),
    CleanRule.SPACES: QT_TRANSLATE_NOOP("Cleaning", "&Odd spaces to usual ones"),
    CleanRule.DOUBLE_SPACES: QT_TRANSLATE_NOOP("Cleaning", "Double &spaces"),
    CleanRule.TATWEEL: QT_TRANSLATE_NOOP("Cleaning", "&Tatweel inside words"),
    CleanRule.PRESENTATION_FORMS: QT_TRANSLATE_NOOP("Cleaning", "&Presentation forms to letters"),
}
CHOSEN = QT_TRANSLATE_NOOP("Cleaning", "%n paragraph(s) will be cleaned, in one step that can be undone.")
START = 60


class CleaningDialog(QDialog):
    """``chosen`` is what was agreed to."""

    def __init__(
        self,
        found: Sequence[Unclean],
        languages: dict[Side, Language],
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Cleaning", "Clean the texts"))
        self._found, self._languages, self._look = found, languages, look
        self._offered: list[Cleaning] = []
        self.rules = {rule: QCheckBox(say(message), self) for rule, message in RULES.items()}
        self.list = QListWidget(self)
        self.list.setAccessibleName(translate("Cleaning", "Paragraphs to clean"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view = TextsPanel(translate("Cleaning", "What changes in this paragraph"), self)
        self.count = QLabel(self)
        self.all = QPushButton(translate("Cleaning", "Choose &all"), self)
        self.none = QPushButton(translate("Cleaning", "Choose &none"), self)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        self.buttons.button(standard.Ok).setText(translate("Cleaning", "&Clean"))
        self._lay_out()
        for box in self.rules.values():
            box.setChecked(True)
            box.toggled.connect(self._offer)
        self.list.currentRowChanged.connect(self._show)
        self.list.itemChanged.connect(self._count)
        self.all.clicked.connect(lambda: self._choose(Qt.CheckState.Checked))
        self.none.clicked.connect(lambda: self._choose(Qt.CheckState.Unchecked))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._offer()

    @property
    def chosen(self) -> list[Cleaning]:
        """What is ticked."""
        ticked = Qt.CheckState.Checked
        return [
            one for place, one in enumerate(self._offered) if self.list.item(place).checkState() is ticked
        ]

    def _lay_out(self) -> None:
        rules, lines = QVBoxLayout(), (list(self.rules.values())[:3], list(self.rules.values())[3:])
        for boxes in lines:
            line = QHBoxLayout()
            for box in boxes:
                line.addWidget(box, 1)
            rules.addLayout(line)
        parts = QSplitter(Qt.Orientation.Horizontal, self)
        parts.addWidget(self.list)
        parts.addWidget(self.view)
        parts.setSizes([300, 560])
        below = QHBoxLayout()
        below.addWidget(self.count, 1)
        for button in (self.all, self.none):
            below.addWidget(button)
        layout = QVBoxLayout(self)
        layout.addLayout(rules)
        layout.addWidget(parts, 1)
        layout.addLayout(below)
        layout.addWidget(self.buttons)
        self.resize(880, 520)

    def _offer(self) -> None:
        rules = {rule for rule, box in self.rules.items() if box.isChecked()}
        self._offered = cleanings(self._found, rules)
        self.list.blockSignals(True)
        self.list.clear()
        for one in self._offered:
            start = " ".join(one.text[:START].split())
            item = QListWidgetItem(f"{one.paragraph.number}. {isolated(start)}", self.list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
        self.list.blockSignals(False)
        self.list.setCurrentRow(0)
        self._show(self.list.currentRow())
        self._count()

    def _choose(self, state: Qt.CheckState) -> None:
        self.list.blockSignals(True)
        for place in range(self.list.count()):
            self.list.item(place).setCheckState(state)
        self.list.blockSignals(False)
        self._count()

    def _count(self) -> None:
        chosen = len(self.chosen)
        self.count.setText(plural(CHOSEN, chosen))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(chosen > 0)

    def _show(self, place: int) -> None:
        if not 0 <= place < len(self._offered):
            self.view.clear()
            return
        one = self._offered[place]
        language = self._languages[one.side]
        font = self._look.fonts.of(language)
        direction = "rtl" if language.direction is Direction.RTL else "ltr"
        style = f"font-family:'{font.family()}'; font-size:{font.pointSizeF():.1f}pt"
        body = self._marked(one.paragraph.text, one.text)
        self.view.setHtml(f'<p dir="{direction}" style="{style}">{body}</p>')

    def _marked(self, before: str, after: str) -> str:
        """Both versions in one, letter by letter: what goes is named and struck through."""
        made = []
        for change in differences(before, after, by_letter=True):
            words = "".join(map(name_of, change.text)) if change.kind == "removed" else change.text
            made.append(marked(change.kind, escape(words).replace("\n", "<br/>"), self._look.colours))
        return "".join(made)
