"""Markdown texts."""

import pytest
from tests.formats.test_documents import FILES, refusal

from taqabul.domain.files import Aside, Block, BlockKind, Metadata
from taqabul.formats.registry import read_file


def test_what_markdown_marks_is_told_and_the_marks_are_gone():
    file = read_file(FILES / "notes.md")
    assert file.blocks == (
        Block("بيانٌ صحفي", BlockKind.HEADING),
        Block("قالَ الوزيرُ: «نعم» رابط وأضاف كذا.\nسطر & code"),
        Block("First", BlockKind.LIST_ITEM),
        Block("Inner", BlockKind.LIST_ITEM),
        Block("اقتباس"),
        Block("أ", BlockKind.CELL),
        Block("A", BlockKind.CELL),
        Block("ب", BlockKind.CELL),
        Block("B\nb", BlockKind.CELL),
        Block("x = 1", aside=Aside.CODE),
        Block("صورة", aside=Aside.CAPTION),
        Block("نصٌّ في HTML"),
        Block("حاشية", BlockKind.FOOTNOTE),
    )
    assert file.metadata == Metadata(title="عنوانٌ", author="Somebody", date="2025-03-04")


def test_plain_paragraphs_and_direction_marks_stay(tmp_path):
    path = tmp_path / "a.markdown"
    path.write_text("\u200fأ\u200e 👩\u200d👩\u200d👧\nwrapped\n\n---\n\nEnd", encoding="utf-8")
    assert read_file(path).text == "\u200fأ\u200e 👩\u200d👩\u200d👧 wrapped\n\nEnd"


def test_a_text_of_nothing_but_marks_is_refused(tmp_path):
    path = tmp_path / "a.md"
    path.write_text("---\n\n***\n", encoding="utf-8")
    assert "holds no text" in refusal(path)


@pytest.mark.parametrize(
    "text", ["[" * 3000, "> " * 1000, "*a " * 2000, "- " * 1000, "`" * 5_001, "<" * 3000]
)
def test_a_text_made_to_hurt_is_read(tmp_path, text):
    path = tmp_path / "a.md"
    path.write_text(f"start\n\n{text}x", encoding="utf-8")
    assert read_file(path).blocks[0].text == "start"


@pytest.mark.parametrize(
    "text",
    [
        "a\n\n" * 90_000,
        "\\" * 1_000_001,
        "[" * 500_000,
        "- a\n" * 500_000,
        "> " * 500_000 + "\n" + "*" * 99_999,
    ],
)
def test_a_text_that_would_take_forever_is_read_as_plain_text(tmp_path, text):
    path = tmp_path / "a.md"
    path.write_text(f"start\n\n{text}x", encoding="utf-8")
    file = read_file(path)
    assert file.text.startswith("start\n\n")
    assert "plain text" in file.findings[-1]
