"""Every change that replacing would make, each with a tick: only what is ticked is changed."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from taqabul.domain.language import Language, Side
from taqabul.ui.bitext.look import Look
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, translate
from taqabul.ui.search.snippets import Mark, Snippet
from taqabul.ui.search.ticked_list import TickLine, TickList
from taqabul.workflow.replacing import Change

REPLACE = QT_TRANSLATE_NOOP("ReplaceDialog", "&Replace %n place(s)")
APART = "\u200c"


def _line(change: Change, language: Language) -> TickLine:
    words = translate("ReplaceDialog", "Paragraph {n}: “{old}” becomes “{new}”")
    said = words.format(n=change.number, old=change.old, new=change.new)
    return TickLine(change.number, snippet_of(change, language), said)


def snippet_of(change: Change, language: Language) -> Snippet:
    """Both versions in one: what goes, then what comes; their letters do not join."""
    begin = change.end + len(APART)
    text = f"{change.text[: change.end]}{APART}{change.new}{change.text[change.end :]}"
    marks = (Mark(change.start, change.end, "old"), Mark(begin, begin + len(change.new), "new"))
    return Snippet(text, language, marks, change.start)


class ReplaceDialog(QDialog):
    """Asks which changes are to be made."""

    def __init__(
        self, changes: Sequence[Change], languages: dict[Side, Language], look: Look, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("ReplaceDialog", "Replace"))
        self.resize(900, 520)
        self.changes = tuple(changes)
        self.list = TickList(look, self)
        self.list.setAccessibleName(translate("ReplaceDialog", "Changes"))
        self.list.show_lines([_line(one, languages[one.side]) for one in changes])
        self.model = self.list.lines
        self.all = QPushButton(translate("ReplaceDialog", "Tick &all"), self)
        self.all.clicked.connect(lambda: self.model.tick_all(ticked=True))
        self.none = QPushButton(translate("ReplaceDialog", "Tick &none"), self)
        self.none.clicked.connect(lambda: self.model.tick_all(ticked=False))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.replace = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.replace.setDefault(True)
        for button in (self.all, self.none):
            button.setAutoDefault(False)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        hint = translate(
            "ReplaceDialog", "Space ticks a change or takes the tick away. One undo takes all back."
        )
        below = QHBoxLayout()
        below.addWidget(self.all)
        below.addWidget(self.none)
        below.addStretch(1)
        below.addWidget(self.buttons)
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(hint, self))
        layout.addWidget(self.list, 1)
        layout.addLayout(below)
        self.model.dataChanged.connect(self._count)
        self.list.setFocus()
        self._count()

    @property
    def ticked(self) -> list[Change]:
        """The changes that are agreed to."""
        return [self.changes[row] for row in self.model.ticked]

    def _count(self) -> None:
        ticked = len(self.ticked)
        self.replace.setText(plural(REPLACE, ticked))
        self.replace.setEnabled(ticked > 0)
