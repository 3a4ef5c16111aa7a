"""Asks, on behalf of an open bitext, what shall stand where somebody else was quicker."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.document import Paragraph
from taqabul.domain.ids import LinkId
from taqabul.domain.language import Side
from taqabul.text.direction import isolated
from taqabul.ui.bitext.model import paragraphs_of
from taqabul.ui.bitext.row_words import reason_text, status_name
from taqabul.ui.bitext.segment_editor import SegmentEditor
from taqabul.ui.company.conflict_dialog import Answer, ConflictDialog
from taqabul.ui.company.wordings import Wordings
from taqabul.ui.core.i18n import translate
from taqabul.ui.details.texts_panel import Version, marked_html, versions_html
from taqabul.workflow.others import Standing, deeds_on, standing
from taqabul.workflow.rows import Row, rows

if TYPE_CHECKING:
    from taqabul.ui.pages.bitext_page import BitextPage

SHOWN = 5
BEGINNING = 80


class Arbiter:
    """Asks in dialogs; what is written then is written by whoever asked it to ask."""

    def __init__(self, page: "BitextPage") -> None:
        self._page = page

    def text(self, editor: SegmentEditor) -> tuple[Answer, str]:
        """What shall become of what is in an editor; and how the text reads in the library now, "" where it is gone.

        Raises AppError where the library cannot be read.
        """
        page = self._page
        now = standing(page.library, page.summary.id, editor.paragraph.id)
        page.check_others()
        if now is None:
            return self._gone(editor), ""
        look, language = page.view.look, editor.language
        way = editor.paragraph.runs(language)

        def version(name: str, text: str) -> Version:
            return Version(name, marked_html(editor.before, text, way, look), language, way)

        versions = [
            version(translate("Conflict", "When you began"), editor.before),
            version(_who(now), now.paragraph.text),
            version(translate("Conflict", "You"), editor.text),
        ]
        question = translate(
            "Conflict", "{name} changed this text while you were correcting it. What shall stand?"
        )
        buttons = {
            Answer.MINE: translate("Conflict", "Keep &mine"),
            Answer.THEIRS: translate("Conflict", "Keep &theirs"),
            Answer.FURTHER: translate("Conflict", "&Edit mine further"),
        }
        html = versions_html(versions, look)
        return self._ask(question.format(name=isolated(_who(now))), html, buttons), now.paragraph.text

    def verdict(self, seen: Sequence[Row], wish: LinkStatus, reason: str = "") -> set[LinkId] | None:
        """Which rows shall not get a status, for a reason, because somebody changed them since they were ``seen`` so.

        All, where the answer is put off; None where none of them is there any more. Raises AppError where the library cannot be read.
        """
        page = self._page
        now = {row.link.id: row for row in rows(page.library, page.summary.id, [one.link.id for one in seen])}
        page.check_others()
        gone = {row.link.id for row in seen} - now.keys()
        if len(gone) == len(seen):
            return None
        who = ", ".join(dict.fromkeys(one.by for one in deeds_on(page.library, page.summary.id, seen)))
        both = [(row, now[row.link.id]) for row in seen if row.link.id in now]
        changed = [(before, after) for before, after in both if _looks(before) != _looks(after)]
        if not changed:
            return gone  # what others did was taken back meanwhile, or cannot be seen
        mine = "\n".join([status_name(wish), *([reason] if reason else [])])
        blocks = [
            self._row_html(before, after, mine, who or _somebody()) for before, after in changed[:SHOWN]
        ]
        left = len(changed) - SHOWN
        if left > 0:
            more = translate("Conflict", "… and {n} more").format(n=left)
            blocks.append(f"<p>{escape(more)}</p>")
        question = translate("Conflict", "Somebody changed this since you saw it. What shall stand?")
        buttons = {
            Answer.MINE: translate("Conflict", "Keep &mine"),
            Answer.THEIRS: translate("Conflict", "Keep &theirs"),
        }
        if len(seen) > len(changed):
            question += " " + translate("Conflict", "The other pairs are done in either case.")
        answer = self._ask(question, "".join(blocks), buttons)
        if answer is Answer.LATER:
            return {row.link.id for row in seen}
        return gone if answer is Answer.MINE else gone | {before.link.id for before, _ in changed}

    def wording(self, who: str, before: str, theirs: str, mine: str) -> bool:
        """Whether mine shall stand of two wordings of the same remark."""
        self._page.check_others()
        return Wordings(self._page, lambda: self._page.view.look).ask(who, before, theirs, mine)

    def _row_html(self, before: Row, after: Row, mine: str, who: str) -> str:
        """A row as it was seen, as it is and as it shall be."""
        look = self._page.view.look
        theirs = after.link.changed_by if _state(before) != _state(after) else who
        versions = [
            Version(translate("Conflict", "When you looked"), escape(_state(before))),
            Version(theirs, escape(_state(after))),
        ]
        old, new = _texts(before), _texts(after)
        for key in {**old, **new}:
            one, other = old.get(key), new.get(key)
            side, paragraph = other or one  # type: ignore[misc]
            text, text_now = (pair[1].text if pair else "" for pair in (one, other))
            if text != text_now:
                language = self._page.model.language(side)
                way = paragraph.runs(language)
                versions.append(Version(who, marked_html(text, text_now, way, look), language, way))
        versions.append(Version(translate("Conflict", "You"), escape(mine)))
        first = next((one.text for _, one in old.values()), "")
        return f"<p>{escape(isolated(first[:BEGINNING]))}</p>{versions_html(versions, look)}"

    def _gone(self, editor: SegmentEditor) -> Answer:
        question = translate(
            "Conflict",
            "The text you are correcting is not there any more: somebody merged it with another or took it away.",
        )
        look, language = self._page.view.look, editor.language
        way = editor.paragraph.runs(language)
        html = marked_html(editor.before, editor.text, way, look)
        mine = [Version(translate("Conflict", "You"), html, language, way)]
        buttons = {
            Answer.THEIRS: translate("Conflict", "&Copy mine and close the editor"),
            Answer.FURTHER: translate("Conflict", "&Stay in the editor"),
        }
        answer = self._ask(question, versions_html(mine, look), buttons)
        if answer is Answer.THEIRS:
            QGuiApplication.clipboard().setText(editor.text)
        return answer

    def _ask(self, question: str, versions: str, buttons: Mapping[Answer, str]) -> Answer:
        dialog = ConflictDialog(question, versions, buttons, self._page.window())
        dialog.exec()
        dialog.deleteLater()
        return dialog.answer


def _somebody() -> str:
    return translate("Conflict", "Somebody")


def _who(now: Standing) -> str:
    return now.by or _somebody()


def _state(row: Row) -> str:
    """What people think of a row, in words."""
    return "\n".join([status_name(row.link.status), *([reason_text(row)] if row.link.reason else [])])


def _texts(row: Row) -> dict[int, tuple[Side, Paragraph]]:
    return {one.id: (side, one) for side in Side for one in paragraphs_of(row, side)}


def _looks(row: Row) -> tuple[object, ...]:
    """What a person sees of a row before saying what they think of it."""
    return _state(row), [(id_, one.text) for id_, (_, one) in _texts(row).items()]
