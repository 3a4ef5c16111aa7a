"""What can be done about a finding: put right, marked as an error, suppressed and told again."""

from functools import partial
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

from taqabul.domain.annotation import attributes_from
from taqabul.domain.language import Language, Side
from taqabul.text.direction import isolated
from taqabul.ui.checks.suppress_dialog import REACHES, SuppressDialog
from taqabul.ui.checks.words import LABEL_SET, SPELLING, check_name, error_of, message_of
from taqabul.ui.core.i18n import say, translate
from taqabul.ui.details.texts_panel import changed_paragraph_html
from taqabul.workflow.annotating.marking import Given, mark
from taqabul.workflow.checking import Found, fixed_text
from taqabul.workflow.reviewing import edit_text
from taqabul.workflow.spelling import forget_word, known_words, take_in
from taqabul.workflow.suppressing import Suppression, allow_again, suppress, suppressions

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow


class FindingActs(QObject):
    """Acts on findings of the open bitext on behalf of a main window; ``retold`` where others are to be told.

    ``learned`` where words are known that were not, or the reverse.
    """

    retold = Signal()
    learned = Signal()

    def __init__(self, window: "MainWindow", parent: QObject) -> None:
        super().__init__(parent)
        self._window = window

    def put_right(self, found: Found) -> None:
        """Show what a text would become, and make it so if agreed to: one edit."""
        if found.fix is None:
            return
        window = self._window
        paragraph, before, after = fixed_text(window.library, found)
        question = escape(translate("Checks", "Change the text so?"))
        changed = changed_paragraph_html(before, after, None, window.page.view.look)
        answer = QMessageBox.question(window, translate("Checks", "Put right"), f"<p>{question}</p>{changed}")
        if answer == QMessageBox.StandardButton.Yes:
            bitext = window.page.summary.id
            window.page.reviewer.perform(
                lambda: edit_text(window.library, bitext, paragraph, after, before=before), follow=False
            )

    def mark_error(self, found: Found) -> None:
        """Make an error of MQM out of a finding, on its places."""
        window = self._window
        label, severity = error_of(found)
        given = Given(LABEL_SET, label, attributes_from({"severity": [severity]}), found.text)
        stretches = [place.stretch for place in (*found.source, *found.target)]
        bitext = window.page.summary.id
        window.page.reviewer.perform(lambda: mark(window.library, bitext, stretches, given), follow=False)

    def suppress(self, found: Found) -> None:
        """Ask how far and why, then tell a finding no longer; the message offers to take it back."""
        window = self._window
        dialog = SuppressDialog(message_of(found), window)
        if dialog.exec() == SuppressDialog.DialogCode.Accepted:
            kept = suppress(window.library, window.page.summary.id, found, dialog.reach, dialog.reason)
            self.retold.emit()
            window.messages.show_message(
                translate(
                    "Checks", "Suppressed: {finding} What is suppressed is listed under “Suppressed…”."
                ).format(finding=isolated(message_of(found))),
                (translate("Checks", "Tell it again"), lambda: self._allow_again(kept)),
            )
        dialog.deleteLater()

    def take_in(self, found: Found) -> None:
        """Take the word of a finding into the dictionary of the library; the message offers to take it out again."""
        if found.check != SPELLING:
            return
        window = self._window
        side = Side.SOURCE if found.source else Side.TARGET
        language = window.page.model.language(side)
        word = take_in(window.library, language, found.values[0])
        self.learned.emit()
        window.messages.show_message(
            translate("Checks", "“{word}” is in the dictionary of this library.").format(word=isolated(word)),
            (translate("Checks", "Take it out again"), lambda: self._forget(language, word)),
        )

    def _forget(self, language: Language, word: str) -> None:
        forget_word(self._window.library, language, word)
        self.learned.emit()

    def list_suppressed(self, at: QWidget) -> None:
        """Offer what is suppressed in this bitext and the words taken in; what is chosen is told again."""
        window = self._window
        menu = QMenu(at)
        for one in suppressions(window.library, window.page.summary.id):
            reach = say(REACHES[one.reach]).replace("&", "")
            action = menu.addAction(
                " – ".join(filter(None, (check_name(one.check), reach, isolated(one.reason), one.author)))
            )
            action.setData(partial(self._allow_again, one))
        for language, word in known_words(window.library):
            action = menu.addAction(f"{check_name(SPELLING)} – {isolated(word)}")
            action.setData(partial(self._forget, language, word))
        if menu.isEmpty():
            menu.addAction(translate("Checks", "Nothing is suppressed")).setEnabled(False)
        menu.triggered.connect(lambda action: action.data()())
        menu.popup(at.mapToGlobal(at.rect().topLeft()))

    def _allow_again(self, kept: Suppression) -> None:
        allow_again(self._window.library, kept)
        self.retold.emit()
