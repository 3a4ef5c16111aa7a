"""The password of a library's server is asked for, and not shown."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QLineEdit

from taqabul.ui.dialogs.password_dialog import PasswordDialog
from taqabul.workflow.passwords import Answer


def test_what_is_typed_is_given_and_not_shown(qtbot):
    dialog = PasswordDialog("postgresql://rim@db/texts", "The server does not let you in.")
    qtbot.addWidget(dialog)
    assert dialog.answer() is None
    qtbot.keyClicks(dialog.password, "secret")
    assert dialog.password.echoMode() == QLineEdit.EchoMode.Password
    assert dialog.answer() == Answer("secret", keep=False)
    dialog.keep.click()
    assert dialog.answer() == Answer("secret", keep=True)


def test_an_address_is_shown_to_the_letter(qtbot):
    address = "postgresql://rim@db/texts?sslmode=verify-full&sslrootcert=/<b>/a.crt"
    dialog = PasswordDialog(address, f"{address} is slow.")
    qtbot.addWidget(dialog)
    (label,) = (one for one in dialog.findChildren(QLabel) if one.buddy() is dialog.password)
    assert label.text().endswith(address.replace("&", "&&"))
    assert QKeySequence.mnemonic(label.text()).toString() == "Alt+P"
    assert {label.textFormat(), dialog.trouble.textFormat()} == {Qt.TextFormat.PlainText}
