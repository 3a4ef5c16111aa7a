"""A mention with what surrounds it, as lines to paint: each side of its row, the words marked in it."""

from taqabul.domain.document import Paragraph
from taqabul.domain.language import Language, Side
from taqabul.text.direction import isolated, language_of
from taqabul.ui.bitext.model import paragraphs_of
from taqabul.ui.search.snippets import Mark, Snippet
from taqabul.workflow.annotating.claim_list import Mention

GAP = " ¶ "


def snippet_of(mention: Mention, side: Side) -> Snippet | None:
    """What one side of a mention's row says; None where the side is empty or the mention has lost its row."""
    if mention.row is None:
        return None
    paragraphs = paragraphs_of(mention.row, side)
    if not paragraphs:
        return None
    text = GAP.join(one.text for one in paragraphs)
    found = tuple(
        Mark(start + span.start, start + span.end, "hit")
        for one, start in zip(paragraphs, _starts(paragraphs), strict=True)
        for span in mention.annotation.spans
        if span.paragraph == one.id
    )
    place = min((one.start for one in found), default=0)
    return Snippet(text, language_of(text) or Language.ENGLISH, found, place)


def place_of(mention: Mention) -> str:
    """Where a mention stands: the text's title and the first number in its row."""
    if mention.row is None:
        return mention.title
    first = next(iter((*mention.row.source, *mention.row.target)), None)
    return mention.title if first is None else f"{isolated(mention.title)} · {first.number}"


def _starts(paragraphs: tuple[Paragraph, ...]) -> list[int]:
    starts, at = [], 0
    for one in paragraphs:
        starts.append(at)
        at += len(one.text) + len(GAP)
    return starts
