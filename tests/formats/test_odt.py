"""OpenDocument texts, written by LibreOffice and odfdo."""

import io
import zipfile

import odfdo
import pytest
from tests.formats.test_documents import FILES, refusal

from taqabul.domain.files import Aside, Block, BlockKind
from taqabul.formats import odt
from taqabul.formats.registry import read_file

SAMPLE = FILES / "document.odt"


def test_what_the_document_says_of_paragraphs_is_told():
    file = read_file(SAMPLE)
    kinds = {block.text: (block.kind, block.aside) for block in file.blocks}
    assert kinds["بَيَانٌ صَحَفِيٌّ"] == (BlockKind.HEADING, None)
    assert kinds["First point"] == kinds["Inner bullet"] == (BlockKind.LIST_ITEM, None)
    assert kinds["Name"] == (BlockKind.CELL, None)
    assert kinds["حاشيةٌ أولى."] == kinds["An endnote."] == (BlockKind.FOOTNOTE, None)
    assert kinds["1"] == (BlockKind.PARAGRAPH, Aside.PAGE_NUMBER)
    assert (file.metadata.author, file.metadata.date) == ("كاتبة", "2025-03-04")
    assert "2 tracked changes, read as if accepted" in " ".join(file.findings)


def test_a_line_break_a_tab_and_spaces_stay_inside_a_paragraph():
    texts = [block.text for block in read_file(SAMPLE).blocks]
    assert "The minister said: “yes” quite firmly.\nA new line,\ta tab and   spaces." in texts


def test_one_piece_of_xml_is_read_like_an_archive():
    assert read_file(FILES / "document.fodt").blocks == read_file(SAMPLE).blocks


def test_what_odfdo_writes_is_read(tmp_path):
    document = odfdo.Document("text")
    document.body.clear()
    document.body.append(odfdo.TOC())
    document.body.append(odfdo.Header(2, "فصلٌ"))
    document.body.append(odfdo.List(["بند", "item"]))
    table = odfdo.Table("T", width=2, height=1)
    table.set_values([["أ", "A"]])
    document.body.append(table)
    document.body.append(odfdo.Paragraph("a\tb\nc   d"))
    document.body.get_tocs()[0].fill(document)
    path = tmp_path / "a.odt"
    document.save(path)
    blocks = read_file(path).blocks
    assert {block.text for block in blocks if block.aside} >= {"Table of Contents"}
    assert [block for block in blocks if block.aside is None] == [
        Block("فصلٌ", BlockKind.HEADING),
        Block("بند", BlockKind.LIST_ITEM),
        Block("item", BlockKind.LIST_ITEM),
        Block("أ", BlockKind.CELL),
        Block("A", BlockKind.CELL),
        Block("a\tb\nc   d"),
    ]


def test_tables_are_given_as_they_are():
    assert odt.tables(SAMPLE) == [[["الاسم", "Name"], ["هيفاء زنكنة", "Haifa Zangana\nnovelist"]]]


@pytest.mark.parametrize(
    ("members", "told"),
    [
        (
            {"META-INF/manifest.xml": "<manifest:encryption-data/>", "content.xml": "x"},
            "locked by a password",
        ),
        ({"encrypted-package": "x"}, "locked by a password"),
        ({"content.xml": "<a/>"}, "no OpenDocument text"),
        ({"other": "x"}, "lacks its part content.xml"),
        ({"content.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}, "declares entities"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path, members, told):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    path = tmp_path / "a.odt"
    path.write_bytes(data.getvalue())
    assert told in refusal(path)
