"""What faces some words on the other side, by the word links of the engine, to be offered to a person."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from taqabul.domain.document import Paragraph, Sentence
from taqabul.domain.ids import ParagraphId
from taqabul.domain.language import Side
from taqabul.text.folding import fold_key
from taqabul.text.little_words import LITTLE_WORDS
from taqabul.text.tokens import words
from taqabul.workflow.rows import Row
from taqabul.workflow.word_links import RowWordLink, Stretch, WordLinker

_ALONE: Final = 0.15
"""What a word costs that faces nothing: between two that face what was asked for it belongs to them."""
_NEAR: Final = 3
"""As many words away, what may be left out counts half."""
_ELSEWHERE: Final = 0.6
"""What a word costs that faces other words than those asked for."""
_MOST: Final = 0.5
"""As much of the sentences it is in, by letters, has to be marked for whole sentences to be its counterpart."""


@dataclass(frozen=True, slots=True)
class Counterpart:
    """What is proposed: stretches of the other side; ``by_words`` False where only the sentence is known.

    There are none where a few words face none that are known: a whole sentence is not what a name is in it.
    ``place`` is where on the other side the words would stand if nothing there stands for them.
    """

    stretches: tuple[Stretch, ...]
    by_words: bool
    place: Stretch | None = None


def counterpart_in_row(linker: WordLinker, row: Row, stretches: Sequence[Stretch]) -> Counterpart | None:
    """What faces some stretches of one side of a row; loads the encoder when first called, so not in the window."""
    return counterpart(row, linker.links(row), stretches)


def counterpart(row: Row, links: Sequence[RowWordLink], stretches: Sequence[Stretch]) -> Counterpart | None:
    """What faces some stretches of a row, given the row's word links.

    For each stretch the other side's stretch that gains most: by words linked to it, less what stands between
    and faces other words. Where no word is linked, the sentences that face it, if it is most of its own. None where the stretches are on
    both sides, or nothing faces the row. For a place between two words: see ``left_out``.
    """
    if stretches and all(one.start == one.end for one in stretches):
        return left_out(row, links, stretches[0])
    texts = {side: _texts(row, side) for side in Side}
    side = next((one for one in Side if all(s.paragraph in texts[one] for s in stretches)), None)
    if side is None or not stretches or row.link.is_one_sided:
        return None
    facing = texts[side.other]
    found = [best for one in stretches if (best := _best(links, side, one, facing.values())) is not None]
    place = _place(links, side, stretches[0])
    if found:
        return Counterpart(tuple(dict.fromkeys(found)), True, place)
    own = _own_sentences(texts[side].values(), stretches)
    is_most = sum(one.end - one.start for one in stretches) >= _MOST * sum(one.end - one.start for one in own)
    return Counterpart(_sentences(row, side, stretches, facing) if is_most else (), False, place)


def left_out(row: Row, links: Sequence[RowWordLink], gap: Stretch) -> Counterpart | None:
    """The words of the other side that may be missing at a place: a run of words that face none.

    Of several in the sentences that face the place, the run of most words, those that are near to where it would stand on the
    other side counting more. None where every word there faces one.
    """
    side = next((one for one in Side if gap.paragraph in _texts(row, one)), None)
    if side is None or row.link.is_one_sided:
        return None
    facing = _texts(row, side.other)
    place = _place(links, side, gap)
    linked = [link.side(side.other) for link in links]
    best: tuple[float, int, Stretch] | None = None
    for part in _sentences(row, side, [gap], facing):
        text = facing[part.paragraph].text
        spans = [Stretch(part.paragraph, *one) for one in words(text) if part.start <= one[0] < part.end]
        for run, distance in _runs(spans, linked, place):
            content = [fold_key(text[one.start : one.end]) not in LITTLE_WORDS for one in run]
            if any(content):
                first, last = content.index(True), len(content) - 1 - content[::-1].index(True)
                stretch = Stretch(part.paragraph, run[first].start, run[last].end)
                weight = sum(content) / (1 + distance / _NEAR)
                best = max(best or (0.0, 0, stretch), (weight, -stretch.start, stretch))
    return None if best is None else Counterpart((best[2],), True, place)


def _runs(
    spans: Sequence[Stretch], linked: Sequence[Stretch], place: Stretch | None
) -> Iterator[tuple[list[Stretch], int]]:
    """The longest runs of words that face none, with how many words lie between each and a place."""
    at = None
    if place is not None and spans and spans[0].paragraph == place.paragraph:
        at = sum(one.end <= place.start for one in spans)
    run: list[int] = []
    for number in range(len(spans) + 1):
        if number < len(spans) and not any(_touch(one, spans[number]) for one in linked):
            run.append(number)
        elif run:
            away = 0 if at is None else max(run[0] - at, at - 1 - run[-1], 0)
            yield [spans[one] for one in run], away
            run = []


def _texts(row: Row, side: Side) -> dict[ParagraphId, Paragraph]:
    return {one.id: one for one in (row.source if side is Side.SOURCE else row.target)}


def _best(
    links: Iterable[RowWordLink], side: Side, stretch: Stretch, facing: Iterable[Paragraph]
) -> Stretch | None:
    """The stretch of the other side's texts that gains most (Bentley, 1984: the maximum subarray)."""
    gains: dict[Stretch, float] = {}
    elsewhere: dict[Stretch, float] = {}
    for link in links:
        own, other = link.side(side), link.side(side.other)
        if own.paragraph == stretch.paragraph and own.start < stretch.end and own.end > stretch.start:
            gains[other] = max(link.score, gains.get(other, 0.0))
        else:
            elsewhere[other] = max(link.score, elsewhere.get(other, 0.0))
    best: tuple[bool, float, Stretch] | None = None
    for text in facing:
        total, first = 0.0, 0
        for span in words(text.text):
            gain = _gain(Stretch(text.id, *span), gains, elsewhere)
            if total <= 0:
                total, first = 0.0, span[0]
            total += gain
            if gain > 0:
                # An article or a particle may begin what is proposed; it ends it only where there is no more.
                ends = fold_key(text.text[slice(*span)]) not in LITTLE_WORDS
                best = max(best or (False, 0.0, stretch), (ends, total, Stretch(text.id, first, span[1])))
    return best[2] if best is not None else None


