"""The two languages of one file are told apart by script, whatever way the file lays them out.

Blocks (one language after the other), interleaved paragraphs or lines, two columns, or one language only.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise
from types import MappingProxyType
from typing import Final, Literal

from taqabul.domain.files import Aside, Block, BlockKind
from taqabul.domain.language import Language
from taqabul.domain.options import ParagraphRule
from taqabul.segment.columns import Columns, read_columns
from taqabul.segment.paragraphs import ParagraphSplit, split_paragraphs
from taqabul.text.direction import language_of, script_share
from taqabul.text.newlines import normalise_newlines

Layout = Literal["blocks", "interleaved", "columns", "single"]

_STRAY_SHARE: Final = 0.04
"""Up to this share of the letters, another language's paragraphs are strays in a text of one language."""
_CLEAR_SHARE: Final = 0.7
"""A line is clearly in a language when this share of its letters is."""
_INTERLEAVED_SHARE: Final = 0.4
"""The languages take turns when this share of the steps from paragraph to paragraph changes the language."""

_NAMES: Final = {Language.ARABIC: "Arabic", Language.ENGLISH: "English"}

_Assigned = list[tuple[Language, Block]]


@dataclass(frozen=True, slots=True)
class LanguageSplit:
    """The Arabic and English paragraphs of a text, each in its order.

    ``findings`` tells people, in sentences, what was found and decided.
    """

    blocks: dict[Language, list[Block]]
    layout: Layout
    rule_used: ParagraphRule | None
    findings: list[str] = field(default_factory=list)

    @property
    def source(self) -> list[str]:
        """The texts of the Arabic paragraphs."""
        return [block.text for block in self.blocks[Language.ARABIC]]

    @property
    def target(self) -> list[str]:
        """The texts of the English paragraphs."""
        return [block.text for block in self.blocks[Language.ENGLISH]]


def split_languages(
    text: str,
    rule: ParagraphRule = ParagraphRule.AUTO,
    given: Sequence[Block] = (),
    keep: Collection[Aside] = (),
    chosen: Mapping[str, Language] = MappingProxyType({}),
) -> LanguageSplit:
    """Part a text into the paragraphs of its two languages; every letter of it is in one of them.

    Only a table's header that names the languages is left out, and cells of further columns; the
    findings then say so. A paragraph goes to the language of most of its letters, one without letters
    with its neighbours. A few stray paragraphs of another language stay where they are. Paragraphs that
    are ``given`` are those of a format that parts them; of these, one that is an aside, and
    none that is kept all the same, decides nothing about the rest. ``chosen`` is the language of single paragraphs, by
    their words, whatever else speaks for another.
    """
    text = normalise_newlines(text)
    columns = None if given else read_columns(text)
    if columns is not None:
        return _from_columns(columns, chosen)
    split = split_paragraphs(text, rule, given)
    blocks = [replace(block, text=piece) for block in split.blocks for piece in _cut_by_language(block.text)]
    pieces = [block.text for block in blocks]
    languages = [language_of(piece) for piece in pieces]
    counted = [
        (language, block.text)
        for language, block in zip(languages, blocks, strict=True)
        if block.aside is None or block.aside in keep
    ] or list(zip(languages, pieces, strict=True))
    if not any(languages):
        return _build([], "single", split.rule_used, [])
    findings = [_rule_finding(split, len(counted))]
    main = _main_language(counted)
    if main is not None:
        strays = sum(language is _other(main) for language, _ in counted)
        findings += [_stray_finding(main, strays)] if strays else []
        assigned = _as_chosen([(main, block) for block in blocks], chosen)
        single = all(language is main for language, _ in assigned)
        return _build(assigned, "single" if single else "blocks", split.rule_used, findings)
    layout = _layout([language for language, _ in counted if language is not None])
    assigned = list(zip(_with_neighbours(languages, pieces, layout), blocks, strict=True))
    findings.append(_layout_finding(assigned, layout))
    return _build(_as_chosen(assigned, chosen), layout, split.rule_used, findings)


def _as_chosen(assigned: _Assigned, chosen: Mapping[str, Language]) -> _Assigned:
    return [(chosen.get(block.text, language), block) for language, block in assigned]


def _build(
    assigned: _Assigned, layout: Layout, rule: ParagraphRule | None, findings: list[str]
) -> LanguageSplit:
    blocks = {one: [block for language, block in assigned if language is one] for one in Language}
    return LanguageSplit(blocks, layout, rule, findings)


