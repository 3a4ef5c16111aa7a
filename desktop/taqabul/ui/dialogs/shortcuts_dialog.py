"""The keyboard card: every verb and its keys, made from the table of actions."""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from taqabul.ui.annotation.keys import mode_keys
from taqabul.ui.core.actions import ActionSet, Host, plain
from taqabul.ui.core.i18n import say, translate
from taqabul.ui.core.keymap import native

PAGE = """<!DOCTYPE html>
<html lang="{language}" dir="{direction}">
<head><meta charset="utf-8"><title>{title}</title>
<style>
body {{ font: 10pt/1.35 "Noto Sans", "Noto Naskh Arabic", sans-serif; columns: 2 320px; margin: 1.2cm; }}
h1 {{ font-size: 16pt; column-span: all; margin: 0 0 8pt; }}
h3 {{ margin: 8pt 0 2pt; border-bottom: 1px solid #999; }}
div {{ break-inside: avoid; }}
td {{ text-align: start; vertical-align: top; }}
</style></head>
<body><h1>{title}</h1>
{body}
</body></html>
"""


class ShortcutsDialog(QDialog):
    """Lists the keys by menu, and those that only the editor knows."""

    def __init__(self, actions: ActionSet[Host], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Shortcuts", "Keyboard"))
        self.card = QTextBrowser(self)
        self.card.setAccessibleName(translate("Shortcuts", "Keys and what they do"))
        self.card.setHtml(card_html(actions))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        action = QDialogButtonBox.ButtonRole.ActionRole
        self.keys_button = buttons.addButton(translate("Shortcuts", "&Change keys…"), action)
        self.page_button = buttons.addButton(translate("Shortcuts", "Open in the &browser"), action)
        self.print_button = buttons.addButton(translate("Shortcuts", "&Print…"), action)
        self.print_button.clicked.connect(self.print_card)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.card)
        layout.addWidget(buttons)
        self.resize(560, 620)

    def print_card(self) -> None:
        """Print the card, or make a PDF of it, as the system's print dialog offers."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - slow to load, seldom needed

        printer = QPrinter()
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self.card.print_(printer)
        dialog.deleteLater()


def card_html(actions: ActionSet[Host]) -> str:
    """The card as a page."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for spec in actions.table:
        held = actions.keys[spec.id]
        if spec.menu is not None and held:
            keys = " / ".join(map(native, held))
            groups.setdefault(plain(say(spec.menu)), []).append((keys, plain(say(spec.text))))
    groups[translate("Shortcuts", "In the rows")] = [
        (translate("Shortcuts", "↑ ↓"), translate("Shortcuts", "Next or previous paragraph, then row")),
        (translate("Shortcuts", "← →"), translate("Shortcuts", "To the source or the target text")),
        (native("Shift+Down"), translate("Shortcuts", "Choose several rows")),
    ]
    groups[translate("Shortcuts", "While annotating is on")] = [
        (translate("Shortcuts", "letter, digit"), translate("Shortcuts", "Give the label that has this key")),
        (
            translate("Shortcuts", "Shift / Alt + it"),
            translate("Shortcuts", "To the whole pair / to the chosen mark instead of its own"),
        ),
        *((shown or " / ".join(map(native, keys)), words) for keys, shown, words in mode_keys()),
    ]
    groups[translate("Shortcuts", "While a text is edited")] = [
        (f"F2 / {native('Ctrl+Return')}", translate("Shortcuts", "Save")),
        (native("Esc"), translate("Shortcuts", "Discard")),
        (native("Tab") + " / " + native("Shift+Tab"), translate("Shortcuts", "Save and go on, or back")),
        (native("Ctrl+B"), translate("Shortcuts", "Split the paragraph at the cursor")),
    ]
    return "".join(_group(title, lines) for title, lines in groups.items())


def card_page(actions: ActionSet[Host]) -> str:
    """The card as a page of its own, in columns, to be printed from a browser."""
    rtl = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    language = QLocale().bcp47Name()
    return PAGE.format(
        language=language,
        direction="rtl" if rtl else "ltr",
        title=escape(translate("Shortcuts", "Keys of Taqabul")),
        body=card_html(actions),
    )


def _group(title: str, lines: Iterable[tuple[str, str]]) -> str:
    rows = "".join(
        f"<tr><td width='170'><b dir='ltr'>{escape(keys)}</b></td><td>{escape(text)}</td></tr>"
        for keys, text in lines
    )
    return f"<div><h3>{escape(title)}</h3><table cellpadding='2'>{rows}</table></div>"
