"""The part of the export dialog that keeps ways to export under a name."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QInputDialog, QPushButton, QWidget

from taqabul.domain.errors import AppError
from taqabul.ui.core.i18n import translate
from taqabul.workflow.export_templates import (
    ExportTemplate,
    export_templates,
    forget_template,
    save_template,
)


class TemplateBar(QWidget):
    """Chooses, keeps and forgets templates; ``current`` tells what there is to keep."""

    chosen = Signal(object)
    failed = Signal(str)

    def __init__(self, current: Callable[[], ExportTemplate], parent: QWidget) -> None:
        super().__init__(parent)
        self._current = current
        self.names = QComboBox(self)
        self.names.setAccessibleName(translate("ExportDialog", "Template"))
        self.names.setMinimumWidth(180)
        self.keep = QPushButton(translate("ExportDialog", "&Keep as…"), self)
        self.keep.setToolTip(translate("ExportDialog", "Keep the format and these choices under a name"))
        self.forget = QPushButton(translate("ExportDialog", "For&get"), self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.names, 1)
        layout.addWidget(self.keep)
        layout.addWidget(self.forget)
        self._fill("")
        self.names.activated.connect(self._on_chosen)
        self.keep.clicked.connect(self._on_keep_clicked)
        self.forget.clicked.connect(self._on_forget_clicked)

    def _fill(self, name: str) -> None:
        self.names.clear()
        self.names.addItem(translate("ExportDialog", "(no template)"), None)
        for one, template in export_templates().items():
            self.names.addItem(one, template)
        self.names.setCurrentIndex(max(0, self.names.findText(name)) if name else 0)
        self.forget.setEnabled(self.names.currentIndex() > 0)

    def _on_chosen(self) -> None:
        template = self.names.currentData()
        self.forget.setEnabled(template is not None)
        if template is not None:
            self.chosen.emit(template)

    def _on_keep_clicked(self) -> None:
        before = self.names.currentText() if self.names.currentIndex() > 0 else ""
        name, agreed = QInputDialog.getText(
            self,
            translate("ExportDialog", "Keep as a template"),
            translate("ExportDialog", "Name of the template (also for taqabul export --template)"),
            text=before,
        )
        if agreed:
            self._try(lambda: save_template(name, self._current()), name.strip())

    def _on_forget_clicked(self) -> None:
        name = self.names.currentText()
        self._try(lambda: forget_template(name), "")

    def _try(self, step: Callable[[], None], name: str) -> None:
        try:
            step()
        except AppError as error:
            self.failed.emit(f"{error.message} {error.hint}".strip())
        else:
            self._fill(name)
