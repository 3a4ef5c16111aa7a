"""What was pasted becomes a file with a sensible name."""

from datetime import datetime

import pytest

from taqabul.domain.errors import InvalidInput
from taqabul.workflow.pasting import FOLDER, is_pasted, pasted

NOW = datetime(2025, 3, 19, 8, 5, 0)  # noqa: DTZ001 - as a person's clock shows it


def test_it_is_named_after_its_first_words(tmp_path):
    path = pasted(tmp_path, "\n \nمؤتمر القاهرة: «بداية/نهاية»؟\nنص", "", NOW)
    assert path.name == "مؤتمر القاهرة «بداية نهاية»؟.txt"
    assert path.read_text(encoding="utf-8") == "\n \nمؤتمر القاهرة: «بداية/نهاية»؟\nنص"
    long = pasted(tmp_path, "word " * 40, "", NOW)
    assert long.stem == " ".join(["word"] * 9)
    assert pasted(tmp_path, "...\nx", "", NOW).stem == "2025-03-19 08.05.00"


@pytest.mark.parametrize("text", ["", " \n\t"])
def test_nothing_is_refused(tmp_path, text):
    with pytest.raises(InvalidInput, match="no text in the clipboard"):
        pasted(tmp_path, text, "", NOW)


def test_what_was_pasted_is_known_by_its_folder(tmp_path):
    assert is_pasted(tmp_path / f"{FOLDER}x" / "a.txt")
    assert not is_pasted(tmp_path / "a.txt")


def test_lone_halves_of_letters_do_no_harm(tmp_path):
    assert pasted(tmp_path, "a\ud800b", "", NOW).read_text(encoding="utf-8") == "a?b"


def test_html_is_taken_where_it_says_as_much(tmp_path):
    plain = "عنوان الخبر\nافتتح الوزير المؤتمر في القاهرة أمس بحضور عدد من الضيوف.\nعاد الوفد اليوم."
    heading, *rest = plain.split("\n")
    html = f"<html><body><h1>{heading}</h1>{''.join(f'<p>{one}</p>' for one in rest)}</body></html>"
    path = pasted(tmp_path, plain, html, NOW)
    assert path.suffix == ".html"
    assert path.read_text(encoding="utf-8") == html
    assert pasted(tmp_path, plain, "<p>عنوان</p>", NOW).suffix == ".txt"
