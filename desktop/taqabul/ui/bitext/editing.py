"""Correcting a paragraph in place: opens the editor over it, saves what was typed, goes on to the next."""

from PySide6.QtCore import QObject, Signal

from taqabul.ui.bitext.reviewer import Reviewer
from taqabul.ui.bitext.segment_editor import SegmentEditor
from taqabul.ui.bitext.selection import Place
from taqabul.ui.bitext.view import BitextView


class Editing(QObject):
    """At most one editor is open at a time; every other verb first saves what is in it.

    ``changed`` says that one was opened or closed.
    """

    changed = Signal()

    def __init__(self, view: BitextView, reviewer: Reviewer) -> None:
        super().__init__(view)
        self._view, self._reviewer = view, reviewer
        self.editor: SegmentEditor | None = None
        self._saving = False
        view.laid_out.connect(self._follow)
        view.edit_asked.connect(self.begin)
        reviewer.before_write = self.finish

    def begin(self) -> None:
        """Open the editor over the paragraph under the cursor."""
        place = self._view.place()
        if place is None or place.paragraph is None or not self.finish():
            return
        self._view.scrollTo(self._view.currentIndex())
        language = self._view.rows.language(place.side)
        editor = SegmentEditor(place.paragraph, language, self._view.viewport())
        editor.setFont(self._view.look.fonts.of(language))
        editor.saved.connect(self.finish)
        editor.paused.connect(self._save)
        editor.discarded.connect(self.discard)
        editor.stepped.connect(self._on_editor_stepped)
        editor.parted.connect(self._on_editor_parted)
        editor.textChanged.connect(self._follow)
        self.editor = editor
        self._follow()
        editor.show()
        editor.setFocus()
        self.changed.emit()

    def finish(self) -> bool:
        """Save what was typed and close; False where it could not be saved and stays open."""
        if self._saving:
            return True
        if not self._save():
            return False
        self._close()
        return True

    def discard(self) -> None:
        """Close without saving."""
        self._close()

    def _save(self) -> bool:
        editor = self.editor
        if editor is None or editor.text == editor.before:
            return True
        self._saving = True
        try:
            text = editor.text
            done = self._reviewer.edit_text(editor.paragraph.id, text, editor.before)
            if done:
                editor.before = text
        finally:
            self._saving = False
        return done

    def _close(self) -> None:
        editor, self.editor = self.editor, None
        if editor is None:
            return
        had_focus = editor.hasFocus()
        editor.blockSignals(True)
        editor.hide()
        editor.deleteLater()
        if had_focus:
            self._view.setFocus()
        self.changed.emit()

    def _follow(self) -> None:
        place = self._place()
        if self.editor is not None and place is not None:
            self.editor.stand_over(self._view.paragraph_rect(place), self._view.viewport().rect())

    def _place(self) -> Place | None:
        """Where the paragraph being edited is now; rows may have come or gone above it."""
        place = None if self.editor is None else self._view.place()
        if self.editor is None or place is None or place.paragraph is None:
            return None
        return place if place.paragraph.id == self.editor.paragraph.id else None

    def _on_editor_stepped(self, step: int) -> None:
        place = self._view.place()
        if place is None or not self.finish():
            return
        part, position = place.part + step, place.position
        if not 0 <= part < len(place.paragraphs):
            position, part = self._next_filled(place, step)
        if position >= 0:
            self._view.go_to(position, place.side, part)
            self.begin()

    def _next_filled(self, place: Place, step: int) -> tuple[int, int]:
        position = place.position + step
        while 0 <= position < self._view.rows.count:
            count = len(self._view.cell(position, place.side).paragraphs)
            if count:
                return position, 0 if step > 0 else count - 1
            position += step
        return -1, 0

    def _on_editor_parted(self) -> None:
        editor, place = self.editor, self._view.place()
        if editor is None or place is None:
            return
        text, offset = editor.text, editor.cursor_offset
        if not self.finish():
            return
        offset -= len(text) - len(text.lstrip())
        if self._reviewer.split_paragraph(editor.paragraph.id, offset):
            self._view.go_to(place.position, place.side, place.part + 1)
