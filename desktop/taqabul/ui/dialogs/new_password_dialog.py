"""Asks for the password that a library is to be encrypted with, twice."""

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from taqabul.text.direction import isolated
from taqabul.ui.core.i18n import translate
from taqabul.workflow.passwords import Answer


class NewPasswordDialog(QDialog):
    """Two fields whose letters are not shown; *OK* is there when both say the same."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("NewPassword", "Encrypt the library"))
        told = QLabel(
            translate(
                "NewPassword",
                "The library is written into the new file {name}, which only this password opens. Nobody can bring a forgotten password back. "
                "The library that is open stays as it is, with its copies: delete them when the new one has opened.",
            ).format(name=isolated(name)),
            self,
        )
        told.setWordWrap(True)
        self.first, self.again = QLineEdit(self), QLineEdit(self)
        for field in (self.first, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.textChanged.connect(self._compare)
        self.differ = QLabel(self)
        self.keep = QCheckBox(translate("NewPassword", "&Remember it in the system's keyring"), self)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(translate("NewPassword", "New &password"), self.first)
        form.addRow(translate("NewPassword", "Once &more"), self.again)
        layout = QVBoxLayout(self)
        layout.addWidget(told)
        layout.addLayout(form)
        layout.addWidget(self.differ)
        layout.addWidget(self.keep)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(480)
        self._compare()

    def answer(self) -> Answer:
        """The password, and whether the keyring shall remember it."""
        return Answer(self.first.text(), self.keep.isChecked())

    def _compare(self) -> None:
        first, again = self.first.text(), self.again.text()
        differ = bool(again) and not first.startswith(again)
        self.differ.setText(translate("NewPassword", "The two are not the same.") if differ else "")
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(first) and first == again)
