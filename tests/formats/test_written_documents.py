"""Bilingual documents for people: read back by python-docx, lxml and poppler."""

import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree, html
from tests.formats.test_writers import HEADER, ROW, TRICKY

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.errors import InvalidInput
from taqabul.domain.language import Language
from taqabul.formats import bilingual_pdf
from taqabul.formats.bilingual_html import BilingualHtmlWriter
from taqabul.formats.bilingual_pdf import BilingualPdfWriter
from taqabul.formats.docx_table import DocxTableWriter
from taqabul.formats.rows import ExportHeader, ExportRow, Segment
from taqabul.formats.side_text import SideWriter
from taqabul.formats.writers import WRITERS

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</td></table><iframe srcdoc=x>",
    "]]>&amp;<!--",
    "javascript:alert(1)",
    '#eval("1") #read("/etc/passwd") $x$ \\ *b*',
]
CORRECTED = Segment(
    "3",
    "قال نعم اليوم",
    (3, 0),
    imported="قال لا اليوم",
    corrected_by="كاتب <x>",
    corrected_at=datetime(2026, 2, 1, 8, 30, tzinfo=UTC),
)


def row(source: str = ROW.source, target: str = ROW.target, **others: object) -> ExportRow:
    made = ROW._replace(
        source=source,
        target=target,
        source_segments=(Segment("3", source, (3, 0)),),
        target_segments=tuple(Segment("4", one, (4, n)) for n, one in enumerate(target.split("\n"))),
    )
    return made._replace(**others)  # type: ignore[arg-type]


def document(rows: list[ExportRow], header: ExportHeader = HEADER) -> Document:
    out = io.BytesIO()
    DocxTableWriter().write(iter(rows), out, header)
    return Document(io.BytesIO(out.getvalue()))


def page(rows: list[ExportRow], header: ExportHeader = HEADER) -> "html.HtmlElement":
    out = io.BytesIO()
    BilingualHtmlWriter().write(iter(rows), out, header)
    return html.document_fromstring(out.getvalue().decode())


# Word


@pytest.mark.parametrize("text", [*TRICKY, *HOSTILE])
def test_word_holds_any_text(text: str) -> None:
    cells = document([row(text, "x")]).tables[0].rows[1].cells
    assert cells[1].text == text.replace("\u2028", "\u2028")
    assert cells[2].text == "x"


def test_the_table_runs_as_its_source_does() -> None:
    table = document([row()]).tables[0]
    assert table._tbl.tblPr.find(qn("w:bidiVisual")) is not None
    source, target = (table.rows[1].cells[place].paragraphs[0] for place in (1, 2))
    assert source._p.pPr.find(qn("w:bidi")) is not None
    assert target._p.pPr.find(qn("w:bidi")) is None
    assert all(run._r.rPr.find(qn("w:rtl")) is not None for run in source.runs)
    english_first = replace(HEADER, source_language=Language.ENGLISH, target_language=Language.ARABIC)
    other = document([row("a", "ب")], english_first).tables[0]
    assert other._tbl.tblPr.find(qn("w:bidiVisual")) is None


def test_latin_words_in_arabic_are_runs_of_their_own() -> None:
    runs = document([row("أعلن NATO-2 (اليوم).")]).tables[0].rows[1].cells[1].paragraphs[0].runs
    told = [(run.text, run._r.rPr.find(qn("w:rtl")) is not None) for run in runs]
    assert told == [("أعلن ", True), ("NATO-2", False), (" (اليوم).", True)]


def test_corrections_are_changes_that_word_tracks() -> None:
    (paragraph,) = document([row(source_segments=(CORRECTED,))]).tables[0].rows[1].cells[1].paragraphs
    went, came = paragraph._p.find(qn("w:del")), paragraph._p.find(qn("w:ins"))
    assert [one.text for one in went.iter(qn("w:delText"))] == ["لا"]
    assert [one.text for one in came.iter(qn("w:t"))] == ["نعم"]
    told = {name: came.get(qn(f"w:{name}")) for name in ("author", "date")}
    assert told == {"author": "كاتب <x>", "date": "2026-02-01T08:30:00Z"}
    assert went.get(qn("w:id")) != came.get(qn("w:id"))


def test_paragraphs_of_a_pair_stay_paragraphs_and_remarks_have_their_column() -> None:
    cells = document([row(target="one\ntwo")]).tables[0].rows[1].cells
    assert [paragraph.text for paragraph in cells[2].paragraphs] == ["one", "two"]
    assert cells[3].text.split("\n") == ["confirmed", ROW.reason, *ROW.notes]
    assert cells[0].text == "3 | 4 5"


def test_the_xml_of_a_document_is_well_formed_and_its_head_is_repeated() -> None:
    out = io.BytesIO()
    DocxTableWriter().write([row()] * 3, out, HEADER)
    with zipfile.ZipFile(io.BytesIO(out.getvalue())) as file:
        assert file.testzip() is None
        body = etree.fromstring(file.read("word/document.xml"))
    assert len(list(body.iter(qn("w:tblHeader")))) == 1
    assert DocxTableWriter().write([row("a\x00b")], io.BytesIO(), HEADER) == 1


