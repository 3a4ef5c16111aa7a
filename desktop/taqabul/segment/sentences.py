"""The sentences of Arabic and English paragraphs."""

from typing import Final

import regex

from taqabul.domain.language import Language
from taqabul.segment.lines import soft_breaks
from taqabul.text.sentence_ends import sentence_ends

_SOMETHING: Final = regex.compile(r"[\p{L}\p{N}]")


def split_sentences(paragraph: str, language: Language) -> list[tuple[int, int]]:
    """The spans of a paragraph's sentences in order, code points; all that is not space is in one.

    List numbers stay with what they number, closing quotes and brackets with what they close.
    Time grows with the paragraph's length, whatever is in it.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    wordless = False
    wrapped = soft_breaks(paragraph.split("\n")) if "\n" in paragraph else ()
    for cut in [*sentence_ends(paragraph, language, wrapped), len(paragraph)]:
        piece = paragraph[start:cut]
        first = start + len(piece) - len(piece.lstrip())
        last = start + len(piece.rstrip())
        start = cut
        if first >= last:
            continue
        says_something = _SOMETHING.search(piece) is not None
        if spans and (wordless or not says_something):
            spans[-1] = (spans[-1][0], last)
            wordless = wordless and not says_something
        else:
            spans.append((first, last))
            wordless = not says_something
    return spans
