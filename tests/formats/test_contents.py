"""What files are, whatever their names say."""

import io
import shutil
import zipfile

import pytest
from tests.formats.test_documents import FILES, SAMPLES

from taqabul.domain.errors import UnreadableFile
from taqabul.formats.contents import ending_of
from taqabul.formats.registry import read_file


@pytest.mark.parametrize(
    ("content", "ending"),
    [
        ("نص", ".txt"),
        ("<p>a fragment", ".txt"),
        ("\ufeff<!DOCTYPE html><p>x", ".html"),
        ("<?xml version='1.0'?>\n<!-- saved --> <!-- twice -->\n<HTML><body>", ".html"),
        ("<!-- a --> " * 300 + "no page", ".txt"),
        ("MIME-Version: 1.0\nContent-Type: multipart/related;\n boundary=x\n\n--x", ".mhtml"),
        ("From: me\nContent-Type: text/plain\n\nhello", ".txt"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\na", ".vtt"),
        ("; made by\n[Script Info]\n", ".ass"),
        ("\n1\n00:00:01,000 --> 00:00:02,500\nنعم", ".srt"),
        ("{\\rtf1\\ansi", ".rtf"),
        ("%PDF-1.7", ".pdf"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_texts_are_known_by_how_they_begin(tmp_path, content, ending, encoding):
    if ending == ".pdf" and encoding == "utf-16":
        pytest.skip("a PDF is no text")
    path = tmp_path / "a.bin"
    path.write_bytes(content.replace("\n", "\r\n").encode(encoding))
    assert ending_of(path) == ending


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.suffix)
@pytest.mark.parametrize("name", ["a.txt", "a.docx", "a", "a.doc", "A.HTML"])
def test_a_file_with_another_name_is_read_as_what_it_is(sample, name, tmp_path):
    path = tmp_path / name
    shutil.copy(sample, path)
    file = read_file(path)
    assert file.blocks == read_file(sample).blocks
    told = "was read as such" in file.findings[0]
    assert told or path.suffix.lower() == sample.suffix


def test_plain_text_is_read_under_any_name(tmp_path):
    path = tmp_path / "a.docx"
    path.write_text("نصٌّ عاديّ", encoding="utf-8")
    file = read_file(path)
    assert file.text == "نصٌّ عاديّ"
    assert file.findings[0] == "Its name ends in “.docx”, but it is plain text, and was read as such."


def test_an_archive_of_other_things_is_refused(tmp_path):
    path = shutil.make_archive(str(tmp_path / "a"), "zip", FILES)
    with pytest.raises(UnreadableFile, match="Word, OpenDocument or ZIP"):
        read_file(tmp_path / "a.zip")
    shutil.move(path, tmp_path / "a.docx")
    with pytest.raises(UnreadableFile, match=r"lacks its part word/document\.xml"):
        read_file(tmp_path / "a.docx")


def _packed(**members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def _ole(stream):
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + stream.encode("utf-16-le")


@pytest.mark.parametrize(
    ("name", "content", "kind", "hint"),
    [
        (
            "a.ods",
            _packed(mimetype="application/vnd.oasis.opendocument.spreadsheet"),
            "an OpenDocument spreadsheet",
            ".xlsx",
        ),
        (
            "a.odp",
            _packed(mimetype="application/vnd.oasis.opendocument.presentation"),
            "an OpenDocument presentation",
            ".pdf",
        ),
        ("a.pptx", _packed(**{"ppt__presentation.xml": "<p/>"}), "a PowerPoint presentation", ".pdf"),
        ("a.xls", _ole("Workbook"), "an old Excel workbook", ".xlsx"),
        ("a.doc", _ole("WordDocument"), "an old Word document", ".docx"),
        ("a.ppt", _ole("PowerPoint Document"), "an old PowerPoint presentation", ".pdf"),
        ("a.zip", _packed(**{"a.txt": "text"}), "ZIP file", "unpack it"),
        ("a.gz", b"\x1f\x8b and more", "a compressed file", "Unpack it"),
        ("a.png", b"\x89PNG and more", "a picture", "recognised"),
    ],
)
def test_what_is_not_read_is_called_by_its_name_with_what_to_do(tmp_path, name, content, kind, hint):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UnreadableFile, match=kind) as told:
        read_file(tmp_path / name)
    assert hint in told.value.hint
