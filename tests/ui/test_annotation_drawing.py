"""Marks are drawn without changing a letter: the same glyphs at the same places, whatever is marked."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from taqabul.domain.annotation import Annotation, span_of
from taqabul.domain.document import Paragraph
from taqabul.domain.ids import AnnotationId, BitextId, DocumentId, LinkId, ParagraphId
from taqabul.domain.labels import Label, LabelSet, Pattern, Purpose, Words
from taqabul.domain.language import Language, Side
from taqabul.text.showing import Display
from taqabul.text.tokens import words
from taqabul.ui.annotation.geometry import gap_foot, stretch_rects
from taqabul.ui.annotation.label_book import LabelBook
from taqabul.ui.annotation.lanes import lane_count, marks_in
from taqabul.ui.annotation.mark_painter import MarkPainter
from taqabul.ui.annotation.pens import line_colour
from taqabul.ui.bitext.cell_layout import CellLayouts
from taqabul.ui.bitext.look import Look, small_font
from taqabul.ui.core import theme
from taqabul.ui.core.fonts import load_own_fonts, text_fonts

ARABIC = "وصل كِتَابُ أحمد إلى Apple Inc 😀 لا محالة في ٣ أيار"
WIDTH = 420


@pytest.fixture
def look(qapp):
    load_own_fonts()
    return Look(theme.LIGHT, text_fonts(100), small_font(qapp.font(), 100))


def laid_out(look, text=ARABIC, leading=0):
    layouts = CellLayouts(look)
    layouts.leading = lambda _link, _paragraph: leading
    paragraph = Paragraph(ParagraphId(1), DocumentId(1), 0, 1, text, text, ())
    return layouts.cell(LinkId(1), Side.SOURCE, (paragraph,), Language.ARABIC, WIDTH).paragraphs[0]


def mark(number, label, *stretches):
    now = datetime(2026, 1, 1, tzinfo=UTC)
    spans = tuple(span_of(ParagraphId(1), ARABIC, *one) for one in stretches)
    return Annotation(
        AnnotationId(number), str(number), BitextId(1), "s", label, "A", now, "A", now, spans=spans
    )


def stretch(words):
    start = ARABIC.index(words)
    return start, start + len(words)


def glyphs(laid):
    """Every glyph with its place and the way it runs."""
    return [
        (run.glyphIndexes(), [(at.x(), at.y()) for at in run.positions()], run.isRightToLeft())
        for run in laid.layout.glyphRuns()
    ]


def painted(look, laid, marks):
    """The picture of a paragraph with its marks."""
    painter_of = MarkPainter()
    labels = (Label("a", Words("A")), Label("b", Words("B"), colour="#d55e00", pattern=Pattern.WAVED))
    painter_of.book = LabelBook([LabelSet("s", 1, Words("S"), Purpose.PLAIN, labels=labels)])
    image = QImage(WIDTH, laid.height + 30, QImage.Format.Format_RGB32)
    image.fill(look.colours.ground)
    painter = QPainter(image)
    at = QPointF(0, 0)
    painter_of.under(painter, at, laid, marks, look.colours)
    painter.setPen(look.colours.text)
    laid.layout.draw(painter, at)
    painter_of.over(painter, at, laid, marks, look.colours)
    painter.end()
    return image


def test_marks_leave_every_glyph_where_it_is_even_inside_a_joined_word(look):
    plain = laid_out(look)
    start, _ = stretch("كِتَابُ")
    inside = marks_in(
        ParagraphId(1), [mark(1, "a", (start, start + 2)), mark(2, "b", (start + 2, start + 5))]
    )
    marked = laid_out(look)
    before = painted(look, plain, ())
    after = painted(look, marked, inside)
    assert glyphs(marked) == glyphs(plain)
    assert marked.layout.formats() == []
    assert after != before


def test_room_for_lanes_moves_lines_down_and_nothing_sideways(look):
    plain, roomy = laid_out(look), laid_out(look, leading=8)
    assert roomy.height > plain.height
    across = [[x for x, _ in places] for _, places, _ in glyphs(plain)]
    assert [[x for x, _ in places] for _, places, _ in glyphs(roomy)] == across


def test_a_cell_that_may_have_changed_is_laid_out_again_only_where_it_did(look):
    layouts, room = CellLayouts(look), [0]
    layouts.leading = lambda _link, _paragraph: room[0]

    def cell(text):
        paragraph = Paragraph(ParagraphId(1), DocumentId(1), 0, 1, text, text, ())
        layouts.doubt(LinkId(1))
        return layouts.cell(LinkId(1), Side.SOURCE, (paragraph,), Language.ARABIC, WIDTH)

    first = cell(ARABIC)
    assert cell(ARABIC) is first
    room[0] = 6
    roomier = cell(ARABIC)
    assert roomier.height > first.height
    assert cell(ARABIC) is roomier
    corrected = cell(ARABIC.replace("أحمد", "محمد"))
    assert corrected.paragraphs[0].shown.text != roomier.paragraphs[0].shown.text


def test_a_stretch_is_where_its_letters_are_in_either_direction(look):
    laid = laid_out(look)
    first, second, latin = (stretch_rects(laid, *stretch(one)) for one in ("وصل", "كِتَابُ", "Apple"))
    assert first[0].left() > second[0].left(), "Arabic begins on the right"
    inc = stretch_rects(laid, *stretch("Inc"))
    assert latin[0].y() < inc[0].y() or latin[0].right() <= inc[0].left() + 1
    through = stretch_rects(laid, stretch("إلى")[0], stretch("Apple")[1])
    assert sum(one.width() for one in through) < WIDTH
    assert any(one.contains(latin[0].center()) for one in through)
    emoji = stretch_rects(laid, *stretch("😀"))
    assert len(emoji) == 1
    assert emoji[0].width() > 5


def test_vowel_signs_hidden_leave_the_mark_on_its_word(look):
    start, end = stretch("كِتَابُ")
    shown = laid_out(look)
    hidden = laid_out(Look(look.colours, look.fonts, look.small, Display(tashkeel=False)))
    assert hidden.shown.text != shown.shown.text
    units = hidden.units(start, end)
    assert hidden.layout.text()[units[0] : units[0] + units[1]] == "كتاب"
    assert stretch_rects(hidden, start, end)


def test_a_gap_stands_between_its_neighbours(look):
    laid = laid_out(look)
    position = stretch("أحمد")[0]
    foot, height = gap_foot(laid, position)
    before, after = (stretch_rects(laid, *stretch(one))[0] for one in ("كِتَابُ", "أحمد"))
    assert after.right() - 1 <= foot.x() <= before.left() + 1
    assert height > 5
    assert gap_foot(laid, len(ARABIC)) is not None


def test_lanes_are_as_few_as_overlaps_need(look):
    found = marks_in(
        ParagraphId(1),
        [
            mark(1, "a", (0, 11)),
            mark(2, "b", (4, 11)),
            mark(3, "a", (12, 16)),
            mark(4, "b", (0, 3), (12, 16)),
        ],
    )
    assert {one.id: one.lane for one in found} == {4: 0, 1: 1, 2: 2, 3: 1}
    assert lane_count(found) == 3
    assert marks_in(ParagraphId(9), [mark(1, "a", (0, 3))]) == ()


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK, theme.CONTRAST])
@pytest.mark.parametrize("colour", ["#ffffff", "#000000", "#f0e442", "#0072b2", "#111144"])
def test_lines_stand_out_on_every_ground(colours, colour):
    made = line_colour(colour, colours)

    def luminance(one: QColor) -> float:
        parts = [
            part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
            for part in (one.redF(), one.greenF(), one.blueF())
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    for ground in (colours.ground, colours.selected):
        light, dark = sorted((luminance(made), luminance(ground)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 3


@pytest.mark.parametrize(
    ("text", "one_way"),
    [("وصل كِتَابُ أحمد 😀 لا محالة", True), ("وصل في ٣ أيار", False), ("وصل إلى Apple", False)],
)
def test_a_stretch_of_a_text_that_runs_one_way_is_found_quicker_at_the_same_place(look, text, one_way):
    laid = laid_out(look, f"{text}، {text}، {text}، {text}، {text}.")
    assert laid.one_way is one_way
    if one_way:
        places = [(first[0], last[1]) for first in words(text) for last in words(text) if last >= first]
        quick = [stretch_rects(laid, *one) for one in places]
        laid.one_way = False
        for found, by_glyphs in zip(quick, (stretch_rects(laid, *one) for one in places), strict=True):
            assert len(found) == len(by_glyphs)
            for one, other in zip(found, by_glyphs, strict=True):
                assert one.left() == pytest.approx(other.left(), abs=1.1)
                assert one.right() == pytest.approx(other.right(), abs=1.1)
