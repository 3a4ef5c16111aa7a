"""Correcting a paragraph in place: opens the editor over it, saves what was typed, goes on to the next."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from taqabul.ui.bitext.reviewer import Reviewer
from taqabul.ui.bitext.segment_editor import SegmentEditor
from taqabul.ui.bitext.selection import Place
from taqabul.ui.bitext.view import BitextView
from taqabul.ui.company.conflict_dialog import Answer
from taqabul.ui.core.i18n import translate


class Editing(QObject):
    """At most one editor is open at a time; every other verb first saves what is in it.

    ``changed`` says that one was opened or closed, ``told`` is a passing remark. ``ask`` tells what shall become of
    what was typed where somebody else changed the text meanwhile, and how it reads now; it never gets lost by itself.
    """

    changed = Signal()
    told = Signal(str)

    def __init__(self, view: BitextView, reviewer: Reviewer) -> None:
        super().__init__(view)
        self._view, self._reviewer = view, reviewer
        self.editor: SegmentEditor | None = None
        self._saving = False
        self.ask: Callable[[SegmentEditor], tuple[Answer, str]] = lambda _: (Answer.LATER, "")
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
        editor.paused.connect(lambda: self._save(asking=False))
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

    def _save(self, *, asking: bool = True) -> bool:
        editor = self.editor
        if editor is None or self._saving or editor.text == editor.before:
            return True
        self._saving = True
        try:
            return self._write(editor, asking=asking)
        finally:
            self._saving = False

    def _write(self, editor: SegmentEditor, *, asking: bool) -> bool:
        text = editor.text
        done = self._reviewer.edit_text(
            editor.paragraph.id,
            text,
            editor.before,
            lambda _error: self._settle(editor) if asking else self._put_off(),
        )
        if done and self.editor is editor:
            editor.before = text
        return done

    def _settle(self, editor: SegmentEditor) -> bool:
        """Somebody else changed the text: have the person say which one shall stand."""
        answer, theirs = self.ask(editor)
        if answer is Answer.THEIRS:
            self._close()
            return True
        if theirs and answer in {Answer.MINE, Answer.FURTHER}:
            editor.before = theirs
        if answer is Answer.MINE:
            return self._write(editor, asking=True)
        editor.setFocus()
        return False

    def _put_off(self) -> bool:
        """The person is not here just now."""
        self.told.emit(
            translate("Editing", "Somebody changed this text meanwhile; you will be asked when you save it.")
        )
        return False

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
        if not self.finish() or editor.before != text:
            return
        offset -= len(text) - len(text.lstrip())
        if self._reviewer.split_paragraph(editor.paragraph.id, offset):
            self._view.go_to(place.position, place.side, place.part + 1)
