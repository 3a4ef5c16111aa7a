"""XML that wants more than to be read."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taqabul.domain.errors import UnreadableFile
from taqabul.formats.safe_xml import parse_xml, stream_xml

LAUGHS = b"""<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><l>&b;</l>"""
OUTSIDE = b"""<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/hostname">]><l>&a;</l>"""
HIDDEN = "<?xml version='1.0' encoding='utf-16'?><!DOCTYPE l [<!ENTITY a 'x'>]><l>&a;</l>".encode("utf-16")
UNKNOWN = b"<!DOCTYPE l SYSTEM 'l.dtd'><l>&nowhere;</l>"
DEEP = b"<l>" * 100_000
CUT = b"<l><m>text</m>"


@pytest.mark.parametrize("data", [LAUGHS, OUTSIDE, HIDDEN, UNKNOWN, DEEP, CUT, b"", b"\0", b"no xml at all"])
def test_what_is_hostile_or_broken_is_refused(data):
    for read in (lambda: parse_xml(data, "f.xml"), lambda: list(stream_xml(data, "f.xml", "l"))):
        with pytest.raises(UnreadableFile) as caught:
            read()
        assert "f.xml" in caught.value.message
        assert caught.value.hint


def test_a_document_type_that_declares_nothing_is_passed_over():
    data = "<!DOCTYPE tmx SYSTEM 'tmx14.dtd'><tmx><tu>سلام</tu><tu>peace</tu></tmx>".encode()
    assert [unit.text for unit in parse_xml(data, "f.tmx")] == ["سلام", "peace"]
    assert [unit.text for unit in stream_xml(data, "f.tmx", "tu")] == ["سلام", "peace"]


@given(st.binary(max_size=200))
def test_bytes_end_in_a_document_or_a_refusal(data):
    for read in (lambda: parse_xml(data, "f"), lambda: list(stream_xml(data, "f", "{*}l"))):
        with suppress(UnreadableFile):
            read()
