"""What differs between a thing as it is here and as it is in another library, side by side, in words."""

from collections.abc import Iterator

from taqabul.domain.annotation import Annotation, Relation
from taqabul.domain.claims import Claim
from taqabul.text.direction import isolated, isolated_by_letters
from taqabul.ui.agreeing.words import quote
from taqabul.ui.annotation.label_book import LabelBook
from taqabul.ui.annotation.status_buttons import STATUSES
from taqabul.ui.core.i18n import say, translate
from taqabul.workflow.annotating.conflicts import Conflict, Item


def side_by_side(conflict: Conflict, book: LabelBook) -> tuple[str, str]:
    """Our thing and theirs: what it is, what of it differs, who changed it last and when."""
    ours, theirs = dict(_facts(conflict.ours, book)), dict(_facts(conflict.theirs, book))
    differing = [key for key in dict.fromkeys((*ours, *theirs)) if ours.get(key) != theirs.get(key)]
    return (
        _lines(conflict.ours, ours, differing, book),
        _lines(conflict.theirs, theirs, differing, book),
    )


def _lines(thing: Item, facts: dict[str, str], differing: list[str], book: LabelBook) -> str:
    told = [f"{key}: {isolated_by_letters(facts[key]) if facts.get(key) else '–'}" for key in differing]
    return "\n".join((_head(thing, book), *told, _signature(thing)))


def _head(thing: Item, book: LabelBook) -> str:
    if isinstance(thing, Annotation):
        words = quote(thing) or " … ".join(span.quote for span in thing.lost)
        return f"{isolated(book.name(thing))}: {isolated(words)}"
    if isinstance(thing, Relation):
        return isolated(book.kind(thing))
    claim = translate("Merge", "Claim")
    return f"{claim}: {isolated(thing.english or thing.arabic)}"


def _facts(thing: Item, book: LabelBook) -> Iterator[tuple[str, str]]:
    """What may differ, by its name."""
    if isinstance(thing, Relation):
        yield (
            translate("Merge", "Values"),
            "; ".join(f"{key}: {', '.join(some)}" for key, some in thing.attributes),
        )
        return
    if isinstance(thing, Claim):
        yield translate("Merge", "In Arabic"), thing.arabic
        yield translate("Merge", "In English"), thing.english
        yield from ((key, ", ".join(some)) for key, some in thing.attributes)
    else:
        yield from book.said(thing)
        yield translate("Merge", "Comment"), thing.comment
    yield translate("Merge", "Status"), say(STATUSES[thing.status])


def _signature(thing: Item) -> str:
    by, at = (thing.author, thing.at) if isinstance(thing, Relation) else (thing.changed_by, thing.changed_at)
    return f"{isolated(by)}, {at.astimezone():%Y-%m-%d %H:%M}"
