"""Going through a paragraph by key, sentence by sentence or word by word, while what faces each lights up."""

from PySide6.QtCore import QObject

from taqabul.domain.document import Paragraph
from taqabul.domain.language import Direction, Side
from taqabul.text.tokens import words
from taqabul.ui.bitext.selection import Place
from taqabul.ui.bitext.view import BitextView
from taqabul.ui.bitext.word_lights import Word, WordLights
from taqabul.workflow.rows import Row
from taqabul.workflow.word_links import Stretch

Spans = list[tuple[int, int]]


class Stepping(QObject):
    """Steps from where it stands last; from the paragraph's edge after the cursor went elsewhere."""

    def __init__(self, view: BitextView, lights: WordLights) -> None:
        super().__init__(view)
        self._view, self._lights = view, lights
        self._at: Stretch | None = None
        self._stepping = False
        view.place_changed.connect(self._on_place_changed)

    def sentence(self, step: int) -> None:
        """Light up the next sentence (or the one before, with -1) and those that face it."""
        found = self._next(step, by_sentences=True)
        if found is not None:
            place, stretch = found
            facing = facing_sentences(place.row, place.side, stretch)
            self._arrive(place, stretch, facing)
            self._lights.show([stretch, *facing])

    def word(self, step: int) -> None:
        """Light up the word to the right (or to the left, with -1) and those that face it."""
        place = self._view.place()
        if place is None:
            return
        rtl = self._view.rows.language(place.side).direction is Direction.RTL
        found = self._next(-step if rtl else step, by_sentences=False)
        if found is not None:
            place, stretch = found
            self._arrive(place, stretch, [])
            self._lights.point(Word(place.row, place.side, stretch), even_alone=True)

    def _next(self, step: int, *, by_sentences: bool) -> tuple[Place, Stretch] | None:
        """The next stretch, in the next paragraph of this side where this one has no more; None at the end."""
        place = self._view.place()
        before = self._at
        while place is not None:
            paragraph = place.paragraph
            if paragraph is not None:
                spans = _spans(paragraph, by_sentences=by_sentences)
                if before is None or before.paragraph != paragraph.id:
                    further = spans if step > 0 else spans[::-1]
                elif step > 0:
                    further = [span for span in spans if span[0] >= before.end or span[0] > before.start]
                else:
                    further = [span for span in spans[::-1] if span[0] < before.start]
                if further:
                    return place, Stretch(paragraph.id, *further[0])
            place = self._view.neighbour(place, step)
        return None

    def _on_place_changed(self) -> None:
        """What was gone through is left by any other way."""
        if not self._stepping and self._at is not None:
            self._at = None
            self._lights.clear()

    def _arrive(self, place: Place, stretch: Stretch, facing: list[Stretch]) -> None:
        now = self._view.place()
        if now is None or (now.position, now.part) != (place.position, place.part):
            self._stepping = True
            self._view.go_to(place.position, place.side, place.part)
            self._stepping = False
        self._at = stretch
        self._view.reveal_stretch(place, stretch.start, stretch.end)
        texts = {one.id: one.text for one in (*place.row.source, *place.row.target)}
        self._view.say("\n".join(texts[one.paragraph][one.start : one.end] for one in (stretch, *facing)))


def facing_sentences(row: Row, side: Side, stretch: Stretch) -> list[Stretch]:
    """The sentences that face those a stretch of one side touches."""
    places = {
        sentence.id: Stretch(paragraph.id, sentence.start, sentence.end)
        for paragraph in (*row.source, *row.target)
        for sentence in paragraph.sentences
    }
    touched = {
        id_
        for id_, one in places.items()
        if one.paragraph == stretch.paragraph and one.start < stretch.end and one.end > stretch.start
    }
    links = [link for link in row.link.sentences if touched & set(link.side(side))]
    return sorted({places[id_] for link in links for id_ in link.side(side.other) if id_ in places})


def _spans(paragraph: Paragraph, *, by_sentences: bool) -> Spans:
    return [(one.start, one.end) for one in paragraph.sentences] if by_sentences else words(paragraph.text)
