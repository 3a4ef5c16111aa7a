"""What can be done about a finding: put right, marked as an error, suppressed and told again."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance

from taqabul.domain.annotation import attributes_from
from taqabul.domain.errors import AppError
from taqabul.domain.language import Side
from taqabul.text.direction import isolated
from taqabul.ui.checks.put_right_dialog import PutRightDialog
from taqabul.ui.checks.suppress_dialog import SuppressDialog
from taqabul.ui.checks.suppressed_dialog import KnownWord, Silent, SuppressedDialog
from taqabul.ui.checks.words import LABEL_SET, SPELLING, error_of, message_of
from taqabul.ui.core.asides import Aside
from taqabul.ui.core.i18n import translate
from taqabul.workflow.annotating.marking import Given, mark
from taqabul.workflow.checking import Found
from taqabul.workflow.putting_right import alike, fixed_text, fixed_together
from taqabul.workflow.reviewing import edit_text
from taqabul.workflow.spelling import forget_word, known_words, take_in
from taqabul.workflow.suppressing import Reach, allow_again, silenced, suppress, suppress_again

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow


class FindingActs(QObject):
    """Acts on findings of the open bitext on behalf of a main window; ``retold`` where others are to be told.

    ``told`` gives all findings there are, ``learned`` where words are known that were not, or the reverse.
    """

    retold = Signal()
    learned = Signal()

    def __init__(self, window: "MainWindow", told: Callable[[], Sequence[Found]], parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._told = window, told

    def put_right(self, found: Found) -> None:
        """Show what a text would become, and make it so if agreed to, or all that say the same: one edit."""
        if found.fix is not None:
            self._try(lambda: self._put_right(found))

    def _put_right(self, found: Found) -> None:
        window, library = self._window, self._window.library
        paragraph, before, after = fixed_text(library, found)
        same = alike(found, self._told())
        every = fixed_together(library, same)
        changes = [(one.paragraph.text, one.text) for one in every]
        look = window.page.view.look
        dialog = PutRightDialog(message_of(found), (before, after), changes, len(same), look, window)
        agreed = dialog.exec() == PutRightDialog.DialogCode.Accepted
        if agreed and dialog.all.isChecked():
            window.cleaning.write(window.page, every)
        elif agreed:
            bitext = window.page.summary.id
            window.page.reviewer.perform(
                lambda: edit_text(library, bitext, paragraph, after, before=before), follow=False
            )
        dialog.deleteLater()

    def mark_error(self, found: Found) -> None:
        """Make an error of MQM out of a finding, on its places."""
        window = self._window
        label, severity = error_of(found)
        given = Given(LABEL_SET, label, attributes_from({"severity": [severity]}), found.text)
        stretches = [place.stretch for place in (*found.source, *found.target)]
        bitext = window.page.summary.id
        window.page.reviewer.perform(lambda: mark(window.library, bitext, stretches, given), follow=False)

    def suppress(self, found: Found) -> None:
        """Ask how far and why, then tell a finding no longer; undo and the message take it back."""
        window = self._window
        dialog = SuppressDialog(message_of(found), window)
        if dialog.exec() == SuppressDialog.DialogCode.Accepted:
            self._try(lambda: self._suppress(found, dialog.reach, dialog.reason))
        dialog.deleteLater()

    def take_in(self, found: Found) -> None:
        """Take the word of a finding into the dictionary of the library; undo and the message take it out again."""
        if found.check == SPELLING:
            self._try(lambda: self._take_in(found))

    def list_suppressed(self) -> None:
        """Show what is suppressed in this bitext and the words taken in; what is chosen is told again."""
        library, bitext = self._window.library, self._window.page.summary.id
        dialog = SuppressedDialog(self._window)

        def show() -> None:
            words = [KnownWord(*one) for one in known_words(library)]
            dialog.show_lines([*silenced(library, bitext), *words])

        def tell_again(lines: list[Silent]) -> None:
            self._try(lambda: self._tell_again(lines))
            show()

        dialog.again_asked.connect(tell_again)
        show()
        dialog.exec()
        dialog.deleteLater()

    def _suppress(self, found: Found, reach: Reach, reason: str) -> None:
        library = self._window.library
        kept = suppress(library, self._window.page.summary.id, found, reach, reason)
        step = Aside(
            "suppress",
            self._then(self.retold, lambda: suppress_again(library, kept)),
            self._then(self.retold, lambda: allow_again(library, kept)),
        )
        told = translate("Checks", "Suppressed: {finding}. What is suppressed is listed under “Suppressed…”.")
        self._note(
            step,
            told.format(finding=isolated(message_of(found))),
            translate("Checks", "Tell it again"),
        )
        self.retold.emit()

    def _take_in(self, found: Found) -> None:
        library = self._window.library
        side = Side.SOURCE if found.source else Side.TARGET
        language = self._window.page.model.language(side)
        word = take_in(library, language, found.values[0])
        step = Aside(
            "add to dictionary",
            self._then(self.learned, lambda: take_in(library, language, word)),
            self._then(self.learned, lambda: forget_word(library, language, word)),
        )
        told = translate("Checks", "“{word}” is in the dictionary of this library.")
        self._note(step, told.format(word=isolated(word)), translate("Checks", "Take it out again"))
        self.learned.emit()

    def _tell_again(self, lines: list[Silent]) -> None:
        library = self._window.library
        kept = [one.kept for one in lines if not isinstance(one, KnownWord)]
        words = [one for one in lines if isinstance(one, KnownWord)]

        def back() -> None:
            for one in kept:
                suppress_again(library, one)
            for language, word in words:
                take_in(library, language, word)

        def again() -> None:
            for one in kept:
                allow_again(library, one)
            for language, word in words:
                forget_word(library, language, word)

        heard = self.learned if words else self.retold
        again()
        self._window.page.asides.note(Aside("tell again", self._then(heard, again), self._then(heard, back)))
        self._window.refresh()
        heard.emit()

    def _note(self, step: Aside, told: str, take_back: str) -> None:
        """Say what was done beside the texts, with the way back."""
        window = self._window
        asides = window.page.asides
        asides.note(step)
        window.refresh()

        def back() -> None:
            self._try(lambda: asides.take_back(step))
            window.refresh()

        window.messages.show_message(told, (take_back, back))

    def _then(self, heard: SignalInstance, write: Callable[[], object]) -> Callable[[], None]:
        """Something to do, with those told who are to hear of it; what the message says is over then."""

        def done() -> None:
            write()
            self._window.messages.dismiss()
            heard.emit()

        return done

    def _try(self, write: Callable[[], None]) -> None:
        try:
            write()
        except AppError as error:
            self._window.messages.show_error(error)
