"""Word links of rows, sentence link by sentence link; nothing is stored, everything can be asked again."""

from collections.abc import Iterable, Iterator, Sequence
from threading import Lock
from typing import TYPE_CHECKING, Final, NamedTuple

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.document import Paragraph
from taqabul.domain.ids import BitextId, ParagraphId, SentenceId
from taqabul.domain.language import Side
from taqabul.domain.options import AlignOptions
from taqabul.storage.links import read_verdicts
from taqabul.workflow.library import Library
from taqabul.workflow.projects import bitext_head, bitext_in, list_bitexts
from taqabul.workflow.rows import Row, rows

if TYPE_CHECKING:
    from taqabul.align.encoder import Encoder
    from taqabul.align.word_memory import WordMemory

_MOST_ROWS: Final = 10_000
"""Confirmed rows a memory is made of, at most: the first ones of each bitext."""


class Stretch(NamedTuple):
    """Code points ``start`` to ``end`` (excluded) of a paragraph's text as it reads now."""

    paragraph: ParagraphId
    start: int
    end: int


class RowWordLink(NamedTuple):
    """A word of a row's source and one of its target that stand for each other; ``score`` as in WordLink."""

    source: Stretch
    target: Stretch
    score: float

    def side(self, side: Side) -> Stretch:
        """Its word on one side."""
        return self.source if side is Side.SOURCE else self.target


class WordLinker:
    """Finds the word links of a bitext's rows; may be called from any thread, one call at a time works.

    The first call loads the encoder and reads the confirmed rows of the library: what is confirmed later
    helps when the bitext is opened again.
    """

    def __init__(self, library: Library, bitext: BitextId, options: AlignOptions | None = None) -> None:
        self._library, self._bitext = library, bitext
        self._options = options or AlignOptions(jobs=1)
        self._turn = Lock()
        self._memory: WordMemory | None = None

    def links(self, row: Row) -> list[RowWordLink]:
        """The word links of a row, in the order of the source; none in a one-sided row."""
        # The engine and its model are slow to load; who never asks for words never needs them.
        from taqabul.align.encoder import find_encoder  # noqa: PLC0415

        if row.link.is_one_sided:
            return []
        with self._turn:
            if self._memory is None:
                self._memory = confirmed_memory(self._library, self._bitext)
            return word_links(row, find_encoder(self._options), self._memory)


def word_links(
    row: Row, encoder: "Encoder | None" = None, memory: "WordMemory | None" = None
) -> list[RowWordLink]:
    """The word links of a row: those inside its sentence links, or where it has none of its whole texts."""
    from taqabul.align.words import align_words  # noqa: PLC0415 - as above

    found = []
    for source, target in _facing(row):
        ours, theirs = _Joined(source), _Joined(target)
        found += [
            RowWordLink(ours.stretch(*link.source), theirs.stretch(*link.target), link.score)
            for link in align_words(ours.text, theirs.text, encoder, memory=memory)
        ]
    return found


def counterparts(links: Iterable[RowWordLink], side: Side, stretch: Stretch) -> list[Stretch]:
    """The words facing those that a stretch of one side touches, in order, paragraph by paragraph."""
    facing = {link.side(side.other) for link in links if _touch(link.side(side), stretch)}
    return sorted(facing)


def counterpart_span(
    source: str,
    target: str,
    span: tuple[int, int],
    options: AlignOptions | None = None,
    memory: "WordMemory | None" = None,
) -> tuple[int, int] | None:
    """Where a stretch of a text stands in its translation: the smallest span over its words' counterparts.

    Positions are code points. None where none of its words has a counterpart.
    """
    from taqabul.align import words  # noqa: PLC0415 - as above
    from taqabul.align.encoder import find_encoder  # noqa: PLC0415

    encoder = find_encoder(options or AlignOptions(jobs=1))
    return words.counterpart_span(source, target, span, encoder, memory=memory)


def confirmed_memory(library: Library, bitext: BitextId) -> "WordMemory":
    """What the confirmed rows of all bitexts say about words, seen from the languages of one of them."""
    from taqabul.align.word_memory import WordMemory  # noqa: PLC0415 - as above

    wanted = bitext_head(library, bitext)
    texts: list[tuple[str, str]] = []
    for summary in list_bitexts(library):
        same = summary.source_language is wanted.source_language
        for row in _confirmed(library, summary.id):
            pairs = ((_Joined(source).text, _Joined(target).text) for source, target in _facing(row))
            texts += pairs if same else ((target, source) for source, target in pairs)
    return WordMemory(texts)


def _confirmed(library: Library, bitext: BitextId) -> list[Row]:
    with library.database.read() as transaction:
        bitext_in(transaction, bitext)
        verdicts = read_verdicts(transaction, bitext)
    chosen = [link for link, verdict in verdicts.items() if verdict.status is LinkStatus.CONFIRMED]
    return [row for row in rows(library, bitext, chosen[:_MOST_ROWS]) if not row.link.is_one_sided]


def _touch(one: Stretch, other: Stretch) -> bool:
    return one.paragraph == other.paragraph and one.start < other.end and one.end > other.start


def _facing(row: Row) -> Iterator[tuple[list[tuple[Paragraph, int, int]], list[tuple[Paragraph, int, int]]]]:
    """What faces what inside a row, each side as pieces of its paragraphs."""
    places = {
        sentence.id: (paragraph, sentence.start, sentence.end)
        for paragraph in (*row.source, *row.target)
        for sentence in paragraph.sentences
    }

    def pieces(sentences: Sequence[SentenceId]) -> list[tuple[Paragraph, int, int]]:
        return [places[one] for one in sentences if one in places]

    facing = [(pieces(link.source), pieces(link.target)) for link in row.link.sentences]
    facing = [(source, target) for source, target in facing if source and target]
    if not facing:
        facing = [
            (
                [(one, 0, len(one.text)) for one in row.source],
                [(one, 0, len(one.text)) for one in row.target],
            )
        ]
    yield from facing


class _Joined:
    """Pieces of paragraphs as one text, and the way back."""

    def __init__(self, pieces: Sequence[tuple[Paragraph, int, int]]) -> None:
        self._starts: list[tuple[int, ParagraphId, int]] = []
        texts = []
        at = 0
        for paragraph, start, end in pieces:
            self._starts.append((at, paragraph.id, start))
            texts.append(paragraph.text[start:end])
            at += end - start + 1
        self.text = "\n".join(texts)

    def stretch(self, start: int, end: int) -> Stretch:
        """Where a word of the joined text stands."""
        at, paragraph, first = next(one for one in reversed(self._starts) if one[0] <= start)
        return Stretch(paragraph, first + start - at, first + end - at)
