"""Lines of pages become paragraphs: by indents, gaps, sizes, and by where a line could have gone on."""

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

import regex

from taqabul.domain.files import Aside, Block, BlockKind
from taqabul.domain.language import Direction
from taqabul.formats.pdf_columns import Region, regions_of
from taqabul.formats.pdf_lines import Line
from taqabul.formats.pdf_running import running_lines

_HEADING: Final = 1.12
_NOTE: Final = 0.88
"""How the size of a heading and of a footnote relates to the body's."""
_LONGEST_HEADING: Final = 240
_GAP: Final = 1.3
"""How many usual distances of lines part two paragraphs."""
_INDENT: Final = 0.8
_ROOM: Final = 0.6
"""In sizes of the font: an indent that begins a paragraph; what must be left beside the next word for it to have fitted."""
_ITEM: Final = regex.compile(
    r"[•‣◦▪●○■□◆◇►✓–—-]\s|[(\[]?(?:\p{Nd}{1,3}(?:\.\p{Nd}{1,3})*[.)\]]|(?:\p{L}|[ivx]{1,4})\))\s"
)
_FINISHED: Final = regex.compile(r"[.!?؟:؛…][\p{Pe}\p{Pf}\"'\s\p{Cf}]*\Z")
_NOTE_BEGINS: Final = regex.compile(r"[(\[]?(?:\p{Nd}{1,3}|\*{1,3}|[†‡§])[)\].]?\s*\S")
_HYPHENATED: Final = regex.compile(r"[a-z]{2}[-\u2010\u00ad]\Z")


_NEAR: Final = 4
"""Lines after one among which the next below it is sought."""
_MOST_LINES: Final = 2_000
"""Lines of a page above which nobody looks for columns."""


@dataclass(slots=True)
class Laid:
    """Blocks in reading order, and what was done to make them."""

    blocks: list[Block]
    hyphens: int = 0
    columns: int = 0


@dataclass(frozen=True, slots=True)
class _Measures:
    """What is usual in a document: the size of its body, and the distance of two lines by their size."""

    body: float
    leading: Mapping[int, float]

    def distance(self, line: Line) -> float:
        return self.leading.get(round(line.size), 1.5 * line.size)


@dataclass(slots=True)
class _Paragraph:
    """Lines that belong together; ``room`` is what the last one leaves at its end."""

    lines: list[Line]
    kind: BlockKind
    aside: Aside | None = None
    room: float = 0.0


def lay_out(pages: Sequence[Sequence[Line]]) -> Laid:
    """The blocks of a document, from the lines of its pages: the text, its footnotes, what runs over the pages."""
    measures = _measure(pages)
    laid = Laid([])
    done: list[_Paragraph] = []
    notes: list[_Paragraph] = []
    beside: list[_Paragraph] = []
    for lines, asides in zip(pages, running_lines(pages), strict=True):
        body = [line for number, line in enumerate(lines) if number not in asides]
        regions = regions_of(body, direction_of(body)) if len(body) <= _MOST_LINES else [body]
        laid.columns += len(regions) > 1
        beside += (
            _Paragraph([lines[number]], BlockKind.PARAGRAPH, aside) for number, aside in asides.items()
        )
        for region in regions:
            text, below = _without_notes(region, measures)
            for paragraph in _paragraphs(text, measures, BlockKind.PARAGRAPH):
                if done and _goes_on(done[-1], paragraph):
                    done[-1].lines += paragraph.lines
                    done[-1].room = paragraph.room
                else:
                    done.append(paragraph)
            notes += _paragraphs(below, measures, BlockKind.FOOTNOTE)
    words = {word for page in pages for line in page for word in line.text.casefold().split()}
    laid.blocks = [
        Block(_text(paragraph.lines, laid, words), _kind(paragraph, measures), paragraph.aside)
        for paragraph in (*done, *notes, *beside)
    ]
    return laid


def direction_of(lines: Sequence[Line]) -> Direction:
    """Which way most lines run."""
    arabic = sum(len(line.text) for line in lines if line.direction is Direction.RTL)
    return Direction.RTL if 2 * arabic >= sum(len(line.text) for line in lines) else Direction.LTR


