"""The figures of the open bitext in the status bar: how many pairs, how far the work on them is."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural
from taqabul.ui.pages.bitext_page import BitextPage
from taqabul.ui.queues.progress_strip import PARTS, ProgressStrip, in_figures

ROWS = QT_TRANSLATE_NOOP("MainWindow", "%n pair(s)")
SHOWN = QT_TRANSLATE_NOOP("MainWindow", "%n shown")
CHOSEN = QT_TRANSLATE_NOOP("MainWindow", "%n chosen")


class StatusFigures(QWidget):
    """One part of the status bar, which Qt hides as a whole under a passing remark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel(self)
        self.progress = ProgressStrip(self)
        beside = QHBoxLayout(self)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.progress)
        beside.addWidget(self.words, 1)

    def tell(self, page: BitextPage | None, otherwise: str) -> None:
        """Tell the figures of a page, or ``otherwise`` where no pairs are in sight."""
        self.progress.setVisible(page is not None)
        if page is None:
            self.words.setText(otherwise)
            return
        total, shown, chosen = page.counts()
        statuses = page.statuses()
        self.progress.tell([statuses[part] for part in PARTS])
        parts = [plural(ROWS, total), in_figures(statuses)]
        if shown < total:
            parts.append(plural(SHOWN, shown))
        if chosen > 1:
            parts.append(plural(CHOSEN, chosen))
        self.words.setText("  ·  ".join(parts))
