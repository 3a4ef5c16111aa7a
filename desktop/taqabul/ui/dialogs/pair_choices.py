"""The part of the export dialog that chooses pairs."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QLabel, QSpinBox, QWidget

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.options import ExportOptions, Level, PairOrder, Wording
from taqabul.ui.bitext.row_words import status_name
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, say, translate

LEVELS: Final = {
    Level.PARAGRAPH: QT_TRANSLATE_NOOP("ExportDialog", "Paragraphs"),
    Level.SENTENCE: QT_TRANSLATE_NOOP("ExportDialog", "Sentences"),
}
WORDINGS: Final = {
    Wording.CORRECTED: QT_TRANSLATE_NOOP("ExportDialog", "As corrected"),
    Wording.ORIGINAL: QT_TRANSLATE_NOOP("ExportDialog", "As imported"),
}
ORDERS: Final = {
    PairOrder.ROWS: QT_TRANSLATE_NOOP("ExportDialog", "As the rows stand"),
    PairOrder.SOURCE: QT_TRANSLATE_NOOP("ExportDialog", "As the source runs"),
    PairOrder.TARGET: QT_TRANSLATE_NOOP("ExportDialog", "As the target runs"),
}


class PairChoices(QWidget):
    """Controls for ``ExportOptions``."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.level, self.wording, self.order = (QComboBox(self) for _ in range(3))
        for box, words in ((self.level, LEVELS), (self.wording, WORDINGS), (self.order, ORDERS)):
            for value, word in words.items():
                box.addItem(say(word), value)
        self.statuses = {status: QCheckBox(status_name(status), self) for status in LinkStatus}
        self.confidence = QSpinBox(self)
        self.confidence.setRange(0, 100)
        self.confidence.setSuffix(" %")
        self.confidence.setToolTip(translate("ExportDialog", "Confirmed pairs count as 100 %"))
        self.one_sided = QCheckBox(translate("ExportDialog", "Also what has no counterpart"), self)
        self.mark = QCheckBox(
            translate("ExportDialog", "Byte order mark, so that Excel reads the Arabic"), self
        )
        self.options = ExportOptions()
        self._lay_out()
        for one in (self.level, self.wording, self.order):
            one.currentIndexChanged.connect(self.changed)
        self.confidence.valueChanged.connect(self.changed)
        for tick in (*self.statuses.values(), self.one_sided, self.mark):
            tick.toggled.connect(self.changed)

    @property
    def options(self) -> ExportOptions:
        """What is chosen."""
        return replace(
            ExportOptions(),
            level=Level(self.level.currentData()),
            statuses=frozenset(status for status, box in self.statuses.items() if box.isChecked()),
            min_confidence=self.confidence.value() / 100,
            one_sided=self.one_sided.isChecked(),
            byte_order_mark=self.mark.isChecked(),
            wording=Wording(self.wording.currentData()),
            order=PairOrder(self.order.currentData()),
        )

    @options.setter
    def options(self, chosen: ExportOptions) -> None:
        for box, value in (
            (self.level, chosen.level),
            (self.wording, chosen.wording),
            (self.order, chosen.order),
        ):
            box.setCurrentIndex(box.findData(value))
        for status, tick in self.statuses.items():
            tick.setChecked(status in chosen.statuses)
        self.confidence.setValue(round(chosen.min_confidence * 100))
        self.one_sided.setChecked(chosen.one_sided)
        self.mark.setChecked(chosen.byte_order_mark)

    def choose_text_only(self, only: bool) -> None:
        """Whether nothing matters but which text is written."""
        for one in (
            *(self.level, self.order, *self.statuses.values()),
            *(self.confidence, self.one_sided),
        ):
            one.setEnabled(not only)

    def choose_mark(self, *, useful: bool) -> None:
        """Whether the file may begin with a byte order mark."""
        self.mark.setEnabled(useful)

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        level = QHBoxLayout()
        level.addWidget(self.level)
        for words, box in (
            (translate("ExportDialog", "&Text"), self.wording),
            (translate("ExportDialog", "O&rder"), self.order),
        ):
            label = QLabel(words, self)
            label.setBuddy(box)
            level.addSpacing(8)
            level.addWidget(label)
            level.addWidget(box)
        level.addStretch(1)
        name = QLabel(translate("ExportDialog", "&Level"), self)
        name.setBuddy(self.level)
        form.addRow(name, level)
        statuses = QHBoxLayout()
        for tick in self.statuses.values():
            statuses.addWidget(tick)
        statuses.addStretch(1)
        form.addRow(translate("ExportDialog", "Status"), statuses)
        sure = QHBoxLayout()
        sure.addWidget(self.confidence)
        sure.addWidget(self.one_sided)
        sure.addStretch(1)
        least = QLabel(translate("ExportDialog", "Least &confidence"), self)
        least.setBuddy(self.confidence)
        form.addRow(least, sure)
        form.addRow("", self.mark)
