"""Label sets as JSON: the form in which they are shipped, kept in a library, given away and taken in.

One object in UTF-8. ``format`` is ``taqabul-label-set`` and ``format_version`` 1; the other fields are those of
``domain.labels.LabelSet``, by the same names, all the way down. Words are ``{"english": …, "arabic": …}``, lists
are arrays, and a field that holds what a new record would hold may be left out::

    {"format": "taqabul-label-set", "format_version": 1,
     "key": "entities", "version": 1, "purpose": "plain", "name": {"english": "Entities", "arabic": "كيانات"},
     "labels": [{"key": "person", "name": {"english": "Person"}, "colour": "#4477aa", "shortcut": "p"}]}
"""

import json
from functools import cache
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from taqabul.domain.errors import InvalidInput
from taqabul.domain.label_rules import faults
from taqabul.domain.labels import LabelSet

FORMAT: Final = "taqabul-label-set"
FORMAT_VERSION: Final = 1
SHOWN_FAULTS = 3
_EXPECTED: Final = {
    "missing": "it is missing",
    "dataclass_type": "an object is expected",
    "tuple_type": "an array is expected",
    "string_type": "a text in quotation marks is expected",
}
"""What is wrong, by pydantic's name for it, where its own words are for programmers."""
_HINT = "Correct the file in a text editor, or ask whoever made it for another."


def written(label_set: LabelSet) -> bytes:
    """A set as a file holds it."""
    head = {"format": FORMAT, "format_version": FORMAT_VERSION}
    fields = _adapter().dump_python(label_set, mode="json", exclude_defaults=True)
    return (json.dumps(head | fields, ensure_ascii=False, indent=1) + "\n").encode()


def read(content: bytes, name: str) -> LabelSet:
    """The set in a file's content; ``name`` is what messages call the file.

    Raises InvalidInput for what is no label set, holds what this version does not know, or makes no sense.
    """
    found = _parsed(content, name)
    if found.pop("format", None) != FORMAT:
        raise InvalidInput(
            f"{name} is not a label set.", f"Its “format” should be “{FORMAT}”. Choose another file."
        )
    version = found.pop("format_version", None)
    if version != FORMAT_VERSION:
        raise InvalidInput(
            f"{name} is a label set in form {version}, of which this version of Taqabul knows nothing.",
            f"Install a newer version, or ask for the set in form {FORMAT_VERSION}.",
        )
    try:
        label_set = _adapter().validate_python(found)
    except ValidationError as error:
        raise _refused(
            name, [_told(one["loc"], _EXPECTED.get(one["type"], one["msg"])) for one in error.errors()]
        ) from error
    wrong = _unknown(found, _adapter().dump_python(label_set, mode="json")) or [*faults(label_set)]
    if wrong:
        raise _refused(name, wrong)
    return label_set


@cache
def _adapter() -> TypeAdapter[LabelSet]:
    return TypeAdapter(LabelSet)


def _parsed(content: bytes, name: str) -> dict[str, Any]:
    try:
        found = json.loads(content)
    except json.JSONDecodeError as error:
        raise InvalidInput(f"{name} is not JSON: line {error.lineno}: {error.msg}.", _HINT) from error
    except (UnicodeDecodeError, RecursionError) as error:
        raise InvalidInput(f"{name} is not JSON.", _HINT) from error
    if not isinstance(found, dict):
        raise InvalidInput(f"{name} is not a label set.", "Choose another file.")
    return found


def _refused(name: str, wrong: list[str]) -> InvalidInput:
    """Tells the first few faults; a file by another program may have hundreds."""
    more = f" … and {len(wrong) - SHOWN_FAULTS} more." if len(wrong) > SHOWN_FAULTS else ""
    return InvalidInput(
        f"{name} cannot be used as a label set. {' '.join(wrong[:SHOWN_FAULTS])}{more}", _HINT
    )


def _told(where: tuple[int | str, ...], what: str) -> str:
    return f"{_path(where)}: {what}."


def _path(where: tuple[int | str, ...]) -> str:
    """A place in the file in the words of JSON: ``labels[3].colour``; counted from 0."""
    return "".join(f"[{one}]" if isinstance(one, int) else f".{one}" for one in where).lstrip(".")


def _unknown(given: object, known: object, where: tuple[int | str, ...] = ()) -> list[str]:
    """Fields of a file that are no fields of a set; they would be lost without a word."""
    if isinstance(given, dict) and isinstance(known, dict):
        strange = [_told((*where, key), "no such field is known") for key in given if key not in known]
        inner = [(key, given[key], known[key]) for key in given if key in known]
    elif isinstance(given, list) and isinstance(known, list):
        strange, inner = [], [(at, *both) for at, both in enumerate(zip(given, known, strict=True))]
    else:
        return []
    return strange + [told for key, one, other in inner for told in _unknown(one, other, (*where, key))]
