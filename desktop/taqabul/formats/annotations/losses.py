"""What a format cannot hold, counted and told beforehand."""

from collections.abc import Iterable, Mapping

from taqabul.domain.annotated import AnnotatedBitext
from taqabul.domain.annotation import Annotation
from taqabul.domain.labels import LabelSet, Purpose
from taqabul.formats.annotations.layout import Layout


def told(number: int, one: str, many: str, what: str) -> list[str]:
    """A sentence on things that a format changes or leaves out; none where there are none."""
    return [f"{number} {one if number == 1 else many}: {what}"] if number else []


def nothing_of(annotated: AnnotatedBitext, **kinds: str) -> list[str]:
    """Sentences on whole kinds of records that are left out; ``kinds`` says why, by kind."""
    counted = {
        "relations": (len(annotated.relations), "relation", "relations"),
        "notes": (len(annotated.notes), "note", "notes"),
        "claims": (len(annotated.claims), "claim", "claims"),
        "orphans": (
            sum(one.is_orphan for one in annotated.annotations),
            "annotation that lost its place",
            "annotations that lost their place",
        ),
        "comments": (sum(bool(one.comment) for one in annotated.annotations), "comment", "comments"),
        "statuses": (len(annotated.annotations), "status", "statuses"),
        "pairs": (
            sum(one.link is not None for one in annotated.annotations),
            "annotation on a whole pair",
            "annotations on whole pairs",
        ),
    }
    return [line for kind, why in kinds.items() for line in told(*counted[kind], why)]


def placed(annotated: AnnotatedBitext) -> int:
    """How many annotations have a place, in the texts or on a pair."""
    return sum(bool(one.spans) or one.link is not None for one in annotated.annotations)


def gaps(annotations: Iterable[Annotation]) -> int:
    """How many places where something is missing there are."""
    return sum(span.is_gap for one in annotations for span in one.spans)


def broken(layout: Layout, annotations: Iterable[Annotation]) -> int:
    """How many annotations stand on several stretches of one side."""
    return sum(
        any(len(layout.on_side(one, side)) > 1 for side in layout.texts)
        for one in annotations
        if one.link is None
    )


def far_relations(annotated: AnnotatedBitext) -> int:
    """How many relations lead to another bitext."""
    here = {one.id for one in annotated.annotations}
    return sum(relation.target not in here or relation.source not in here for relation in annotated.relations)


def of_purpose(annotated: AnnotatedBitext, purpose: Purpose) -> list[Annotation]:
    """The annotations of label sets with a purpose."""
    sets: Mapping[str, LabelSet] = annotated.label_sets
    keys = {key for key, one in sets.items() if one.purpose is purpose}
    return [one for one in annotated.annotations if one.label_set in keys]
