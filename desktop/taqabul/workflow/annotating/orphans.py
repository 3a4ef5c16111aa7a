"""Marks whose words were lost when a text was corrected: listed with their old context, and put back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from rapidfuzz import fuzz, process

from taqabul.domain.annotation import Annotation, Span
from taqabul.domain.changes import ChangeSet
from taqabul.domain.document import Paragraph
from taqabul.domain.errors import InvalidEdit
from taqabul.domain.ids import AnnotationId, BitextId, LinkId
from taqabul.storage.annotations import orphan_ids, read_annotations
from taqabul.storage.database import Transaction
from taqabul.storage.documents import read_paragraphs
from taqabul.storage.links import links_holding
from taqabul.workflow.annotating.marking import marks_of, placed
from taqabul.workflow.annotating.seeking import found_score, sought
from taqabul.workflow.draft import drafting
from taqabul.workflow.library import Library
from taqabul.workflow.projects import bitext_in
from taqabul.workflow.proposals import paragraphs_of
from taqabul.workflow.word_links import Stretch

_LEAST: Final = 0.5
"""The score from which a place is worth showing."""
_LIKE: Final = 65.0
_LOOKED_AT: Final = 20
"""Paragraphs that are looked at closely: those most like the words that were lost."""


@dataclass(frozen=True, slots=True)
class Orphan:
    """A mark with lost stretches; ``link`` is the row of the paragraph the first of them stood in, if there still is one."""

    annotation: Annotation
    link: LinkId | None


@dataclass(frozen=True, slots=True)
class Guess:
    """Where a lost stretch may stand now, in which row; ``score`` 0 to 1."""

    stretch: Stretch
    link: LinkId
    quote: str
    score: float


def orphans(library: Library, bitext: BitextId) -> list[Orphan]:
    """The marks of a bitext with lost stretches, the oldest first."""
    with library.database.read() as transaction:
        found = read_annotations(transaction, orphan_ids(transaction, bitext)).values()
        homes = [one.lost[0].paragraph for one in found]
        rows = links_holding(transaction, homes, bitext)
        return [Orphan(one, rows.get((home, bitext))) for one, home in zip(found, homes, strict=True)]


def lost_among(library: Library, annotations: Sequence[AnnotationId]) -> int:
    """How many of some marks have lost a stretch."""
    with library.database.read() as transaction:
        return sum(one.is_orphan for one in read_annotations(transaction, annotations).values())


def guesses(library: Library, bitext: BitextId, lost: Span, most: int = 3) -> list[Guess]:
    """Where a lost stretch may stand now in a bitext, the likeliest first; looks through both texts."""
    with library.database.read() as transaction:
        record = bitext_in(transaction, bitext)
        home = read_paragraphs(transaction, [lost.paragraph]).get(lost.paragraph)
        sides = [home.document] if home is not None else [record.source, record.target]
        texts = [text for side in sides for text in paragraphs_of(transaction, side)]
        found = []
        for text in nearest(lost, texts):
            place = sought(lost, text.text, least=0.0)
            if place is not None:
                score = found_score(lost, text.text, *place)
                found.append((score, text.id == lost.paragraph, Stretch(text.id, *place)))
        best = sorted((one for one in found if one[0] >= _LEAST), key=lambda one: (-one[0], not one[1]))
        return _guesses(transaction, bitext, best[:most], {text.id: text for text in texts})


def _guesses(
    transaction: Transaction,
    bitext: BitextId,
    found: Sequence[tuple[float, bool, Stretch]],
    texts: dict[int, Paragraph],
) -> list[Guess]:
    rows = links_holding(transaction, [stretch.paragraph for _, _, stretch in found], bitext)
    return [
        Guess(
            stretch,
            rows[stretch.paragraph, bitext],
            texts[stretch.paragraph].text[stretch.start : stretch.end],
            round(score, 4),
        )
        for score, _, stretch in found
    ]


def nearest(lost: Span, texts: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraph it stood in, and those in which something most like its words stands."""
    asked = lost.quote if not lost.is_gap else lost.prefix + lost.suffix
    like = process.extract(
        asked,
        [text.text for text in texts],
        scorer=fuzz.partial_ratio,
        score_cutoff=_LIKE,
        limit=_LOOKED_AT,
    )
    chosen = {texts[place].id: texts[place] for _, _, place in like}
    chosen |= {text.id: text for text in texts if text.id == lost.paragraph}
    return list(chosen.values())


def reattach(
    library: Library, bitext: BitextId, annotation: AnnotationId, lost: int, stretches: Sequence[Stretch]
) -> ChangeSet:
    """Have the ``lost``-th lost stretch of a mark (from 0) stand here from now on."""
    with drafting(library, bitext, "reattach") as draft:
        known = _with_lost(marks_of(draft, [annotation])[0], lost)
        spans = dict.fromkeys((*known.spans, *placed(draft, stretches)))
        left = known.lost[:lost] + known.lost[lost + 1 :]
        draft.written.annotations.put(replace(known, spans=tuple(spans), lost=left))
    return draft.changes


def let_go(library: Library, bitext: BitextId, annotation: AnnotationId, lost: int) -> ChangeSet:
    """Forget a lost stretch; a mark that has no other is taken away."""
    with drafting(library, bitext, "let go") as draft:
        known = _with_lost(marks_of(draft, [annotation])[0], lost)
        left = known.lost[:lost] + known.lost[lost + 1 :]
        if known.spans or left:
            draft.written.annotations.put(replace(known, lost=left))
        else:
            draft.written.erase([known])
    return draft.changes


def _with_lost(annotation: Annotation, lost: int) -> Annotation:
    if not 0 <= lost < len(annotation.lost):
        raise InvalidEdit("This mark has found its place again.", "Look at the list of lost marks anew.")
    return annotation
