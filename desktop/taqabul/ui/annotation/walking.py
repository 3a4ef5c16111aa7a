"""Which word is to the left, to the right, above or below: as seen on the screen, whatever the directions of the runs."""

from taqabul.text.tokens import words
from taqabul.ui.annotation.geometry import stretch_rects
from taqabul.ui.annotation.word_cursor import Span
from taqabul.ui.bitext.cell_layout import LaidParagraph


def beside(laid: LaidParagraph, head: Span, step: int, *, rtl: bool) -> Span | None:
    """The word to the right of one (to the left, with -1), at a line's end on the next line read that way; None beyond."""
    lines = _words_by_line(laid)
    number = _line_of(laid, head[0])
    here = _by_place(laid, lines.get(number, []))
    x = middle(laid, head)
    further = [span for at, span in here if (at > x + 0.5 if step > 0 else at < x - 0.5) and span != head]
    if further:
        return further[0] if step > 0 else further[-1]
    forward = (step > 0) != rtl
    numbers = sorted(one for one in lines if (one > number if forward else one < number))
    if not numbers:
        return None
    found = _by_place(laid, lines[numbers[0] if forward else numbers[-1]])
    return found[0][1] if step > 0 else found[-1][1]


def above_or_below(laid: LaidParagraph, head: Span, step: int) -> Span | None:
    """The word nearest below one on the next line that has any (above, with -1); None beyond the first and the last."""
    lines = _words_by_line(laid)
    number = _line_of(laid, head[0])
    numbers = sorted(one for one in lines if (one > number if step > 0 else one < number))
    if not numbers:
        return None
    return nearest_in_line(laid, lines[numbers[0] if step > 0 else numbers[-1]], middle(laid, head))


def entering(laid: LaidParagraph, x: float, *, from_above: bool) -> Span | None:
    """The word of a paragraph's first line (its last, from below) nearest to a place across the column."""
    lines = _words_by_line(laid)
    if not lines:
        return None
    return nearest_in_line(laid, lines[min(lines) if from_above else max(lines)], x)


def nearest_in_line(laid: LaidParagraph, spans: list[Span], x: float) -> Span:
    """Of a line's words, the one nearest to a place."""
    return min(_by_place(laid, spans), key=lambda one: abs(one[0] - x))[1]


def _words_by_line(laid: LaidParagraph) -> dict[int, list[Span]]:
    made: dict[int, list[Span]] = {}
    for span in words(laid.paragraph.text):
        made.setdefault(_line_of(laid, span[0]), []).append(span)
    return made


def _line_of(laid: LaidParagraph, position: int) -> int:
    unit, _ = laid.units(position, position)
    line = laid.layout.lineForTextPosition(unit)
    return int(line.lineNumber()) if line.isValid() else 0


def _by_place(laid: LaidParagraph, spans: list[Span]) -> list[tuple[float, Span]]:
    return sorted((middle(laid, span), span) for span in spans)


def middle(laid: LaidParagraph, span: Span) -> float:
    """Where across the column the middle of a word's first line is."""
    rects = stretch_rects(laid, *span)
    if not rects:
        return 0.0
    first = [rect for rect in rects if rect.y() == rects[0].y()]
    return (min(rect.left() for rect in first) + max(rect.right() for rect in first)) / 2
