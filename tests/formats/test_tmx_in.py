"""Translation memories come in: our own to the letter, other programs' with their variants and codes."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.formats.told import damaged, ends_well, pairs
from translate.storage.tmx import tmxfile

from taqabul.domain.errors import UnreadableFile
from taqabul.domain.files import BitextFile
from taqabul.formats.registry import read_file

HEADER = '<header creationtool="x" srclang="{0}" adminlang="en" datatype="plaintext" segtype="block" o-tmf="x" creationtoolversion="1"/>'


def memory(units: str, source: str = "en") -> str:
    return f'<?xml version="1.0"?><tmx version="1.4">{HEADER.format(source)}<body>{units}</body></tmx>'


def unit(*texts: tuple[str, str], more: str = "") -> str:
    variants = "".join(f'<tuv xml:lang="{tag}"><seg>{text}</seg></tuv>' for tag, text in texts)
    return f"<tu>{more}{variants}</tu>"


@pytest.fixture
def read(tmp_path):
    def reading(content: str | bytes) -> BitextFile:
        path = tmp_path / "memory.tmx"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_file(path)

    return reading


@pytest.mark.parametrize("source", ["en", "ar", "*all*"])
def test_arabic_is_the_source_whatever_the_memory_was_translated_from(read, source):
    units = unit(("en", "Yes."), ("ar", "نعم.")) + unit(("AR", "لا."), ("EN", "No."))
    assert pairs(read(memory(units, source))) == [("نعم.", "Yes."), ("لا.", "No.")]


def test_of_several_variants_those_of_most_units_are_taken(read):
    units = (
        unit(("ar-EG", "أ"), ("ar-SA", "ب"), ("en-US", "a"))
        + unit(("ar-SA", "ج"), ("en-GB", "c"), ("fr", "c"))
        + unit(("en-US", "d"))
    )
    file = read(memory(units))
    assert pairs(file) == [("ب", "a"), ("ج", "c"), ("", "d")]
    assert any("ar-sa is taken" in finding for finding in file.findings)


def test_codes_go_and_their_text_stays(read):
    segment = '<bpt i="1">&lt;b&gt;</bpt>Bold<ept i="1">&lt;/b&gt;</ept> <hi>high</hi><ph>{0}<sub>note</sub></ph><it pos="begin">[</it><ph type="lb"/>end'
    file = read(memory(unit(("ar", "نص"), ("en", segment))))
    assert pairs(file) == [("نص", "Bold highnote\nend")]
    assert any("5 codes" in finding for finding in file.findings)


def test_utf_16_is_read(read):
    text = memory(unit(("ar", "نعم"), ("en", "yes"))).replace("?>", ' encoding="UTF-16"?>', 1)
    assert pairs(read(text.encode("utf-16"))) == [("نعم", "yes")]


def test_notes_are_kept_and_what_holds_nothing_is_counted(read):
    units = unit(("ar", "نعم"), ("en", "yes"), more="<note>why?</note>") + unit(("ar", " "), ("en", "\u200f"))
    file = read(memory(units))
    assert file.links[0].notes == ("why?",)
    assert any("1 pair without any text was left out" in finding for finding in file.findings)


def test_a_memory_that_translate_toolkit_wrote_is_read(tmp_path):
    store = tmxfile(sourcelanguage="en", targetlanguage="ar")
    store.addtranslation("Hello <b>world</b> & all", "en", "مرحبا <b>بالعالم</b>", "ar", comment="greeting")
    path = tmp_path / "theirs.tmx"
    path.write_bytes(bytes(store))
    file = read_file(path)
    assert pairs(file) == [("مرحبا <b>بالعالم</b>", "Hello <b>world</b> & all")]
    assert file.links[0].notes == ("greeting",)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("<list><body>x</body></list>", "not a TMX file"),
        (memory(unit(("de", "ja"), ("ar", "نعم"))), "no English variants"),
        (memory(""), "no Arabic variants"),
        (memory(unit(("ar", "نعم"), ("en", "yes")))[:-20], "not well-formed"),
        ('<!DOCTYPE tmx [<!ENTITY a "b">]>' + memory(""), "declares entities"),
        (b"\x00\x01\x02", "not well-formed"),
        ("plain text", "not well-formed"),
        (memory(unit(("ar", "<hi>" * 300 + "</hi>" * 300), ("en", "yes"))), "not well-formed"),
    ],
)
def test_what_is_no_memory_is_refused_in_words(read, content, words):
    with pytest.raises(UnreadableFile, match=words) as caught:
        read(content)
    assert caught.value.hint


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(data=st.data())
def test_a_damaged_memory_is_read_or_refused(tmp_path, data):
    whole = memory(unit(("ar", "نعم <ph>x</ph>"), ("en", "yes"), more="<note>n</note>") * 3).encode()
    assert ends_well(tmp_path / "a.tmx", data.draw(damaged(whole)))