def _gain(word: Stretch, gains: dict[Stretch, float], elsewhere: dict[Stretch, float]) -> float:
    """What a word adds; one that faces other words more surely than those asked for costs something."""
    here, there = (
        max((score for one, score in known.items() if _touch(one, word)), default=0.0)
        for known in (gains, elsewhere)
    )
    if here:
        return here if here >= there else here - there
    return -_ELSEWHERE if there else -_ALONE


def _touch(one: Stretch, other: Stretch) -> bool:
    return one.paragraph == other.paragraph and one.start < other.end and one.end > other.start


def _place(links: Iterable[RowWordLink], side: Side, stretch: Stretch) -> Stretch | None:
    """The place after what faces the last linked word before a stretch, or before what faces the first after it."""
    own = [link for link in links if link.side(side).paragraph == stretch.paragraph]
    before = [link for link in own if link.side(side).end <= stretch.start]
    if before:
        last = max(link.side(side).end for link in before)
        other = max(link.side(side.other) for link in before if link.side(side).end == last)
        return Stretch(other.paragraph, other.end, other.end)
    after = [link for link in own if link.side(side).start >= stretch.end]
    if not after:
        return None
    first = min(link.side(side).start for link in after)
    other = min(link.side(side.other) for link in after if link.side(side).start == first)
    return Stretch(other.paragraph, other.start, other.start)


def _own_sentences(texts: Iterable[Paragraph], stretches: Sequence[Stretch]) -> list[Sentence]:
    """The sentences that stretches touch, each once."""
    return [
        part
        for text in texts
        for part in text.sentences
        if any(
            one.paragraph == text.id and part.start <= one.end and part.end >= one.start for one in stretches
        )
    ]


def _sentences(
    row: Row, side: Side, stretches: Sequence[Stretch], facing: dict[ParagraphId, Paragraph]
) -> tuple[Stretch, ...]:
    """The sentences that face those a stretch touches, neighbours as one; the whole texts where none do."""
    touched = {part.id for part in _own_sentences(_texts(row, side).values(), stretches)}
    wanted = {
        id_
        for link in row.link.sentences
        if not touched.isdisjoint(link.side(side))
        for id_ in link.side(side.other)
    }
    found: list[Stretch] = []
    for text in facing.values():
        chosen = [part for part in text.sentences if part.id in wanted or not wanted]
        if chosen:
            found.append(Stretch(text.id, chosen[0].start, chosen[-1].end))
    return tuple(found)
