"""Asks for the password of a library: of its server, or of a file that is encrypted."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from taqabul.workflow.passwords import Answer

translate = QCoreApplication.translate


class PasswordDialog(QDialog):
    """The address, what went wrong so far, a field whose letters are not shown, and whether to remember."""

    def __init__(self, address: str, trouble: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("PasswordDialog", "Password of the library"))
        words = translate("PasswordDialog", "&Password for {address}")
        label = QLabel(words.format(address=address.replace("&", "&&")), self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        self.password = QLineEdit(self)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        label.setBuddy(self.password)
        self.keep = QCheckBox(translate("PasswordDialog", "&Remember it in the system's keyring"), self)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        self.trouble = QLabel(trouble, self)
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)
        self.trouble.setWordWrap(True)
        self.trouble.setVisible(bool(trouble))
        layout.addWidget(self.trouble)
        for each in (label, self.password, self.keep, buttons):
            layout.addWidget(each)
        self.setMinimumWidth(440)

    def answer(self) -> Answer | None:
        """What was given, None where nothing was."""
        return Answer(self.password.text(), self.keep.isChecked()) if self.password.text() else None


def ask_password(address: str, trouble: str, parent: QWidget | None = None) -> Answer | None:
    """Ask a person; None where they gave up."""
    dialog = PasswordDialog(address, trouble, parent)
    given = dialog.answer() if dialog.exec() == QDialog.DialogCode.Accepted else None
    dialog.deleteLater()
    return given
