"""Archives that want more than to be read."""

import io
import struct
import zipfile

import pytest

from taqabul.domain.errors import UnreadableFile
from taqabul.formats import safe_zip
from taqabul.formats.safe_zip import open_zip


def zipped(members, compression=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def refused(data, member=None):
    with pytest.raises(UnreadableFile) as caught, open_zip(data, "f.docx") as archive:
        archive.read(member or "a")
    assert "f.docx" in caught.value.message
    assert caught.value.hint
    return caught.value.message


def test_members_are_read_by_name():
    with open_zip(zipped({"word/document.xml": "سلام", "empty/": ""}), "f.docx") as archive:
        assert archive.names == {"word/document.xml"}
        assert "word/document.xml" in archive
        assert archive.read("word/document.xml").decode() == "سلام"


def test_a_bomb_is_not_opened():
    assert "unpack" in refused(zipped({"a": b"\0" * 20_000_000}))


def test_a_member_that_says_less_than_it_holds_is_stopped(monkeypatch):
    monkeypatch.setattr(safe_zip, "MOST_BYTES", 1000)
    data = bytearray(zipped({"a": b"x" * 5000}, zipfile.ZIP_STORED))
    for signature, offset in ((b"PK\x03\x04", 18), (b"PK\x01\x02", 20)):
        struct.pack_into("<II", data, data.index(signature) + offset, 10, 10)
    refused(bytes(data))


def test_too_many_members_are_refused(monkeypatch):
    monkeypatch.setattr(safe_zip, "MOST_MEMBERS", 2)
    assert "unpack" in refused(zipped({"a": "", "b": "", "c": ""}))


def test_what_is_missing_cut_or_locked_is_told():
    whole = zipped({"a": b"text" * 1000})
    assert "lacks its part b" in refused(whole, "b")
    assert "damaged" in refused(whole[: len(whole) // 2])
    assert "damaged" in refused(b"PK\x03\x04 and nothing else")
    locked = bytearray(zipped({"a": b"text"}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(signature) + offset] |= 1
    assert "password" in refused(bytes(locked))
