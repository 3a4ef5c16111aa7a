"""Headings said twice, running heads and numbers of pages in plain text; what only looks alike stays text."""

import pytest

from taqabul import paths
from taqabul.domain.files import Aside
from taqabul.segment.repeats import find_repeats

TITLE = "المقاومة العراقية: واشنطن تحاول خلط الأوراق"
TEXT = [
    f"هذه فقرة من النص رقمها {word}، وفيها كلام كثير."
    for word in ["واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"]
]


def found(paragraphs):
    return {place: one for place, one in enumerate(find_repeats(paragraphs)) if one is not None}


def test_a_heading_said_twice_is_found_the_second_time():
    assert found(["٢٦/٠١/٢٠٢٤", TITLE, TITLE, *TEXT]) == {2: Aside.REPEATED}
    assert found([TITLE, "بغداد", "26 January", f"{TITLE} ", *TEXT]) == {3: Aside.REPEATED}
    (seed,) = paths.seeds().glob("004*.txt")
    lines = [line for line in seed.read_text(encoding="utf-8").split("\n\n") if line.strip()]
    assert found(lines)[2] is Aside.REPEATED


def test_running_heads_and_numbers_of_pages_are_found():
    pages = [line for page in range(3) for line in [TITLE, *TEXT[3 * page : 3 * page + 3], f"- {page + 7} -"]]
    assert found(pages) == dict.fromkeys((0, 5, 10), Aside.RUNNING_HEAD) | dict.fromkeys(
        (4, 9, 14), Aside.PAGE_NUMBER
    )
    pages = [
        line
        for page in range(3)
        for line in [*TEXT[3 * page : 3 * page + 3], f"Report 2024 | Page {page + 1} of 9"]
    ]
    assert found(pages) == dict.fromkeys((3, 7, 11), Aside.RUNNING_HEAD)


@pytest.mark.parametrize(
    "paragraphs",
    [
        [TEXT[0], TEXT[0]],  # a sentence, perhaps a refrain
        ["نعم", "نعم", "نعم"],
        ["1", TEXT[0], "2", TEXT[1], "3", TEXT[2], "4", TEXT[3]],  # points of a list
        ["Mr President speaking", *TEXT[:3], "Mr President speaking", *TEXT[3:6], "Mr President speaking"],
        ["1991", *TEXT[:4], "1948", *TEXT[4:], "2003"],
        [],
    ],
)
def test_what_only_looks_so_stays_text(paragraphs):
    assert found(paragraphs) == {}
