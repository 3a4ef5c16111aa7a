"""How far a mark or a claim has come: a button for each status, one of them down."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from taqabul.domain.annotation import AnnotationStatus
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, say

STATUSES = {
    AnnotationStatus.DRAFT: QT_TRANSLATE_NOOP("Annotation", "Draft"),
    AnnotationStatus.REVIEWED: QT_TRANSLATE_NOOP("Annotation", "Reviewed"),
    AnnotationStatus.FINAL: QT_TRANSLATE_NOOP("Annotation", "Final"),
}


class StatusButtons(QWidget):
    """``chosen`` gives the status of the button that somebody pressed, which is down from then on."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = {status: self._button(status) for status in AnnotationStatus}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch(1)

    def show_status(self, shown: AnnotationStatus | None) -> None:
        """Have the button of a status down, or none."""
        for status, button in self.buttons.items():
            button.setChecked(status is shown)

    def _button(self, status: AnnotationStatus) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("chip")
        button.setText(say(STATUSES[status]))
        button.setCheckable(True)
        button.clicked.connect(lambda _checked: self._on_button_clicked(status))
        return button

    def _on_button_clicked(self, status: AnnotationStatus) -> None:
        self.show_status(status)
        self.chosen.emit(status)
