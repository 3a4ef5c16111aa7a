"""Sentence links after a person changed which paragraphs face each other."""

from collections.abc import Iterable, Mapping, Sequence

from taqabul.domain.bitext import ProposedLink, SentenceLink
from taqabul.domain.chains import longest_chain
from taqabul.domain.document import Paragraph
from taqabul.domain.ids import SentenceId
from taqabul.workflow.ordering import gaps, row_order

Sentences = Mapping[SentenceId, str]
"""The texts of the sentences of one side, by id, in their order."""


def sentences_of(paragraphs: Iterable[Paragraph]) -> dict[SentenceId, str]:
    """The texts of all their sentences, in order."""
    return {part.id: text.sentence_text(part) for text in paragraphs for part in text.sentences}


def relinked(source: Sentences, target: Sentences, known: Iterable[SentenceLink]) -> tuple[SentenceLink, ...]:
    """The sentence links of a pair: those of ``known`` that lie inside it, and what aligning adds.

    A one-sided sentence link is not kept: what faced nothing may face something now.
    """
    kept = [
        link
        for link in known
        if link.source and link.target and source.keys() >= {*link.source} and target.keys() >= {*link.target}
    ]
    places = ({id_: k for k, id_ in enumerate(source)}, {id_: k for k, id_ in enumerate(target)})
    kept.sort(key=lambda link: places[0][link.source[0]])
    spans = [_positions(link, places) for link in kept]
    anchors = [spans[k] for k in longest_chain([span[1][0] for span in spans])]
    taken = ({p for span in spans for p in span[0]}, {p for span in spans for p in span[1]})
    free = [[p for p in range(len(places[side])) if p not in taken[side]] for side in (0, 1)]
    ids = (list(source), list(target))
    texts = (list(source.values()), list(target.values()))
    links = list(zip(spans, kept, strict=True))
    for gap in gaps(anchors, *free):
        for proposal in _propose([texts[0][p] for p in gap[0]], [texts[1][p] for p in gap[1]]):
            span = (tuple(gap[0][p] for p in proposal.source), tuple(gap[1][p] for p in proposal.target))
            members = (tuple(ids[0][p] for p in span[0]), tuple(ids[1][p] for p in span[1]))
            links.append((span, SentenceLink(*members, proposal.confidence, proposal.evidence)))
    return tuple(links[place][1] for place in row_order([span for span, _ in links]))


def in_order(source: Sentences, target: Sentences) -> tuple[SentenceLink, ...]:
    """The sentence links of a pair nobody aligned inside: one to one where they are equally many, or else all to all."""
    if len(source) == len(target):
        return tuple(SentenceLink((ours,), (theirs,)) for ours, theirs in zip(source, target, strict=True))
    return (SentenceLink(tuple(source), tuple(target)),)


def _positions(
    link: SentenceLink, places: tuple[Mapping[SentenceId, int], Mapping[SentenceId, int]]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return (
        tuple(sorted(places[0][id_] for id_ in link.source)),
        tuple(sorted(places[1][id_] for id_ in link.target)),
    )


def _propose(source: Sequence[str], target: Sequence[str]) -> list[ProposedLink]:
    if not (source and target):
        return [ProposedLink((p,), ()) for p in range(len(source))] + [
            ProposedLink((), (p,)) for p in range(len(target))
        ]
    # The engine's tables are slow to load, and most edits need no aligning.
    from taqabul.align.engine import align_inside  # noqa: PLC0415

    return align_inside(source, target)
