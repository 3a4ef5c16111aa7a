"""Find and replace in a bitext: every change told beforehand, those agreed to made as one edit."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from taqabul.domain.changes import ChangeSet
from taqabul.domain.document import Paragraph
from taqabul.domain.errors import InvalidInput
from taqabul.domain.ids import BitextId, LinkId, ParagraphId
from taqabul.domain.language import Side
from taqabul.domain.options import Progress, no_progress
from taqabul.domain.search import Kind, Query, Where
from taqabul.storage.documents import read_paragraphs
from taqabul.text.patterns import Template
from taqabul.workflow.haystack import FoldedTexts
from taqabul.workflow.library import Library
from taqabul.workflow.rewording import Wording, reword
from taqabul.workflow.searching.finding import Hit, find
from taqabul.workflow.searching.matching import PATIENCE, compiled

REPLACEABLE = (Kind.PART, Kind.WORD, Kind.REGEX)
"""The kinds of finding that say exactly what is taken out."""
_ALL = 1_000_000


@dataclass(frozen=True, slots=True)
class Change:
    """Code points ``start`` to ``end`` (excluded) of a paragraph's ``text`` become ``new``."""

    link: LinkId
    side: Side
    paragraph: ParagraphId
    number: int
    text: str
    start: int
    end: int
    new: str

    @property
    def old(self) -> str:
        """What is taken out."""
        return self.text[self.start : self.end]


def proposed(
    library: Library, bitext: BitextId, query: Query, new: str, progress: Progress = no_progress
) -> list[Change]:
    r"""What would change if all that a query finds in the texts became ``new``, in row order.

    With a regular expression ``\1`` and ``\g<name>`` stand for its groups, as the text spells them.
    What would stay as it is is left out. Raises InvalidInput as ``find`` does, for a kind of finding that
    replaces nothing, and for a group that the expression has not.
    """
    if query.kind not in REPLACEABLE or query.where is Where.NOTES:
        raise InvalidInput(
            "Only parts of words, whole words and regular expressions in the texts can be replaced.",
            "Choose one of these ways of finding, and a side or both texts.",
        )
    where = Where.TEXTS if query.where is Where.EVERYWHERE else query.where
    asked = Query(query.text, query.kind, where, query.folding, query.endings)
    by_paragraph: defaultdict[ParagraphId, list[Hit]] = defaultdict(list)
    for hit in find(library, asked, bitext, most=_ALL, progress=progress).hits:
        if hit.paragraph is not None:
            by_paragraph[hit.paragraph].append(hit)
    with library.database.read() as transaction:
        texts = read_paragraphs(transaction, by_paragraph)
    made = _made_by(asked, new)
    return [
        Change(hit.link, hit.side, id_, texts[id_].number, texts[id_].text, *span, text)
        for id_, hits in by_paragraph.items()
        if id_ in texts and (hit := hits[0]).link is not None and hit.side is not None
        for span, text in _apart(made(texts[id_], hits))
        if texts[id_].text[slice(*span)] != text
    ]


def replace(library: Library, bitext: BitextId, changes: Sequence[Change]) -> ChangeSet:
    """Make changes, in one edit; what was imported stays recoverable.

    Paragraphs that somebody else changed meanwhile are left alone and told, as ``reword`` does. Raises EditConflict where
    these are all, InvalidEdit where one would be empty.
    """
    by_paragraph: defaultdict[ParagraphId, list[Change]] = defaultdict(list)
    for change in changes:
        by_paragraph[change.paragraph].append(change)
    return reword(
        library,
        bitext,
        "replace",
        [
            Wording(id_, some[0].number, some[0].text, replaced(some[0].text, some))
            for id_, some in by_paragraph.items()
        ],
    )


def replaced(text: str, changes: Sequence[Change]) -> str:
    """A text after changes that do not overlap."""
    pieces: list[str] = []
    done = 0
    for change in sorted(changes, key=lambda one: one.start):
        pieces += (text[done : change.start], change.new)
        done = change.end
    return "".join((*pieces, text[done:]))


Made = tuple[tuple[int, int], str]
"""A stretch of a text and what it becomes."""


def _made_by(query: Query, new: str) -> Any:  # noqa: ANN401 - a function of a paragraph and its hits
    if query.kind is not Kind.REGEX:
        return lambda _paragraph, hits: (((hit.start, hit.end), new) for hit in hits)
    expression = compiled(query)
    try:
        template = Template(new, expression.groups, dict(expression.groupindex))
    except ValueError as error:
        raise InvalidInput(
            f"The regular expression has no group “{error}”.",
            r"Put ( ) around what \1, \2 … shall stand for; \\ stands for \ itself.",
        ) from None

    def made(paragraph: Paragraph, _hits: Sequence[Hit]) -> Iterator[Made]:
        folded = FoldedTexts([paragraph.text], query.folding).fold(paragraph.text)
        for match in expression.finditer(folded.text, concurrent=True, timeout=PATIENCE):
            if match.end() > match.start():
                groups = [_original(folded.original_span(*span), paragraph.text) for span in match.regs]
                yield folded.original_span(*match.span()), template.filled(groups)

    return made


def _original(span: tuple[int, int], text: str) -> str:
    return text[slice(*span)]


def _apart(made: Iterator[Made]) -> Iterator[Made]:
    """The stretches without those that overlap the one before: two hits may share a letter as stored (ﷺ)."""
    done = 0
    for (start, end), text in made:
        if start >= done:
            yield (start, end), text
            done = end
