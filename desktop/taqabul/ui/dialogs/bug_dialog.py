"""Tells a person that the program failed, and what they may send us about it."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from taqabul.ui.core.errors import log_file
from taqabul.ui.core.i18n import translate


class BugDialog(QDialog):
    """A bug is our fault; the dialog says so, and that nothing saved is lost."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("BugDialog", "Taqabul made a mistake"))
        words = QLabel(
            translate(
                "BugDialog",
                "This is an error in the program, not yours. Everything you did before is saved. "
                "The report below is also in the log, {file}.",
            ).format(file=log_file()),
            self,
        )
        words.setWordWrap(True)
        self.report = QPlainTextEdit(report, self)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(translate("BugDialog", "Report"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = buttons.addButton(translate("BugDialog", "&Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._on_copy_clicked)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        layout.addWidget(self.report)
        layout.addWidget(buttons)
        self.resize(640, 400)

    def _on_copy_clicked(self) -> None:
        self.report.selectAll()
        self.report.copy()
