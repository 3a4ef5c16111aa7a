"""JSON Lines come in: our own, and those of data sets."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.formats.told import damaged, ends_well

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.errors import UnreadableFile
from taqabul.formats.registry import read_file

AR, EN = "النص العربي", "English text"


@pytest.fixture
def read(tmp_path):
    def reading(content: str | bytes):
        path = tmp_path / "a.jsonl"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_file(path)

    return reading


@pytest.mark.parametrize(
    "found",
    [
        {"ar": AR, "en": EN},
        {"en-US": EN, "ar-EG": AR},
        {"source": AR, "target": EN},
        {"source": EN, "target": AR},
        {"src": EN, "tgt": AR},
        {"id": 7, "translation": {"en": EN, "ar": AR}},
    ],
)
def test_the_words_of_many_data_sets_are_known(read, found):
    file = read(json.dumps(found) + "\n\n" + json.dumps(found, ensure_ascii=False))
    assert [block.text for block in file.source] == [AR, AR]
    assert [block.text for block in file.target] == [EN, EN]


def test_what_is_said_of_a_pair_is_kept(read):
    found = {"ar": AR, "en": EN, "status": "confirmed", "confidence": 0.5, "notes": ["a", "b"], "reason": "r"}
    (link,) = read(json.dumps(found)).links
    assert (link.status, link.confidence, link.notes, link.reason) == (
        LinkStatus.CONFIRMED,
        0.5,
        ("a", "b"),
        "r",
    )


def test_halves_of_surrogate_pairs_and_nuls_are_left_out(read):
    file = read(json.dumps({"ar": AR + "\ud800\0", "en": EN, "confidence": 1e999, "notes": {"x": 1}}))
    assert file.source[0].text == AR
    assert any("2 control characters" in finding for finding in file.findings)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('{"ar": "نص"', "Line 1"),
        (f'{{"ar": "{AR}", "en": "{EN}"}}\n[]', "Line 2 of “a.jsonl” holds no object"),
        ('{"text": "x"}', "holds no pair"),
        ('{"a":' * 100_000, "no JSON"),
        ('{"ar": ' + "9" * 5000 + ', "en": "x"}', "no JSON"),
        ('{"ar": "", "en": "x"}', "no Arabic text"),
        (b"\x00\x01\x00\x02", "not a text"),
        ("", "empty"),
    ],
)
def test_what_is_none_is_refused_in_words(read, content, words):
    with pytest.raises(UnreadableFile, match=words) as caught:
        read(content)
    assert caught.value.hint


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused(tmp_path, data):
    line = json.dumps({"source": AR, "target": EN, "notes": ["n"], "source_ids": ["1"]}, ensure_ascii=False)
    whole = (line + "\n").encode() * 3
    assert ends_well(tmp_path / "a.jsonl", data.draw(damaged(whole)))
