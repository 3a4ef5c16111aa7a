"""A row's sentences as cells of a table: what each shows, and where its words stand in the stored texts."""

from dataclasses import dataclass

from taqabul.domain.document import Paragraph, Sentence
from taqabul.domain.language import Direction, Language, Side
from taqabul.text.showing import Display, shown
from taqabul.text.tokens import words
from taqabul.workflow.rows import Row
from taqabul.workflow.word_links import Stretch

Cell = tuple[int, int]
"""The line and the column, counted from 0; the source is column 0."""


@dataclass(frozen=True)
class SentenceCell:
    """What stands in a cell. Positions are code points of ``text``; ``words`` tell which word of the row each is.

    ``signs`` are the stretches that name what is unseen.
    """

    text: str
    language: Language
    direction: Direction
    words: tuple[tuple[int, int, Stretch], ...] = ()
    signs: tuple[tuple[int, int], ...] = ()


def sentence_cells(row: Row, languages: dict[Side, Language], display: Display) -> dict[Cell, SentenceCell]:
    """The cells of a row's sentence links."""
    places = {
        sentence.id: (paragraph, sentence)
        for paragraph in (*row.source, *row.target)
        for sentence in paragraph.sentences
    }
    found: dict[Cell, SentenceCell] = {}
    for line, link in enumerate(row.link.sentences):
        for column, side in enumerate(Side):
            held = [places[one] for one in link.side(side) if one in places]
            found[line, column] = _cell(held, languages[side], display)
    return found


def _cell(held: list[tuple[Paragraph, Sentence]], language: Language, display: Display) -> SentenceCell:
    direction = held[0][0].runs(language) if held else language.direction
    text = ""
    marked: list[tuple[int, int, Stretch]] = []
    signs: list[tuple[int, int]] = []
    for paragraph, sentence in held:
        if text:
            text += " "
        stored, at = paragraph.sentence_text(sentence), len(text)
        made = shown(stored, direction, display)
        for start, end in words(stored):
            stretch = Stretch(paragraph.id, sentence.start + start, sentence.start + end)
            marked.append((at + made.place(start), at + made.place(end), stretch))
        signs += [(at + start, at + end) for start, end in made.signs]
        text += made.text
    return SentenceCell(text, language, direction, tuple(marked), tuple(signs))
