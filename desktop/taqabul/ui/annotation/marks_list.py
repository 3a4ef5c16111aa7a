"""The list of a bitext's marks, with what is listed chosen above it; Enter goes to the place."""

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QListView, QVBoxLayout, QWidget

from taqabul.domain.annotation import AnnotationStatus
from taqabul.domain.language import Language, Side
from taqabul.ui.annotation.fields import ENTER
from taqabul.ui.annotation.label_book import LabelBook
from taqabul.ui.annotation.list_model import MarkDelegate, MarksModel, Wanted
from taqabul.ui.annotation.status_buttons import STATUSES
from taqabul.ui.bitext.look import Look
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, say, translate
from taqabul.ui.core.own_keys import keeps
from taqabul.workflow.annotating.listing import Listed

COUNT = QT_TRANSLATE_NOOP("MarksList", "%n mark(s)")


class MarksList(QWidget):
    """Lists marks. ``gone_to`` is a mark that somebody wants to go to, ``passed`` one the bar comes to, ``shown`` says that somebody looks."""

    gone_to = Signal(object)
    passed = Signal(object)
    left = Signal()
    shown = Signal()

    def __init__(self, look: Look, languages: dict[Side, Language], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = MarksModel(self)
        self.delegate = MarkDelegate(look, languages, self)
        self.list = _List(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.delegate)
        self.label = self._choice(translate("MarksList", "Labels"))
        self.author = self._choice(translate("MarksList", "Who marked"))
        self.status = self._choice(translate("MarksList", "Status"))
        self.orphans = QCheckBox(translate("MarksList", "Orphans"), self)
        self.orphans.setToolTip(
            translate("MarksList", "Only marks that lost their place when a text was corrected")
        )
        self.count = QLabel(self)
        self._filling = False
        self._lay_out()
        self._fill(
            self.status,
            [
                ("", translate("MarksList", "Any status")),
                *((one.value, say(STATUSES[one])) for one in AnnotationStatus),
            ],
        )
        self.orphans.toggled.connect(self._want)
        self.list.activated_mark.connect(self.gone_to)
        self.list.passed_mark.connect(self.passed)
        self.list.left.connect(self.left)

    def show_marks(self, marks: list[Listed], book: LabelBook) -> None:
        """List these."""
        labels = {
            f"{one.annotation.label_set}/{one.annotation.label}": book.name(one.annotation) for one in marks
        }
        authors = {one.annotation.author: one.annotation.author for one in marks}
        self._fill(
            self.label,
            [("", translate("MarksList", "Any label")), *sorted(labels.items(), key=lambda one: one[1])],
        )
        self._fill(self.author, [("", translate("MarksList", "Anybody")), *sorted(authors.items())])
        chosen = self.chosen()
        self.model.show_marks(marks, book)
        self._want()
        if chosen is not None:
            self.point_at(chosen)

    def chosen(self) -> Listed | None:
        """The mark under the bar."""
        one: Listed | None = self.list.currentIndex().data(Qt.ItemDataRole.UserRole)
        return one

    def point_at(self, mark: Listed) -> None:
        """Put the bar on a mark."""
        at = next(
            (row for row, one in enumerate(self.model.shown) if one.annotation.id == mark.annotation.id), -1
        )
        if at >= 0:
            self.list.setCurrentIndex(self.model.index(at))

    def begin(self) -> None:
        """Take the keyboard."""
        if not self.list.currentIndex().isValid() and self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0))
        self.list.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody looks."""
        super().showEvent(event)
        self.shown.emit()

    def _choice(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        box.currentIndexChanged.connect(self._want)
        return box

    def _fill(self, box: QComboBox, entries: list[tuple[str, str]]) -> None:
        """Offer these, with the same chosen as before where it is still there."""
        before = box.currentData()
        self._filling = True
        box.clear()
        for value, name in entries:
            box.addItem(name, value)
        box.setCurrentIndex(max(0, box.findData(before)))
        self._filling = False

    def _want(self) -> None:
        if self._filling:
            return
        status = self.status.currentData()
        self.model.want(
            Wanted(
                self.label.currentData() or "",
                self.author.currentData() or "",
                AnnotationStatus(status) if status else None,
                self.orphans.isChecked(),
            )
        )
        self.count.setText(plural(COUNT, len(self.model.shown)))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(4)
        above = QHBoxLayout()
        above.addWidget(self.label, 2)
        above.addWidget(self.author, 1)
        layout.addLayout(above)
        below = QHBoxLayout()
        below.addWidget(self.status, 1)
        below.addWidget(self.orphans)
        below.addStretch(1)
        below.addWidget(self.count)
        layout.addLayout(below)
        layout.addWidget(self.list, 1)


class _List(QListView):
    """Enter goes to the mark, Esc back to the texts; ``passed_mark`` follows each step by key, and a click."""

    activated_mark = Signal(object)
    passed_mark = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("MarksList", "Marks of this bitext"))
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(lambda _index: self._tell(self.passed_mark))
        self.doubleClicked.connect(lambda _index: self._tell(self.activated_mark))

    def event(self, event: QEvent) -> bool:
        """Our keys are ours, whatever verb of the window has the same."""
        ours = {Qt.Key.Key_Escape, Qt.Key.Key_Home, Qt.Key.Key_End, *ENTER}
        return keeps(event, ours) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go there, or back."""
        if event.key() in ENTER:
            self._tell(self.activated_mark)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            before = self.currentIndex().row()
            super().keyPressEvent(event)
            if self.currentIndex().row() != before:
                self._tell(self.passed_mark)

    def _tell(self, signal: SignalInstance) -> None:
        one: Listed | None = self.currentIndex().data(Qt.ItemDataRole.UserRole)
        if one is not None:
            signal.emit(one)
