"""Filters that people keep under a name, in the library: they serve every bitext of it."""

import json

from taqabul.domain.errors import InvalidInput
from taqabul.storage import queues as storage
from taqabul.workflow.library import Library
from taqabul.workflow.queues import CONDITIONS, PICKED, Filter


def saved_filters(library: Library) -> dict[str, Filter]:
    """The filters of a library by name, in the order of their names.

    One that a newer version wrote, with conditions that are not known here, is left out: without them
    it would show rows it should not.
    """
    with library.database.read() as transaction:
        kept = storage.read_filters(transaction)
    known = {
        name: _read(content) for name, content in sorted(kept.items(), key=lambda pair: pair[0].casefold())
    }
    return {name: asked for name, asked in known.items() if asked is not None}


def save_filter(library: Library, name: str, asked: Filter) -> None:
    """Keep a filter under a name; another of that name gives way. Raises InvalidInput for an empty name or filter."""
    if not name.strip():
        raise InvalidInput("A filter needs a name.", "Type one, “Doubtful numbers” for instance.")
    if asked.is_empty:
        raise InvalidInput("This filter lets every pair pass.", "Choose at least one condition first.")
    if PICKED in asked.conditions:
        raise InvalidInput(
            "Pairs from the overview cannot be kept under a name.", "Leave that condition out first."
        )
    with library.database.write() as transaction:
        storage.keep_filter(transaction, name.strip(), _written(asked))


def forget_filter(library: Library, name: str) -> None:
    """Keep a filter no longer."""
    with library.database.write() as transaction:
        storage.forget_filter(transaction, name)


def _written(asked: Filter) -> str:
    return json.dumps(
        {
            "conditions": sorted(asked.conditions),
            "below": asked.below,
            "since": asked.since,
            "lowest_first": asked.lowest_first,
        }
    )


def _read(content: str) -> Filter | None:
    try:
        found = json.loads(content)
        conditions = frozenset(map(str, found["conditions"]))
        asked = Filter(conditions, float(found["below"]), str(found["since"]), bool(found["lowest_first"]))
    except (ValueError, KeyError, TypeError):
        return None
    return asked if conditions <= CONDITIONS.keys() else None
