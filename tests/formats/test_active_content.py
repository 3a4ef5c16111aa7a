"""Macros, fields, links and embedded objects: the text around them is read, and nothing of them is run or fetched."""

import io
import socket
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from tests.formats.told import pairs

from taqabul.formats.registry import read_file

ROWS = [("النص العربي هنا", "The English text is here"), ("نص ثان", "A second text")]
MACROS = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"Attribute VB_Name Sub AutoOpen Shell calc" * 40
W = nsdecls("w")


@pytest.fixture(autouse=True)
def _nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        pytest.fail("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)


def packed(data: bytes, members: dict[str, bytes], change: tuple[bytes, bytes] = (b"", b"")) -> bytes:
    """An archive with more members, and words of its list of types changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content.replace(*change) if name == "[Content_Types].xml" else content)
        for name, content in members.items():
            new.writestr(name, content)
    return out.getvalue()


def document(*xml: str) -> bytes:
    """A Word document with a paragraph before and after what is given."""
    made = docx.Document()
    made.add_paragraph("Before it.")
    for one in xml:
        made.element.body.insert(-1, parse_xml(one))
    made.add_paragraph("بعد ذلك.")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def workbook(*more: tuple[object, ...]) -> bytes:
    book = openpyxl.Workbook()
    for row in (*ROWS, *more):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("ending", [".docm", ".dotm", ".docx"])
def test_macros_of_a_document_are_left_alone(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a{ending}"
    change = (
        b"openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"ms-word.document.macroEnabled.main+xml",
    )
    path.write_bytes(packed(document(), {"word/vbaProject.bin": MACROS}, change))
    assert read_file(path).text == "Before it.\n\nبعد ذلك."


@pytest.mark.parametrize("ending", [".xlsm", ".xlsx"])
def test_macros_of_a_workbook_are_left_alone(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a{ending}"
    change = (
        b"openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        b"ms-excel.sheet.macroEnabled.main+xml",
    )
    path.write_bytes(packed(workbook(), {"xl/vbaProject.bin": MACROS}, change))
    file = read_file(path)
    assert pairs(file) == ROWS
    assert not any("Its name ends" in finding for finding in file.findings)


@pytest.mark.parametrize(
    "field",
    [
        f'<w:p {W}><w:fldSimple w:instr=" DDEAUTO c:\\windows\\cmd.exe &quot;/k calc&quot; "><w:r><w:t>shown</w:t></w:r></w:fldSimple></w:p>',
        (
            f'<w:p {W}><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> INCLUDETEXT "https://example.org/x" </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>shown</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        ),
    ],
)
def test_of_a_field_only_what_it_shows_is_text(tmp_path: Path, field: str) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(document(field))
    assert read_file(path).text == "Before it.\n\nshown\n\nبعد ذلك."


def test_an_embedded_object_and_a_template_elsewhere_are_not_opened(tmp_path: Path) -> None:
    relations = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
        b'Target="https://example.org/evil.dotm" TargetMode="External"/></Relationships>'
    )
    object_ = f'<w:p {W} xmlns:o="urn:schemas-microsoft-com:office:office"><w:r><w:object><o:OLEObject Type="Embed" ProgID="Package"/></w:object></w:r></w:p>'
    members = {"word/embeddings/oleObject1.bin": MACROS, "word/_rels/settings.xml.rels": relations}
    path = tmp_path / "a.docx"
    path.write_bytes(packed(document(object_), members))
    assert read_file(path).text == "Before it.\n\nبعد ذلك."


def test_formulas_and_other_workbooks_are_not_asked(tmp_path: Path) -> None:
    link = b'<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>'
    rows = [("=cmd|'/c calc'!A1", '=WEBSERVICE("https://example.org")'), ("نص ثالث", "A third text")]
    path = tmp_path / "a.xlsx"
    path.write_bytes(packed(workbook(*rows), {"xl/externalLinks/externalLink1.xml": link}))
    assert pairs(read_file(path)) == [*ROWS, ("نص ثالث", "A third text")]


def test_pictures_scripts_and_frames_of_a_page_are_not_fetched(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        '<!doctype html><html><head><link rel="stylesheet" href="http://example.org/a.css"><base href="http://example.org/">'
        '<script src="http://example.org/a.js"></script></head><body><p>Before it.</p><img src="http://example.org/a.png">'
        '<iframe src="http://example.org/"></iframe><object data="http://example.org/a.swf"></object><p onclick="alert(1)">After it.</p></body></html>',
        encoding="utf-8",
    )
    assert read_file(path).text == "Before it.\n\nAfter it."


def test_of_a_field_of_rtf_only_what_it_shows_is_text(tmp_path: Path) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes(
        rb'{\rtf1\ansi before {\field{\*\fldinst DDEAUTO cmd "/k calc"}{\fldrslt shown}} '
        rb"{\object\objemb{\*\objclass Package}{\*\objdata 01050000}{\result {\pict 00}}}after\par}"
    )
    assert " ".join(read_file(path).text.split()) == "before shown after"
