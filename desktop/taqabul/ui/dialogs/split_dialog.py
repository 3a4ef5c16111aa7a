"""Asks where a row of several paragraphs is split."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from taqabul.domain.document import Paragraph
from taqabul.domain.language import Direction, Language, Side
from taqabul.ui.core.i18n import translate
from taqabul.workflow.rows import Row

SHOWN = 60
"""So much of a paragraph tells it from its neighbours."""
_ISOLATES = {Direction.RTL: "\u2067", Direction.LTR: "\u2066"}
_END = "\u2069"


class SplitDialog(QDialog):
    """Chooses how many paragraphs of each side stay in the upper row."""

    def __init__(
        self,
        row: Row,
        source_at: int,
        target_at: int,
        languages: Mapping[Side, Language],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("SplitDialog", "Split the pair"))
        self.source = _places(row.source, source_at, languages[Side.SOURCE], self)
        self.source.setAccessibleName(translate("SplitDialog", "Source paragraphs that stay"))
        self.target = _places(row.target, target_at, languages[Side.TARGET], self)
        self.target.setAccessibleName(translate("SplitDialog", "Target paragraphs that stay"))
        buttons = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(buttons.Ok | buttons.Cancel, self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(translate("SplitDialog", "&Source: the upper row keeps"), self.source)
        form.addRow(translate("SplitDialog", "&Target: the upper row keeps"), self.target)
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(translate("SplitDialog", "The rest goes to a new row below."), self))
        layout.addLayout(form)
        layout.addWidget(self.buttons)
        self._all = (len(row.source), len(row.target))
        for box in (self.source, self.target):
            box.currentIndexChanged.connect(self._check)
        self._check()

    @property
    def places(self) -> tuple[int, int]:
        """How many paragraphs stay, source first."""
        return self.source.currentIndex(), self.target.currentIndex()

    def _check(self) -> None:
        possible = self.places not in {(0, 0), self._all}
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(possible)


def _places(paragraphs: Sequence[Paragraph], at: int, language: Language, parent: QWidget) -> QComboBox:
    box = QComboBox(parent)
    box.addItem(translate("SplitDialog", "nothing"))
    for paragraph in paragraphs:
        words = translate("SplitDialog", "up to {n}: {text}")
        box.addItem(words.format(n=paragraph.number, text=_beginning(paragraph.text, language)))
    box.setCurrentIndex(min(at, len(paragraphs)))
    return box


def _beginning(text: str, language: Language) -> str:
    """The first words of a text, kept in its own direction among the words around it."""
    flat = " ".join(text.split())
    if len(flat) > SHOWN:
        flat = f"{flat[: SHOWN + 1].rpartition(' ')[0] or flat[:SHOWN]}…"
    return f"{_ISOLATES[language.direction]}{flat}{_END}"


def probable_places(row: Row, source_part: int | None, target_part: int | None) -> tuple[int, int]:
    """Where a row is probably split: before the paragraph under the cursor, or else in the middle."""
    middle = tuple((len(side) + 1) // 2 for side in (row.source, row.target))
    source = source_part or middle[0]
    target = target_part or middle[1]
    if (source, target) == (len(row.source), len(row.target)):
        return source - 1 if source > 1 else source, target - 1 if target > 1 or source <= 1 else target
    return source, target
