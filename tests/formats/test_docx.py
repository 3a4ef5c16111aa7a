"""Word documents, written by python-docx and LibreOffice."""

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from tests.formats.test_documents import FILES, refusal

from taqabul.domain.files import Aside, Block, BlockKind
from taqabul.formats import docx as reader
from taqabul.formats.registry import read_file

SAMPLE = FILES / "document.docx"


@pytest.fixture
def written(tmp_path):
    def save(document):
        path = tmp_path / "a.docx"
        document.save(path)
        return path

    return save


def add(document, xml):
    """Put WordprocessingML at the end of a document."""
    document.element.body.insert(-1, parse_xml(xml.replace(">", f" {nsdecls('w')}>", 1)))


def texts(path):
    return [block.text for block in read_file(path).blocks]


def replaced(data, member, change):
    """An archive with one member changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == member else content)
    return out.getvalue()


def test_what_word_knows_of_paragraphs_is_told():
    kinds = {block.text: (block.kind, block.aside) for block in read_file(SAMPLE).blocks}
    assert kinds["بَيَانٌ صَحَفِيٌّ"] == (BlockKind.HEADING, None)
    assert kinds["First point"] == kinds["Inner bullet"] == (BlockKind.LIST_ITEM, None)
    assert kinds["Name"] == (BlockKind.CELL, None)
    assert kinds["حاشيةٌ أولى."] == (BlockKind.FOOTNOTE, None)
    assert kinds["1"] == (BlockKind.PARAGRAPH, Aside.PAGE_NUMBER)
    assert "2 tracked changes, read as if accepted" in " ".join(read_file(SAMPLE).findings)


def test_a_line_break_a_tab_and_spaces_stay_inside_a_paragraph():
    assert "The minister said: “yes” quite firmly.\nA new line,\ta tab and   spaces." in texts(SAMPLE)


def test_what_python_docx_writes_is_read(written):
    document = docx.Document()
    document.core_properties.title, document.core_properties.author = "عنوان", "Somebody"
    document.add_heading("Title", 0)
    document.add_heading("فصلٌ أوّل", 2)
    document.add_paragraph("بند", style="List Number")
    document.add_paragraph("plain").add_run(" and bold").bold = True
    file = read_file(written(document))
    assert file.blocks == (
        Block("Title", BlockKind.HEADING),
        Block("فصلٌ أوّل", BlockKind.HEADING),
        Block("بند", BlockKind.LIST_ITEM),
        Block("plain and bold"),
    )
    assert (file.metadata.title, file.metadata.author) == ("عنوان", "Somebody")


def test_tracked_changes_are_read_as_accepted(written):
    document = docx.Document()
    add(
        document,
        '<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">One </w:t></w:r>'
        '<w:del w:id="2" w:author="a"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>',
    )
    add(document, '<w:p><w:ins w:id="3" w:author="a"><w:r><w:t>paragraph</w:t></w:r></w:ins></w:p>')
    add(document, '<w:p><w:moveFrom w:id="4" w:author="a"><w:r><w:t>moved</w:t></w:r></w:moveFrom></w:p>')
    add(document, '<w:p><w:moveTo w:id="5" w:author="a"><w:r><w:t>moved</w:t></w:r></w:moveTo></w:p>')
    assert texts(written(document)) == ["One paragraph", "moved"]


def test_links_controls_fields_and_special_characters_are_read_as_they_show(written):
    document = docx.Document()
    add(document, '<w:p><w:hyperlink w:anchor="x"><w:r><w:t>a link</w:t></w:r></w:hyperlink></w:p>')
    add(document, "<w:sdt><w:sdtContent><w:p><w:r><w:t>in a control</w:t></w:r></w:p></w:sdtContent></w:sdt>")
    add(
        document,
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGEREF x</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>12</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
    )
    add(
        document,
        "<w:p><w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>breaking</w:t><w:cr/><w:t>line</w:t>"
        '<w:sym w:font="Wingdings" w:char="F0E0"/><w:sym w:font="Arial" w:char="00A9"/></w:r>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>",
    )
    assert texts(written(document)) == ["a link", "in a control", "12", "non\u2011breaking\nline©"]


def test_a_table_of_contents_is_an_aside(written):
    document = docx.Document()
    style = document.styles.add_style("toc 1", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph("Chapter\t3", style=style)
    document.add_paragraph("Text")
    assert [block.aside for block in read_file(written(document)).blocks] == [Aside.MENU, None]


def test_cells_are_read_row_by_row_and_tables_are_given_as_they_are(written):
    document = docx.Document()
    table = document.add_table(2, 2)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells), ["أ", "A", "ب", "B"], strict=True
    ):
        cell.text = text
    table.cell(1, 1).add_paragraph("second")
    table.cell(1, 0).add_table(1, 1).cell(0, 0).text = "inner"
    path = written(document)
    assert texts(path) == ["أ", "A", "ب", "inner", "B", "second"]
    assert reader.tables(path) == [[["أ", "A"], ["ب\ninner", "B\nsecond"]]]
    assert reader.tables(SAMPLE)[0][1] == ["هيفاء زنكنة", "Haifa Zangana\nnovelist"]


def test_a_document_that_is_locked_old_or_none_is_told(tmp_path):
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
    for name, data, told in [
        ("locked.docx", old + "EncryptedPackage".encode("utf-16-le"), "locked by a password"),
        ("old.doc", old, "an old Word or Office document"),
        ("old.docx", old, "an old Word or Office document"),
        ("cut.docx", SAMPLE.read_bytes()[:3000], "damaged"),
    ]:
        path = tmp_path / name
        path.write_bytes(data)
        assert told in refusal(path)


def test_a_document_without_text_is_told(written):
    assert "holds no text" in refusal(written(docx.Document()))


def test_hostile_parts_are_refused(tmp_path):
    bomb = b'<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]>'
    for change, told in [
        (lambda content: content.replace(b"?>", b"?>" + bomb, 1), "declares entities"),
        (lambda content: content.replace(b"<w:body>", b"<w:body>" + b"<w:p>" * 5000, 1), "not well-formed"),
        (lambda content: content[:-40], "not well-formed"),
        (lambda content: content + b" " * 33 * 1024**2, "holds too much"),
        (
            lambda content: content.replace(b"<w:body>", b"<w:body>" + b"<w:p/>" * 2_000_001, 1),
            "holds too much",
        ),
    ]:
        path = tmp_path / "a.docx"
        path.write_bytes(replaced(SAMPLE.read_bytes(), "word/document.xml", change))
        assert told in refusal(path)


def test_nothing_outside_the_archive_is_looked_for(tmp_path):
    path = tmp_path / "a.docx"
    relation = (
        b'<Relationship Id="r" Type="http://x/header" Target="../../../../etc/passwd"/></Relationships>'
    )
    path.write_bytes(
        replaced(
            SAMPLE.read_bytes(),
            "word/_rels/document.xml.rels",
            lambda content: content.replace(b"</Relationships>", relation),
        )
    )
    assert texts(path) == texts(SAMPLE)
