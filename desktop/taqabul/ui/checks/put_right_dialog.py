"""Asks whether a finding is put right, and whether all that say the same are: each change is shown first."""

from collections.abc import Sequence
from html import escape
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from taqabul.ui.bitext.look import Look
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, translate
from taqabul.ui.details.texts_panel import TextsPanel, changed_paragraph_html

MOST: Final = 200
"""Texts that are shown as they would become."""
ALIKE = QT_TRANSLATE_NOOP("Checks", "&All %n finding(s) that say the same")
MORE = QT_TRANSLATE_NOOP("Checks", "and %n more text(s)")
Change = tuple[str, str]
"""A text, and what it would become."""


class PutRightDialog(QDialog):
    """Shows what ``one`` text would become, or all of ``every`` where ``alike`` findings are chosen."""

    def __init__(
        self, words: str, one: Change, every: Sequence[Change], alike: int, look: Look, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Checks", "Put right"))
        self._one, self._every, self._look = one, every, look
        told = QLabel(words, self)
        told.setTextFormat(Qt.TextFormat.PlainText)
        told.setWordWrap(True)
        self.view = TextsPanel(translate("Checks", "What the text would become"), self)
        self.all = QCheckBox(plural(ALIKE, alike), self)
        self.all.setVisible(alike > 1)
        self.all.toggled.connect(self._show)
        buttons = QDialogButtonBox.StandardButton
        box = QDialogButtonBox(buttons.Cancel, self)
        self.agree = box.addButton(translate("Checks", "Put &right"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.agree.setDefault(True)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (told, self.view, self.all, box):
            layout.addWidget(widget, int(widget is self.view))
        self.resize(620, 360)
        self._show()
        self.agree.setFocus()

    def _show(self) -> None:
        changes = self._every if self.all.isChecked() else [self._one]
        parts = [changed_paragraph_html(before, after, None, self._look) for before, after in changes[:MOST]]
        if len(changes) > MOST:
            parts.append(f"<p>{escape(plural(MORE, len(changes) - MOST))}</p>")
        self.view.setHtml("".join(parts))
