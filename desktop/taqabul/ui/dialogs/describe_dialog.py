"""What is known of documents: their titles, who wrote and translated them, when they appeared and where."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from taqabul.domain.errors import AppError
from taqabul.domain.files import Metadata
from taqabul.domain.ids import DocumentId
from taqabul.domain.language import Language
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, Message, say, translate
from taqabul.workflow.describing import Described, checked

FIELDS: Final = {
    "title": QT_TRANSLATE_NOOP("Describe", "Title"),
    "author": QT_TRANSLATE_NOOP("Describe", "Author"),
    "translator": QT_TRANSLATE_NOOP("Describe", "Translator"),
    "date": QT_TRANSLATE_NOOP("Describe", "Date"),
    "source": QT_TRANSLATE_NOOP("Describe", "Source"),
}
"""The fields of ``Metadata``, in the order in which people fill them in."""
DATES: Final = QT_TRANSLATE_NOOP("Describe", "2025, 2025-03 or 2025-03-19")
SIDES: Final = {
    Language.ARABIC: QT_TRANSLATE_NOOP("Describe", "Arabic text"),
    Language.ENGLISH: QT_TRANSLATE_NOOP("Describe", "English text"),
}


class MetadataForm(QFormLayout):
    """The fields of one text; ``of`` stands before each field's name for those who cannot see the box around it."""

    def __init__(self, metadata: Metadata, of: Message) -> None:
        super().__init__()
        self.fields: dict[str, QLineEdit] = {}
        for name, message in FIELDS.items():
            field = QLineEdit()
            field.setAccessibleName(f"{say(of)}: {say(message)}")
            self.fields[name] = field
            self.addRow(say(message), field)
        self.show_metadata(metadata)
        self.fields["date"].setPlaceholderText(say(DATES))

    def show_metadata(self, metadata: Metadata) -> None:
        """Show something else."""
        for name, field in self.fields.items():
            field.setText(getattr(metadata, name))
            field.setCursorPosition(0)

    @property
    def metadata(self) -> Metadata:
        """What the fields say."""
        return Metadata(**{name: field.text() for name, field in self.fields.items()})


class DescribeDialog(QDialog):
    """One form a document, beside each other; ``described`` is what was agreed to."""

    def __init__(self, documents: Sequence[Described], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Describe", "Document details"))
        self._documents = documents
        self.described: dict[DocumentId, Metadata] = {}
        self.forms = [MetadataForm(one.document.metadata, SIDES[one.document.language]) for one in documents]
        self.problem = QLabel(self)
        self.problem.setWordWrap(True)
        self.problem.hide()
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Save | standard.Cancel, self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()

    def accept(self) -> None:
        """Close where all that was typed can be kept; else say what cannot."""
        try:
            self.described = {
                one.document.id: checked(form.metadata)
                for one, form in zip(self._documents, self.forms, strict=True)
            }
        except AppError as error:
            self.problem.setText(f"{error.message} {error.hint}")
            self.problem.show()
            return
        super().accept()

    def _findings(self, one: Described) -> QPlainTextEdit:
        """How the file was read, and what was mended then."""
        view = QPlainTextEdit("\n".join(one.findings), self)
        view.setReadOnly(True)
        view.setTabChangesFocus(True)
        view.setAccessibleName(
            translate("Describe", "How {file} was read").format(file=one.file or one.document.title)
        )
        view.setMaximumHeight(110)
        return view

    def _lay_out(self) -> None:
        sides = QHBoxLayout()
        for one, form in zip(self._documents, self.forms, strict=True):
            box = QGroupBox(say(SIDES[one.document.language]), self)
            inside = QVBoxLayout(box)
            inside.addLayout(form)
            origin = QLabel(
                translate("Describe", "From {file} ({encoding}), imported {at}").format(
                    file=one.file,
                    encoding=one.encoding,
                    at=one.document.imported_at.astimezone().strftime("%Y-%m-%d %H:%M"),
                ),
                box,
            )
            origin.setObjectName("quiet")
            origin.setWordWrap(True)
            inside.addWidget(origin)
            if one.findings:
                inside.addWidget(self._findings(one))
            sides.addWidget(box, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(sides)
        layout.addWidget(self.problem)
        layout.addWidget(self.buttons)
        self.resize(430 * len(self._documents), 380)
