"""The texts of a library in memory, folded and joined, for whoever searches them; kept as the library is.

Documents are held in blocks of neighbouring paragraphs. The journal tells which ranks were edited, by
whatever program; only the blocks that hold them are read again. A block never changes: who searches one
while it is replaced sees the texts as they were.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from functools import cache, cached_property
from itertools import accumulate, pairwise
from threading import Lock
from typing import Final, NamedTuple
from unicodedata import category, is_normalized
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from taqabul.domain.ids import BitextId, DocumentId, JournalId
from taqabul.domain.options import Progress, no_progress
from taqabul.domain.search import Folding
from taqabul.storage import bitexts, journal, texts
from taqabul.storage.database import Transaction
from taqabul.text.folding import Folded, fold, may_widen
from taqabul.workflow.passages import Passages
from taqabul.workflow.vocabulary import Floats, Ints, Vocabulary

_BLOCK: Final = 2_000
"""Paragraphs in a block: so many are read again when one of them is edited."""
_FOLDINGS: Final = 2
"""Ways of folding a block is remembered in."""
BREAK: Final = "\n"
"""What stands between two folded texts: folding leaves none inside them."""


class FoldedTexts:
    """The texts of a block, folded and joined; places count code points of ``text``."""

    def __init__(self, texts: Sequence[str], folding: Folding) -> None:
        self._options = asdict(folding)
        self.texts = texts
        self._last = -1, self.fold("")
        folded = [self.fold(text).text for text in texts]
        self.text = BREAK.join(folded)
        self.starts = [0, *accumulate(len(one) + 1 for one in folded)]

    def fold(self, text: str) -> Folded:
        """A text folded in the same way."""
        return fold(text, **self._options)

    def number_at(self, place: int) -> int:
        """Which of the texts a place belongs to, from 0."""
        return bisect_right(self.starts, place) - 1

    def span(self, number: int) -> tuple[int, int]:
        """Where one of the texts begins, and ends (excluded)."""
        return self.starts[number], self.starts[number + 1] - 1

    def original_span(self, number: int, start: int, end: int) -> tuple[int, int]:
        """The code points of a text as stored behind a stretch of it, which counts from its own beginning."""
        text = self.texts[number]
        begin, end_of = self.span(number)
        if end_of - begin == len(text) and not self._may_widen and is_normalized("NFC", text):
            return start, end
        last = self._last
        if last[0] != number:
            last = self._last = number, self.fold(text)
        return last[1].original_span(start, end)

    @cached_property
    def _may_widen(self) -> bool:
        letters = set[str]().union(*self.texts)
        return may_widen(letters, lambda letter: self.fold(letter).text)


class Tokens(NamedTuple):
    """The words of a block in order, arrays of one length.

    ``numbers`` are those of a vocabulary, ``owners`` the texts they stand in, ``starts`` and ``ends`` places
    of the joined text.
    """

    numbers: Ints
    owners: Ints
    starts: Ints
    ends: Ints


class Block:
    """Neighbouring texts with their ids."""

    def __init__(self, ids: Sequence[int], texts: Sequence[str]) -> None:
        self.ids, self.texts = tuple(ids), tuple(texts)
        self._folded: dict[Folding, FoldedTexts] = {}

    def folded(self, folding: Folding) -> FoldedTexts:
        """The block's texts in a way of folding; the last ways asked for are remembered."""
        found = self._folded.get(folding)
        if found is None:
            found = FoldedTexts(self.texts, folding)
            kept = list(self._folded.items())[1 - _FOLDINGS :]
            self._folded = dict([*kept, (folding, found)])
        return found

    @cached_property
    def number_of(self) -> dict[int, int]:
        """Where each id stands among the texts."""
        return {id_: number for number, id_ in enumerate(self.ids)}


class _Held(NamedTuple):
    """A document's blocks; the n-th holds the ranks from ``bounds[n]`` up to the next bound."""

    bounds: list[int | None]
    blocks: list[Block]


