"""The JSON Schema that goes with our own files, tried by somebody else's validator."""

import io
import json
from copy import deepcopy
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.formats.annotations.sample import annotated, bare

from taqabul.formats.annotations.own_json import OwnJsonWriter
from taqabul.formats.annotations.own_schema import DIALECT, schema
from taqabul.paths import resources, seeds

SHIPPED = resources() / "schemas" / "annotations.schema.json"


@pytest.fixture
def validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(SHIPPED.read_text("utf-8")))


def exported(whole: Any = None) -> dict[str, Any]:
    out = io.BytesIO()
    OwnJsonWriter().write(whole or annotated(), out)
    return dict(json.loads(out.getvalue()))


def test_what_is_shipped_is_what_the_records_say() -> None:
    shipped = json.loads(SHIPPED.read_text("utf-8"))
    assert shipped == schema(), "run resources/schemas/update.py"
    assert shipped["$schema"] == DIALECT
    Draft202012Validator.check_schema(shipped)


@pytest.mark.parametrize("whole", [annotated(), bare()])
def test_what_is_written_is_valid(validator: Draft202012Validator, whole: Any) -> None:
    validator.validate(exported(whole))


def test_the_demonstration_is_valid(validator: Draft202012Validator) -> None:
    files = sorted((seeds() / "demonstration").glob("*.json"))
    ours = [one for path in files if (one := json.loads(path.read_text("utf-8"))).get("format")]
    assert ours
    for one in ours:
        validator.validate(one)


def put(data: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    """A copy with something else at a place; ``...`` takes it away."""
    made = deepcopy(data)
    *way, last = (int(part) if part.isdecimal() else part for part in path.split("/"))
    at: Any = made
    for part in way:
        at = at[part]
    if value is ...:
        del at[last]
    else:
        at[last] = value
    return made


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("format", "something-else"),
        ("version", 2),
        ("annotated", ...),
        ("extra", 1),
        ("annotated/annotations/0/label", ...),
        ("annotated/annotations/0/status", "perhaps"),
        ("annotated/annotations/0/spans/0/start", "four"),
        ("annotated/annotations/0/spans/0/quotes", "misspelt"),
        ("annotated/annotations/0/attributes", {"severity": "major"}),
        ("annotated/links/0/source", 5),
        ("annotated/relations/0/kind", None),
        ("annotated/source/document/language", "fr"),
        ("annotated/label_sets", []),
    ],
)
def test_a_broken_file_is_not(validator: Draft202012Validator, path: str, value: Any) -> None:
    whole = exported()
    assert validator.is_valid(whole)
    assert not validator.is_valid(put(whole, path, value))
