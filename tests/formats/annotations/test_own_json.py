"""Our own JSON gives back what was written, and says what is wrong with what it cannot read."""

import io
import json
from dataclasses import replace

import pytest
from tests.formats.annotations.sample import ANNOTATIONS, annotated, bare

from taqabul.domain.annotated import AnnotatedBitext
from taqabul.domain.errors import UnreadableFile
from taqabul.formats.annotations.own_json import OwnJsonWriter, read


def written(whole: AnnotatedBitext) -> bytes:
    out = io.BytesIO()
    OwnJsonWriter().write(whole, out)
    return out.getvalue()


@pytest.mark.parametrize("whole", [annotated(), bare()])
def test_what_is_written_is_what_is_read(whole: AnnotatedBitext) -> None:
    assert read(json.loads(written(whole))) == whole


def test_nothing_is_lost() -> None:
    assert OwnJsonWriter().losses(annotated()) == []


def test_arabic_is_written_as_it_is() -> None:
    assert "نطالب بالانسحاب الكامل".encode() in written(annotated())


def test_half_a_character_is_replaced_and_counted() -> None:
    out = io.BytesIO()
    whole = replace(
        annotated(), annotations=(replace(ANNOTATIONS[0], comment="a\ud800b"),), relations=(), notes=()
    )
    assert OwnJsonWriter().write(whole, out) == 1
    assert read(json.loads(out.getvalue())).annotations[0].comment == "a\ufffdb"


def test_half_a_character_in_a_file_is_replaced() -> None:
    text = written(annotated()).decode().replace("ملاحظة", "\\ud83d")
    assert read(json.loads(text)).notes[0].text == "\ufffd\nfirst"


@pytest.mark.parametrize(
    "data",
    [
        [],
        {},
        {"format": "taqabul-annotations", "version": 2, "annotated": {}},
        {"format": "taqabul-annotations", "version": 1, "annotated": {"links": 5}},
        {"format": "taqabul-annotations", "version": 1},
    ],
)
def test_a_wrong_file_is_refused_with_what_to_do(data: object) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read(data)
    assert caught.value.hint


def test_a_field_of_a_later_program_is_passed_over() -> None:
    data = json.loads(written(annotated()))
    data["annotated"]["annotations"][0]["mood"] = "good"
    assert read(data) == annotated()


def damaged(change) -> str:
    """What is said of a file in which something was changed by hand."""
    data = json.loads(written(annotated()))
    change(data["annotated"])
    with pytest.raises(UnreadableFile) as caught:
        read(data)
    return caught.value.message


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda d: d["annotations"][0]["spans"][0].update(start=900, end=905), "words that are not there"),
        (lambda d: d["annotations"][0]["spans"][0].update(start=-3), "words that are not there"),
        (lambda d: d["annotations"][0]["spans"][0].update(quote="else"), "words that are not there"),
        (lambda d: d["annotations"][0]["spans"][0].update(paragraph=77), "a paragraph that is not there"),
        (lambda d: d["annotations"][0].update(uid="uid-2"), "the uid uid-2 is there 2 times"),
        (lambda d: d["annotations"][0].update(uid=""), "has no uid"),
        (lambda d: d["annotations"][0].update(spans=[]), "is on nothing"),
        (lambda d: d["annotations"][7].update(link=99), "a pair that is not there"),
        (lambda d: d["annotations"][0].update(claim=99), "a claim that is not there"),
        (lambda d: d["relations"][0].update(source=99), "begins nowhere"),
        (lambda d: d["relations"][0].update(target=1), "begins nowhere"),
        (lambda d: d["notes"][0].update(link=99), "is on nothing"),
        (lambda d: d["links"][0].update(source=[99]), "a paragraph that is not there"),
        (lambda d: d["annotations"][0].update(created_at="yesterday"), "created_at"),
    ],
)
def test_a_file_that_was_changed_by_hand_and_makes_no_sense_is_refused(change, told: str) -> None:
    assert told in damaged(change)
