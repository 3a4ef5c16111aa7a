"""Label sets to JSON and back; files that are none are refused in words."""

import json
import re

import pytest

from taqabul import paths
from taqabul.domain.errors import InvalidInput
from taqabul.domain.labels import LabelSet, Place, Purpose
from taqabul.formats.label_sets import read, written

SHIPPED = sorted((paths.resources() / "labelsets").glob("*.json"))
SMALL = {
    "format": "taqabul-label-set",
    "format_version": 1,
    "key": "small",
    "version": 3,
    "purpose": "plain",
    "name": {"arabic": "صغيرة"},
    "labels": [{"key": "person", "name": {"english": "Person", "arabic": "شخص"}, "shortcut": "p"}],
}
ARABIC = re.compile(r"[\u0621-\u064a]")


def small(**changes: object) -> bytes:
    return json.dumps(SMALL | changes).encode()


def test_what_is_left_out_is_as_in_a_new_record():
    found = read(small(), "small.json")
    assert (found.key, found.version, found.purpose) == ("small", 3, Purpose.PLAIN)
    assert found.labels[0].places == (Place.SPAN,)
    assert found.labels[0].name.arabic == "شخص"


def test_a_byte_order_mark_and_utf_16_are_read():
    text = small().decode()
    assert read(text.encode("utf-8-sig"), "x") == read(text.encode("utf-16"), "x") == read(small(), "x")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_what_was_written_is_read_to_the_same(path):
    found = read(path.read_bytes(), path.name)
    assert read(written(found), "again") == found
    assert written(found) == path.read_bytes()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "not JSON: line 1"),
        (b"\xff\xfe\xff", "not JSON"),
        (b"[" * 200_000, "not JSON"),
        (b"[1]", "not a label set"),
        (b'{"key": "small"}', "not a label set"),
        (small(format_version=2), "form 2"),
        (small(purpose="fun"), "purpose: Input should be 'plain', 'claims' or 'errors'"),
        (small(labels={}), "labels: an array is expected"),
        (small(labels=[5]), "labels[0]: an object is expected"),
        (small(labels=[{"key": "a"}]), "labels[0].name: it is missing"),
        (small(labels=[SMALL["labels"][0] | {"colur": "#000000"}]), "labels[0].colur: no such field"),
        (small(labels=SMALL["labels"] * 2), "the key “person”"),
        (
            small(
                labels=[
                    SMALL["labels"][0]
                    | {"attributes": [{"key": "k", "kind": "colour", "name": {"english": "K"}}]}
                ]
            ),
            "labels[0].attributes[0].kind: Input should be",
        ),
    ],
)
def test_a_bad_file_is_refused_in_words(content, words):
    with pytest.raises(InvalidInput) as refused:
        read(content, "small.json")
    assert words in refused.value.message
    assert refused.value.message.startswith("small.json")
    assert refused.value.hint


def test_of_many_faults_the_first_few_are_told():
    labels = [{"key": f"k{n}", "name": {}} for n in range(50)]
    with pytest.raises(InvalidInput, match=r"and 47 more\."):
        read(small(labels=labels), "small.json")


def shipped() -> dict[str, LabelSet]:
    return {path.stem: read(path.read_bytes(), path.name) for path in SHIPPED}


def test_the_shipped_sets_are_whole_in_both_languages():
    found = shipped()
    assert list(found) == ["claims", "entities", "mqm-core", "mqm-daily"]
    for key, label_set in found.items():
        assert label_set.key == key
        every = [*label_set.labels, *label_set.relations]
        asked = [one for label in every for one in label.attributes]
        choices = [choice for one in asked for choice in one.choices]
        words = [label_set.name, label_set.description, label_set.guidelines]
        words += [one.definition for one in every] + [one.name for one in (*every, *asked, *choices)]
        words += [one.example for one in label_set.labels if one.parent or not key.startswith("mqm")]
        for one in words:
            assert one.english, f"{key}: {one}"
            assert ARABIC.search(one.arabic), f"{key}: {one}"


def test_every_type_of_error_is_asked_its_severity_and_correction():
    for key in ("mqm-core", "mqm-daily"):
        errors = shipped()[key]
        assert errors.purpose is Purpose.ERRORS
        for label in errors.labels:
            asked = {one.key: one for one in errors.attributes_of(label.key)}
            assert [one.key for one in asked["severity"].choices] == ["neutral", "minor", "major", "critical"]
            assert "correction" in asked


def test_the_core_has_seven_dimensions_and_the_short_list_is_a_part_of_it():
    core, daily = shipped()["mqm-core"], shipped()["mqm-daily"]
    assert [one.key for one in core.labels if one.parent is None] == [
        "terminology",
        "accuracy",
        "fluency",
        "style",
        "locale-convention",
        "verity",
        "design",
    ]
    assert len([one for one in core.labels if one.parent]) == 39
    for label in daily.labels:
        whole = core.label(label.key)
        assert whole is not None
        assert (whole.name, whole.parent) == (label.name, label.parent)


def test_claims_hold_the_relation_between_the_two_mentions():
    claims = shipped()["claims"]
    assert [one.key for one in claims.relations if one.across] == [
        "same",
        "strengthened",
        "weakened",
        "negated",
        "quantity_changed",
        "attribution_lost",
        "added",
        "omitted",
    ]
    asked = {one.key for one in claims.attributes_of("claim")}
    assert {"type", "verifiable", "check_worthiness", "claimer", "verdict", "date", "date_hijri"} <= asked
