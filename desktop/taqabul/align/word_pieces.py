"""Texts to token ids, a word that was met before looked up instead of cut anew."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import Any, Final

_WORDS: Final = 1 << 15
"""Words whose tokens are kept, at about 300 bytes each."""
_LONG: Final = 64
_UNKNOWN: Final = 0
_BEGIN: Final = 1
_END: Final = 2


class WordPieces:
    """The unigram tokenizer of the embedded encoder, word by word.

    A word may be cut by itself, with the same result: the tokenizer puts a mark in place of every space
    and before the first word, no token of its vocabulary has that mark but at its beginning, and nothing
    it folds beforehand reaches over a space.
    """

    def __init__(self, tokenizer: Any) -> None:  # noqa: ANN401 - the package has no types
        self._tokenizer = tokenizer
        self._kept = lru_cache(maxsize=_WORDS)(self._cut)

    def tokens(self, text: str) -> list[int]:
        """Its ids, between those for begin and end; a text without anything is one unknown token."""
        inner = list(chain.from_iterable(map(self._word, text.split(" "))))
        return [_BEGIN, *(inner or (_UNKNOWN,)), _END]

    def _word(self, word: str) -> Sequence[int]:
        return self._kept(word) if len(word) < _LONG else self._cut(word)

    def _cut(self, word: str) -> tuple[int, ...]:
        ids = self._tokenizer.encode(word, out_type=int, add_bos=False, add_eos=False)
        return () if ids == [_UNKNOWN] else tuple(ids)