# web pages


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_in_a_page_can_run(text: str) -> None:
    others = {"notes": (text,), "reason": text, "source_segments": (replace_text(CORRECTED, text),)}
    found = page([row(text, text, **others)], replace(HEADER, title=text))
    tags = {one.tag for one in found.iter() if isinstance(one.tag, str)}
    assert tags.isdisjoint({"script", "img", "iframe", "svg", "object", "embed", "link", "a", "form"})
    assert not [name for one in found.iter() for name in one.attrib if name.startswith("on")]
    assert found.xpath("//meta[@http-equiv='Content-Security-Policy']/@content") == [
        "default-src 'none'; style-src 'unsafe-inline'"
    ]
    assert found.xpath("//td[@lang='en']")[0].text_content() == text


def test_headings_that_stay_in_sight_hide_the_rows_below_them() -> None:
    (style,) = page([row("نص", "text")]).xpath("//style/text()")
    (heading,) = [rule for rule in style.split("}") if rule.strip().startswith("th {") and "sticky" in rule]
    assert "Canvas" in heading  # the page's own colour, light or dark, lies under the tint


def test_corrections_and_numbers_are_lighter_on_a_dark_page_but_not_on_paper() -> None:
    (style,) = page([row("نص", "text")]).xpath("//style/text()")
    (query,) = re.findall(r"@media ([^{]*dark[^{]*){(?=[^@]*ins \{[^@]*del \{[^@]*td\.number \{)", style)
    assert query.strip() == "screen and (prefers-color-scheme: dark)"


def replace_text(segment: Segment, text: str) -> Segment:
    return segment._replace(imported=text, text=f"{text} {text}")


def test_both_sides_of_a_page_run_their_own_way() -> None:
    found = page([row(), row(status=LinkStatus.REJECTED)])
    (table,) = found.iter("table")
    assert table.get("dir") == "rtl"
    cells = found.xpath("//tbody/tr[1]/td")
    assert [(one.get("lang"), one.get("dir")) for one in cells] == [
        (None, "ltr"),
        ("ar", "rtl"),
        ("en", "ltr"),
        (None, None),
    ]
    assert [one.get("class") for one in found.xpath("//tbody/tr")] == ["confirmed", "rejected"]


def test_titles_of_two_texts_run_each_its_own_way() -> None:
    titled = replace(HEADER, title="بيان ختامي / 000_statement")
    runs = [
        (one.text, one._p.find(f".//{qn('w:bidi')}") is not None)
        for one in document([row()], titled).paragraphs
        if one.style.name == "Title"
    ]
    assert runs == [("بيان ختامي", True), ("000_statement", False)]
    (heading,) = page([row()], titled).iter("h1")
    assert "\u2068000_statement\u2069" in heading.text


def test_a_page_marks_what_was_corrected() -> None:
    (cell,) = page([row(source_segments=(CORRECTED,))]).xpath("//td[@lang='ar']")
    assert [one.text for one in cell.iter("del")] == ["لا"]
    assert [one.text for one in cell.iter("ins")] == ["نعم"]


# PDF


needs_pdftotext = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext is not installed (Debian: poppler-utils)"
)


def pdf_text(folder: Path, rows: list[ExportRow], header: ExportHeader = HEADER) -> str:
    """What a PDF of these rows says, page by page, as it is laid out."""
    out = io.BytesIO()
    assert BilingualPdfWriter().write(rows, out, header) == 0
    (folder / "out.pdf").write_bytes(out.getvalue())
    command = ["pdftotext", "-layout", str(folder / "out.pdf"), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@needs_pdftotext
def test_the_names_of_columns_stand_on_every_page_and_on_the_first_below_the_title(tmp_path: Path) -> None:
    rows = [row("اجتمع المجلس", "The council met " * 60, notes=()) for _ in range(9)]
    pages = pdf_text(tmp_path, rows, replace(HEADER, title="Minutes of May")).rstrip("\f\n").split("\f")
    assert len(pages) > 1
    assert all(one.count("Arabic") == 1 for one in pages)
    assert 0 <= pages[0].index("Minutes of May") < pages[0].index("Arabic")
    assert "Minutes of May" not in pages[1]


@needs_pdftotext
def test_a_pdf_holds_both_sides_and_takes_no_text_for_commands(tmp_path: Path) -> None:
    rows = [row("اجتمع المجلس", text, notes=()) for text in ["The council met", HOSTILE[-1]]]
    text = pdf_text(tmp_path, rows)
    words = " ".join(text.split())
    assert "The council met" in words
    assert "#eval(" in words
    assert "root:" not in words
    assert "المجلس" in words


def test_too_long_a_pdf_is_refused_beforehand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bilingual_pdf, "MOST_ROWS", 2)
    with pytest.raises(InvalidInput, match="2 pairs"):
        BilingualPdfWriter().write([ROW] * 3, io.BytesIO(), HEADER)


# one side


def test_one_side_is_plain_text_with_empty_lines_between() -> None:
    writer = WRITERS[".ar.txt"]
    assert isinstance(writer, SideWriter)
    out = io.BytesIO()
    assert writer.write_text(["أولى", "ثانية\nسطر"], out, HEADER) == 0
    assert out.getvalue().decode() == "أولى\n\nثانية\nسطر\n"


def test_one_side_is_a_document_that_runs_its_way() -> None:
    writer = WRITERS[".ar.docx"]
    assert isinstance(writer, SideWriter)
    out = io.BytesIO()
    writer.write_text(["أولى", "ثانية"], out, HEADER)
    paragraphs = Document(io.BytesIO(out.getvalue())).paragraphs
    assert [one.text for one in paragraphs] == ["أولى", "ثانية"]
    assert all(one._p.pPr.find(qn("w:bidi")) is not None for one in paragraphs)
