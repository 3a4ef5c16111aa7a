"""Cleaning the texts of a bitext: what the rules would change, and the one edit that changes what was agreed to."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from taqabul.domain.changes import ChangeSet
from taqabul.domain.document import Paragraph
from taqabul.domain.ids import BitextId
from taqabul.domain.language import Side
from taqabul.domain.options import Progress, no_progress
from taqabul.text.cleaning import CleanRule, cleaned
from taqabul.workflow.library import Library
from taqabul.workflow.projects import bitext_summary
from taqabul.workflow.rewording import Wording, reword
from taqabul.workflow.rows import iter_rows

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Unclean:
    """A paragraph that some rule would change."""

    paragraph: Paragraph
    side: Side


@dataclass(frozen=True, slots=True)
class Cleaning:
    """What rules would make of a paragraph."""

    paragraph: Paragraph
    side: Side
    text: str


def unclean(library: Library, bitext: BitextId, progress: Progress = no_progress) -> list[Unclean]:
    """The paragraphs that any rule would change, in row order, source before target."""
    total = bitext_summary(library, bitext).links
    found = []
    for place, row in enumerate(iter_rows(library, bitext)):
        if place % _BATCH == 0:
            progress(place, total)
        for side, paragraphs in ((Side.SOURCE, row.source), (Side.TARGET, row.target)):
            found += [
                Unclean(one, side) for one in paragraphs if _after(one, frozenset(CleanRule)) is not None
            ]
    return found


def cleanings(paragraphs: Sequence[Unclean], rules: Collection[CleanRule]) -> list[Cleaning]:
    """What the rules would make of paragraphs; those that they leave as they are, or empty, are left out."""
    made = ((one, _after(one.paragraph, rules)) for one in paragraphs)
    return [Cleaning(one.paragraph, one.side, text) for one, text in made if text is not None]


def clean(library: Library, bitext: BitextId, chosen: Sequence[Cleaning]) -> ChangeSet:
    """Clean paragraphs, in one edit; those that somebody else changed meanwhile are left alone and told, as ``reword`` does.

    Raises EditConflict where these are all.
    """
    wordings = [
        Wording(one.paragraph.id, one.paragraph.number, one.paragraph.text, one.text) for one in chosen
    ]
    return reword(library, bitext, "clean texts", wordings)


def _after(paragraph: Paragraph, rules: Collection[CleanRule]) -> str | None:
    """What rules make of a paragraph; None where that is nothing, or what it was."""
    text = cleaned(paragraph.text, rules).strip()
    return text if text and text != paragraph.text else None
