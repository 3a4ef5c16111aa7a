"""What is to be said of an alignment as a whole, in one line each."""

from collections.abc import Iterator, Sequence
from typing import Final

from taqabul.align.texts import Texts
from taqabul.align.units import Units
from taqabul.domain.bitext import ProposedLink
from taqabul.domain.language import Side

_SURE: Final = 0.9
_FEW: Final = 0.1
_UNRELATED: Final = 0.45
"""Mean confidence below which texts are hardly translations of each other.

Measured on the gold sets: translations of one to five paragraphs have .51 and more, whole documents with a
tenth of both sides removed .78 and more, documents that have nothing to do with each other .25 at most.
"""


def remarks(texts: Texts, links: Sequence[ProposedLink]) -> Iterator[str]:
    """Findings for people about two texts and the links of their paragraphs, in sentences."""
    empty = [side for side, units in zip(Side, texts.sides, strict=True) if not _letters_of(units)]
    if empty:
        where = "both texts are" if len(empty) == 2 else f"the {empty[0]} text is"
        yield f"There is nothing to align: {where} empty."
    elif texts.source.letters == texts.target.letters and _letters_of(texts.source) == _letters_of(
        texts.target
    ):
        yield "Both sides hold the same text."
    elif remark := _doubt(links):
        yield remark


def _letters_of(units: Units) -> str:
    return "".join(filter(str.isalnum, "".join(units.texts)))


def _doubt(links: Sequence[ProposedLink]) -> str:
    """That the texts have little to do with each other, where so few links are sure; else nothing."""
    sizes = [len(link.source) + len(link.target) for link in links]
    mean = sum(link.confidence * size for link, size in zip(links, sizes, strict=True)) / sum(sizes)
    sure = sum(link.confidence >= _SURE for link in links)
    if mean >= _UNRELATED or sure > _FEW * len(links):
        return ""
    how_many = "no link is sure" if not sure else f"only {sure} of {len(links)} links are sure"
    return f"These texts do not look like translations of each other: {how_many}."
