"""Decades: "ثمانينيات القرن التاسع عشر", "السبعينيات", "the '80s" are years; ages ("في الستينيات من عمره") are not."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from taqabul.text.folding import fold_key
from taqabul.text.number_words import read_run

_TENS: Final = dict(
    zip(
        ("عشرين", "ثلاثين", "أربعين", "خمسين", "ستين", "سبعين", "ثمانين", "تسعين"),
        range(20, 100, 10),
        strict=True,
    )
)
_DECADES: Final = {
    fold_key(f"{before}{stem}{ending}"): (value, before.endswith("ال"))
    for stem, value in _TENS.items()
    for before in ("", "و", "ب", "ل", "ال", "وال", "بال")
    for ending in ("يات", "ات")
}
_CENTURY: Final = fold_key("القرن")
_LAST: Final = fold_key("الماضي")
_OF: Final = fold_key("من")
_AGE: Final = fold_key("عمر")
_USUAL: Final = 1900


class Decade(NamedTuple):
    """``words`` words from where it was sought that stand for ``value``: a year, or the tens of an age."""

    words: int
    value: float


def begins_decade(word: str) -> bool:
    """Whether a folded word names a decade."""
    return word in _DECADES


def decade_at(words: Sequence[str], start: int) -> Decade | None:
    """The decade named at ``words[start]`` (folded words); without a century it is of the twentieth."""
    tens, has_article = _DECADES.get(words[start], (0, False))
    if not tens:
        return None
    after = list(words[start + 1 : start + 3])
    if after[:1] == [_OF] and after[1:] and after[1].startswith(_AGE):
        return Decade(1, tens)
    if after[:1] == [_CENTURY]:
        if after[1:] == [_LAST]:
            return Decade(3, _USUAL + tens)
        century = read_run(words, start + 2)
        if century is not None:
            return Decade(2 + century.words, (century.value - 1) * 100 + tens)
    return Decade(1, _USUAL + tens) if has_article else None
