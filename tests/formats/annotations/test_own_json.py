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
    whole = replace(annotated(), annotations=(replace(ANNOTATIONS[0], comment="a\ud800b"),))
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