def _from_columns(columns: Columns, chosen: Mapping[str, Language]) -> LanguageSplit:
    findings = [f"The text is a table with one language a column: {len(columns.cells)} cells were read."]
    if columns.header:
        findings.append(
            f"The table's first row names its columns and was left out: {', '.join(columns.header)}."
        )
    if columns.other_cells:
        findings.append(f"{columns.other_cells} cells in other columns of the table were left out.")
    cells = [(language, Block(cell, BlockKind.CELL)) for language, cell in columns.cells]
    return _build(_as_chosen(cells, chosen), "columns", ParagraphRule.LINES, findings)


def _cut_by_language(paragraph: str) -> Iterator[str]:
    """Cut a paragraph between lines that are clearly in different languages."""
    if "\n" not in paragraph:
        yield paragraph
        return
    piece: list[str] = []
    current: Language | None = None
    for line in paragraph.split("\n"):
        language = _clear_language(line)
        if current is not None and language is not None and language is not current:
            yield "\n".join(piece).strip()
            piece = []
        piece.append(line)
        current = language or current
    yield "\n".join(piece).strip()


def _clear_language(line: str) -> Language | None:
    share = script_share(line)
    total = sum(share.values())
    return next(
        (language for language in Language if total and share[language] >= _CLEAR_SHARE * total), None
    )


def _main_language(pieces: Sequence[tuple[Language | None, str]]) -> Language | None:
    """The text's one language, where the other has hardly any of it; None where both have their share."""
    sizes = dict.fromkeys(Language, 0)
    for language, piece in pieces:
        if language is not None:
            sizes[language] += len(piece)
    return next((one for one in Language if sizes[_other(one)] <= _STRAY_SHARE * sizes[one]), None)


def _other(language: Language) -> Language:
    return Language.ENGLISH if language is Language.ARABIC else Language.ARABIC


def _layout(languages: Sequence[Language]) -> Layout:
    changes = sum(a is not b for a, b in pairwise(languages))
    return (
        "interleaved" if changes >= 3 and changes >= _INTERLEAVED_SHARE * (len(languages) - 1) else "blocks"
    )


def _with_neighbours(
    languages: Sequence[Language | None], pieces: Sequence[str], layout: Layout
) -> list[Language]:
    """Give the paragraphs without letters a language: their digits', else that of the paragraph beside them.

    Where the languages take turns a number stands before what it numbers, elsewhere it follows.
    """
    forward = _carried(languages)
    backward = _carried(languages[::-1])[::-1]
    first, second = (backward, forward) if layout == "interleaved" else (forward, backward)
    return [
        language or _language_of_digits(piece) or one or other or Language.ENGLISH
        for language, piece, one, other in zip(languages, pieces, first, second, strict=True)
    ]


def _carried(languages: Sequence[Language | None]) -> list[Language | None]:
    """Each place's language or, where there is none, the last one before it."""
    carried: list[Language | None] = []
    for language in languages:
        carried.append(language or (carried[-1] if carried else None))
    return carried


def _language_of_digits(piece: str) -> Language | None:
    return Language.ARABIC if any("\u0660" <= c <= "\u0669" for c in piece) else None


def _stray_finding(main: Language, strays: int) -> str:
    those = "1 short paragraph" if strays == 1 else f"{strays} short paragraphs"
    return f"{those} in {_NAMES[_other(main)]} stayed in the {_NAMES[main]} text."


def _rule_finding(split: ParagraphSplit, count: int) -> str:
    if split.rule_used is None:
        return f"Paragraphs are those of the file: {count}."
    by = "blank lines" if split.rule_used is ParagraphRule.BLANK_LINES else "lines"
    cut = ""
    if split.blocks_cut:
        blocks = "1 block" if split.blocks_cut == 1 else f"{split.blocks_cut} blocks"
        cut = f"; {blocks} of lines that stand for themselves went line by line"
    return f"Paragraphs were parted by {by}{cut}: {count} paragraphs."


def _layout_finding(assigned: _Assigned, layout: Layout) -> str:
    if layout == "interleaved":
        return "Arabic and English take turns, paragraph by paragraph."
    order = [_NAMES[language] for language, _ in groupby(language for language, _ in assigned)]
    return f"The languages stand in blocks: {', '.join(order[:6])}{', …' if len(order) > 6 else ''}."
