"""A pair's sentences side by side, and what was changed in its texts."""

from collections.abc import Iterator
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from taqabul.domain.document import Paragraph
from taqabul.domain.language import Direction, Language, Side
from taqabul.text.showing import Display, without_tashkeel
from taqabul.ui.bitext.look import Look
from taqabul.ui.core.fonts import TextFonts
from taqabul.ui.core.i18n import translate
from taqabul.ui.core.theme import Colours
from taqabul.ui.details.differences import Change, differences
from taqabul.workflow.rows import Row

Languages = dict[Side, Language]


class TextsPanel(QTextBrowser):
    """Shows texts in two columns, each in its direction and font."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.document().setDocumentMargin(8)


def sentences_html(row: Row, languages: Languages, look: Look) -> str:
    """The sentence links of a row as a table."""
    fonts, colours = look.fonts, look.colours
    texts = {
        sentence.id: _shown(paragraph.sentence_text(sentence), look.display)
        for paragraph in (*row.source, *row.target)
        for sentence in paragraph.sentences
    }
    lines = []
    for link in row.link.sentences:
        sides = ((Side.SOURCE, link.source), (Side.TARGET, link.target))
        cells = [
            _cell(" ".join(texts.get(one, "") for one in ids), languages[side], fonts) for side, ids in sides
        ]
        lines.append(f"<tr>{''.join(cells)}</tr>")
    if not lines:
        hint = translate("Details", "This row has no sentences that face each other.")
        return f"<p style='color:{colours.muted.name()}'>{escape(hint)}</p>"
    return _table(lines, colours)


def _shown(text: str, display: Display) -> str:
    return text if display.tashkeel else without_tashkeel(text)


def changes_html(row: Row, languages: Languages, fonts: TextFonts, colours: Colours) -> str:
    """What was changed in the row's texts: what went struck through, what came underlined."""
    blocks = []
    for side, paragraph in edited_paragraphs(row):
        marked = "".join(
            _marked(change, colours) for change in differences(paragraph.imported, paragraph.text)
        )
        blocks.append(
            f"<tr>{_number(paragraph, colours)}{_cell(marked, languages[side], fonts, raw=True)}</tr>"
        )
    return _table(blocks, colours)


def edited_paragraphs(row: Row) -> Iterator[tuple[Side, Paragraph]]:
    """The paragraphs of a row that differ from what was imported."""
    for side, paragraphs in ((Side.SOURCE, row.source), (Side.TARGET, row.target)):
        yield from ((side, one) for one in paragraphs if one.text != one.imported)


def _table(lines: list[str], colours: Colours) -> str:
    border = f"border-color:{colours.line.name()}; border-style:solid; border-collapse:collapse"
    return f"<table width='100%' cellspacing='0' cellpadding='5' border='1' style='{border}'>{''.join(lines)}</table>"


def _number(paragraph: Paragraph, colours: Colours) -> str:
    return f"<td width='36' align='center' style='color:{colours.muted.name()}'>{paragraph.number}</td>"


def _cell(text: str, language: Language, fonts: TextFonts, *, raw: bool = False) -> str:
    font = fonts.of(language)
    rtl = language.direction is Direction.RTL
    direction, align = ("rtl", "right") if rtl else ("ltr", "left")
    body = text if raw else escape(text)
    spacing = f"line-height:{fonts.spacing(language) * 100:.0f}%"
    style = f"font-family:'{font.family()}'; font-size:{_points(font):.1f}pt; {spacing}"
    width = "100%" if raw else "50%"
    return f"<td width='{width}'><p dir='{direction}' align='{align}' style=\"{style}\">{body}</p></td>"


def _points(font: QFont) -> float:
    return font.pointSizeF() * 0.95


def _marked(change: Change, colours: Colours) -> str:
    text = escape(change.text).replace("\n", "<br/>")
    if change.kind == "removed":
        return f"<span style='color:{colours.deleted.name()}; text-decoration:line-through'>{text}</span>"
    if change.kind == "added":
        return f"<span style='color:{colours.inserted.name()}; text-decoration:underline'>{text}</span>"
    return text


class ChangesPanel(QWidget):
    """What was changed in the row's texts, with a way back to what was imported."""

    restore_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = TextsPanel(translate("Details", "Changes to the texts"), self)
        self.restore = QPushButton(translate("Details", "&Restore the imported text"), self)
        self.restore.clicked.connect(self.restore_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 6)
        layout.addWidget(self.view)
        layout.addWidget(self.restore, 0, Qt.AlignmentFlag.AlignHCenter)
