"""The password of a library's server is asked for, and not shown."""

from PySide6.QtWidgets import QLineEdit

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