def _measure(pages: Sequence[Sequence[Line]]) -> _Measures:
    sizes: Counter[float] = Counter()
    gaps: dict[int, list[float]] = {}
    for lines in pages:
        for line in lines:
            sizes[round(line.size, 1)] += len(line.text)
        for one, other in _neighbours(lines):
            gap = one.base - other.base
            if 0.5 * one.size < gap < 3 * one.size and abs(one.size - other.size) < 0.5:
                gaps.setdefault(round(one.size), []).append(gap)
    # The lower quarter: in a text of short paragraphs most distances are those between paragraphs.
    leading = {size: sorted(found)[len(found) // 4] for size, found in gaps.items()}
    return _Measures(sizes.most_common(1)[0][0] if sizes else 1.0, leading)


def _neighbours(lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """Each line with the next one below it, not beside it, as far as that is near."""
    for number, one in enumerate(lines):
        for other in lines[number + 1 : number + 1 + _NEAR]:
            if other.left < one.right and one.left < other.right:
                yield one, other
                break


def _without_notes(region: Region, measures: _Measures) -> tuple[Region, Region]:
    """A region without the footnotes below it, and those."""
    first = len(region)
    while first and region[first - 1].size < _NOTE * measures.body:
        first -= 1
    while first < len(region) and not _NOTE_BEGINS.match(region[first].text):
        first += 1
    return region[:first], region[first:]


def _paragraphs(region: Region, measures: _Measures, kind: BlockKind) -> list[_Paragraph]:
    if not region:
        return []
    left, right = min(line.left for line in region), max(line.right for line in region)
    found: list[_Paragraph] = []
    for line in region:
        indent, room = (
            (line.left - left, right - line.right)
            if line.from_left
            else (right - line.right, line.left - left)
        )
        if found and not _parts(found[-1], line, indent, (left, right), measures):
            found[-1].lines.append(line)
        else:
            found.append(_Paragraph([line], kind))
        found[-1].room = room
    return found


def _parts(
    paragraph: _Paragraph, line: Line, indent: float, ends: tuple[float, float], measures: _Measures
) -> bool:
    """Whether a line begins a paragraph of its own after those before it."""
    last = paragraph.lines[-1]
    gap = last.base - line.base
    if not 0 < gap <= _GAP * max(measures.distance(last), measures.distance(line)):
        return True
    if not _alike(last, line) or _ITEM.match(line.text):
        return True
    if paragraph.kind is BlockKind.FOOTNOTE and _NOTE_BEGINS.match(line.text) and not _goes_on_low(line):
        return True
    before = _indent(last, ends)
    deeper = indent - before > _INDENT * line.size
    first_is_item = len(paragraph.lines) == 1 and _ITEM.match(last.text) is not None
    if deeper and not first_is_item and not _is_centred(line, ends):
        return True
    back = len(paragraph.lines) > 1 and before - indent > _INDENT * line.size and not _is_centred(last, ends)
    return back or paragraph.room > line.first_word + _ROOM * line.size


def _goes_on_low(line: Line) -> bool:
    """Whether a line in small print begins like a number in the middle of a sentence."""
    return line.text[:1].isdecimal() and not regex.match(r"[(\[]?\p{Nd}{1,3}[)\].]?\s*\p{L}", line.text)


def _alike(one: Line, other: Line) -> bool:
    """Whether two lines may be of one paragraph: a Latin line may stand in an Arabic one, if that has not ended."""
    if abs(one.size - other.size) > (_HEADING - 1) * max(one.size, other.size):
        return False
    return one.direction is other.direction or not _FINISHED.search(one.text)


def _indent(line: Line, ends: tuple[float, float]) -> float:
    left, right = ends
    return line.left - left if line.from_left else right - line.right


def _is_centred(line: Line, ends: tuple[float, float]) -> bool:
    left, right = ends
    return line.left - left > line.size and abs((line.left - left) - (right - line.right)) < line.size


def _goes_on(before: _Paragraph, after: _Paragraph) -> bool:
    """Whether a paragraph runs on at the head of the next page or column."""
    last, first = before.lines[-1], after.lines[0]
    return (
        _alike(last, first)
        and last.direction is first.direction
        and not _ITEM.match(first.text)
        and before.room <= first.first_word + _ROOM * first.size
        and not (len(before.lines) == 1 and _FINISHED.search(last.text))
        and last.base <= first.base
    )


def _kind(paragraph: _Paragraph, measures: _Measures) -> BlockKind:
    if paragraph.kind is not BlockKind.PARAGRAPH or paragraph.aside:
        return paragraph.kind
    length = sum(len(line.text) for line in paragraph.lines)
    if (
        median(line.size for line in paragraph.lines) >= _HEADING * measures.body
        and length <= _LONGEST_HEADING
    ):
        return BlockKind.HEADING
    return BlockKind.LIST_ITEM if _ITEM.match(paragraph.lines[0].text) else BlockKind.PARAGRAPH


def _text(lines: Sequence[Line], laid: Laid, words: Container[str]) -> str:
    """The text of lines, without the hyphens at their ends that only part a word."""
    text = ""
    for line in lines:
        following = line.text
        if not _HYPHENATED.search(text) or not following[:1].islower():
            text += f" {following}" if text else following
            continue
        beginning = text.rsplit(maxsplit=1)[-1].casefold()
        end = following.split(maxsplit=1)[0].casefold()
        if beginning + end not in words or beginning[:-1] + end in words:
            text = text[:-1]
            laid.hyphens += 1
        text += following
    return text.replace("\u00ad", "")
