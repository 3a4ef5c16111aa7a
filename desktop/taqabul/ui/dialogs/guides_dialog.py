"""The user's guides, to be read beside the work."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from taqabul.ui.core.i18n import translate

FIRST = ("reviewing", "annotating")
"""The guides that most people want, before the others by their titles."""


class GuidesDialog(QDialog):
    """A window of its own: the guides' titles, one of them, and a field that finds words in it.

    ``folder`` holds them, Markdown files that begin with their title.
    """

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Guides", "Guides"))
        self.titles = QListWidget(self)
        self.titles.setAccessibleName(translate("Guides", "Guides"))
        self.text = QTextBrowser(self)
        self.text.setAccessibleName(translate("Guides", "Guide"))
        self.text.setOpenExternalLinks(True)
        self.text.document().setDocumentMargin(12)
        self.wanted = QLineEdit(self)
        self.wanted.setPlaceholderText(translate("Guides", "Find in this guide"))
        self.wanted.setAccessibleName(self.wanted.placeholderText())
        self.wanted.setClearButtonEnabled(True)
        self._guides = sorted(folder.glob("*.md"), key=_order)
        self.titles.addItems([title_of(path) for path in self._guides])
        self.titles.setFixedWidth(self.titles.sizeHintForColumn(0) + 32)
        side = QVBoxLayout()
        side.addWidget(self.wanted)
        side.addWidget(self.text, 1)
        layout = QHBoxLayout(self)
        layout.addWidget(self.titles)
        layout.addLayout(side, 1)
        self.resize(980, 640)
        self.titles.currentRowChanged.connect(self._show)
        self.text.sourceChanged.connect(self._mark)
        self.wanted.returnPressed.connect(self.find_next)
        self.titles.setCurrentRow(0)

    def find_next(self) -> bool:
        """Choose the next place of the words that are sought, from the top again after the last; whether any is."""
        words = self.wanted.text()
        if not words:
            return False
        if self.text.find(words):
            return True
        at = self.text.textCursor()
        at.movePosition(at.MoveOperation.Start)
        self.text.setTextCursor(at)
        return self.text.find(words)

    def _show(self, row: int) -> None:
        path = self._guides[row]
        if self.text.source().fileName() != path.name:
            self.text.setSource(QUrl.fromLocalFile(str(path)), QTextDocument.ResourceType.MarkdownResource)

    def _mark(self, source: QUrl) -> None:
        """Choose the title of the guide that a link led to."""
        names = [path.name for path in self._guides]
        if source.fileName() in names:
            self.titles.setCurrentRow(names.index(source.fileName()))


def title_of(path: Path) -> str:
    """What a guide calls itself in its first line."""
    with path.open(encoding="utf-8") as file:
        return file.readline().lstrip("# ").replace("`", "").strip()


def _order(path: Path) -> tuple[int, str]:
    place = FIRST.index(path.stem) if path.stem in FIRST else len(FIRST)
    return place, title_of(path)
