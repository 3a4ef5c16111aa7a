"""Source x target -> links: the whole story of an alignment.

Sentences are cut into clauses, clauses become vectors, the best monotone path links them (twice in long
texts, which teach their own words), paragraphs that share a link are joined, paragraphs told in another
order cross over, and inside a link of paragraphs its sentences; each link gets a confidence and the
evidence for it.
"""

from collections import defaultdict
from collections.abc import Sequence

from taqabul.align.confidence import Company, company, describe
from taqabul.align.encoder import Encoder, VectorStore, encode_unique, encoder_name, find_encoder
from taqabul.align.given import Given
from taqabul.align.linking import Pairing, connect
from taqabul.align.monotone import UnitLink, monotone_links, solve
from taqabul.align.paragraphs import pair_paragraphs
from taqabul.align.pool import one_blas_thread
from taqabul.align.remarks import remarks
from taqabul.align.reordering import order_inside, reorder
from taqabul.align.second_look import look_again, may_teach
from taqabul.align.texts import Texts, Vectors
from taqabul.align.units import Ints, Paragraphs, Units, lay_out, stretch
from taqabul.align.weights import Weights, load_weights
from taqabul.domain.bitext import Alignment, ProposedLink
from taqabul.domain.options import AlignOptions, Progress, no_progress


@one_blas_thread()
def align(
    source: Paragraphs,
    target: Paragraphs,
    options: AlignOptions | None = None,
    progress: Progress = no_progress,
    encoder: Encoder | None = None,
    *,
    anchors: Sequence[Pairing] = (),
    store: VectorStore | None = None,
) -> Alignment:
    """Align two texts, each a list of paragraphs, each a list of its sentences.

    ``progress`` hears of texts encoded and units aligned, and may raise Cancelled. ``encoder`` None
    means: the one the options ask for, if it is there. ``anchors`` are pairings of paragraphs (a side
    may be empty) that come back to the letter, with confidence 1 and all their sentences in one link;
    only what they leave free is aligned: in order between those that ascend on both sides, crossing
    wherever that is worth it. ``store`` remembers vectors from one call to the next. The same input
    gives the same output; the sides swapped give the mirrored alignment, but for links that are all but
    as good as others. ``remarks`` of the result tell where the texts are no translations, the same, or
    empty. Raises ValueError for anchors that overlap, are empty or point beyond a text.
    """
    given = Given(source, target, anchors)
    options = options or AlignOptions()
    encoder = encoder or find_encoder(options)
    free = given.free_texts
    ours, theirs = lay_out(*free, whole=(source, target) if anchors else None)
    rounds = 3 if encoder is not None and may_teach((ours, theirs)) else 2
    meter = _Meter(progress, rounds * (len(ours) + len(theirs)))
    vectors = _vectors(ours, theirs, encoder, meter, store, options.jobs)
    texts = Texts(ours, theirs, vectors, (len(free[0]), len(free[1])))
    weights = load_weights("lexical" if texts.vectors is None else "encoder")
    bounds = given.bounds(ours, theirs)
    links = monotone_links(texts, weights, meter.advance, bounds, options.jobs)
    texts, links = look_again(texts, links, weights, meter.advance, bounds, options.jobs)
    links = reorder(texts, links, weights)
    pairings = pair_paragraphs(texts, links)
    links = order_inside(texts, links, pairings, weights)
    sentences = connect(
        (_sentences_of(texts, link.pairing) for link in links),
        (sum(map(len, free[0])), sum(map(len, free[1]))),
    )
    meter.finish()
    around = company(texts, links)
    paragraphs = _describe_all(texts, pairings, links, (ours.paragraphs, theirs.paragraphs), around, weights)
    found = Alignment(
        paragraphs,
        _describe_all(texts, sentences, links, (ours.sentences, theirs.sentences), around, weights),
        encoder_name(encoder),
        () if anchors else tuple(remarks(texts, paragraphs)),
    )
    return given.restore(found)


def align_inside(source: Sequence[str], target: Sequence[str]) -> list[ProposedLink]:
    """Link the sentences of one pair by numbers, names and length alone, in milliseconds."""
    texts = Texts(*lay_out([source], [target]), None)
    weights = load_weights("lexical")
    links = list(solve(texts, weights))
    sentences = connect((_sentences_of(texts, link.pairing) for link in links), (len(source), len(target)))
    groups = (texts.source.sentences, texts.target.sentences)
    return list(_describe_all(texts, sentences, links, groups, company(texts, links), weights))


class _Meter:
    """Adds up the work done for whoever watches."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress, self._total, self._done = progress, total, 0

    def advance(self, amount: int) -> None:
        """So much more is done."""
        self._done += amount
        self._progress(min(self._done, self._total), self._total)

    def finish(self) -> None:
        """All is done."""
        self._progress(self._total, self._total)


def _vectors(
    source: Units, target: Units, encoder: Encoder | None, meter: _Meter, store: VectorStore | None, jobs: int
) -> Vectors | None:
    if encoder is None or not len(source) or not len(target):
        return None
    vectors = encode_unique(encoder, [*source.texts, *target.texts], meter.advance, store, jobs)
    return vectors[: len(source)], vectors[len(source) :]


def _sentences_of(texts: Texts, pairing: Pairing) -> Pairing:
    return Pairing(
        tuple(sorted({int(texts.source.sentences[i]) for i in pairing.source})),
        tuple(sorted({int(texts.target.sentences[j]) for j in pairing.target})),
    )


def _describe_all(
    texts: Texts,
    pairings: Sequence[Pairing],
    links: Sequence[UnitLink],
    groups: tuple[Ints, Ints],
    around: Company,
    weights: Weights,
) -> tuple[ProposedLink, ...]:
    """Each pairing with its confidence and evidence, from the links of the units in it."""
    owner = {i: number for number, pairing in enumerate(pairings) for i in pairing.source}
    within: dict[int, list[UnitLink]] = defaultdict(list)
    for link in links:
        within[owner[int(groups[0][link.pairing.source[0]])]].append(link)
    return tuple(
        describe(texts, pairing, _units_in(groups, pairing), within[number], around, weights)
        for number, pairing in enumerate(pairings)
    )


def _units_in(groups: tuple[Ints, Ints], pairing: Pairing) -> Pairing:
    ours, theirs = (
        tuple(unit for member in members for unit in range(*stretch(side, member)))
        for side, members in zip(groups, pairing, strict=True)
    )
    return Pairing(ours, theirs)
