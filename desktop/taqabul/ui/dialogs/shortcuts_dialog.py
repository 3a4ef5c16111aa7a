"""The keyboard card: every verb and its keys, made from the table of actions."""

from collections.abc import Iterable
from html import escape

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from taqabul.ui.core.actions import ActionSet, Host, plain
from taqabul.ui.core.i18n import say, translate


class ShortcutsDialog(QDialog):
    """Lists the keys by menu, and those that only the editor knows."""

    def __init__(self, actions: ActionSet[Host], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Shortcuts", "Keyboard"))
        self.card = QTextBrowser(self)
        self.card.setAccessibleName(translate("Shortcuts", "Keys and what they do"))
        self.card.setHtml(card_html(actions))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.card)
        layout.addWidget(buttons)
        self.resize(560, 620)


def card_html(actions: ActionSet[Host]) -> str:
    """The card as a page."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for spec in actions.table:
        if spec.menu is not None and spec.keys:
            keys = " / ".join(_native(key) for key in spec.keys)
            groups.setdefault(plain(say(spec.menu)), []).append((keys, plain(say(spec.text))))
    groups[translate("Shortcuts", "In the rows")] = [
        (translate("Shortcuts", "↑ ↓"), translate("Shortcuts", "Next or previous paragraph, then row")),
        (translate("Shortcuts", "← →"), translate("Shortcuts", "To the source or the target text")),
        (_native("Shift+Down"), translate("Shortcuts", "Choose several rows")),
    ]
    groups[translate("Shortcuts", "While a text is edited")] = [
        (f"F2 / {_native('Ctrl+Return')}", translate("Shortcuts", "Save")),
        (_native("Esc"), translate("Shortcuts", "Discard")),
        (_native("Tab") + " / " + _native("Shift+Tab"), translate("Shortcuts", "Save and go on, or back")),
        (_native("Ctrl+B"), translate("Shortcuts", "Split the paragraph at the cursor")),
    ]
    return "".join(_group(title, lines) for title, lines in groups.items())


def _group(title: str, lines: Iterable[tuple[str, str]]) -> str:
    rows = "".join(
        f"<tr><td width='170'><b>{escape(keys)}</b></td><td>{escape(text)}</td></tr>" for keys, text in lines
    )
    return f"<h3>{escape(title)}</h3><table cellpadding='2'>{rows}</table>"


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