class Haystack:
    """The texts of one library. Safe to share between threads."""

    def __init__(self) -> None:
        self._documents: dict[DocumentId, _Held] = {}
        self._notes: dict[BitextId, Block] = {}
        self._seen: tuple[JournalId, set[BitextId]] | None = None
        self.passages: WeakKeyDictionary[Block, Passages] = WeakKeyDictionary()
        self._vocabulary = Vocabulary()
        self._tokens: WeakKeyDictionary[FoldedTexts, Tokens] = WeakKeyDictionary()
        self._turn = Lock()

    def blocks(
        self, transaction: Transaction, documents: Iterable[DocumentId]
    ) -> dict[DocumentId, list[Block]]:
        """The texts of documents as the transaction sees them, in order."""
        with self._turn:
            self._follow(transaction)
            for one in documents:
                if one not in self._documents:
                    self._documents[one] = _read(transaction, one)
            return {one: list(self._documents[one].blocks) for one in documents}

    def notes(self, transaction: Transaction) -> dict[BitextId, Block]:
        """All notes as the transaction sees them, by bitext."""
        with self._turn:
            self._follow(transaction)
            return dict(self._notes)

    def tokens(self, folded: FoldedTexts) -> Tokens:
        """The words of some texts that were folded in every way."""
        with self._turn:
            found = self._tokens.get(folded)
            if found is None:
                starts, ends = _bounds(folded.text)
                words = [folded.text[a:b] for a, b in zip(starts.tolist(), ends.tolist(), strict=True)]
                owners = np.searchsorted(folded.starts, starts, side="right").astype(np.int32) - 1
                found = Tokens(self._vocabulary.numbers(words), owners, starts, ends)
                self._tokens[folded] = found
            return found

    def likeness(self, word: str, progress: Progress = no_progress) -> Floats:
        """How well each word, by its number, stands for a folded one; see Vocabulary."""
        with self._turn:
            return self._vocabulary.likeness(word, progress)

    def _follow(self, transaction: Transaction) -> None:
        """Read again what was edited since the last look."""
        now = journal.last_act(transaction), {one.id for one in bitexts.read_bitexts(transaction)}
        if now == self._seen:
            return
        # What was done in a bitext that is gone stands in no journal any more.
        if self._seen is None or self._seen[1] - now[1] or self._seen[0] > now[0]:
            self._documents.clear()
        else:
            changed: dict[DocumentId, set[int]] = {}
            for document, rank in texts.ranks_changed(transaction, self._seen[0]):
                changed.setdefault(document, set()).add(rank)
            for document in changed.keys() & self._documents.keys():
                self._read_again(transaction, document, changed[document])
        remarks = texts.all_notes(transaction).items()
        self._notes = {of: Block(*zip(*notes, strict=True)) for of, notes in remarks}
        self._seen = now

    def _read_again(self, transaction: Transaction, document: DocumentId, ranks: Iterable[int]) -> None:
        bounds, blocks = self._documents[document]
        inner = [bound for bound in bounds if bound is not None]
        fresh = list(blocks)
        for number in {bisect_right(inner, rank) for rank in ranks}:
            first, end = bounds[number], bounds[number + 1]
            fresh[number] = _block(texts.texts_between(transaction, document, first, end))
        self._documents[document] = _Held(bounds, fresh)


def _read(transaction: Transaction, document: DocumentId) -> _Held:
    found = texts.texts_between(transaction, document)
    starts = list(range(0, len(found), _BLOCK)) or [0]
    bounds: list[int | None] = [None, *(found[start].rank for start in starts[1:]), None]
    return _Held(bounds, [_block(found[a:b]) for a, b in pairwise([*starts, len(found)])])


def _block(found: Sequence[texts.StoredText]) -> Block:
    return Block([one.id for one in found], [one.text for one in found])


@cache
def _word_letters() -> NDArray[np.bool_]:
    """Which code points of the basic plane are part of words."""
    letters = (chr(code) for code in range(0x10000))
    return np.array([one.isalnum() or category(one).startswith("M") for one in letters], dtype=np.bool_)


def _bounds(text: str) -> tuple[Ints, Ints]:
    """Where the words of a text begin, and end (excluded); characters beyond the basic plane are none."""
    codes = np.frombuffer(text.encode("utf-32-le", errors="surrogatepass"), dtype=np.uint32)
    inside = _word_letters()[np.minimum(codes, 0xFFFF)]
    edges = np.diff(np.concatenate(([False], inside, [False])).astype(np.int8))
    return np.flatnonzero(edges == 1).astype(np.int32), np.flatnonzero(edges == -1).astype(np.int32)
