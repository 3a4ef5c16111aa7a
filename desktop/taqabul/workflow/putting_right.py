"""Putting findings right: what their texts would become, one by one or all that say the same together."""

from collections.abc import Iterable, Sequence

from taqabul.domain.document import Paragraph
from taqabul.domain.errors import EditConflict, InvalidInput
from taqabul.domain.ids import ParagraphId
from taqabul.domain.language import Side
from taqabul.storage.documents import read_paragraphs
from taqabul.workflow.cleaning import Cleaning
from taqabul.workflow.found import Found
from taqabul.workflow.library import Library


def alike(found: Found, others: Iterable[Found]) -> list[Found]:
    """Those of the findings that say the same and can be put right, this one among them where it is one of them."""
    said = (found.check, found.message, found.values)
    return [one for one in others if one.fix is not None and (one.check, one.message, one.values) == said]


def fixed_text(library: Library, found: Found) -> tuple[ParagraphId, str, str]:
    """The paragraph that a finding's fix is for, its text as it reads now, and the text put right.

    Raises EditConflict where the text was changed since, and InvalidInput for a finding that has no fix.
    """
    if found.fix is None:
        raise InvalidInput("This cannot be put right without a look.", "Correct the text by hand.")
    (paragraph, start, end), text = found.fix
    with library.database.read() as transaction:
        held = read_paragraphs(transaction, [paragraph])
    if paragraph not in held or not _reads_so(held[paragraph], found):
        raise EditConflict("The text was changed meanwhile.", "Check it anew; nothing was changed.")
    before = held[paragraph].text
    return paragraph, before, f"{before[:start]}{text}{before[end:]}"


def fixed_together(library: Library, found: Sequence[Found]) -> list[Cleaning]:
    """What texts would become with all these findings put right, each text once, in the findings' order.

    Left out are findings without a fix, those whose text was changed since, and fixes that meet another one.
    """
    by_paragraph: dict[ParagraphId, list[Found]] = {}
    for one in found:
        if one.fix is not None:
            by_paragraph.setdefault(one.fix.stretch.paragraph, []).append(one)
    with library.database.read() as transaction:
        held = read_paragraphs(transaction, list(by_paragraph))
    made = []
    for id_, here in by_paragraph.items():
        standing = [one for one in here if id_ in held and _reads_so(held[id_], one)]
        if standing:
            side = (
                Side.SOURCE
                if any(one.stretch.paragraph == id_ for one in standing[0].source)
                else Side.TARGET
            )
            made.append(Cleaning(held[id_], side, _fixed(held[id_].text, standing)))
    return [one for one in made if one.text.strip() and one.text != one.paragraph.text]


def _reads_so(paragraph: Paragraph, found: Found) -> bool:
    """Whether a paragraph still has the words that a finding is about, and room for its fix."""
    quoted = [one.quote for one in (*found.source, *found.target) if one.stretch.paragraph == paragraph.id]
    fits = found.fix is not None and found.fix.stretch.end <= len(paragraph.text)
    return fits and any(quote in paragraph.text for quote in quoted)


def _fixed(text: str, found: Iterable[Found]) -> str:
    """A text with the fixes of findings made, from its end on."""
    fixes = sorted(
        {one.fix for one in found if one.fix is not None}, key=lambda fix: (*fix.stretch, fix.text)
    )
    before = len(text)
    for fix in reversed(fixes):
        _, start, end = fix.stretch
        if end <= before:
            text, before = f"{text[:start]}{fix.text}{text[end:]}", start
    return text
