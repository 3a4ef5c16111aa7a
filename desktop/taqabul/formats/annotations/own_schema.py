"""The JSON Schema of our own annotation files, made from the records they hold, so that it cannot say anything else."""

from typing import Any, Final

from taqabul.formats.annotations.own_json import FORMAT, VERSION, records_schema

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """What a file is held to by any validator of JSON Schema; ``resources/schemas`` keeps it for others."""
    records = records_schema()
    definitions = records.pop("$defs")
    definitions["AnnotatedBitext"] = records
    return {
        "$schema": DIALECT,
        "$id": f"urn:taqabul:annotations:{VERSION}",
        "title": "Annotations exported by Taqabul",
        "description": "Positions are code points of the texts, counted from 0; ids are numbers within the file. "
        "Fields left out have their default.",
        "type": "object",
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            "made_by": {"type": "string"},
            "annotated": {"$ref": "#/$defs/AnnotatedBitext"},
        },
        "required": ["format", "version", "annotated"],
        "additionalProperties": False,
        "$defs": {name: _settled(one) for name, one in sorted(definitions.items())},
    }


def _settled(definition: dict[str, Any]) -> dict[str, Any]:
    """A record's definition: its fields and no others, without the titles that repeat their names."""
    held = {key: value for key, value in definition.items() if key != "title"}
    if "properties" in held:
        held["properties"] = {
            name: {key: value for key, value in one.items() if key != "title"}
            for name, one in held["properties"].items()
        }
        held["additionalProperties"] = False
    return held
