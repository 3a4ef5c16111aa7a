"""What two people marked, set side by side."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from taqabul.domain.annotated import AnnotatedBitext
from taqabul.domain.annotation import Annotation, Decision
from taqabul.domain.ids import BitextId
from taqabul.workflow.annotating.reading import annotated_bitext
from taqabul.workflow.library import Library

_Ground = tuple[str, int]
"""A pair or a paragraph, and its number."""


class Difference(StrEnum):
    """How the annotations of two people differ at one place."""

    NONE = "none"
    ATTRIBUTES = "attributes"
    EXTENT = "extent"
    LABEL = "label"
    LEFT_ONLY = "left only"
    RIGHT_ONLY = "right only"


@dataclass(frozen=True, slots=True)
class Case:
    """What two people have at one place: either may be None. ``decision`` is what was made of it."""

    left: Annotation | None
    right: Annotation | None
    difference: Difference
    decision: Decision | None = None

    @property
    def first(self) -> Annotation:
        """The one that says where this is."""
        found = self.left or self.right
        assert found is not None  # noqa: S101  (a case is made of at least one)
        return found


def cases(
    library: Library, bitext: BitextId, left: str, right: str, label_set: str | None = None
) -> list[Case]:
    """Everything two people marked in a bitext, in the order of the texts, what agrees included.

    ``label_set`` None: of all sets. Marks are set side by side where they lie on the same pair or on stretches that
    overlap, of the same set; those that are most alike first, and each in one case.
    """
    found = annotated_bitext(library, bitext)
    sides = [
        [
            one
            for one in found.annotations
            if one.author == name
            and label_set in (None, one.label_set)
            and (one.spans or one.link is not None)
        ]
        for name in (left, right)
    ]
    decided = latest_decisions(found.decisions)
    order = _order(found)
    made = [_case(*pair, decided) for pair in _set_side_by_side(*sides)]
    return sorted(made, key=lambda case: order(case.first))


def latest_decisions(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """What was decided last on each annotation, by its uid."""
    ordered = sorted(decisions, key=lambda one: one.at)
    return {uid: one for one in ordered for uid in one.left + one.right}


def _case(left: Annotation | None, right: Annotation | None, decided: Mapping[str, Decision]) -> Case:
    decision = next(
        (decided[one.uid] for one in (left, right) if one is not None and one.uid in decided), None
    )
    if left is None or right is None:
        return Case(left, right, Difference.RIGHT_ONLY if left is None else Difference.LEFT_ONLY, decision)
    if left.label != right.label:
        difference = Difference.LABEL
    elif _places(left) != _places(right):
        difference = Difference.EXTENT
    else:
        same = (left.attributes, left.link) == (right.attributes, right.link)
        difference = Difference.NONE if same else Difference.ATTRIBUTES
    return Case(left, right, difference, decision)


def _set_side_by_side(
    lefts: Sequence[Annotation], rights: Sequence[Annotation]
) -> list[tuple[Annotation | None, Annotation | None]]:
    by_place: dict[_Ground, list[int]] = {}
    for k, one in enumerate(rights):
        for place in _grounds(one):
            by_place.setdefault(place, []).append(k)
    scored = [
        (_alike(one, rights[k]), -j, -k)
        for j, one in enumerate(lefts)
        for k in {k for place in _grounds(one) for k in by_place.get(place, ())}
    ]
    pairs: list[tuple[Annotation | None, Annotation | None]] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for score, minus_j, minus_k in sorted(scored, reverse=True):
        if score[0] and -minus_j not in taken[0] and -minus_k not in taken[1]:
            taken[0].add(-minus_j)
            taken[1].add(-minus_k)
            pairs.append((lefts[-minus_j], rights[-minus_k]))
    pairs += [(one, None) for j, one in enumerate(lefts) if j not in taken[0]]
    pairs += [(None, one) for k, one in enumerate(rights) if k not in taken[1]]
    return pairs


def _alike(one: Annotation, other: Annotation) -> tuple[int, bool, bool, bool]:
    """What they share (0: nothing), whether the place, the label and all that is said are the same."""
    if one.label_set != other.label_set:
        return (0, False, False, False)
    shared = int(one.link is not None and one.link == other.link)
    for span in one.spans:
        for there in other.spans:
            if span.paragraph == there.paragraph:
                same_gap = span.is_gap and (span.start, span.end) == (there.start, there.end)
                shared += same_gap or max(0, min(span.end, there.end) - max(span.start, there.start))
    return (
        shared,
        _places(one) == _places(other),
        one.label == other.label,
        one.attributes == other.attributes,
    )


def _grounds(one: Annotation) -> set[_Ground]:
    pair: set[_Ground] = set() if one.link is None else {("pair", one.link)}
    return pair | {("paragraph", span.paragraph) for span in one.spans}


def _places(one: Annotation) -> list[tuple[int, int, int]]:
    return sorted((span.paragraph, span.start, span.end) for span in one.spans)


def _order(found: AnnotatedBitext) -> Callable[[Annotation], tuple[int, int, int]]:
    """A key that puts annotations in the order of the rows, and of the words in them."""
    rows: dict[_Ground, int] = {}
    for number, link in enumerate(found.links):
        rows["pair", link.id] = number
        rows |= {("paragraph", id_): number for id_ in link.source + link.target}

    def key(one: Annotation) -> tuple[int, int, int]:
        if one.link is not None:
            return (rows.get(("pair", one.link), len(rows)), -1, -1)
        first = one.spans[0]
        return (rows.get(("paragraph", first.paragraph), len(rows)), first.paragraph, first.start)

    return key
