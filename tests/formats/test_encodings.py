"""Finding out a file's encoding, and saying how."""

import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taqabul.domain.errors import UnreadableFile
from taqabul.formats.encodings import decode
from taqabul.formats.plausibility import plausibility
from taqabul.paths import seeds
from taqabul.text.folding import fold

ARABIC = next(seeds().glob("002*")).read_text(encoding="utf-8")
WESTERN = "Le café était fermé – “déjà”. El niño, señor Müller, said: it’s a naïve façade… "


@pytest.mark.parametrize(
    ("mark", "codec", "name"),
    [
        (codecs.BOM_UTF8, "utf-8", "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    ],
)
def test_a_byte_order_mark_decides_and_is_taken_off(mark, codec, name):
    decoded = decode(mark + ARABIC.encode(codec))
    assert (decoded.text, decoded.encoding, decoded.certain) == (ARABIC, name, True)


@pytest.mark.parametrize("text", ["plain ASCII", ARABIC, "Zwölf 😀", "م"])
def test_valid_utf8_is_certain(text):
    decoded = decode(text.encode())
    assert (decoded.text, decoded.encoding, decoded.certain) == (text, "utf-8", True)
    assert "UTF-8" in decoded.how


@pytest.mark.parametrize("text", [ARABIC, WESTERN, "سلام", "plain English\n", "ab"])
@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark_is_seen(text, codec):
    decoded = decode(text.encode(codec))
    assert (decoded.text, decoded.encoding, decoded.certain) == (text, codec, False)


@pytest.mark.parametrize("codec", ["cp1256", "iso8859-6", "mac-arabic", "cp720"])
@pytest.mark.parametrize("length", [60, len(ARABIC)])
def test_old_arabic_code_pages_are_told_apart(codec, length):
    data = ARABIC[:length].encode(codec, "ignore")
    decoded = decode(data)
    assert not decoded.certain
    if (
        length == 60 and codec == "mac-arabic"
    ):  # its letters are those of ISO 8859-6, its space is a NBSP there
        assert fold(decoded.text).text == fold(data.decode(codec)).text
    else:
        assert (decoded.encoding, decoded.text) == (codec, data.decode(codec))
    assert "Please check it" in decoded.how


def test_one_arabic_word_is_read_as_windows_1256():
    assert decode("مرحبا".encode("cp1256")).text == "مرحبا"


@pytest.mark.parametrize("codec", ["cp1252", "mac-roman"])
def test_western_letters_are_not_taken_for_arabic(codec):
    decoded = decode(WESTERN.encode(codec))
    assert (decoded.text, decoded.encoding, decoded.certain) == (WESTERN, codec, False)


def test_damaged_utf8_is_read_with_its_damage_shown_and_told():
    data = ARABIC.encode()
    decoded = decode(data[:1001] + b"\xd8" + data[1001:] + b"\xff")
    assert not decoded.certain
    assert "damaged in 2 places" in decoded.how
    assert decoded.text.count("\ufffd") == 2
    assert "damaged in 1 place," in decode(data + b"\xff").how


@pytest.mark.parametrize(
    "data",
    [
        b"\x7fELF\x02\x01\x01" + bytes(50),
        b"abc\x00def",
        bytes(range(256)) * 10,
        b"\x01\x02\x03\x04\x05 few letters",
        b"\x80\x81\x00\x01" * 9,
    ],
)
def test_bytes_that_are_no_text_are_refused(data):
    with pytest.raises(UnreadableFile, match="not a text") as caught:
        decode(data)
    assert "plain text" in caught.value.hint


def test_text_of_another_script_is_refused_rather_than_garbled():
    with pytest.raises(UnreadableFile, match="cannot be told") as caught:
        decode(("Съешь же ещё этих мягких французских булок, да выпей чаю. " * 20).encode("koi8-r"))
    assert "cp1256" in caught.value.hint


def test_a_damaged_file_with_a_mark_is_refused():
    with pytest.raises(UnreadableFile, match="damaged at byte"):
        decode(codecs.BOM_UTF16_LE + b"a\x00b")


@pytest.mark.parametrize("codec", ["utf-8", "cp1256", "UTF_16", "windows-1256"])
def test_a_chosen_encoding_is_used(codec):
    text = "نص عربي"
    decoded = decode(text.encode(codec), codec)
    assert (decoded.text, decoded.certain) == (text, True)
    assert "as chosen" in decoded.how


@pytest.mark.parametrize("codec", ["klingon", "rot13", "hex", "a\x00b"])
def test_an_unknown_encoding_is_refused(codec):
    with pytest.raises(UnreadableFile, match="no text encoding") as caught:
        decode(b"text", codec)
    assert "utf-8" in caught.value.hint


@pytest.mark.parametrize(
    ("data", "codec"), [(b"\xc7\xe1", "utf-8"), (b"\xff", "ascii"), (b"\\ud800", "unicode_escape")]
)
def test_a_chosen_encoding_that_does_not_fit_is_refused(data, codec):
    with pytest.raises(UnreadableFile, match=f"cannot be read as {codec}"):
        decode(data, codec)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_and_never_give_surrogates(data):
    with contextlib.suppress(UnreadableFile):
        decode(data).text.encode("utf-8")


def test_nothing_is_not_plausible():
    assert plausibility("") == 0
