"""RTF documents: by LibreOffice, and as older programs write Arabic."""

import pytest
import regex
from striprtf.striprtf import rtf_to_text
from tests.formats.test_documents import FILES, refusal

from taqabul.domain.files import Aside, Block, BlockKind, Metadata
from taqabul.formats.registry import read_file

SAMPLE = FILES / "document.rtf"


@pytest.fixture
def written(tmp_path):
    def save(content, head=r"\ansi\ansicpg1256\deff0"):
        path = tmp_path / "a.rtf"
        path.write_bytes(rf"{{\rtf1{head} {content}}}".encode("cp1256"))
        return path

    return save


def blocks(path):
    return list(read_file(path).blocks)


def texts(path):
    return [block.text for block in blocks(path)]


def hexed(text, encoding="cp1256"):
    return "".join(rf"\'{byte:02x}" for byte in text.encode(encoding))


def test_what_the_document_says_of_paragraphs_is_told():
    file = read_file(SAMPLE)
    kinds = {block.text: (block.kind, block.aside) for block in file.blocks}
    assert kinds["بَيَانٌ صَحَفِيٌّ"] == (BlockKind.HEADING, None)
    assert kinds["First point"] == kinds["Inner bullet"] == (BlockKind.LIST_ITEM, None)
    assert kinds["Name"] == kinds["novelist"] == (BlockKind.CELL, None)
    assert kinds["An endnote."] == (BlockKind.FOOTNOTE, None)
    assert kinds["1"] == (BlockKind.PARAGRAPH, Aside.PAGE_NUMBER)
    assert "The minister said: “yes” quite firmly.\nA new line,\ta tab and   spaces." in kinds
    assert file.metadata == Metadata(title="بيان — Statement", author="كاتبة", date="2025-03-04")
    assert "tracked changes" in file.findings[1]


def test_another_reader_finds_the_same_arabic_words():
    theirs = rtf_to_text(SAMPLE.read_text("ascii"), errors="replace")
    words = regex.compile(r"[\p{Arabic}\p{M}]{2,}")
    assert set(words.findall(theirs)) <= set(words.findall(read_file(SAMPLE).text))
    assert "قالَ الوزيرُ" in theirs


def test_arabic_is_read_however_its_letters_are_written(written):
    word = "مرحبًا"
    fonts = r"{\fonttbl{\f0\fnil\fcharset0 Arial;}{\f1\fnil\fcharset178 Arial;}{\f2\fnil\fcharset177 David;}}"
    assert texts(written(word)) == [word]
    assert texts(written(hexed(word))) == [word]
    assert texts(written(fonts + r"\f1 " + hexed(word), r"\ansi\ansicpg1252\deff0")) == [word]
    assert texts(written(fonts + r"\rtlch\af1\f0 " + hexed(word), r"\ansi\ansicpg1252\deff0")) == [word]
    assert texts(written(fonts + r"{\f2 " + hexed("שלום", "cp1255") + "}")) == ["שלום"]
    assert texts(written(r"\deff1" + fonts + hexed(word), r"\ansi\ansicpg1252")) == [word]
    assert texts(written("".join(rf"\u{ord(letter)}?" for letter in word))) == [word]
    assert texts(written(r"\uc2" + "".join(rf"\u{ord(letter)}\'3f?" for letter in word))) == [word]
    assert texts(written(r"\uc0" + "".join(rf"\u{ord(letter)} " for letter in word))) == [word]
    assert texts(written(hexed(word, "mac-arabic"), r"\mac\ansicpg10004")) != []


def test_letters_beyond_the_first_plane_and_negative_numbers_are_letters(written):
    assert texts(written(r"\u-10179?\u-8704? \u-257?x\u-4051?")) == ["😀 \ufeffx"]
    assert texts(written(r"a\u-10179?b")) == ["a\ufffdb"]


def test_special_characters_and_breaks_are_read_as_they_show(written):
    content = r"a\~b\_c\-d\emdash e\rtlmark f\zwnj g\line h\{\}\\ \ldblquote i\rdblquote\par\pard j\par k"
    assert texts(written(content)) == ["a\u00a0b\u2011c\u00add\u2014e\u200ff\u200cg\nh{}\\ “i”", "j", "k"]


def test_deleted_and_hidden_words_fields_and_unknown_groups_are_no_text(written):
    content = (
        r"one {\deleted gone}{\v hidden}{\*\unknown no}{\field{\*\fldinst HYPERLINK x}{\fldrslt two}}"
        r"{\pict\bin5 \par}}three{\object{\*\objdata 00}{\result  four}}"
    )
    assert texts(written(content)) == ["one two" + "three four"]


def test_styles_lists_tables_and_notes_are_told(written):
    content = (
        r"{\stylesheet{\s0 Normal;}{\s5\b heading 2;}}\pard\s5 Head\par\pard{\pntext 1.\tab}Item\par\pard\ls2 Item 2\par"
        r"\pard\plain Text{\super\chftn{\footnote\pard Note}}.\par\trowd\pard\intbl A\par B\cell C\cell\row\pard End"
    )
    assert blocks(written(content)) == [
        Block("Head", BlockKind.HEADING),
        Block("Item", BlockKind.LIST_ITEM),
        Block("Item 2", BlockKind.LIST_ITEM),
        Block("Text."),
        Block("A", BlockKind.CELL),
        Block("B", BlockKind.CELL),
        Block("C", BlockKind.CELL),
        Block("End"),
        Block("Note", BlockKind.FOOTNOTE),
    ]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (r"\b" * 4_000_001, "holds too much"),
        ("{" * 5000, "groups do not end"),
        (r"{\*\x text}", "holds no text"),
        (r"\pict 0102", "holds no text"),
    ],
)
def test_what_cannot_be_read_is_told(written, content, told):
    assert told in refusal(written(content))
