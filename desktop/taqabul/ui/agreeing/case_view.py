"""One person's mark in its pair: both texts, the marked words coloured, and all that is said of it."""

from html import escape

from PySide6.QtGui import QResizeEvent, QTextCursor, QTextFormat
from PySide6.QtWidgets import QTextBrowser, QWidget

from taqabul.domain.annotation import Annotation
from taqabul.domain.document import Paragraph
from taqabul.domain.labels import LabelSet
from taqabul.domain.language import Direction, Language
from taqabul.ui.annotation.label_book import LabelBook
from taqabul.ui.bitext.look import Look
from taqabul.ui.core.fonts import TextFonts
from taqabul.ui.core.i18n import translate
from taqabul.workflow.rows import Row


class CaseView(QTextBrowser):
    """Shows a mark of one of the two people, or that there is none."""

    def __init__(self, look: Look, fonts: TextFonts, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._fonts = look, fonts
        self.setAccessibleName(name)
        self.setOpenLinks(False)

    def show_mark(
        self,
        annotation: Annotation | None,
        row: Row | None,
        languages: tuple[Language, Language],
        sets: dict[str, LabelSet],
    ) -> None:
        """Show a mark in the row in which it begins."""
        if annotation is None:
            nothing = translate("Adjudication", "Nothing is marked here.")
            self.setHtml(f"<i>{escape(nothing)}</i>")
            return
        book = LabelBook(sets.values())
        parts = [f"<b>{escape(book.name(annotation))}</b>"]
        parts += [f"{escape(name)}: {escape(told)}" for name, told in book.said(annotation)]
        if annotation.comment:
            parts.append(f"<i>{escape(annotation.comment)}</i>")
        said = "<br>".join(parts)
        texts = ""
        if row is not None:
            for paragraphs, language in zip((row.source, row.target), languages, strict=True):
                texts += "".join(self._paragraph(one, language, annotation) for one in paragraphs)
        self.setHtml(f"<p>{said}</p>{texts}")
        self._to_mark()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The marked words stay in sight."""
        super().resizeEvent(event)
        self._to_mark()

    def _to_mark(self) -> None:
        """Bring the first of the marked words into sight: a long text may stand before them."""
        block = self.document().begin()
        while block.isValid():
            for piece in block.textFormats():
                if piece.format.hasProperty(QTextFormat.Property.BackgroundBrush):
                    self._show_stretch(block.position() + piece.start, piece.length)
                    return
            block = block.next()

    def _show_stretch(self, start: int, length: int) -> None:
        cursor = QTextCursor(self.document())
        for place in (start + length, start):  # where there is no room for both, the beginning
            cursor.setPosition(place)
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def _paragraph(self, paragraph: Paragraph, language: Language, annotation: Annotation) -> str:
        spans = sorted((span.start, span.end) for span in annotation.spans if span.paragraph == paragraph.id)
        colour = self._look.colours.hit.name()
        pieces, at = [], 0
        for start, end in spans:
            marked = escape(paragraph.text[max(at, start) : end]) or "‸"
            pieces.append(escape(paragraph.text[at:start]))
            pieces.append(
                f'<span style="background-color:{colour}; text-decoration:underline">{marked}</span>'
            )
            at = max(at, end)
        pieces.append(escape(paragraph.text[at:]))
        rtl = paragraph.runs(language) is Direction.RTL
        font = self._fonts.of(language)
        style = f"font-family:'{font.family()}'; font-size:{font.pointSizeF():.1f}pt"
        return f'<p dir="{"rtl" if rtl else "ltr"}" style="{style}">{"".join(pieces)}</p>'
