"""Subtitles, written by pysubs2 and by hand."""

import pytest
from tests.formats.test_documents import FILES

from taqabul.domain.errors import UnreadableFile
from taqabul.domain.files import BlockKind
from taqabul.formats.registry import read_file


def cues(path):
    return [block.text for block in read_file(path).blocks]


@pytest.mark.parametrize("ending", ["srt", "vtt", "ass"])
def test_a_cue_is_a_block_and_its_direction_marks_stay(ending):
    file = read_file(FILES / f"subtitles.{ending}")
    assert [block.text for block in file.blocks] == [
        "- هل أنتَ بخير؟\n- نعم، الحمدُ لله 🙂",
        "\u202bإلى اللقاء!\u202c",
        "The end.",
        "٢٠٢٤",
    ]
    assert {block.kind for block in file.blocks} == {BlockKind.SUBTITLE}
    assert "4 cues" in file.findings[1]


def test_what_surrounds_the_words_of_webvtt_is_no_text(tmp_path):
    path = tmp_path / "a.vtt"
    path.write_text(
        "WEBVTT Kind: captions\nLanguage: ar\n\nSTYLE\n::cue { color: red }\n\nNOTE\nA remark.\n\nintro\n"
        "00:01.000 --> 00:02.000 align:start\n<v كاتبة><i>سلامٌ</i> عليكم</v> &amp; &rlm;أهلًا\n\n"
        "NOTE between\n\n2\n00:00:03.000 --> 00:00:04.000\n<00:00:03.200>one <c.red>two</c>\n",
        encoding="utf-8",
    )
    assert cues(path) == ["سلامٌ عليكم & \u200fأهلًا", "one two"]


def test_subtitles_in_an_old_code_page_and_out_of_order_are_read(tmp_path):
    path = tmp_path / "a.srt"
    text = "2\r\n00:00:05,000 --> 00:00:06,000\r\nثم قال لهم هذا الكلام\r\n\r\n1\r\n00:00:01,000 --> 00:00:02,000\r\n<font color='red'>كان في البيت</font>\r\n"
    path.write_bytes(text.encode("cp1256"))
    assert cues(path) == ["كان في البيت", "ثم قال لهم هذا الكلام"]
    assert read_file(path).encoding == "cp1256"


def test_a_text_without_cues_is_read_as_plain_text(tmp_path):
    path = tmp_path / "a.srt"
    path.write_text("مجرد نص", encoding="utf-8")
    file = read_file(path)
    assert file.text == "مجرد نص"
    assert "no subtitles" in file.findings[-1]


def test_a_broken_file_of_subtitles_is_refused(tmp_path):
    path = tmp_path / "a.ass"
    path.write_text(
        "[Script Info]\n[Events]\nDialogue: 0,never,0:00:02.00,Default,,0,0,0,,Words\n", encoding="utf-8"
    )
    with pytest.raises(UnreadableFile, match="no file of subtitles"):
        read_file(path)
