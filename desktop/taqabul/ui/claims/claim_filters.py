"""Which claims are listed: words in any spelling, status, claimer, text, and what is said of them."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from taqabul.domain.annotation import AnnotationStatus
from taqabul.domain.ids import BitextId
from taqabul.domain.labels import Attribute
from taqabul.text.direction import isolated
from taqabul.ui.annotation.label_book import in_words
from taqabul.ui.annotation.status_buttons import STATUSES
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, say, translate
from taqabul.workflow.annotating.claim_list import ClaimBrief, ClaimFilter

PAUSE_MS = 200
COUNT = QT_TRANSLATE_NOOP("Claims", "%n claim(s)")


class ClaimFilters(QWidget):
    """``chosen`` says that other claims are wanted, ``left`` that somebody wants to go on to them."""

    chosen = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = _Words(self)
        self.words.setPlaceholderText(translate("Claims", "Words, however they are spelt (Ctrl+F)"))
        self.words.setAccessibleName(translate("Claims", "Words of claims and their mentions"))
        self.words.setClearButtonEnabled(True)
        self.status = self._choice(translate("Claims", "Status"))
        self.claimer = self._choice(translate("Claims", "Claimer"))
        self.bitext = self._choice(translate("Claims", "Text"))
        self.said = self._choice(translate("Claims", "What is said of them"))
        self.count = QLabel(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.chosen)
        _fill(
            self.status,
            translate("Claims", "Any status"),
            ((say(STATUSES[one]), one.value) for one in AnnotationStatus),
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.words, 2)
        for box in (self.status, self.claimer, self.bitext, self.said):
            layout.addWidget(box, 1)
            box.activated.connect(self.chosen)
        layout.addWidget(self.count)
        self.words.textChanged.connect(lambda _text: self._pause.start())
        self.words.left.connect(self.left)

    def begin(self) -> None:
        """Type words; those that stand there are written over."""
        self.words.setFocus()
        self.words.selectAll()

    @property
    def waits(self) -> bool:
        """Whether somebody is still typing."""
        return self._pause.isActive()

    @property
    def wanted(self) -> ClaimFilter:
        """What is chosen."""
        status, said = self.status.currentData(), self.said.currentData()
        key, _, value = (said or "").partition("=")
        return ClaimFilter(
            " ".join(self.words.text().split()),
            frozenset({AnnotationStatus(status)}) if status else frozenset(),
            self.claimer.currentData() or "",
            self.bitext.currentData(),
            ((key, value),) if said else (),
        )

    def offer(
        self, everything: Sequence[ClaimBrief], titles: Mapping[BitextId, str], asked: Iterable[Attribute]
    ) -> None:
        """Offer what there is to choose among these claims; what was chosen stays chosen."""
        claimers = sorted({name for one in everything for name in one.claimers})
        _fill(self.claimer, translate("Claims", "Any claimer"), ((isolated(one), one) for one in claimers))
        used = dict.fromkeys(bitext for one in everything for bitext in one.bitexts)
        _fill(
            self.bitext,
            translate("Claims", "Any text"),
            ((isolated(titles[one]), one) for one in used if one in titles),
        )
        _fill(
            self.said,
            translate("Claims", "Whatever is said of them"),
            (
                (
                    f"{in_words(one.name, one.key)}: {in_words(choice.name, choice.key)}",
                    f"{one.key}={choice.key}",
                )
                for one in asked
                for choice in one.choices
            ),
        )

    def tell(self, shown: int) -> None:
        """Say how many are listed."""
        self.count.setText(plural(COUNT, shown))

    def _choice(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(10)
        return box


class _Words(QLineEdit):
    """A line whose Enter, Down and Esc lead on to what is listed."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, or type."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_Escape}:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _fill(box: QComboBox, any_of_them: str, entries: Iterable[tuple[str, object]]) -> None:
    before = box.currentData()
    box.clear()
    box.addItem(any_of_them, None)
    for name, value in entries:
        box.addItem(name, value)
    box.setCurrentIndex(max(0, box.findData(before)) if before is not None else 0)
