"""Asks which of two wordings of the same remark shall stand, where somebody else was quicker."""

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from taqabul.domain.language import Direction, Language
from taqabul.text.direction import isolated, language_of
from taqabul.ui.bitext.look import Look
from taqabul.ui.company.conflict_dialog import Answer, ConflictDialog
from taqabul.ui.core.i18n import translate
from taqabul.ui.details.texts_panel import Version, marked_html, versions_html

AskWording = Callable[[str, str, str, str], bool]
"""Whether mine shall stand, told (who was quicker, what we began from, theirs, mine)."""


class Wordings:
    """Asks on behalf of a widget. What was typed is never lost: unless it is to stand, the clipboard has it."""

    def __init__(self, parent: QWidget, look: Callable[[], Look]) -> None:
        self._parent, self._look = parent, look

    def ask(self, who: str, before: str, theirs: str, mine: str) -> bool:
        """Whether mine shall stand."""
        look = self._look()

        def version(name: str, text: str) -> Version:
            language = language_of(text) or Language.ENGLISH
            way: Direction = language.direction
            begun = before if language_of(before) in (None, language) else text  # else nothing would match
            return Version(name, marked_html(begun, text, way, look), language, way)

        versions = [
            version(translate("Conflict", "When you began"), before),
            version(who, theirs),
            version(translate("Conflict", "You"), mine),
        ]
        question = translate("Conflict", "{name} changed this while you were writing. What shall stand?")
        buttons = {
            Answer.MINE: translate("Conflict", "Keep &mine"),
            Answer.THEIRS: translate("Conflict", "Keep &theirs, copy mine"),
        }
        words = question.format(name=isolated(who))
        dialog = ConflictDialog(words, versions_html(versions, look), buttons, self._parent.window())
        dialog.exec()
        dialog.deleteLater()
        if dialog.answer is not Answer.MINE:
            keep_typed(mine)
        return dialog.answer is Answer.MINE


def keep_typed(words: str) -> None:
    """Put what somebody typed, and what can stand nowhere just now, where they can paste it from."""
    if words.strip():
        QGuiApplication.clipboard().setText(words)


def typed_is_kept() -> str:
    """Says so."""
    return translate("Conflict", "What you wrote is in the clipboard.")
