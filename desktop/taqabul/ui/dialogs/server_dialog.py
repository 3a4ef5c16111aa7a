"""Asks for a library on a server: where it is, how it is reached, who asks; and tries it."""

from collections.abc import Callable, Sequence
from contextlib import suppress

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from taqabul.domain.errors import AppError
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, say, translate
from taqabul.workflow.passwords import Answer
from taqabul.workflow.server_addresses import LAST_PORT, Address, address_of, parts_of, readable, spread

MODES = (
    ("", QT_TRANSLATE_NOOP("ServerDialog", "Certificate checked (none on this machine)")),
    ("verify-full", QT_TRANSLATE_NOOP("ServerDialog", "Certificate checked, with the name")),
    ("verify-ca", QT_TRANSLATE_NOOP("ServerDialog", "Certificate checked, whatever the name")),
    ("require", QT_TRANSLATE_NOOP("ServerDialog", "Encrypted, certificate not checked")),
    ("disable", QT_TRANSLATE_NOOP("ServerDialog", "Not encrypted")),
)
Try = Callable[[str, Answer | None], None]


class ServerDialog(QDialog):
    """The parts of an address, a password that nobody keeps unless asked, and what came of a try.

    ``attempt`` is called with (address, password) where the person presses *Try*; it calls ``told`` in the end.
    """

    def __init__(self, recent: Sequence[str], attempt: Try, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("ServerDialog", "Open a library on a server"))
        self._attempt = attempt
        self.recent = QComboBox(self)
        for known in ("", *recent):
            self.recent.addItem(readable(known), known)
        self.recent.setEnabled(bool(recent))
        self.host = QLineEdit(self)
        self.host.setPlaceholderText("db.example.org")
        self.port = QSpinBox(self)
        self.port.setRange(1, LAST_PORT)
        self.port.setValue(5432)
        self.database, self.user, self.certificate = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.user.setPlaceholderText(translate("ServerDialog", "your name on this machine"))
        self.certificate.setPlaceholderText(translate("ServerDialog", "those the system trusts"))
        self.tls = QComboBox(self)
        for mode, words in MODES:
            self.tls.addItem(say(words), mode)
        self.password = QLineEdit(self)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.keep = QCheckBox(translate("ServerDialog", "&Remember it in the system's keyring"), self)
        self.outcome = QLabel(self)
        self.outcome.setWordWrap(True)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.trying = QPushButton(translate("ServerDialog", "&Try"), self)
        self.buttons.addButton(self.trying, QDialogButtonBox.ButtonRole.ActionRole)
        self._lay_out()
        self.recent.currentIndexChanged.connect(lambda at: self._take_recent(self.recent.itemData(at)))
        self.host.editingFinished.connect(self._on_host_written)
        self.trying.clicked.connect(self.attempt)
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        if recent:
            self.recent.setCurrentIndex(1)

    def address(self) -> str:
        """The address, without the password. Raises InvalidInput where it is none."""
        return address_of(self._parts())

    def answer(self) -> Answer | None:
        """The password, None where none was given."""
        return Answer(self.password.text(), self.keep.isChecked()) if self.password.text() else None

    def attempt(self) -> None:
        """See whether the server answers."""
        try:
            address = self.address()
        except AppError as error:
            self.told(f"{error.message} {error.hint}")
            return
        self.trying.setEnabled(False)
        self.outcome.setText(translate("ServerDialog", "Asking the server…"))
        self._attempt(address, self.answer())

    def told(self, words: str) -> None:
        """Say what came of the try."""
        self.outcome.setText(words)
        self.trying.setEnabled(True)

    def _accept(self) -> None:
        try:
            self.address()
        except AppError as error:
            self.told(f"{error.message} {error.hint}")
            return
        self.accept()

    def _parts(self) -> Address:
        return Address(
            self.host.text().strip(),
            self.database.text().strip(),
            self.user.text().strip(),
            self.port.value(),
            str(self.tls.currentData()),
            self.certificate.text().strip(),
        )

    def _take_recent(self, written: str) -> None:
        if written:
            self._show(parts_of(written))

    def _on_host_written(self) -> None:
        """Who has a whole address, or a name with a port, may paste it where the server is named."""
        with suppress(AppError):  # told when it is tried
            self._show(spread(self._parts()))

    def _show(self, parts: Address) -> None:
        self.host.setText(parts.host)
        self.port.setValue(parts.port)
        self.database.setText(parts.database)
        self.user.setText(parts.user)
        self.certificate.setText(parts.certificate)
        self.tls.setCurrentIndex(max(0, self.tls.findData(parts.tls)))

    def _lay_out(self) -> None:
        form = QFormLayout()
        choose = QPushButton("…", self)
        choose.setAccessibleName(translate("ServerDialog", "Choose the certificate's file"))
        choose.clicked.connect(self._choose)
        file = QHBoxLayout()
        file.addWidget(self.certificate, 1)
        file.addWidget(choose)
        for words, field in (
            (translate("ServerDialog", "Op&ened before"), self.recent),
            (translate("ServerDialog", "&Server"), self.host),
            (translate("ServerDialog", "P&ort"), self.port),
            (translate("ServerDialog", "&Database"), self.database),
            (translate("ServerDialog", "&User"), self.user),
            (translate("ServerDialog", "&Connection"), self.tls),
        ):
            form.addRow(words, field)
        label = QLabel(translate("ServerDialog", "Certificate of its &authority"), self)
        label.setBuddy(self.certificate)
        form.addRow(label, file)
        form.addRow(translate("ServerDialog", "&Password"), self.password)
        form.addRow("", self.keep)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.outcome)
        layout.addWidget(self.buttons)
        self.resize(560, self.sizeHint().height())

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, translate("ServerDialog", "Certificate"), "")
        if name:
            self.certificate.setText(name)
