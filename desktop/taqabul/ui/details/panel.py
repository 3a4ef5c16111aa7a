"""The panel below the texts: evidence, sentences and changes, notes of the row under the cursor."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QSplitter, QTabWidget, QVBoxLayout, QWidget

from taqabul.domain.annotation import Note
from taqabul.domain.changes import ChangeSet
from taqabul.domain.document import Paragraph
from taqabul.domain.ids import LinkId
from taqabul.domain.language import Side
from taqabul.ui.bitext.look import Look
from taqabul.ui.bitext.reviewer import Reviewer
from taqabul.ui.bitext.view import BitextView
from taqabul.ui.core.i18n import translate
from taqabul.ui.details.evidence_panel import EvidencePanel
from taqabul.ui.details.notes_panel import NotesPanel
from taqabul.ui.details.sentences_panel import SentencesPanel
from taqabul.ui.details.texts_panel import (
    ChangesPanel,
    changes_html,
    edited_paragraphs,
)
from taqabul.workflow.rows import Row
from taqabul.workflow.word_links import Stretch

PAUSE_MS = 60
"""A held key runs through rows, confirming them even, without waiting for each one's details."""


class DetailsPanel(QSplitter):
    """Follows the cursor of a view and shows its row; notes and restoring go through the reviewer."""

    def __init__(self, view: BitextView, reviewer: Reviewer, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._view, self._reviewer = view, reviewer
        self._shown: Row | None = None
        self.evidence = EvidencePanel(self)
        self.sentences = SentencesPanel(self)
        self.changes = ChangesPanel(self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.sentences, translate("Details", "Sentences"))
        self.tabs.addTab(self.changes, translate("Details", "Changes"))
        self.notes = NotesPanel(self)
        self.addWidget(_titled(translate("Details", "Why this pair"), self.evidence))
        self.addWidget(self.tabs)
        self.setTabOrder(self.tabs.tabBar(), self.sentences)
        self.addWidget(_titled(translate("Details", "Notes"), self.notes))
        self.setSizes([270, 640, 300])
        self.setStretchFactor(1, 1)
        self.setChildrenCollapsible(False)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        view.place_changed.connect(self._pause.start)
        reviewer.changed.connect(self._on_reviewer_changed)
        self.changes.restore_asked.connect(self.restore)
        self.notes.add_asked.connect(self._on_notes_add_asked)
        self.notes.edit_asked.connect(self._on_notes_edit_asked)
        self.notes.delete_asked.connect(reviewer.delete_note)
        self.notes.left.connect(view.setFocus)
        self.set_look(view.look)

    def set_look(self, look: Look) -> None:
        """Take over a theme or a zoom."""
        self.evidence.set_colours(look.colours)
        self._shown = None
        self.refresh()

    def refresh(self) -> None:
        """Show the row under the cursor, unless it is shown already."""
        self._pause.stop()
        place = self._view.place()
        row = None if place is None else place.row
        if row == self._shown and row is not None:
            return
        self._shown = row
        self.evidence.show_row(row)
        self.notes.setEnabled(row is not None)
        self.notes.show_notes(*(((), None) if row is None else (row.notes, row.link.id)))
        self._show_texts(row)

    def light(self, stretches: list[Stretch]) -> None:
        """Light up words where they stand among the sentences shown."""
        self.sentences.light(stretches)

    def write_note(self) -> None:
        """Begin to write a note on the row under the cursor."""
        self.refresh()
        self.notes.write()

    def restore(self) -> None:
        """Give the edited paragraph under the cursor, or the row's first, its imported text again."""
        paragraph = self.edited_paragraph()
        if paragraph is not None:
            self._reviewer.restore_text(paragraph.id)

    def edited_paragraph(self) -> Paragraph | None:
        """The paragraph that restoring would concern."""
        place = self._view.place()
        if place is None:
            return None
        edited = [one for _, one in edited_paragraphs(place.row)]
        if place.paragraph in edited:
            return place.paragraph
        return edited[0] if edited else None

    def _show_texts(self, row: Row | None) -> None:
        edited = row is not None and any(True for _ in edited_paragraphs(row))
        self.tabs.setTabEnabled(1, edited)
        self.tabs.setTabText(
            1, translate("Details", "Changes ●") if edited else translate("Details", "Changes")
        )
        languages = {side: self._view.rows.language(side) for side in Side}
        look = self._view.look
        self.sentences.show_row(row, languages, look)
        if row is not None and edited:
            self.changes.view.setHtml(changes_html(row, languages, look))

    def _on_reviewer_changed(self, changes: ChangeSet) -> None:
        """What can be changed here is shown at once, the rest when the person pauses."""
        if changes.notes or changes.paragraphs:
            self.refresh()
        else:
            self._pause.start()

    def _on_notes_add_asked(self, text: str) -> None:
        if self._shown is not None:
            link: LinkId = self._shown.link.id
            if self._reviewer.add_note(link, text):
                self.notes.let_go()
                self._view.setFocus()

    def _on_notes_edit_asked(self, note: Note, text: str) -> None:
        if self._reviewer.edit_note(note, text):
            self.notes.let_go()
        elif self._shown is not None and note.id not in {one.id for one in self._shown.notes}:
            self.notes.keep_as_new()


def _titled(title: str, body: QWidget) -> QWidget:
    whole = QWidget()
    layout = QVBoxLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    head = QLabel(title, whole)
    head.setObjectName("section-title")
    layout.addWidget(head)
    layout.addWidget(body, 1)
    return whole
