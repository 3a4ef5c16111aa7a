"""The same thing as it is in two copies of a library: whether they say the same, and which of them shall stand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from taqabul.domain.annotation import Annotation, Relation
from taqabul.domain.claims import Claim

Item = Annotation | Relation | Claim


@dataclass(frozen=True, slots=True)
class Conflict:
    """The same thing as it is here and as it is there, brought to its place here."""

    uid: str
    ours: Item
    theirs: Item

    def is_still(self, seen: "Conflict") -> bool:
        """Whether nobody changed either of the two since somebody saw them."""
        then = (seen.ours, seen.theirs)
        return all(_version(a) == _version(b) for a, b in zip((self.ours, self.theirs), then, strict=True))


Choice = Callable[[Conflict], bool]
"""Whether what is there shall replace what is here."""


def keep_ours(_: Conflict) -> bool:
    """What differs stays as it is here."""
    return False


def is_same(one: Item, other: Item) -> bool:
    """Whether people would call them the same: whoever touched them when, and whatever stands around a stretch."""
    return _content(one) == _content(other)


def _content(item: Item) -> Sequence[object]:
    if isinstance(item, Annotation):
        places = sorted((span.paragraph, span.start, span.end) for span in item.spans)
        lost = sorted(span.quote for span in item.lost)
        said = (item.label_set, item.label, item.attributes, item.comment, item.status)
        return (*said, item.claim, item.link, places, lost)
    if isinstance(item, Claim):
        return (item.arabic, item.english, item.status, item.attributes)
    return (item.label_set, item.kind, item.source, item.target, item.attributes)


def _version(item: Item) -> Sequence[object]:
    """What is another whenever somebody changed the thing itself; numbers differ between copies of a library."""
    if isinstance(item, Relation):
        return (item.author, item.at, item.label_set, item.kind, item.attributes)
    return (item.changed_by, item.changed_at)
