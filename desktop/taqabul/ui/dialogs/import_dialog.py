"""Tells how files were read, and lets a person decide it otherwise."""

from pathlib import Path

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from taqabul.domain.options import ImportOptions, ParagraphRule
from taqabul.ui.core.i18n import translate

ENCODINGS = ("utf-8", "windows-1256", "iso-8859-6", "utf-16", "windows-1252", "mac-arabic")


class ImportDialog(QDialog):
    """Shows the findings; its options are those to read the files with again."""

    def __init__(self, files: list[Path], findings: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("ImportDialog", "How the files were read"))
        names = QLabel("\n".join(str(path) for path in files), self)
        names.setWordWrap(True)
        self.findings = QPlainTextEdit("\n".join(f"• {one}" for one in findings), self)
        self.findings.setReadOnly(True)
        self.findings.setAccessibleName(translate("ImportDialog", "What was found out"))
        self.encoding = QComboBox(self)
        self.encoding.setEditable(True)
        self.encoding.addItem(translate("ImportDialog", "Find out"), None)
        for name in ENCODINGS:
            self.encoding.addItem(name, name)
        self.rule = QComboBox(self)
        self.rule.addItem(translate("ImportDialog", "Find out"), ParagraphRule.AUTO)
        self.rule.addItem(translate("ImportDialog", "Blank lines"), ParagraphRule.BLANK_LINES)
        self.rule.addItem(translate("ImportDialog", "Lines"), ParagraphRule.LINES)
        form = QFormLayout()
        form.addRow(translate("ImportDialog", "&Encoding"), self.encoding)
        form.addRow(translate("ImportDialog", "&Paragraphs are parted by"), self.rule)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        again = self.buttons.addButton(
            translate("ImportDialog", "Read &again"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        again.setToolTip(
            translate("ImportDialog", "Makes a new bitext; the present one stays in the library")
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(names)
        layout.addWidget(self.findings)
        layout.addLayout(form)
        layout.addWidget(self.buttons)
        self.resize(560, 340)

    @property
    def options(self) -> ImportOptions:
        """How to read the files."""
        typed = self.encoding.currentText().strip()
        known = self.encoding.itemData(self.encoding.findText(typed))
        found_out = self.encoding.currentIndex() == 0 and typed == self.encoding.itemText(0)
        return ImportOptions(
            encoding=None if found_out else str(known or typed),
            paragraphs=ParagraphRule(self.rule.currentData()),
        )
