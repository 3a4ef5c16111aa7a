"""Where stretches that a file tells by position and quote stand in a bitext's texts."""

from collections.abc import Mapping
from typing import Final

from taqabul.domain.annotation import Span, span_of
from taqabul.domain.language import Side
from taqabul.formats.annotations.incoming import Quoted
from taqabul.formats.annotations.layout import RunningText
from taqabul.text.snapping import to_letters
from taqabul.workflow.annotating.orphans import nearest
from taqabul.workflow.annotating.seeking import sought

_MOST_PLACES: Final = 500


class QuotePlacer:
    """Finds stretches: by position where the quote stands there, else by quote and surroundings."""

    def __init__(self, texts: Mapping[Side, RunningText]) -> None:
        self._texts = texts

    def placed(self, quoted: Quoted) -> tuple[Span, ...]:
        """The stretch, one in each paragraph that it runs through; none where that is not sure."""
        sides = [quoted.side] if quoted.side is not None else list(self._texts)
        texts = [self._texts[side] for side in sides]
        for text in texts:
            if spans := self._at_position(quoted, text):
                return spans
        scored = [(*found, number) for number, text in enumerate(texts) if (found := _search(quoted, text))]
        if scored:
            _, place, number = max(scored, key=lambda one: one[0])
            return _spans(texts[number], *place)
        return next(filter(None, (_like(quoted, text) for text in texts)), ())

    def home(self, quoted: Quoted) -> Span | None:
        """A lost stretch, in the paragraph nearest to where it was; None where there is no text at all."""
        text = self._texts[quoted.side or Side.SOURCE]
        if not text.paragraphs:
            return None
        number = sum(start <= (quoted.start or 0) for start in text.starts) - 1
        paragraph = text.paragraphs[max(0, number)]
        start = max(0, min((quoted.start or 0) - text.starts[max(0, number)], len(paragraph.text)))
        return Span(
            paragraph.id, start, start + len(quoted.quote), quoted.quote, quoted.prefix, quoted.suffix
        )

    def _at_position(self, quoted: Quoted, text: RunningText) -> tuple[Span, ...]:
        if quoted.start is None or quoted.end is None:
            return ()
        start, end = quoted.start, quoted.end
        if not 0 <= start <= end <= len(text.text):
            return ()
        has_context = bool(quoted.prefix or quoted.suffix)
        if quoted.quote and text.text[start:end] != quoted.quote:
            return ()
        told = quoted.quote or start == end
        if told and has_context and _agreement(quoted, text.text, start, end) < _needed(quoted):
            return ()
        return _spans(text, start, end)


def _search(quoted: Quoted, text: RunningText) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The best place of a quote and how good it is: by what stands around it, then by how near it is."""
    if not quoted.quote:
        return None
    places: list[tuple[int, int]] = []
    at = text.text.find(quoted.quote)
    while at >= 0 and len(places) < _MOST_PLACES:
        places.append((at, at + len(quoted.quote)))
        at = text.text.find(quoted.quote, at + 1)
    if not places:
        return None
    around = {place: _agreement(quoted, text.text, *place) for place in places}
    if len(places) > 1 and quoted.start is None and not any(around.values()):
        return None  # it says nothing of which is meant
    near = quoted.start or 0
    best = max(places, key=lambda place: (around[place], -abs(place[0] - near)))
    return (around[best], -abs(best[0] - near)), best


def _like(quoted: Quoted, text: RunningText) -> tuple[Span, ...]:
    """Where something very like the quote stands, for texts that were corrected since."""
    home = Span(text.paragraphs[0].id, 0, 0, "") if text.paragraphs else None
    if home is None or not (quoted.quote.strip() or quoted.prefix.strip() or quoted.suffix.strip()):
        return ()
    end = len(quoted.quote)
    lost = Span(home.paragraph, 0, end, quoted.quote, _last_line(quoted.prefix), _first_line(quoted.suffix))
    for paragraph in nearest(lost, text.paragraphs):
        place = sought(lost, paragraph.text)
        if place is not None:
            return (span_of(paragraph.id, paragraph.text, *_without_blanks(paragraph.text, *place)),)
    return ()


def _without_blanks(text: str, start: int, end: int) -> tuple[int, int]:
    stretch = text[start:end]
    blanks = len(stretch) - len(stretch.lstrip())
    return (start + blanks, end - (len(stretch) - len(stretch.rstrip()))) if stretch.strip() else (start, end)


def _spans(text: RunningText, start: int, end: int) -> tuple[Span, ...]:
    """A stretch of running text in the paragraphs that it runs through, cut to no letter's half."""
    return tuple(
        span_of(paragraph.id, paragraph.text, *to_letters(paragraph.text, first, last))
        for paragraph, first, last in text.covered(start, end)
    )


def _agreement(quoted: Quoted, text: str, start: int, end: int) -> int:
    """How many letters right before and after a place are as the file says."""
    before, after = text[max(0, start - len(quoted.prefix)) : start], text[end : end + len(quoted.suffix)]
    return _shared(quoted.prefix[::-1], before[::-1]) + _shared(quoted.suffix, after)


def _needed(quoted: Quoted) -> int:
    """How much of the surroundings has to agree to believe a position."""
    return (len(quoted.prefix) + len(quoted.suffix) + 1) // 2


def _shared(one: str, other: str) -> int:
    number = 0
    for letter, its in zip(one, other, strict=False):
        if letter != its:
            break
        number += 1
    return number


def _last_line(text: str) -> str:
    return text.rpartition("\n")[2]


def _first_line(text: str) -> str:
    return text.partition("\n")[0]
