"""A pair's sentences side by side, and what was changed in its texts."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from taqabul.domain.document import Paragraph
from taqabul.domain.language import Direction, Language, Side
from taqabul.text.changes import differences
from taqabul.text.direction import isolated, language_of
from taqabul.text.showing import LINE_BREAK, Display, shown
from taqabul.ui.bitext.look import Look
from taqabul.ui.core.fonts import TextFonts
from taqabul.ui.core.i18n import translate
from taqabul.ui.core.theme import Colours
from taqabul.ui.details.differences import marked
from taqabul.ui.details.sentence_cells import Cell, SentenceCell
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


def sentences_html(cells: Mapping[Cell, SentenceCell], look: Look, *, mirrored: bool = False) -> str:
    """The sentence links of a row as a table; ``mirrored`` where the source stands on the right."""
    fonts, colours = look.fonts, look.colours
    if not cells:
        hint = translate("Details", "This row has no sentences that face each other.")
        return f"<p style='color:{colours.muted.name()}'>{escape(hint)}</p>"
    lines: dict[int, list[str]] = defaultdict(list)
    for (line, _), one in sorted(cells.items(), reverse=mirrored):
        body = _named(one.text, one.signs, colours)
        lines[line].append(_cell(body, one.language, one.direction, fonts, "50%"))
    return _table([f"<tr>{''.join(lines[line])}</tr>" for line in sorted(lines)], colours)


def changes_html(row: Row, languages: Languages, look: Look) -> str:
    """What was changed in the row's texts: what went struck through, what came underlined."""
    colours = look.colours
    blocks = []
    for side, one in edited_paragraphs(row):
        language = languages[side]
        body = marked_html(one.imported, one.text, one.runs(language), look)
        blocks.append(
            f"<tr>{_number(one, colours)}{_cell(body, language, one.runs(language), look.fonts, '100%')}</tr>"
        )
    return _table(blocks, colours)


def marked_html(before: str, after: str, direction: Direction, look: Look) -> str:
    """Both versions of a text in one. Of what changed, what is unseen is named, whatever is shown elsewhere."""
    parts = []
    for change in differences(before, after):
        seen = Display(unseen=look.display.unseen or change.kind != "same")
        made = shown(change.text, direction, seen)
        body = _named(made.text, made.signs, look.colours)
        parts.append(marked(change.kind, body, look.colours))
    return "".join(parts)


def changed_paragraph_html(before: str, after: str, language: Language | None, look: Look) -> str:
    """A paragraph of its own with both versions of a text, in its font and direction; the language is told where it is not known."""
    language = language or language_of(after) or Language.ENGLISH
    font, rtl = look.fonts.of(language), language.direction is Direction.RTL
    style = f"font-family:'{font.family()}'; font-size:{font.pointSizeF():.1f}pt; white-space:pre-wrap"
    way, align = ("rtl", "right") if rtl else ("ltr", "left")
    body = marked_html(before, after, language.direction, look)
    return f"<p dir='{way}' align='{align}' style=\"{style}\">{body}</p>"


def edited_paragraphs(row: Row) -> Iterator[tuple[Side, Paragraph]]:
    """The paragraphs of a row that differ from what was imported."""
    for side, paragraphs in ((Side.SOURCE, row.source), (Side.TARGET, row.target)):
        yield from ((side, one) for one in paragraphs if one.text != one.imported)


@dataclass(frozen=True)
class Version:
    """What somebody made of something, in HTML: of a text with its language and direction, else of words of ours."""

    name: str
    html: str
    language: Language | None = None
    direction: Direction = Direction.LTR


def versions_html(versions: Sequence[Version], look: Look) -> str:
    """Versions of the same thing, one below the other, each with whose it is."""
    lines = []
    for one in versions:
        name = f"<td width='22%' dir='ltr' align='left' style='color:{look.colours.muted.name()}'>{escape(isolated(one.name))}</td>"
        cell = f"<td>{one.html}</td>"
        if one.language is not None:
            cell = _cell(one.html, one.language, one.direction, look.fonts, "78%")
        lines.append(f"<tr>{name}{cell}</tr>")
    return _table(lines, look.colours)


def _table(lines: list[str], colours: Colours) -> str:
    border = f"border-color:{colours.line.name()}; border-style:solid; border-collapse:collapse"
    return f"<table width='100%' cellspacing='0' cellpadding='5' border='1' style='{border}'>{''.join(lines)}</table>"


def _number(paragraph: Paragraph, colours: Colours) -> str:
    return f"<td width='36' align='center' style='color:{colours.muted.name()}'>{paragraph.number}</td>"


def _cell(body: str, language: Language, direction: Direction, fonts: TextFonts, width: str) -> str:
    font = fonts.of(language)
    way, align = ("rtl", "right") if direction is Direction.RTL else ("ltr", "left")
    spacing = f"line-height:{fonts.spacing(language) * 100:.0f}%"
    style = f"font-family:'{font.family()}'; font-size:{_points(font):.1f}pt; {spacing}; white-space:pre-wrap"
    return f"<td width='{width}'><p dir='{way}' align='{align}' style=\"{style}\">{body}</p></td>"


def _points(font: QFont) -> float:
    return font.pointSizeF() * 0.95


def _named(text: str, signs: Sequence[tuple[int, int]], colours: Colours) -> str:
    """A text in HTML, with the names of what is unseen set apart."""
    style = f"background:{colours.sign.name()}; color:{colours.accent.name()}"
    made, at = "", 0
    for start, end in signs:
        made += f"{_escaped(text[at:start])}<span style='{style}'>{_escaped(text[start:end])}</span>"
        at = end
    return made + _escaped(text[at:])


def _escaped(text: str) -> str:
    return escape(text).replace("\n", "<br/>").replace(LINE_BREAK, "<br/>")


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
