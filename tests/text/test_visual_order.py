"""Letters in the order in which they are seen become text, and brackets face what they enclose."""

import pytest

from taqabul.domain.language import Direction
from taqabul.text.visual_order import in_reading_order, with_brackets_faced

RTL, LTR = Direction.RTL, Direction.LTR


@pytest.mark.parametrize(
    ("seen", "direction", "read"),
    [
        (".ةنيدملا ىلإ لصو", RTL, "وصل إلى المدينة."),
        ("2024 راذآ 12 يف", RTL, "في 12 آذار 2024"),
        ("٪٣٫٥ ةبسن", RTL, "نسبة ٣٫٥٪"),
        ("٢٦/٠١/٢٠٢٤ خيرات", RTL, "تاريخ ٢٦/٠١/٢٠٢٤"),
        ("COVID-19 سوريف", RTL, "فيروس COVID-19"),
        ("World Bank Group لاق", RTL, "قال World Bank Group"),
        ("the word مالس means peace", LTR, "the word سلام means peace"),
        ("he said مكيلع مالس twice", LTR, "he said سلام عليكم twice"),
        ("plain text, 1,234.5", LTR, "plain text, 1,234.5"),
        ("", RTL, ""),
    ],
)
def test_runs_keep_their_own_way(seen, direction, read):
    assert in_reading_order(list(seen), direction) == read


def test_pieces_stay_whole():
    assert in_reading_order(["مٌ", "لا", "سَ"], RTL) == "سَلامٌ"


def test_brackets_face_what_they_enclose():
    assert with_brackets_faced("قال )في البيت( و»نعم« ثم ]هنا[") == "قال (في البيت) و»نعم» ثم [هنا]"
    for sound in ("(a) b (c).", "f(x) and 1) first", "«نعم»، قال", "( a )", ""):
        assert with_brackets_faced(sound) == sound
